package nl.betekenisvolmeten.indicators.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.CellValue;
import org.junit.jupiter.api.Test;

class ResultTextTest {

    private static final CellValue BOUNDS = CellValue.between(new BigDecimal("277"), new BigDecimal("6719"));

    private static ResultTable.Row row(String key, Figure visits, Figure persons, Optional<Long> reporters) {
        return new ResultTable.Row(
                List.of(key), List.of(visits, persons), 1200, reporters, reporters.map(any -> new Coverage(3, 4)));
    }

    private static Figure exact(String number) {
        return Figure.of(CellValue.of(new BigDecimal(number)), 12, 0);
    }

    private static ResultTable table(MissingPolicy policy, Findings findings, ResultTable.Row... rows) {
        return new ResultTable(List.of("activiteit"), List.of("uren", "deelnemers"), List.of(rows), findings, policy);
    }

    @Test
    void toText_rowsHeadsAndCoverage() {
        ResultTable table = table(
                new MissingPolicy.AddUp(),
                Findings.none(),
                row("Taalcafé", exact("12345.5"), Figure.of(BOUNDS, 9, 0), Optional.of(1L)),
                row("Eten\u202E", Figure.of(new CellValue.Missing(), 0, 3), exact("4"), Optional.empty()));
        assertThat(table.toText(Language.NL).lines())
                .containsExactly(
                        "activiteit             uren         deelnemers  rijen  organisaties  geleverd",
                        "------------  -------------  -----------------  -----  ------------  --------",
                        "Taalcafé           12.345,5  ten minste 277 en  1.200             1   3 van 4",
                        "                             ten hoogste 6.719",
                        "Eten[U+202E]  niet geleverd                  4  1.200             -         -");
        assertThat(table.toText(Language.EN).lines().skip(2).findFirst().orElseThrow())
                .contains("12,345.5", "at least 277", "1,200", "3 of 4");
    }

    @Test
    void toText_noReporters_hasNoColumnForThem() {
        ResultTable table =
                table(new MissingPolicy.AddUp(), Findings.none(), row("x", exact("1"), exact("2"), Optional.empty()));
        assertThat(table.toText(Language.NL).lines().findFirst().orElseThrow()).doesNotContain("organisaties");
    }

    @Test
    void toText_policyAndFindings_areSaidOnceBelow() {
        Finding finding = Finding.of(
                FindingCode.of("BM-A08"), Severity.WARNING, Location.nowhere(), Map.of("group", "periode 2026KW02"));
        String text = table(new MissingPolicy.Refuse(), Findings.of(List.of(finding, finding)))
                .toText(Language.NL);
        assertThat(text.lines())
                .containsExactly(
                        "Er zijn geen rijen.",
                        "Waar een deel ontbreekt, is geen totaal gegeven.",
                        "Let op: Wat is afgesproken over mensen die dubbel zijn geteld, kan niet kloppen met de cijfers van"
                                + " periode 2026KW02. De afspraak is daarom niet gebruikt.");
    }

    @Test
    void figureToText_saysWhichCellsAreEmptyWhereOthersAreNot() {
        CellValue five = CellValue.of(BigDecimal.valueOf(5));
        assertThat(Figure.of(five, 3, 0).toText(Language.NL)).isEqualTo("5");
        assertThat(Figure.of(five, 3, 1).toText(Language.NL)).isEqualTo("5 (1 cel is leeg)");
        assertThat(Figure.of(five, 3, 1500).toText(Language.NL)).isEqualTo("5 (1.500 cellen zijn leeg)");
        assertThat(Figure.of(BOUNDS, 3, 2).toText(Language.EN))
                .isEqualTo("at least 277 and at most 6,719 (2 cells are empty)");
        assertThat(Figure.of(new CellValue.Missing(), 0, 2).toText(Language.NL)).isEqualTo("niet geleverd");
    }
}
