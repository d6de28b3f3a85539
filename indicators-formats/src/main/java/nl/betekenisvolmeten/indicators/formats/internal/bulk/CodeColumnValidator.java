package nl.betekenisvolmeten.indicators.formats.internal.bulk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.internal.Dictionary;
import nl.betekenisvolmeten.indicators.validation.internal.CleanCellCheck;

/** A dimension: codes, areas, periods, names. Each text is judged once, and known by a number afterwards. */
final class CodeColumnValidator implements ColumnValidator {

    private static final int NOT_CLEAN = -1;

    private final int column;
    private final int cell;
    private final CleanCellCheck cleanCells;
    private final boolean ownNumbers;
    private final CellDictionary cells = new CellDictionary();
    private Dictionary numbers;
    private int[] changed = {};
    private int[] found = {};

    /**
     * A judge.
     *
     * @param name the column's name, which the cell of the header holds: not learnt, as that would look for suggestions
     * @param numbers the numbers of codes
     * @param ownNumbers whether the numbers are this judge's own, so that it may start anew with them
     */
    CodeColumnValidator(
            int column, ColumnName name, int cell, CleanCellCheck cleanCells, Dictionary numbers, boolean ownNumbers) {
        this.column = column;
        this.cell = cell;
        this.cleanCells = cleanCells;
        this.numbers = numbers;
        this.ownNumbers = ownNumbers;
        byte[] header = name.value().getBytes(StandardCharsets.UTF_8);
        cells.put(Arrays.copyOf(header, header.length + Words.PADDING), 0, header.length, NOT_CLEAN);
    }

    @Override
    public void judge(Chunk chunk) {
        chunk.batch.setDictionary(column, numbers);
        if (changed.length < chunk.rows) {
            changed = new int[chunk.rows + chunk.rows / 4];
            found = new int[changed.length];
        }
        int count = findChanged(chunk);
        int next = lookUp(chunk, 0, count);
        while (next < count) {
            int at = changed[next] * chunk.stride + chunk.perCell * cell;
            found[next] = learn(chunk.bytes, chunk.bounds[at] + 1, chunk.bounds[at + 1]);
            next = lookUp(chunk, next + 1, count);
        }
        spread(chunk);
    }

    /**
     * Collects the rows whose cell may differ from the one above. Branches here would be mispredicted, so there are none.
     */
    private int findChanged(Chunk chunk) {
        int[] bounds = chunk.bounds;
        int[] repeated = chunk.repeated;
        int[] rowsChanged = changed;
        int stride = chunk.stride;
        int at = chunk.perCell * cell + 1;
        int count = 0;
        for (int row = 0; row < chunk.rows; row++, at += stride) {
            rowsChanged[count] = row;
            count += differs(bounds[at], repeated[row]);
        }
        return count;
    }

    /**
     * Returns 0 if the record repeats the one before to beyond the end of the cell, so that the cell is the same, and 1
     * otherwise. The shift turns the sign of the difference into -1 or 0, which avoids a branch.
     */
    private static int differs(int end, int repeated) {
        return 1 + ((end + 1 - repeated) >> (Integer.SIZE - 1));
    }

    /**
     * Looks up changed cells until one is not known yet. The caller learns it: compiled into this loop, learning would
     * take the registers that the loop needs.
     *
     * @return where it is among the changed; the number of them when all are known
     */
    private int lookUp(Chunk chunk, int from, int count) {
        byte[] bytes = chunk.bytes;
        int[] bounds = chunk.bounds;
        int offset = chunk.perCell * cell;
        for (int i = from; i < count; i++) {
            int at = changed[i] * chunk.stride + offset;
            int id = cells.find(bytes, bounds[at] + 1, bounds[at + 1]);
            if (id == CellDictionary.UNKNOWN) {
                return i;
            }
            found[i] = id;
        }
        return count;
    }

    /** Gives every row the number of the last changed one. */
    private void spread(Chunk chunk) {
        int[] bounds = chunk.bounds;
        int[] repeated = chunk.repeated;
        int[] numbersFound = found;
        boolean[] suspect = chunk.batch.suspect();
        int[] ids = chunk.batch.ids(column);
        int stride = chunk.stride;
        int at = chunk.perCell * cell + 1;
        int last = -1;
        for (int row = 0; row < chunk.rows; row++, at += stride) {
            last += differs(bounds[at], repeated[row]);
            int id = numbersFound[last];
            ids[row] = id;
            suspect[row] |= id < 0;
        }
    }

    private int learn(byte[] bytes, int start, int end) {
        Optional<String> clean = cleanCells.cleanText(column, RawRecords.text(bytes, start, end));
        int id = clean.isPresent() && !clean.get().isEmpty() ? numbers.id(clean.get()) : NOT_CLEAN;
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
