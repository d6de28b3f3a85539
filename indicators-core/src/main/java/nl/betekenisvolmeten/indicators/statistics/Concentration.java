package nl.betekenisvolmeten.indicators.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** How something is spread over areas or groups that are ranked, or divided, by something else. */
public final class Concentration {

    private Concentration() {}

    /**
     * Returns the concentration index: whether the figures gather where the ranking variable is high (above 0) or low
     * (below 0); between -1 and 1. 2 Σ W x (R - 1/2) / μ, with W the weights as shares of 1, μ the mean of the figures
     * and R the rank: the share of the weight below the middle of the area. Areas that are equal in the ranking
     * variable share the middle of them together.
     *
     * <p>Kakwani N, Wagstaff A, van Doorslaer E. Socioeconomic inequalities in health: measurement, computation, and
     * statistical inference. Journal of Econometrics 1997;77:87-103.
     *
     * @param values the figures, 0 or more
     * @param weights a weight above 0 for each, such as inhabitants
     * @param ranking the variable to rank by, finite, from low to high
     * @return the summary; not defined without figures, or when all of them are 0
     * @throws IllegalArgumentException if there are not as many of each, a figure is negative, NaN or infinite, a weight
     *     not finite and above 0, or a ranking number not finite
     */
    public static Statistic estimate(double[] values, double[] weights, double[] ranking) {
        Require.asMany(values.length, weights.length);
        Require.asMany(values.length, ranking.length);
        DoubleStream.of(values).forEach(value -> Require.amount(value, "a figure"));
        DoubleStream.of(weights).forEach(weight -> Require.positive(weight, "a weight"));
        DoubleStream.of(ranking).forEach(rank -> Require.finite(rank, "a ranking number"));
        if (values.length == 0) {
            return Statistic.NotDefined.TOO_FEW_VALUES;
        }
        double[] shares = Inequality.shares(weights);
        double mean = Sums.ofProducts(shares, values);
        if (mean == 0) {
            return Statistic.NotDefined.ZERO_DENOMINATOR;
        }
        double[] ratios = DoubleStream.of(values).map(value -> value / mean).toArray();
        return new Statistic.Summary(index(shares, ratios, ranking), values.length, "concentration-index");
    }

    /** Returns the index, with weights as shares of 1 and figures as multiples of their mean. */
    static double index(double[] shares, double[] ratios, double[] ranking) {
        int[] order = Inequality.ascending(ranking);
        double[] terms = new double[order.length];
        double below = 0;
        int start = 0;
        while (start < order.length) {
            int end = start;
            double together = 0;
            while (end < order.length && ranking[order[end]] == ranking[order[start]]) {
                together += shares[order[end]];
                end++;
            }
            for (int i = start; i < end; i++) {
                // less the mean of 1, so that equal figures give 0
                terms[i] = 2 * shares[order[i]] * (ratios[order[i]] - 1) * (below + together / 2);
            }
            below += together;
            start = end;
        }
        return Sums.of(terms);
    }

    /**
     * Returns the index of dissimilarity of two groups over areas: the share of either group that would have to move to
     * spread both alike, from 0 to 1. Σ |a / A - b / B| / 2, with a and b the members in an area and A and B in all.
     *
     * <p>Duncan OD, Duncan B. A methodological analysis of segregation indexes. American Sociological Review
     * 1955;20:210-217.
     *
     * @param group the members of one group in each area, 0 or more
     * @param other the members of the other group in each area, 0 or more
     * @return the summary; not defined when a group has no members
     * @throws IllegalArgumentException if there are not as many of each, or a number is negative
     */
    public static Statistic dissimilarity(long[] group, long[] other) {
        Require.asMany(group.length, other.length);
        double all = total(group);
        double others = total(other);
        if (all == 0 || others == 0) {
            return Statistic.NotDefined.ZERO_DENOMINATOR;
        }
        double[] gaps = new double[group.length];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = Math.abs(group[i] / all - other[i] / others) / 2;
        }
        return new Statistic.Summary(Math.min(1, Sums.of(gaps)), group.length, "dissimilarity");
    }

    private static double total(long[] counts) {
        double sum = 0;
        for (long count : counts) {
            Require.count(count);
            sum += count;
        }
        return sum;
    }

    /**
     * Reach against need, as a curve to draw: areas in the order of a ranking variable, and at each the share of the people
     * so far against the share of what is spread over them. On the diagonal everybody has as much; above it what is spread
     * gathers at the start of the ranking. With the areas of most need first, a curve above the diagonal reaches need.
     *
     * <p>Twice the area between the curve and the diagonal is {@link Concentration#estimate}, with its sign: above the
     * diagonal the index is below 0.
     *
     * @param points from (0, 0) to (1, 1), both rising; areas that are equal in the ranking variable make one step
     */
    public record Curve(List<Point> points) {

        public Curve {
            points = List.copyOf(points);
        }

        /**
         * A point of the curve.
         *
         * @param people the share of the weights up to here, from 0 to 1
         * @param reach the share of what is spread, from 0 to 1
         */
        public record Point(double people, double reach) {}

        /**
         * Returns the curve of totals, such as clients, over areas.
         *
         * @param totals what is spread: the total of each area, 0 or more
         * @param weights the people of each area, above 0
         * @param ranking the variable to rank by, finite, from low to high; minus the need for the areas of most need first
         * @return the curve; only the first point when there is nothing to spread
         * @throws IllegalArgumentException if there are not as many of each, or a number is out of its range
         */
        public static Curve of(double[] totals, double[] weights, double[] ranking) {
            Require.asMany(totals.length, weights.length);
            Require.asMany(totals.length, ranking.length);
            for (int i = 0; i < totals.length; i++) {
                Require.amount(totals[i], "a total");
                Require.positive(weights[i], "a weight");
                Require.finite(ranking[i], "a ranking number");
            }
            List<Point> points = new ArrayList<>(List.of(new Point(0, 0)));
            double all = Sums.of(totals);
            if (all > 0) {
                add(points, totals, weights, ranking);
            }
            return new Curve(points);
        }

        private static void add(List<Point> points, double[] totals, double[] weights, double[] ranking) {
            int[] order = Inequality.ascending(ranking);
            double people = Sums.of(weights);
            double all = Sums.of(totals);
            double peopleSoFar = 0;
            double soFar = 0;
            for (int i = 0; i < order.length; i++) {
                peopleSoFar += weights[order[i]];
                soFar += totals[order[i]];
                boolean last = i == order.length - 1;
                if (last || ranking[order[i + 1]] != ranking[order[i]]) {
                    points.add(
                            last
                                    ? new Point(1, 1)
                                    : new Point(Math.min(1, peopleSoFar / people), Math.min(1, soFar / all)));
                }
            }
        }
    }
}
