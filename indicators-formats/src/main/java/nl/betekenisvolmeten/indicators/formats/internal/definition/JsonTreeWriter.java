package nl.betekenisvolmeten.indicators.formats.internal.definition;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes a tree as JSON, with its properties in their order and its numbers as they were written. */
public final class JsonTreeWriter {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    private JsonTreeWriter() {}

    /** Returns the text of a tree, each property on a line of its own. */
    public static String pretty(Json value) {
        return text(value, true) + '\n';
    }

    /** Returns the text of a tree on one line; a text as its characters. */
    public static String compact(Json value) {
        return value instanceof Json.Text text ? text.value() : text(value, false);
    }

    private static String text(Json value, boolean pretty) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            if (pretty) {
                json.setPrettyPrinter(
                        new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES));
            }
            write(value, json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to a text failed", e);
        }
        return out.toString();
    }

    private static void write(Json value, JsonGenerator json) throws IOException {
        if (value instanceof Json.Members object) {
            json.writeStartObject();
            for (Map.Entry<String, Json> member : object.members().entrySet()) {
                json.writeFieldName(member.getKey());
                write(member.getValue(), json);
            }
            json.writeEndObject();
        } else if (value instanceof Json.Items array) {
            json.writeStartArray();
            for (Json item : array.items()) {
                write(item, json);
            }
            json.writeEndArray();
        } else if (value instanceof Json.Text text) {
            json.writeString(text.value());
        } else if (value instanceof Json.Numeral number) {
            json.writeNumber(number.digits());
        } else if (value instanceof Json.Flag flag) {
            json.writeBoolean(flag.value());
        } else {
            json.writeNull();
        }
    }
}
