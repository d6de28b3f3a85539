package nl.betekenisvolmeten.indicators.formats.internal.carrier;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawDelivery;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawTable;
import nl.betekenisvolmeten.indicators.formats.internal.rows.Remark;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RowReader;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException.Reason;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/** A workbook with one sheet that is the delivery, whatever its place among the others. */
record OneSheet(RawDelivery workbook, RawTable sheet) implements RawDelivery {

    static OneSheet of(RawDelivery workbook, DeliverySource.Sheet place) throws UnreadableException {
        RawTable sheet = workbook.tables().stream()
                .filter(table -> table.sheet().isPresent() && table.position() == place.position())
                .findFirst()
                .orElseThrow(() -> new UnreadableException(Reason.DAMAGED));
        return new OneSheet(workbook, new OnlySheet(sheet));
    }

    @Override
    public Optional<String> sha256() {
        return workbook.sha256();
    }

    @Override
    public List<Remark> remarks() {
        return workbook.remarks();
    }

    @Override
    public List<RawTable> tables() {
        return List.of(sheet);
    }

    private record OnlySheet(RawTable table) implements RawTable {

        @Override
        public Optional<String> sheet() {
            return table.sheet();
        }

        @Override
        public boolean isGrid() {
            return table.isGrid();
        }

        @Override
        public List<Remark> remarks() {
            return table.remarks();
        }

        @Override
        public List<RawRow> firstRows(int count) {
            return table.firstRows(count);
        }

        @Override
        public RowReader rows() throws IOException, UnreadableException {
            return table.rows();
        }
    }
}
