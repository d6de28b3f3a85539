package nl.betekenisvolmeten.indicators.targets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The choices in judging targets. What "about" means is nowhere agreed: five per cent is this library's choice.
 *
 * @param about how near is about the value
 * @param near how far from a target is still near it
 * @param asOf the day on which is judged, from which on a period may not have ended yet; empty when every period has
 */
public record TargetOptions(Tolerance about, Tolerance near, Optional<LocalDate> asOf) {

    private static final TargetOptions DEFAULTS = new TargetOptions(
            Tolerance.ofShare(new BigDecimal("0.05")), Tolerance.ofShare(new BigDecimal("0.05")), Optional.empty());

    /**
     * Returns the usual options: five per cent for both tolerances, and every period has ended.
     *
     * @return the options
     */
    public static TargetOptions withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns these options with another meaning of "about".
     *
     * @param newAbout how near is about the value
     * @return the options
     */
    public TargetOptions withAbout(Tolerance newAbout) {
        return new TargetOptions(newAbout, near, asOf);
    }

    /**
     * Returns these options with another meaning of "near".
     *
     * @param newNear how far from a target is still near it
     * @return the options
     */
    public TargetOptions withNear(Tolerance newNear) {
        return new TargetOptions(about, newNear, asOf);
    }

    /**
     * Returns these options on a day.
     *
     * @param day the day on which is judged
     * @return the options
     */
    public TargetOptions withAsOf(LocalDate day) {
        return new TargetOptions(about, near, Optional.of(day));
    }

    /**
     * How far from a value still counts: a share of the value or an amount, whichever is more.
     *
     * @param share of the value, 0 or more: 0.05 for five per cent
     * @param amount in the unit of the figure, 0 or more; what is left for a value of zero
     */
    public record Tolerance(BigDecimal share, BigDecimal amount) {

        private static final Tolerance NONE = new Tolerance(BigDecimal.ZERO, BigDecimal.ZERO);

        /** @throws IllegalArgumentException if {@code share} or {@code amount} is negative */
        public Tolerance {
            if (share.signum() < 0 || amount.signum() < 0) {
                throw new IllegalArgumentException("a tolerance must not be negative: " + share + ", " + amount);
            }
        }

        /**
         * Returns no distance at all.
         *
         * @return the tolerance of zero
         */
        public static Tolerance none() {
            return NONE;
        }

        /**
         * Returns a share of the value.
         *
         * @param share 0 or more: 0.05 for five per cent
         * @return the tolerance
         * @throws IllegalArgumentException if it is negative
         */
        public static Tolerance ofShare(BigDecimal share) {
            return new Tolerance(share, BigDecimal.ZERO);
        }

        /**
         * Returns an amount.
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
}
