package nl.betekenisvolmeten.indicators.aggregation;

import java.util.OptionalInt;
import nl.betekenisvolmeten.indicators.table.ObservationBatch;

/** States: sums at the end of the slot's period. */
final class StockSlots implements SlotSeries {

    private final int measure;
    private final int scale;
    private final OptionalInt time;
    private final int timeField;
    private final FlowSlots sums;

    StockSlots(int measure, int scale, OptionalInt time, int timeField) {
        this.measure = measure;
        this.scale = scale;
        this.time = time;
        this.timeField = timeField;
        sums = new FlowSlots(measure, scale);
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
        StockAccumulator stock = new StockAccumulator(measure, scale, time);
        stock.add(timeField < 0 ? "" : StockAccumulator.lastDay(codes.text(timeField)), sums.of(slot, codes));
        return stock;
    }

    @Override
    public boolean isInDoubt() {
        return false;
    }
}
