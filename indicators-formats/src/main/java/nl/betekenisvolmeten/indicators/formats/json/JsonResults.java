package nl.betekenisvolmeten.indicators.formats.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.statistics.PValue;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/** Results as JSON. Numbers are at full precision; what is absent is null. */
public final class JsonResults {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonResults() {}

    /**
     * Writes totals as an array of objects: a property for each grouping column, and an object for each figure.
     *
     * @param result the totals
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void write(InternalUse<ResultTable> result, Writer out) throws IOException {
        ResultTable table = result.table();
        JsonGenerator json = generator(out);
        json.writeStartArray();
        for (ResultTable.Row row : table.rows()) {
            json.writeStartObject();
            for (int i = 0; i < table.keys().size(); i++) {
                json.writeStringField(table.keys().get(i), row.key().get(i));
            }
            for (int i = 0; i < table.series().size(); i++) {
                json.writeObjectFieldStart(table.series().get(i));
                writeBounded(json, "", row.figures().get(i).value());
                json.writeStringField(
                        "status", row.figures().get(i).value().status().code());
                json.writeNumberField("cellsMissing", row.figures().get(i).cellsMissing());
                json.writeEndObject();
            }
            json.writeNumberField("rows", row.observations());
            writeNumber(json, "organisations", row.reporters().map(BigDecimal::valueOf));
            writeNumber(json, "coverage", row.coverage().map(Coverage::share));
            json.writeEndObject();
        }
        json.writeEndArray();
        finish(json);
    }

    /**
     * Writes a comparison as an array of objects.
     *
     * @param result the comparison
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void writeComparison(InternalUse<Comparison> result, Writer out) throws IOException {
        JsonGenerator json = generator(out);
        json.writeStartArray();
        for (Comparison.Row row : result.table().rows()) {
            json.writeStartObject();
            json.writeStringField("area_code", row.area().code().value());
            json.writeStringField("area", row.area().name());
            json.writeStringField("indicator", row.indicator().id().value());
            json.writeStringField("period", row.period());
            writeBounded(json, "numerator", row.numerator());
            writeNumber(json, "denominator", row.denominator().exact());
            json.writeNumberField("per", row.per().multiplier());
            writeNumber(json, "value", row.value().exact());
            writeNumber(json, "lower", row.interval().map(Interval::lower).map(BigDecimal::valueOf));
            writeNumber(json, "upper", row.interval().map(Interval::upper).map(BigDecimal::valueOf));
            json.writeNumberField("confidence", row.confidence().level());
            json.writeStringField("method", row.method());
            writeNumber(json, "city_value", row.cityValue().exact());
            writeNumber(json, "p_value", row.pValue().map(PValue::value).map(BigDecimal::valueOf));
            writeNumber(json, "p_adjusted", row.pAdjusted().map(PValue::value).map(BigDecimal::valueOf));
            json.writeStringField("verdict", row.judgement().code());
            writeText(json, "funnel", row.funnel().map(funnel -> funnel.code()));
            json.writeStringField("status", row.value().status().code());
            writeNumber(json, "coverage", row.coverage().map(Coverage::share));
            json.writeBooleanField("complete", row.complete());
            json.writeEndObject();
        }
        json.writeEndArray();
        finish(json);
    }

    private static JsonGenerator generator(Writer out) throws IOException {
        JsonGenerator json = JSON.createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        return json.useDefaultPrettyPrinter();
    }

    private static void finish(JsonGenerator json) throws IOException {
        json.writeRaw("\n");
        json.close();
    }

    private static void writeBounded(JsonGenerator json, String name, CellValue value) throws IOException {
        writeNumber(json, name.isEmpty() ? "value" : name, value.exact());
        writeNumber(json, name.isEmpty() ? "lower" : name + "_lower", value.least());
        writeNumber(json, name.isEmpty() ? "upper" : name + "_upper", value.most());
    }

    private static void writeNumber(JsonGenerator json, String name, Optional<BigDecimal> value) throws IOException {
        if (value.isPresent()) {
            json.writeFieldName(name);
            json.writeNumber(
                    value.get().signum() == 0
                            ? "0"
                            : value.get().stripTrailingZeros().toPlainString());
        } else {
            json.writeNullField(name);
        }
    }

    private static void writeText(JsonGenerator json, String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.writeStringField(name, text.get());
        } else {
            json.writeNullField(name);
        }
    }
}
