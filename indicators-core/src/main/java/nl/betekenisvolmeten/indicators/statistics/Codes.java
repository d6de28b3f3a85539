package nl.betekenisvolmeten.indicators.statistics;

import java.util.Locale;

/** The stable names of methods and answers in files. */
final class Codes {

    private Codes() {}

    /** Returns the name of a constant in lower case with hyphens: {@code ZERO_DENOMINATOR} is {@code zero-denominator}. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
