package nl.betekenisvolmeten.indicators.aggregation;

import java.util.OptionalInt;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.Observation;

/**
 * A state: added over everything but time; over time the last period that has rows counts. An organisation without rows
 * in that period is not carried forward: coverage shows the gap.
 */
final class StockAccumulator implements SeriesAccumulator {

    private final int measure;
    private final int scale;
    private final OptionalInt time;
    private final TreeMap<String, FlowAccumulator> byLastDay = new TreeMap<>();

    StockAccumulator(int measure, int scale, OptionalInt time) {
        this.measure = measure;
        this.scale = scale;
        this.time = time;
    }

    @Override
    public void add(Observation observation) {
        at(moment(observation)).add(observation);
    }

    private String moment(Observation observation) {
        if (time.isEmpty()) {
            return "";
        }
        return lastDay(observation.code(time.getAsInt()));
    }

    static String lastDay(String period) {
        return KeyPart.period(period).lastDayInclusive().toString();
    }

    /** Adds rows of which the period ends on a day. */
    void add(String lastDay, FlowAccumulator rows) {
        at(lastDay).combine(rows);
    }

    private FlowAccumulator at(String lastDay) {
        return byLastDay.computeIfAbsent(lastDay, day -> new FlowAccumulator(measure, scale));
    }

    @Override
    public void combine(SeriesAccumulator other) {
        ((StockAccumulator) other).byLastDay.forEach((day, sum) -> at(day).combine(sum));
    }

    @Override
    public void write(StateWriter out) {
        out.number(byLastDay.size());
        byLastDay.forEach((day, sum) -> {
            out.text(day);
            sum.write(out);
        });
    }

    @Override
    public void read(StateReader in) {
        long days = in.number();
        for (long i = 0; i < days; i++) {
            at(in.text()).read(in);
        }
    }

    @Override
    public Figure figure() {
        return byLastDay.isEmpty()
                ? new FlowAccumulator(measure, scale).figure()
                : byLastDay.lastEntry().getValue().figure();
    }
}
