package nl.betekenisvolmeten.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.junit.jupiter.api.Test;

/** Attacks that are known from the literature and from published tables. */
class KnownAttacksTest {

    private static final String QUARTERS = "wijk-kwartaal";

    private static PublicationPlan plan(int rounding, boolean quarters) {
        DisclosurePolicy policy = new DisclosurePolicy(
                FormatId.of("beleid", "1"), City.text(), City.provenance(), 10, rounding, DisclosurePolicy.Level.L1);
        List<PublicationPlan.Part> parts =
                new ArrayList<>(List.of(City.part(City.WIJKEN, AreaLevel.WIJK, PeriodKind.YEAR, false)));
        if (quarters) {
            parts.add(City.part(QUARTERS, AreaLevel.WIJK, PeriodKind.QUARTER, false));
        }
        return City.plan(policy, parts);
    }

    /** Visits and persons of wijk 1 and wijk 2 in each of some quarters. */
    private static CountTable rows(long[][] quarters) {
        CountTable.Builder rows = CountTable.builder(City.STRUCTURE);
        for (int i = 0; i < quarters.length; i++) {
            for (int wijk = 1; wijk <= 2; wijk++) {
                long visits = quarters[i][wijk - 1];
                City.row(rows, wijk, "2026KW0" + (i + 1), "oud", new long[] {visits, Math.min(visits, 30), 20, 3000});
            }
        }
        return rows.build();
    }

    private static Map<String, ResultTable> protect(PublicationPlan plan, long[][] quarters) {
        return City.published(DisclosureControl.of(List.of()).protect(plan, rows(quarters)));
    }

    private static ResultTable with(ResultTable table, String period, CellValue visits) {
        int series = table.series().indexOf("bezoeken");
        List<ResultTable.Row> rows = new ArrayList<>();
        for (ResultTable.Row row : table.rows()) {
            List<Figure> figures = new ArrayList<>(row.figures());
            if (row.key().get(0).equals(City.wijk(1)) && row.key().get(2).equals(period)) {
                figures.set(series, Figure.of(visits, 1, 0));
            }
            rows.add(row.withFigures(figures));
        }
        return new ResultTable(table.keys(), table.series(), rows, table.findings());
    }

    private static CellValue visits(Map<String, ResultTable> tables, String table, String period) {
        return Objects.requireNonNull(tables.get(table))
                .figure("bezoeken", City.wijk(1), "Wijk 1", period)
                .orElseThrow()
                .value();
    }

    /** The second quarter of wijk 1 is small. */
    private static final long[][] YEAR = {{80, 90}, {4, 80}, {70, 90}, {60, 60}};

    @Test
    void yearMinusQuarters_isPreventedByHidingAnotherQuarter() {
        Map<String, ResultTable> tables = protect(plan(1, true), YEAR);
        assertThat(visits(tables, QUARTERS, "2026KW02")).isInstanceOf(CellValue.Suppressed.class);
        assertThat(visits(tables, QUARTERS, "2026KW04")).isInstanceOf(CellValue.Suppressed.class);
        assertThat(visits(tables, City.WIJKEN, "2026JJ00")).isEqualTo(CellValue.of(214));
    }

    @Test
    void yearMinusQuarters_isDerived_whereTheOtherQuarterIsPublished() {
        Map<String, ResultTable> tables = protect(plan(1, true), YEAR);
        tables.computeIfPresent(QUARTERS, (name, table) -> with(table, "2026KW04", CellValue.of(60)));
        assertThat(AttackCheck.of(plan(1, true), City.AREAS).attack(tables).exposed())
                .anySatisfy(cell -> {
                    assertThat(cell.least()).isEqualByComparingTo("4");
                    assertThat(cell.derivation().en())
                            .contains("214 (bezoeken Wijk 1 2026JJ00)", "- 60 (bezoeken Wijk 1 2026KW04) = 4");
                });
    }

    @Test
    void yearToDate_isNotInThePlan_andIsNamed() {
        Map<String, ResultTable> tables = protect(plan(1, false), YEAR);
        ResultTable table = Objects.requireNonNull(tables.get(City.WIJKEN));
        List<ResultTable.Row> rows = new ArrayList<>(table.rows());
        ResultTable.Row first = rows.get(0);
        rows.add(new ResultTable.Row(
                List.of(first.key().get(0), first.key().get(1), "2026HJ01"),
                first.figures(),
                0,
                first.reporters(),
                first.coverage()));
        tables.put(City.WIJKEN, new ResultTable(table.keys(), table.series(), rows, table.findings()));
        assertThat(AttackCheck.of(plan(1, false), City.AREAS).attack(tables).objections())
                .anySatisfy(
                        objection -> assertThat(objection.en()).contains("A period is not of the table", "2026HJ01"));
    }

    private static void assertRefused(long[][] before, long[][] now) {
        Map<String, ResultTable> earlier = protect(plan(1, false), before);
        assertThatThrownBy(() ->
                        DisclosureControl.of(List.of()).withEarlier(earlier).protect(plan(1, false), rows(now)))
                .isInstanceOf(IndicatorsException.class)
                .hasMessageContaining("another number");
    }

    @Test
    void provisionalToFinal_isRefused_asTheDifferenceIsACountOfItsOwn() {
        assertRefused(new long[][] {{80, 90}}, new long[][] {{97, 90}});
    }

    @Test
    void aCorrectionByOnePerson_isRefused() {
        assertRefused(new long[][] {{80, 90}}, new long[][] {{81, 90}});
    }

    @Test
    void aReporterWhoLeaves_isRefused() {
        assertRefused(new long[][] {{80 + 6, 90}}, new long[][] {{80, 90}});
    }

    @Test
    void aCorrectionThatRoundsToTheSame_isPublished_andTellsNothing() {
        Map<String, ResultTable> earlier = protect(plan(5, false), new long[][] {{80, 90}});
        assertThat(City.published(DisclosureControl.of(List.of())
                        .withEarlier(earlier)
                        .protect(plan(5, false), rows(new long[][] {{81, 90}}))))
                .isEqualTo(earlier);
    }

    /** In tables of social support a rate was rounded from the true count, next to the rounded count. */
    @Test
    void aRateNextToARoundedCount_isNamed_whereItIsFinerThanTheCount() {
        Map<String, ResultTable> tables = new HashMap<>(protect(plan(5, false), YEAR));
        ResultTable table = Objects.requireNonNull(tables.get(City.WIJKEN));
        List<String> series = new ArrayList<>(table.series());
        series.add("bezoeken_per_1000_inwoners");
        List<ResultTable.Row> rows = new ArrayList<>();
        for (ResultTable.Row row : table.rows()) {
            List<Figure> figures = new ArrayList<>(row.figures());
            figures.add(Figure.of(CellValue.of(new BigDecimal("71.3")), 1, 0));
            rows.add(row.withFigures(figures));
        }
        tables.put(City.WIJKEN, new ResultTable(table.keys(), series, rows, table.findings()));
        assertThat(AttackCheck.of(plan(5, false), City.AREAS).attack(tables).objections())
                .anySatisfy(objection -> assertThat(objection.en()).contains("not rounded", "bezoeken Wijk 1"));
    }

    @Test
    void differencingBetweenReleases_isRefused_whereEachHidesAnotherNeighbour() {
        Map<String, ResultTable> earlier = protect(plan(1, true), YEAR);
        earlier.computeIfPresent(QUARTERS, (name, table) -> with(table, "2026KW04", CellValue.of(60)));
        assertThatThrownBy(() ->
                        DisclosureControl.of(List.of()).withEarlier(earlier).protect(plan(1, true), rows(YEAR)))
                .isInstanceOf(IndicatorsException.class)
                .hasMessageContaining("published before")
                .hasMessageContaining("2026KW02");
    }
}
