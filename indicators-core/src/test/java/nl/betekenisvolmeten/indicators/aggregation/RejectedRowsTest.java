package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

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
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.MissingPolicy;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;

/** Tests which totals become incomplete because of rows with an error, and what bounds they have. */
class RejectedRowsTest {

    private static final ColumnName STADSDEEL = ColumnName.of("stadsdeel");
    private static final ColumnName NAMELESS = ColumnName.of("bezoeken_zonder_naam");
    private static final String NOORD = "SD0518-NOORD";
    private static final String ZUID = "SD0518-ZUID";
    private static final String QUARTER = "2026KW01";

    /** A wijk and its stadsdeel in columns of their own. */
    private static final TableStructure STRUCTURE = new TableStructure(
            List.of(
                    new Dimension.Reporter(World.ORGANISATION),
                    new Dimension.Place(World.WIJK, World.AREAS, AreaLevel.WIJK, false),
                    new Dimension.Place(STADSDEEL, World.AREAS, AreaLevel.STADSDEEL, false),
                    new Dimension.Time(World.PERIOD),
                    new Dimension.Category(World.AGE, Set.copyOf(World.AGES))),
            List.of(
                    World.named(World.PERSONS, World.VISITS, NAMELESS),
                    new Measure.Flow(World.VISITS, 0),
                    new Measure.Flow(NAMELESS, 0)));

    private static Observation row(String organisation, String wijk, String stadsdeel, String age, long... numbers) {
        return Observation.of(
                new String[] {organisation, wijk, stadsdeel, QUARTER, age}, numbers, new boolean[] {true, true, true});
    }

    private static final List<Observation> ROWS = List.of(
            row("41000001", World.WIJKEN.get(0), NOORD, "67+", 10, 20, 0),
            row("41000001", World.WIJKEN.get(2), ZUID, "67+", 10, 20, 0),
            row("41000001", World.WIJKEN.get(2), ZUID, "0-17", 10, 20, 0));

    private static RejectedRows rejected(List<Set<String>> codes, long... numbers) {
        List<OptionalLong> values = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            values.add(i < numbers.length && numbers[i] >= 0 ? OptionalLong.of(numbers[i]) : OptionalLong.empty());
        }
        return new RejectedRows(codes, values, 1, OptionalLong.of(5));
    }

    /** A rejected row of the first wijk, which lies in Noord, with a stadsdeel and an age that cannot be read. */
    private static RejectedRows ofWijk(long... numbers) {
        return rejected(
                List.of(Set.of("41000001"), Set.of(World.WIJKEN.get(0)), Set.of(), Set.of(QUARTER), Set.of()), numbers);
    }

    private static AggregationPlan plan(Grouping... groupings) {
        return AggregationPlan.by(STRUCTURE)
                .withGroupings(List.of(groupings))
                .withMissing(new MissingPolicy.Bound(Map.of()));
    }

    private static Aggregator totals(AggregationPlan plan, RejectedRows... rejected) {
        Aggregator aggregator = plan.newAggregator();
        ROWS.forEach(aggregator);
        List.of(rejected).forEach(aggregator::acceptRejected);
        return aggregator;
    }

    private static CellValue value(Aggregator totals, String series, String... key) {
        return totals.result().figure(series, key).orElseThrow().value();
    }

    private static CellValue incomplete(long lower, long upper) {
        return new CellValue.Incomplete(
                Optional.empty(), Optional.of(BigDecimal.valueOf(lower)), Optional.of(BigDecimal.valueOf(upper)));
    }

    private static final Grouping BY_STADSDEEL = new Grouping.ByColumn(STADSDEEL);

    @Test
    void stadsdeelNotRead_isOnlyThatOfTheWijk() {
        Aggregator totals = totals(plan(BY_STADSDEEL), ofWijk(3, 7, 0));

        assertThat(value(totals, "bezoeken", NOORD)).isEqualTo(incomplete(20, 27));
        assertThat(value(totals, "bezoeken", ZUID)).isEqualTo(CellValue.of(40));
        assertThat(totals.result().row(NOORD).orElseThrow().rejected()).isEqualTo(1);
        assertThat(totals.result().row(ZUID).orElseThrow().rejected()).isZero();
    }

    @Test
    void wijkNotRead_isOneOfTheStadsdeel() {
        Aggregator totals = totals(
                plan(new Grouping.ByColumn(World.WIJK)),
                rejected(List.of(Set.of("41000001"), Set.of(), Set.of(ZUID), Set.of(QUARTER), Set.of("67+")), 3, 7, 0));

        assertThat(value(totals, "bezoeken", World.WIJKEN.get(0))).isEqualTo(CellValue.of(20));
        assertThat(value(totals, "bezoeken", World.WIJKEN.get(2))).isEqualTo(incomplete(40, 47));
    }

    @Test
    void stadsdeelNotRead_regroupedAsBefore() {
        Aggregator totals = totals(plan(BY_STADSDEEL, new Grouping.ByColumn(World.AGE)), ofWijk(3, 7, 0));

        assertThat(totals.regrouped(List.of(BY_STADSDEEL), key -> Optional.of(key.subList(0, 1)))
                        .figure("bezoeken", ZUID)
                        .orElseThrow()
                        .value())
                .isEqualTo(CellValue.of(40));
    }

    /** A figure of older people is incomplete if the row may be about them, but not if it has another age. */
    @Test
    void figureOfSomeRows_onlyWhereTheRowMayCount() {
        AggregationPlan plan = plan(BY_STADSDEEL)
                .withSeries(List.of(
                        new Series.Total("oud", World.VISITS, Selection.of(Map.of(World.AGE, Set.of("67+")))),
                        new Series.Total("jong", World.VISITS, Selection.of(Map.of(World.AGE, Set.of("0-17"))))));
        RejectedRows young = rejected(
                List.of(Set.of("41000001"), Set.of(World.WIJKEN.get(2)), Set.of(ZUID), Set.of(QUARTER), Set.of("0-17")),
                3,
                7,
                0);
        assertThat(value(totals(plan, young), "oud", ZUID)).isEqualTo(CellValue.of(20));
        assertThat(value(totals(plan, young), "jong", ZUID)).isEqualTo(incomplete(20, 27));
        assertThat(value(totals(plan, ofWijk(3, 7, 0)), "oud", NOORD)).isEqualTo(incomplete(20, 27));
    }

    /**
     * 3 persons with a name and 2 visits without one are at most 5 persons; if the number of persons is unreadable, it
     * is at most the number of visits.
     */
    @Test
    void persons_atMostThoseWithANameAndTheVisitsWithout() {
        AggregationPlan plan = plan(BY_STADSDEEL);

        assertThat(value(totals(plan, ofWijk(3, 7, 2)), "unieke_deelnemers", NOORD))
                .isEqualTo(incomplete(10, 15));
        assertThat(value(totals(plan, ofWijk(3, 7)), "unieke_deelnemers", NOORD))
                .isEqualTo(incomplete(10, 17));
        assertThat(value(totals(plan, ofWijk(-1, 7)), "unieke_deelnemers", NOORD))
                .isEqualTo(incomplete(10, 17));
        assertThat(value(totals(plan, ofWijk(3)), "unieke_deelnemers", NOORD))
                .isEqualTo(new CellValue.Incomplete(Optional.empty(), Optional.of(BigDecimal.TEN), Optional.empty()));
    }

    /** A group is listed even if all its rows were rejected. */
    @Test
    void groupWithoutARow_isThere() {
        Aggregator totals = totals(
                plan(new Grouping.ByColumn(World.ORGANISATION)),
                rejected(List.of(Set.of("41000002"), Set.of(), Set.of(ZUID), Set.of(QUARTER), Set.of("67+")), 3, 7, 0));
        assertThat(value(totals, "bezoeken", "41000002")).isEqualTo(new CellValue.Missing());
        assertThat(totals.result().row("41000002").orElseThrow().rejected()).isEqualTo(1);
    }

    /**
     * Up to a thousand organisations with unreadable stadsdelen are remembered; beyond that, such rows may belong to
     * any group.
     */
    @Test
    void rowsOfUnknownGroup_ofMoreThanAThousandKinds_mayBeOfAny() {
        AggregationPlan plan = plan(new Grouping.ByColumn(World.ORGANISATION), BY_STADSDEEL);
        Aggregator thousand = totals(plan);
        Aggregator other = plan.newAggregator();
        for (int i = 0; i < 1_000; i++) {
            thousand.acceptRejected(ofOrganisation(i));
            other.acceptRejected(ofOrganisation(1_000 + i));
        }
        assertThat(value(thousand, "bezoeken", "41000001", ZUID)).isEqualTo(CellValue.of(40));

        Aggregator whole = totals(plan);
        whole.combine(thousand);
        whole.acceptRejected(ofOrganisation(1_000));
        assertThat(value(whole, "bezoeken", "41000001", ZUID)).isInstanceOf(CellValue.Incomplete.class);
        assertThat(whole.result().row("41000001", ZUID).orElseThrow().rejected())
                .isEqualTo(1_001);
        whole.acceptRejected(ofOrganisation(1_001));
        assertThat(whole.result().row("41000001", ZUID).orElseThrow().rejected())
                .isEqualTo(1_002);

        other.acceptRejected(ofOrganisation(2_000));
        Aggregator few = totals(plan);
        few.acceptRejected(ofOrganisation(0));
        few.combine(other);
        assertThat(few.result().row("41000001", ZUID).orElseThrow().rejected()).isEqualTo(1_002);
        assertThat(few.toBytes()).isEqualTo(plan.aggregatorFrom(few.toBytes()).toBytes());
    }

    private static RejectedRows ofOrganisation(int number) {
        return rejected(
                List.of(
                        Set.of(Integer.toString(42_000_000 + number)),
                        Set.of(),
                        Set.of(),
                        Set.of(QUARTER),
                        Set.of("67+")),
                3,
                7,
                0);
    }
}
