package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;

class HeldRowsTest {

    private static final ColumnName PERIOD = ColumnName.of("periode");
    private static final TableStructure STRUCTURE = new TableStructure(
            List.of(new Dimension.Time(PERIOD)), List.of(new Measure.Flow(ColumnName.of("bezoeken"), 0)));

    private static Observation row(String period, long visits) {
        return Observation.of(new String[] {period}, new long[] {visits}, new boolean[] {true});
    }

    private static CountTable table(Observation... rows) {
        CountTable.Builder builder = CountTable.builder(STRUCTURE);
        List.of(rows).forEach(builder);
        return builder.build();
    }

    @Test
    void corrected_rowsOfTheSameKey_areReplacedAndOthersStay() {
        CountTable corrected = HeldRows.corrected(
                table(row("2026KW01", 1), row("2026KW02", 2)),
                table(row("2026KW03", 3), row("2026KW01", 9)),
                List.of(PERIOD));
        assertThat(corrected.observations())
                .containsExactly(row("2026KW01", 9), row("2026KW02", 2), row("2026KW03", 3));
    }

    @Test
    void corrected_severalRowsOfOneKey_areReplacedTogether() {
        CountTable corrected = HeldRows.corrected(
                table(row("2026KW01", 1), row("2026KW02", 2), row("2026KW01", 3)),
                table(row("2026KW01", 9)),
                List.of(PERIOD));
        assertThat(corrected.observations()).containsExactly(row("2026KW01", 9), row("2026KW02", 2));
    }

    @Test
    void corrected_aKeyThatIsNoDimension_isRefused() {
        assertThatThrownBy(() -> HeldRows.corrected(table(), table(), List.of(ColumnName.of("wijk"))))
                .hasMessageContaining("wijk");
    }

    @Test
    void corrected_rowsOfOneKeyInTheCorrections_allTakeThePlace_whateverTheirOrder() {
        for (CountTable corrections :
                List.of(table(row("2026KW01", 8), row("2026KW01", 9)), table(row("2026KW01", 9), row("2026KW01", 8)))) {
            assertThat(HeldRows.corrected(table(row("2026KW01", 1)), corrections, List.of(PERIOD))
                            .observations())
                    .containsExactlyInAnyOrder(row("2026KW01", 8), row("2026KW01", 9));
        }
    }
}
