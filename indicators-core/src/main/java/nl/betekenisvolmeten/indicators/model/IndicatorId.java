package nl.betekenisvolmeten.indicators.model;

import java.util.regex.Pattern;

/**
 * The stable code of an indicator.
 *
 * @param value lower-case letters, digits and hyphens, such as {@code bezoeken-per-1000-inwoners}
 */
public record IndicatorId(String value) implements Comparable<IndicatorId> {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,79}");

    /** @throws IllegalArgumentException if {@code value} has another shape */
    public IndicatorId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an indicator code: '" + value + "'");
        }
    }

    /**
     * Returns the code with this text.
     *
     * @param value such as {@code bezoeken-per-1000-inwoners}
     * @return the code
     * @throws IllegalArgumentException if the shape is another
     */
    public static IndicatorId of(String value) {
        return new IndicatorId(value);
    }

    /**
     * Returns whether a text has the shape of a code.
     *
     * @param text any text
     * @return true when {@link #of} takes it
     */
    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public int compareTo(IndicatorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
