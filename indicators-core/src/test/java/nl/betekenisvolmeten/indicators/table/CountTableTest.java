package nl.betekenisvolmeten.indicators.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import org.junit.jupiter.api.Test;

class CountTableTest {

    private static final ColumnName KIND = ColumnName.of("soort");
    private static final ColumnName AGE = ColumnName.of("leeftijd");
    private static final ColumnName VISITS = ColumnName.of("bezoeken");
    private static final ColumnName HOURS = ColumnName.of("uren");

    private static final TableStructure STRUCTURE = new TableStructure(
            List.of(Dimension.Category.of(KIND), new Dimension.Category(AGE, Set.of("67+"))),
            List.of(new Measure.Flow(VISITS, 0), new Measure.Flow(HOURS, 2)));

    private static Observation row(String kind, String age, long visits, boolean known) {
        return Observation.of(new String[] {kind, age}, new long[] {visits, -visits}, new boolean[] {known, true});
    }

    private static Observation nth(int n) {
        return row("soort " + n % 97, n % 3 == 0 ? "67+" : "0-17", n, n % 5 != 0);
    }

    @Test
    void observations_areTheRowsInTheirOrder() {
        CountTable.Builder builder = CountTable.builder(STRUCTURE);
        List<Observation> rows = new ArrayList<>();
        for (int n = 0; n < 1_000; n++) {
            rows.add(nth(n));
            builder.accept(nth(n));
        }
        CountTable table = builder.build();
        assertThat(table.size()).isEqualTo(1_000);
        assertThat(table.observations()).isEqualTo(rows);
        assertThat(table.observation(640)).isEqualTo(nth(640));
        assertThat(table.structure()).isEqualTo(STRUCTURE);
    }

    /** A consumer of the rows of a table receives the same as one that reads the deliveries. */
    @Test
    void handTo_givesTotalsFirst_andRefusedRows() {
        OwnTotal total = new OwnTotal(
                List.of(Set.of("soort 1"), Set.of("67+")),
                List.of(OptionalLong.of(7), OptionalLong.empty()),
                Map.of(),
                OwnTotal.Scope.ALL);
        CountTable.Builder builder = CountTable.builder(STRUCTURE);
        builder.accept(nth(1));
        builder.acceptTotal(total);
        builder.refuse(nth(2));
        List<Object> taken = new ArrayList<>();
        builder.build().handTo(new RowTaker() {
            @Override
            public void accept(Observation row) {
                taken.add(row);
            }

            @Override
            public void refuse(Observation row) {
                taken.add(List.of("refused", row));
            }

            @Override
            public void acceptTotal(OwnTotal own) {
                taken.add(own);
            }
        });
        assertThat(taken).containsExactly(total, nth(1), List.of("refused", nth(2)));
    }

    @Test
    void growth_atAnySize_losesNothing() {
        for (int size : new int[] {0, 1, 63, 64, 65, 127, 128, 129}) {
            CountTable.Builder builder = CountTable.builder(STRUCTURE);
            for (int n = 0; n < size; n++) {
                builder.accept(nth(n));
            }
            CountTable table = builder.build();
            assertThat(table.size()).isEqualTo(size);
            for (int n = 0; n < size; n++) {
                assertThat(table.observation(n)).isEqualTo(nth(n));
            }
        }
    }

    @Test
    void build_thenAddingRows_leavesTheTableAsItWas() {
        CountTable.Builder builder = CountTable.builder(STRUCTURE);
        builder.accept(nth(1));
        CountTable first = builder.build();
        for (int n = 2; n < 200; n++) {
            builder.accept(nth(n));
        }
        assertThat(first.size()).isEqualTo(1);
        assertThat(first.observations()).containsExactly(nth(1));
        assertThat(builder.build().size()).isEqualTo(199);
    }

    @Test
    void structureWithoutColumns_countsRows() {
        CountTable.Builder builder = CountTable.builder(new TableStructure(List.of(), List.of()));
        Observation nothing = Observation.of(new String[0], new long[0], new boolean[0]);
        for (int n = 0; n < 70; n++) {
            builder.accept(nothing);
        }
        assertThat(builder.build().size()).isEqualTo(70);
    }

    @Test
    void accept_rowOfAnotherStructure_isRefused() {
        CountTable.Builder builder = CountTable.builder(STRUCTURE);
        Observation shorter = Observation.of(new String[] {"a"}, new long[] {1, 2}, new boolean[] {true, true});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.accept(shorter))
                .withMessageContaining("a row of another structure: of 1 dimensions and 2 measures");
        assertThat(builder.build().size()).isZero();
    }

    @Test
    void observation_outsideTheTable_isRefused() {
        CountTable table = CountTable.builder(STRUCTURE).build();
        assertThatThrownBy(() -> table.observation(0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> table.observation(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void observation_isACopy() {
        String[] codes = {"a", "b"};
        long[] values = {1, 2};
        boolean[] known = {true, true};
        Observation row = Observation.of(codes, values, known);
        codes[0] = "changed";
        values[0] = 99;
        known[1] = false;
        assertThat(row.code(0)).isEqualTo("a");
        assertThat(row.value(0)).hasValue(1);
        assertThat(row.isKnown(1)).isTrue();
    }

    @Test
    void observation_emptyCell_isNotZeroAndItsNumberDoesNotCount() {
        Observation zero = row("a", "67+", 0, true);
        Observation empty = row("a", "67+", 0, false);
        Observation ignored =
                Observation.of(new String[] {"a", "67+"}, new long[] {123, 0}, new boolean[] {false, true});
        assertThat(zero).isNotEqualTo(empty);
        assertThat(empty.value(0)).isEmpty();
        assertThat(ignored).isEqualTo(empty).hasSameHashCodeAs(empty).hasToString(empty.toString());
    }

    @Test
    void observation_marksThatDoNotFit_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Observation.of(new String[0], new long[2], new boolean[1]))
                .withMessageContaining("values and marks must be as many: 2, 1");
    }

    @Test
    void structure_thatContradictsItself_isRefused() {
        Dimension time = new Dimension.Time(ColumnName.of("periode"));
        Dimension otherTime = new Dimension.Time(ColumnName.of("jaar"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TableStructure(List.of(time, otherTime), List.of()))
                .withMessageContaining("Time");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new TableStructure(List.of(Dimension.Category.of(KIND)), List.of(new Measure.Flow(KIND, 0))))
                .withMessageContaining("soort");
        Measure mean = new Measure.Mean(ColumnName.of("cijfer"), 1, HOURS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TableStructure(List.of(), List.of(mean)))
                .withMessageContaining("uren");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TableStructure(List.of(), List.of(mean, new Measure.Flow(HOURS, 2))))
                .withMessageContaining("uren");
    }

    @Test
    void measure_scaleOutOfRange_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Measure.Flow(HOURS, 7))
                .withMessageContaining("scale must be 0 to 6: 7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Measure.Stock(HOURS, -1))
                .withMessageContaining("scale must be 0 to 6: -1");
    }
}
