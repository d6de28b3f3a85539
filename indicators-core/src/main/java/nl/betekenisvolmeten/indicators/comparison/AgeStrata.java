package nl.betekenisvolmeten.indicators.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.betekenisvolmeten.indicators.model.AgeBand;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.statistics.StandardPopulation;
import nl.betekenisvolmeten.indicators.table.Dimension;

/**
 * The ages by which figures are standardised: the finest that both the age classes of the rows and the bands of the
 * standard make up. Classes are put together, never split: where only 0-29 is a class of both, that is a stratum.
 *
 * @param column the column of age classes
 * @param strata from young to old, two or more, without a gap
 */
record AgeStrata(ColumnName column, List<Stratum> strata) {

    /**
     * A stratum.
     *
     * @param ages the ages in it
     * @param codes the age classes in it
     * @param weight the persons of the standard in it
     */
    record Stratum(AgeBand ages, Set<String> codes, double weight) {}

    /** Returns the strata of a plan; empty if it has no standard, or one without ages in common with the rows. */
    static Optional<AgeStrata> of(ComparisonPlan plan) {
        Map<Integer, Double> standard = weights(plan);
        if (standard.isEmpty()) {
            return Optional.empty();
        }
        for (Dimension dimension : plan.structure().dimensions()) {
            if (dimension instanceof Dimension.Category category) {
                List<Stratum> strata = strata(bands(category.partition()), standard);
                if (strata.size() > 1) {
                    return Optional.of(new AgeStrata(category.name(), strata));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the persons of the standard by the youngest age of their band, the last band open; empty if an area's
     * bands do not cover all ages.
     */
    private static Map<Integer, Double> weights(ComparisonPlan plan) {
        Map<Integer, Double> weights = new TreeMap<>();
        ComparisonOptions.Standard standard = plan.options().standard();
        if (standard instanceof ComparisonOptions.Standard.Of of) {
            for (StandardPopulation.Band band : of.population().bands()) {
                weights.merge(band.fromAge(), (double) band.persons(), Double::sum);
            }
        } else if (standard instanceof ComparisonOptions.Standard.OfArea of) {
            Population.Figures figures = plan.population().figures().get(of.area());
            List<Population.Band> bands = figures == null ? List.of() : figures.bands();
            if (isWhole(bands.stream().map(Population.Band::age).toList())) {
                bands.forEach(band -> weights.put(band.age().fromInclusive(), (double) band.count()));
            }
        }
        return weights;
    }

    /** Returns the bands that codes stand for; none if one stands for something else, or they leave an age out. */
    private static Map<AgeBand, String> bands(Set<String> codes) {
        Map<AgeBand, String> bands = new HashMap<>();
        codes.forEach(code -> AgeBand.parse(code).ifPresent(band -> bands.put(band, code)));
        return bands.size() == codes.size() && isWhole(List.copyOf(bands.keySet())) ? bands : Map.of();
    }

    /** Returns whether bands hold every age once, from birth on; there may be none. */
    private static boolean isWhole(List<AgeBand> bands) {
        List<AgeBand> sorted = new ArrayList<>(bands);
        sorted.sort(Comparator.comparing(AgeBand::fromInclusive));
        int next = 0;
        for (int i = 0; i < sorted.size(); i++) {
            AgeBand band = sorted.get(i);
            boolean last = i == sorted.size() - 1;
            if (band.fromInclusive() != next || band.toInclusive().isEmpty() != last) {
                return false;
            }
            next = band.toInclusive().orElse(0) + 1;
        }
        return true;
    }

    private static List<Stratum> strata(Map<AgeBand, String> classes, Map<Integer, Double> standard) {
        TreeSet<Integer> starts = new TreeSet<>(standard.keySet());
        starts.retainAll(classes.keySet().stream().map(AgeBand::fromInclusive).toList());
        if (starts.isEmpty() || starts.first() != 0) {
            return List.of();
        }
        List<Stratum> strata = new ArrayList<>();
        for (int start : starts) {
            Integer end = starts.higher(start);
            AgeBand ages = end == null ? AgeBand.atLeast(start) : AgeBand.of(start, end - 1);
            Set<String> codes = new TreeSet<>();
            classes.forEach((band, code) -> {
                if (ages.contains(band)) {
                    codes.add(code);
                }
            });
            double weight = standard.entrySet().stream()
                    .filter(band -> ages.contains(band.getKey()))
                    .mapToDouble(Map.Entry::getValue)
                    .sum();
            strata.add(new Stratum(ages, Set.copyOf(codes), weight));
        }
        return strata.stream().allMatch(stratum -> stratum.weight() > 0) ? strata : List.of();
    }
}
