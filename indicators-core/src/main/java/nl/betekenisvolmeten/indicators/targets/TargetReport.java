package nl.betekenisvolmeten.indicators.targets;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Outcome;

/**
 * Targets and what became of them: all that were asked about, also those about which nothing is known.
 *
 * @param lines one for each target, in the order asked
 * @param asOf the day on which is judged; empty when every period is taken to have ended
 * @param findings what was found on the way, such as a stated figure that contradicts the deliveries
 */
public record TargetReport(List<Line> lines, Optional<LocalDate> asOf, Findings findings) {

    public TargetReport {
        lines = List.copyOf(lines);
    }

    /**
     * A target.
     *
     * @param result what became of it
     * @param evidence the figure of each of the result's steps, in their order
     * @param lacks why there is no plain yes or no; empty when there is
     */
    public record Line(TargetResult result, List<Evidence> evidence, Set<UndecidedReason> lacks) {

        /**
         * @throws IllegalArgumentException if {@code evidence} does not have one figure for each step of {@code result}
         */
        public Line {
            evidence = List.copyOf(evidence);
            Set<UndecidedReason> copy = EnumSet.noneOf(UndecidedReason.class);
            copy.addAll(lacks);
            lacks = Collections.unmodifiableSet(copy);
            if (evidence.size() != result.steps().size()) {
                throw new IllegalArgumentException("each step must have a figure: " + evidence.size() + " for "
                        + result.steps().size());
            }
        }

        /**
         * Returns the target.
         *
         * @return the target
         */
        public Target target() {
            return result.target();
        }

        /**
         * Returns whether the target is about a whole course of years, and not about one period.
         *
         * @return true for a path
         */
        public boolean isWholeLife() {
            return target().aim() instanceof Target.Path;
        }
    }

    /**
     * Returns the targets about one period.
     *
     * @return the lines, in order
     */
    public List<Line> ofPeriods() {
        return lines.stream().filter(line -> !line.isWholeLife()).toList();
    }

    /**
     * Returns the targets about a whole course of years.
     *
     * @return the lines, in order
     */
    public List<Line> ofWholeLives() {
        return lines.stream().filter(Line::isWholeLife).toList();
    }

    /**
     * Returns how many targets have an outcome.
     *
     * @param outcome the outcome
     * @return 0 or more
     */
    public long count(Outcome outcome) {
        return lines.stream().filter(line -> line.result().outcome() == outcome).count();
    }

    /** What keeps a figure from saying (more) about its target. */
    public enum UndecidedReason {
        /** No set of indicators has the indicator, and no figure was stated: it is not counted in any form known here. */
        UNKNOWN_INDICATOR,
        /** The deliveries that were read do not have what the indicator is made of, and no figure was stated. */
        NOT_FED,
        /** The indicator is based on answers to a questionnaire, and no such answers were delivered. */
        ANSWERS,
        /** The deliveries do not have areas as small as the target's. */
        LEVEL,
        /** The deliveries do not have periods as short as the target's. */
        LENGTH,
        /** Nothing was delivered of this area and period, and no figure was stated. */
        NO_ROWS,
        /** There are no areas of the level that the target asks for within its area. */
        NO_AREAS,
        /** Not every stadsdeel of the area has delivered. */
        AREAS_MISSING,
        /** Not every organisation has delivered every part of the period. */
        REPORTS_MISSING,
        /** Two deliveries contradict each other. */
        CONTRADICTION,
        /** Cells were left empty. */
        CELLS_EMPTY,
        /** Rows that may belong to it were rejected. */
        ROWS_REJECTED,
        /** Whoever stated the figure says that it is not all. */
        STATED_PARTLY,
        /** It was not counted as the target was set. */
        NOT_COMPARABLE,
        /** There is nothing to divide by, or the figure is not defined for another reason. */
        NO_FIGURE,
        /** The target asks for what is better, of an indicator that has no better. */
        NO_BETTER,
        /** The target is to be about zero, and nothing says how near that is. */
        NO_TOLERANCE,
        /** The bounds of the figure lie on both sides of the target. */
        BOUNDS,
        /** The figure is based on those who answered, and its interval lies on both sides of the target. */
        CHANCE,
        /** The figure is hidden to protect people. */
        HIDDEN,
        /** The period has not ended. */
        NOT_DUE
    }

    /**
     * A figure with where it comes from and what it lacks.
     *
     * @param realised the figure
     * @param origin where it comes from
     * @param lacks what it lacks; empty when it is all there is to know
     * @param coverage what was reported of what was to be expected; empty where that is not known
     * @param source the document that states it; blank for a figure of deliveries
     */
    public record Evidence(
            TargetResult.Realised realised,
            Origin origin,
            Set<UndecidedReason> lacks,
            Optional<Coverage> coverage,
            String source) {

        /** Where a figure comes from. */
        public enum Origin {
            /** It was made of deliveries. */
            DELIVERIES,
            /** Somebody stated it. */
            STATED,
            /** There is none. */
            NONE
        }

        public Evidence {
            Set<UndecidedReason> copy = EnumSet.noneOf(UndecidedReason.class);
            copy.addAll(lacks);
            lacks = Collections.unmodifiableSet(copy);
        }

        /** Returns evidence without a figure, for a reason. */
        static Evidence none(UndecidedReason why) {
            return new Evidence(TargetResult.Realised.missing(), Origin.NONE, EnumSet.of(why), Optional.empty(), "");
        }
    }
}
