package nl.betekenisvolmeten.indicators.formats.internal.xlsx;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.betekenisvolmeten.indicators.formats.internal.rows.MergedCells;
import org.jspecify.annotations.Nullable;

/** The place of a cell as a spreadsheet writes it, such as {@code AB12}. */
final class CellReference {

    private static final int LETTERS = 26;
    private static final int MAX_DIGITS = 9;

    private static final Pattern AREA = Pattern.compile("([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})");

    private CellReference() {}

    /** Returns the column, from 0; a number larger than any sheet has if there are too many letters; -1 for none. */
    static int column(String reference) {
        int column = 0;
        int i = 0;
        while (i < reference.length() && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z') {
            if (i == 4) {
                return Integer.MAX_VALUE;
            }
            column = column * LETTERS + reference.charAt(i) - 'A' + 1;
            i++;
        }
        return column - 1;
    }

    /** Returns cells such as {@code B2:B5}; empty for anything else, and for a single cell. */
    static Optional<MergedCells> area(@Nullable String reference) {
        Matcher area = AREA.matcher(reference == null ? "" : reference);
        if (!area.matches()) {
            return Optional.empty();
        }
        MergedCells cells = new MergedCells(
                whole(area.group(2)), whole(area.group(4)), column(area.group(1)), column(area.group(3)));
        return cells.firstRow() <= cells.lastRow() && cells.firstColumn() <= cells.lastColumn()
                ? Optional.of(cells)
                : Optional.empty();
    }

    /** Returns a whole number; -1 for anything else and for more than nine digits. */
    static int whole(String text) {
        if (text.isEmpty() || text.length() > MAX_DIGITS) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }
}
