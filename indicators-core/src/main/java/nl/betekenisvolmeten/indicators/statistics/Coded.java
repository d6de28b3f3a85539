package nl.betekenisvolmeten.indicators.statistics;

import java.util.Locale;

/** A constant with a stable name in files. */
interface Coded {

    /**
     * Returns the stable name in files: the name of the constant in lower case with hyphens.
     *
     * @return such as {@code zero-denominator}
     */
    default String code() {
        return ((Enum<?>) this).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
