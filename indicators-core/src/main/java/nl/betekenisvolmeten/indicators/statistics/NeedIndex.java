package nl.betekenisvolmeten.indicators.statistics;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * One number for how much need an area has, from characteristics such as the share of people living alone or on a low
 * income. Each is set on one footing as (value - mean) / standard deviation over the areas (all there are, so divided by
 * their number), turned where a low value means need, and the index is Σ weight x that / Σ weights: 0 is the average
 * area, 1 lies a standard deviation above it where all characteristics agree.
 *
 * <p>Which characteristics count, and for how much, is a choice of who uses it and no fact; both are kept in the result.
 * A characteristic that is the same everywhere sets no area apart and counts as 0.
 *
 * @param values the index of each area, in the order of the characteristics' figures
 * @param contributions for each characteristic what it adds to each area's index; they add up to it
 * @param characteristics what it was made of
 */
public record NeedIndex(List<Double> values, List<List<Double>> contributions, List<Characteristic> characteristics) {

    public NeedIndex {
        values = List.copyOf(values);
        contributions = contributions.stream().map(List::copyOf).toList();
        characteristics = List.copyOf(characteristics);
    }

    /**
     * A characteristic of areas.
     *
     * @param name such as {@code living alone}
     * @param figures a finite figure for each area
     * @param weight how much it counts, above 0; only the proportions matter
     * @param highMeansNeed whether a high figure means more need, and not less
     */
    public record Characteristic(String name, List<Double> figures, double weight, boolean highMeansNeed) {

        /**
         * @throws IllegalArgumentException if {@code name} is blank, a figure is not finite, or {@code weight} is not
         *     above 0
         */
        public Characteristic {
            Require.named(name, "the name of a characteristic");
            figures = List.copyOf(figures);
            figures.forEach(figure -> Require.finite(figure, "a figure"));
            Require.positive(weight, "a weight");
        }

        private double[] standardised() {
            double[] numbers = figures.stream().mapToDouble(Double::doubleValue).toArray();
            double[] centred = Sums.centred(numbers);
            double deviation = Math.sqrt(Sums.ofProducts(centred, centred) / numbers.length);
            boolean flat = Sums.areEqual(numbers);
            double sign = highMeansNeed ? 1 : -1;
            return DoubleStream.of(centred)
                    .map(number -> flat ? 0 : sign * number / deviation)
                    .toArray();
        }
    }

    /**
     * Returns the index.
     *
     * @param characteristics one or more, each with a figure for the same areas in the same order
     * @return the index, empty of values when there are no areas
     * @throws IllegalArgumentException if there are no characteristics, or they differ in how many areas they have
     */
    public static NeedIndex of(List<Characteristic> characteristics) {
        Require.atLeast(1, characteristics.size(), "characteristics");
        int areas = characteristics.get(0).figures().size();
        characteristics.forEach(one -> Require.asMany(areas, one.figures().size()));
        double weights = Sums.of(
                characteristics.stream().mapToDouble(Characteristic::weight).toArray());
        List<List<Double>> contributions = characteristics.stream()
                .map(one -> DoubleStream.of(one.standardised())
                        .mapToObj(number -> number * one.weight() / weights)
                        .toList())
                .toList();
        List<Double> values = IntStream.range(0, areas)
                .mapToObj(area -> Sums.of(contributions.stream()
                        .mapToDouble(list -> list.get(area))
                        .toArray()))
                .toList();
        return new NeedIndex(values, contributions, characteristics);
    }
}
