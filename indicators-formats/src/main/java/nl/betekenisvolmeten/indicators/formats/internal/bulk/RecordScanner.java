package nl.betekenisvolmeten.indicators.formats.internal.bulk;

import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;

/**
 * Finds records and cells in bytes, eight bytes at a time, by the same grammar as the row path: a line ends with LF, CR
 * or CRLF; a quote means something at the start of a cell only; within quotes, two quotes are one.
 *
 * <p>What the row path would refuse (a quote that is not closed, text after a closing quote, cells or rows too long) is
 * not judged here: the chunk is then {@linkplain Chunk#irregular irregular} from that record on.
 */
final class RecordScanner {

    private static final byte QUOTE = '"';
    private static final byte LF = '\n';
    private static final byte CR = '\r';
    private static final long QUOTES = QUOTE * Words.ONES;

    /** LF and CR are below this; so are a few others, which are looked at and passed over. */
    private static final long ABOVE_LINE_ENDS = (CR + 1) * Words.ONES;

    /** Longer records are left to the row path. */
    static final int LONGEST_RECORD = 1 << 16;

    private final byte separator;
    private final long separators;
    private final int stride;
    private final int mostCells;
    private final int mostBytes;

    private final Chunk chunk;
    private final byte[] bytes;
    private final int limit;
    private int[] bounds = {};
    private int row;
    private int recordStart;
    private int cellStart;
    private int out;
    private int beyond;
    /** Where the last quoted cell starts whose quotes can just be removed. */
    private int strippedStart = -1;

    private boolean stopped;

    RecordScanner(char separator, int width, ReadLimits limits, Chunk chunk) {
        this.chunk = chunk;
        bytes = chunk.bytes;
        limit = chunk.length;
        this.separator = (byte) separator;
        separators = separator * Words.ONES;
        stride = 2 * width;
        mostCells = limits.columns();
        mostBytes = Math.min(limits.cellLength(), LONGEST_RECORD);
    }

    /** Fills the chunk. */
    void scan() {
        chunk.irregular = false;
        chunk.stride = stride;
        chunk.perCell = 2;
        startRow();
        int at = 0;
        while (at < limit && !stopped) {
            at = scanFrom(at);
        }
        finish();
    }

    private void finish() {
        if (!stopped && recordStart < limit && chunk.last) {
            endCell(limit);
            endRecord(limit, limit);
        }
        chunk.rows = row;
        chunk.consumed = recordStart;
        chunk.irregular |= chunk.last && recordStart < limit;
    }

    private void startRow() {
        chunk.ensureRow(row);
        bounds = chunk.bounds;
        out = row * stride;
        beyond = 0;
    }

    /** Goes on to the next quoted cell or line end, or the end; says where to go on. */
    private int scanFrom(int from) {
        int start = cellStart;
        int next = out;
        int rowEnd = (row + 1) * stride;
        for (int word = from; word < limit; word += Long.BYTES) {
            long hits = hits(Words.at(bytes, word));
            while (hits != 0) {
                int at = word + (Long.numberOfTrailingZeros(hits) >>> 3);
                hits &= hits - 1;
                byte b = bytes[at];
                if (b == separator && next < rowEnd && at < limit && start != strippedStart) {
                    bounds[next] = start - 1;
                    bounds[next + 1] = at;
                    next += 2;
                    start = at + 1;
                } else if (at < limit && isTelling(b, at == start)) {
                    cellStart = start;
                    out = next;
                    return special(b, at);
                }
            }
        }
        cellStart = start;
        out = next;
        return limit;
    }

    /** Whether there is more to do than to end a plain cell. */
    private boolean isTelling(byte b, boolean startsCell) {
        return b == separator || b == LF || b == CR || (b == QUOTE && startsCell);
    }

    private int special(byte b, int at) {
        if (b == QUOTE) {
            return afterQuotes(at);
        }
        if (b == separator) {
            endCell(at);
            cellStart = at + 1;
            return cellStart;
        }
        endLine(at);
        return stopped ? limit : recordStart;
    }

    /** Marks bytes that may mean something. */
    private long hits(long word) {
        return Words.zeros(word ^ separators)
                | Words.zeros(word ^ QUOTES)
                | ((word - ABOVE_LINE_ENDS) & ~word & Words.HIGHS);
    }

    private void endCell(int end) {
        if (out < (row + 1) * stride) {
            int quotes = cellStart == strippedStart ? 1 : 0;
            bounds[out] = cellStart + quotes - 1;
            bounds[out + 1] = end - quotes;
            out += 2;
        } else {
            beyond++;
        }
    }

    private void endLine(int at) {
        boolean open = bytes[at] == CR && at + 1 == limit && !chunk.last;
        if (open) {
            // whether a LF follows is not known yet
            stopped = true;
            return;
        }
        endCell(at);
        endRecord(at, bytes[at] == CR && at + 1 < limit && bytes[at + 1] == LF ? at + 2 : at + 1);
    }

    private void endRecord(int end, int next) {
        int cells = (out - row * stride) / 2 + beyond;
        if (cells > mostCells || end - recordStart > mostBytes) {
            stopped = true;
            chunk.irregular = true;
            return;
        }
        chunk.starts[row] = recordStart;
        chunk.ragged[row] = 2 * cells != stride;
        if (chunk.ragged[row]) {
            for (int i = row * stride; i < (row + 1) * stride; i += 2) {
                bounds[i] = -1;
                bounds[i + 1] = 0;
            }
        }
        row++;
        recordStart = next;
        cellStart = next;
        startRow();
    }

    /** Passes over a quoted cell; says where it ends. */
    private int afterQuotes(int open) {
        boolean escaped = false;
        int quote = quoteFrom(open + 1);
        while (quote + 1 < limit && bytes[quote + 1] == QUOTE) {
            escaped = true;
            quote = quoteFrom(quote + 2);
        }
        int after = quote + 1;
        if (quote >= limit || (after == limit && !chunk.last)) {
            // not closed, as far as can be seen from here
            stopped = true;
        } else if (after < limit && bytes[after] != separator && bytes[after] != LF && bytes[after] != CR) {
            stopped = true;
            chunk.irregular = true;
        } else {
            strippedStart = escaped ? -1 : open;
        }
        return after;
    }

    /** The next quote; the limit or beyond when there is none. */
    private int quoteFrom(int from) {
        for (int word = from; word < limit; word += Long.BYTES) {
            long hits = Words.zeros(Words.at(bytes, word) ^ QUOTES);
            if (hits != 0) {
                return word + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
        }
        return limit;
    }
}
