package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.OwnTotal.Scope;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import org.junit.jupiter.api.Test;

/** The groups, bounds and findings of a table in which an organisation's own total for Noord replaces rows. */
class TotalsInTableTest {

    private static final String ONE = World.ORGANISATIONS.get(0);
    private static final String TWO = World.ORGANISATIONS.get(1);
    private static final Set<String> NOORD = Set.copyOf(World.WIJKEN.subList(0, 2));
    private static final String NOORD_1 = World.WIJKEN.get(0);
    private static final String NOORD_2 = World.WIJKEN.get(1);
    private static final String ZUID = World.WIJKEN.get(2);
    private static final String SD_NOORD = World.STADSDELEN.get(0);
    private static final String Q1 = "2026KW01";
    private static final String OLD = "67+";
    private static final Grouping STADSDEEL = new Grouping.ByArea("stadsdeel", World.WIJK, AreaLevel.STADSDEEL);

    private static AggregationPlan plan(Grouping... groupings) {
        return AggregationPlan.by(World.STRUCTURE).withGroupings(List.of(groupings));
    }

    /** Returns a row with the persons and visits of one organisation at its drop-in in a quarter. */
    private static Observation row(String organisation, String wijk, String age, long persons, long visits) {
        return Observation.of(
                new String[] {organisation, wijk, Q1, "inloop", age},
                new long[] {persons, visits, 0, 0},
                new boolean[] {true, true, true, true});
    }

    /** Returns a total of all activities in Noord in a quarter. */
    private static OwnTotal total(Scope scope, long persons) {
        List<OptionalLong> values = new ArrayList<>(List.of(OptionalLong.of(persons)));
        while (values.size() < World.STRUCTURE.measures().size()) {
            values.add(OptionalLong.empty());
        }
        return new OwnTotal(
                List.of(Set.of(ONE), NOORD, Set.of(Q1), Set.copyOf(World.ACTIVITIES), Set.copyOf(World.AGES)),
                values,
                Map.of(),
                scope);
    }

    private static OwnTotal replacing(long persons) {
        return total(Scope.IN_PLACE_OF_ROWS, persons);
    }

    private static ResultTable totals(AggregationPlan plan, OwnTotal total, Observation... rows) {
        Aggregator aggregator = plan.newAggregator();
        aggregator.acceptTotal(total);
        List.of(rows).forEach(aggregator);
        return aggregator.result();
    }

    private static CellValue persons(ResultTable table, String... key) {
        return table.figure(World.PERSONS.value(), key).orElseThrow().value();
    }

    private static CellValue between(long lower, long upper) {
        return CellValue.between(BigDecimal.valueOf(lower), BigDecimal.valueOf(upper));
    }

    private static final AggregationPlan OLD_PEOPLE = plan().withSeries(List.of(
            new Series.Total(World.PERSONS.value(), World.PERSONS, Selection.of(Map.of(World.AGE, Set.of(OLD))))));

    /** Groups of other organisations are not bounded by the total. */
    @Test
    void groupsOfOtherOrganisations_haveTheirOwnBounds() {
        Observation[] rows = {
            row(ONE, NOORD_1, OLD, 25, 0), row(TWO, NOORD_1, OLD, 20, 0), row(TWO, NOORD_2, OLD, 10, 0)
        };
        ResultTable table = totals(
                plan(new Grouping.ByColumn(World.ORGANISATION), new Grouping.ByColumn(World.AGE)), replacing(30), rows);
        assertThat(persons(table, ONE, OLD)).isEqualTo(CellValue.of(25));
        assertThat(persons(table, TWO, OLD)).isEqualTo(between(20, 30));
    }

    private static ResultTable among60Inhabitants(long persons, Observation... rows) {
        Population sixty = new Population(
                "test", Map.of(AreaCode.of(SD_NOORD), new Population.Figures("2026", OptionalLong.of(60), List.of())));
        return totals(plan(STADSDEEL).withPopulation(sixty), replacing(persons), rows);
    }

    /**
     * The rows have 70 persons, more than the inhabitants; the total of 45 is below that number. The visits are those
     * of the rows.
     */
    @Test
    void findings_areAboutTheFiguresThatAreShown() {
        Observation[] many = {
            row(ONE, NOORD_1, OLD, 40, Long.MAX_VALUE), row(ONE, NOORD_2, OLD, 30, 1),
        };
        ResultTable fewer = among60Inhabitants(45, many);
        assertThat(persons(fewer, SD_NOORD)).isEqualTo(CellValue.of(45));
        assertThat(fewer.findings().kept())
                .extracting(Finding::code, finding -> finding.arguments().get("column"))
                .containsExactly(tuple(FindingCode.of("BM-A01"), "bezoeken"));
        ResultTable more = among60Inhabitants(65, row(ONE, NOORD_1, OLD, 40, 1), row(ONE, NOORD_2, OLD, 10, 1));
        assertThat(more.findings().kept())
                .extracting(
                        Finding::code,
                        finding -> finding.arguments().get("column"),
                        finding -> finding.arguments().get("found"))
                .containsExactly(tuple(FindingCode.of("BM-A20"), "unieke_deelnemers", "65"));
    }

    /** More findings than are kept: all are counted. */
    @Test
    void findings_beyondAThousand_areAllCounted() {
        Aggregator aggregator = plan(new Grouping.ByColumn(World.ORGANISATION)).newAggregator();
        aggregator.acceptTotal(replacing(45));
        for (int i = 0; i < 1_001; i++) {
            String organisation = Integer.toString(42_000_000 + i);
            aggregator.accept(row(organisation, ZUID, OLD, 1, Long.MAX_VALUE));
            aggregator.accept(row(organisation, ZUID, OLD, 1, 1));
        }
        assertThat(aggregator.result().findings().count(FindingCode.of("BM-A01")))
                .isEqualTo(1_001);
    }

    private static ResultTable sharing(long persons) {
        OverlapLedger ledger = new OverlapLedger(List.of(new OverlapLedger.Overlap(
                World.ORGANISATION.value(),
                World.PERSONS.value(),
                Map.of("stadsdeel", SD_NOORD, World.PERIOD.value(), Q1),
                new OverlapLedger.Overlap.Shared(ONE, TWO, persons),
                "overleg")));
        LedgerAggregator aggregator = LedgerAggregator.of(plan(STADSDEEL, new Grouping.ByColumn(World.PERIOD)), ledger);
        aggregator.acceptTotal(replacing(45));
        aggregator.accept(row(ONE, NOORD_1, OLD, 20, 1));
        aggregator.accept(row(TWO, NOORD_1, OLD, 50, 1));
        return aggregator.result();
    }

    /**
     * Organisations with 45 and 50 persons can share 40, although a row of one of them has only 20. They cannot share
     * 46, which is reported once.
     */
    @Test
    void sharedPersons_areComparedWithTheFiguresThatAreShown() {
        FindingCode contradiction = FindingCode.of("BM-A08");
        ResultTable forty = sharing(40);
        assertThat(persons(forty, SD_NOORD, Q1)).isEqualTo(CellValue.of(55));
        assertThat(forty.findings().count(contradiction)).isZero();
        ResultTable more = sharing(46);
        assertThat(persons(more, SD_NOORD, Q1)).isEqualTo(between(50, 95));
        assertThat(more.findings().count(contradiction)).isEqualTo(1);
    }

    /** Of the persons in a total that adds to the rows, all may be old, or none. */
    @Test
    void figureOfOneAge_ofATotalThatAddsToRows_mayIncludeAllOfIt() {
        OwnTotal alone = total(Scope.ALL, 45);
        assertThat(persons(totals(OLD_PEOPLE, alone, row(TWO, NOORD_1, OLD, 10, 0))))
                .isEqualTo(between(10, 55));
        assertThat(persons(totals(OLD_PEOPLE, alone))).isEqualTo(between(0, 45));
    }
}
