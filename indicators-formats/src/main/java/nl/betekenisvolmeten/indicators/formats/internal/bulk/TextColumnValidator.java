package nl.betekenisvolmeten.indicators.formats.internal.bulk;

import java.util.function.Predicate;

/**
 * Cells that only have to be checked for faults, without keeping their values: attributes, and columns that the format
 * does not have. Each text is judged once, as long as there are not too many.
 */
final class TextColumnValidator implements ColumnValidator {

    private static final int FINE = 0;
    private static final int FILLED = 1;
    private static final int NOT_PROVEN = -1;

    private final int cell;
    private final Predicate<String> isFine;
    private final Predicate<String> isFilled;
    private final long mark;
    private final CellDictionary cells = new CellDictionary();

    /**
     * A judge.
     *
     * @param isFine whether nothing is to be said of a text
     * @param isFilled whether a text is to be marked as something in a column without a name
     * @param mark the bit to mark it with
     */
    TextColumnValidator(int cell, Predicate<String> isFine, Predicate<String> isFilled, long mark) {
        this.mark = mark;
        this.cell = cell;
        this.isFine = isFine;
        this.isFilled = isFilled;
    }

    @Override
    public void judge(Chunk chunk) {
        int[] bounds = chunk.bounds;
        boolean[] suspect = chunk.batch.suspect();
        int empty = judged("");
        int at = chunk.perCell * cell;
        int stride = chunk.stride;
        for (int row = 0; row < chunk.rows; row++, at += stride) {
            int start = bounds[at] + 1;
            int end = bounds[at + 1];
            int verdict = start == end ? empty : judged(chunk.bytes, start, end);
            suspect[row] |= verdict == NOT_PROVEN;
            chunk.nameless[row] |= verdict == FILLED ? mark : 0;
        }
    }

    private int judged(byte[] bytes, int start, int end) {
        int known = cells.find(bytes, start, end);
        if (known != CellDictionary.UNKNOWN) {
            return known;
        }
        int verdict = judged(RawRecords.text(bytes, start, end));
        cells.put(bytes, start, end, verdict);
        return verdict;
    }

    private int judged(String text) {
        if (!isFine.test(text)) {
            return NOT_PROVEN;
        }
        return isFilled.test(text) ? FILLED : FINE;
    }

    @Override
    public boolean forgets() {
        if (cells.isFull()) {
            cells.clear();
        }
        return false;
    }
}
