package nl.betekenisvolmeten.indicators.formats.internal.json;

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
 * Objects with objects in them, as objects are written: an object, or a list of objects. They are turned into objects
 * without objects in them and read as any other delivery in JSON, so the same rules hold; the first object is row 2. A
 * property inside another ({@code toestemming.datum}) becomes the column {@code toestemming_datum}, {@code
 * toestemming.gegeven} the column {@code toestemming}, a list becomes a text with commas, and true and false become
 * {@code ja} and {@code nee}. Meant for small deliveries: these are held in memory.
 */
public final class NestedJson {

    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final int MOST_OBJECTS = 10_000;
    private static final int MOST_PROPERTIES = 200;

    /** The answer to a question whose details are in further properties. */
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
    private final List<Map<String, String>> objects = new ArrayList<>();
    private final Set<String> columns = new LinkedHashSet<>();

    private NestedJson(JsonParser parser) {
        this.parser = parser;
    }

    /** The file is not what this class reads. Its message holds nothing of the file. */
    private static final class NotRowsException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Returns the objects as plain objects, under the source's name.
     *
     * @param source the delivery
     * @return the rows; empty when the source is not JSON, is no list of objects, or is too large or too deep
     * @throws IOException if it cannot be read
     */
    public static Optional<DeliverySource> plain(DeliverySource source) throws IOException {
        byte[] bytes;
        try (InputStream in = source.open()) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            return Optional.empty();
        }
        try (JsonParser parser = JSON.createParser(bytes)) {
            NestedJson reader = new NestedJson(parser);
            reader.document();
            return Optional.of(DeliverySource.ofText(source.name(), reader.text()));
        } catch (JsonProcessingException | NotRowsException e) {
            // a message may hold a piece of a cell, so it goes no further
            return Optional.empty();
        }
    }

    private void document() throws IOException, NotRowsException {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_OBJECT) {
            object();
        } else {
            expect(first == JsonToken.START_ARRAY);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                expect(parser.currentToken() == JsonToken.START_OBJECT);
                object();
            }
        }
        expect(parser.nextToken() == null && !objects.isEmpty());
    }

    private static void expect(boolean holds) throws NotRowsException {
        if (!holds) {
            throw new NotRowsException();
        }
    }

    private void object() throws IOException, NotRowsException {
        Map<String, String> object = new LinkedHashMap<>();
        properties("", object);
        objects.add(object);
        columns.addAll(object.keySet());
        expect(objects.size() <= MOST_OBJECTS && columns.size() <= MOST_PROPERTIES);
    }

    private void properties(String outer, Map<String, String> object) throws IOException, NotRowsException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String column = outer.isEmpty() ? name : outer + (name.equals(GIVEN) ? "" : "_" + name);
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT) {
                expect(outer.isEmpty());
                properties(column, object);
            } else {
                expect(object.put(column, value == JsonToken.START_ARRAY ? list() : scalar(value)) == null);
            }
        }
    }

    private String list() throws IOException, NotRowsException {
        List<String> texts = new ArrayList<>();
        JsonToken value = parser.nextToken();
        while (value != JsonToken.END_ARRAY) {
            texts.add(scalar(value));
            value = parser.nextToken();
        }
        return String.join(", ", texts);
    }

    private String scalar(JsonToken value) throws IOException, NotRowsException {
        expect(value != null && value.isScalarValue());
        return switch (value) {
            case VALUE_TRUE -> JsonCells.YES;
            case VALUE_FALSE -> JsonCells.NO;
            case VALUE_NULL -> "";
            default -> parser.getText();
        };
    }

    /** Returns the objects as JSON, each without objects in it. */
    private String text() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (Map<String, String> object : objects) {
                json.writeStartObject();
                for (Map.Entry<String, String> cell : object.entrySet()) {
                    json.writeStringField(cell.getKey(), cell.getValue());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        return text.toString();
    }
}
