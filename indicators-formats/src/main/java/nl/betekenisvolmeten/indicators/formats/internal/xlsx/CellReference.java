package nl.betekenisvolmeten.indicators.formats.internal.xlsx;

/** The place of a cell as a spreadsheet writes it, such as {@code AB12}. */
final class CellReference {

    private static final int LETTERS = 26;
    private static final int MAX_DIGITS = 9;

    private CellReference() {}

    /** The column from 0; more than any sheet has when there are more letters than any sheet needs; -1 for none. */
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

    /** A whole number; -1 for anything else and for more than nine digits. */
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
