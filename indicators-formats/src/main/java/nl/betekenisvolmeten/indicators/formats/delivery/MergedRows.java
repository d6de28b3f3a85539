package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.table.RowTaker;

/**
 * Where the rows of all files come together: past what was agreed, each once, with an eye on files about the same.
 *
 * @param format the format that all rows are read as
 * @param taker takes them
 * @param agreed lets only rows through that count; empty when nothing was agreed
 * @param overlaps notices files about the same
 * @param repeated lets a row of several files through once; empty for a file alone, and for rows without a key
 */
record MergedRows(
        FormatDefinition format,
        RowTaker taker,
        Optional<AgreedRows> agreed,
        OverlapWatch overlaps,
        Optional<RepeatedRows> repeated) {

    /** Returns an instance for a number of files; it looks for repeated rows if there is more than one. */
    static MergedRows of(FormatDefinition format, RowTaker taker, Optional<AgreedRows> agreed, int files) {
        return new MergedRows(
                format, taker, agreed, new OverlapWatch(), files > 1 ? RepeatedRows.of(format) : Optional.empty());
    }

    /** Returns a taker for the rows of a file, whatever version they are written in. */
    RowTaker of(OpenedDelivery file) {
        RowTaker once = repeated.map(rows -> rows.watch(file.source(), taker)).orElse(taker);
        RowTaker to = agreed.map(rows -> rows.of(
                        new AgreedRows.File(
                                file.source().name(),
                                file.sha256(),
                                file.format().orElseThrow().id()),
                        once))
                .orElse(once);
        // a ledger says which of two files counts
        return agreed.filter(AgreedRows::hasLedger).isPresent()
                ? to
                : overlaps.watch(file.source(), format.ruleSet().structure(), to);
    }

    /** Returns the report, after all files have been read. */
    SetReport finish(List<SetReport.FileRead> files, RepeatedRows.Tracer again) {
        boolean any = files.stream().anyMatch(file -> file.way().isRead());
        Optional<ContextReport> context = agreed.filter(rows -> any).map(AgreedRows::finish);
        return new SetReport(
                files,
                overlaps.overlaps(),
                repeated.map(RepeatedRows::sameDeliveries).orElse(List.of()),
                repeated.map(rows -> rows.findings(again)).orElse(Findings.none()),
                context);
    }
}
