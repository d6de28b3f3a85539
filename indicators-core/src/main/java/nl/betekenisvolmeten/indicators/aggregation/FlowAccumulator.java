package nl.betekenisvolmeten.indicators.aggregation;

import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.Observation;

/** Events and quantities: the sum. */
final class FlowAccumulator implements SeriesAccumulator {

    private final int measure;
    private final int scale;
    private final ExactSum sum = new ExactSum();
    private long known;
    private long missing;

    FlowAccumulator(int measure, int scale) {
        this.measure = measure;
        this.scale = scale;
    }

    @Override
    public void add(Observation observation) {
        OptionalLong value = observation.value(measure);
        if (value.isPresent()) {
            sum.add(value.getAsLong());
            known++;
        } else {
            missing++;
        }
    }

    @Override
    public void combine(SeriesAccumulator other) {
        FlowAccumulator that = (FlowAccumulator) other;
        sum.combine(that.sum);
        known += that.known;
        missing += that.missing;
    }

    @Override
    public Figure figure() {
        return Figure.of(SeriesAccumulator.value(sum.value(), scale, known), known, missing);
    }
}
