package nl.betekenisvolmeten.indicators.formats.source;

import java.util.List;

/**
 * A row as it stands in a file.
 *
 * @param number the row as a spreadsheet shows it, from 1
 * @param cells the texts, as they are
 */
public record RawRow(long number, List<String> cells) {

    /**
     * Whether there is nothing in the row: spreadsheets leave such rows at the end.
     *
     * @return true when every cell is blank
     */
    public boolean isBlank() {
        for (String cell : cells) {
            if (!isBlank(cell)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether there is nothing to see in a cell.
     *
     * @param cell its text
     * @return true when it has only blanks, of whatever width
     */
    public static boolean isBlank(String cell) {
        return cell.chars()
                .allMatch(c -> c <= ' '
                        || Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || c == '\u200B'
                        || c == '\uFEFF');
    }
}
