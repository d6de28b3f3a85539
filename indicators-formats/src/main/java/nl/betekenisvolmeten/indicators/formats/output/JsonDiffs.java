package nl.betekenisvolmeten.indicators.formats.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryDiff;
import nl.betekenisvolmeten.indicators.model.ColumnName;

/** Differences between definitions and between deliveries as JSON. */
public final class JsonDiffs {

    private JsonDiffs() {}

    /**
     * Writes the differences between two definitions as one object: {@code from}, {@code to}, {@code level} (null when
     * nothing differs), {@code changes} and {@code indicators}.
     *
     * @param diff the differences
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void write(DefinitionDiff diff, Writer out) throws IOException {
        JsonGenerator json = JsonOut.start(out);
        json.writeStartObject();
        json.writeStringField("from", diff.from().toString());
        json.writeStringField("to", diff.to().toString());
        json.writeStringField("level", diff.level().map(JsonOut::lower).orElse(null));
        json.writeArrayFieldStart("changes");
        for (DefinitionDiff.Change change : diff.changes()) {
            json.writeStartObject();
            json.writeStringField("kind", JsonOut.lower(change.kind()));
            json.writeStringField("level", JsonOut.lower(change.level()));
            json.writeStringField("subject", change.subject());
            json.writeStringField("before", change.before());
            json.writeStringField("after", change.after());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("indicators");
        for (DefinitionDiff.Comparability indicator : diff.indicators()) {
            write(json, indicator);
        }
        json.writeEndArray();
        json.writeEndObject();
        JsonOut.finish(json);
    }

    private static void write(JsonGenerator json, DefinitionDiff.Comparability indicator) throws IOException {
        json.writeStartObject();
        json.writeStringField("indicator", indicator.indicator().value());
        json.writeStringField("verdict", JsonOut.lower(indicator.verdict()));
        json.writeArrayFieldStart("reasons");
        for (DefinitionDiff.Comparability.Reason reason : indicator.reasons()) {
            json.writeStartObject();
            json.writeStringField("cause", JsonOut.lower(reason.cause()));
            json.writeStringField("column", reason.column());
            json.writeStringField("details", reason.details());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /**
     * Writes the differences between two deliveries as one object: {@code format}, {@code key}, {@code gone}, {@code
     * added}, {@code notCompared}, {@code changed}, {@code same}, {@code findings}, {@code carried}: null, or the {@code
     * source} that was carried over {@code from} an earlier version, with {@code losses}; the {@code periods} of both, and
     * {@code errors}: whether either has any.
     *
     * @param diff the differences
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void write(DeliveryDiff diff, Writer out) throws IOException {
        JsonGenerator json = JsonOut.start(out);
        json.writeStartObject();
        json.writeStringField("format", diff.format().toString());
        JsonOut.texts(json, "key", diff.key().stream().map(ColumnName::value).toList());
        rows(json, "gone", diff.gone());
        rows(json, "added", diff.added());
        notCompared(json, diff.notCompared());
        json.writeArrayFieldStart("changed");
        for (DeliveryDiff.Cell cell : diff.changed()) {
            json.writeStartObject();
            json.writeNumberField("row", cell.row());
            JsonOut.texts(json, "key", cell.key());
            json.writeStringField("column", cell.column().value());
            json.writeStringField("before", cell.before());
            json.writeStringField("after", cell.after());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("same", diff.same());
        json.writeArrayFieldStart("findings");
        for (Map.Entry<FindingCode, DeliveryDiff.Counts> entry : diff.findings().entrySet()) {
            json.writeStartObject();
            json.writeStringField("code", entry.getKey().value());
            json.writeNumberField("before", entry.getValue().before());
            json.writeNumberField("after", entry.getValue().after());
            json.writeEndObject();
        }
        json.writeEndArray();
        carried(json, diff);
        json.writeObjectFieldStart("periods");
        JsonOut.texts(json, "before", diff.periods().before());
        JsonOut.texts(json, "after", diff.periods().after());
        json.writeEndObject();
        json.writeBooleanField("errors", diff.errors());
        json.writeEndObject();
        JsonOut.finish(json);
    }

    private static void notCompared(JsonGenerator json, List<DeliveryDiff.NotCompared> rows) throws IOException {
        json.writeArrayFieldStart("notCompared");
        for (DeliveryDiff.NotCompared row : rows) {
            json.writeStartObject();
            number(json, "before", row.before());
            number(json, "after", row.after());
            JsonOut.texts(json, "key", row.key());
            json.writeStringField("reason", JsonOut.lower(row.reason()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, String name, OptionalLong number) throws IOException {
        if (number.isPresent()) {
            json.writeNumberField(name, number.getAsLong());
        } else {
            json.writeNullField(name);
        }
    }

    private static void carried(JsonGenerator json, DeliveryDiff diff) throws IOException {
        if (diff.carried().isEmpty()) {
            json.writeNullField("carried");
            return;
        }
        DeliveryDiff.Carried carried = diff.carried().get();
        json.writeObjectFieldStart("carried");
        json.writeStringField("source", carried.source());
        json.writeStringField("from", carried.from().toString());
        json.writeArrayFieldStart("losses");
        for (Map.Entry<FindingCode, Long> entry : carried.losses().countByCode().entrySet()) {
            json.writeStartObject();
            json.writeStringField("code", entry.getKey().value());
            json.writeNumberField("count", entry.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void rows(JsonGenerator json, String name, List<DeliveryDiff.Row> rows) throws IOException {
        json.writeArrayFieldStart(name);
        for (DeliveryDiff.Row row : rows) {
            json.writeStartObject();
            json.writeNumberField("row", row.number());
            JsonOut.texts(json, "key", row.key());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
