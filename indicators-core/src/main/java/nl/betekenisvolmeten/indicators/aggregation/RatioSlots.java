package nl.betekenisvolmeten.indicators.aggregation;

import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/** One total over another, each kept by itself. */
record RatioSlots(SlotSeries numerator, SlotSeries denominator, boolean partOfWhole) implements SlotSeries {

    @Override
    public void ensure(int slots) {
        numerator.ensure(slots);
        denominator.ensure(slots);
    }

    @Override
    public void add(ObservationBatch batch, int from, int to, int[] slots) {
        numerator.add(batch, from, to, slots);
        denominator.add(batch, from, to, slots);
    }

    @Override
    public RatioAccumulator of(int slot, Codes codes) {
        return new RatioAccumulator(numerator.of(slot, codes), denominator.of(slot, codes), partOfWhole);
    }

    @Override
    public boolean isInDoubt() {
        return numerator.isInDoubt() || denominator.isInDoubt();
    }
}
