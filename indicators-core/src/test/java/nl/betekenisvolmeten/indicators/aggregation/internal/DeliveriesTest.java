package nl.betekenisvolmeten.indicators.aggregation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;

/** Tests which organisations delivered for which stadsdeel and period, according to their valid and rejected rows. */
class DeliveriesTest {

    private static final String FIRST = "2026KW01";
    private static final String SECOND = "2026KW02";

    private static final TableStructure STRUCTURE = new TableStructure(
            List.of(
                    new Dimension.Reporter(ColumnName.of("organisatie")),
                    new Dimension.Place(ColumnName.of("wijk"), TwoAreas.AREAS, AreaLevel.WIJK, false),
                    new Dimension.Time(ColumnName.of("periode"))),
            List.of(new Measure.Flow(ColumnName.of("bezoeken"), 0)));

    private static Observation row(String who, String wijk, String period) {
        return Observation.of(new String[] {who, wijk, period}, new long[] {1}, new boolean[] {true});
    }

    private static RejectedRows rejected(long rows, Set<String> who, Set<String> wijken, Set<String> periods) {
        return new RejectedRows(
                List.of(who, wijken, periods), List.of(OptionalLong.empty()), rows, OptionalLong.empty());
    }

    private static Deliveries deliveries() {
        Deliveries all = Deliveries.of(STRUCTURE).orElseThrow();
        all.add(row("a", "WK051801", FIRST));
        all.add(row("a", "WK051803", SECOND));
        all.add(row("b", "WK051801", SECOND));
        return all;
    }

    @Test
    void rows_areDeliveriesAboutTheirStadsdeel() {
        Deliveries all = deliveries();
        assertThat(all.of("a")).isEqualTo(Map.of(TwoAreas.NOORD, Set.of(FIRST), TwoAreas.ZUID, Set.of(SECOND)));
        assertThat(all.accepted("a")).isEqualTo(Map.of(TwoAreas.NOORD, Set.of(FIRST), TwoAreas.ZUID, Set.of(SECOND)));
        assertThat(all.of("c")).isEmpty();
        all.add(row("a", "WK051801", SECOND));
        assertThat(all.of("a")).isEqualTo(Map.of(TwoAreas.NOORD, Set.of(FIRST, SECOND), TwoAreas.ZUID, Set.of(SECOND)));
    }

    @Test
    void rejectedRow_isADeliveryOfWhatCanBeRead() {
        Deliveries all = deliveries();
        assertThat(all.of("c")).isEmpty();
        all.add(rejected(1, Set.of("c"), Set.of("WK051803"), Set.of(FIRST)));
        assertThat(all.of("c")).isEqualTo(Map.of(TwoAreas.ZUID, Set.of(FIRST)));
        assertThat(all.accepted("c")).isEmpty();
        assertThat(all.possible("c")).isEmpty();
    }

    /** A row without a reporter may be from any organisation; a row without an area or a period may be about any. */
    @Test
    void rejectedRowWithoutAllOfIt_mayBeADelivery() {
        Deliveries all = deliveries();
        assertThat(all.possible("a")).isEmpty();
        all.add(rejected(1, Set.of("a"), Set.of(), Set.of(FIRST)));
        assertThat(all.possible("a")).containsExactly(FIRST);
        assertThat(all.possible("b")).isEmpty();
        all.add(rejected(1, Set.of("a", "b"), Set.of("WK051801"), Set.of(SECOND)));
        assertThat(all.possible("a")).containsExactly(FIRST, SECOND);
        assertThat(all.possible("b")).containsExactly(SECOND);
        all.add(rejected(1, Set.of(), Set.of("WK051801"), Set.of()));
        assertThat(all.possible("c")).containsExactly("");
        assertThat(all.of("c")).isEmpty();
    }

    @Test
    void noRowsWithAnError_areNoDelivery() {
        Deliveries all = deliveries();
        all.add(rejected(0, Set.of("c"), Set.of("WK051803"), Set.of(FIRST)));
        all.add(rejected(0, Set.of("c"), Set.of(), Set.of()));
        assertThat(all.of("c")).isEmpty();
        assertThat(all.possible("c")).isEmpty();
    }

    @Test
    void periods_ofSomeStadsdelenAndPeriods() {
        Deliveries all = deliveries();
        all.add(rejected(1, Set.of("c"), Set.of("WK051803"), Set.of(FIRST)));
        assertThat(all.periods(TwoAreas.NOORD::equals, any -> true))
                .isEqualTo(Map.of("a", Set.of(FIRST), "b", Set.of(SECOND)));
        assertThat(all.periods(any -> true, any -> true))
                .isEqualTo(Map.of("a", Set.of(FIRST, SECOND), "b", Set.of(SECOND), "c", Set.of(FIRST)));
        assertThat(all.periods(any -> true, FIRST::equals)).isEqualTo(Map.of("a", Set.of(FIRST), "c", Set.of(FIRST)));
    }

    @Test
    void stadsdeel_isCompatibleWithWhatLiesInOrAroundIt() {
        Deliveries all = deliveries();
        assertThat(all.isCompatible(TwoAreas.NOORD, AreaCode.of("WK051801"))).isTrue();
        assertThat(all.isCompatible(TwoAreas.NOORD, AreaCode.of("WK051803"))).isFalse();
        assertThat(all.isCompatible(TwoAreas.NOORD, AreaCode.of(TwoAreas.NOORD)))
                .isTrue();
        assertThat(all.isCompatible(TwoAreas.NOORD, AreaCode.of(TwoAreas.ZUID))).isFalse();
        assertThat(all.isCompatible(TwoAreas.NOORD, AreaCode.of("GM0518"))).isTrue();
        assertThat(all.isCompatible("onbekend", AreaCode.of(TwoAreas.ZUID))).isTrue();
    }

    @Test
    void combinedOrSent_theSameDeliveries() {
        Deliveries all = deliveries();
        all.add(rejected(1, Set.of("c"), Set.of("WK051803"), Set.of(FIRST)));
        all.add(rejected(1, Set.of(), Set.of(), Set.of(SECOND)));
        StateWriter out = new StateWriter();
        all.write(out);
        Deliveries read = Deliveries.of(STRUCTURE).orElseThrow();
        read.read(new StateReader(out.toBytes()));
        Deliveries combined = Deliveries.of(STRUCTURE).orElseThrow();
        combined.combine(all);
        for (Deliveries one : List.of(read, combined)) {
            assertThat(one.of("a")).isEqualTo(Map.of(TwoAreas.NOORD, Set.of(FIRST), TwoAreas.ZUID, Set.of(SECOND)));
            assertThat(one.of("c")).isEqualTo(Map.of(TwoAreas.ZUID, Set.of(FIRST)));
            assertThat(one.accepted("c")).isEmpty();
            assertThat(one.possible("b")).containsExactly(SECOND);
        }
    }

    @Test
    void withoutReporterOrPeriod_noDeliveries() {
        List<Dimension> columns = STRUCTURE.dimensions();
        assertThat(Deliveries.of(new TableStructure(columns.subList(0, 2), STRUCTURE.measures())))
                .isEmpty();
        assertThat(Deliveries.of(new TableStructure(columns.subList(1, 3), STRUCTURE.measures())))
                .isEmpty();
    }

    private static Map<String, Set<String>> deliveredAbout(String area, Dimension... places) {
        List<Dimension> dimensions = new ArrayList<>(List.of(places));
        dimensions.add(STRUCTURE.dimensions().get(0));
        dimensions.add(STRUCTURE.dimensions().get(2));
        Deliveries all = Deliveries.of(new TableStructure(dimensions, STRUCTURE.measures()))
                .orElseThrow();
        String[] codes =
                places.length == 1 ? new String[] {area, "a", FIRST} : new String[] {area, "GM0518", "a", FIRST};
        all.add(Observation.of(codes, new long[] {1}, new boolean[] {true}));
        return all.of("a");
    }

    private static Dimension.Place place(AreaLevel level, boolean byName) {
        return new Dimension.Place(ColumnName.of(level.name().toLowerCase(Locale.ROOT)), TwoAreas.AREAS, level, byName);
    }

    /**
     * If there is a column of stadsdelen, deliveries are about stadsdelen, whatever other columns say; otherwise they
     * are about municipalities.
     */
    @Test
    void area_isTheStadsdeelOrTheMunicipality() {
        assertThat(deliveredAbout(TwoAreas.ZUID, place(AreaLevel.STADSDEEL, false)))
                .isEqualTo(Map.of(TwoAreas.ZUID, Set.of(FIRST)));
        assertThat(deliveredAbout("Zuid", place(AreaLevel.STADSDEEL, true)))
                .isEqualTo(Map.of(TwoAreas.ZUID, Set.of(FIRST)));
        assertThat(deliveredAbout(TwoAreas.ZUID, place(AreaLevel.STADSDEEL, false), place(AreaLevel.GEMEENTE, false)))
                .isEqualTo(Map.of(TwoAreas.ZUID, Set.of(FIRST)));
        assertThat(deliveredAbout("GM0518", place(AreaLevel.GEMEENTE, false)))
                .isEqualTo(Map.of("GM0518", Set.of(FIRST)));
        assertThat(deliveredAbout("Stad", place(AreaLevel.GEMEENTE, true))).isEqualTo(Map.of("GM0518", Set.of(FIRST)));
    }

    /** A code that is not an area counts as an area of its own. */
    @Test
    void unknownArea_isItsOwnCode() {
        assertThat(deliveredAbout("onbekend", place(AreaLevel.WIJK, false)))
                .isEqualTo(Map.of("onbekend", Set.of(FIRST)));
    }
}
