package nl.betekenisvolmeten.indicators.statistics;

/**
 * The probability of what was seen or anything as unlikely, were the hypothesis true.
 *
 * @param value from 0 to 1
 */
public record PValue(double value) implements Comparable<PValue> {

    /** @throws IllegalArgumentException if {@code value} is not from 0 to 1 */
    public PValue {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("a probability must be from 0 to 1: " + value);
        }
    }

    /**
     * Returns a p-value.
     *
     * @param value from 0 to 1
     * @return the p-value
     * @throws IllegalArgumentException if it is not a probability
     */
    public static PValue of(double value) {
        return new PValue(value);
    }

    @Override
    public int compareTo(PValue other) {
        return Double.compare(value, other.value);
    }
}
