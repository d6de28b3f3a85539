package nl.betekenisvolmeten.indicators.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Findings.FoldedFinding;
import nl.betekenisvolmeten.indicators.finding.Findings.FoldedFinding.Extent;
import org.junit.jupiter.api.Test;

class FoldedFindingTest {

    private static final FindingCode UNKNOWN = FindingCode.of("TF-V02");

    static Finding finding(String code, Severity severity, long row, String column, String value) {
        return Finding.of(
                FindingCode.of(code),
                severity,
                Location.of("a.csv").withRow(row).withColumn(column),
                Map.of("column", column, Finding.VALUE, value));
    }

    private static Finding unknown(long row, String value) {
        return finding("TF-V02", Severity.ERROR, row, "doelgroep", value);
    }

    private static List<FoldedFinding> fold(int limit, Stream<Finding> findings) {
        Findings.Collector collector = Findings.Collector.of(limit);
        findings.forEach(collector::add);
        return collector.toFindings().folded();
    }

    @Test
    void folded_oneValueInManyRows_isOneEntryWithItsExactCount() {
        List<FoldedFinding> folded = fold(10, IntStream.rangeClosed(2, 5_001).mapToObj(row -> unknown(row, "OUDERN")));
        assertThat(folded).hasSize(1);
        FoldedFinding fold = folded.get(0);
        assertThat(fold.count()).isEqualTo(5_000);
        assertThat(fold.rows()).containsExactly(2L, 3L, 4L, 5L, 6L);
        assertThat(fold.column()).contains("doelgroep");
        assertThat(fold.value()).contains("OUDERN");
        assertThat(fold.isExample()).isFalse();
        assertThat(fold.code()).isEqualTo(UNKNOWN);
        assertThat(fold.severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void folded_keepingNothing_stillCountsByValue() {
        assertThat(fold(0, Stream.of(unknown(2, "A"), unknown(3, "B"), unknown(4, "A"))))
                .extracting(fold -> fold.value().orElse("") + fold.count())
                .containsExactly("A2", "B1");
    }

    @Test
    void folded_upToTwentyValues_areToldApart() {
        assertThat(fold(0, IntStream.rangeClosed(1, 20).mapToObj(n -> unknown(n, "x" + n))))
                .hasSize(20)
                .allMatch(fold -> fold.extent() == Extent.VALUE);
    }

    @Test
    void folded_moreThanTwentyValues_areOneEntryOfTheColumn() {
        List<FoldedFinding> folded =
                fold(0, IntStream.rangeClosed(1, 300).map(n -> 301 - n).mapToObj(n -> unknown(n, "x" + n)));
        assertThat(folded).singleElement().satisfies(fold -> {
            assertThat(fold.extent()).isEqualTo(Extent.COLUMN);
            assertThat(fold.count()).isEqualTo(300);
            assertThat(fold.first().value()).contains("x1");
            assertThat(fold.rows()).containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(fold.column()).contains("doelgroep");
            assertThat(fold.value()).isEmpty();
            assertThat(fold.isExample()).isTrue();
        });
    }

    @Test
    void folded_moreThanFiftyColumns_areOneEntryOfTheCode() {
        List<FoldedFinding> folded = fold(
                0,
                IntStream.rangeClosed(1, 51)
                        .mapToObj(n -> finding("TF-S02", Severity.WARNING, 1, "kolom" + (100 + n), "x")));
        assertThat(folded).singleElement().satisfies(fold -> {
            assertThat(fold.extent()).isEqualTo(Extent.CODE);
            assertThat(fold.count()).isEqualTo(51);
            assertThat(fold.rows()).containsExactly(1L);
            assertThat(fold.column()).isEmpty();
            assertThat(fold.first().location().column()).contains("kolom101");
        });
    }

    @Test
    void folded_personalData_doNotTellValuesApart() {
        assertThat(fold(
                        9,
                        Stream.of("van Jansen 111222333", "van de buurman 0612345678")
                                .map(text -> finding("TF-P01", Severity.ERROR, 2, "toelichting", text))))
                .singleElement()
                .satisfies(fold -> assertThat(fold.value()).isEmpty());
    }

    @Test
    void folded_order_isGravestThenMostFrequentThenFirst() {
        assertThat(fold(
                        9,
                        Stream.of(
                                finding("TF-W02", Severity.WARNING, 2, "periode", "a"),
                                finding("TF-W02", Severity.WARNING, 3, "periode", "a"),
                                finding("TF-V03", Severity.ERROR, 9, "bezoeken", "x"),
                                finding("TF-V02", Severity.ERROR, 8, "wijk", "y"),
                                finding("TF-V03", Severity.ERROR, 7, "bezoeken", "z"),
                                finding("TF-V03", Severity.ERROR, 6, "bezoeken", "z"))))
                .extracting(fold ->
                        fold.code() + " " + fold.first().location().row().orElse(0))
                .containsExactly("TF-V03 6", "TF-V02 8", "TF-V03 9", "TF-W02 2");
    }

    @Test
    void folded_sameCodeOfAnotherSeverity_isAnotherEntry() {
        assertThat(fold(
                        9,
                        Stream.of(
                                finding("TF-W02", Severity.WARNING, 2, "periode", "a"),
                                finding("TF-W02", Severity.ERROR, 3, "periode", "a"))))
                .hasSize(2);
    }

    @Test
    void folded_withoutRow_namesNone() {
        Finding whole = Finding.of(FindingCode.of("TF-S05"), Severity.ERROR, Location.of("a.csv"));
        assertThat(fold(9, Stream.of(whole, whole))).singleElement().satisfies(fold -> {
            assertThat(fold.rows()).isEmpty();
            assertThat(fold.count()).isEqualTo(2);
        });
    }

    @Test
    void of_noneAtAll_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FoldedFinding(unknown(2, "A"), Extent.VALUE, 0, List.of()))
                .withMessageContaining("0");
    }

    @Test
    void without_oneThatIsAboutNoCell_leavesThoseAboutOthers() {
        Finding part = Finding.of(UNKNOWN, Severity.WARNING, Location.of("a.csv"), Map.of("part", "a"));
        Finding other = Finding.of(UNKNOWN, Severity.WARNING, Location.of("a.csv"), Map.of("part", "b"));

        Findings left = Findings.of(List.of(part, other)).without(List.of(part));

        assertThat(left.folded()).extracting(FoldedFinding::first).containsExactly(other);
    }

    @Test
    void without_someOfAFold_leavesTheRest() {
        Findings findings = Findings.of(List.of(unknown(2, "A"), unknown(3, "A"), unknown(4, "A"), unknown(5, "B")));
        Findings rest = findings.without(List.of(unknown(2, "A"), unknown(5, "B")));
        assertThat(rest.kept()).containsExactly(unknown(3, "A"), unknown(4, "A"));
        assertThat(rest.count(Severity.ERROR)).isEqualTo(2);
        assertThat(rest.count(UNKNOWN)).isEqualTo(2);
        assertThat(rest.folded()).singleElement().satisfies(fold -> {
            assertThat(fold.count()).isEqualTo(2);
            assertThat(fold.first()).isEqualTo(unknown(3, "A"));
            assertThat(fold.rows()).containsExactly(3L, 4L);
        });
        assertThat(findings.without(findings.kept())).isEqualTo(Findings.none());
        assertThat(findings.without(List.of())).isSameAs(findings);
    }

    @Test
    void without_beyondTheLimit_countsWhatWasNotKept() {
        Findings.Collector collector = Findings.Collector.of(1);
        IntStream.rangeClosed(2, 9).forEach(row -> collector.add(unknown(row, "A")));
        Findings rest = collector.toFindings().without(List.of(unknown(2, "A")));
        assertThat(rest.folded())
                .singleElement()
                .satisfies(fold -> assertThat(fold.count()).isEqualTo(7));
        assertThat(rest.total()).isEqualTo(7);
    }

    @Test
    void without_whatWasNotKept_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Findings.of(List.of(unknown(2, "A"))).without(List.of(unknown(3, "A"))))
                .withMessageContaining("not all of these findings were kept");
    }
}
