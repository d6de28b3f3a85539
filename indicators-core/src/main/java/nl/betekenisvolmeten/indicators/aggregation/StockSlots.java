package nl.betekenisvolmeten.indicators.aggregation;

import java.util.OptionalInt;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/** States: sums at the end of the slot's period, or at its beginning. */
final class StockSlots implements SlotSeries {

    private final int measure;
    private final Measure.Stock nature;
    private final OptionalInt time;
    private final int timeField;
    private final FlowSlots sums;

    StockSlots(int measure, Measure.Stock nature, OptionalInt time, int timeField) {
        this.measure = measure;
        this.nature = nature;
        this.time = time;
        this.timeField = timeField;
        sums = new FlowSlots(measure, nature.scale());
    }

    @Override
    public void ensure(int slots) {
        sums.ensure(slots);
    }

    @Override
    public void add(ObservationBatch batch, int from, int to, int[] slots) {
        sums.add(batch, from, to, slots);
    }

    @Override
    public StockAccumulator of(int slot, Codes codes) {
        StockAccumulator stock = new StockAccumulator(measure, nature, time);
        String day = timeField < 0 ? "" : StockAccumulator.day(codes.text(timeField), nature.moment());
        stock.add(day, sums.of(slot, codes));
        return stock;
    }

    @Override
    public boolean isInDoubt() {
        return false;
    }
}
