package nl.betekenisvolmeten.indicators.aggregation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/** Different persons: the sum, and the largest row of the slot, which is of one period and one part. */
final class DistinctSlots implements SlotSeries {

    private final int measure;
    private final Measure.Distinct persons;
    private final TableStructure structure;
    private final int timeField;
    private final int[] partFields;
    private final FlowSlots sums;
    private long[] largest = {};
    private long[] smallest = {};
    private boolean anyNegative;

    DistinctSlots(int measure, Measure.Distinct persons, TableStructure structure, int timeField, int[] partFields) {
        this.measure = measure;
        this.persons = persons;
        this.structure = structure;
        this.timeField = timeField;
        this.partFields = partFields.clone();
        sums = new FlowSlots(measure, 0);
    }

    @Override
    public void ensure(int slots) {
        sums.ensure(slots);
        if (slots > largest.length) {
            largest = Arrays.copyOf(largest, 2 * slots);
            smallest = Arrays.copyOf(smallest, 2 * slots);
        }
    }

    @Override
    public void add(ObservationBatch batch, int from, int to, int[] slots) {
        sums.add(batch, from, to, slots);
        long[] values = batch.values(measure);
        boolean[] delivered = batch.known(measure);
        for (int i = from; i < to; i++) {
            if (delivered[i]) {
                int slot = slots[i - from];
                largest[slot] = Math.max(largest[slot], values[i]);
                if (values[i] < 0) {
                    smallest[slot] = Math.min(smallest[slot], values[i]);
                    anyNegative = true;
                }
            }
        }
    }

    @Override
    public DistinctAccumulator of(int slot, Codes codes) {
        DistinctAccumulator accumulator = DistinctAccumulator.of(measure, persons, structure);
        DistinctAccumulator.checkNotNegative(smallest[slot]);
        List<String> part = IntStream.of(partFields).mapToObj(codes::text).toList();
        accumulator.add(
                timeField < 0 ? "" : codes.text(timeField),
                part,
                new DistinctAccumulator.Rows(sums.sum(slot), largest[slot], sums.known(slot), sums.missing(slot)));
        return accumulator;
    }

    @Override
    public boolean isInDoubt() {
        return anyNegative;
    }
}
