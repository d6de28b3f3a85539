package nl.betekenisvolmeten.indicators.statistics;

import java.util.List;
import java.util.stream.DoubleStream;
import nl.betekenisvolmeten.indicators.Per;

/**
 * Life expectancy from deaths and inhabitants by age band, after Chiang's abridged life table, with Silcocks' variance.
 * With D deaths, P inhabitants, M = D / P, n the width of a band and a the part of it that those who die live (0.1 from
 * birth to the next band, else 0.5): the chance to die in it is q = n M / (1 + n M (1 - a)), at most 1, and 1 in the
 * last band, which is open and lasts 1 / M on average. Of a period, not a forecast for those born in it.
 *
 * <p>For places with more than {@value #FEWEST_PERSONS} inhabitants in all, and only where the 95 percent interval is no
 * wider than {@value #WIDEST_YEARS} years.
 *
 * <p>Chiang CL. The life table and its construction. In: Introduction to Stochastic Processes in Biostatistics. New
 * York: Wiley; 1968. Silcocks PBS, Jenner DA, Reza R. Life expectancy as a summary of mortality in a population:
 * statistical considerations and suitability for use by health authorities. Journal of Epidemiology and Community Health
 * 2001;55:38-43.
 */
public final class LifeTable {

    /** Up to this many inhabitants there is no life table. */
    public static final long FEWEST_PERSONS = 5000;

    /** With a 95 percent interval wider than this there is no value, in years. */
    public static final double WIDEST_YEARS = 20;

    private static final String METHOD = "chiang-silcocks";

    private final double[] deaths;
    private final double[] populations;
    private final double[] expectancy;
    private final double[] error;

    private LifeTable(double[] deaths, double[] populations, double[] expectancy, double[] error) {
        this.deaths = deaths;
        this.populations = populations;
        this.expectancy = expectancy;
        this.error = error;
    }

    /**
     * Returns a life table.
     *
     * @param startAges the youngest age of each band in whole years, rising; usually 0, 1, 5, 10 and so on to 90
     * @param deaths in each band, 0 or more
     * @param populations the inhabitants of each band (over as many years as the deaths), above 0
     * @return the table
     * @throws IllegalArgumentException if there are fewer than two bands, not as many of each, the ages don't rise, or a
     *     number is out of its range
     */
    public static LifeTable of(int[] startAges, double[] deaths, double[] populations) {
        Require.atLeast(2, startAges.length, "age bands");
        Require.asMany(startAges.length, deaths.length);
        Require.asMany(startAges.length, populations.length);
        DoubleStream.of(deaths).forEach(number -> Require.amount(number, "a number of deaths"));
        DoubleStream.of(populations).forEach(number -> Require.positive(number, "a population"));
        LifeBands bands = LifeBands.of(startAges, deaths, populations);
        double[] years = bands.yearsAhead();
        return new LifeTable(deaths.clone(), populations.clone(), years, bands.errors(years));
    }

    /**
     * Returns the years that people at the start of a band have ahead of them on average.
     *
     * @param band from 0, the first
     * @param confidence how sure the interval is
     * @return the effect in years, with all deaths and inhabitants as its parts; not defined for too few inhabitants, when
     *     nobody died in the last band or nobody reaches this one, or when the 95 percent interval is too wide
     * @throws IndexOutOfBoundsException if there is no such band
     */
    public Statistic expectancy(int band, Confidence confidence) {
        double years = expectancy[band];
        double spread = error[band];
        double persons = Sums.of(populations);
        if (persons <= FEWEST_PERSONS) {
            return Statistic.NotDefined.TOO_FEW_PERSONS;
        }
        if (!Double.isFinite(years) || !Double.isFinite(spread)) {
            return Statistic.NotDefined.UNBOUNDED;
        }
        if (2 * Confidence.P95.z() * spread > WIDEST_YEARS) {
            return Statistic.NotDefined.TOO_UNCERTAIN;
        }
        double half = confidence.z() * spread;
        Interval interval = Interval.of(years - half, years + half);
        return new Statistic.Effect(years, interval, Per.ONE, confidence, List.of(Sums.of(deaths), persons), METHOD);
    }
}
