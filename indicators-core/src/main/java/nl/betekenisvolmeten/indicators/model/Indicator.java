package nl.betekenisvolmeten.indicators.model;

import java.util.List;
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
        List<Basis> basis) {

    /** @throws IllegalArgumentException if {@code levels} or {@code basis} is empty */
    public Indicator {
        levels = Set.copyOf(levels);
        basis = List.copyOf(basis);
        if (levels.isEmpty() || basis.isEmpty()) {
            throw new IllegalArgumentException("indicator must have levels and a passage it rests on: " + id);
        }
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
}
