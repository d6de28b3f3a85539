package nl.betekenisvolmeten.indicators.formats.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.targets.TargetReport;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Outcome;

/** Targets and what became of them, as JSON. */
public final class JsonTargets {

    private JsonTargets() {}

    /**
     * Writes a report: an object with the day on which is judged, how many targets have each outcome, and in {@code rows}
     * what {@link TargetColumns#TABLE} has.
     *
     * @param report the report
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void write(InternalUse<TargetReport> report, Writer out) throws IOException {
        TargetReport targets = report.table();
        JsonGenerator json = JsonOut.start(out);
        json.writeStartObject();
        json.writeStringField("as_of", targets.asOf().map(LocalDate::toString).orElse(""));
        json.writeNumberField("targets", targets.lines().size());
        json.writeObjectFieldStart("outcomes");
        for (Outcome outcome : Outcome.values()) {
            String name = JsonOut.lower(outcome).replace('_', '-');
            json.writeNumberField(name, targets.count(outcome));
        }
        json.writeEndObject();
        JsonColumns.write(
                json, "rows", TargetColumns.TABLE, TargetRow.of(targets).toList());
        json.writeEndObject();
        JsonOut.finish(json);
    }
}
