package nl.betekenisvolmeten.indicators.table;

import java.math.BigDecimal;
import java.math.MathContext;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.internal.ReadableText;

/**
 * How much of what was to be expected is in a figure: pairs of an organisation and a period that reported, out of the pairs
 * that were expected.
 *
 * @param reported pairs with at least one row
 * @param expected pairs expected, at least as many
 */
public record Coverage(long reported, long expected) {

    /** @throws IllegalArgumentException unless 0 &lt;= reported &lt;= expected */
    public Coverage {
        if (reported < 0 || reported > expected) {
            throw new IllegalArgumentException("reported must be from 0 to expected: " + reported + " of " + expected);
        }
    }

    /**
     * Returns whether everything expected is there.
     *
     * @return true when nothing is missing
     */
    public boolean isComplete() {
        return reported == expected;
    }

    /**
     * Returns the share that is there.
     *
     * @return 0 to 1, to 34 significant digits; 1 when nothing was expected
     */
    public BigDecimal share() {
        return expected == 0
                ? BigDecimal.ONE
                : BigDecimal.valueOf(reported).divide(BigDecimal.valueOf(expected), MathContext.DECIMAL128);
    }

    /**
     * Returns both numbers in words.
     *
     * @param language the reader's language
     * @return such as {@code 3 van 4}
     */
    public String toText(Language language) {
        ReadableText words = ReadableText.of(language.locale());
        return words.text(
                "coverage", words.number(BigDecimal.valueOf(reported)), words.number(BigDecimal.valueOf(expected)));
    }
}
