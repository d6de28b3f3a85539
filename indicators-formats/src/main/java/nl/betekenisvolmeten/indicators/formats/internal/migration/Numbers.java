package nl.betekenisvolmeten.indicators.formats.internal.migration;

import java.math.BigDecimal;

/** Canonical texts of numbers: digits with a comma before the decimals. */
final class Numbers {

    private Numbers() {}

    /** Returns the number that a canonical text stands for. */
    static BigDecimal of(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }

    /** Returns the canonical text of a number. */
    static String text(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }
}
