package nl.betekenisvolmeten.indicators.formats.output;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import nl.betekenisvolmeten.indicators.disclosure.Outgoing;
import nl.betekenisvolmeten.indicators.targets.TargetReport;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Outcome;

/** Targets and what became of them in JSON: the day of judging, how many have each outcome, and a row for each. */
record TargetsJson(String asOf, int targets, List<OutcomeJson> outcomes, Iterable<TableRow<TargetRow>> rows) {

    static TargetsJson of(Outgoing<TargetReport> outgoing) {
        TargetReport report = outgoing.table();
        return new TargetsJson(
                report.asOf().map(LocalDate::toString).orElse(""),
                report.lines().size(),
                Arrays.stream(Outcome.values())
                        .map(outcome -> new OutcomeJson(TargetRow.word(outcome), report.count(outcome)))
                        .toList(),
                JsonResults.rows(
                        TableColumn.withUse(TargetRow.TABLE, outgoing.use()),
                        () -> TargetRow.of(report).iterator()));
    }

    /** How many targets have an outcome. */
    record OutcomeJson(String outcome, long targets) {}
}
