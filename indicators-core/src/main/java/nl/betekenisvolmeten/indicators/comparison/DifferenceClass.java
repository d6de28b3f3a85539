package nl.betekenisvolmeten.indicators.comparison;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.CellValue;

/**
 * How a figure lies to the one it is compared with, whether or not chance explains it: a description, apart from the
 * {@link Judgement}. A difference counts from the indicator's {@linkplain
 * nl.betekenisvolmeten.indicators.model.Indicator.Use#relevanceMargin relevance margin}.
 */
public enum DifferenceClass {
    /** Below the reference by more than the margin. */
    SMALLER,
    /** Within the margin of the reference. */
    ABOUT_EQUAL,
    /** Above the reference by more than the margin. */
    LARGER;

    /**
     * Returns the word in files.
     *
     * @return such as {@code about_equal}
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the class of a figure.
     *
     * @param own the figure
     * @param reference what it is compared with
     * @param margin the share of the reference within which a figure is about equal, 0 or more
     * @return the class; empty where either has no number, or their bounds give more than one class
     */
    public static Optional<DifferenceClass> of(CellValue own, CellValue reference, BigDecimal margin) {
        if (own.lowerBound().isEmpty() || reference.lowerBound().isEmpty()) {
            return Optional.empty();
        }
        // the class rises with the own figure and falls with the reference, so two corners decide
        DifferenceClass least =
                of(own.lowerBound().orElseThrow(), reference.upperBound().orElseThrow(), margin);
        DifferenceClass most =
                of(own.upperBound().orElseThrow(), reference.lowerBound().orElseThrow(), margin);
        return least == most ? Optional.of(least) : Optional.empty();
    }

    private static DifferenceClass of(BigDecimal own, BigDecimal reference, BigDecimal margin) {
        BigDecimal room = reference.abs().multiply(margin);
        BigDecimal difference = own.subtract(reference);
        if (difference.abs().compareTo(room) <= 0) {
            return ABOUT_EQUAL;
        }
        return difference.signum() < 0 ? SMALLER : LARGER;
    }
}
