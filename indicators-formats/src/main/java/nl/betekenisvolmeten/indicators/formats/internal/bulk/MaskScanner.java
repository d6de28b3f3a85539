package nl.betekenisvolmeten.indicators.formats.internal.bulk;

import java.util.Arrays;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;

/**
 * Finds records and cells sixty-four bytes at a time, as bits of a word, for chunks as they mostly are: lines end with
 * LF, few cells are quoted, few records have another number of cells than the header. Anything else it leaves to
 * {@link RecordScanner}, which gives the same for such chunks, and more slowly.
 *
 * <p>Where separators and line ends are is all that is written: a cell starts after the one and ends at the next. Quotes
 * stay part of their cell.
 */
final class MaskScanner {

    private static final int BLOCK = Long.SIZE;

    /** So many places are written at once, whether or not there are as many. */
    private static final int AT_ONCE = 16;

    private static final long LOWS = ~Words.HIGHS;
    private static final long LINE_ENDS = '\n' * Words.ONES;
    private static final long RETURNS = '\r' * Words.ONES;
    private static final long QUOTES = '"' * Words.ONES;

    /** Brings the highest bits of eight bytes together at the top. */
    private static final long GATHER = 0x0002_0408_1020_4081L;

    private final int width;
    private final long separators;
    private final int mostCells;
    private final int mostBytes;

    private final Chunk chunk;
    private final byte[] bytes;
    private final int limit;
    private int[] bounds;
    private int size;
    private int lines;
    /** How many line feeds there are, within quotes too. */
    private int lineFeeds;

    private boolean plain = true;
    private int quoteCount;
    /** All bits set within quotes. */
    private long inside;
    /** Whether the last byte ended a cell, or closed quotes: only after those a quote opens. */
    private long mayOpen = 1;
    /** Whether the last byte closed quotes. */
    private long closed;

    MaskScanner(char separator, int width, ReadLimits limits, Chunk chunk) {
        this.width = width;
        this.chunk = chunk;
        separators = separator * Words.ONES;
        mostCells = limits.columns();
        mostBytes = Math.min(limits.cellLength(), RecordScanner.LONGEST_RECORD);
        bytes = chunk.bytes;
        limit = chunk.length;
        bounds = chunk.bounds;
    }

    /** Fills the chunk; false when it is to be filled in another way. */
    boolean scan() {
        if (width > mostCells) {
            return false;
        }
        ensure(1);
        bounds[0] = -1;
        for (int at = 0; at < limit && plain; at += BLOCK) {
            block(at);
        }
        return plain && judgeRecords();
    }

    /** Finds where records start: mostly every so many cells, and if not, by looking what ends each cell. */
    private void findLines() {
        if (!areRegular()) {
            lines = 0;
            for (int i = 1; i <= size; i++) {
                if (bytes[bounds[i]] == '\n') {
                    chunk.ensureRows(lines + 1);
                    chunk.starts[++lines] = bounds[i] + 1;
                }
            }
        }
    }

    /** Whether all records have as many cells as the header: then there are no more line feeds than records. */
    private boolean areRegular() {
        chunk.ensureRows(lineFeeds);
        int[] starts = chunk.starts;
        starts[0] = 0;
        if (size != (long) lineFeeds * width) {
            return false;
        }
        boolean regular = true;
        for (int row = 1; row <= lineFeeds; row++) {
            int end = bounds[row * width];
            regular &= bytes[end] == '\n';
            starts[row] = end + 1;
        }
        lines = lineFeeds;
        return regular;
    }

    private void ensure(int more) {
        if (size + more + BLOCK > bounds.length) {
            bounds = Arrays.copyOf(bounds, size + more + BLOCK + bounds.length / 2);
            chunk.bounds = bounds;
        }
    }

    private void block(int at) {
        long ends = 0;
        int feeds = 0;
        long others = -1;
        for (int i = 0; i < BLOCK; i += Long.BYTES) {
            long word = Words.at(bytes, at + i);
            long low = word & LOWS;
            long notSeparator = (low ^ separators) + LOWS;
            long notLineEnd = (low ^ LINE_ENDS) + LOWS;
            others &= (((low ^ QUOTES) + LOWS) & ((low ^ RETURNS) + LOWS)) | word;
            ends |= gathered((notSeparator & notLineEnd) | word) << i;
            feeds += Long.bitCount(~(notLineEnd | word) & Words.HIGHS);
        }
        if (limit - at < BLOCK) {
            ends &= (1L << (limit - at)) - 1;
            feeds = lineFeeds(at);
        }
        lineFeeds += feeds;
        if ((others & Words.HIGHS) != Words.HIGHS || (inside | closed) != 0) {
            ends = outsideQuotes(at, ends);
        }
        mayOpen = (ends >>> (BLOCK - 1)) | closed;
        write(at, ends);
    }

    private int lineFeeds(int from) {
        int count = 0;
        for (int at = from; at < limit; at++) {
            count += bytes[at] == '\n' ? 1 : 0;
        }
        return count;
    }

    /** One bit for each byte whose highest bit is not set. */
    private static long gathered(long word) {
        return ((~word & Words.HIGHS) * GATHER) >>> (Long.SIZE - Long.BYTES);
    }

    /** Leaves out what stands within quotes, and sees whether quotes stand where they should. */
    private long outsideQuotes(int at, long ends) {
        long quotes = 0;
        long returns = 0;
        for (int i = 0; i < BLOCK; i += Long.BYTES) {
            long word = Words.at(bytes, at + i);
            long low = word & LOWS;
            quotes |= gathered(((low ^ QUOTES) + LOWS) | word) << i;
            returns |= gathered(((low ^ RETURNS) + LOWS) | word) << i;
        }
        long counts = limit - at < BLOCK ? (1L << (limit - at)) - 1 : -1;
        quotes &= counts;
        quoteCount += Long.bitCount(quotes);
        long within = parities(quotes) ^ inside;
        long opening = quotes & within;
        long closing = quotes & ~within;
        long outside = ends & ~within;
        long mayBeOpened = ((outside | closing) << 1) | mayOpen;
        long afterClosing = ((closing << 1) | closed) & counts;
        plain = (opening & ~mayBeOpened) == 0
                && (afterClosing & ~(outside | opening)) == 0
                && (returns & counts) == 0
                && quoteCount <= BLOCK + limit / BLOCK;
        inside = within >> (BLOCK - 1);
        closed = closing >>> (BLOCK - 1);
        return outside;
    }

    /** For each bit, whether the number of bits up to it, itself included, is odd. */
    private static long parities(long bits) {
        long odd = bits;
        for (int shift = 1; shift < Long.SIZE; shift *= 2) {
            odd ^= odd << shift;
        }
        return odd;
    }

    private void write(int at, long ends) {
        ensure(BLOCK + AT_ONCE);
        int[] places = bounds;
        int next = size + 1;
        for (long left = ends; left != 0; next += AT_ONCE) {
            for (int i = 0; i < AT_ONCE; i++) {
                places[next + i] = at + Long.numberOfTrailingZeros(left);
                left &= left - 1;
            }
        }
        size += Long.bitCount(ends);
    }

    /** Sees that every record has as many cells as the header, or is marked. */
    private boolean judgeRecords() {
        findLines();
        int[] starts = chunk.starts;
        if (chunk.last && starts[lines] < limit) {
            return false;
        }
        Arrays.fill(chunk.ragged, 0, lines, false);
        for (int row = 0; row < lines; row++) {
            int end = starts[row + 1] - 1;
            int place = (row + 1) * width;
            boolean fits = place <= size && bounds[place] == end;
            if (end - starts[row] > mostBytes || !(fits || setAside(row, end))) {
                return false;
            }
        }
        chunk.irregular = false;
        chunk.rows = lines;
        chunk.consumed = starts[lines];
        chunk.stride = width;
        chunk.perCell = 1;
        return true;
    }

    /** Marks a record with more or fewer cells, and gives it as many as the header has; what they hold says nothing. */
    private boolean setAside(int row, int end) {
        int start = chunk.starts[row];
        int first = row * width;
        int last = Arrays.binarySearch(bounds, first + 1, size + 1, end);
        if (last - first > mostCells || end - start < width) {
            return false;
        }
        ensure(width);
        int moved = first + width;
        System.arraycopy(bounds, last, bounds, moved, size + 1 - last);
        size += moved - last;
        for (int cell = 1; cell < width; cell++) {
            bounds[first + cell] = start + cell;
        }
        chunk.ragged[row] = true;
        return true;
    }
}
