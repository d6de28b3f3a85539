package nl.betekenisvolmeten.indicators.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Areas put into groups of about the same size by a figure, such as fifths of deprivation. Group 1 starts at the end
 * that is asked for; equal figures are in the same group, and so a group may be empty; where the areas can't be split
 * evenly the last groups are the full ones.
 *
 * <p>With N areas, Q groups and rank r = 1 + how many come before it: group Q + 1 - ⌈(N + 1 - r) Q / N⌉, in whole
 * numbers, as in the guidance of the English Office for Health Improvement and Disparities on deprivation categories.
 */
public enum QuantileGroups implements Coded {
    /** The highest figures are in group 1. */
    HIGHEST_FIRST,
    /** The lowest figures are in group 1. */
    LOWEST_FIRST;

    /**
     * Returns the group of each area.
     *
     * @param values a finite figure for each area; areas without one are left out by the caller
     * @param groups how many groups, 1 or more: 5 for fifths
     * @return the groups from 1 to that number, in the order of the figures; empty when there are fewer areas than
     *     groups
     * @throws IllegalArgumentException if there is no group, or a figure is not finite
     */
    public Optional<List<Integer>> of(double[] values, int groups) {
        Require.atLeast(1, groups, "groups");
        DoubleStream.of(values).forEach(value -> Require.finite(value, "a figure"));
        if (values.length < groups) {
            return Optional.empty();
        }
        double sign = this == HIGHEST_FIRST ? -1 : 1;
        double[] keys = DoubleStream.of(values).map(value -> sign * value + 0.0).toArray();
        double[] sorted = keys.clone();
        Arrays.sort(sorted);
        return Optional.of(DoubleStream.of(keys)
                .mapToObj(key -> group(before(sorted, key), values.length, groups))
                .toList());
    }

    /** Returns how many figures come before one; equal ones do not come before each other. */
    private static long before(double[] sorted, double key) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int group(long before, long areas, long groups) {
        long fromTheEnd = -Math.floorDiv(-(areas - before) * groups, areas);
        return (int) (groups + 1 - fromTheEnd);
    }
}
