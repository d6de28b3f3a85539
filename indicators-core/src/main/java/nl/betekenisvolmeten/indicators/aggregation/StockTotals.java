package nl.betekenisvolmeten.indicators.aggregation;

import java.util.NavigableMap;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/**
 * States: added over everything but time; over time the last period that has rows counts, or the first one for a state at
 * the beginning. An organisation without rows in that period is not carried forward or back: coverage shows the gap.
 */
final class StockTotals implements SeriesTotals {

    private final Measure.Moment moment;
    private final Level group;
    private final Level day;
    private final FlowTotals ofDays;

    StockTotals(int measure, Measure.Stock stock, Levels levels, RowSelection rows) {
        moment = stock.moment();
        group = levels.group();
        day = levels.day(moment);
        ofDays = new FlowTotals(measure, stock.scale(), day, rows);
    }

    @Override
    public void add(ObservationBatch batch, int from) {
        ofDays.add(batch, from);
    }

    @Override
    public void combine(SeriesTotals other, Levels.Translation to) {
        ofDays.combine(((StockTotals) other).ofDays, to);
    }

    /** Returns the nodes of a group by their days, as far as they have rows that count. */
    private NavigableMap<String, Integer> days(int number) {
        NavigableMap<String, Integer> days = new TreeMap<>();
        day.each(group, number, node -> {
            if (ofDays.hasRows(node)) {
                days.put(day.code(group, node), node);
            }
        });
        return days;
    }

    @Override
    public Figure figure(int number) {
        NavigableMap<String, Integer> days = days(number);
        if (days.isEmpty()) {
            return Figure.of(new CellValue.Missing(), 0, 0);
        }
        return ofDays.figure((moment == Measure.Moment.START ? days.firstEntry() : days.lastEntry()).getValue());
    }

    @Override
    public void write(int number, StateWriter out) {
        NavigableMap<String, Integer> days = days(number);
        out.number(days.size());
        days.forEach((text, node) -> {
            out.text(text);
            ofDays.write(node, out);
        });
    }

    @Override
    public void read(int number, StateReader in) {
        long days = in.number();
        for (long i = 0; i < days; i++) {
            ofDays.read(day.node(group, number, in.text()), in);
        }
    }
}
