package nl.betekenisvolmeten.indicators.formats.internal.carrier;

import java.util.List;
import nl.betekenisvolmeten.indicators.formats.internal.rows.MergedCells;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawDelivery;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawTable;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException.Reason;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/** The sheet of a workbook that is the delivery, whatever its place among the others. */
record OneSheet(RawTable table) implements RawTable.Other {

    static RawDelivery of(RawDelivery workbook, DeliverySource.Sheet place) throws UnreadableException {
        RawTable sheet = workbook.tables().stream()
                .filter(table -> table.sheet().isPresent() && table.position() == place.position())
                .findFirst()
                .orElseThrow(() -> new UnreadableException(Reason.DAMAGED));
        return new RawDelivery.WithTables(workbook, List.of(new OneSheet(sheet)));
    }

    @Override
    public int position() {
        return 1;
    }

    @Override
    public List<MergedCells> mergedCells() {
        return List.of();
    }
}
