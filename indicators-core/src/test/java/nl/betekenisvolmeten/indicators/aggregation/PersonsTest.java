package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.PossibleCodes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Hand-computed totals of persons about whom more is known than their number; see also NewcomersTest. */
class PersonsTest {

    private static final String ONE = World.ORGANISATIONS.get(0);
    private static final ColumnName NAMELESS = AllNatures.NAMELESS;

    private static CellValue exactly(long number) {
        return CellValue.of(number);
    }

    private static CellValue between(long lower, long upper) {
        return CellValue.between(BigDecimal.valueOf(lower), BigDecimal.valueOf(upper));
    }

    private static CellValue incomplete(long lower, long upper) {
        return new CellValue.Incomplete(
                Optional.empty(), Optional.of(BigDecimal.valueOf(lower)), Optional.of(BigDecimal.valueOf(upper)));
    }

    private static CellValue atLeast(long lower) {
        return new CellValue.Incomplete(Optional.empty(), Optional.of(BigDecimal.valueOf(lower)), Optional.empty());
    }

    private static AggregationPlan plan(TableStructure structure) {
        return AggregationPlan.by(structure).withGroupings(List.of());
    }

    private static CellValue persons(AggregationPlan plan, Observation... rows) {
        return figure(plan, World.PERSONS, rows).value();
    }

    private static Figure figure(AggregationPlan plan, ColumnName measure, Observation... rows) {
        Aggregator aggregator = plan.newAggregator();
        List.of(rows).forEach(aggregator);
        return aggregator.result().figure(measure.value()).orElseThrow();
    }

    private static final AggregationPlan NEW = plan(World.STRUCTURE);

    /** Persons, and the new ones among them. */
    private static Observation row(String organisation, String quarter, long persons, long newOnes) {
        return Observation.of(
                new String[] {organisation, "WK051801", quarter, "inloop", "67+"},
                new long[] {persons, 0, 0, newOnes},
                new boolean[] {true, true, true, true});
    }

    /** Three persons cannot include nine new ones: the numbers contradict each other, so they bound nothing. */
    @Test
    void newPersons_moreThanThePersons_areIgnored() {
        assertThat(persons(NEW, row(ONE, "2025KW03", 10, 0), row(ONE, "2025KW04", 3, 9)))
                .isEqualTo(between(10, 13));
    }

    /** Visitors with a name, all visits, and visits without a name. */
    private static Figure visitors(@Nullable Long... rows) {
        Observation[] all = new Observation[rows.length / 3];
        for (int i = 0; i < all.length; i++) {
            all[i] = AllNatures.row(
                    ONE,
                    "WK051801",
                    "2026KW01",
                    "67+",
                    0L,
                    0L,
                    0L,
                    rows[3 * i + 1],
                    0L,
                    0L,
                    rows[3 * i],
                    rows[3 * i + 2]);
        }
        return figure(AllNatures.plan(List.of()), AllNatures.VISITORS, all);
    }

    @Test
    void visitsWithoutAName_areByAtLeastOnePerson() {
        assertThat(visitors(5L, 8L, 2L).value()).isEqualTo(between(5, 7));
        assertThat(visitors(0L, 2L, 2L).value()).isEqualTo(between(1, 2));
        assertThat(visitors(0L, 2L, 0L).value()).isEqualTo(exactly(0));
    }

    /** Visits are by at least one person and by at most as many persons as there are visits. */
    @Test
    void visitsInARowWithoutPersons_boundThePersons() {
        assertThat(visitors(null, 3L, null)).isEqualTo(Figure.of(incomplete(1, 3), 0, 1));
        assertThat(visitors(null, 0L, null)).isEqualTo(Figure.of(incomplete(0, 0), 0, 1));
        assertThat(visitors(5L, 8L, 0L, null, 3L, null, null, null, null)).isEqualTo(Figure.of(atLeast(5), 1, 2));
    }

    /** A table with only one of the two columns of visits. */
    @Test
    void visitsWithoutTheOtherColumn_boundPersons() {
        List<Dimension> ages = List.of(new Dimension.Category(World.AGE, Set.copyOf(World.AGES)));
        Measure persons = World.named(World.PERSONS, World.VISITS, NAMELESS);
        AggregationPlan nameless = plan(new TableStructure(ages, List.of(persons, new Measure.Flow(NAMELESS, 0))));
        assertThat(persons(
                        nameless, Observation.of(new String[] {"67+"}, new long[] {5, 2}, new boolean[] {true, true})))
                .isEqualTo(between(5, 7));
        AggregationPlan visits = plan(new TableStructure(ages, List.of(persons, new Measure.Flow(World.VISITS, 0))));
        assertThat(persons(
                        visits, Observation.of(new String[] {"67+"}, new long[] {0, 4}, new boolean[] {false, true})))
                .isEqualTo(incomplete(1, 4));
    }

    private static Observation ofAge(String age, long persons) {
        return AllNatures.row(ONE, "WK051801", "2026KW01", age, 0L, 0L, persons);
    }

    /**
     * Of the 20 persons who are young or adult, at most 12 are in the row of young persons, so at least 8 come on top
     * of those 12 and the 5 old persons.
     */
    @Test
    void rowOfOneOfTwoAges_maySharePersonsWithRowsOfEither() {
        String youngOrAdult = PossibleCodes.text(Set.of("0-17", "18-66"));
        AggregationPlan plan = AllNatures.plan(List.of());
        assertThat(figure(plan, AllNatures.PERSONS, ofAge("0-17", 12), ofAge("67+", 5), ofAge(youngOrAdult, 20))
                        .value())
                .isEqualTo(between(25, 37));
        assertThat(figure(plan, AllNatures.PERSONS, ofAge("0-17", 12), ofAge("67+", 5), ofAge(youngOrAdult, 3))
                        .value())
                .isEqualTo(between(17, 20));
        // people whose age is unknown may be anyone
        String oldOrUnknown = PossibleCodes.text(Set.of("67+", World.UNKNOWN));
        assertThat(figure(plan, AllNatures.PERSONS, ofAge("0-17", 12), ofAge("67+", 5), ofAge(oldOrUnknown, 20))
                        .value())
                .isEqualTo(between(20, 37));
    }

    /** A person comes for the first time once a year; the persons of another year may be the same. */
    @Test
    void firstTimesInTwoYears_mayBeTheSamePersons() {
        AggregationPlan plan = AllNatures.plan(List.of());
        assertThat(figure(
                                plan,
                                AllNatures.FIRST,
                                firstTimes("2025KW03", 3),
                                firstTimes("2025KW04", 2),
                                firstTimes("2026KW01", 4))
                        .value())
                .isEqualTo(between(5, 9));
    }

    private static Observation firstTimes(String quarter, long persons) {
        return AllNatures.row(ONE, "WK051801", quarter, "67+", 0L, 0L, 0L, 0L, 0L, 0L, 9L, 0L, persons);
    }
}
