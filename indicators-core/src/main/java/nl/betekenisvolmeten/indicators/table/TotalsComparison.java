package nl.betekenisvolmeten.indicators.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.CellValue;

/**
 * Totals that were delivered, compared with what their parts add up to. Neither replaces the other. {@link TotalsCheck}
 * does the same within one table that holds both.
 *
 * @param rows a row for each total, in the order given
 * @param findings a warning for each total that its parts cannot make, or that has no parts
 */
public record TotalsComparison(List<Row> rows, Findings findings) {

    private static final FindingCode NOT_THE_SUM = FindingCode.of("BM-T01");
    private static final FindingCode NO_PARTS = FindingCode.of("BM-T02");

    public TotalsComparison {
        rows = List.copyOf(rows);
    }

    /** What the parts say of a total. */
    public enum Outcome {
        /** They come to the same. */
        SAME,
        /** They leave room for it: persons may be in several parts. */
        POSSIBLE,
        /** They cannot come to it. */
        DIFFERENT,
        /** Nothing, since not all of them are known. */
        INCOMPLETE,
        /** Nothing, since there are none. */
        NO_PARTS
    }

    /**
     * A total and its parts.
     *
     * @param total as delivered
     * @param parts what its parts come to; missing where there are none
     * @param difference the total less its parts: a number or bounds; missing where the parts come to none
     * @param outcome what the parts say of it
     */
    public record Row(Delivered total, CellValue parts, CellValue difference, Outcome outcome) {}

    /**
     * Compares totals with the sums of a table. Events, states and persons are compared as they are; a total of a ratio or
     * mean may have been rounded to the decimals that it has.
     *
     * @param parts the sums of the parts
     * @param totals what was delivered
     * @return both, compared
     * @throws IllegalArgumentException if a total has another number of codes than the table, or a figure that it lacks
     */
    public static TotalsComparison of(ResultTable parts, List<Delivered> totals) {
        Map<List<String>, ResultTable.Row> byKey = new HashMap<>();
        parts.rows().forEach(row -> byKey.put(row.key(), row));
        Findings.Collector findings = Findings.Collector.withDefaults();
        List<Row> rows = new ArrayList<>();
        for (Delivered total : totals) {
            int index = parts.series().indexOf(total.series());
            if (index < 0 || total.key().size() != parts.keys().size()) {
                throw new IllegalArgumentException("no total of this table: " + total);
            }
            ResultTable.Row group = byKey.get(total.key());
            Row row = group == null
                    ? new Row(total, new CellValue.Missing(), new CellValue.Missing(), Outcome.NO_PARTS)
                    : row(total, group.figures().get(index));
            report(row, findings);
            rows.add(row);
        }
        return new TotalsComparison(rows, findings.toFindings());
    }

    private static Row row(Delivered total, Figure parts) {
        CellValue value = parts.value();
        if (value.lowerBound().isEmpty()) {
            return new Row(total, value, new CellValue.Missing(), Outcome.INCOMPLETE);
        }
        BigDecimal lower = value.lowerBound().orElseThrow();
        BigDecimal upper = value.upperBound().orElseThrow();
        CellValue difference =
                CellValue.between(total.value().subtract(upper), total.value().subtract(lower));
        boolean known = parts.cellsMissing() == 0;
        BigDecimal rounding = parts.numerator().isPresent() ? halfOfLastDecimal(total.value()) : BigDecimal.ZERO;
        boolean fits = total.value().add(rounding).compareTo(lower) >= 0
                && total.value().subtract(rounding).compareTo(upper) <= 0;
        Outcome outcome = fits ? (value.exact().isPresent() ? Outcome.SAME : Outcome.POSSIBLE) : Outcome.DIFFERENT;
        return new Row(total, value, difference, known ? outcome : Outcome.INCOMPLETE);
    }

    private static BigDecimal halfOfLastDecimal(BigDecimal value) {
        return BigDecimal.valueOf(5, Math.max(0, value.scale()) + 1);
    }

    private static void report(Row row, Findings.Collector findings) {
        Delivered total = row.total();
        Map<String, String> arguments = new HashMap<>(Map.of(
                "column", total.series(),
                "total", text(total.value()),
                "key", String.join(", ", total.key())));
        Location where = Location.nowhere().withColumn(total.series());
        if (row.outcome() == Outcome.NO_PARTS) {
            findings.add(Finding.of(NO_PARTS, Severity.WARNING, where, arguments));
        } else if (row.outcome() == Outcome.DIFFERENT) {
            BigDecimal lower = row.parts().lowerBound().orElseThrow();
            BigDecimal upper = row.parts().upperBound().orElseThrow();
            boolean below = total.value().compareTo(lower) < 0;
            arguments.put("sum", lower.compareTo(upper) == 0 ? text(lower) : text(lower) + " – " + text(upper));
            arguments.put("difference", text(total.value().subtract(below ? lower : upper)));
            findings.add(Finding.of(NOT_THE_SUM, Severity.WARNING, where, arguments));
        }
    }

    /** Returns a number with a decimal comma, as in deliveries. */
    static String text(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }

    /**
     * Returns what was delivered of a group.
     *
     * @param key its codes
     * @param series the figure
     * @return the first total of it, or empty when there is none
     */
    public Optional<Row> find(List<String> key, String series) {
        return rows.stream()
                .filter(row ->
                        row.total().key().equals(key) && row.total().series().equals(series))
                .findFirst();
    }

    /**
     * A total that someone delivered, to be compared with the sum of its parts.
     *
     * @param key the codes of the group, as in a table of results
     * @param series the figure
     * @param value the total as delivered: with as many decimals as were given
     */
    public record Delivered(List<String> key, String series, BigDecimal value) {

        public Delivered {
            key = List.copyOf(key);
        }
    }
}
