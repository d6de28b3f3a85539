package nl.betekenisvolmeten.indicators.aggregation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/** Sums. What does not fit a long moves to an exact sum beside it. */
final class FlowSlots implements SlotSeries {

    private final int measure;
    private final int scale;
    private long[] sums = {};
    private long[] known = {};
    private long[] missing = {};
    private final Map<Integer, ExactSum> spill = new HashMap<>();

    FlowSlots(int measure, int scale) {
        this.measure = measure;
        this.scale = scale;
    }

    @Override
    public void ensure(int slots) {
        if (slots > sums.length) {
            sums = Arrays.copyOf(sums, 2 * slots);
            known = Arrays.copyOf(known, 2 * slots);
            missing = Arrays.copyOf(missing, 2 * slots);
        }
    }

    @Override
    public void add(ObservationBatch batch, int from, int to, int[] slots) {
        long[] values = batch.values(measure);
        boolean[] delivered = batch.known(measure);
        for (int i = from; i < to; i++) {
            int slot = slots[i - from];
            if (delivered[i]) {
                known[slot]++;
                long sum = sums[slot] + values[i];
                if (((sums[slot] ^ sum) & (values[i] ^ sum)) < 0) {
                    spill.computeIfAbsent(slot, any -> new ExactSum()).add(sums[slot]);
                    sum = values[i];
                }
                sums[slot] = sum;
            } else {
                missing[slot]++;
            }
        }
    }

    @Override
    public FlowAccumulator of(int slot, Codes codes) {
        return FlowAccumulator.of(measure, scale, sum(slot), known[slot], missing[slot]);
    }

    ExactSum sum(int slot) {
        ExactSum sum = new ExactSum();
        sum.add(sums[slot]);
        ExactSum more = spill.get(slot);
        if (more != null) {
            sum.combine(more);
        }
        return sum;
    }

    long known(int slot) {
        return known[slot];
    }

    long missing(int slot) {
        return missing[slot];
    }

    @Override
    public boolean isInDoubt() {
        return false;
    }
}
