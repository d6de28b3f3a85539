package nl.betekenisvolmeten.indicators.statistics;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * How a quantile of a list of numbers is found. There are nine ways in use, numbered as by Hyndman and Fan and by R, and
 * they differ in small lists. With n numbers and the probability p, the place is n p + m, rounded or with the straight
 * line between its neighbours.
 *
 * <p>Hyndman RJ, Fan Y. Sample quantiles in statistical packages. The American Statistician 1996;50:361-365.
 */
public enum SampleQuantile implements Coded {
    /** The place n p rounded up: the inverse of the share of the numbers up to a value. */
    TYPE_1(0, 0) {
        @Override
        double part(double place, double below) {
            return place > below ? 1 : 0;
        }
    },
    /** As type 1, and the middle of two numbers where n p is whole. */
    TYPE_2(0, 0) {
        @Override
        double part(double place, double below) {
            return place > below ? 1 : 0.5;
        }
    },
    /** The place n p rounded to the nearest, to the even one half way. What SAS gave. */
    TYPE_3(-0.5, 0) {
        @Override
        double part(double place, double below) {
            return place > below || below % 2 != 0 ? 1 : 0;
        }
    },
    /** On the line, place n p. */
    TYPE_4(0, 0),
    /** On the line, place n p + 1/2. */
    TYPE_5(0.5, 0),
    /** On the line, place (n + 1) p. What SPSS and Minitab give. */
    TYPE_6(0, 1),
    /** On the line, place 1 + (n - 1) p. The default of R and of spreadsheets, and used here. */
    TYPE_7(1, -1),
    /** On the line, place (n + 1/3) p + 1/3: about the median of where the quantile is. What Hyndman and Fan advise. */
    TYPE_8(1 / 3.0, 1 / 3.0),
    /** On the line, place (n + 1/4) p + 3/8: about right on average for normal numbers. */
    TYPE_9(3 / 8.0, 1 / 4.0);

    /** R's allowance for a place that is whole but for rounding. */
    private static final double ROUNDING = 4 * Math.ulp(1.0);

    private final double shift;
    private final double more;

    SampleQuantile(double shift, double more) {
        this.shift = shift;
        this.more = more;
    }

    /**
     * Returns a quantile, in the unit of the numbers.
     *
     * @param values finite numbers, in any order
     * @param probability the share of the numbers below it, from 0 (the smallest) to 1 (the largest)
     * @return the quantile; not defined when there are no numbers
     * @throws IllegalArgumentException if a number is not finite, or the probability is not from 0 to 1
     */
    public Statistic estimate(double[] values, double probability) {
        Require.share(probability);
        DoubleStream.of(values).forEach(value -> Require.finite(value, "a value"));
        if (values.length == 0) {
            return Statistic.NotDefined.TOO_FEW_VALUES;
        }
        return new Statistic.Summary(of(values, probability), values.length, code());
    }

    /** Returns the quantile of one number or more. */
    double of(double[] values, double probability) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = shift + probability * (sorted.length + more);
        double below = Math.floor(place + ROUNDING);
        double part = part(Math.abs(place - below) < ROUNDING ? below : place, below);
        double low = sorted[index(below, sorted.length)];
        double high = sorted[index(below + 1, sorted.length)];
        return part == 0 ? low : part == 1 ? high : (1 - part) * low + part * high;
    }

    /** Returns the fraction of the distance to the next number. */
    double part(double place, double below) {
        return place - below;
    }

    private static int index(double place, int size) {
        return (int) Math.max(0, Math.min(size - 1, place - 1));
    }
}
