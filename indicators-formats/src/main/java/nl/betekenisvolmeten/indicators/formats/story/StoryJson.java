package nl.betekenisvolmeten.indicators.formats.story;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/**
 * Impact stories in JSON: an object, or a list of objects. They are turned into objects without objects in them and read as
 * any other delivery in JSON, so the same rules hold; the first story is row 2. A property inside another ({@code toestemming.datum})
 * becomes the column {@code toestemming_datum}, {@code toestemming.gegeven} the column {@code toestemming}, a list
 * becomes a text with commas, and true and false become {@code ja} and {@code nee}.
 */
final class StoryJson {

    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final int MOST_STORIES = 10_000;
    private static final int MOST_PROPERTIES = 200;

    /** The answer to a question of which more is told beside it. */
    private static final String GIVEN = "gegeven";

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(5)
                    .maxStringLength(200_000)
                    .maxNameLength(200)
                    .maxNumberLength(30)
                    .build())
            .build();

    private final JsonParser parser;
    private final List<Map<String, String>> stories = new ArrayList<>();
    private final Set<String> columns = new LinkedHashSet<>();

    private StoryJson(JsonParser parser) {
        this.parser = parser;
    }

    /** The stories are not what this class reads. Its message holds nothing of the file. */
    private static final class NotStoriesException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** Whether a delivery is JSON, by its first sign that is not blank. */
    static boolean isJson(DeliverySource source) throws IOException {
        try (InputStream in = source.open()) {
            byte[] start = in.readNBytes(64);
            for (byte sign : start) {
                boolean beforeText = sign <= ' ' && sign >= 0;
                boolean byteOrderMark = (sign & 0xFF) == 0xEF || (sign & 0xFF) == 0xBB || (sign & 0xFF) == 0xBF;
                if (!beforeText && !byteOrderMark) {
                    return sign == '[' || sign == '{';
                }
            }
            return false;
        }
    }

    /**
     * The stories as plain objects, under the source's name.
     *
     * @return the rows; empty when the source is not JSON, or not stories
     */
    static Optional<DeliverySource> rows(DeliverySource source) throws IOException {
        byte[] bytes;
        try (InputStream in = source.open()) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            return Optional.empty();
        }
        try (JsonParser parser = JSON.createParser(bytes)) {
            StoryJson reader = new StoryJson(parser);
            reader.document();
            return Optional.of(DeliverySource.ofText(source.name(), reader.text()));
        } catch (JsonProcessingException | NotStoriesException e) {
            // a message may hold a piece of a story, so it goes no further
            return Optional.empty();
        }
    }

    private void document() throws IOException, NotStoriesException {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_OBJECT) {
            story();
        } else {
            expect(first == JsonToken.START_ARRAY);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                expect(parser.currentToken() == JsonToken.START_OBJECT);
                story();
            }
        }
        expect(parser.nextToken() == null && !stories.isEmpty());
    }

    private static void expect(boolean holds) throws NotStoriesException {
        if (!holds) {
            throw new NotStoriesException();
        }
    }

    private void story() throws IOException, NotStoriesException {
        Map<String, String> story = new LinkedHashMap<>();
        properties("", story);
        stories.add(story);
        columns.addAll(story.keySet());
        expect(stories.size() <= MOST_STORIES && columns.size() <= MOST_PROPERTIES);
    }

    private void properties(String outer, Map<String, String> story) throws IOException, NotStoriesException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String column = outer.isEmpty() ? name : outer + (name.equals(GIVEN) ? "" : "_" + name);
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT) {
                expect(outer.isEmpty());
                properties(column, story);
            } else {
                expect(story.put(column, value == JsonToken.START_ARRAY ? list() : scalar(value)) == null);
            }
        }
    }

    private String list() throws IOException, NotStoriesException {
        List<String> texts = new ArrayList<>();
        JsonToken value = parser.nextToken();
        while (value != JsonToken.END_ARRAY) {
            texts.add(scalar(value));
            value = parser.nextToken();
        }
        return String.join(", ", texts);
    }

    private String scalar(JsonToken value) throws IOException, NotStoriesException {
        expect(value != null && value.isScalarValue());
        return switch (value) {
            case VALUE_TRUE -> "ja";
            case VALUE_FALSE -> "nee";
            case VALUE_NULL -> "";
            default -> parser.getText();
        };
    }

    /** One object for each story, without objects in it. */
    private String text() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (Map<String, String> story : stories) {
                json.writeStartObject();
                for (Map.Entry<String, String> cell : story.entrySet()) {
                    json.writeStringField(cell.getKey(), cell.getValue());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        return text.toString();
    }
}
