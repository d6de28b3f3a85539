package nl.betekenisvolmeten.indicators.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
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
}
