package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.Dictionary;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;
import org.junit.jupiter.api.Test;

/** A caseload at the beginning and at the end of a year, and answers to a question. */
class CaseloadTest {

    private static final ColumnName PERIOD = ColumnName.of("periode");
    private static final ColumnName BEGIN = ColumnName.of("begin");
    private static final ColumnName STARTED = ColumnName.of("opgestart");
    private static final ColumnName CLOSED = ColumnName.of("afgesloten");
    private static final ColumnName END = ColumnName.of("eind");
    private static final ColumnName YES = ColumnName.of("ja");

    private static final TableStructure STRUCTURE = new TableStructure(
            List.of(new Dimension.Time(PERIOD)),
            List.of(
                    new Measure.Stock(BEGIN, 0, Measure.Moment.START),
                    new Measure.Flow(STARTED, 0),
                    new Measure.Flow(CLOSED, 0),
                    new Measure.Stock(END, 0, Measure.Moment.END),
                    new Measure.Answers(YES)));

    private static Observation row(String period, long begin, long started, long closed, long end, long yes) {
        return Observation.of(new String[] {period}, new long[] {begin, started, closed, end, yes}, new boolean[] {
            true, true, true, true, true
        });
    }

    private static final List<Observation> YEAR = List.of(
            row("2025KW01", 100, 60, 50, 110, 7),
            row("2025KW02", 110, 55, 60, 105, 0),
            row("2025KW03", 105, 20, 30, 95, 3),
            row("2025KW04", 95, 80, 31, 144, 5));

    private static ResultTable total(Iterable<Observation> rows) {
        Aggregator aggregator = new Aggregator(AggregationPlan.by(STRUCTURE).withGroupings(List.of()));
        rows.forEach(aggregator);
        return aggregator.result();
    }

    private static CellValue value(ResultTable table, ColumnName column) {
        return table.figure(column.value()).orElseThrow().value();
    }

    private static BigDecimal exact(ResultTable table, ColumnName column) {
        return value(table, column).exact().orElseThrow();
    }

    private static CellValue number(long number) {
        return CellValue.of(BigDecimal.valueOf(number));
    }

    @Test
    void year_begin_isThatOfItsFirstQuarterAndEndThatOfItsLast() {
        ResultTable table = total(YEAR);
        assertThat(value(table, BEGIN)).isEqualTo(number(100));
        assertThat(value(table, STARTED)).isEqualTo(number(215));
        assertThat(value(table, CLOSED)).isEqualTo(number(171));
        assertThat(value(table, END)).isEqualTo(number(144));
        assertThat(exact(table, BEGIN).add(exact(table, STARTED)).subtract(exact(table, CLOSED)))
                .isEqualTo(exact(table, END));
    }

    @Test
    void year_rowsInOtherOrderOrFromTwoAggregators_isTheSame() {
        List<Observation> reversed = new ArrayList<>(YEAR);
        Collections.reverse(reversed);
        assertThat(total(reversed)).isEqualTo(total(YEAR));
        AggregationPlan plan = AggregationPlan.by(STRUCTURE).withGroupings(List.of());
        Aggregator late = new Aggregator(plan);
        YEAR.subList(2, 4).forEach(late);
        Aggregator early = new Aggregator(plan);
        YEAR.subList(0, 2).forEach(early);
        late.combine(early);
        assertThat(late.result()).isEqualTo(total(YEAR));
    }

    /** Rows in columns, each number with its own array. */
    private static ObservationBatch batch(List<Observation> rows) {
        Dictionary periods = new Dictionary();
        int[] ids = rows.stream().mapToInt(row -> periods.id(row.code(0))).toArray();
        long[][] values = new long[5][];
        boolean[][] known = new boolean[5][];
        for (int m = 0; m < 5; m++) {
            int measure = m;
            values[m] = rows.stream()
                    .mapToLong(row -> row.value(measure).orElseThrow())
                    .toArray();
            known[m] = new boolean[rows.size()];
            Arrays.fill(known[m], true);
        }
        return ObservationBatch.of(new Dictionary[] {periods}, new int[][] {ids}, values, known);
    }

    @Test
    void year_inBatches_isTheSame() {
        List<Observation> reversed = new ArrayList<>(YEAR);
        Collections.reverse(reversed);
        for (List<Observation> rows : List.of(YEAR, reversed)) {
            Aggregator aggregator = new Aggregator(AggregationPlan.by(STRUCTURE).withGroupings(List.of()));
            aggregator.accept(batch(rows.subList(0, 3)), 0, 3);
            aggregator.accept(batch(rows.subList(3, 4)), 0, 1);
            assertThat(aggregator.result()).isEqualTo(total(YEAR));
        }
    }

    @Test
    void begin_withoutTime_isAdded() {
        TableStructure timeless =
                new TableStructure(List.of(), List.of(new Measure.Stock(BEGIN, 0, Measure.Moment.START)));
        Aggregator aggregator = new Aggregator(AggregationPlan.by(timeless).withGroupings(List.of()));
        aggregator.accept(Observation.of(new String[0], new long[] {4}, new boolean[] {true}));
        aggregator.accept(Observation.of(new String[0], new long[] {5}, new boolean[] {true}));
        assertThat(value(aggregator.result(), BEGIN)).isEqualTo(number(9));
    }

    @Test
    void answers_addUp() {
        assertThat(value(total(YEAR), YES)).isEqualTo(number(15));
    }
}
