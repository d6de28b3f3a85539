package nl.betekenisvolmeten.indicators.statistics;

import java.util.List;
import nl.betekenisvolmeten.indicators.Per;

/**
 * How the interval of a difference between two proportions is made, p1 - p2 with p = x / n, of two groups that don't
 * share persons. For a p-value: {@link ChiSquareTest} or {@link FisherExact}.
 */
public enum ProportionDifference implements Coded {
    /**
     * Newcombe's hybrid of two Wilson intervals (l, u): d - √((p1 - l1)² + (u2 - p2)²) and d + √((u1 - p1)² + (p2 -
     * l2)²). Within -1 and 1, with a width also at 0 and n.
     *
     * <p>Newcombe RG. Interval estimation for the difference between independent proportions: comparison of eleven
     * methods. Statistics in Medicine 1998;17:873-890, method 10,
     * doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;873::AID-SIM779&gt;3.0.CO;2-I.
     */
    NEWCOMBE {
        @Override
        Interval limits(Pair pair, Confidence confidence) {
            Interval first = pair.wilson(pair.x1, pair.n1, confidence);
            Interval second = pair.wilson(pair.x2, pair.n2, confidence);
            double below = Math.hypot(pair.p1() - first.lower(), second.upper() - pair.p2());
            double above = Math.hypot(first.upper() - pair.p1(), pair.p2() - second.lower());
            return pair.around(below, above);
        }
    },
    /**
     * The textbook interval: d ∓ z √(p1 (1 - p1) / n1 + p2 (1 - p2) / n2), cut at -1 and 1. Too narrow for small groups,
     * and without width where both proportions are 0 or 1: for agreement with other tools.
     */
    WALD {
        @Override
        Interval limits(Pair pair, Confidence confidence) {
            double half = confidence.z() * pair.error();
            return pair.around(half, half);
        }
    },
    /**
     * {@link #WALD}, wider by c (1/n1 + 1/n2) with c = min(1/2, |d| / (1/n1 + 1/n2)): what R's {@code prop.test} gives
     * unless told otherwise.
     */
    WALD_CORRECTED {
        @Override
        Interval limits(Pair pair, Confidence confidence) {
            double unit = 1.0 / pair.n1 + 1.0 / pair.n2;
            double half = confidence.z() * pair.error() + Math.min(0.5 * unit, Math.abs(pair.difference()));
            return pair.around(half, half);
        }
    };

    /**
     * Returns the difference between two proportions, first less second, with its interval.
     *
     * @param numerator how many had it in the first group, 0 or more
     * @param denominator of how many, not below the numerator
     * @param otherNumerator how many had it in the second group, 0 or more
     * @param otherDenominator of how many, not below the numerator
     * @param per the unit of the result, such as percentage points
     * @param confidence how sure the interval is
     * @return the effect; not defined when a denominator is 0
     * @throws IllegalArgumentException if a numerator is negative or above its denominator
     */
    public Statistic estimate(
            long numerator,
            long denominator,
            long otherNumerator,
            long otherDenominator,
            Per per,
            Confidence confidence) {
        Require.part(numerator, denominator);
        Require.part(otherNumerator, otherDenominator);
        if (denominator == 0 || otherDenominator == 0) {
            return Statistic.NotDefined.ZERO_DENOMINATOR;
        }
        Pair pair = new Pair(numerator, denominator, otherNumerator, otherDenominator);
        Interval shares = limits(pair, confidence);
        return new Statistic.Effect(
                per.ratio(pair.difference(), 1),
                Interval.of(per.ratio(shares.lower(), 1), per.ratio(shares.upper(), 1)),
                per,
                confidence,
                pair.parts(),
                code());
    }

    abstract Interval limits(Pair pair, Confidence confidence);

    /** Two proportions. */
    record Pair(long x1, long n1, long x2, long n2) {

        Interval wilson(long numerator, long denominator, Confidence confidence) {
            return ProportionMethod.WILSON.limits((double) numerator, (double) denominator, confidence);
        }

        double p1() {
            return x1 / (double) n1;
        }

        double p2() {
            return x2 / (double) n2;
        }

        double difference() {
            return p1() - p2();
        }

        double error() {
            return Math.sqrt(p1() * (1 - p1()) / n1 + p2() * (1 - p2()) / n2);
        }

        Interval around(double below, double above) {
            return Interval.of(Math.max(-1, difference() - below), Math.min(1, difference() + above));
        }

        List<Double> parts() {
            return List.of((double) x1, (double) n1, (double) x2, (double) n2);
        }
    }
}
