package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import org.junit.jupiter.api.Test;

class OverlapLedgerTest {

    private static final ResultTable PARTS = new ResultTable(
            List.of("organisatie", "periode"),
            List.of("bezoeken", "unieke_deelnemers"),
            List.of(
                    row("a", "2026KW01", 100),
                    row("b", "2026KW01", 60),
                    row("c", "2026KW01", 10),
                    row("a", "2026KW02", 7)),
            Findings.none());

    private static ResultTable.Row row(String organisation, String period, long persons) {
        return new ResultTable.Row(
                List.of(organisation, period),
                List.of(
                        Figure.of(CellValue.of(BigDecimal.TEN), 1, 0),
                        Figure.of(CellValue.of(BigDecimal.valueOf(persons)), 2, 1)),
                3,
                Optional.of(1L),
                Optional.of(new Coverage(1, 2)));
    }

    private static CellValue total(OverlapLedger.Overlap.Agreement... agreements) {
        return table(agreements)
                .figure("unieke_deelnemers", "2026KW01")
                .orElseThrow()
                .value();
    }

    private static ResultTable table(OverlapLedger.Overlap.Agreement... agreements) {
        List<OverlapLedger.Overlap> overlaps = List.of(agreements).stream()
                .map(agreement -> new OverlapLedger.Overlap(
                        "organisatie", "unieke_deelnemers", Map.of("periode", "2026KW01"), agreement, "overleg"))
                .toList();
        return new OverlapLedger(overlaps).total(PARTS, "organisatie", "unieke_deelnemers");
    }

    private static CellValue between(long lower, long upper) {
        return CellValue.between(BigDecimal.valueOf(lower), BigDecimal.valueOf(upper));
    }

    @Test
    void total_nothingAgreed_isTheLargestToTheSum() {
        assertThat(total()).isEqualTo(between(100, 170));
    }

    @Test
    void total_nobodyShared_isTheSum() {
        assertThat(total(new OverlapLedger.Overlap.None(Set.of("a", "b", "c")))).isEqualTo(between(170, 170));
        assertThat(total(new OverlapLedger.Overlap.None(Set.of("a", "b")))).isEqualTo(between(160, 170));
    }

    @Test
    void total_oneWithinAnother_doesNotCount() {
        assertThat(total(new OverlapLedger.Overlap.Within("b", "a"))).isEqualTo(between(100, 110));
        assertThat(total(new OverlapLedger.Overlap.Within("b", "a"), new OverlapLedger.Overlap.None(Set.of("a", "c"))))
                .isEqualTo(between(110, 110));
    }

    @Test
    void total_agreedNumber_isTakenOffOnce() {
        assertThat(total(new OverlapLedger.Overlap.Shared("a", "b", 20))).isEqualTo(between(140, 150));
    }

    @Test
    void total_countedTogether_isThatNumber() {
        assertThat(total(new OverlapLedger.Overlap.Together(Set.of("a", "b", "c"), 123)))
                .isEqualTo(between(123, 123));
        assertThat(total(new OverlapLedger.Overlap.Together(Set.of("a", "b"), 120)))
                .isEqualTo(between(120, 130));
    }

    @Test
    void total_countedTogetherAndNobodyShared_isTheSumOfBoth() {
        assertThat(total(
                        new OverlapLedger.Overlap.Together(Set.of("a", "b"), 160),
                        new OverlapLedger.Overlap.None(Set.of("a", "b", "c"))))
                .isEqualTo(between(170, 170));
    }

    @Test
    void total_contradiction_isLeftOutWithAFinding() {
        for (OverlapLedger.Overlap.Agreement impossible : List.of(
                new OverlapLedger.Overlap.Shared("a", "c", 11),
                new OverlapLedger.Overlap.Together(Set.of("a", "b", "c"), 99),
                new OverlapLedger.Overlap.Together(Set.of("a", "b"), 161))) {
            ResultTable table = table(impossible);
            assertThat(table.figure("unieke_deelnemers", "2026KW01")
                            .orElseThrow()
                            .value())
                    .isEqualTo(between(100, 170));
            assertThat(table.findings().kept())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.code().value()).isEqualTo("BM-A08"));
        }
    }

    @Test
    void total_contradiction_namesTheGroupByItsColumns() {
        Finding byPeriod = table(new OverlapLedger.Overlap.Shared("a", "c", 11))
                .findings()
                .kept()
                .get(0);
        assertThat(byPeriod.arguments()).containsEntry("group", "periode 2026KW01");
        MessageCatalogue texts = MessageCatalogue.bundled();
        assertThat(texts.message(byPeriod, Language.NL, Audience.FILLER).text())
                .contains("kan niet kloppen met de cijfers van periode 2026KW01.");
        Finding ofAll = new Finding(
                byPeriod.code(),
                byPeriod.severity(),
                byPeriod.location(),
                Map.of("group", GroupText.of(List.of(), List.of())),
                List.of());
        assertThat(texts.message(ofAll, Language.NL, Audience.FILLER).text())
                .contains("de cijfers van alle rijen samen.");
        assertThat(texts.message(ofAll, Language.EN, Audience.FILLER).text())
                .contains("the figures of all rows together.");
    }

    @Test
    void total_otherPeriod_isNotTouchedAndOneOrganisationIsExact() {
        ResultTable table = table(new OverlapLedger.Overlap.None(Set.of("a", "b", "c")));
        assertThat(table.keys()).containsExactly("periode");
        assertThat(table.figure("unieke_deelnemers", "2026KW02").orElseThrow().value())
                .isEqualTo(between(7, 7));
        ResultTable.Row first = table.row("2026KW01").orElseThrow();
        assertThat(first.observations()).isEqualTo(9);
        assertThat(first.coverage()).contains(new Coverage(3, 6));
        assertThat(first.figures().get(0).cellsMissing()).isEqualTo(3);
    }

    @Test
    void total_agreementAboutMoreThanTheGroup_saysHowManyAreSharedAtMost() {
        OverlapLedger.Overlap overlap = new OverlapLedger.Overlap(
                "organisatie",
                "unieke_deelnemers",
                Map.of(),
                new OverlapLedger.Overlap.Shared("a", "b", 20),
                "overleg");
        ResultTable table = new OverlapLedger(List.of(overlap)).total(PARTS, "organisatie", "unieke_deelnemers");
        assertThat(table.figure("unieke_deelnemers", "2026KW01").orElseThrow().value())
                .isEqualTo(between(140, 170));
    }

    @Test
    void total_unknownKeyOrSeries_isRefused() {
        OverlapLedger ledger = new OverlapLedger(List.of());
        assertThatThrownBy(() -> ledger.total(PARTS, "wijk", "unieke_deelnemers"))
                .hasMessageContaining("wijk");
        assertThatThrownBy(() -> ledger.total(PARTS, "organisatie", "uren")).hasMessageContaining("uren");
    }

    @Test
    void agreements_thatSayNothing_areRefused() {
        assertThatThrownBy(() -> new OverlapLedger.Overlap.None(Set.of("a")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OverlapLedger.Overlap.Within("a", "a"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OverlapLedger.Overlap.Shared("a", "b", -1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new OverlapLedger.Overlap.Together(Set.of("a", "b"), -2))
                .hasMessageContaining("-2");
    }

    private static ResultTable withThird(CellValue third) {
        List<ResultTable.Row> rows = List.of(
                row("a", "2026KW01", 100),
                row("b", "2026KW01", 60),
                new ResultTable.Row(
                        List.of("c", "2026KW01"),
                        List.of(Figure.of(CellValue.of(BigDecimal.TEN), 1, 0), Figure.of(third, 1, 0)),
                        3,
                        Optional.of(1L),
                        Optional.of(new Coverage(1, 2))));
        return new ResultTable(PARTS.keys(), PARTS.series(), rows, Findings.none());
    }

    private static ResultTable total(ResultTable parts, OverlapLedger.Overlap.Agreement agreement) {
        OverlapLedger.Overlap overlap =
                new OverlapLedger.Overlap("organisatie", "unieke_deelnemers", Map.of(), agreement, "overleg");
        return new OverlapLedger(List.of(overlap)).total(parts, "organisatie", "unieke_deelnemers");
    }

    @Test
    void total_hiddenOrRefusedPart_isNotAsIfNobodyWasInIt() {
        for (CellValue reason :
                List.of(new CellValue.Suppressed(), new CellValue.NotDefined(CellValue.Reason.OVERFLOW))) {
            ResultTable table = total(withThird(reason), new OverlapLedger.Overlap.None(Set.of("a", "b")));
            assertThat(table.rows().get(0).figures().get(0).value()).isEqualTo(reason);
        }
    }

    @Test
    void total_missingPart_isOfWhatWasDelivered() {
        ResultTable parts = withThird(new CellValue.Missing());
        assertThat(total(parts, new OverlapLedger.Overlap.None(Set.of("a", "b")))
                        .rows()
                        .get(0)
                        .figures()
                        .get(0)
                        .value())
                .isEqualTo(between(160, 160));
        // what was counted together with the missing one is the most that the others are
        ResultTable capped = total(parts, new OverlapLedger.Overlap.Together(Set.of("a", "b", "c"), 123));
        assertThat(capped.rows().get(0).figures().get(0).value()).isEqualTo(between(100, 123));
        ResultTable impossible = total(parts, new OverlapLedger.Overlap.Together(Set.of("a", "b", "c"), 99));
        assertThat(impossible.rows().get(0).figures().get(0).value()).isEqualTo(between(100, 160));
        assertThat(impossible.findings().kept()).hasSize(1);
    }

    /** Twenty pairs, each 10 and 10 persons, and 15 together. */
    @Test
    void total_manyCountedTogether_isThereSoon() {
        List<ResultTable.Row> rows = new ArrayList<>();
        List<OverlapLedger.Overlap> overlaps = new ArrayList<>();
        for (int i = 10; i < 30; i++) {
            rows.add(row("a" + i, "2026KW01", 10));
            rows.add(row("b" + i, "2026KW01", 10));
            overlaps.add(new OverlapLedger.Overlap(
                    "organisatie",
                    "unieke_deelnemers",
                    Map.of("periode", "2026KW01"),
                    new OverlapLedger.Overlap.Together(Set.of("a" + i, "b" + i), 15),
                    "overleg"));
        }
        ResultTable parts = new ResultTable(PARTS.keys(), PARTS.series(), rows, Findings.none());
        ResultTable table = assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> new OverlapLedger(overlaps).total(parts, "organisatie", "unieke_deelnemers"));
        assertThat(table.rows().get(0).figures().get(0).value()).isEqualTo(between(15, 300));
    }
}
