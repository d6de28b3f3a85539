package nl.betekenisvolmeten.indicators.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Rates of small areas drawn in to the overall rate: a model, and to be called one with the figures. Each area's true
 * rate is taken as drawn from one gamma distribution and its count as Poisson; an area's figure is then a mix of its own
 * rate and the overall one, and the smaller the area, the more of the latter. With y the counts, n the exposures, m = Σ y
 * / Σ n, n̄ the mean exposure and s² = Σ n (y / n - m)² / Σ n: the variance between areas is A = s² - m / n̄, at least 0,
 * an area's own weight A / (A + m / n), and its rate m + weight (y / n - m).
 *
 * <p>For a map that is not ruled by the smallest areas. Not for judging an area, and not to be tested: its own figure is
 * hidden in it. Areas are drawn in to the whole, whatever their neighbours do.
 *
 * <p>Marshall RJ. Mapping disease and mortality rates using empirical Bayes estimators. Applied Statistics
 * 1991;40:283-294 (the global estimator).
 *
 * @param overall m, the rate of all areas together, per unit of exposure
 * @param betweenVariance A, 0 or more; 0 when chance explains all differences, and then every area has the overall rate
 * @param areas in the order given; empty for an area without exposure, which stays missing
 */
public record EmpiricalBayes(double overall, double betweenVariance, List<Optional<Area>> areas) {

    /** The stable name of the model in files; it says that this is one. */
    public static final String METHOD = "model-gamma-poisson-marshall";

    /** @throws IllegalArgumentException if {@code overall} or {@code betweenVariance} is negative, NaN or infinite */
    public EmpiricalBayes {
        Require.amount(overall, "an overall rate");
        Require.amount(betweenVariance, "a variance");
        areas = List.copyOf(areas);
    }

    /**
     * One area.
     *
     * @param count its events
     * @param exposure its population or time at risk, above 0
     * @param rate its own rate, count / exposure
     * @param modelled its rate after the model, between its own and the overall one
     * @param weight of its own rate in that, from 0 to below 1
     */
    public record Area(long count, double exposure, double rate, double modelled, double weight) {}

    /**
     * Returns the model.
     *
     * @param counts the events of each area, 0 or more
     * @param exposures the population or time at risk of each area; 0 if there is none or it is not known
     * @return the model; empty when no area has exposure
     * @throws IllegalArgumentException if there are not as many of each, a count is negative, an exposure negative, NaN or
     *     infinite, or there are events without exposure
     */
    public static Optional<EmpiricalBayes> of(long[] counts, double[] exposures) {
        Require.events(counts, exposures);
        double[] events = Sums.doubles(counts);
        double total = Sums.of(exposures);
        if (total == 0) {
            return Optional.empty();
        }
        double overall = Sums.of(events) / total;
        double between = between(events, exposures, overall);
        List<Optional<Area>> areas = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            areas.add(
                    exposures[i] == 0
                            ? Optional.empty()
                            : Optional.of(area(counts[i], exposures[i], overall, between)));
        }
        return Optional.of(new EmpiricalBayes(overall, between, areas));
    }

    private static double between(double[] events, double[] exposures, double overall) {
        double[] terms = new double[events.length];
        for (int i = 0; i < terms.length; i++) {
            double gap = exposures[i] == 0 ? 0 : events[i] / exposures[i] - overall;
            terms[i] = exposures[i] * gap * gap;
        }
        double total = Sums.of(exposures);
        long filled =
                DoubleStream.of(exposures).filter(exposure -> exposure > 0).count();
        return Math.max(0, Sums.of(terms) / total - overall * filled / total);
    }

    private static Area area(long count, double exposure, double overall, double between) {
        double rate = count / exposure;
        double weight = between == 0 ? 0 : between / (between + overall / exposure);
        return new Area(count, exposure, rate, overall + weight * (rate - overall), weight);
    }
}
