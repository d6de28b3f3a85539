package nl.betekenisvolmeten.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.junit.jupiter.api.Test;

/** Organisations that know their own figures, and subtract these from what is published. */
class ReportersTest {

    private static final TableStructure STRUCTURE = new TableStructure(
            Stream.concat(
                            Stream.of(new Dimension.Reporter(ColumnName.of("organisatie"))),
                            City.STRUCTURE.dimensions().stream())
                    .toList(),
            City.STRUCTURE.measures());

    static PublicationPlan plan(int coalition, int rounding) {
        DisclosurePolicy policy = new DisclosurePolicy(
                FormatId.of("beleid", "1"),
                City.text(),
                City.provenance(),
                new DisclosurePolicy.Thresholds(10, List.of()),
                new DisclosurePolicy.RoundingRule(rounding, false),
                new DisclosurePolicy.Requirement(DisclosurePolicy.Level.L1, coalition));
        return City.plan(
                policy,
                List.of(
                        City.part(City.STADSDELEN, AreaLevel.STADSDEEL, PeriodKind.YEAR, false),
                        City.part(City.WIJKEN, AreaLevel.WIJK, PeriodKind.YEAR, false)));
    }

    /** Rows with the organisation, wijk, visits and persons of each. */
    static CountTable rows(long[][] given) {
        CountTable.Builder rows = CountTable.builder(STRUCTURE);
        for (long[] row : given) {
            rows.row()
                    .code("organisatie", "9100000" + row[0])
                    .code("wijk", City.wijk(row[1]))
                    .code("periode", "2026KW01")
                    .code("leeftijd", "oud")
                    .value("bijeenkomsten", 5)
                    .value("bezoeken", row[2])
                    .value("unieke_deelnemers", row[3])
                    .value("vrijwilligers", 0)
                    .value("vrijwilligersuren", 0)
                    .add();
        }
        return rows.build();
    }

    private static Map<String, ResultTable> protect(int coalition, long[][] rows) {
        return City.published(DisclosureControl.of(List.of()).protect(plan(coalition, 1), rows(rows)));
    }

    static CellValue visits(Map<String, ResultTable> tables, String table, String area) {
        ResultTable published = Objects.requireNonNull(tables.get(table));
        return published.rows().stream()
                .filter(row -> row.key().get(0).equals(area))
                .map(row -> row.figures()
                        .get(published.series().indexOf("bezoeken"))
                        .value())
                .findFirst()
                .orElseThrow();
    }

    private static CellValue wijk(Map<String, ResultTable> tables, long wijk) {
        return visits(tables, City.WIJKEN, City.wijk(wijk));
    }

    /** In wijk 5 the first organisation saw 40 persons and the second four. */
    private static final long[][] TWO = {{1, 5, 80, 40}, {2, 5, 9, 4}, {1, 6, 90, 50}, {2, 7, 70, 30}};

    @Test
    void ofTwoOrganisations_neitherReadsTheFewPersonsOfTheOther() {
        assertThat(wijk(protect(1, TWO), 5)).isInstanceOf(CellValue.Suppressed.class);
        assertThat(wijk(protect(0, TWO), 5)).isEqualTo(CellValue.of(89));
    }

    @Test
    void theNeighbourThatIsHiddenWithIt_isNoneThatTheOrganisationKnows() {
        Map<String, ResultTable> tables = protect(1, TWO);
        assertThat(wijk(tables, 7)).isInstanceOf(CellValue.Suppressed.class);
    }

    /** A mirror shows an organisation its own figures next to the total of all; two of them show those of two. */
    @Test
    void mirrorsOfTwoOrganisationsSideBySide_tellNothingOfTheThird() {
        long[][] three = {{1, 5, 80, 40}, {2, 5, 60, 30}, {3, 5, 9, 4}, {1, 6, 90, 50}, {2, 6, 70, 30}, {3, 7, 60, 20}};
        assertThat(wijk(protect(2, three), 5)).isInstanceOf(CellValue.Suppressed.class);
        assertThat(wijk(protect(1, three), 5)).isEqualTo(CellValue.of(149));
    }

    @Test
    void anOrganisationAlone_hidesNothingFromItself() {
        Map<String, ResultTable> tables = protect(1, new long[][] {{1, 5, 80, 40}, {2, 6, 70, 30}, {3, 7, 60, 20}});
        assertThat(wijk(tables, 5)).isEqualTo(CellValue.of(80));
        assertThat(wijk(tables, 6)).isEqualTo(CellValue.of(70));
    }

    /** All but five persons of a year came in its first quarter, and many of them later as well. */
    @Test
    void allButFewOfAYear_cameInOneQuarter_isFound() {
        PublicationPlan.Count persons = new PublicationPlan.Count(City.PERSONS, City.PERSONS, true, 0, false);
        PublicationPlan plan = City.plan(
                City.plan().policy(),
                List.of(
                        new PublicationPlan.Part(
                                "jaar", AreaLevel.STADSDEEL, PeriodKind.YEAR, List.of(), List.of(persons)),
                        new PublicationPlan.Part(
                                "kwartaal", AreaLevel.STADSDEEL, PeriodKind.QUARTER, List.of(), List.of(persons))));
        CountTable.Builder rows = CountTable.builder(STRUCTURE);
        List<String> quarters = List.of("2026KW01", "2026KW02", "2026KW03", "2026KW04");
        long[] came = {115, 60, 60, 60};
        for (int i = 0; i < quarters.size(); i++) {
            rows.row()
                    .code("organisatie", "91000001")
                    .code("wijk", City.wijk(8))
                    .code("periode", quarters.get(i))
                    .code("leeftijd", "oud")
                    .value("unieke_deelnemers", came[i])
                    .add();
        }
        Map<String, ResultTable> tables =
                City.published(DisclosureControl.of(List.of()).protect(plan, rows.build()));
        assertThat(persons(tables, "kwartaal", "2026KW01")).isEqualTo(CellValue.of(115));
        assertThat(AttackCheck.of(plan, City.AREAS).attack(tables).isSafe()).isTrue();
        ResultTable year = Objects.requireNonNull(tables.get("jaar"));
        tables.put(
                "jaar",
                new ResultTable(
                        year.keys(),
                        year.series(),
                        year.rows().stream()
                                .map(row -> row.key().contains("SD0518-C")
                                        ? row.withFigures(List.of(Figure.of(CellValue.of(120), 1, 0)))
                                        : row)
                                .toList(),
                        year.findings()));
        assertThat(AttackCheck.of(plan, City.AREAS).attack(tables).exposed())
                .singleElement()
                .satisfies(cell -> assertThat(cell.key()).containsExactly("SD0518-C", "Deel C", "2026KW01"));
    }

    private static CellValue persons(Map<String, ResultTable> tables, String table, String period) {
        return Objects.requireNonNull(tables.get(table))
                .figure("unieke_deelnemers", "SD0518-C", "Deel C", period)
                .orElseThrow()
                .value();
    }

    @Test
    void aCoalitionOutOfRange_isRefused() {
        for (int wrong : new int[] {-1, DisclosurePolicy.MAX_COALITION + 1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new DisclosurePolicy.Requirement(DisclosurePolicy.Level.L1, wrong))
                    .withMessageContaining(Integer.toString(wrong));
        }
    }
}
