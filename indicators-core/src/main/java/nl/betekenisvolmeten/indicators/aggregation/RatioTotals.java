package nl.betekenisvolmeten.indicators.aggregation;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.model.BoundedRatio;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/** One total divided by another, each made first. Bounds go through. */
record RatioTotals(SeriesTotals numerator, SeriesTotals denominator, boolean partOfWhole) implements SeriesTotals {

    @Override
    public void add(ObservationBatch batch, int from) {
        numerator.add(batch, from);
        denominator.add(batch, from);
    }

    @Override
    public void combine(SeriesTotals other, Levels.Translation to) {
        RatioTotals that = (RatioTotals) other;
        numerator.combine(that.numerator, to);
        denominator.combine(that.denominator, to);
    }

    @Override
    public Figure figure(int group) {
        return figure(numerator.figure(group), denominator.figure(group), partOfWhole);
    }

    static Figure figure(Figure above, Figure below, boolean partOfWhole) {
        return new Figure(
                new BoundedRatio(above.value(), below.value(), Per.ONE, partOfWhole).value(),
                Optional.of(above.value()),
                Optional.of(below.value()),
                above.cellsKnown() + below.cellsKnown(),
                above.cellsMissing() + below.cellsMissing());
    }

    @Override
    public void write(int group, StateWriter out) {
        numerator.write(group, out);
        denominator.write(group, out);
    }

    @Override
    public void read(int group, StateReader in) {
        numerator.read(group, in);
        denominator.read(group, in);
    }
}
