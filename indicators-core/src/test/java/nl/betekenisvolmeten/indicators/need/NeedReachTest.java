package nl.betekenisvolmeten.indicators.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;

/** Tests the reach in the wijken of two stadsdelen if organisations delivered about only one of them. */
class NeedReachTest {

    private static final ColumnName VISITS = ColumnName.of("bezoeken");
    private static final AreaCode CITY = AreaCode.of("GM9999");
    private static final AreaCode OOST = AreaCode.of("SD9999-OOST");
    private static final AreaCode WEST = AreaCode.of("SD9999-WEST");
    private static final AreaCode HAVEN = AreaCode.of("WK999901");
    private static final AreaCode MARKT = AreaCode.of("WK999902");
    private static final AreaCode KERK = AreaCode.of("WK999903");
    private static final Period FIRST = Period.ofQuarter(2026, 1);
    private static final Period SECOND = Period.ofQuarter(2026, 2);
    private static final CellValue MISSING = new CellValue.Missing();

    private static final AreaHierarchy AREAS = AreaHierarchy.of(
            "test",
            2026,
            List.of(
                    Area.of(CITY, "Stad"),
                    Area.of(OOST, "Oost", CITY),
                    Area.of(WEST, "West", CITY),
                    Area.of(HAVEN, "Haven", OOST),
                    Area.of(MARKT, "Markt", OOST),
                    Area.of(KERK, "Kerk", WEST)));

    private static final TableStructure STRUCTURE = new TableStructure(
            List.of(
                    new Dimension.Reporter(ColumnName.of("organisatie")),
                    new Dimension.Place(ColumnName.of("wijk"), AREAS, AreaLevel.WIJK, false),
                    new Dimension.Time(ColumnName.of("periode"))),
            List.of(new Measure.Flow(VISITS, 0)));

    private static Observation row(AreaCode area, Period period, long visits, boolean known) {
        return Observation.of(
                new String[] {"a", area.value(), period.code()}, new long[] {visits}, new boolean[] {known});
    }

    private static NeedReach.Collector collector() {
        return NeedReach.Collector.of(STRUCTURE, VISITS, AreaLevel.WIJK);
    }

    private static void deliver(NeedReach.Collector collector) {
        collector.accept(row(HAVEN, FIRST, 10, true));
        collector.accept(row(HAVEN, SECOND, 5, true));
    }

    @Test
    void result_wijkWithoutRows_isZeroWhereItsStadsdeelDeliveredAndOtherwiseMissing() {
        NeedReach.Collector collector = collector();
        deliver(collector);
        assertThat(collector.result())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(HAVEN, CellValue.of(15), MARKT, CellValue.of(0), KERK, MISSING));
    }

    @Test
    void withPeriod_rowsOfOtherPeriods_doNotCount() {
        NeedReach.Collector collector = collector().withPeriod(SECOND);
        deliver(collector);
        collector.accept(row(KERK, FIRST, 7, true));
        assertThat(collector.result())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(HAVEN, CellValue.of(5), MARKT, CellValue.of(0), KERK, MISSING));
        NeedReach.Collector year = collector().withPeriod(Period.ofYear(2026));
        deliver(year);
        assertThat(year.result()).containsEntry(HAVEN, CellValue.of(15));
    }

    /** There are 10 persons in the first quarter, 5 in the second and an unknown number more. */
    @Test
    void result_emptyCell_isAtLeastTheOtherCells() {
        NeedReach.Collector collector = collector();
        deliver(collector);
        collector.accept(row(HAVEN, FIRST, 0, false));
        assertThat(collector.result())
                .containsEntry(HAVEN, CellValue.Incomplete.of(CellValue.of(15)))
                .containsEntry(MARKT, CellValue.of(0));
    }

    /** A rejected row of the first quarter does not affect the reach in the second. */
    @Test
    void acceptRejected_rowOfThePeriod_isAtLeastTheOtherRows() {
        RejectedRows rejected = new RejectedRows(
                List.of(Set.of("a"), Set.of(HAVEN.value()), Set.of(FIRST.code())),
                List.of(OptionalLong.of(3)),
                1,
                OptionalLong.empty());
        NeedReach.Collector first = collector().withPeriod(FIRST);
        NeedReach.Collector second = collector().withPeriod(SECOND);
        for (NeedReach.Collector one : List.of(first, second)) {
            deliver(one);
            one.acceptRejected(rejected);
        }
        assertThat(first.result()).containsEntry(HAVEN, CellValue.Incomplete.of(CellValue.of(10)));
        assertThat(second.result()).containsEntry(HAVEN, CellValue.of(5));
    }

    @Test
    void refuse_contradictedRow_isRefusedInItsOwnPeriodOnly() {
        NeedReach.Collector first = collector().withPeriod(FIRST);
        NeedReach.Collector second = collector().withPeriod(SECOND);
        for (NeedReach.Collector one : List.of(first, second)) {
            deliver(one);
            one.refuse(row(HAVEN, FIRST, 11, true));
        }
        assertThat(first.result()).containsEntry(HAVEN, new CellValue.NotDefined(CellValue.Reason.CONTRADICTION));
        assertThat(second.result()).containsEntry(HAVEN, CellValue.of(5));
    }

    @Test
    void of_misuse_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NeedReach.Collector.of(STRUCTURE, ColumnName.of("uren"), AreaLevel.WIJK))
                .withMessage("no measure by period: uren");
        TableStructure timeless = new TableStructure(STRUCTURE.dimensions().subList(0, 2), STRUCTURE.measures());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NeedReach.Collector.of(timeless, VISITS, AreaLevel.WIJK))
                .withMessage("no measure by period: bezoeken");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> collector()
                        .accept(Observation.of(
                                new String[] {"a", HAVEN.value(), "voorjaar"}, new long[] {1}, new boolean[] {true})))
                .withMessageContaining("voorjaar");
    }
}
