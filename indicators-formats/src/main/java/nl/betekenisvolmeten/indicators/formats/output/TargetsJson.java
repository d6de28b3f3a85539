package nl.betekenisvolmeten.indicators.formats.output;

import java.time.LocalDate;
import java.util.Arrays;
import nl.betekenisvolmeten.indicators.disclosure.Outgoing;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonObject;
import nl.betekenisvolmeten.indicators.targets.TargetReport;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Outcome;

/** Targets and what became of them in JSON: the day of judging, how many have each outcome, and a row for each. */
final class TargetsJson {

    private TargetsJson() {}

    static JsonObject of(Outgoing<TargetReport> outgoing) {
        TargetReport report = outgoing.table();
        return JsonObject.of("as_of", report.asOf().map(LocalDate::toString).orElse(""))
                .with("targets", report.lines().size())
                .with(
                        "outcomes",
                        Arrays.stream(Outcome.values())
                                .map(outcome -> JsonObject.of("outcome", TargetRow.word(outcome))
                                        .with("targets", report.count(outcome)))
                                .toList())
                .with(
                        "rows",
                        JsonResults.rows(
                                TableColumn.withUse(TargetRow.TABLE, outgoing.use()),
                                () -> TargetRow.of(report).iterator()));
    }
}
