package nl.betekenisvolmeten.indicators.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A run chart: figures over time around their median, the simplest look at whether more goes on than chance. A run is a
 * stretch on one side of the median; points on it are passed over. Too long a run, or too few crossings of the median,
 * say that something changed; they need no limits and no distribution.
 *
 * <p>Anhøj J, Olesen AV. Run charts revisited: a simulation study of run chart rules for detection of non-random
 * variation in health care processes. PLoS ONE 2014;9(11):e113825.
 *
 * @param median the median of the figures
 * @param values the figures, in the order of time
 * @param useful how many are not on the median
 * @param runs the lengths of the runs, in the order of time; they add up to the useful points
 */
public record RunChart(double median, List<Double> values, int useful, List<Integer> runs) {

    private static final double UNLIKELY = 0.05;

    public RunChart {
        values = List.copyOf(values);
        runs = List.copyOf(runs);
    }

    /**
     * Returns a run chart.
     *
     * @param values finite, in the order of time; one or more
     * @return the chart
     * @throws IllegalArgumentException if there are no values, or one is not finite
     */
    public static RunChart of(double... values) {
        Require.atLeast(1, values.length, "values");
        DoubleStream.of(values).forEach(value -> Require.finite(value, "a value"));
        double median = SampleQuantile.TYPE_7.of(values, 0.5);
        List<Integer> runs = new ArrayList<>();
        double side = 0;
        int useful = 0;
        for (double value : values) {
            double here = Math.signum(value - median);
            if (here == 0) {
                continue;
            }
            useful++;
            if (here == side) {
                runs.set(runs.size() - 1, runs.get(runs.size() - 1) + 1);
            } else {
                runs.add(1);
            }
            side = here;
        }
        return new RunChart(median, DoubleStream.of(values).boxed().toList(), useful, runs);
    }

    /**
     * Returns the longest run.
     *
     * @return how many points; 0 when all are on the median
     */
    public int longestRun() {
        return runs.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /**
     * Returns the longest run that chance explains: log2 of the useful points + 3, rounded to the nearest.
     *
     * @return how many points; 0 when all are on the median
     */
    public int longestByChance() {
        return useful == 0 ? 0 : (int) Math.rint(Math.log(useful) / Math.log(2) + 3);
    }

    /**
     * Returns how often the line crosses the median.
     *
     * @return one less than the runs, 0 or more
     */
    public int crossings() {
        return Math.max(0, runs.size() - 1);
    }

    /**
     * Returns the fewest crossings that chance explains: the 5 percent quantile of a binomial number of the useful
     * points less one, each crossing as likely as not.
     *
     * @return 0 or more
     */
    public int fewestByChance() {
        if (useful < 2) {
            return 0;
        }
        CountDistribution crossings = new CountDistribution.Binomial(useful - 1L, 0.5);
        int fewest = 0;
        while (crossings.atMost(fewest) < UNLIKELY) {
            fewest++;
        }
        return fewest;
    }

    /**
     * Returns whether more goes on than chance: a run longer, or fewer crossings, than it explains.
     *
     * @return true if either
     */
    public boolean standsOut() {
        return longestRun() > longestByChance() || crossings() < fewestByChance();
    }
}
