package nl.betekenisvolmeten.indicators.formats.bulk;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.table.Dictionary;
import nl.betekenisvolmeten.indicators.validation.CellProver;
import nl.betekenisvolmeten.indicators.validation.CellResult;

/** A dimension: codes, areas, periods, names. Each text is judged once, and known by a number afterwards. */
final class CodeJudge implements ColumnJudge {

    private static final int NOT_PROVEN = -1;

    private final int column;
    private final int cell;
    private final CellProver prover;
    private final boolean ownNumbers;
    private final CellDictionary cells = new CellDictionary();
    private Dictionary numbers;

    /**
     * A judge.
     *
     * @param numbers the numbers of codes
     * @param ownNumbers whether the numbers are this judge's own, so that it may start anew with them
     */
    CodeJudge(int column, int cell, CellProver prover, Dictionary numbers, boolean ownNumbers) {
        this.column = column;
        this.cell = cell;
        this.prover = prover;
        this.numbers = numbers;
        this.ownNumbers = ownNumbers;
    }

    @Override
    public void judge(Chunk chunk) {
        chunk.batch.setDictionary(column, numbers);
        byte[] bytes = chunk.bytes;
        int[] bounds = chunk.bounds;
        boolean[] suspect = chunk.batch.suspect();
        int[] ids = chunk.batch.ids(column);
        int[] repeated = chunk.repeated;
        int lastStart = 0;
        int lastLength = -1;
        long lastHead = 0;
        long lastMask = 0;
        int id = NOT_PROVEN;
        int at = chunk.perCell * cell;
        int stride = chunk.stride;
        for (int row = 0; row < chunk.rows; row++, at += stride) {
            int start = bounds[at] + 1;
            int length = bounds[at + 1] - start;
            // where all is as in the row before, beyond what ends the cell and quotes around it, the number is too
            boolean isRepeated = start + length + 1 < repeated[row];
            if (!isRepeated
                    && (length != lastLength
                            || (Words.at(bytes, start) & lastMask) != lastHead
                            || (length > Long.BYTES && !Words.endAlike(bytes, start, bytes, lastStart, length)))) {
                id = cells.find(bytes, start, start + length);
                if (id == CellDictionary.UNKNOWN) {
                    id = learn(bytes, start, start + length);
                }
                lastHead = Words.head(bytes, start, length);
                lastMask = Words.mask(length);
                lastLength = length;
                lastStart = start;
            }
            ids[row] = id;
            suspect[row] |= id < 0;
        }
    }

    private int learn(byte[] bytes, int start, int end) {
        Optional<CellResult> proven = prover.proven(column, RawRecords.text(bytes, start, end));
        int id = proven.isPresent() && proven.get() instanceof CellResult.Value value
                ? numbers.id(value.text())
                : NOT_PROVEN;
        cells.put(bytes, start, end, id);
        return id;
    }

    @Override
    public boolean forgets() {
        if (!cells.isFull() && (!ownNumbers || numbers.size() < CellDictionary.MOST_CELLS)) {
            return false;
        }
        cells.clear();
        if (ownNumbers) {
            numbers = new Dictionary();
        }
        return ownNumbers;
    }

    int column() {
        return column;
    }

    Dictionary numbers() {
        return numbers;
    }
}
