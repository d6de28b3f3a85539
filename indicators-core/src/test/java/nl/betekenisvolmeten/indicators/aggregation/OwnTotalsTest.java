package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.OwnTotal.Scope;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.RowsWithGaps;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;

/** Totals that organisations counted themselves: where they replace rows, bound them or add to them. */
class OwnTotalsTest {

    private static final String ONE = World.ORGANISATIONS.get(0);
    private static final String TWO = World.ORGANISATIONS.get(1);
    private static final List<String> NOORD = World.WIJKEN.subList(0, 2);
    private static final String ZUID = World.WIJKEN.get(2);
    private static final String FIRST = "2026KW01";
    private static final String SECOND = "2026KW02";
    private static final ColumnName FIRST_TIME = ColumnName.of("eerste_keer");

    /** Persons, visits, persons who are new to the organisation, and those who came for the first time in the year. */
    private static final TableStructure STRUCTURE = new TableStructure(
            World.STRUCTURE.dimensions(),
            List.of(
                    new Measure.Distinct(World.PERSONS, true),
                    new Measure.Flow(World.VISITS, 0),
                    new Measure.Distinct(
                            World.NEW,
                            true,
                            Optional.of(new Measure.NewTo(World.ORGANISATION, World.NOT_SEEN, World.PERSONS)),
                            Optional.empty()),
                    World.firstInYear(FIRST_TIME, World.PERSONS, World.ORGANISATION)));

    private static final Grouping STADSDEEL = new Grouping.ByArea("stadsdeel", World.WIJK, AreaLevel.STADSDEEL);
    private static final Grouping WIJK = new Grouping.ByColumn(World.WIJK);
    private static final Grouping QUARTER = new Grouping.ByColumn(World.PERIOD);
    private static final Grouping YEAR = new Grouping.ByPeriod("jaar", World.PERIOD, PeriodKind.YEAR);
    private static final Grouping AGE = new Grouping.ByColumn(World.AGE);
    private static final Grouping ACTIVITY = new Grouping.ByColumn(World.ACTIVITY);

    /** Persons, visits, new persons and persons for the first time; a negative number is an empty cell. */
    private static Observation row(String organisation, String wijk, String quarter, String age, long... numbers) {
        return RowsWithGaps.row(4, numbers, organisation, wijk, quarter, "inloop", age);
    }

    private static OwnTotal total(Scope scope, Set<String> quarters, long... numbers) {
        return total(scope, quarters, Set.copyOf(World.ACTIVITIES), numbers);
    }

    private static OwnTotal total(Scope scope, Set<String> quarters, Set<String> activities, long... numbers) {
        List<OptionalLong> values = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            values.add(i < numbers.length && numbers[i] >= 0 ? OptionalLong.of(numbers[i]) : OptionalLong.empty());
        }
        return new OwnTotal(
                List.of(Set.of(ONE), Set.copyOf(NOORD), quarters, activities, Set.copyOf(World.AGES)),
                values,
                Map.of(),
                scope);
    }

    private static final class Totals {
        private final Aggregator aggregator;

        Totals(Grouping... groupings) {
            aggregator = AggregationPlan.by(STRUCTURE)
                    .withGroupings(List.of(groupings))
                    .newAggregator();
        }

        Totals with(OwnTotal total) {
            aggregator.acceptTotal(total);
            return this;
        }

        Totals with(Observation row) {
            aggregator.accept(row);
            return this;
        }

        Totals with(RejectedRows rows) {
            aggregator.acceptRejected(rows);
            return this;
        }

        /** Adds rows of Noord with 20 and 30 persons and 100 and 50 visits, in two wijken and age groups. */
        Totals rows(String quarter) {
            return with(row(ONE, NOORD.get(0), quarter, "0-17", 20, 100))
                    .with(row(ONE, NOORD.get(1), quarter, "67+", 30, 50));
        }

        CellValue persons(String... key) {
            return figure(World.PERSONS, key);
        }

        CellValue visits(String... key) {
            return figure(World.VISITS, key);
        }

        CellValue figure(ColumnName measure, String... key) {
            ResultTable table = aggregator.result();
            return table.figure(measure.value(), key).orElseThrow().value();
        }
    }

    private static CellValue between(long lower, long upper) {
        return CellValue.between(BigDecimal.valueOf(lower), BigDecimal.valueOf(upper));
    }

    private static final String SD_NOORD = "SD0518-NOORD";
    private static final String SD_ZUID = "SD0518-ZUID";

    private static Totals replaced(Grouping... groupings) {
        return new Totals(groupings)
                .with(total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST), 45))
                .rows(FIRST);
    }

    @Test
    void replacing_wholeStadsdeelAndPeriod_theTotalItself() {
        assertThat(replaced(STADSDEEL, QUARTER).persons(SD_NOORD, FIRST)).isEqualTo(CellValue.of(45));
        assertThat(replaced(STADSDEEL, YEAR).persons(SD_NOORD, "2026JJ00")).isEqualTo(CellValue.of(45));
        assertThat(replaced().persons()).isEqualTo(CellValue.of(45));
        // numbers that the total lacks come from the rows
        assertThat(replaced(STADSDEEL, QUARTER).visits(SD_NOORD, FIRST)).isEqualTo(CellValue.of(150));
    }

    /** Other rows count in addition to the total: 10 persons in Zuid and 60 of another organisation. */
    @Test
    void replacing_rowsOfOthers_countNextToIt() {
        Totals all = replaced()
                .with(row(ONE, ZUID, FIRST, "0-17", 10))
                .with(row(TWO, NOORD.get(0), FIRST, "0-17", 60))
                .with(row(ONE, NOORD.get(0), SECOND, "0-17", 5));
        assertThat(all.persons()).isEqualTo(between(60, 120));
        Totals byArea = replaced(STADSDEEL).with(row(ONE, ZUID, FIRST, "0-17", 10));
        assertThat(byArea.persons(SD_ZUID)).isEqualTo(CellValue.of(10));
        assertThat(byArea.persons(SD_NOORD)).isEqualTo(CellValue.of(45));
    }

    /** For an age group or a wijk, the rows give more detail; their sum is at most the total. */
    @Test
    void replacing_smallerGroups_boundedByTheTotal() {
        assertThat(replaced(WIJK).persons(NOORD.get(0))).isEqualTo(CellValue.of(20));
        Totals two = new Totals(AGE)
                .with(total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST), 45))
                .with(row(ONE, NOORD.get(0), FIRST, "67+", 25))
                .with(row(ONE, NOORD.get(1), FIRST, "67+", 30));
        assertThat(two.persons("67+")).isEqualTo(between(30, 45));
        // a total below the number of a single row bounds nothing
        Totals low = new Totals(AGE)
                .with(total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST), 28))
                .with(row(ONE, NOORD.get(0), FIRST, "67+", 25))
                .with(row(ONE, NOORD.get(1), FIRST, "67+", 30));
        assertThat(low.persons("67+")).isEqualTo(between(30, 55));
    }

    @Test
    void replacing_emptyCellOfARow_boundedByTheTotal() {
        Totals some = new Totals(WIJK)
                .with(total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST), 45))
                .with(row(ONE, NOORD.get(0), FIRST, "67+", 25))
                .with(row(ONE, NOORD.get(0), FIRST, "67+", -1));
        assertThat(some.persons(NOORD.get(0)))
                .isEqualTo(new CellValue.Incomplete(
                        Optional.of(BigDecimal.valueOf(25)),
                        Optional.of(BigDecimal.valueOf(25)),
                        Optional.of(BigDecimal.valueOf(45))));
    }

    /**
     * The half year has 70 persons and its first quarter has 45: each figure uses the longest total within its period.
     */
    @Test
    void replacing_longerAndShorter_theLongestWithinTheFigure() {
        for (Grouping period : List.of(QUARTER, YEAR)) {
            Totals both = new Totals(STADSDEEL, period)
                    .with(total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST), 45))
                    .with(total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST, SECOND), 70))
                    .rows(FIRST)
                    .rows(SECOND)
                    .with(row(ONE, NOORD.get(0), SECOND, "67+", 40));
            if (period == YEAR) {
                assertThat(both.persons(SD_NOORD, "2026JJ00")).isEqualTo(CellValue.of(70));
            } else {
                assertThat(both.persons(SD_NOORD, FIRST)).isEqualTo(CellValue.of(45));
                // 20 young and at least 40 old; at most all of the half year
                assertThat(both.persons(SD_NOORD, SECOND)).isEqualTo(between(60, 70));
            }
        }
    }

    @Test
    void replacing_oneThatIsGivenTwice_countsOnce() {
        OwnTotal total = total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST), 45);
        assertThat(new Totals(STADSDEEL).with(total).with(total).rows(FIRST).persons(SD_NOORD))
                .isEqualTo(CellValue.of(45));
    }

    private static RejectedRows rejected(String wijk, String quarter) {
        return new RejectedRows(
                List.of(Set.of(ONE), Set.of(wijk), Set.of(quarter), Set.of(), Set.of()),
                List.of(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty()),
                1,
                OptionalLong.of(3));
    }

    /** A rejected row is included in the total that replaces it, but not in numbers that the total lacks. */
    @Test
    void replacing_rejectedRow_onlyMattersWhereTheTotalGivesNothing() {
        Totals some = replaced(STADSDEEL, QUARTER).with(rejected(NOORD.get(1), FIRST));
        assertThat(some.persons(SD_NOORD, FIRST)).isEqualTo(CellValue.of(45));
        assertThat(some.visits(SD_NOORD, FIRST)).isInstanceOf(CellValue.Incomplete.class);
        Totals others = replaced(STADSDEEL, QUARTER).rows(SECOND).with(rejected(NOORD.get(1), SECOND));
        assertThat(others.persons(SD_NOORD, FIRST)).isEqualTo(CellValue.of(45));
        assertThat(others.persons(SD_NOORD, SECOND)).isInstanceOf(CellValue.Incomplete.class);
    }

    /** A total without any rows counts in full in its stadsdeel, and may belong to any smaller group. */
    @Test
    void all_withoutRows_fullInTheStadsdeelAndPerhapsInSmallerGroups() {
        OwnTotal total = total(Scope.ALL, Set.of(FIRST), 25, 80);
        assertThat(new Totals(STADSDEEL, QUARTER).with(total).persons(SD_NOORD, FIRST))
                .isEqualTo(CellValue.of(25));
        assertThat(new Totals(STADSDEEL, QUARTER).with(total).visits(SD_NOORD, FIRST))
                .isEqualTo(CellValue.of(80));
        assertThat(new Totals(WIJK).with(total).persons(NOORD.get(1))).isEqualTo(between(0, 25));
        assertThat(new Totals(ACTIVITY).with(total).visits("taalcafe")).isEqualTo(between(0, 80));
        assertThat(new Totals(AGE)
                        .with(total)
                        .with(row(TWO, ZUID, FIRST, "0-17", 5, 7))
                        .visits("0-17"))
                .isEqualTo(between(7, 87));
    }

    /** A total of one activity: its persons may be among those in the rows, but its visits are different ones. */
    @Test
    void oneOfSeveral_addsToTheRows() {
        Totals sum = new Totals(STADSDEEL)
                .with(total(Scope.ONE_OF_SEVERAL, Set.of(FIRST), Set.of("taalcafe"), 15, 40))
                .with(row(ONE, NOORD.get(0), FIRST, "0-17", 20, 100));
        assertThat(sum.persons(SD_NOORD)).isEqualTo(between(20, 35));
        assertThat(sum.visits(SD_NOORD)).isEqualTo(CellValue.of(140));
    }

    @Test
    void partly_addsBetweenNothingAndAll() {
        Totals sum = new Totals(STADSDEEL)
                .with(total(Scope.PARTLY, Set.of(FIRST), 15, 40))
                .with(row(ONE, NOORD.get(0), FIRST, "0-17", 20, 100));
        assertThat(sum.persons(SD_NOORD)).isEqualTo(between(20, 35));
        assertThat(sum.visits(SD_NOORD)).isEqualTo(between(100, 140));
    }

    /**
     * Rows of the first quarter have 15 and 20 first visits in the year, by 32 different persons; the half year has 60
     * persons. So at most 32 persons came in the first quarter, and at most 60 in the second.
     */
    @Test
    void firstTimes_ofTotals_boundPersons() {
        Totals byQuarter = new Totals(STADSDEEL, QUARTER, AGE)
                .with(total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST), -1, -1, -1, 32))
                .with(total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST, SECOND), -1, -1, -1, 60))
                .with(row(ONE, NOORD.get(0), FIRST, "67+", 20, -1, -1, 15))
                .with(row(ONE, NOORD.get(1), FIRST, "67+", 30, -1, -1, 20))
                .with(row(ONE, NOORD.get(0), SECOND, "67+", 40, -1, -1, 11))
                .with(row(ONE, NOORD.get(1), SECOND, "67+", 30, -1, -1, 22));
        assertThat(byQuarter.persons(SD_NOORD, FIRST, "67+")).isEqualTo(between(30, 32));
        assertThat(byQuarter.persons(SD_NOORD, SECOND, "67+")).isEqualTo(between(40, 60));
    }

    /** Persons who are new in one quarter of a longer total may be included in it, so their rows are not added. */
    @Test
    void newPersons_ofALongerTotal_areIncludedInIt() {
        Totals year = new Totals(STADSDEEL, YEAR)
                .with(total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST, SECOND), -1, -1, 12))
                .with(row(ONE, NOORD.get(0), FIRST, "67+", 20, -1, 5))
                .with(row(ONE, NOORD.get(1), SECOND, "67+", 30, -1, 9));
        assertThat(year.figure(World.NEW, SD_NOORD, "2026JJ00")).isEqualTo(CellValue.of(12));
    }

    /** A quarter with its own total uses it, whatever the order; the other has at most the total of the half year. */
    @Test
    void replacing_longerAndShorter_boundSmallerGroupsOfTheirOwnPeriods() {
        OwnTotal quarter = total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST), 45);
        OwnTotal half = total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST, SECOND), 70);
        for (List<OwnTotal> order : List.of(List.of(quarter, half), List.of(half, quarter))) {
            Totals byAge = new Totals(QUARTER, AGE);
            Totals byYear = new Totals(YEAR);
            for (Totals totals : List.of(byAge, byYear)) {
                order.forEach(totals::with);
                totals.with(row(ONE, NOORD.get(0), FIRST, "67+", 25))
                        .with(row(ONE, NOORD.get(1), FIRST, "67+", 30))
                        .with(row(ONE, NOORD.get(0), SECOND, "67+", 50))
                        .with(row(ONE, NOORD.get(1), SECOND, "67+", 40));
            }
            assertThat(byAge.persons(FIRST, "67+")).isEqualTo(between(30, 45));
            assertThat(byAge.persons(SECOND, "67+")).isEqualTo(between(50, 70));
            assertThat(byYear.persons("2026JJ00")).isEqualTo(CellValue.of(70));
        }
    }

    /** For a quarter without its own total, the total of the half year is only an upper bound of new persons. */
    @Test
    void newPersons_ofAQuarterInALongerTotal_areThoseOfItsRows() {
        Totals byQuarter = new Totals(QUARTER)
                .with(total(Scope.IN_PLACE_OF_ROWS, Set.of(SECOND), -1, -1, 4))
                .with(total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST, SECOND), -1, -1, 7))
                .with(row(ONE, NOORD.get(0), FIRST, "67+", 20, -1, 5))
                .with(row(ONE, NOORD.get(1), FIRST, "67+", 20, -1, 3))
                .with(row(ONE, NOORD.get(1), SECOND, "67+", 30, -1, 9));
        assertThat(byQuarter.figure(World.NEW, FIRST)).isEqualTo(between(5, 7));
        assertThat(byQuarter.figure(World.NEW, SECOND)).isEqualTo(CellValue.of(4));
    }

    /**
     * 12 persons are new in the half year and 9 after it; a person may be new twice, so at least 12 are new in the
     * year.
     */
    @Test
    void newPersons_ofLaterQuartersAndOtherStadsdelen_addToALongerTotal() {
        Totals year = new Totals(YEAR)
                .with(total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST, SECOND), -1, -1, 12))
                .with(row(ONE, NOORD.get(0), FIRST, "67+", 20, -1, 5))
                .with(row(ONE, NOORD.get(0), "2026KW03", "67+", 20, -1, 9));
        assertThat(year.figure(World.NEW, "2026JJ00")).isEqualTo(between(12, 21));
        year.with(row(ONE, ZUID, FIRST, "67+", 20, -1, 4));
        assertThat(year.figure(World.NEW, "2026JJ00")).isEqualTo(between(12, 25));
    }

    @Test
    void newPersons_afterALongerTotal_ofPeriodsOfAnyLength() {
        for (List<String> periods : List.of(
                List.of("2026MM01", "2026MM02", "2026MM03"),
                List.of("2025KW04", "2026KW01", "2026KW02"),
                List.of("2025HJ02", "2026HJ01", "2026HJ02"),
                List.of("2024JJ00", "2025JJ00", "2026JJ00"))) {
            Totals all = new Totals()
                    .with(total(Scope.IN_PLACE_OF_ROWS, Set.copyOf(periods.subList(0, 2)), 20, -1, 12))
                    .with(row(ONE, NOORD.get(0), periods.get(0), "67+", 15, -1, 5))
                    .with(row(ONE, NOORD.get(0), periods.get(2), "67+", 11, -1, 9));
            assertThat(all.figure(World.NEW)).as(periods.get(2)).isEqualTo(between(12, 21));
            assertThat(all.persons()).as(periods.get(2)).isEqualTo(between(20, 31));
        }
    }

    /**
     * Some of the 12 persons who are new in the half year may be among the 10 of Zuid, if they were new in the first
     * quarter.
     */
    @Test
    void newPersons_ofALongerTotal_doNotAddToThePersonsOfItsFirstQuarter() {
        Totals all = new Totals()
                .with(total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST, SECOND), 20, -1, 12))
                .with(row(ONE, ZUID, FIRST, "67+", 10, -1, 10));
        assertThat(all.persons()).isEqualTo(between(20, 30));
        // at another organisation, persons who are new in the second quarter did not come in the first
        all.with(row(TWO, ZUID, FIRST, "67+", 18, -1, 0)).with(row(TWO, ZUID, SECOND, "67+", 7, -1, 7));
        assertThat(all.persons()).isEqualTo(between(25, 55));
    }

    @Test
    void newPersons_ofATotalWithoutRows_doNotAddToThePersonsOfItsFirstQuarterEither() {
        Totals all = new Totals()
                .with(total(Scope.ALL, Set.of(FIRST, SECOND), 20, -1, 12))
                .with(row(ONE, ZUID, FIRST, "67+", 10, -1, 10));
        assertThat(all.persons()).isEqualTo(between(20, 30));
    }

    @Test
    void sameTotalInBothParts_countsOnceWhenTheyAreCombined() {
        Totals one = replaced(STADSDEEL);
        one.aggregator.combine(new Totals(STADSDEEL).with(row(TWO, NOORD.get(0), FIRST, "0-17", 5, 7)).aggregator);
        assertThat(one.visits(SD_NOORD)).isEqualTo(CellValue.of(157));
        assertThat(one.persons(SD_NOORD)).isEqualTo(between(45, 50));
        one.aggregator.combine(new Totals(STADSDEEL)
                .with(total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST), 45))
                .with(row(ONE, NOORD.get(0), SECOND, "0-17", 3, 7))
                .aggregator);
        assertThat(one.visits(SD_NOORD)).isEqualTo(CellValue.of(164));
        assertThat(one.persons(SD_NOORD)).isEqualTo(between(45, 53));
        // nor if one of them was serialised, without the squares that rows do not have
        OwnTotal withSquares = total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST), 45);
        Totals sent = new Totals(STADSDEEL)
                .with(new OwnTotal(
                        withSquares.codes(), withSquares.values(), Map.of(World.VISITS, 9L), withSquares.scope()));
        sent.aggregator.combine(AggregationPlan.by(STRUCTURE)
                .withGroupings(List.of(STADSDEEL))
                .aggregatorFrom(one.aggregator.toBytes()));
        assertThat(sent.persons(SD_NOORD)).isEqualTo(between(45, 53));
    }

    /**
     * The 15 persons and 40 visits of one activity are included in the 45 and 160 of all activities, whichever total
     * comes first.
     */
    @Test
    void replacing_afterATotalThatItContains_countsTheSame() {
        OwnTotal one = total(Scope.ONE_OF_SEVERAL, Set.of(FIRST), Set.of("taalcafe"), 15, 40);
        OwnTotal all = total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST), 45, 160);
        Totals sum = new Totals(STADSDEEL).with(one).with(all).rows(FIRST);
        assertThat(sum.persons(SD_NOORD)).isEqualTo(CellValue.of(45));
        assertThat(sum.visits(SD_NOORD)).isEqualTo(CellValue.of(160));
        Totals parts = new Totals(STADSDEEL).with(one);
        parts.aggregator.combine(new Totals(STADSDEEL).with(all).rows(FIRST).aggregator);
        assertThat(parts.persons(SD_NOORD)).isEqualTo(CellValue.of(45));
        assertThat(parts.visits(SD_NOORD)).isEqualTo(CellValue.of(160));
    }

    @Test
    void replacing_rowsThatCameBefore_isRefused() {
        OwnTotal total = total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST, SECOND), 45);
        for (Totals rows : List.of(
                new Totals(STADSDEEL).with(row(ONE, NOORD.get(1), SECOND, "67+", 30, 50)),
                new Totals(STADSDEEL).with(rejected(NOORD.get(1), SECOND)))) {
            String message = "a total must come before the rows that it replaces: [41000001, SD0518-NOORD] has rows of"
                    + " [2026KW02]";
            assertThatThrownBy(() -> rows.with(total))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
            Aggregator totals = new Totals(STADSDEEL).with(total).aggregator;
            assertThatThrownBy(() -> rows.aggregator.combine(totals)).hasMessage(message);
            assertThatThrownBy(() -> totals.combine(rows.aggregator)).hasMessage(message);
        }
        // rows of another stadsdeel, period or organisation stay
        Totals others = new Totals(STADSDEEL)
                .with(row(ONE, ZUID, FIRST, "67+", 10, 50))
                .with(row(ONE, NOORD.get(0), "2026KW03", "67+", 30, 50))
                .with(row(TWO, NOORD.get(0), FIRST, "67+", 60, 50))
                .with(total);
        assertThat(others.persons(SD_NOORD)).isEqualTo(between(60, 135));
    }

    /** If an organisation took over from another, rows under its name may belong to the other one. */
    @Test
    void replacing_earlierRowsOfAPredecessor_areKept() {
        Totals all = new Totals(STADSDEEL);
        all.aggregator.accept(
                row(ONE, NOORD.get(0), FIRST, "67+", 30, 50), row(TWO, NOORD.get(0), FIRST, "67+", 30, 50));
        Aggregator sent = AggregationPlan.by(STRUCTURE)
                .withGroupings(List.of(STADSDEEL))
                .aggregatorFrom(all.aggregator.toBytes());
        all.with(total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST), 45));
        assertThat(all.persons(SD_NOORD)).isEqualTo(between(45, 75));
        Totals both = new Totals(STADSDEEL).with(total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST), 45));
        both.aggregator.combine(sent);
        assertThat(both.persons(SD_NOORD)).isEqualTo(between(45, 75));
    }

    /**
     * It is not known how much two overlapping totals have in common, so the second one adds anything from nothing to
     * all of it.
     */
    @Test
    void replacing_overlapping_addsBetweenNothingAndAll() {
        Totals both = new Totals(STADSDEEL)
                .with(total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST, SECOND), 45, 160))
                .with(total(Scope.IN_PLACE_OF_ROWS, Set.of(SECOND, "2026KW03"), 50, 120));
        assertThat(both.visits(SD_NOORD)).isEqualTo(between(160, 280));
        assertThat(both.persons(SD_NOORD)).isEqualTo(between(45, 95));
    }

    /** It is not known to which wijk of Noord the persons of a total came. */
    @Test
    void all_inAStadsdeel_mayBelongToASelectedWijk() {
        for (String wijk : NOORD) {
            Aggregator aggregator = AggregationPlan.by(STRUCTURE)
                    .withGroupings(List.of(STADSDEEL))
                    .withSeries(List.of(
                            new Series.Total("wijk", World.PERSONS, Selection.of(Map.of(World.WIJK, Set.of(wijk))))))
                    .newAggregator();
            aggregator.acceptTotal(total(Scope.ALL, Set.of(FIRST), 25, 80));
            assertThat(aggregator
                            .result()
                            .figure("wijk", SD_NOORD)
                            .orElseThrow()
                            .value())
                    .isEqualTo(between(0, 25));
        }
    }

    /** 45 persons in the first quarter, 30 in the second and 6 at another organisation are 45 to 81 persons. */
    @Test
    void regrouped_totalsAndRows_countAsInTheirGroups() {
        Totals quarters = new Totals(STADSDEEL, QUARTER)
                .with(total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST), 45))
                .rows(FIRST)
                .with(row(ONE, NOORD.get(0), SECOND, "67+", 30, 9))
                .with(new OwnTotal(
                        List.of(
                                Set.of(TWO),
                                Set.copyOf(NOORD),
                                Set.of(SECOND),
                                Set.copyOf(World.ACTIVITIES),
                                Set.copyOf(World.AGES)),
                        List.of(OptionalLong.of(6), OptionalLong.of(7), OptionalLong.empty(), OptionalLong.empty()),
                        Map.of(),
                        Scope.ALL));
        ResultTable table = quarters.aggregator.regrouped(List.of(STADSDEEL), key -> Optional.of(key.subList(0, 1)));
        assertThat(table.figure(World.PERSONS.value(), SD_NOORD).orElseThrow().value())
                .isEqualTo(between(45, 81));
        assertThat(table.figure(World.VISITS.value(), SD_NOORD).orElseThrow().value())
                .isEqualTo(CellValue.of(166));
    }

    @Test
    void totals_ofAStructureWithoutPeriods_areRefused() {
        TableStructure structure = new TableStructure(
                List.of(World.STRUCTURE.dimensions().get(0)), List.of(new Measure.Distinct(World.PERSONS, true)));
        OwnTotal total = new OwnTotal(List.of(Set.of(ONE)), List.of(OptionalLong.of(3)), Map.of(), Scope.ALL);
        assertThatThrownBy(() -> AggregationPlan.by(structure).newAggregator().acceptTotal(total))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("totals need columns of who reports and when: ");
    }

    @Test
    void totals_ofAnAreaThatCannotBeRolledUp_areRefusedImmediately() {
        OwnTotal total = total(Scope.ALL, Set.of(FIRST), 25);
        List<Set<String>> codes = new ArrayList<>(total.codes());
        codes.set(1, Set.of("WK036301"));
        Aggregator aggregator = new Totals(STADSDEEL).aggregator;
        assertThatThrownBy(() -> aggregator.acceptTotal(new OwnTotal(codes, total.values(), Map.of(), Scope.ALL)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'WK036301' has no area of level STADSDEEL");
    }

    /**
     * The total of all activities includes the total of one activity; a number that only the latter gives is added to
     * the rows.
     */
    @Test
    void oneOfSeveral_withinATotalOfAll_onlyAddsWhatThatDoesNotGive() {
        OwnTotal one = total(Scope.ONE_OF_SEVERAL, Set.of(FIRST), Set.of("taalcafe"), 15, 40);
        Totals both = new Totals(STADSDEEL)
                .with(total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST), 45, 160))
                .with(one)
                .rows(FIRST);
        assertThat(both.persons(SD_NOORD)).isEqualTo(CellValue.of(45));
        assertThat(both.visits(SD_NOORD)).isEqualTo(CellValue.of(160));
        Totals persons = replaced(STADSDEEL).with(one);
        assertThat(persons.persons(SD_NOORD)).isEqualTo(CellValue.of(45));
        assertThat(persons.visits(SD_NOORD)).isEqualTo(CellValue.of(190));
    }

    /**
     * The first quarter has a total of all activities, which includes anything from none to all of the half-year total
     * of one activity.
     */
    @Test
    void oneOfSeveral_overlappingATotalOfAll_addsBetweenNothingAndAll() {
        Totals both = new Totals(STADSDEEL, YEAR)
                .with(total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST), 45, 160))
                .with(total(Scope.ONE_OF_SEVERAL, Set.of(FIRST, SECOND), Set.of("taalcafe"), 15, 40))
                .rows(FIRST);
        assertThat(both.persons(SD_NOORD, "2026JJ00")).isEqualTo(between(45, 60));
        assertThat(both.visits(SD_NOORD, "2026JJ00")).isEqualTo(between(160, 200));
    }

    @Test
    void replacing_areasOfEveryLevel_wholeFromStadsdeelOn() {
        Grouping city = new Grouping.ByArea("gemeente", World.WIJK, AreaLevel.GEMEENTE);
        assertThat(replaced(city).persons(World.GEMEENTE.value())).isEqualTo(CellValue.of(45));
        Grouping wijk = new Grouping.ByArea("wijk", World.WIJK, AreaLevel.WIJK);
        assertThat(replaced(wijk).persons(NOORD.get(1))).isEqualTo(CellValue.of(30));
        assertThat(replaced(STADSDEEL, AGE).persons(SD_NOORD, "67+")).isEqualTo(CellValue.of(30));
    }

    /** Rows say how many of the persons are old; the total does not. */
    @Test
    void replacing_someOfTheRowsSelected_thoseOfTheRows() {
        Aggregator old = AggregationPlan.by(STRUCTURE)
                .withGroupings(List.of(STADSDEEL))
                .withSeries(List.of(
                        Series.Total.of(World.PERSONS),
                        new Series.Total("ouderen", World.PERSONS, Selection.of(Map.of(World.AGE, Set.of("67+"))))))
                .newAggregator();
        old.acceptTotal(total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST), 45));
        old.accept(row(ONE, NOORD.get(0), FIRST, "0-17", 20, 100));
        old.accept(row(ONE, NOORD.get(1), FIRST, "67+", 30, 50));
        assertThat(old.result().figure("ouderen", SD_NOORD).orElseThrow().value())
                .isEqualTo(CellValue.of(30));
        assertThat(old.result()
                        .figure(World.PERSONS.value(), SD_NOORD)
                        .orElseThrow()
                        .value())
                .isEqualTo(CellValue.of(45));
    }

    @Test
    void replacing_rowsOfABatch_andThoseBeforeIt() {
        Totals all = new Totals(STADSDEEL)
                .with(row(TWO, NOORD.get(0), FIRST, "67+", 60, 10))
                .with(total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST), 45));
        all.aggregator.accept(
                Batches.of(List.of(
                        row(ONE, NOORD.get(0), SECOND, "0-17", 99, 99),
                        row(ONE, NOORD.get(0), FIRST, "0-17", 20, 100),
                        row(ONE, NOORD.get(1), FIRST, "67+", 30, 50),
                        row(ONE, NOORD.get(0), SECOND, "0-17", 99, 99))),
                1,
                3);
        assertThat(all.persons(SD_NOORD)).isEqualTo(between(60, 105));
        assertThat(all.visits(SD_NOORD)).isEqualTo(CellValue.of(160));
    }

    @Test
    void totalsAndRowsOfAnotherStructure_areRefused() {
        Aggregator aggregator = new Totals().aggregator;
        List<Set<String>> codes = List.of(Set.of(ONE));
        List<OptionalLong> values = List.of(OptionalLong.empty());
        for (Scope scope : List.of(Scope.ALL, Scope.IN_PLACE_OF_ROWS)) {
            assertThatThrownBy(() -> aggregator.acceptTotal(new OwnTotal(codes, values, Map.of(), scope)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("of 1 dimensions and 1 measures");
        }
        assertThatThrownBy(() -> aggregator.acceptRejected(new RejectedRows(codes, values, 1, OptionalLong.empty())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("of 1 dimensions and 1 measures");
        Observation small = Observation.of(new String[] {ONE}, new long[] {1}, new boolean[] {true});
        assertThatThrownBy(() -> aggregator.accept(Batches.of(List.of(small)), 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("of 1 dimensions and 1 measures");
    }

    /** Totals whose only code is one that no row has, such as the code for all activities. */
    private static OwnTotal ofAllActivities(long... numbers) {
        return total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST), Set.of("ALLE"), numbers);
    }

    private static Observation[] twoOfOneAge() {
        return new Observation[] {
            row(ONE, NOORD.get(0), FIRST, "67+", 25, 100),
            row(ONE, NOORD.get(1), FIRST, "67+", 30, 50),
            row(TWO, NOORD.get(0), FIRST, "67+", 40, 60)
        };
    }

    /**
     * There are 25, 30 and 40 persons. By age, there are at most 45 of one organisation and 40 of the other; by
     * activity, the rows are complete.
     */
    @Test
    void replacing_ofAllActivities_boundsAgesButNotSelectedActivities() {
        Aggregator aggregator = AggregationPlan.by(STRUCTURE)
                .withGroupings(List.of(QUARTER))
                .withSeries(List.of(
                        new Series.Total("inloop", World.PERSONS, where(World.ACTIVITY, "inloop")),
                        new Series.Total("ouderen", World.PERSONS, where(World.AGE, "67+"))))
                .newAggregator();
        aggregator.acceptTotal(ofAllActivities(45));
        List.of(twoOfOneAge()).forEach(aggregator);
        assertThat(aggregator.result().figure("inloop", FIRST).orElseThrow().value())
                .isEqualTo(between(40, 95));
        assertThat(aggregator.result().figure("ouderen", FIRST).orElseThrow().value())
                .isEqualTo(between(40, 85));
    }

    private static Selection where(ColumnName column, String code) {
        return Selection.of(Map.of(column, Set.of(code)));
    }

    /** By activity: all 45 persons in one organisation's total of all activities may have come to the drop-in. */
    @Test
    void replacing_ofAllActivities_boundsEachActivity() {
        Totals totals = new Totals(ACTIVITY).with(ofAllActivities(45));
        List.of(twoOfOneAge()).forEach(totals::with);
        assertThat(totals.persons("inloop")).isEqualTo(between(40, 85));
        assertThat(totals.visits("inloop")).isEqualTo(CellValue.of(210));
        assertThat(totals.aggregator.result().rows())
                .extracting(ResultTable.Row::key)
                .containsExactly(List.of("inloop"));
    }

    @Test
    void replacing_asManyAsTheLargestRow_isExact() {
        Totals totals = new Totals(AGE)
                .with(total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST), 30))
                .with(row(ONE, NOORD.get(0), FIRST, "67+", 25))
                .with(row(ONE, NOORD.get(1), FIRST, "67+", 30));
        assertThat(totals.persons("67+")).isEqualTo(CellValue.of(30));
    }

    @Test
    void replacing_withoutARow_isIncluded() {
        Totals totals = new Totals(STADSDEEL).with(total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST), 45));
        assertThat(totals.persons(SD_NOORD)).isEqualTo(CellValue.of(45));
    }

    /**
     * Only the first quarter of the half year has rows; where the total is the figure, it covers the whole half year.
     */
    @Test
    void replacing_quarterWithoutRows_isReportedWhereTheTotalIsTheFigure() {
        OwnTotal half = total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST, SECOND), 45);
        Totals year = new Totals(STADSDEEL).with(half).rows(FIRST);
        assertThat(year.aggregator.result().row(SD_NOORD).orElseThrow().coverage())
                .contains(new Coverage(2, 2));
        Totals ages = new Totals(AGE).with(half).rows(FIRST);
        assertThat(ages.aggregator.result().row("67+").orElseThrow().coverage()).contains(new Coverage(1, 1));
    }

    private static List<String> tooLarge(Totals totals) {
        return totals.aggregator.result().findings().kept().stream()
                .filter(finding -> finding.code().value().equals("BM-A01"))
                .map(finding -> finding.arguments().get("column"))
                .toList();
    }

    /** Visits whose sum is too large are reported where that sum is the figure, but not where a total replaces it. */
    @Test
    void replacing_rowsThatAreTooLarge_areReportedWhereTheyCount() {
        Observation large = row(ONE, NOORD.get(0), FIRST, "67+", 5, Long.MAX_VALUE);
        Totals given = new Totals(STADSDEEL)
                .with(total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST), -1, 160))
                .with(large)
                .with(large);
        assertThat(given.visits(SD_NOORD)).isEqualTo(CellValue.of(160));
        assertThat(tooLarge(given)).isEmpty();
        Totals notGiven = new Totals(STADSDEEL)
                .with(total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST), 45))
                .with(large)
                .with(large);
        assertThat(tooLarge(notGiven)).containsExactly("bezoeken");
        Observation others = row(TWO, NOORD.get(0), FIRST, "67+", 5, Long.MAX_VALUE);
        given.with(others).with(others);
        assertThat(tooLarge(given)).containsExactly("bezoeken");
    }

    /** Rows that are accepted in a batch, with rows of another organisation and with numbers that the total gives. */
    @Test
    void replacing_rowsOfABatch_countAsRowsOneByOne() {
        Totals all = new Totals(STADSDEEL).with(total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST), 45, 160));
        all.aggregator.accept(
                Batches.of(List.of(
                        row(TWO, NOORD.get(0), FIRST, "67+", 9, 99),
                        row(ONE, NOORD.get(0), FIRST, "0-17", 20, 100),
                        row(TWO, NOORD.get(0), FIRST, "67+", 50, 11),
                        row(TWO, NOORD.get(0), FIRST, "67+", 9, 99))),
                1,
                3);
        assertThat(all.persons(SD_NOORD)).isEqualTo(between(50, 95));
        assertThat(all.visits(SD_NOORD)).isEqualTo(CellValue.of(171));
    }

    /** Four of the six persons of another organisation are among the nine persons of the total that replaces ten. */
    @Test
    void replacing_withAnAgreement_appliesTheAgreementToTheTotal() {
        OverlapLedger ledger = new OverlapLedger(List.of(new OverlapLedger.Overlap(
                World.ORGANISATION.value(),
                World.PERSONS.value(),
                Map.of("stadsdeel", SD_NOORD, "periode", FIRST),
                new OverlapLedger.Overlap.Shared(ONE, TWO, 4),
                "overleg")));
        LedgerAggregator aggregator =
                LedgerAggregator.of(AggregationPlan.by(STRUCTURE).withGroupings(List.of(STADSDEEL, QUARTER)), ledger);
        aggregator.acceptTotal(total(Scope.IN_PLACE_OF_ROWS, Set.of(FIRST), 9));
        aggregator.accept(row(ONE, NOORD.get(0), FIRST, "67+", 10));
        aggregator.accept(row(TWO, NOORD.get(0), FIRST, "67+", 6));
        assertThat(aggregator
                        .result()
                        .figure(World.PERSONS.value(), SD_NOORD, FIRST)
                        .orElseThrow()
                        .value())
                .isEqualTo(CellValue.of(11));
    }

    @Test
    void all_numberThatTheTotalLacks_isMissing() {
        Totals totals = new Totals(STADSDEEL).with(total(Scope.ALL, Set.of(FIRST), 25));
        assertThat(totals.persons(SD_NOORD)).isEqualTo(CellValue.of(25));
        assertThat(totals.visits(SD_NOORD)).isEqualTo(new CellValue.Missing());
        totals.with(row(TWO, NOORD.get(0), FIRST, "67+", 5, 7));
        assertThat(totals.visits(SD_NOORD))
                .isEqualTo(new CellValue.Incomplete(
                        Optional.of(BigDecimal.valueOf(7)), Optional.of(BigDecimal.valueOf(7)), Optional.empty()));
    }
}
