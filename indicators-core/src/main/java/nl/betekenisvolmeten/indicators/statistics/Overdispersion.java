package nl.betekenisvolmeten.indicators.statistics;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * How much more the figures of areas vary than chance does, after Spiegelhalter: areas differ in more than their luck,
 * and a funnel around one overall value then leaves too many outside. What is left over is taken as a variance between
 * areas that is added to that of chance (additive random effects), and the limits widen.
 *
 * <p>With z = (value - target) / standard error of each of the I areas, drawn in to the quantiles (type 7) of the chosen
 * share on each side so that areas truly out of line don't hide themselves: factor φ = Σ z² / I, and with w = 1 /
 * standard error²: between-area variance τ² = (I φ - (I - 1)) / (Σ w - Σ w² / Σ w), or 0 when I φ is not above I - 1.
 *
 * <p>A choice to be named with the figures: with it, an area that would stand out may no longer do so.
 *
 * <p>Spiegelhalter DJ. Handling over-dispersion of performance indicators. Quality and Safety in Health Care
 * 2005;14:347-351, doi:10.1136/qshc.2005.013755.
 *
 * @param factor φ, 0 or more; near 1 when chance explains how figures vary
 * @param betweenVariance τ², 0 or more, in the squared unit of the figures
 * @param areas how many areas, 2 or more
 * @param winsorised the share of areas on each side that was drawn in, from 0 and below 0.5
 */
public record Overdispersion(double factor, double betweenVariance, long areas, double winsorised) {

    /** The share that is usually drawn in on each side: a tenth. */
    public static final double USUAL_SHARE = 0.1;

    /**
     * @throws IllegalArgumentException if {@code factor} or {@code betweenVariance} is negative or not finite,
     *     {@code areas} is below 2, or {@code winsorised} is not from 0 and below 0.5
     */
    public Overdispersion {
        Require.amount(factor, "a factor");
        Require.amount(betweenVariance, "a variance");
        if (areas < 2) {
            throw new IllegalArgumentException("areas must be 2 or more: " + areas);
        }
        if (!(winsorised >= 0 && winsorised < 0.5)) {
            throw new IllegalArgumentException("winsorised must be from 0 and below 0.5: " + winsorised);
        }
    }

    /**
     * An area's figure and what it is compared with.
     *
     * @param value the area's figure
     * @param target the overall value, in the same unit
     * @param standardError of the area's figure if the target were true, above 0, in the same unit
     */
    public record Deviation(double value, double target, double standardError) {

        /** @throws IllegalArgumentException if a number is not finite, or {@code standardError} is not above 0 */
        public Deviation {
            Require.finite(value, "a figure");
            Require.finite(target, "a target");
            Require.positive(standardError, "a standard error");
        }

        private double z() {
            return (value - target) / standardError;
        }
    }

    /**
     * Returns the overdispersion of areas.
     *
     * @param areas their figures
     * @param winsorised the share of areas on each side to draw in, from 0 and below 0.5; usually {@link #USUAL_SHARE}
     * @return the overdispersion; empty for fewer than two areas
     * @throws IllegalArgumentException if the share is not from 0 and below 0.5
     */
    public static Optional<Overdispersion> of(List<Deviation> areas, double winsorised) {
        if (areas.size() < 2) {
            return Optional.empty();
        }
        // the constructor refuses the share; a quantile needs one that is
        double share = Math.min(0.5, Math.max(0, winsorised));
        double[] z = areas.stream().mapToDouble(Deviation::z).toArray();
        double low = SampleQuantile.TYPE_7.of(z, share);
        double high = SampleQuantile.TYPE_7.of(z, 1 - share);
        double squares = Sums.of(DoubleStream.of(z)
                .map(one -> Math.min(high, Math.max(low, one)))
                .map(one -> one * one)
                .toArray());
        double excess = Math.max(0, squares - (areas.size() - 1));
        double[] errors = areas.stream().mapToDouble(Deviation::standardError).toArray();
        // in a unit of about the smallest standard error, since the inverse of its square may not be a number
        int unit = Math.getExponent(DoubleStream.of(errors).min().orElseThrow());
        double[] weights = DoubleStream.of(errors)
                .map(error -> Math.scalb(error, -unit))
                .map(error -> 1 / (error * error))
                .toArray();
        double sum = Sums.of(weights);
        double effective = sum - Sums.ofProducts(weights, weights) / sum;
        return Optional.of(new Overdispersion(
                squares / areas.size(), Math.scalb(excess / effective, 2 * unit), areas.size(), winsorised));
    }

    /**
     * Returns the funnel's limits with this variance added: target ∓ z √(standard error² + τ²).
     *
     * @param target the overall value
     * @param standardError of an area's figure if the target were true, 0 or more
     * @param confidence how much lies within
     * @return the limits, in the unit of the figures; not cut at 0 or at the whole
     * @throws IllegalArgumentException if the target is not finite, or the error negative, NaN or infinite
     */
    public Interval limits(double target, double standardError, Confidence confidence) {
        Require.finite(target, "a target");
        Require.amount(standardError, "a standard error");
        double half = confidence.z() * Math.hypot(standardError, Math.sqrt(betweenVariance));
        return Interval.of(target - half, target + half);
    }
}
