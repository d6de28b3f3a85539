package nl.betekenisvolmeten.indicators.formats.internal.bulk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.betekenisvolmeten.indicators.validation.internal.ColumnBatch;

/**
 * A piece of a delivery on its way: its bytes, where its cells are, what they hold, and which rows are proven. Filled
 * again and again, so that nothing is allocated for a row.
 */
final class Chunk {

    /** The bytes, and some room after them. */
    byte[] bytes;

    /** How many bytes count. */
    int length;

    /** The position of the bytes in the delivery. */
    long offset;

    /** Whether the delivery ends here. */
    boolean last;

    /** Where each record starts. */
    int[] starts = new int[64];

    /** Records that have another number of cells than the header. */
    boolean[] ragged = new boolean[64];

    /** For each record, up to where it is as the one before, byte by byte; 0 when that one is ragged. */
    int[] repeated = new int[64];

    /** For each record, a bit for each column without a name in which something stands; see {@link RowSink}. */
    long[] nameless = new long[64];

    /**
     * For each record and each cell, what stands just before it and where it ends; what ends a cell may stand just
     * before the next, and is then there once. Something without meaning for a ragged record, where a cell may end one
     * byte before it starts.
     */
    int[] bounds = {};

    /** How many of the bounds belong to a record. */
    int stride;

    /** How many of the bounds belong to a cell. */
    int perCell;

    /** How many whole records there are. */
    int rows;

    /** Where the last whole record ends. */
    int consumed;

    /** Whether what follows cannot be read here. */
    boolean irregular;

    /** What the cells hold. */
    final ColumnBatch batch;

    /** For each column, codes that were new, in the order of their numbers; see {@link NumberMap}. */
    final Map<Integer, List<String>> newCodes = new HashMap<>();

    /** The columns whose code numbers started anew with this chunk. */
    final Set<Integer> restarted = new HashSet<>();

    /** Which lane judged it. */
    int lane;

    Chunk(int capacity, ColumnBatch batch) {
        bytes = new byte[capacity + Words.PADDING];
        this.batch = batch;
    }

    int capacity() {
        return bytes.length - Words.PADDING;
    }

    /** Makes room for the given number of bytes, and keeps those that are there. */
    void ensure(int capacity) {
        if (capacity > capacity()) {
            bytes = Arrays.copyOf(bytes, capacity + Words.PADDING);
        }
    }

    /** Inserts bytes before those that are there. */
    void prepend(byte[] before) {
        ensure(length + before.length);
        System.arraycopy(bytes, 0, bytes, before.length, length);
        System.arraycopy(before, 0, bytes, 0, before.length);
        length += before.length;
        offset -= before.length;
    }

    /** Returns the bytes after the last whole record. */
    byte[] rest() {
        return Arrays.copyOfRange(bytes, consumed, length);
    }

    /** Makes room for the starts of records up to this one. */
    void ensureRows(int row) {
        if (row >= starts.length) {
            starts = Arrays.copyOf(starts, 2 * row);
            ragged = Arrays.copyOf(ragged, 2 * row);
            repeated = Arrays.copyOf(repeated, 2 * row);
            nameless = Arrays.copyOf(nameless, 2 * row);
        }
    }

    /** Makes room for one more record, with {@link #stride} bounds. */
    void ensureRow(int row) {
        ensureRows(row);
        int needed = Math.multiplyExact(row + 1, stride);
        if (needed > bounds.length) {
            bounds = Arrays.copyOf(bounds, Math.max(needed, bounds.length + bounds.length / 2));
        }
    }

    /** Finds how far each record repeats the one before: neighbouring rows often differ in only a few cells. */
    void findRepeated() {
        for (int row = 0; row < rows; row++) {
            repeated[row] = row == 0 || ragged[row - 1] ? 0 : repeatedUntil(starts[row - 1], starts[row], end(row));
        }
    }

    private int repeatedUntil(int before, int start, int end) {
        int distance = start - before;
        for (int at = start; at < end; at += Long.BYTES) {
            long difference = Words.at(bytes, at) ^ Words.at(bytes, at - distance);
            if (difference != 0) {
                return Math.min(end, at + (Long.numberOfTrailingZeros(difference) >>> 3));
            }
        }
        return end;
    }

    /** Returns where a whole record ends, its line end included. */
    int end(int row) {
        return row + 1 < rows ? starts[row + 1] : consumed;
    }
}
