package nl.betekenisvolmeten.indicators.formats.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.Migration;
import nl.betekenisvolmeten.indicators.formats.definition.MigrationStep;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.DeliveryRule;
import nl.betekenisvolmeten.indicators.validation.Rule;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/** Formats as JSON, for programs that want to know what a format asks. */
public final class JsonFormats {

    private JsonFormats() {}

    /**
     * Writes formats as an array: columns with their codes, rules, and how rows of the version before become rows of it.
     *
     * @param formats the formats
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void write(List<FormatDefinition> formats, Writer out) throws IOException {
        JsonGenerator json = JsonOut.start(out);
        json.writeStartArray();
        for (FormatDefinition format : formats) {
            write(json, format);
        }
        json.writeEndArray();
        JsonOut.finish(json);
    }

    static void write(JsonGenerator json, FormatDefinition format) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", "format");
        json.writeStringField("id", format.id().name());
        json.writeStringField("version", format.id().version());
        write(json, "title", format.title());
        write(json, format.validity());
        json.writeStringField("status", JsonOut.lower(format.provenance().status()));
        write(json, "note", format.provenance().note());
        json.writeArrayFieldStart("columns");
        for (Column column : format.columns()) {
            write(json, column);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rules");
        for (Verdict verdict : format.ruleSet().verdicts().values()) {
            write(json, verdict, List.of());
        }
        for (Rule rule : format.ruleSet().rules()) {
            write(json, rule.verdict(), rule.columns());
        }
        for (DeliveryRule rule : format.deliveryRules().rules()) {
            write(json, rule.verdict(), rule.columns());
        }
        json.writeEndArray();
        if (format.migration().isPresent()) {
            write(json, format.migration().get());
        }
        json.writeEndObject();
    }

    static void write(JsonGenerator json, Validity validity) throws IOException {
        json.writeStringField("validFrom", validity.from().map(Period::code).orElse(null));
        json.writeStringField("validTo", validity.to().map(Period::code).orElse(null));
    }

    private static void write(JsonGenerator json, Migration migration) throws IOException {
        json.writeObjectFieldStart("migration");
        json.writeStringField("from", migration.from().id().toString());
        json.writeArrayFieldStart("steps");
        for (MigrationStep step : migration.steps()) {
            json.writeStartObject();
            json.writeStringField("step", name(step));
            json.writeStringField("column", step.column().value());
            if (step instanceof MigrationStep.Rename rename) {
                json.writeStringField("to", rename.to().value());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String name(MigrationStep step) {
        if (step instanceof MigrationStep.Rename) {
            return "rename";
        }
        if (step instanceof MigrationStep.Add) {
            return "add";
        }
        if (step instanceof MigrationStep.Drop) {
            return "drop";
        }
        return step instanceof MigrationStep.MapCodes ? "map-codes" : "notation";
    }

    private static void write(JsonGenerator json, Column column) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", column.name().value());
        json.writeStringField("concept", column.concept());
        json.writeBooleanField("required", column.rule().required());
        write(json, "title", column.title());
        write(json, "agreement", column.agreement());
        if (column.rule().type() instanceof ColumnType.Code code) {
            write(json, "codes", code.codes());
        }
        if (column.rule().type() instanceof ColumnType.Place place
                && place.residuals().codes().isPresent()) {
            write(json, "residuals", place.residuals().codes().get());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String field, Codelist codes) throws IOException {
        json.writeArrayFieldStart(field);
        for (Codelist.Item item : codes.items()) {
            json.writeStartObject();
            json.writeStringField("code", item.code());
            write(json, "name", item.name());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void write(JsonGenerator json, Verdict verdict, List<ColumnName> columns) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", verdict.code().value());
        json.writeStringField("severity", JsonOut.lower(verdict.severity()));
        json.writeArrayFieldStart("columns");
        for (ColumnName column : columns) {
            json.writeString(column.value());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static void write(JsonGenerator json, String name, LocalizedText text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("nl", text.nl());
        json.writeStringField("en", text.en());
        json.writeEndObject();
    }
}
