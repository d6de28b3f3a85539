package nl.betekenisvolmeten.indicators.statistics;

import java.util.Random;

/**
 * Draws from gamma distributions with scale 1, after Marsaglia and Tsang. Everything in it is specified to the last bit,
 * so that a seed gives the same draws on every machine.
 *
 * <p>Marsaglia G, Tsang WW. A simple method for generating gamma variables. ACM Transactions on Mathematical Software
 * 2000;26:363-372.
 */
final class GammaDraws {

    /** Spreads the bits of a short hash over a long: the golden ratio, as in the usual mixers. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Random random;

    private GammaDraws(Random random) {
        this.random = random;
    }

    static GammaDraws of(long seed, String key) {
        return new GammaDraws(new Random(seed ^ (key.hashCode() * SPREAD)));
    }

    /**
     * Returns the next draw.
     *
     * @param shape 0.5 or more
     * @return 0 or more
     */
    double next(double shape) {
        if (shape < 1) {
            return next(shape + 1) * StrictMath.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double root = 1 + c * x;
            double v = root * root * root;
            if (v > 0 && StrictMath.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }
}
