package nl.betekenisvolmeten.indicators.statistics;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Quantiles of Commons Math, set up alike: as accurate as its solver goes (relative, about 1e-14), since the default of
 * 1e-9 absolute leaves few digits of a small limit; and without a random generator, which would be seeded from the
 * clock.
 */
final class Quantiles {

    /** Far below any limit, so that the solver's relative accuracy decides. */
    private static final double ABSOLUTE_ACCURACY = 1e-300;

    private static final double SMALL_TAIL = 1e-4;

    /** Twice what any tail takes. */
    private static final int NEWTON_STEPS = 10;

    private Quantiles() {}

    /**
     * Returns the standard normal deviate with this probability above it.
     *
     * @param tail a probability above 0 and at most 0.5
     * @return 0 or more
     */
    static double normalAbove(double tail) {
        return tail < SMALL_TAIL
                ? normalFarOut(tail)
                : Math.abs(new NormalDistribution(null, 0, 1).inverseCumulativeProbability(tail));
    }

    /**
     * Returns the normal deviate of a small tail, by Newton's method on its logarithm: the library inverts 1 - 2 tail,
     * which loses a small tail.
     */
    private static double normalFarOut(double tail) {
        double deviate = Math.sqrt(-2 * Math.log(tail));
        for (int i = 0; i < NEWTON_STEPS; i++) {
            double above = Tails.normalBeyond(deviate) / 2;
            double density = Math.exp(-deviate * deviate / 2) / Math.sqrt(2 * Math.PI);
            deviate += Math.log(above / tail) * above / density;
        }
        return deviate;
    }

    /**
     * Returns a quantile of the gamma distribution with scale 1; half the chi-square quantile with twice the shape as
     * degrees of freedom.
     *
     * @param shape above 0
     * @param probability below the quantile, between 0 and 1
     * @return above 0
     */
    static double gamma(double shape, double probability) {
        return new GammaDistribution(null, shape, 1, ABSOLUTE_ACCURACY).inverseCumulativeProbability(probability);
    }

    /**
     * Returns a quantile of the beta distribution.
     *
     * @param alpha above 0
     * @param beta above 0
     * @param probability below the quantile, between 0 and 1
     * @return between 0 and 1
     */
    static double beta(double alpha, double beta, double probability) {
        return new BetaDistribution(null, alpha, beta, ABSOLUTE_ACCURACY).inverseCumulativeProbability(probability);
    }

    /**
     * Returns the deviate of Student's t with this probability above it.
     *
     * @param degreesOfFreedom above 0
     * @param tail a probability above 0 and at most 0.5
     * @return 0 or more
     */
    static double studentAbove(double degreesOfFreedom, double tail) {
        // the lower tail has all its digits, the upper one is 1 less it
        return Math.abs(
                new TDistribution(null, degreesOfFreedom, ABSOLUTE_ACCURACY).inverseCumulativeProbability(tail));
    }
}
