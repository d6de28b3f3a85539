package nl.betekenisvolmeten.indicators.formats.internal.bulk;

import java.util.Arrays;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;

/**
 * Finds records and cells by the same grammar as the row path: a line ends with LF, CR or CRLF; a quote means something at
 * the start of a cell only; within quotes, two quotes are one. Separators and line ends are found sixty-four bytes at a
 * time, as bits of a word; only where quotes are near, each byte is looked at.
 *
 * <p>Where separators and line ends are is all that is written: a cell starts after the one and ends at the next. Quotes
 * stay part of their cell. Where every line ends with LF and has as many cells as the header, that is all; else the places
 * are arranged once more.
 *
 * <p>What the row path would refuse (a quote that is not closed, text after a closing quote, cells or rows too long) is
 * not judged here: the chunk is then {@linkplain Chunk#irregular irregular} from that record on.
 */
final class RecordScanner {

    /** Longer records are left to the row path. */
    static final int LONGEST_RECORD = 1 << 16;

    private static final int BLOCK = Long.SIZE;

    /** So many places are written at once, whether or not there are as many. */
    private static final int AT_ONCE = 16;

    private static final long LOWS = ~Words.HIGHS;
    private static final long FEEDS = '\n' * Words.ONES;
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
    /** How many LF and CR there are, within quotes too. */
    private int lineEnds;

    /** Whether all can be read up to here. */
    private boolean plain;
    /** What the last byte was. */
    private Place place = Place.START;

    /** Where a byte stands. */
    private enum Place {
        /** It ended a cell: a quote after it opens quotes. */
        START,
        /** In a cell without quotes around it. */
        PLAIN,
        /** Within quotes. */
        INSIDE,
        /** It closed quotes. */
        CLOSED
    }

    RecordScanner(char separator, int width, ReadLimits limits, Chunk chunk) {
        this.width = width;
        this.chunk = chunk;
        separators = separator * Words.ONES;
        mostCells = limits.columns();
        mostBytes = Math.min(limits.cellLength(), LONGEST_RECORD);
        plain = width <= mostCells;
        bytes = chunk.bytes;
        limit = chunk.length;
        bounds = chunk.bounds;
    }

    /** Fills the chunk. */
    void scan() {
        ensure(1);
        bounds[0] = -1;
        for (int at = 0; at < limit && plain; at += BLOCK) {
            block(at);
        }
        chunk.perCell = 1;
        if (!areRegular()) {
            arrange();
        }
    }

    /**
     * Sets out the records as lines that end with LF and have as many cells as the header; returns whether they all
     * are.
     */
    private boolean areRegular() {
        chunk.ensureRows(lineEnds + 1);
        int[] starts = chunk.starts;
        starts[0] = 0;
        if (!plain || size != (long) lineEnds * width) {
            return false;
        }
        boolean regular = true;
        for (int row = 1; row <= lineEnds; row++) {
            int end = bounds[row * width];
            regular &= bytes[end] == '\n' && end - starts[row - 1] <= mostBytes;
            starts[row] = end + 1;
        }
        Arrays.fill(chunk.ragged, 0, lineEnds, false);
        chunk.rows = lineEnds;
        chunk.stride = width;
        chunk.consumed = starts[lineEnds];
        chunk.irregular = false;
        return regular && (!chunk.last || chunk.consumed == limit);
    }

    /** Gives each record as many bounds as the header has cells, and then the place where its line end ends. */
    private void arrange() {
        if (plain && chunk.last && limit > 0 && place != Place.INSIDE && !isLineEnd(limit - 1)) {
            // the last line ends with the delivery
            bytes[limit] = '\n';
            bounds[++size] = limit;
            lineEnds++;
        }
        int[] ends = bounds;
        chunk.stride = width + 1;
        bounds = new int[Math.multiplyExact(lineEnds + 1, chunk.stride)];
        bounds[0] = -1;
        chunk.bounds = bounds;
        chunk.rows = 0;
        int first = 1;
        for (int i = 1; i <= size; i++) {
            int end = ends[i];
            // at the CR of CRLF the line goes on, and at one after which a LF may come
            boolean goesOn = bytes[end] == '\r' && (end + 1 == limit ? !chunk.last : bytes[end + 1] == '\n');
            if (isLineEnd(end) && !goesOn) {
                int more = end > 0 && bytes[end] == '\n' && bytes[end - 1] == '\r' ? 1 : 0;
                if (!add(ends, first, i - more, end)) {
                    plain = false;
                    break;
                }
                first = i + 1;
            }
        }
        chunk.consumed = Math.min(limit, chunk.starts[chunk.rows]);
        chunk.irregular = !plain || (chunk.last && chunk.consumed < limit);
    }

    private boolean isLineEnd(int at) {
        return bytes[at] == '\n' || bytes[at] == '\r';
    }

    /** Adds a record, unless it is too long. One with more or fewer cells than the header gets no bounds of its own. */
    private boolean add(int[] ends, int first, int last, int lineEnd) {
        int start = chunk.starts[chunk.rows];
        int cells = last - first + 1;
        if (cells > mostCells || ends[last] - start > mostBytes) {
            return false;
        }
        int at = chunk.rows * chunk.stride + 1;
        chunk.ragged[chunk.rows] = cells != width;
        if (cells == width) {
            System.arraycopy(ends, first, bounds, at, width);
        } else {
            Arrays.fill(bounds, at, at + width, start - 1);
        }
        bounds[at + width] = lineEnd;
        chunk.starts[++chunk.rows] = lineEnd + 1;
        return true;
    }

    private void ensure(int more) {
        if (size + more + BLOCK > bounds.length) {
            bounds = Arrays.copyOf(bounds, size + more + BLOCK + bounds.length / 2);
            chunk.bounds = bounds;
        }
    }

    private void block(int at) {
        long ends = 0;
        int found = 0;
        long noQuotes = -1;
        for (int i = 0; i < BLOCK; i += Long.BYTES) {
            long word = Words.at(bytes, at + i);
            long low = word & LOWS;
            long notLineEnd = ((low ^ FEEDS) + LOWS) & ((low ^ RETURNS) + LOWS);
            noQuotes &= ((low ^ QUOTES) + LOWS) | word;
            ends |= gathered((((low ^ separators) + LOWS) & notLineEnd) | word) << i;
            found += Long.bitCount(~(notLineEnd | word) & Words.HIGHS);
        }
        if (limit - at < BLOCK) {
            ends &= (1L << (limit - at)) - 1;
            found = lineEnds(at);
        }
        lineEnds += found;
        if ((noQuotes & Words.HIGHS) != Words.HIGHS || place == Place.INSIDE || place == Place.CLOSED) {
            ends = outsideQuotes(at, ends);
        } else {
            place = ends < 0 ? Place.START : Place.PLAIN;
        }
        write(at, ends);
    }

    private int lineEnds(int from) {
        int count = 0;
        for (int at = from; at < limit; at++) {
            count += bytes[at] == '\n' || bytes[at] == '\r' ? 1 : 0;
        }
        return count;
    }

    /** Returns one bit for each byte whose highest bit is not set. */
    private static long gathered(long word) {
        return ((~word & Words.HIGHS) * GATHER) >>> (Long.SIZE - Long.BYTES);
    }

    /** Returns the ends of cells outside quotes, and finds whether each closing quote ends a cell. */
    private long outsideQuotes(int at, long ends) {
        long outside = 0;
        int count = Math.min(BLOCK, limit - at);
        for (int i = 0; i < count && plain; i++) {
            boolean isQuote = bytes[at + i] == '"';
            if (place == Place.INSIDE) {
                place = isQuote ? Place.CLOSED : Place.INSIDE;
            } else if (isQuote && place != Place.PLAIN) {
                place = Place.INSIDE;
            } else if ((ends >>> i & 1) != 0) {
                outside |= 1L << i;
                place = Place.START;
            } else if (place == Place.CLOSED) {
                plain = false;
            } else {
                place = Place.PLAIN;
            }
        }
        return outside;
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
}
