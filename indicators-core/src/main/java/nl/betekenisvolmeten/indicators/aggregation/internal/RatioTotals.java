package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.model.BoundedRatio;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/** One total divided by another, each made first. Bounds go through. */
public record RatioTotals(SeriesTotals numerator, SeriesTotals denominator, boolean partOfWhole)
        implements SeriesTotals {

    @Override
    public void add(ObservationBatch batch, int from) {
        numerator.add(batch, from);
        denominator.add(batch, from);
    }

    @Override
    public List<Kept> parts() {
        return List.of(numerator, denominator);
    }

    @Override
    public Figure figure(int group) {
        return figure(numerator.figure(group), denominator.figure(group), partOfWhole);
    }

    public static Figure figure(Figure above, Figure below, boolean partOfWhole) {
        return new Figure(
                new BoundedRatio(above.value(), below.value(), Per.ONE, partOfWhole).value(),
                Optional.of(above.value()),
                Optional.of(below.value()),
                above.cellsKnown() + below.cellsKnown(),
                above.cellsMissing() + below.cellsMissing());
    }
}
