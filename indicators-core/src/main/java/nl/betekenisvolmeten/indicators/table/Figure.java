package nl.betekenisvolmeten.indicators.table;

import java.math.BigDecimal;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.internal.ReadableText;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Period;

/**
 * A total with what it rests on.
 *
 * @param value the total: a number, bounds, or why there is none
 * @param numerator the upper part of a ratio or mean; empty for other totals
 * @param denominator the lower part of a ratio or mean; empty for other totals
 * @param cellsKnown how many cells hold a number
 * @param cellsMissing how many cells were empty, or are in rows that were rejected and may belong to the total
 * @param oldest the oldest period in a total of a state; empty for other totals
 */
public record Figure(
        CellValue value,
        Optional<CellValue> numerator,
        Optional<CellValue> denominator,
        long cellsKnown,
        long cellsMissing,
        Optional<Period> oldest) {

    /**
     * Creates a total that is no state.
     *
     * @param value the total
     * @param numerator the upper part of a ratio or mean; empty for other totals
     * @param denominator the lower part of a ratio or mean; empty for other totals
     * @param cellsKnown how many cells hold a number
     * @param cellsMissing how many cells were empty or rejected
     */
    public Figure(
            CellValue value,
            Optional<CellValue> numerator,
            Optional<CellValue> denominator,
            long cellsKnown,
            long cellsMissing) {
        this(value, numerator, denominator, cellsKnown, cellsMissing, Optional.empty());
    }

    /**
     * Returns a total without parts.
     *
     * @param value the total
     * @param cellsKnown how many cells hold a number
     * @param cellsMissing how many cells were empty or rejected
     * @return the figure
     */
    public static Figure of(CellValue value, long cellsKnown, long cellsMissing) {
        return new Figure(value, Optional.empty(), Optional.empty(), cellsKnown, cellsMissing);
    }

    /**
     * Returns the total where rows are activities: what did not take place has none.
     *
     * @return the value; zero when there were no rows of this kind, while a cell that was left empty stays missing and a
     *     hidden figure stays hidden
     */
    public CellValue valueOrZero() {
        boolean nothing = value instanceof CellValue.Missing && cellsKnown == 0 && cellsMissing == 0;
        return nothing ? CellValue.of(BigDecimal.ZERO) : value;
    }

    /**
     * Returns a copy with another value.
     *
     * @param newValue the total
     * @return the figure
     */
    public Figure withValue(CellValue newValue) {
        return new Figure(newValue, numerator, denominator, cellsKnown, cellsMissing, oldest);
    }

    /**
     * Returns a copy with more cells that are missing.
     *
     * @param cells how many more
     * @return the figure
     */
    public Figure withMoreMissing(long cells) {
        return new Figure(value, numerator, denominator, cellsKnown, Math.addExact(cellsMissing, cells), oldest);
    }

    /**
     * Returns a copy with the oldest period in it.
     *
     * @param period the period
     * @return the figure
     */
    public Figure withOldest(Period period) {
        return new Figure(value, numerator, denominator, cellsKnown, cellsMissing, Optional.of(period));
    }

    /**
     * Returns the figure in words, with the number of empty cells where some were left empty and others were not.
     *
     * @param language the reader's language
     * @return such as {@code ten minste 277 en ten hoogste 6.719}, or why there is no number
     */
    public String toText(Language language) {
        String text = value.toText(language);
        return cellsMissing == 0 || cellsKnown == 0 || value instanceof CellValue.Incomplete
                ? text
                : ReadableText.of(language.locale()).count("figure.empty", text, cellsMissing);
    }
}
