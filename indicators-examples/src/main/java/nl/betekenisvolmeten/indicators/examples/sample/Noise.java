package nl.betekenisvolmeten.indicators.examples.sample;

/**
 * Numbers that look random and follow from what they are for, so that a row does not depend on the rows before it. The
 * algorithm is SplitMix64 and part of this class: the same on every machine and every version of Java. Not thread-safe.
 */
public final class Noise {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    private Noise(long state) {
        this.state = state;
    }

    /**
     * Returns the noise of one thing.
     *
     * @param parts what the thing is; the same parts give the same numbers
     * @return its noise, at its beginning
     */
    public static Noise of(long... parts) {
        long state = 0;
        for (long part : parts) {
            state = mix(state + STEP + part);
        }
        return new Noise(state);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /**
     * Returns the next whole number.
     *
     * @param from the least
     * @param toInclusive the most
     * @return a number in that range, each about as often
     * @throws IllegalArgumentException if the range is empty
     */
    public int between(int from, int toInclusive) {
        if (toInclusive < from) {
            throw new IllegalArgumentException("from must not be above toInclusive: " + from + ", " + toInclusive);
        }
        state += STEP;
        return from + (int) ((mix(state) >>> 33) % ((long) toInclusive - from + 1));
    }

    /**
     * Returns the next factor around 1.
     *
     * @param percent how far it may be off, 0 to 100
     * @return a factor from 1 - percent/100 to 1 + percent/100
     */
    public double factor(int percent) {
        return 1 + between(-10 * percent, 10 * percent) / 1000.0;
    }
}
