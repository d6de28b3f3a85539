package nl.betekenisvolmeten.indicators.statistics;

import java.util.ArrayList;
import java.util.List;

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
public record ConcentrationCurve(List<Point> points) {

    public ConcentrationCurve {
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
     * The curve of totals, such as clients, over areas.
     *
     * @param totals what is spread: the total of each area, 0 or more
     * @param weights the people of each area, above 0
     * @param ranking the variable to rank by, finite, from low to high; minus the need for the areas of most need first
     * @return the curve; only the first point when there is nothing to spread
     * @throws IllegalArgumentException if there are not as many of each, or a number is out of its range
     */
    public static ConcentrationCurve of(double[] totals, double[] weights, double[] ranking) {
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
        return new ConcentrationCurve(points);
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
