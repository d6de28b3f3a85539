package nl.betekenisvolmeten.indicators.aggregation;

import java.util.Map;
import java.util.Set;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/** A figure over part of the rows. A slot is of one code of each dimension that matters, so it counts or it does not. */
record SelectedSlots(SlotSeries selected, Map<Integer, Set<String>> conditions, Series series, TableStructure structure)
        implements SlotSeries {

    @Override
    public void ensure(int slots) {
        selected.ensure(slots);
    }

    @Override
    public void add(ObservationBatch batch, int from, int to, int[] slots) {
        selected.add(batch, from, to, slots);
    }

    @Override
    public SeriesAccumulator of(int slot, Codes codes) {
        SelectedAccumulator accumulator = (SelectedAccumulator) SeriesAccumulator.of(series, structure);
        boolean counts = conditions.entrySet().stream()
                .allMatch(condition -> condition.getValue().contains(codes.text(condition.getKey())));
        if (counts) {
            accumulator.addSelected(selected.of(slot, codes));
        }
        return accumulator;
    }

    @Override
    public boolean isInDoubt() {
        return selected.isInDoubt();
    }
}
