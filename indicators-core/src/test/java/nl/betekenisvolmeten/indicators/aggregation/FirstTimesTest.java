package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;

/** First visits in a year bound the number of persons, and may contradict it. */
class FirstTimesTest {

    private static final ColumnName NAMELESS = ColumnName.of("bezoeken_zonder_naam");
    private static final ColumnName FIRST_TIME = ColumnName.of("eerste_keer");
    private static final String FIRST = "2026KW01";
    private static final String SECOND = "2026KW02";

    private static final TableStructure STRUCTURE = new TableStructure(
            World.STRUCTURE.dimensions(),
            List.of(
                    World.named(World.PERSONS, World.VISITS, NAMELESS),
                    new Measure.Flow(World.VISITS, 0),
                    new Measure.Flow(NAMELESS, 0),
                    World.firstInYear(FIRST_TIME, World.PERSONS, World.ORGANISATION)));

    private static final AggregationPlan PLAN =
            AggregationPlan.by(STRUCTURE).withGroupings(List.of(new Grouping.ByColumn(World.PERIOD)));

    /** Persons with a name, all visits, visits without a name and first visits. */
    private static Observation row(String organisation, String quarter, String activity, long... numbers) {
        return Observation.of(
                new String[] {organisation, World.WIJKEN.get(0), quarter, activity, "67+"},
                numbers,
                new boolean[] {true, true, true, true});
    }

    private static Observation row(String quarter, long... numbers) {
        return row(World.ORGANISATIONS.get(0), quarter, "inloop", numbers);
    }

    private static List<String> contradictions(Observation... rows) {
        Aggregator aggregator = PLAN.newAggregator();
        List.of(rows).forEach(aggregator);
        List<String> found = new ArrayList<>();
        for (Finding finding : aggregator.result().findings().kept()) {
            if (finding.code().value().equals("BM-A23")) {
                found.add(finding.arguments().get("period") + " "
                        + finding.arguments().get("found") + " "
                        + finding.arguments().get("expected"));
            }
        }
        return found;
    }

    @Test
    void morePersonsThanFirstVisitsSinceTheStartOfTheYear_isReported() {
        assertThat(contradictions(row(FIRST, 20, 30, 0, 20), row(SECOND, 25, 30, 0, 5)))
                .isEmpty();
        assertThat(contradictions(row(FIRST, 20, 30, 0, 15))).containsExactly("2026KW01 15 20");
        assertThat(contradictions(row(FIRST, 20, 30, 0, 20), row(SECOND, 25, 30, 0, 4)))
                .containsExactly("2026KW02 24 25");
    }

    /** A person may give a name at a later visit, so each visit without a name may have been a first visit. */
    @Test
    void visitsWithoutAName_mayHaveBeenFirstOnes() {
        assertThat(contradictions(row(FIRST, 20, 30, 5, 15))).isEmpty();
        assertThat(contradictions(row(FIRST, 20, 30, 4, 15))).containsExactly("2026KW01 15 20");
        assertThat(contradictions(row(FIRST, 15, 30, 5, 15), row(SECOND, 20, 30, 0, 0)))
                .isEmpty();
    }

    private static final List<Observation> TWO_ACTIVITIES = List.of(
            row(FIRST, 30, 30, 0, 30),
            row(World.ORGANISATIONS.get(0), SECOND, "inloop", 25, 30, 0, 3),
            row(World.ORGANISATIONS.get(0), SECOND, "taalcafe", 20, 30, 0, 2));

    private static CellValue persons(Aggregator aggregator) {
        return aggregator
                .result()
                .figure(World.PERSONS.value(), SECOND)
                .orElseThrow()
                .value();
    }

    private static CellValue between(long lower, long upper) {
        return CellValue.between(BigDecimal.valueOf(lower), BigDecimal.valueOf(upper));
    }

    /**
     * There are 25 and 20 persons, with 30 first visits in the first quarter and 5 later, so at most 35 persons.
     * Accepting a whole table at once gives the same.
     */
    @Test
    void personsOfTwoActivities_areAtMostTheFirstVisits() {
        Aggregator rows = PLAN.newAggregator();
        TWO_ACTIVITIES.forEach(rows);
        assertThat(persons(rows)).isEqualTo(between(25, 35));

        CountTable.Builder table = CountTable.builder(STRUCTURE);
        TWO_ACTIVITIES.forEach(table);
        Aggregator atOnce = PLAN.newAggregator();
        table.build().handTo(atOnce);
        assertThat(persons(atOnce)).isEqualTo(between(25, 35));
    }

    private static RejectedRows rejected(String organisation, String quarter) {
        return new RejectedRows(
                List.of(
                        Set.of(organisation),
                        Set.of(World.WIJKEN.get(0)),
                        Set.of(quarter),
                        Set.of("inloop"),
                        Set.of("67+")),
                List.of(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty()),
                1,
                OptionalLong.empty());
    }

    @Test
    void missingRow_removesTheBound() {
        Aggregator rejected = PLAN.newAggregator();
        TWO_ACTIVITIES.forEach(rejected);
        rejected.acceptRejected(rejected(World.ORGANISATIONS.get(0), FIRST));
        assertThat(persons(rejected)).isEqualTo(between(25, 45));

        Aggregator refused = PLAN.newAggregator();
        TWO_ACTIVITIES.forEach(refused);
        refused.refuse(TWO_ACTIVITIES.get(0));
        assertThat(persons(refused)).isEqualTo(between(25, 45));
    }

    @Test
    void rowsOfABatch_boundPersonsToo() {
        Aggregator batch = PLAN.newAggregator();
        List<Observation> rows = new ArrayList<>(TWO_ACTIVITIES);
        rows.add(row(FIRST, 99, 99, 0, 99));
        batch.accept(Batches.of(rows), 0, 3);
        assertThat(persons(batch)).isEqualTo(between(25, 35));
    }

    /** First visits bound the persons in the same way after rows are combined, regrouped or serialised. */
    @Test
    void combinedRegroupedOrSerialisedRows_haveTheSameBound() {
        Aggregator rows = PLAN.newAggregator();
        TWO_ACTIVITIES.subList(0, 1).forEach(rows);
        Aggregator others = PLAN.newAggregator();
        TWO_ACTIVITIES.subList(1, 3).forEach(others);
        rows.combine(others);
        assertThat(persons(rows)).isEqualTo(between(25, 35));
        assertThat(persons(PLAN.aggregatorFrom(rows.toBytes()))).isEqualTo(between(25, 35));

        Grouping quarter = new Grouping.ByColumn(World.PERIOD);
        Aggregator byActivity = PLAN.withGroupings(List.of(quarter, new Grouping.ByColumn(World.ACTIVITY)))
                .newAggregator();
        TWO_ACTIVITIES.forEach(byActivity);
        assertThat(byActivity
                        .regrouped(List.of(quarter), key -> Optional.of(key.subList(0, 1)))
                        .figure(World.PERSONS.value(), SECOND)
                        .orElseThrow()
                        .value())
                .isEqualTo(between(25, 35));
    }

    /**
     * One organisation took over from another, whose rows now come under its name: their first visits belong to the
     * organisation that delivered them. A rejected row under the new name may be such a row.
     */
    @Test
    void rowsOfAPredecessor_countAsDelivered() {
        Aggregator both = PLAN.newAggregator();
        String after = World.ORGANISATIONS.get(0);
        String before = World.ORGANISATIONS.get(1);
        both.accept(row(after, FIRST, "inloop", 30, 30, 0, 30), row(before, FIRST, "inloop", 30, 30, 0, 30));
        both.accept(row(after, SECOND, "inloop", 25, 30, 0, 3), row(before, SECOND, "inloop", 25, 30, 0, 3));
        both.accept(row(after, SECOND, "taalcafe", 20, 30, 0, 2), row(before, SECOND, "taalcafe", 20, 30, 0, 2));
        assertThat(persons(both)).isEqualTo(between(25, 35));
        both.acceptRejected(rejected(after, FIRST));
        assertThat(persons(both)).isEqualTo(between(25, 45));
    }

    /** Findings of the addition are kept in addition to the contradiction. */
    @Test
    void contradiction_andATotalThatIsTooLarge_areBothReported() {
        Aggregator aggregator = PLAN.newAggregator();
        aggregator.accept(row(FIRST, 20, Long.MAX_VALUE, 0, 15));
        aggregator.accept(row(SECOND, 1, 30, 0, 0));
        aggregator.accept(row(FIRST, 1, Long.MAX_VALUE, 0, 0));
        assertThat(aggregator.result().findings().kept())
                .extracting(finding -> finding.code().value())
                .containsExactlyInAnyOrder("BM-A01", "BM-A23");
    }

    private static OwnTotal total(
            OwnTotal.Scope scope,
            List<String> wijken,
            Set<String> quarters,
            String activity,
            long persons,
            long first) {
        return new OwnTotal(
                List.of(
                        Set.of(World.ORGANISATIONS.get(0)),
                        Set.copyOf(wijken),
                        quarters,
                        Set.of(activity),
                        Set.of("67+")),
                List.of(OptionalLong.of(persons), OptionalLong.of(persons), OptionalLong.of(0), OptionalLong.of(first)),
                Map.of(),
                scope);
    }

    private static final List<String> NOORD = World.WIJKEN.subList(0, 2);
    private static final List<String> ZUID = World.WIJKEN.subList(2, 3);

    /** Only a total is known of the first quarter of one activity: all of its 30 persons came for the first time. */
    @Test
    void totalOfOneActivity_itsFirstVisitsBoundLaterPersons() {
        Aggregator aggregator = PLAN.newAggregator();
        aggregator.acceptTotal(total(OwnTotal.Scope.ONE_OF_SEVERAL, NOORD, Set.of(FIRST), "inloop", 30, 30));
        TWO_ACTIVITIES.subList(1, 3).forEach(aggregator);
        assertThat(persons(aggregator)).isEqualTo(between(25, 35));
    }

    /**
     * The organisation had first visits in Noord and in Zuid in the first quarter; how many persons these are together
     * is unknown.
     */
    @Test
    void totalsOfTwoStadsdelen_theirFirstVisitsBoundNothing() {
        for (OwnTotal zuid : List.of(
                total(OwnTotal.Scope.ALL, ZUID, Set.of(FIRST), "inloop", 8, 8),
                total(OwnTotal.Scope.ONE_OF_SEVERAL, ZUID, Set.of(FIRST), "inloop", 8, 8))) {
            Aggregator aggregator = PLAN.newAggregator();
            aggregator.acceptTotal(total(OwnTotal.Scope.IN_PLACE_OF_ROWS, NOORD, Set.of(FIRST), "inloop", 28, 28));
            TWO_ACTIVITIES.forEach(aggregator);
            assertThat(persons(aggregator)).isEqualTo(between(25, 33));
            Aggregator both = PLAN.newAggregator();
            both.acceptTotal(total(OwnTotal.Scope.IN_PLACE_OF_ROWS, NOORD, Set.of(FIRST), "inloop", 28, 28));
            both.acceptTotal(zuid);
            TWO_ACTIVITIES.forEach(both);
            assertThat(persons(both)).isEqualTo(between(25, 45));
        }
    }

    /**
     * First visits are counted per wijk, so a person may be in both totals of Noord. The larger total has at least half
     * of 13.
     */
    @Test
    void totalsOfTwoWijken_mayShareFirstVisitors() {
        TableStructure perWijk = new TableStructure(
                World.STRUCTURE.dimensions(),
                List.of(
                        World.named(World.PERSONS, World.VISITS, NAMELESS),
                        new Measure.Flow(World.VISITS, 0),
                        new Measure.Flow(NAMELESS, 0),
                        World.firstInYear(FIRST_TIME, World.PERSONS, World.ORGANISATION, World.WIJK)));
        Aggregator aggregator =
                AggregationPlan.by(perWijk).withGroupings(List.of()).newAggregator();
        aggregator.acceptTotal(total(OwnTotal.Scope.ONE_OF_SEVERAL, NOORD, Set.of(FIRST), "inloop", 8, 8));
        aggregator.acceptTotal(total(OwnTotal.Scope.ONE_OF_SEVERAL, NOORD, Set.of(SECOND), "inloop", 6, 5));
        assertThat(aggregator
                        .result()
                        .figure(World.PERSONS.value())
                        .orElseThrow()
                        .value())
                .isEqualTo(between(8, 14));
        assertThat(aggregator.result().figure(FIRST_TIME.value()).orElseThrow().value())
                .isEqualTo(between(7, 13));
        // a single total is exact
        Aggregator one = AggregationPlan.by(perWijk).withGroupings(List.of()).newAggregator();
        one.acceptTotal(total(OwnTotal.Scope.ONE_OF_SEVERAL, NOORD, Set.of(FIRST), "inloop", 8, 8));
        assertThat(one.result().figure(FIRST_TIME.value()).orElseThrow().value())
                .isEqualTo(CellValue.of(8));
        // totals of one wijk are of different persons
        Aggregator wijk = AggregationPlan.by(perWijk).withGroupings(List.of()).newAggregator();
        wijk.acceptTotal(total(OwnTotal.Scope.ONE_OF_SEVERAL, ZUID, Set.of(FIRST), "inloop", 8, 8));
        wijk.acceptTotal(total(OwnTotal.Scope.ONE_OF_SEVERAL, ZUID, Set.of(SECOND), "inloop", 6, 5));
        assertThat(wijk.result().figure(FIRST_TIME.value()).orElseThrow().value())
                .isEqualTo(CellValue.of(13));
        assertThat(wijk.result().figure(World.PERSONS.value()).orElseThrow().value())
                .isEqualTo(between(13, 13));
    }

    /** Rows of a whole year: 25 and 20 persons have 35 first visits in that year, so there are 35 persons. */
    @Test
    void rowsOfAYear_haveAsManyPersonsAsFirstVisits() {
        Aggregator aggregator = PLAN.newAggregator();
        aggregator.accept(row(World.ORGANISATIONS.get(0), "2026JJ00", "inloop", 25, 90, 0, 25));
        aggregator.accept(row(World.ORGANISATIONS.get(0), "2026JJ00", "taalcafe", 20, 90, 0, 10));
        assertThat(aggregator
                        .result()
                        .figure(World.PERSONS.value(), "2026JJ00")
                        .orElseThrow()
                        .value())
                .isEqualTo(CellValue.of(35));
    }

    /** The organisation knows its total of persons, so visits without a name add nobody. */
    @Test
    void totalOfPersonsAlone_replacesVisitsWithoutAName() {
        Aggregator aggregator = PLAN.newAggregator();
        aggregator.acceptTotal(new OwnTotal(
                List.of(
                        Set.of(World.ORGANISATIONS.get(0)),
                        Set.copyOf(NOORD),
                        Set.of(SECOND),
                        Set.copyOf(World.ACTIVITIES),
                        Set.of("67+")),
                List.of(OptionalLong.of(28), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty()),
                Map.of(),
                OwnTotal.Scope.IN_PLACE_OF_ROWS));
        aggregator.accept(row(SECOND, 25, 40, 6, 3));
        assertThat(persons(aggregator)).isEqualTo(CellValue.of(28));
        assertThat(aggregator
                        .result()
                        .figure(NAMELESS.value(), SECOND)
                        .orElseThrow()
                        .value())
                .isEqualTo(CellValue.of(0));
    }
}
