package nl.betekenisvolmeten.indicators.comparison;

import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.statistics.StandardPopulation;

/**
 * Whose ages all areas are given, so that a difference in age does not pass for a difference between areas. Applies to
 * indicators per inhabitants of all ages; others stay as they are.
 */
public sealed interface Standard {

    /**
     * The word in files.
     *
     * @return such as {@code none} or {@code european-2013}
     */
    String code();

    /** Everyone their own: crude figures. */
    record None() implements Standard {
        @Override
        public String code() {
            return "none";
        }
    }

    /**
     * Those of a standard population.
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
     * Those of an area of which the inhabitants are known by age.
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
