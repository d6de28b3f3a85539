package nl.betekenisvolmeten.indicators.formats.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.Locale;

/** How all results in JSON begin and end, and how words stand in them: they end with a new line, and their writer stays open. */
final class JsonOut {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonOut() {}

    /** Begins a result of which every value stands on a line of its own. */
    static JsonGenerator start(Writer out) throws IOException {
        return startPlain(out).useDefaultPrettyPrinter();
    }

    /** Begins a result without blanks or lines. */
    static JsonGenerator startPlain(Writer out) throws IOException {
        return JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    static void finish(JsonGenerator json) throws IOException {
        json.writeRaw("\n");
        json.close();
    }

    /** A constant as a word in a file. */
    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static void texts(JsonGenerator json, String name, Collection<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
