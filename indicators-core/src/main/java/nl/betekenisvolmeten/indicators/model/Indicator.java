package nl.betekenisvolmeten.indicators.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An indicator: what is measured, how it is counted, and what it may be used for.
 *
 * @param id its stable code
 * @param name its name
 * @param definition what it says
 * @param ambition the code of the ambition that it serves; empty when it serves all
 * @param kind its kind in planning and control
 * @param aspect which aspect of the work it describes
 * @param unit what is counted
 * @param formula how it is made from the columns of a format
 * @param direction which way is better
 * @param levels the areas for which it may be shown
 * @param periodicity how often it is made
 * @param counting how to count
 * @param basis the passages that it rests on
 * @param use where it is shown, and which difference matters
 */
public record Indicator(
        IndicatorId id,
        LocalizedText name,
        LocalizedText definition,
        Optional<String> ambition,
        Kind kind,
        Aspect aspect,
        LocalizedText unit,
        Formula formula,
        Direction direction,
        Set<AreaLevel> levels,
        PeriodKind periodicity,
        Counting counting,
        List<Basis> basis,
        Use use) {

    /** @throws IllegalArgumentException if {@code levels} is empty */
    public Indicator {
        levels = Set.copyOf(levels);
        basis = List.copyOf(basis);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("indicator must have levels: " + id);
        }
    }

    /**
     * Returns a copy that counts only rows with some codes.
     *
     * @param where for a dimension, the codes that count; those of the formula itself hold as well
     * @return the indicator
     */
    public Indicator where(Map<ColumnName, Set<String>> where) {
        return with(formula.where(where));
    }

    /**
     * Returns a copy that is made in another way.
     *
     * @param newFormula how it is made from the columns of a format
     * @return the indicator
     */
    public Indicator with(Formula newFormula) {
        return new Indicator(
                id,
                name,
                definition,
                ambition,
                kind,
                aspect,
                unit,
                newFormula,
                direction,
                levels,
                periodicity,
                counting,
                basis,
                use);
    }

    /**
     * Where an indicator is shown, and which difference matters.
     *
     * @param level in which set it is; empty where its definition does not say
     * @param relevanceMargin from which share of the reference's value a difference is large enough to matter, 0 or more: 0.1
     *     for ten percent
     */
    public record Use(Optional<Level> level, BigDecimal relevanceMargin) {

        private static final Use DEFAULTS = new Use(Optional.empty(), new BigDecimal("0.1"));

        /** @throws IllegalArgumentException if the margin is negative */
        public Use {
            if (relevanceMargin.signum() < 0) {
                throw new IllegalArgumentException("a relevance margin must not be negative: " + relevanceMargin);
            }
        }

        /**
         * Returns the usual: no level, and a margin of ten percent.
         *
         * @return the use
         */
        public static Use withDefaults() {
            return DEFAULTS;
        }
    }

    /** In which set an indicator is. */
    public enum Level {
        /** One of the few that are shown unless others are asked for. */
        CORE,
        /** Shown when asked for. */
        EXTENDED
    }

    /** The kinds of indicator in a municipality's planning and control. */
    public enum Kind {
        /** Effectindicator: what changes in society. */
        EFFECT_INDICATOR,
        /** Prestatie-indicator: what is delivered. */
        PERFORMANCE_INDICATOR,
        /** Kengetal: a figure for context. */
        KEY_FIGURE
    }

    /** The aspect of the work that an indicator describes. */
    public enum Aspect {
        /** What was done. */
        OUTPUT,
        /** Who was reached. */
        REACH,
        /** How people experienced it. */
        EXPERIENCE,
        /** What changed. */
        EFFECT
    }

    /**
     * How to count.
     *
     * @param instruction the agreement, in short
     * @param inclusions what counts
     * @param exclusions what does not
     */
    public record Counting(LocalizedText instruction, List<LocalizedText> inclusions, List<LocalizedText> exclusions) {
        public Counting {
            inclusions = List.copyOf(inclusions);
            exclusions = List.copyOf(exclusions);
        }
    }

    /**
     * A passage that an indicator rests on.
     *
     * @param source the id of a source of the set
     * @param inventory the numbers of the passages in the project's inventory of the sources
     * @param passage what the source says, in our words
     */
    public record Basis(String source, List<String> inventory, LocalizedText passage) {
        public Basis {
            inventory = List.copyOf(inventory);
        }
    }

    /** Which way is better. */
    public sealed interface Direction {

        /** More is better. */
        record HigherIsBetter() implements Direction {}

        /** Less is better. */
        record LowerIsBetter() implements Direction {}

        /**
         * Between two values is best.
         *
         * @param from the smallest good value
         * @param to the largest good value
         */
        record WithinBand(BigDecimal from, BigDecimal to) implements Direction {
            /** @throws IllegalArgumentException if {@code from} is above {@code to} */
            public WithinBand {
                if (from.compareTo(to) > 0) {
                    throw new IllegalArgumentException("bounds out of order: " + from + ", " + to);
                }
            }
        }

        /** Differences say nothing about good or bad. */
        record NoJudgement() implements Direction {}

        /**
         * Returns which of two values is better: the one nearer to the band where there is one.
         *
         * @param from a value, in the indicator's unit
         * @param to another, in the same unit
         * @return 1 if {@code to} is better, -1 if it is worse, 0 if neither is or nothing is said about it
         */
        default int compare(double from, double to) {
            return Double.compare(closeness(to), closeness(from));
        }

        private double closeness(double value) {
            if (this instanceof WithinBand band) {
                double below = band.from().doubleValue() - value;
                double above = value - band.to().doubleValue();
                // added to zero: minus nothing is nothing
                return 0 - Math.max(0, Math.max(below, above));
            }
            return this instanceof HigherIsBetter ? value : this instanceof LowerIsBetter ? -value : 0;
        }
    }
}
