package nl.betekenisvolmeten.indicators.targets;

import java.math.BigDecimal;

/**
 * How far from a value still counts: a share of the value or an amount, whichever is more.
 *
 * @param share of the value, 0 or more: 0.05 for five per cent
 * @param amount in the unit of the figure, 0 or more; what is left for a value of zero
 */
public record Tolerance(BigDecimal share, BigDecimal amount) {

    private static final Tolerance NONE = new Tolerance(BigDecimal.ZERO, BigDecimal.ZERO);

    /** @throws IllegalArgumentException if one is negative */
    public Tolerance {
        if (share.signum() < 0 || amount.signum() < 0) {
            throw new IllegalArgumentException("a tolerance is not negative: " + share + ", " + amount);
        }
    }

    /**
     * No distance at all.
     *
     * @return the tolerance of zero
     */
    public static Tolerance none() {
        return NONE;
    }

    /**
     * A share of the value.
     *
     * @param share 0 or more: 0.05 for five per cent
     * @return the tolerance
     * @throws IllegalArgumentException if it is negative
     */
    public static Tolerance ofShare(BigDecimal share) {
        return new Tolerance(share, BigDecimal.ZERO);
    }

    /**
     * An amount.
     *
     * @param amount 0 or more, in the unit of the figure
     * @return the tolerance
     * @throws IllegalArgumentException if it is negative
     */
    public static Tolerance ofAmount(BigDecimal amount) {
        return new Tolerance(BigDecimal.ZERO, amount);
    }

    BigDecimal around(BigDecimal value) {
        return value.abs().multiply(share).max(amount);
    }
}
