package nl.betekenisvolmeten.indicators.model;

import java.util.Optional;

/**
 * The number of an organisation in the Dutch trade register (KvK). It has no check digit.
 *
 * @param value eight digits, not all zero
 */
public record KvkNumber(String value) implements Comparable<KvkNumber> {

    private static final int LENGTH = 8;
    private static final String ZEROS = "0".repeat(LENGTH);

    /** @throws IllegalArgumentException if {@code value} is not eight digits, or is all zeros */
    public KvkNumber {
        if (!isNumber(value)) {
            throw new IllegalArgumentException("not a KvK number of eight digits: '" + value + "'");
        }
    }

    private static boolean isNumber(String text) {
        return text.length() == LENGTH && Texts.areDigits(text, 0, LENGTH) && !text.equals(ZEROS);
    }

    /**
     * Returns the number with these digits.
     *
     * @param value eight digits
     * @return the number
     * @throws IllegalArgumentException if it isn't eight digits, or is all zeros
     */
    public static KvkNumber of(String value) {
        return new KvkNumber(value);
    }

    /**
     * Returns the number in a text.
     *
     * @param text any text
     * @return the number, or empty when the text isn't exactly eight digits 0 to 9, or is all zeros
     */
    public static Optional<KvkNumber> parse(String text) {
        return isNumber(text) ? Optional.of(new KvkNumber(text)) : Optional.empty();
    }

    @Override
    public int compareTo(KvkNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
