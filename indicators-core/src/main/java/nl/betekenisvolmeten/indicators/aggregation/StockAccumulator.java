package nl.betekenisvolmeten.indicators.aggregation;

import java.util.OptionalInt;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.model.Period;
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
        Period period = KeyPart.period(observation.code(time.getAsInt()));
        return period.lastDayInclusive().toString();
    }

    private FlowAccumulator at(String lastDay) {
        return byLastDay.computeIfAbsent(lastDay, day -> new FlowAccumulator(measure, scale));
    }

    @Override
    public void combine(SeriesAccumulator other) {
        ((StockAccumulator) other).byLastDay.forEach((day, sum) -> at(day).combine(sum));
    }

    @Override
    public Figure figure() {
        return byLastDay.isEmpty()
                ? new FlowAccumulator(measure, scale).figure()
                : byLastDay.lastEntry().getValue().figure();
    }
}
