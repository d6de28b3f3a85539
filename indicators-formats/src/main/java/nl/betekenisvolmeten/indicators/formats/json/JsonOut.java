package nl.betekenisvolmeten.indicators.formats.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;

/** How all results in JSON begin and end: they end with a new line, and the writer that they go to stays open. */
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
}
