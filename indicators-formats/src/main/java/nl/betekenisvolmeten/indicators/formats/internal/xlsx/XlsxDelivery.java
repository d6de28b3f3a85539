package nl.betekenisvolmeten.indicators.formats.internal.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.internal.rows.MergedCells;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawDelivery;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawTable;
import nl.betekenisvolmeten.indicators.formats.internal.rows.Remark;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RowReader;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException.Reason;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;

/**
 * A delivery as a workbook: numbers are read as the texts that a format expects (12 and not 12.0, a decimal comma),
 * dates as {@code 2026-03-31}, formulas by the value that was stored with them. What is hidden is read and remarked
 * upon.
 */
public final class XlsxDelivery implements RawDelivery {

    /** So many rows of each sheet are looked at when the workbook is opened. */
    private static final int FIRST_ROWS = 250;

    /** And so many bytes, of all sheets together. */
    private static final long FIRST_BYTES = 96L << 20;

    private static final int MOST_MERGED = 10_000;

    private final ZipEnd end;
    private final List<RawTable> sheets;

    private XlsxDelivery(ZipEnd end, List<RawTable> sheets) {
        this.end = end;
        this.sheets = sheets;
    }

    /**
     * Opens a workbook.
     *
     * @param source the file, which starts as a zip file does
     * @param limits how much is read
     * @param hashed whether to compute the hash of the bytes
     * @return the delivery
     * @throws IOException if the source cannot be read
     * @throws UnreadableException if it is no workbook, or one that is unsafe
     */
    public static XlsxDelivery open(DeliverySource source, ReadLimits limits, boolean hashed)
            throws IOException, UnreadableException {
        ZipEnd end = ZipEnd.of(source, hashed);
        ZipDirectory directory = ZipDirectory.of(source, end, limits.packed());
        WorkbookParts parts = WorkbookParts.read(directory, limits);
        ByteBudget budget = new ByteBudget(FIRST_BYTES);
        List<RawTable> sheets = new ArrayList<>();
        for (int i = 0; i < parts.sheets().size(); i++) {
            Sheet sheet = new Sheet(directory, parts, limits, i);
            sheet.look(budget);
            sheets.add(sheet);
        }
        return new XlsxDelivery(end, List.copyOf(sheets));
    }

    @Override
    public Optional<String> sha256() {
        return end.sha256();
    }

    @Override
    public List<Remark> remarks() {
        return List.of();
    }

    @Override
    public List<RawTable> tables() {
        return sheets;
    }

    /** A sheet of the workbook. */
    private static final class Sheet implements RawTable {
        private final ZipDirectory directory;
        private final WorkbookParts parts;
        private final ReadLimits limits;
        private final int index;
        private final List<RawRow> first = new ArrayList<>();
        private final List<Remark> remarks = new ArrayList<>();

        Sheet(ZipDirectory directory, WorkbookParts parts, ReadLimits limits, int index) {
            this.directory = directory;
            this.parts = parts;
            this.limits = limits;
            this.index = index;
        }

        /** Reads the first rows; their faults are reported when all rows are read. */
        void look(ByteBudget budget) throws IOException, UnreadableException {
            if (parts.sheets().get(index).hidden()) {
                remarks.add(Remark.of(Remark.Kind.HIDDEN_SHEET));
            }
            try (SheetRows rows = open(budget)) {
                Optional<RawRow> row = rows.next();
                while (row.isPresent() && first.size() < FIRST_ROWS) {
                    first.add(row.get());
                    row = rows.next();
                }
                remarkHidden(rows.hiddenColumns());
            } catch (UnreadableException e) {
                // one large sheet may not matter; too many of them would take all day
                if (e.reason() == Reason.TOO_LARGE && budget.isSpent()) {
                    throw e;
                }
            }
        }

        private void remarkHidden(List<SheetRows.HiddenColumns> columns) {
            int width = first.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
            long count = 0;
            for (int column = 0; column < width; column++) {
                int place = column;
                if (columns.stream().anyMatch(hidden -> hidden.first() <= place && place <= hidden.last())
                        && first.stream().anyMatch(row -> hasCell(row, place))) {
                    count++;
                }
            }
            if (count > 0) {
                remarks.add(Remark.of(Remark.Kind.HIDDEN_COLUMNS, "count", Long.toString(count)));
            }
        }

        private static boolean hasCell(RawRow row, int place) {
            return place < row.cells().size() && !row.cells().get(place).isEmpty();
        }

        private SheetRows open(ByteBudget budget) throws IOException, UnreadableException {
            return new SheetRows(part(budget), parts, limits);
        }

        private XmlPart part(ByteBudget budget) throws IOException, UnreadableException {
            try {
                return XmlPart.of(
                        directory
                                .open(parts.sheets().get(index).path(), budget)
                                .orElseThrow(() -> new UnreadableException(Reason.DAMAGED)),
                        limits);
            } catch (IOException e) {
                throw XmlPart.unreadable(e);
            }
        }

        @Override
        public Optional<String> sheet() {
            return Optional.of(parts.sheets().get(index).name());
        }

        @Override
        public int position() {
            return index + 1;
        }

        @Override
        public boolean isGrid() {
            return true;
        }

        @Override
        public List<Remark> remarks() {
            return List.copyOf(remarks);
        }

        @Override
        public List<RawRow> firstRows(int count) {
            return first.subList(0, Math.min(count, first.size()));
        }

        @Override
        public List<MergedCells> mergedCells() throws IOException, UnreadableException {
            List<MergedCells> merged = new ArrayList<>();
            try (XmlPart part = part(new ByteBudget(limits.packed().unpacked()))) {
                while (merged.size() < MOST_MERGED && part.nextStart("mergeCell")) {
                    CellReference.area(part.attribute("ref")).ifPresent(merged::add);
                }
            }
            return merged;
        }

        @Override
        public RowReader rows() throws IOException, UnreadableException {
            return open(new ByteBudget(limits.packed().unpacked()));
        }
    }
}
