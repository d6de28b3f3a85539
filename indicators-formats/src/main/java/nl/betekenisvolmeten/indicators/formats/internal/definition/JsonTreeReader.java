package nl.betekenisvolmeten.indicators.formats.internal.definition;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.IndicatorsException;

/**
 * Reads a JSON document, strictly: UTF-8, one value, no property twice, within {@link DefinitionLimits}. Whatever the
 * bytes are, the outcome is a tree or a problem, never an exception.
 */
public final class JsonTreeReader {

    /**
     * The parser's own limits lie where {@link DefinitionLimits#BYTES} already holds: the limits of this class give
     * better findings. Names are not kept in a shared table, which can be filled with colliding ones.
     */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DefinitionLimits.DEPTH + 1)
                    .maxStringLength(DefinitionLimits.BYTES)
                    .maxNameLength(DefinitionLimits.BYTES)
                    .maxNumberLength(DefinitionLimits.BYTES)
                    .build())
            .build();

    private static final char REPLACEMENT = '\uFFFD';

    private final JsonParser parser;
    private final Problems problems;
    private DefinitionPosition here = DefinitionPosition.root(1, 1);
    private int values;

    private JsonTreeReader(JsonParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** The document cannot be read further; the problem has been noted. */
    private static final class StopException extends Exception {
        private static final long serialVersionUID = 1L;

        StopException() {
            super("noted", null, false, false);
        }
    }

    /**
     * Reads a stream, to its end or to the limit.
     *
     * @throws IndicatorsException if the stream cannot be read
     */
    public static Optional<Json> read(InputStream in, Problems problems) {
        try {
            byte[] bytes = in.readNBytes(DefinitionLimits.BYTES + 1);
            if (bytes.length > DefinitionLimits.BYTES) {
                problems.beyondLimit(DefinitionPosition.root(1, 1), DefinitionLimits.BYTES, "bytes");
                return Optional.empty();
            }
            return parse(bytes, problems);
        } catch (StopException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IndicatorsException("cannot read " + problems.source(), e);
        }
    }

    private static Optional<Json> parse(byte[] bytes, Problems problems) throws IOException, StopException {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (!result.isUnderflow()) {
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            problems.notJson(DefinitionPosition.root(line, 1), "not_utf");
            return Optional.empty();
        }
        int start = text.length() > 0 && text.charAt(0) == '\uFEFF' ? 1 : 0;
        try (JsonParser parser = FACTORY.createParser(text.array(), start, text.length() - start)) {
            return new JsonTreeReader(parser, problems).document();
        }
    }

    private Optional<Json> document() throws StopException {
        try {
            if (parser.nextToken() == null) {
                throw refused(here, "empty");
            }
            Json value = value(root(), 1);
            if (parser.nextToken() != null) {
                throw refused(root(), "more_than_one");
            }
            return Optional.of(value);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw refused(at == null ? here : here.at(at.getLineNr(), at.getColumnNr()), "syntax");
        } catch (IOException e) {
            throw refused(here, "unreadable");
        }
    }

    private StopException refused(DefinitionPosition spot, String reason) {
        problems.notJson(spot, reason);
        return new StopException();
    }

    /** Stops when there is more of something than a definition may have. */
    private void limit(DefinitionPosition spot, int number, int limit, String unit) throws StopException {
        if (number > limit) {
            problems.beyondLimit(spot, limit, unit);
            throw new StopException();
        }
    }

    private DefinitionPosition root() {
        JsonLocation at = parser.currentTokenLocation();
        return DefinitionPosition.root(at.getLineNr(), at.getColumnNr());
    }

    private Json value(DefinitionPosition spot, int depth) throws IOException, StopException {
        here = spot;
        values++;
        limit(spot, values, DefinitionLimits.VALUES, "values");
        limit(spot, parser.currentToken().isStructStart() ? depth : 0, DefinitionLimits.DEPTH, "levels");
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(spot, depth);
            case START_ARRAY -> items(spot, depth);
            case VALUE_STRING -> new Json.Text(spot, text(spot));
            case VALUE_NUMBER_INT -> new Json.Numeral(spot, number(spot), true);
            case VALUE_NUMBER_FLOAT -> new Json.Numeral(spot, number(spot), false);
            case VALUE_TRUE -> new Json.Flag(spot, true);
            case VALUE_FALSE -> new Json.Flag(spot, false);
            default -> new Json.Nothing(spot);
        };
    }

    private Json child(DefinitionPosition spot, String name, int depth) throws IOException, StopException {
        JsonLocation at = parser.currentTokenLocation();
        return value(spot.child(name, at.getLineNr(), at.getColumnNr()), depth + 1);
    }

    private Json members(DefinitionPosition spot, int depth) throws IOException, StopException {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String written = parser.currentName();
            limit(spot, written.length(), DefinitionLimits.NAME_LENGTH, "characters");
            String name = clean(spot, written);
            parser.nextToken();
            Json value = child(spot, name, depth);
            if (members.putIfAbsent(name, value) != null) {
                problems.twice(value.spot(), name);
            }
        }
        return new Json.Members(spot, members);
    }

    private Json items(DefinitionPosition spot, int depth) throws IOException, StopException {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(child(spot, Integer.toString(items.size()), depth));
        }
        return new Json.Items(spot, items);
    }

    private String text(DefinitionPosition spot) throws IOException, StopException {
        limit(spot, parser.getTextLength(), DefinitionLimits.TEXT_LENGTH, "characters");
        return clean(spot, parser.getText());
    }

    private String number(DefinitionPosition spot) throws IOException, StopException {
        limit(spot, parser.getTextLength(), DefinitionLimits.NUMBER_LENGTH, "digits");
        return parser.getText();
    }

    /** JSON can spell half a character or a NUL by its number; no text of a definition holds them. */
    private String clean(DefinitionPosition spot, String text) {
        int[] cleaned = text.codePoints().map(c -> isText(c) ? c : REPLACEMENT).toArray();
        String clean = new String(cleaned, 0, cleaned.length);
        if (!clean.equals(text)) {
            problems.notJson(spot, "broken_character");
        }
        return clean;
    }

    private static boolean isText(int c) {
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !surrogate && (!Character.isISOControl(c) || c == '\n' || c == '\t' || c == '\r');
    }
}
