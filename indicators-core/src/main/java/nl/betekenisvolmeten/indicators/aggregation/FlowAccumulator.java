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

    static FlowAccumulator of(int measure, int scale, ExactSum sum, long known, long missing) {
        FlowAccumulator accumulator = new FlowAccumulator(measure, scale);
        accumulator.sum.combine(sum);
        accumulator.known = known;
        accumulator.missing = missing;
        return accumulator;
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
    public void write(StateWriter out) {
        sum.write(out);
        out.number(known);
        out.number(missing);
    }

    @Override
    public void read(StateReader in) {
        sum.read(in);
        known = Math.addExact(known, in.number());
        missing = Math.addExact(missing, in.number());
    }

    @Override
    public Figure figure() {
        return Figure.of(SeriesAccumulator.value(sum.value(), scale, known), known, missing);
    }
}
