package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.table.RowTaker;

/**
 * Where the rows of all files come together: past what was agreed, with an eye on files about the same.
 *
 * @param format the format that all rows are read as
 * @param taker takes them
 * @param agreed lets only rows through that count; empty when nothing was agreed
 * @param overlaps notices files about the same
 */
record MergedRows(FormatDefinition format, RowTaker taker, Optional<AgreedRows> agreed, OverlapWatch overlaps) {

    /** Takes the rows of a file, whatever version it is written in. */
    RowTaker of(OpenedDelivery file) {
        RowTaker to = agreed.map(rows -> rows.of(new AgreedRows.File(
                        file.source().name(),
                        file.sha256(),
                        file.format().orElseThrow().id())))
                .orElse(taker);
        // a ledger says which of two files counts
        return agreed.filter(AgreedRows::hasLedger).isPresent()
                ? to
                : overlaps.watch(file.source(), format.ruleSet().structure(), to);
    }

    /** What came of it, when all files were read. */
    SetReport finish(List<SetReport.FileRead> files) {
        boolean any = files.stream().anyMatch(file -> file.way().isRead());
        return new SetReport(
                files, overlaps.overlaps(), agreed.filter(rows -> any).map(AgreedRows::finish));
    }
}
