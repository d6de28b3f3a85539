package nl.betekenisvolmeten.indicators.targets;

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
}
