package nl.betekenisvolmeten.indicators.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A band of ages in whole years, such as {@code 12-17} (12 up to and including 17) or {@code 67+}.
 *
 * @param fromInclusive the youngest age, 0 to 150
 * @param toInclusive the oldest age, at least the youngest and at most 150; empty when there is no upper end
 */
public record AgeBand(int fromInclusive, OptionalInt toInclusive) {

    private static final int MAX_AGE = 150;

    /**
     * @throws IllegalArgumentException if an age is out of range, or {@code toInclusive} is below {@code fromInclusive}
     */
    public AgeBand {
        if (!isBand(fromInclusive, toInclusive.orElse(MAX_AGE))) {
            throw new IllegalArgumentException(
                    "not a band of ages: " + fromInclusive + "-" + toInclusive.orElse(MAX_AGE));
        }
    }

    private static boolean isBand(int from, int to) {
        return from >= 0 && from <= to && to <= MAX_AGE;
    }

    /**
     * Returns a band with two ends.
     *
     * @param fromInclusive the youngest age, 0 to 150
     * @param toInclusive the oldest age, which still belongs to it
     * @return the band
     * @throws IllegalArgumentException if an age is out of range, or the oldest is below the youngest
     */
    public static AgeBand of(int fromInclusive, int toInclusive) {
        return new AgeBand(fromInclusive, OptionalInt.of(toInclusive));
    }

    /**
     * Returns a band without an upper end.
     *
     * @param fromInclusive the youngest age, 0 to 150
     * @return the band
     * @throws IllegalArgumentException if the age is out of range
     */
    public static AgeBand atLeast(int fromInclusive) {
        return new AgeBand(fromInclusive, OptionalInt.empty());
    }

    /**
     * Returns the band with a code.
     *
     * @param code such as {@code 0-11} or {@code 67+}; no blanks, no leading zeros
     * @return the band, or empty for any other text
     */
    public static Optional<AgeBand> parse(String code) {
        if (code.endsWith("+")) {
            int from = age(code.substring(0, code.length() - 1));
            return isBand(from, MAX_AGE) ? Optional.of(atLeast(from)) : Optional.empty();
        }
        int hyphen = code.indexOf('-');
        if (hyphen < 0) {
            return Optional.empty();
        }
        int from = age(code.substring(0, hyphen));
        int to = age(code.substring(hyphen + 1));
        return isBand(from, to) ? Optional.of(of(from, to)) : Optional.empty();
    }

    /** Returns the age, or -1 if the text isn't a number of one to three digits without leading zeros. */
    private static int age(String digits) {
        boolean plain = !digits.isEmpty()
                && digits.length() <= 3
                && Texts.areDigits(digits, 0, digits.length())
                && (digits.length() == 1 || digits.charAt(0) != '0');
        return plain ? Integer.parseInt(digits) : -1;
    }

    /**
     * Returns the code.
     *
     * @return such as {@code 0-11} or {@code 67+}
     */
    public String code() {
        return toInclusive.isPresent() ? fromInclusive + "-" + toInclusive.getAsInt() : fromInclusive + "+";
    }

    /**
     * Returns whether an age lies in the band.
     *
     * @param age in whole years
     * @return true when it does
     */
    public boolean contains(int age) {
        return age >= fromInclusive && age <= end();
    }

    /**
     * Returns whether another band lies in this one.
     *
     * @param other the other band
     * @return true when every age of the other is an age of this one; a band contains itself
     */
    public boolean contains(AgeBand other) {
        return fromInclusive <= other.fromInclusive && other.end() <= end();
    }

    /**
     * Returns whether two bands share an age.
     *
     * @param other the other band
     * @return true when they do
     */
    public boolean overlaps(AgeBand other) {
        return fromInclusive <= other.end() && other.fromInclusive <= end();
    }

    /** Returns the upper end; an open band has none above it: 67+ isn't within 67-150. */
    private int end() {
        return toInclusive.orElse(Integer.MAX_VALUE);
    }

    @Override
    public String toString() {
        return code();
    }
}
