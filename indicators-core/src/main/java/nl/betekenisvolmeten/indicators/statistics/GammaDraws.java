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

    private static final long START = 0xcbf29ce484222325L;

    /** The prime of FNV-1a, by Fowler, Noll and Vo. */
    private static final long PRIME = 0x100000001b3L;

    private final Random random;

    private GammaDraws(Random random) {
        this.random = random;
    }

    static GammaDraws of(long seed, String key) {
        return new GammaDraws(new Random(seed ^ hash(key)));
    }

    /**
     * Returns a hash of 64 bits, as the 32 of {@link String#hashCode} are too few: {@code Aa} and {@code BB} would
     * share their draws.
     */
    private static long hash(String key) {
        long hash = START;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * PRIME;
        }
        // the last step of MurmurHash3, as Random only takes the lower 48 bits
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
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
