package nl.betekenisvolmeten.indicators.aggregation;

import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/** What totals of finished figures share. */
final class Totals {

    private Totals() {}

    /**
     * Returns why a total of these has no number: the most serious reason of its parts. Refused is more serious than
     * hidden, and hidden than missing.
     *
     * @return empty when each part has a number
     */
    static Optional<CellValue> whyNone(List<CellValue> parts) {
        Optional<CellValue> mostSerious = Optional.empty();
        for (CellValue part : parts) {
            if (part.lowerBound().isEmpty()
                    && mostSerious.map(found -> weight(part) > weight(found)).orElse(true)) {
                mostSerious = Optional.of(part);
            }
        }
        return mostSerious;
    }

    private static int weight(CellValue reason) {
        return reason instanceof CellValue.NotDefined ? 2 : reason instanceof CellValue.Suppressed ? 1 : 0;
    }

    /** Returns the number of reports received and expected over all rows; empty if a row's is unknown. */
    static Optional<Coverage> coverage(List<ResultTable.Row> rows) {
        long reported = 0;
        long expected = 0;
        for (ResultTable.Row row : rows) {
            if (row.coverage().isEmpty()) {
                return Optional.empty();
            }
            reported += row.coverage().get().reported();
            expected += row.coverage().get().expected();
        }
        return Optional.of(new Coverage(reported, expected));
    }
}
