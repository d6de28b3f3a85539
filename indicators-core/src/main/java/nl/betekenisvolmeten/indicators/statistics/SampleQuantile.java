package nl.betekenisvolmeten.indicators.statistics;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** How a quantile of a list of numbers is found. There are nine ways in use, and they differ in small lists. */
public enum SampleQuantile {
    /**
     * Type 7, the default of R and of spreadsheets: on the straight line between the two numbers around place 1 + (n - 1)
     * p of the sorted list.
     *
     * <p>Hyndman RJ, Fan Y. Sample quantiles in statistical packages. The American Statistician 1996;50:361-365,
     * doi:10.1080/00031305.1996.10473566.
     */
    TYPE_7("type-7");

    private final String code;

    SampleQuantile(String code) {
        this.code = code;
    }

    /**
     * The stable name in files.
     *
     * @return such as {@code type-7}
     */
    public String code() {
        return code;
    }

    /**
     * A quantile, in the unit of the numbers.
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
            return NotDefined.of(NotDefined.Reason.TOO_FEW_VALUES);
        }
        return new Summary(of(values, probability), values.length, code);
    }

    /** The same, of one number or more. */
    double of(double[] values, double probability) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = (sorted.length - 1) * probability;
        int low = (int) Math.floor(place);
        int high = (int) Math.ceil(place);
        double part = place - low;
        return (1 - part) * sorted[low] + part * sorted[high];
    }
}
