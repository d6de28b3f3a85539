package nl.betekenisvolmeten.indicators.formats.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import nl.betekenisvolmeten.indicators.formats.internal.rows.HalfCharacter;
import nl.betekenisvolmeten.indicators.formats.internal.rows.NumberText;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException.Reason;

/**
 * The objects of a file that are rows, one by one, in any of the three shapes. The object around an array {@code rows} is
 * no row, whatever else it says.
 */
final class JsonObjects implements AutoCloseable {

    static final String YES = "ja";
    static final String NO = "nee";

    private static final String ROWS = "rows";

    private enum Shape {
        UNKNOWN,
        ARRAY,
        LINES,
        WRAPPED,
        ENDED
    }

    /** Takes the values of a row. */
    interface Row {

        /** The next object starts. What was taken of one before without {@link #end} is no row after all. */
        void start();

        /** Whether a value of this name is asked for as a text; otherwise it is passed over, which takes less time. */
        boolean wants(String name) throws UnreadableException;

        /** A value of the object, of the name that was just asked about. */
        void value(String text);

        /** The object ends. */
        void end();
    }

    private final JsonParser in;
    private Shape shape = Shape.UNKNOWN;
    private long number;

    JsonObjects(JsonParser in) {
        this.in = in;
    }

    /** The number of the row that was read last, from 2; 1 before the first. */
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
            return step(row);
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

    private boolean step(Row row) throws IOException, UnreadableException {
        if (shape == Shape.ENDED) {
            return false;
        }
        JsonToken token = in.nextToken();
        if (shape == Shape.UNKNOWN) {
            shape = token == JsonToken.START_ARRAY ? Shape.ARRAY : Shape.LINES;
            if (shape == Shape.LINES && token == JsonToken.START_OBJECT) {
                return first(row);
            }
            token = shape == Shape.ARRAY ? in.nextToken() : token;
        }
        if (token == JsonToken.START_OBJECT) {
            row.start();
            values(row, false);
            return true;
        }
        end(token);
        return false;
    }

    /** The first object of a file that is no array: a line, or what is around the rows. */
    private boolean first(Row row) throws IOException, UnreadableException {
        row.start();
        if (values(row, true)) {
            return true;
        }
        shape = Shape.WRAPPED;
        return step(row);
    }

    /** Reads values to the end of the object; false when it turns out to be around the rows. */
    private boolean values(Row row, boolean first) throws IOException, UnreadableException {
        boolean nested = false;
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            JsonToken token = in.nextToken();
            if (first && token == JsonToken.START_ARRAY && name.equals(ROWS)) {
                return false;
            } else if (token.isStructStart()) {
                nested = true;
                in.skipChildren();
            } else if (row.wants(name)) {
                row.value(whole(text(in, token)));
            } else {
                whole(name);
            }
            if (nested && !first) {
                throw new UnreadableException(Reason.NESTED, number + 2);
            }
        }
        if (nested) {
            throw new UnreadableException(Reason.NESTED, number + 2);
        }
        number++;
        row.end();
        return true;
    }

    private String whole(String text) throws UnreadableException {
        if (HalfCharacter.isIn(text)) {
            throw new UnreadableException(Reason.MALFORMED_JSON, number + 2);
        }
        return text;
    }

    /** A value as the text of a cell; true and false as the Dutch forms have them. */
    static String text(JsonParser in, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_NULL -> "";
            case VALUE_TRUE -> YES;
            case VALUE_FALSE -> NO;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NumberText.dutch(in.getText());
            default -> in.getText();
        };
    }

    /** After the last row only what belongs to the shape may follow. */
    private void end(JsonToken token) throws IOException, UnreadableException {
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
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
