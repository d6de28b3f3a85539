package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import nl.betekenisvolmeten.indicators.coverage.Succession;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests states of several organisations in two stadsdelen, at the beginning and at the end of a period. */
class StatesTest {

    private static final ColumnName BEGIN = ColumnName.of("begin");
    private static final ColumnName END = ColumnName.of("eind");
    private static final String ONE = World.ORGANISATIONS.get(0);
    private static final String TWO = World.ORGANISATIONS.get(1);
    private static final String NOORD = World.WIJKEN.get(0);
    private static final String ZUID = World.WIJKEN.get(2);
    private static final String Q1 = "2026KW01";
    private static final String Q2 = "2026KW02";
    private static final String YOUNG = "0-17";
    private static final String OLD = "67+";
    private static final Grouping YEAR = new Grouping.ByPeriod("jaar", World.PERIOD, PeriodKind.YEAR);
    private static final Grouping AGE = new Grouping.ByColumn(World.AGE);

    private static final TableStructure STRUCTURE = new TableStructure(
            List.of(
                    new Dimension.Reporter(World.ORGANISATION),
                    new Dimension.Place(World.WIJK, World.AREAS, AreaLevel.WIJK, false),
                    new Dimension.Time(World.PERIOD),
                    Dimension.Category.of(World.AGE)),
            List.of(new Measure.Stock(BEGIN, 0, Measure.Moment.START), new Measure.Stock(END, 0, Measure.Moment.END)));

    private static Observation row(
            String organisation, String wijk, String period, String age, @Nullable Long begin, @Nullable Long end) {
        return Observation.of(
                new String[] {organisation, wijk, period, age},
                new long[] {begin == null ? 0 : begin, end == null ? 0 : end},
                new boolean[] {begin != null, end != null});
    }

    private static Observation row(String organisation, String period, @Nullable Long begin, @Nullable Long end) {
        return row(organisation, NOORD, period, OLD, begin, end);
    }

    private static AggregationPlan plan(Grouping... groupings) {
        return AggregationPlan.by(STRUCTURE).withGroupings(List.of(groupings));
    }

    private static Aggregator totals(AggregationPlan plan, Observation... rows) {
        Aggregator aggregator = plan.newAggregator();
        List.of(rows).forEach(aggregator);
        return aggregator;
    }

    private static CellValue value(Aggregator totals, ColumnName state, String... key) {
        return totals.result().figure(state.value(), key).orElseThrow().value();
    }

    private static CellValue exactly(long number) {
        return CellValue.of(number);
    }

    private static CellValue incomplete(long sum) {
        return new CellValue.Incomplete(Optional.of(BigDecimal.valueOf(sum)), Optional.empty(), Optional.empty());
    }

    /**
     * The second organisation has no state at the beginning of the first quarter, and the first one has none at the end
     * of the second.
     */
    @Test
    void organisationsOfOtherQuarters_makeTheTotalIncomplete() {
        Aggregator totals = totals(plan(), row(ONE, Q1, 5L, 6L), row(TWO, Q2, 20L, 30L));
        assertThat(value(totals, BEGIN)).isEqualTo(incomplete(25));
        assertThat(value(totals, END)).isEqualTo(incomplete(36));
    }

    /** The second organisation took over the work of the first one in the second quarter. */
    @Test
    void successor_countsAtTheEndAndThePredecessorAtTheBeginning() {
        Succession succession = new Succession(
                KvkNumber.of(ONE),
                KvkNumber.of(TWO),
                Period.ofQuarter(2026, 2),
                Set.of(),
                LocalizedText.of("Overgenomen", "Taken over"));
        AggregationPlan plan =
                plan().with(new Agreed(new OverlapLedger(List.of()), List.of(succession), List.of(), Map.of()));
        Aggregator totals = totals(plan, row(ONE, Q1, 5L, 6L), row(TWO, Q2, 20L, 30L));
        assertThat(value(totals, BEGIN)).isEqualTo(exactly(5));
        assertThat(value(totals, END)).isEqualTo(exactly(30));
    }

    /** A half year begins with its first quarter and ends with its second. */
    @Test
    void halfYearAndQuarters_haveTheSameFirstAndLastDay() {
        Aggregator totals =
                totals(plan(), row(ONE, "2026HJ01", 5L, 6L), row(TWO, Q1, 20L, 25L), row(TWO, Q2, 25L, 30L));
        assertThat(value(totals, BEGIN)).isEqualTo(exactly(25));
        assertThat(value(totals, END)).isEqualTo(exactly(36));
    }

    /**
     * The first beginning has an empty cell: the state of the next quarter counts, but does not say what the first one
     * was.
     */
    @Test
    void emptyCell_isReplacedByTheNearestKnownState() {
        Aggregator totals =
                totals(plan(), row(ONE, Q1, null, 2L), row(ONE, Q2, 3L, 4L), row(ONE, "2026KW03", 4L, null));
        assertThat(value(totals, BEGIN)).isEqualTo(incomplete(3));
        assertThat(value(totals, END)).isEqualTo(incomplete(4));
    }

    /** Each number fits into a long, but their sum does not. */
    @Test
    void sumOfOrganisationsThatOverflows_isRefused() {
        Aggregator totals = totals(plan(), row(ONE, Q1, Long.MAX_VALUE, 1L), row(TWO, Q1, Long.MAX_VALUE, 2L));
        assertThat(value(totals, BEGIN)).isEqualTo(new CellValue.NotDefined(CellValue.Reason.OVERFLOW));
        assertThat(value(totals, END)).isEqualTo(exactly(3));
    }

    /** The figure reports its oldest state, whatever the order of the rows. */
    @Test
    void oldestState_isThatOfTheEarliestReport() {
        for (List<String> order : List.of(List.of(ONE, TWO), List.of(TWO, ONE))) {
            Aggregator totals = totals(plan(), row(order.get(0), Q1, 5L, 6L), row(order.get(1), Q2, 20L, 30L));
            Figure end = totals.result().figure(END.value()).orElseThrow();
            assertThat(end.oldest()).contains(Period.ofCode(Q1));
        }
    }

    /** The second delivery about Noord has no old people; there is no second delivery about Zuid. */
    @Test
    void laterDelivery_affectsOnlyItsStadsdeel() {
        Aggregator totals = totals(
                plan(AGE),
                row(ONE, NOORD, Q1, OLD, 5L, 6L),
                row(ONE, ZUID, Q1, OLD, 7L, 8L),
                row(ONE, NOORD, Q2, YOUNG, 1L, 2L));
        assertThat(value(totals, END, OLD)).isEqualTo(incomplete(8));
        assertThat(value(totals, END, YOUNG)).isEqualTo(exactly(2));
    }

    @Test
    void laterDelivery_withoutAreas_affectsEverything() {
        TableStructure structure = new TableStructure(
                List.of(
                        new Dimension.Reporter(World.ORGANISATION),
                        new Dimension.Time(World.PERIOD),
                        Dimension.Category.of(World.AGE)),
                List.of(new Measure.Stock(END, 0)));
        Aggregator totals =
                totals(AggregationPlan.by(structure, "leeftijdsgroep"), ofAge(Q1, OLD, 6), ofAge(Q2, YOUNG, 2));
        assertThat(value(totals, END, OLD)).isEqualTo(exactly(0));
        assertThat(value(totals, END, YOUNG)).isEqualTo(exactly(2));
    }

    private static Observation ofAge(String period, String age, long end) {
        return Observation.of(new String[] {ONE, period, age}, new long[] {end}, new boolean[] {true});
    }

    /** A delivery for the next year says nothing about the state in this year. */
    @Test
    void laterDelivery_ofAnotherYear_doesNotMatter() {
        Aggregator totals =
                totals(plan(YEAR, AGE), row(ONE, NOORD, Q1, OLD, 5L, 6L), row(ONE, NOORD, "2027KW01", YOUNG, 1L, 2L));
        assertThat(value(totals, END, "2026JJ00", OLD)).isEqualTo(exactly(6));
    }

    private static RejectedRows rejected(Set<String> wijken, Set<String> periods, String age) {
        List<OptionalLong> numbers = new ArrayList<>();
        numbers.add(OptionalLong.of(1));
        numbers.add(OptionalLong.of(1));
        return new RejectedRows(List.of(Set.of(ONE), wijken, periods, Set.of(age)), numbers, 1, OptionalLong.of(5));
    }

    /**
     * A rejected row about young people shows that there is a second delivery about Noord, but not what its state of
     * old people is. If the area or period of the row cannot be read, there may be such a delivery.
     */
    @Test
    void rejectedRowOfALaterDelivery_makesTheTotalIncomplete() {
        List<RejectedRows> later = List.of(
                rejected(Set.of(NOORD), Set.of(Q2), YOUNG),
                rejected(Set.of(), Set.of(Q2), YOUNG),
                rejected(Set.of(NOORD), Set.of(), YOUNG));
        for (RejectedRows one : later) {
            Aggregator totals = totals(plan(YEAR, AGE), row(ONE, Q1, 5L, 6L));
            totals.acceptRejected(one);
            assertThat(value(totals, END, "2026JJ00", OLD)).isEqualTo(incomplete(6));
        }
    }

    @Test
    void rejectedRowOfAnotherYearOrPlace_doesNotMatter() {
        List<RejectedRows> others = List.of(
                rejected(Set.of(NOORD), Set.of("2027KW01"), YOUNG),
                rejected(Set.of(), Set.of("2027KW01"), YOUNG),
                rejected(Set.of(ZUID), Set.of(Q2), YOUNG));
        for (RejectedRows one : others) {
            Aggregator totals = totals(plan(YEAR, AGE), row(ONE, Q1, 5L, 6L));
            totals.acceptRejected(one);
            assertThat(value(totals, END, "2026JJ00", OLD)).isEqualTo(exactly(6));
        }
    }
}
