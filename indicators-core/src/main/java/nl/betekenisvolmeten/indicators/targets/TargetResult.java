package nl.betekenisvolmeten.indicators.targets;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Target;

/**
 * A target and what became of it.
 *
 * @param target the target
 * @param outcome what can be said; over several areas or moments, of all that are due
 * @param bands where the figure may lie: one band where that is settled, more where bounds leave it open, none where
 *     nothing can be said
 * @param achievement how much of the way has been gone. Of a path, over its whole life: from the baseline to its end, by
 *     the last moment that has a figure
 * @param plannedChange the change that is asked for, as a share of the baseline; empty without baseline or value
 * @param realisedChange the change that came about, as a share of the baseline; empty without baseline or figure
 * @param steps each area of {@link Target.InEveryArea} or moment of {@link Target.Path}, by itself; for other targets the one figure
 */
public record TargetResult(
        Target target,
        Outcome outcome,
        Set<Band> bands,
        Achievement achievement,
        Optional<CellValue> plannedChange,
        Optional<CellValue> realisedChange,
        List<Step> steps) {

    public TargetResult {
        bands = copy(bands);
        steps = List.copyOf(steps);
    }

    private static Set<Band> copy(Set<Band> bands) {
        Set<Band> copy = EnumSet.noneOf(Band.class);
        copy.addAll(bands);
        return Collections.unmodifiableSet(copy);
    }

    /**
     * One figure and what was asked of it.
     *
     * @param area where
     * @param period when
     * @param realised the figure
     * @param outcome what can be said
     * @param bands where the figure may lie
     * @param achievement how much of the way to this value has been gone
     */
    public record Step(
            AreaCode area,
            Period period,
            Realised realised,
            Outcome outcome,
            Set<Band> bands,
            Achievement achievement) {
        public Step {
            bands = copy(bands);
        }
    }

    /** How much of the way to a target has been gone. */
    public sealed interface Achievement {

        /**
         * A share.
         *
         * @param value 1 when the target is reached, more when it is passed, below 0 when it went the other way; exact or
         *     between bounds
         * @param basis of what it is a share
         */
        record Share(CellValue value, Basis basis) implements Achievement {}

        /**
         * There is no such share.
         *
         * @param reason why
         */
        record Undefined(Reason reason) implements Achievement {}

        /** Of what an achievement is a share. */
        enum Basis {
            /** Of the way from the baseline to the target: right for a target below its baseline too. */
            WAY_FROM_BASELINE,
            /** Of the target itself, where there is no baseline and more is asked for. */
            TARGET
        }

        /** Why there is no achievement. */
        enum Reason {
            /** The baseline is the target: there is no way to go. */
            TARGET_IS_BASELINE,
            /** The target is zero, and there is no baseline to come from. */
            TARGET_IS_ZERO,
            /** Less is asked for, and there is no baseline: half of a maximum is not half of the way. */
            NO_BASELINE,
            /** The target's value is reached exactly, but only a figure beyond it meets the target. */
            MUST_BE_PASSED,
            /** The target names no value to arrive at, or a range of them. */
            NO_VALUE,
            /** There is no figure, it is incomplete, or it cannot be compared. */
            NO_FIGURE
        }
    }

    /** How near a figure is to its target, from good to bad. */
    public enum Band {
        /** The target is met. */
        ON_TARGET,
        /** It is not met, by no more than the tolerance. */
        NEAR,
        /** It is missed by more than the tolerance. */
        OFF_TARGET
    }

    /** What can be said of a figure and its target. */
    public enum Outcome {
        /** The target is met, whatever the figure is within its bounds. */
        MET,
        /** The target is not met, whatever the figure is within its bounds. */
        NOT_MET,
        /** The bounds of the figure lie on both sides of the target. */
        NOT_DECIDED,
        /** Nothing was delivered, or so little that what is missing may turn the outcome. */
        NOT_ENOUGH_DATA,
        /** The figure was not counted as the target was set: after a break in the series, say. */
        NOT_COMPARABLE,
        /** The figure is not defined, or the target asks for what is better of a figure that has no better. */
        NOT_DEFINED,
        /** The figure is hidden to protect people, and an outcome would tell of it. */
        WITHHELD,
        /** The period of the target has not ended yet. */
        NOT_YET_DUE;

        /** Returns whether the outcome is a plain yes or no. */
        boolean isSettled() {
            return this == MET || this == NOT_MET;
        }
    }

    /**
     * A figure to compare with a target, and how well it is known.
     *
     * @param value the figure
     * @param state how much it says
     * @param limits the limits of its 95 % interval; empty if it is counted in full
     */
    public record Realised(CellValue value, State state, Optional<CellValue> limits) {

        /**
         * Creates a figure that is counted in full.
         *
         * @param value the figure
         * @param state how much it says
         */
        public Realised(CellValue value, State state) {
            this(value, state, Optional.empty());
        }

        /** How much a figure says. */
        public enum State {
            /** Returns a figure that holds everything that was expected. */
            COMPLETE,
            /** Something is missing, and with it the figure could only be larger: a count of what was delivered. */
            AT_LEAST,
            /** Something is missing, which could make the figure larger or smaller: a share or a mean. */
            INCOMPLETE,
            /** It was not counted as the target was set. */
            NOT_COMPARABLE
        }

        /** Returns the lower bound of the figure; empty if it is unknown. */
        Optional<BigDecimal> lower() {
            return value.least();
        }

        /** Returns what is compared with a target: the interval if there is one, otherwise the value. */
        CellValue judged() {
            return limits.orElse(value);
        }

        /**
         * Returns a complete figure.
         *
         * @param value the figure
         * @return the figure
         */
        public static Realised of(CellValue value) {
            return new Realised(value, State.COMPLETE);
        }

        /**
         * Returns no figure.
         *
         * @return nothing was delivered
         */
        public static Realised missing() {
            return of(new CellValue.Missing());
        }
    }
}
