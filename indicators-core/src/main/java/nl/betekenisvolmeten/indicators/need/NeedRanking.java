package nl.betekenisvolmeten.indicators.need;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.model.AreaCode;

/**
 * Areas by how much need they have. The index is that of {@link nl.betekenisvolmeten.indicators.statistics.NeedIndex} over
 * the areas that have every characteristic: 0 is the average of those, and more is more need. Areas that lack one are
 * refused, and play no part in the index of the others.
 *
 * @param weights the characteristics and how much each counts
 * @param rows the areas with an index, most need first; of equal ones the smaller code
 * @param refused the areas without an index, and which characteristics each lacks
 * @param findings what was found: characteristics that are missing or have no weight, areas of another level
 */
public record NeedRanking(
        List<Weight> weights, List<Row> rows, SortedMap<AreaCode, List<String>> refused, Findings findings) {

    public NeedRanking {
        weights = List.copyOf(weights);
        rows = List.copyOf(rows);
        SortedMap<AreaCode, List<String>> copy = new TreeMap<>();
        refused.forEach((area, missing) -> copy.put(area, List.copyOf(missing)));
        refused = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * An area.
     *
     * @param area the area
     * @param index 0 for the average area; above it more need
     * @param contributions by characteristic what it adds to the index, in the order of the weights
     * @param rank 1 for most need; areas with equal need share the first of their places
     * @param ranksWithout by characteristic the rank when it is left out, in the order of the weights; empty when there is
     *     only one
     */
    public record Row(
            AreaCode area,
            double index,
            Map<String, Double> contributions,
            int rank,
            Map<String, Integer> ranksWithout) {

        public Row {
            contributions = Collections.unmodifiableMap(new LinkedHashMap<>(contributions));
            ranksWithout = Collections.unmodifiableMap(new LinkedHashMap<>(ranksWithout));
        }

        /**
         * Returns the highest place that the area has, with all characteristics or without any one of them.
         *
         * @return 1 or more
         */
        public int rankLower() {
            return Math.min(rank, ranksWithout.isEmpty() ? rank : Collections.min(ranksWithout.values()));
        }

        /**
         * Returns the lowest place that the area has, with all characteristics or without any one of them.
         *
         * @return 1 or more
         */
        public int rankUpper() {
            return Math.max(rank, ranksWithout.isEmpty() ? rank : Collections.max(ranksWithout.values()));
        }
    }

    /**
     * Ranks areas. Areas of another level than most, whose people would count twice, are left out with a finding.
     *
     * @param weights one or more, with different names
     * @param facts the characteristics of areas, in any order
     * @return the ranking
     * @throws IllegalArgumentException if there are no weights, or two weights or two facts of an area have one name
     */
    public static NeedRanking of(List<Weight> weights, List<Fact> facts) {
        return new NeedTable(weights, facts).rank();
    }

    /**
     * A characteristic of an area, such as its share of people on a low income.
     *
     * @param area the area
     * @param characteristic its name
     * @param value a finite number, in any unit: areas are only compared with each other
     */
    public record Fact(AreaCode area, String characteristic, double value) {

        /** @throws IllegalArgumentException if {@code characteristic} is blank or {@code value} is not finite */
        public Fact {
            if (characteristic.isBlank() || !Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "characteristic of " + area + " must have a name: '" + characteristic + "', " + value);
            }
        }
    }

    /**
     * How much a characteristic counts as need: a choice of who uses it.
     *
     * @param characteristic its name
     * @param weight above 0; only the proportions matter
     * @param highMeansNeed whether a high value means more need, and not less
     */
    public record Weight(String characteristic, double weight, boolean highMeansNeed) {

        /**
         * @throws IllegalArgumentException if {@code characteristic} is blank or {@code weight} is not finite and above
         *     0
         */
        public Weight {
            if (characteristic.isBlank() || !Double.isFinite(weight) || weight <= 0) {
                throw new IllegalArgumentException("weight must be above 0: '" + characteristic + "', " + weight);
            }
        }
    }

    /**
     * Need by area, with what was asked besides.
     *
     * @param ranking the areas by need
     * @param budget a budget spread by need; empty when not asked
     * @param reach who is reached; empty when not asked
     */
    public record Report(NeedRanking ranking, Optional<NeedBudget> budget, Optional<NeedReach> reach) {}
}
