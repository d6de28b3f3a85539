package nl.betekenisvolmeten.indicators.aggregation;

import java.util.Arrays;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/** Means with their number of cases: an accumulator for each slot. */
final class MeanSlots implements SlotSeries {

    private final int measure;
    private final int weight;
    private final int scale;
    private MeanAccumulator[] means = {};
    private long[] smallest = {};
    private boolean anyNegative;

    MeanSlots(int measure, int weight, int scale) {
        this.measure = measure;
        this.weight = weight;
        this.scale = scale;
    }

    @Override
    public void ensure(int slots) {
        if (slots > means.length) {
            int had = means.length;
            means = Arrays.copyOf(means, 2 * slots);
            smallest = Arrays.copyOf(smallest, 2 * slots);
            for (int i = had; i < means.length; i++) {
                means[i] = new MeanAccumulator(measure, weight, scale);
            }
        }
    }

    @Override
    public void add(ObservationBatch batch, int from, int to, int[] slots) {
        long[] values = batch.values(measure);
        boolean[] delivered = batch.known(measure);
        long[] cases = batch.values(weight);
        boolean[] counted = batch.known(weight);
        for (int i = from; i < to; i++) {
            int slot = slots[i - from];
            if (counted[i] && cases[i] < 0) {
                smallest[slot] = Math.min(smallest[slot], cases[i]);
                anyNegative = true;
            } else {
                means[slot].add(delivered[i], values[i], counted[i], cases[i]);
            }
        }
    }

    @Override
    public MeanAccumulator of(int slot, Codes codes) {
        MeanAccumulator.checkNotNegative(smallest[slot]);
        return means[slot];
    }

    @Override
    public boolean isInDoubt() {
        return anyNegative;
    }
}
