package nl.betekenisvolmeten.indicators.formats.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The {@code datapackage.json} of a comparison. */
final class Descriptor {

    static final String COMPARISON = "comparison.csv";
    static final String STATISTICS = "statistics.csv";
    static final String PLOTS = "plots.json";

    private static final String PROFILES = "https://datapackage.org/profiles/2.0/";

    private Descriptor() {}

    static void write(Writer out) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.useDefaultPrettyPrinter();
        json.writeStartObject();
        json.writeStringField("$schema", PROFILES + "datapackage.json");
        json.writeStringField("name", "comparison");
        json.writeStringField("title", "Areas beside their city");
        json.writeStringField(
                "description",
                "Figures of welfare work by area, with what chance and incomplete knowledge leave open. Definitions of "
                        + "indicators are reconstructions. Small counts are not protected: for internal use, not for "
                        + "publication.");
        json.writeArrayFieldStart("resources");
        table(
                json,
                COMPARISON,
                "A row for each area, indicator and period",
                ComparisonColumns.TABLE,
                List.of("area_code", "indicator", "period"));
        table(json, STATISTICS, "A row for each statistic", ComparisonColumns.TIDY, List.of());
        json.writeStartObject();
        json.writeStringField("$schema", PROFILES + "dataresource.json");
        json.writeStringField("name", "plots");
        json.writeStringField("path", PLOTS);
        json.writeStringField("title", "Points and lines of plots");
        json.writeStringField("format", "json");
        json.writeStringField("mediatype", "application/json");
        json.writeStringField("encoding", "utf-8");
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw("\n");
        json.close();
    }

    private static <R> void table(
            JsonGenerator json, String path, String title, List<ResultColumn<R>> columns, List<String> key)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", PROFILES + "dataresource.json");
        json.writeStringField("name", path.substring(0, path.indexOf('.')));
        json.writeStringField("type", "table");
        json.writeStringField("path", path);
        json.writeStringField("title", title);
        json.writeStringField("format", "csv");
        json.writeStringField("mediatype", "text/csv");
        json.writeStringField("encoding", "utf-8");
        json.writeObjectFieldStart("dialect");
        json.writeStringField("$schema", PROFILES + "tabledialect.json");
        json.writeStringField("delimiter", ";");
        json.writeStringField("lineTerminator", "\n");
        json.writeEndObject();
        schema(json, columns, key);
        json.writeEndObject();
    }

    private static <R> void schema(JsonGenerator json, List<ResultColumn<R>> columns, List<String> key)
            throws IOException {
        json.writeObjectFieldStart("schema");
        json.writeStringField("$schema", PROFILES + "tableschema.json");
        json.writeArrayFieldStart("fields");
        for (ResultColumn<R> column : columns) {
            json.writeStartObject();
            json.writeStringField("name", column.name());
            json.writeStringField("type", column.type().code());
            json.writeStringField("description", column.description());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("missingValues");
        json.writeString("");
        json.writeEndArray();
        if (!key.isEmpty()) {
            json.writeArrayFieldStart("primaryKey");
            for (String name : key) {
                json.writeString(name);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
