package nl.betekenisvolmeten.indicators.formats.definition;

import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.CellResult;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** How a value is written in a column as agreed: the text that is read without a remark about its notation. */
public final class AgreedText {

    private AgreedText() {}

    /**
     * Returns whether a text is a value of a column in the notation that was agreed.
     *
     * @param type what the column holds
     * @param text a cell
     * @return true when it is read as a value, and nothing is to be said of how it is written
     */
    public static boolean isAgreed(ColumnType type, String text) {
        return type.read(text) instanceof CellResult.Value value && value.passed() == CellResult.Notation.AGREED;
    }

    /**
     * Writes a period for a column.
     *
     * @param type what the column holds
     * @param period a period of the column's length, within its validity
     * @return the notation that is read without a remark
     */
    public static String of(ColumnType.Time type, Period period) {
        return type.notation().write(period);
    }
}
