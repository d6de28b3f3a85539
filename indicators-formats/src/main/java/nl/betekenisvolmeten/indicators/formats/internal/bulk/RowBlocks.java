package nl.betekenisvolmeten.indicators.formats.internal.bulk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.betekenisvolmeten.indicators.formats.internal.rows.CellSink;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the rows of a grid (a sheet, objects), judges many at a time and hands them on in order: those that are
 * proven fine together, others one by one. {@link #flush} hands on what is left.
 */
public final class RowBlocks implements CellSink {

    /** Stands after each cell. No byte of UTF-8, so where rows have the same bytes they have the same cells. */
    private static final byte AFTER_CELL = (byte) 0xFF;

    private static final int MOST_ROWS = 1 << 12;

    private final BulkLayout layout;
    private final Chunk chunk;
    private final ChunkValidator judge;
    private final RowSink sink;
    private final int capacity;
    private final List<@Nullable RawRow> texts = new ArrayList<>();
    private final long[] numbers = new long[MOST_ROWS];
    private int at;
    private int ended;

    RowBlocks(BulkLayout layout, Chunk chunk, ChunkValidator judge, RowSink sink, int capacity) {
        this.layout = layout;
        this.chunk = chunk;
        this.judge = judge;
        this.sink = sink;
        this.capacity = capacity;
        chunk.perCell = 2;
        chunk.stride = 2 * layout.width();
    }

    @Override
    public void row(RawRow row) throws UnreadableException {
        if (row.number() <= layout.headerRow()) {
            return;
        }
        if (!row.remarks().isEmpty() || row.cells().size() > layout.width() || !start(row.number(), size(row))) {
            alone(row);
            return;
        }
        for (int cell = 0; cell < layout.width(); cell++) {
            int from = at;
            if (cell < row.cells().size() && !put(row.cells().get(cell))) {
                alone(row);
                return;
            }
            endCell(cell, from);
        }
        texts.add(row);
        endRow(row.number());
    }

    @Override
    public void row(long number, byte[] bytes, int from, int to, int[] bounds) throws UnreadableException {
        if (number <= layout.headerRow()) {
            return;
        }
        if (!start(number, to - from)) {
            alone(new RawRow(number, texts(bytes, bounds)));
            return;
        }
        System.arraycopy(bytes, from, chunk.bytes, at, to - from);
        int[] all = chunk.bounds;
        int shift = at - from;
        int bound = chunk.rows * chunk.stride;
        for (int i = 0; i < bounds.length; i += 2) {
            all[bound + i] = bounds[i] + shift - 1;
            all[bound + i + 1] = bounds[i + 1] + shift;
        }
        at += to - from;
        texts.add(null);
        endRow(number);
    }

    private static List<String> texts(byte[] bytes, int[] bounds) {
        String[] cells = new String[bounds.length / 2];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new String(bytes, bounds[2 * i], bounds[2 * i + 1] - bounds[2 * i], StandardCharsets.UTF_8);
        }
        return Arrays.asList(cells);
    }

    /** Returns the maximum number of bytes that a row may need. */
    private static int size(RawRow row) {
        int size = 0;
        for (String cell : row.cells()) {
            size += 3 * cell.length() + 1;
        }
        return size;
    }

    /** Makes room for a row; returns false if it is too long to be judged with others. */
    private boolean start(long number, int size) throws UnreadableException {
        if (size > RecordScanner.LONGEST_RECORD) {
            return false;
        }
        if (chunk.rows == MOST_ROWS || at + size + layout.width() > capacity) {
            flush();
        }
        chunk.ensure(at + size + layout.width());
        chunk.ensureRow(chunk.rows);
        chunk.starts[chunk.rows] = at;
        numbers[chunk.rows] = number;
        return true;
    }

    /**
     * Adds a cell after the last one; returns false if it would be misread because of a quote in front or a surrogate.
     */
    private boolean put(String cell) {
        int length = cell.length();
        if (length > 0 && cell.charAt(0) == '"') {
            return false;
        }
        int next = at;
        for (int i = 0; i < length; i++) {
            char letter = cell.charAt(i);
            if (letter >= 0x80) {
                return putOther(cell);
            }
            chunk.bytes[next++] = (byte) letter;
        }
        at = next;
        return true;
    }

    private boolean putOther(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (Character.isSurrogate(cell.charAt(i))) {
                return false;
            }
        }
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, chunk.bytes, at, bytes.length);
        at += bytes.length;
        return true;
    }

    private void endCell(int cell, int from) {
        int bound = chunk.rows * chunk.stride + 2 * cell;
        chunk.bounds[bound] = from - 1;
        chunk.bounds[bound + 1] = at;
        chunk.bytes[at++] = AFTER_CELL;
    }

    private void endRow(long number) {
        numbers[chunk.rows] = number;
        chunk.ragged[chunk.rows] = false;
        chunk.rows++;
        ended = at;
    }

    private void alone(RawRow row) throws UnreadableException {
        flush();
        sink.row(row);
    }

    /**
     * Passes on the rows that are left.
     *
     * @throws UnreadableException if no more rows are read
     */
    public void flush() throws UnreadableException {
        // a row that was not ended counts for nothing
        int end = chunk.rows == 0 ? 0 : ended;
        chunk.length = end;
        chunk.consumed = end;
        at = 0;
        if (chunk.rows > 0) {
            judge.judgeCells(chunk);
            handOn();
            chunk.rows = 0;
            texts.clear();
        }
    }

    private void handOn() throws UnreadableException {
        boolean oneByOne = !sink.hasRoomFor(chunk.rows);
        boolean[] suspect = chunk.batch.suspect();
        int from = 0;
        for (int row = 0; row < chunk.rows; row++) {
            if (suspect[row] || oneByOne || awaits(row)) {
                acceptClean(from, row);
                single(row);
                from = row + 1;
            } else if (row > from && numbers[row] != numbers[row - 1] + 1) {
                acceptClean(from, row);
                from = row;
            }
        }
        acceptClean(from, chunk.rows);
    }

    private boolean awaits(int row) {
        return chunk.nameless[row] != 0 && (chunk.nameless[row] & sink.awaitsNameless()) != 0;
    }

    private void acceptClean(int from, int to) {
        if (from < to) {
            sink.acceptClean(chunk.batch, numbers[from] - from, from, to);
        }
    }

    private void single(int row) throws UnreadableException {
        RawRow known = texts.get(row);
        if (known != null) {
            sink.row(known);
            return;
        }
        int[] bounds = Arrays.copyOfRange(chunk.bounds, row * chunk.stride, (row + 1) * chunk.stride);
        for (int i = 0; i < bounds.length; i += 2) {
            bounds[i]++;
        }
        sink.row(new RawRow(numbers[row], texts(chunk.bytes, bounds)));
    }
}
