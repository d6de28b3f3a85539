package nl.betekenisvolmeten.indicators.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.internal.ReadableText;

/**
 * A figure, or why there is none. Zero, not delivered, not defined and withheld are different values from the reader of
 * a file to the report.
 */
public sealed interface CellValue {

    /**
     * A number that is known exactly.
     *
     * @param value the number
     */
    record Known(BigDecimal value) implements CellValue {}

    /**
     * A number that is known to lie between two bounds, both included.
     *
     * @param lower the lower bound
     * @param upper the upper bound, above {@code lower}
     */
    record Between(BigDecimal lower, BigDecimal upper) implements CellValue {
        /** @throws IllegalArgumentException unless {@code lower} is below {@code upper} */
        public Between {
            if (lower.compareTo(upper) >= 0) {
                throw new IllegalArgumentException("bounds out of order: " + lower + ", " + upper);
            }
        }
    }

    /**
     * A total with a part that did not come in: a cell was left empty, a row was rejected, or a report is not there. It has
     * no {@link #exact}, {@link #lowerBound} or {@link #upperBound}, as those are about the whole.
     *
     * @param sum what came in, where that is one number; empty where it is not, and for a quotient or mean
     * @param lower the least that the whole can be; empty where what came in says nothing about it
     * @param upper the most that the whole can be; empty where not known
     */
    record Incomplete(Optional<BigDecimal> sum, Optional<BigDecimal> lower, Optional<BigDecimal> upper)
            implements CellValue {

        /**
         * Returns a total with a part that did not come in, where parts are not negative.
         *
         * @param received the total of what came in
         * @return at least that; a value that says nothing where there is no number
         */
        public static Incomplete of(CellValue received) {
            return new Incomplete(received.exact(), received.lowerBound(), Optional.empty());
        }

        /**
         * Returns a value that says nothing, such as a quotient with an incomplete part.
         *
         * @return without number and bounds
         */
        public static Incomplete unknown() {
            return new Incomplete(Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** Nothing was delivered: every cell was empty. */
    record Missing() implements CellValue {}

    /**
     * The question has no answer.
     *
     * @param reason why
     */
    record NotDefined(Reason reason) implements CellValue {}

    /** The number is known, and hidden to protect people. */
    record Suppressed() implements CellValue {}

    /** Why a figure is not defined. */
    enum Reason {
        /** The denominator is zero. */
        ZERO_DENOMINATOR,
        /** The denominator is not known. */
        UNKNOWN_DENOMINATOR,
        /** The total is too large to be held exactly. */
        OVERFLOW,
        /** What was asked for by age cannot be made: age classes do not fit, or inhabitants are not known by age. */
        NO_AGE_CLASSES,
        /** Too few events for the kind of figure asked for: it would hang on single ones. */
        TOO_FEW_EVENTS,
        /** Part of what it should be made of did not come in, and it was chosen to give no figure then. */
        INCOMPLETE,
        /** Two deliveries give different numbers for the same row. */
        CONTRADICTION,
        /** Part of it was counted differently from the rest, so that a total would be meaningless. */
        NOT_COMPARABLE,
        /** Known only between bounds, which are not published. */
        BOUNDS_WITHHELD;

        /**
         * Returns the word in files.
         *
         * @return such as {@code zero_denominator}
         */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Returns an exact number.
     *
     * @param value the number
     * @return the value
     */
    static CellValue of(BigDecimal value) {
        return new Known(value);
    }

    /**
     * Returns a computed number as a decimal: in 15 digits or fewer, or the 16 or 17 that it takes to give the same double
     * back. {@link Double#toString} is not used, as its digits differ between versions of Java.
     *
     * @param value a finite number
     * @return the value
     * @throws IllegalArgumentException if it is NaN or infinite
     */
    static Known of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a figure must be finite: " + value);
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 15; digits < 17; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (Double.compare(rounded.doubleValue(), value == 0 ? 0 : value) == 0) {
                return new Known(rounded.stripTrailingZeros());
            }
        }
        return new Known(exact.round(new MathContext(17)).stripTrailingZeros());
    }

    /**
     * Returns a whole number that is known exactly.
     *
     * @param value the number
     * @return the value
     */
    static CellValue of(long value) {
        return new Known(BigDecimal.valueOf(value));
    }

    /**
     * Returns an exact number, or bounds where they differ.
     *
     * @param lower the least
     * @param upper the most
     * @return the value
     * @throws IllegalArgumentException if lower is above upper
     */
    static CellValue between(BigDecimal lower, BigDecimal upper) {
        return lower.compareTo(upper) == 0 ? new Known(lower) : new Between(lower, upper);
    }

    /**
     * Returns the least that the number can be.
     *
     * @return the number itself when it is exact; empty when there is none, also when it is {@link Incomplete}
     */
    default Optional<BigDecimal> lowerBound() {
        if (this instanceof Known known) {
            return Optional.of(known.value());
        }
        return this instanceof Between between ? Optional.of(between.lower()) : Optional.empty();
    }

    /**
     * Returns the most that the number can be.
     *
     * @return the number itself when it is exact; empty when there is none, also when it is {@link Incomplete}
     */
    default Optional<BigDecimal> upperBound() {
        if (this instanceof Known known) {
            return Optional.of(known.value());
        }
        return this instanceof Between between ? Optional.of(between.upper()) : Optional.empty();
    }

    /**
     * Returns the lower bound of the number, whatever is missing.
     *
     * @return the lower bound, also of a total that is {@link Incomplete}; empty when there is none
     */
    default Optional<BigDecimal> least() {
        return this instanceof Incomplete part ? part.lower() : lowerBound();
    }

    /**
     * Returns the exact number.
     *
     * @return the number; empty when it is not exact
     */
    default Optional<BigDecimal> exact() {
        return this instanceof Known known ? Optional.of(known.value()) : Optional.empty();
    }

    /**
     * Returns why there is no figure.
     *
     * @return the reason; empty unless the figure is {@link Status#REFUSED} or {@link Status#NOT_COMPARABLE}
     */
    default Optional<Reason> refusal() {
        return this instanceof NotDefined no ? Optional.of(no.reason()) : Optional.empty();
    }

    /**
     * Returns what kind of answer this is.
     *
     * @return its status
     */
    default Status status() {
        if (this instanceof Known) {
            return Status.EXACT;
        }
        if (this instanceof Between) {
            return Status.BETWEEN;
        }
        if (this instanceof Missing) {
            return Status.MISSING;
        }
        if (this instanceof Incomplete) {
            return Status.INCOMPLETE;
        }
        if (this instanceof Suppressed) {
            return Status.SUPPRESSED;
        }
        return refusal().filter(Reason.NOT_COMPARABLE::equals).isPresent() ? Status.NOT_COMPARABLE : Status.REFUSED;
    }

    /**
     * Returns the figure in words, with as many decimals as say something.
     *
     * @param language the reader's language
     * @return such as {@code 1.234,5} or {@code ten minste 277 en ten hoogste 6.719}, or why there is no number
     */
    default String toText(Language language) {
        ReadableText words = ReadableText.of(language.locale());
        if (this instanceof Known known) {
            return words.number(known.value());
        }
        if (this instanceof Between between) {
            return words.bounds(between.lower(), between.upper());
        }
        if (this instanceof Incomplete incomplete) {
            return incomplete
                    .lower()
                    .map(least -> incomplete
                            .upper()
                            .map(most -> words.incomplete(least, most))
                            .orElseGet(() -> words.incomplete(least)))
                    .orElseGet(words::incomplete);
        }
        if (this instanceof NotDefined notDefined) {
            return words.text("value." + notDefined.reason().name());
        }
        return words.text(this instanceof Missing ? "value.missing" : "value.suppressed");
    }

    /** The kinds of answer. */
    enum Status {
        /** One number. */
        EXACT,
        /** Two bounds. */
        BETWEEN,
        /** Part of it did not come in. */
        INCOMPLETE,
        /** No answer is possible. */
        REFUSED,
        /** Hidden. */
        SUPPRESSED,
        /** Nothing was delivered. */
        MISSING,
        /** Its parts were counted in different ways. */
        NOT_COMPARABLE;

        /**
         * Returns the word in files.
         *
         * @return such as {@code exact}
         */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
