package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Observation;
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
    void morePersonsThanFirstVisitsSinceTheYearBegan_isReported() {
        assertThat(contradictions(row(FIRST, 20, 30, 0, 20), row(SECOND, 25, 30, 0, 5)))
                .isEmpty();
        assertThat(contradictions(row(FIRST, 20, 30, 0, 15))).containsExactly("2026KW01 15 20");
        assertThat(contradictions(row(FIRST, 20, 30, 0, 20), row(SECOND, 25, 30, 0, 4)))
                .containsExactly("2026KW02 24 25");
    }

    /** A person may give a name only later, so each visit without a name may have been a first one. */
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
     * 25 and 20 persons; 30 first visits in the first quarter and 5 later: at most 35. A whole table gives the same.
     */
    @Test
    void personsOfTwoActivities_atMostTheFirstVisits() {
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
    void rowThatIsMissing_noBound() {
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

    /** First visits bound persons in the same way after rows are combined, regrouped or sent elsewhere. */
    @Test
    void combinedRegroupedOrSentRows_haveTheSameBound() {
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
}
