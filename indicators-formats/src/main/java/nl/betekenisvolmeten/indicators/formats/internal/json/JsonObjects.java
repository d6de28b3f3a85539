package nl.betekenisvolmeten.indicators.formats.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException.Reason;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a file that are rows, one by one, in any of the three shapes. The object around an array {@code rows} is
 * no row, whatever else it says.
 */
final class JsonObjects implements AutoCloseable {

    private static final String ROWS = "rows";

    private enum Shape {
        UNKNOWN,
        ARRAY,
        LINES,
        WRAPPED,
        ENDED
    }

    /** Takes the members of a row. */
    interface Row {

        /** Starts the next object. What was taken of an object without {@link #end} is no row after all. */
        void start();

        /**
         * Takes a member whose value is no object or array.
         *
         * @param place the place of its name; {@link ColumnNames#UNKNOWN} when no column has it
         * @param in the parser, at the value
         * @param token what the value is
         * @throws CharConversionException if its name or value is no text
         */
        void value(int place, JsonParser in, JsonToken token) throws IOException, UnreadableException;

        /**
         * Ends the object.
         *
         * @param number the number of the row, as a spreadsheet shows it
         */
        void end(long number) throws UnreadableException;
    }

    private final InputStream bytes;
    private final ReadLimits limits;
    private final ColumnNames names;
    private @Nullable JsonParser parser;
    private Shape shape = Shape.UNKNOWN;
    private long number;

    /** Reads from a stream, which is closed with this. */
    JsonObjects(InputStream bytes, ReadLimits limits, ColumnNames names) {
        this.bytes = bytes;
        this.limits = limits;
        this.names = names;
    }

    /** Returns the number of the row that was read last, from 2; 1 before the first. */
    long number() {
        return number + 1;
    }

    /**
     * Reads the next object.
     *
     * @return whether there was one
     */
    boolean next(Row row) throws UnreadableException {
        try {
            return step(parser(), row);
        } catch (StreamConstraintsException e) {
            Reason reason =
                    String.valueOf(e.getMessage()).startsWith("String") ? Reason.CELL_TOO_LONG : Reason.MALFORMED_JSON;
            throw new UnreadableException(reason, number + 2);
        } catch (JsonProcessingException | CharConversionException e) {
            // its message may hold a piece of a cell, so it goes no further
            throw new UnreadableException(Reason.MALFORMED_JSON, number + 2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the parser, which is created late because the first bytes may already be wrong. */
    private JsonParser parser() throws IOException {
        if (parser == null) {
            parser = JsonSource.parser(bytes, limits);
        }
        return parser;
    }

    private boolean step(JsonParser in, Row row) throws IOException, UnreadableException {
        if (shape == Shape.ENDED) {
            return false;
        }
        JsonToken token = in.nextToken();
        if (shape == Shape.UNKNOWN) {
            shape = token == JsonToken.START_ARRAY ? Shape.ARRAY : Shape.LINES;
            if (shape == Shape.LINES && token == JsonToken.START_OBJECT) {
                return first(in, row);
            }
            token = shape == Shape.ARRAY ? in.nextToken() : token;
        }
        if (token == JsonToken.START_OBJECT) {
            values(in, row, false);
            return true;
        }
        end(in, token);
        return false;
    }

    /** Reads the first object of a file that is no array: either a row, or the object around the rows. */
    private boolean first(JsonParser in, Row row) throws IOException, UnreadableException {
        if (values(in, row, true)) {
            return true;
        }
        shape = Shape.WRAPPED;
        return step(in, row);
    }

    /** Reads values to the end of the object; returns false if the object turns out to be the one around the rows. */
    private boolean values(JsonParser in, Row row, boolean first) throws IOException, UnreadableException {
        row.start();
        names.startObject();
        boolean nested = false;
        for (int place = names.next(in); place != ColumnNames.END; place = names.next(in)) {
            JsonToken token = in.nextToken();
            if (first && token == JsonToken.START_ARRAY && in.currentName().equals(ROWS)) {
                return false;
            } else if (token.isStructStart()) {
                nested = true;
                in.skipChildren();
            } else {
                row.value(place, in, token);
            }
            if (nested && !first) {
                throw new UnreadableException(Reason.NESTED, number + 2);
            }
        }
        if (nested) {
            throw new UnreadableException(Reason.NESTED, number + 2);
        }
        number++;
        row.end(number + 1);
        return true;
    }

    /** Reads to the end of the file; only what belongs to its shape may follow the last row. */
    private void end(JsonParser in, JsonToken token) throws IOException, UnreadableException {
        boolean inArray = shape == Shape.ARRAY || shape == Shape.WRAPPED;
        if (inArray ? token != JsonToken.END_ARRAY : token != null) {
            throw new UnreadableException(Reason.MALFORMED_JSON, number + 2);
        }
        if (shape == Shape.WRAPPED) {
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                in.nextToken();
                in.skipChildren();
            }
        }
        if (in.nextToken() != null) {
            throw new UnreadableException(Reason.MALFORMED_JSON, number + 2);
        }
        shape = Shape.ENDED;
    }

    @Override
    public void close() {
        try (bytes) {
            if (parser != null) {
                parser.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
