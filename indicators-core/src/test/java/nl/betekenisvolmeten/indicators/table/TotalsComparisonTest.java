package nl.betekenisvolmeten.indicators.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.model.CellValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A total that someone delivered, compared with what its parts come to. */
class TotalsComparisonTest {

    private static final CellValue EXACT = CellValue.of(new BigDecimal("120"));
    private static final CellValue BETWEEN = CellValue.between(new BigDecimal("40"), new BigDecimal("120"));

    private static ResultTable table(Figure figure) {
        return new ResultTable(
                List.of("stad"),
                List.of("aantal"),
                List.of(new ResultTable.Row(List.of("GM0518"), List.of(figure), 3, Optional.empty(), Optional.empty())),
                Findings.none());
    }

    private static Figure quotient(String value) {
        CellValue one = CellValue.of(BigDecimal.ONE);
        return new Figure(CellValue.of(new BigDecimal(value)), Optional.of(one), Optional.of(one), 2, 0);
    }

    private static TotalsComparison compare(Figure figure, String city, String total) {
        return TotalsComparison.of(
                table(figure), List.of(new TotalsComparison.Delivered(List.of(city), "aantal", new BigDecimal(total))));
    }

    private static String line(TotalsComparison comparison) {
        TotalsComparison.Row row = comparison.rows().get(0);
        String difference = row.difference()
                        .lowerBound()
                        .map(BigDecimal::toPlainString)
                        .orElse("-")
                + " "
                + row.difference().upperBound().map(BigDecimal::toPlainString).orElse("-");
        return difference + " " + row.outcome();
    }

    private static List<String> told(TotalsComparison comparison) {
        return comparison.findings().kept().stream()
                .map(finding -> finding.code() + " " + finding.arguments().get("difference"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"120, 0 0 SAME", "100, -20 -20 DIFFERENT", "130, 10 10 DIFFERENT"})
    void of_events_areTheSum(String total, String expected) {
        assertThat(line(compare(Figure.of(EXACT, 3, 0), "GM0518", total))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "40, -80 0 POSSIBLE",
        "90, -30 50 POSSIBLE",
        "120, 0 80 POSSIBLE",
        "39, -81 -1 DIFFERENT",
        "121, 1 81 DIFFERENT"
    })
    void of_persons_lieBetweenTheBounds(String total, String expected) {
        assertThat(line(compare(Figure.of(BETWEEN, 3, 0), "GM0518", total))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"12.3, SAME", "12.35, SAME", "12.4, SAME", "12.5, DIFFERENT", "12.34, DIFFERENT", "12, SAME"})
    void of_mean_mayHaveBeenRounded(String total, String outcome) {
        // 12.35: half up and half down are both roundings of it
        assertThat(compare(quotient("12.35"), "GM0518", total).rows().get(0).outcome())
                .hasToString(outcome);
    }

    @Test
    void of_partsThatWereLeftEmpty_sayNothing() {
        TotalsComparison comparison = compare(Figure.of(EXACT, 3, 1), "GM0518", "500");
        assertThat(line(comparison)).isEqualTo("380 380 INCOMPLETE");
        assertThat(line(compare(Figure.of(new CellValue.Missing(), 0, 3), "GM0518", "500")))
                .isEqualTo("- - INCOMPLETE");
        assertThat(told(comparison)).isEmpty();
    }

    @Test
    void of_difference_isTold() {
        assertThat(told(compare(Figure.of(EXACT, 3, 0), "GM0518", "100"))).containsExactly("BM-T01 -20");
        assertThat(told(compare(Figure.of(BETWEEN, 3, 0), "GM0518", "130"))).containsExactly("BM-T01 10");
        assertThat(told(compare(Figure.of(BETWEEN, 3, 0), "GM0518", "30"))).containsExactly("BM-T01 -10");
        assertThat(told(compare(Figure.of(BETWEEN, 3, 0), "GM0518", "50"))).isEmpty();
        Finding finding = compare(Figure.of(BETWEEN, 3, 0), "GM0518", "130")
                .findings()
                .kept()
                .get(0);
        assertThat(finding.arguments()).containsEntry("sum", "40 – 120").containsEntry("key", "GM0518");
    }

    @Test
    void of_totalWithoutRows_isTold() {
        TotalsComparison comparison = compare(Figure.of(EXACT, 3, 0), "GM0599", "100");
        assertThat(line(comparison)).isEqualTo("- - NO_PARTS");
        assertThat(comparison.findings().kept().get(0).code()).hasToString("BM-T02");
        assertThat(comparison.find(List.of("GM0599"), "aantal"))
                .contains(comparison.rows().get(0));
        assertThat(comparison.find(List.of("GM0518"), "aantal")).isEmpty();
    }

    @Test
    void of_totalOfAnotherTable_isRefused() {
        for (TotalsComparison.Delivered total : List.of(
                new TotalsComparison.Delivered(List.of(), "aantal", BigDecimal.ONE),
                new TotalsComparison.Delivered(List.of("GM0518"), "anders", BigDecimal.ONE))) {
            assertThatThrownBy(() -> TotalsComparison.of(table(Figure.of(EXACT, 1, 0)), List.of(total)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no total of this table: " + total);
        }
    }
}
