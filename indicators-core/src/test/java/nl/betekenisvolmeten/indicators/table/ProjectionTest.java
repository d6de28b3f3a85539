package nl.betekenisvolmeten.indicators.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import org.junit.jupiter.api.Test;

class ProjectionTest {

    private static final TableStructure WIDE = structure("ernst", "deelnemers", new Measure.Flow(name("uren"), 2));
    private static final TableStructure NARROW = new TableStructure(
            List.of(new Dimension.Time(name("periode"))), List.of(new Measure.Flow(name("bezoeken"), 0)));

    private static ColumnName name(String name) {
        return ColumnName.of(name);
    }

    private static TableStructure structure(String category, String flow, Measure more) {
        return new TableStructure(
                List.of(Dimension.Category.of(name(category)), new Dimension.Time(name("periode"))),
                List.of(new Measure.Flow(name(flow), 0), more));
    }

    @Test
    void apply_leavesOutWhatIsNotAskedForAndKeepsWhatIsMissing() {
        Projection projection = Projection.of(WIDE, NARROW, Map.of(name("bezoeken"), name("deelnemers")));
        Observation row =
                Observation.of(new String[] {"LICHT", "2026KW01"}, new long[] {5, 250}, new boolean[] {true, true});
        assertThat(projection.apply(row))
                .isEqualTo(Observation.of(new String[] {"2026KW01"}, new long[] {5}, new boolean[] {true}));
        Observation empty =
                Observation.of(new String[] {"LICHT", "2026KW01"}, new long[] {0, 0}, new boolean[] {false, false});
        assertThat(projection.apply(empty).isKnown(0)).isFalse();
    }

    @Test
    void of_columnsThatDoNotFit_areRefused() {
        assertThatThrownBy(() -> Projection.of(WIDE, NARROW, Map.of())).hasMessageContaining("bezoeken");
        assertThatThrownBy(() -> Projection.of(WIDE, NARROW, Map.of(name("bezoeken"), name("uren"))))
                .hasMessageContaining("scale");
        assertThatThrownBy(() -> Projection.of(
                        WIDE, NARROW, Map.of(name("bezoeken"), name("deelnemers"), name("periode"), name("ernst"))))
                .hasMessageContaining("kind");
        TableStructure persons = new TableStructure(
                List.of(new Dimension.Time(name("periode"))), List.of(new Measure.Distinct(name("deelnemers"))));
        assertThatThrownBy(() -> Projection.of(WIDE, persons, Map.of())).hasMessageContaining("nature");
    }

    private static TableStructure one(Dimension dimension, Measure... measures) {
        return new TableStructure(List.of(new Dimension.Time(name("periode")), dimension), List.of(measures));
    }

    private static void assertRefused(TableStructure from, TableStructure to, String named) {
        assertThatThrownBy(() -> Projection.of(from, to, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    @Test
    void of_whatIsAddedUpInAnotherWay_isRefused() {
        Dimension group = Dimension.Category.of(name("doelgroep"));
        Measure cases = new Measure.Flow(name("gevallen"), 0);
        Measure others = new Measure.Flow(name("anderen"), 0);
        assertRefused(
                one(group, new Measure.Stock(name("eind"), 0, Measure.Moment.START)),
                one(group, new Measure.Stock(name("eind"), 0, Measure.Moment.END)),
                "eind");
        assertRefused(
                one(group, new Measure.Distinct(name("vrijwilligers"), false)),
                one(group, new Measure.Distinct(name("vrijwilligers"), true)),
                "vrijwilligers");
        assertRefused(
                one(group, cases, others, new Measure.Mean(name("cijfer"), 1, name("gevallen"))),
                one(group, cases, others, new Measure.Mean(name("cijfer"), 1, name("anderen"))),
                "cijfer");
        // the same 40 persons under A and B would be 80
        assertRefused(
                one(group, cases),
                one(new Dimension.Category(name("doelgroep"), Set.of("A", "B")), cases),
                "doelgroep");
        assertRefused(one(place(2025), cases), one(place(2026), cases), "stadsdeel");
    }

    private static Dimension place(int year) {
        AreaHierarchy areas = AreaHierarchy.of("test", year, List.of(Area.of(AreaCode.of("GM0518"), "Den Haag")));
        return new Dimension.Place(name("stadsdeel"), areas, AreaLevel.GEMEENTE, false);
    }

    @Test
    void of_whatOnlyGivesWiderBounds_isAllowed() {
        Dimension apart = new Dimension.Category(name("doelgroep"), Set.of("A", "B"));
        TableStructure from = one(
                apart,
                new Measure.Distinct(name("personen")),
                new Measure.Flow(name("gevallen"), 0),
                new Measure.Mean(name("cijfer"), 1, name("gevallen")));
        TableStructure to = one(
                Dimension.Category.of(name("doelgroep")),
                new Measure.Distinct(name("personen"), false),
                new Measure.Flow(name("aantal"), 0),
                new Measure.Mean(name("cijfer"), 1, name("aantal")));
        Observation row =
                Observation.of(new String[] {"2026KW01", "A"}, new long[] {5, 7, 65}, new boolean[] {true, true, true});
        assertThat(Projection.of(from, to, Map.of(name("aantal"), name("gevallen")))
                        .apply(row))
                .isEqualTo(row);
        assertThatCode(() -> Projection.of(one(place(2026)), one(place(2026)), Map.of()))
                .doesNotThrowAnyException();
    }
}
