package nl.betekenisvolmeten.indicators.aggregation;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.model.BoundedRatio;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.Observation;

/** One total over another, each made first. Bounds go through. */
final class RatioAccumulator implements SeriesAccumulator {

    private final SeriesAccumulator numerator;
    private final SeriesAccumulator denominator;
    private final boolean partOfWhole;

    RatioAccumulator(SeriesAccumulator numerator, SeriesAccumulator denominator, boolean partOfWhole) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.partOfWhole = partOfWhole;
    }

    @Override
    public void add(Observation observation) {
        numerator.add(observation);
        denominator.add(observation);
    }

    @Override
    public void combine(SeriesAccumulator other) {
        RatioAccumulator that = (RatioAccumulator) other;
        numerator.combine(that.numerator);
        denominator.combine(that.denominator);
    }

    @Override
    public void write(StateWriter out) {
        numerator.write(out);
        denominator.write(out);
    }

    @Override
    public void read(StateReader in) {
        numerator.read(in);
        denominator.read(in);
    }

    @Override
    public Figure figure() {
        Figure above = numerator.figure();
        Figure below = denominator.figure();
        return new Figure(
                new BoundedRatio(above.value(), below.value(), Per.ONE, partOfWhole).value(),
                Optional.of(above.value()),
                Optional.of(below.value()),
                above.cellsKnown() + below.cellsKnown(),
                above.cellsMissing() + below.cellsMissing());
    }
}
