package nl.betekenisvolmeten.indicators.statistics;

/** The checks that every method does on its numbers. What fails them is a mistake of the caller. */
final class Require {

    private Require() {}

    /**
     * Checks that a numerator is part of a denominator.
     *
     * @param numerator from 0 to the denominator
     * @param denominator 0 or more
     * @throws IllegalArgumentException if it is not
     */
    static void part(long numerator, long denominator) {
        if (numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException(
                    "a numerator must be part of its denominator: " + numerator + " of " + denominator);
        }
    }

    /**
     * Checks that numerators are parts of denominators, as many of both.
     *
     * @param numerators from 0 to their denominators
     * @param denominators 0 or more
     * @throws IllegalArgumentException if they are not
     */
    static void parts(long[] numerators, long[] denominators) {
        asMany(numerators.length, denominators.length);
        for (int i = 0; i < numerators.length; i++) {
            part(numerators[i], denominators[i]);
        }
    }

    /**
     * Checks that a number is a share of 1.
     *
     * @param share from 0 to 1
     * @throws IllegalArgumentException if it is not
     */
    static void share(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share must be from 0 to 1: " + share);
        }
    }

    /**
     * Checks that a count is one.
     *
     * @param count 0 or more
     * @throws IllegalArgumentException if it is negative
     */
    static void count(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("a count must not be negative: " + count);
        }
    }

    /**
     * Checks an amount that need not be whole, such as an exposure or an expected number.
     *
     * @param amount 0 or more
     * @param what its name, for the message
     * @throws IllegalArgumentException if it is negative, NaN or infinite
     */
    static void amount(double amount, String what) {
        if (!(amount >= 0 && Double.isFinite(amount))) {
            throw new IllegalArgumentException(what + " must be finite and not negative: " + amount);
        }
    }

    /**
     * Checks that the exact methods can handle a count.
     *
     * @param count a count
     * @throws ArithmeticException if it is above {@link CountDistribution#LARGEST}
     */
    static void countable(long count) {
        countable((double) count);
    }

    /**
     * Checks that the exact methods can handle an expected count.
     *
     * @param expected an expected count
     * @throws ArithmeticException if it is above {@link CountDistribution#LARGEST}
     */
    static void countable(double expected) {
        if (expected > CountDistribution.LARGEST) {
            throw new ArithmeticException("exact methods end at " + CountDistribution.LARGEST + ": " + expected);
        }
    }

    /**
     * Checks that a number is one.
     *
     * @param number any
     * @param what its name, for the message
     * @throws IllegalArgumentException if it is NaN or infinite
     */
    static void finite(double number, String what) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(what + " must be finite: " + number);
        }
    }

    /**
     * Checks that a number is above 0.
     *
     * @param number any
     * @param what its name, for the message
     * @throws IllegalArgumentException if it is 0, negative, NaN or infinite
     */
    static void positive(double number, String what) {
        if (!(number > 0 && Double.isFinite(number))) {
            throw new IllegalArgumentException(what + " must be finite and above 0: " + number);
        }
    }

    /**
     * Checks that a name is one.
     *
     * @param name any text
     * @param what whose name, for the message
     * @throws IllegalArgumentException if it is blank
     */
    static void named(String name, String what) {
        if (name.isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank: '" + name + "'");
        }
    }

    /**
     * Checks that two lists belong together.
     *
     * @param one the length of one
     * @param other the length of the other
     * @throws IllegalArgumentException if they differ
     */
    static void asMany(int one, int other) {
        if (one != other) {
            throw new IllegalArgumentException("lists must be of the same length: " + one + " and " + other);
        }
    }

    /**
     * Checks that a list is long enough to mean anything.
     *
     * @param minimum how long it has to be
     * @param actual how long it is
     * @param what its name, for the message
     * @throws IllegalArgumentException if it is shorter
     */
    static void atLeast(int minimum, int actual, String what) {
        if (actual < minimum) {
            throw new IllegalArgumentException(what + " must be " + minimum + " or more: " + actual);
        }
    }

    /**
     * Checks that there are as many events as exposures, none is negative, and no events are without exposure.
     *
     * @param counts the events
     * @param exposures the population or time at risk
     * @throws IllegalArgumentException if they are not
     */
    static void events(long[] counts, double[] exposures) {
        asMany(counts.length, exposures.length);
        for (int i = 0; i < counts.length; i++) {
            count(counts[i]);
            amount(exposures[i], "an exposure");
            if (exposures[i] == 0 && counts[i] > 0) {
                throw new IllegalArgumentException("events must have an exposure: " + counts[i]);
            }
        }
    }
}
