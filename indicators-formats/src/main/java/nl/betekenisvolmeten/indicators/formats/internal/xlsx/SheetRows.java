package nl.betekenisvolmeten.indicators.formats.internal.xlsx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.Remark;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RowReader;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException.Reason;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet that have cells with something in them, with their numbers. A row is as long as its last such
 * cell.
 */
final class SheetRows implements RowReader {

    /** The last row that a spreadsheet has. */
    private static final int LAST_ROW = 1 << 20;

    private static final int LAST_COLUMN = 1 << 14;

    private static final List<Remark> HIDDEN = List.of(Remark.of(Remark.Kind.HIDDEN_ROW));

    private final XmlPart in;
    private final SheetCells cells;
    private final List<HiddenColumns> hiddenColumns = new ArrayList<>();
    private String[] texts = new String[32];
    private int width;
    private int number;
    /** Whether the row has more than formulas that wait for other cells to be filled in. */
    private boolean worked;

    private boolean inRow;
    private boolean atEnd;

    /** Columns that are not shown, from 0, both included. */
    record HiddenColumns(int first, int last) {}

    SheetRows(XmlPart in, WorkbookParts parts, ReadLimits limits) {
        this.in = in;
        cells = new SheetCells(in, parts, limits);
    }

    @Override
    public Optional<RawRow> next() throws UnreadableException {
        try {
            while (!atEnd && in.next()) {
                if (in.isStart("row")) {
                    boolean hidden = in.flag("hidden");
                    startRow();
                    inRow = true;
                    readCells();
                    inRow = false;
                    if (width > 0 && worked) {
                        List<String> row = Arrays.asList(Arrays.copyOf(texts, width));
                        return Optional.of(new RawRow(number, row, hidden ? HIDDEN : List.of()));
                    }
                } else if (hiddenColumns.size() < LAST_COLUMN && in.isStart("col") && in.flag("hidden")) {
                    hiddenColumns.add(new HiddenColumns(columnNumber("min"), columnNumber("max")));
                } else if (in.isEnd("sheetData")) {
                    in.finish();
                    atEnd = true;
                }
            }
            return Optional.empty();
        } catch (UnreadableException e) {
            throw number == 0 ? e : new UnreadableException(e.reason(), inRow ? number : number + 1L);
        }
    }

    private int columnNumber(String attribute) {
        String text = in.attribute(attribute);
        return text == null ? -1 : CellReference.whole(text) - 1;
    }

    /** Returns the hidden columns, which are known once the first row has been read. */
    List<HiddenColumns> hiddenColumns() {
        return hiddenColumns;
    }

    private void startRow() throws UnreadableException {
        String given = in.attribute("r");
        int next = given == null ? number + 1 : CellReference.whole(given);
        if (next <= number || next > LAST_ROW) {
            throw new UnreadableException(Reason.DAMAGED);
        }
        number = next;
    }

    private void readCells() throws UnreadableException {
        Arrays.fill(texts, 0, width, "");
        width = 0;
        worked = false;
        int column = -1;
        while (in.next() && !in.isEnd("row")) {
            if (in.isStart("c")) {
                cells.start();
                column = column(cells.reference(), column);
                String text = cells.text();
                if (!text.isEmpty()) {
                    worked |= !cells.isUnworked();
                    put(column, text);
                }
            }
        }
    }

    private static int column(@Nullable String reference, int before) throws UnreadableException {
        int column = reference == null ? before + 1 : CellReference.column(reference);
        if (column <= before) {
            throw new UnreadableException(Reason.DAMAGED);
        }
        return column;
    }

    private void put(int column, String text) throws UnreadableException {
        if (column >= cells.maximumColumns()) {
            throw new UnreadableException(Reason.TOO_MANY_COLUMNS);
        }
        int length = texts.length;
        if (column >= length) {
            texts = Arrays.copyOf(texts, Math.max(column + 1, 2 * length));
        }
        Arrays.fill(texts, width, column, "");
        texts[column] = text;
        width = column + 1;
    }

    @Override
    public void close() {
        in.close();
    }
}
