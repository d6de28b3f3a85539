package nl.betekenisvolmeten.indicators.comparison;

import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.statistics.StandardPopulation;

/**
 * The ages that all areas are given, so that a difference in age does not pass for a difference between areas. Applies to
 * indicators per inhabitants of all ages; others stay as they are.
 */
public sealed interface Standard {

    /**
     * Returns the word in files.
     *
     * @return such as {@code none} or {@code european-2013}
     */
    String code();

    /** The ages of each area itself: crude figures. */
    record None() implements Standard {
        @Override
        public String code() {
            return "none";
        }
    }

    /**
     * The ages of a standard population.
     *
     * @param population such as {@link StandardPopulation#EUROPEAN_2013}
     */
    record Of(StandardPopulation population) implements Standard {
        @Override
        public String code() {
            return population.code();
        }
    }

    /**
     * The ages of an area whose inhabitants are known by age.
     *
     * @param area its code, such as the gemeente's
     */
    record OfArea(AreaCode area) implements Standard {
        @Override
        public String code() {
            return area.value();
        }
    }
}
