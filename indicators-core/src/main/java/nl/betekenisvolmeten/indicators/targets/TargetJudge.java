package nl.betekenisvolmeten.indicators.targets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiFunction;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Achievement;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Band;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Outcome;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Step;
import org.jspecify.annotations.Nullable;

/** Compares figures with targets. Immutable. */
record TargetJudge(AreaHierarchy areas, TargetOptions options) {

    static TargetJudge of(AreaHierarchy areas, TargetOptions options) {
        return new TargetJudge(areas, options);
    }

    /** Compares the figures of a target's indicator with it; a target about areas that are not there has no steps. */
    TargetResult judge(
            Target target, Indicator.Direction direction, BiFunction<AreaCode, Period, TargetResult.Realised> figures) {
        if (target.aim() instanceof Target.InEveryArea every) {
            return everyArea(target, every, figures);
        }
        if (target.aim() instanceof Target.Path path) {
            return path(target, path, direction, figures);
        }
        ProgressPath way = new ProgressPath(
                target.baseline(), Aims.destination(target), Aims.asksForMore(target.aim(), direction));
        TargetResult.Realised realised = figures.apply(target.area(), target.period());
        Range range = Aims.range(target, direction, options.about()).orElse(null);
        Step step = step(target.area(), target.period(), realised, range, way);
        if (step.outcome() == Outcome.NOT_MET && Aims.lacksTolerance(target.aim(), options.about())) {
            step = new Step(step.area(), step.period(), realised, Outcome.NOT_DECIDED, Set.of(), step.achievement());
        }
        return new TargetResult(
                target,
                step.outcome(),
                step.bands(),
                step.achievement(),
                way.planned(),
                way.realised(realised),
                List.of(step));
    }

    private TargetResult everyArea(
            Target target, Target.InEveryArea every, BiFunction<AreaCode, Period, TargetResult.Realised> figures) {
        ProgressPath way = new ProgressPath(Optional.empty(), Optional.of(every.value()), true);
        List<Step> steps = areas.areas(every.level()).stream()
                .map(Area::code)
                .filter(code -> areas.isWithin(code, target.area()))
                .map(code -> step(
                        code, target.period(), figures.apply(code, target.period()), Range.atLeast(every.value()), way))
                .toList();
        Achievement none = new Achievement.Undefined(Achievement.Reason.NO_VALUE);
        Outcome outcome = steps.isEmpty() ? Outcome.NOT_DEFINED : outcome(steps);
        return new TargetResult(target, outcome, bands(steps), none, Optional.empty(), Optional.empty(), steps);
    }

    private TargetResult path(
            Target target,
            Target.Path path,
            Indicator.Direction direction,
            BiFunction<AreaCode, Period, TargetResult.Realised> figures) {
        SortedMap<Period, BigDecimal> points = path.points();
        BigDecimal end = Aims.end(path);
        Optional<TargetResult.Realised> known =
                Aims.start(target).map(value -> TargetResult.Realised.of(CellValue.of(value)));
        Optional<BigDecimal> start = target.baseline().or(() -> Aims.start(target));
        boolean more = Aims.asksForMore(path, direction);
        List<Step> steps = new ArrayList<>();
        List<Step> judged = new ArrayList<>();
        for (Map.Entry<Period, BigDecimal> point : points.entrySet()) {
            Range range = Aims.onPath(point.getValue(), start.orElse(end), end, direction, options.about());
            ProgressPath way = new ProgressPath(start, Optional.of(point.getValue()), more);
            TargetResult.Realised realised = figures.apply(target.area(), point.getKey());
            boolean isStart = known.isPresent()
                    && point.getKey().equals(points.firstKey())
                    && realised.value() instanceof CellValue.Missing;
            Step step = step(target.area(), point.getKey(), isStart ? known.get() : realised, range, way);
            steps.add(step);
            if (!isStart) {
                judged.add(step);
            }
        }
        ProgressPath life = new ProgressPath(start, Optional.of(end), more);
        TargetResult.Realised latest = latest(points, target.area(), figures);
        return new TargetResult(
                target,
                outcome(judged),
                bands(judged),
                life.gone(latest),
                life.planned(),
                life.realised(latest),
                steps);
    }

    /**
     * Returns the last figure from the first moment up to the last, also between moments; periods that begin after the
     * day of judging do not count.
     */
    private TargetResult.Realised latest(
            SortedMap<Period, BigDecimal> points,
            AreaCode area,
            BiFunction<AreaCode, Period, TargetResult.Realised> figures) {
        TargetResult.Realised latest = TargetResult.Realised.missing();
        Period last = points.lastKey();
        List<Period> moments = new ArrayList<>(points.keySet());
        for (Period at = points.firstKey(); at.kind() == last.kind() && at.compareTo(last) < 0; at = at.next()) {
            moments.add(at);
        }
        moments.sort(Comparator.comparing(Period::lastDayInclusive));
        for (Period at : moments) {
            boolean hasBegun =
                    options.asOf().map(day -> !at.firstDay().isAfter(day)).orElse(true);
            TargetResult.Realised realised = hasBegun ? figures.apply(area, at) : TargetResult.Realised.missing();
            latest = realised.lower().isPresent() ? realised : latest;
        }
        return latest;
    }

    private Step step(
            AreaCode area, Period period, TargetResult.Realised realised, @Nullable Range range, ProgressPath way) {
        Set<Band> bands = EnumSet.noneOf(Band.class);
        Outcome outcome = withoutBounds(realised, range).orElse(Outcome.NOT_DECIDED);
        if (range != null && outcome == Outcome.NOT_DECIDED) {
            boolean grows = realised.state() == TargetResult.Realised.State.AT_LEAST;
            bands.addAll(range.bands(
                    grows
                            ? realised.lower().orElseThrow()
                            : realised.judged().lowerBound().orElseThrow(),
                    grows ? null : realised.judged().upperBound().orElseThrow(),
                    options.near()));
            outcome = outcome(bands, grows);
        }
        boolean due = options.asOf()
                .map(day -> !period.lastDayInclusive().isAfter(day))
                .orElse(true);
        Achievement gone = outcome == Outcome.NOT_MET ? notArrived(way.gone(realised)) : way.gone(realised);
        return new Step(area, period, realised, due ? outcome : Outcome.NOT_YET_DUE, bands, gone);
    }

    /** Returns the achievement without a share of 100 % or more, which would read as a target that is met. */
    private static Achievement notArrived(Achievement gone) {
        Optional<BigDecimal> lower =
                gone instanceof Achievement.Share share ? share.value().lowerBound() : Optional.empty();
        if (lower.isEmpty() || lower.get().compareTo(BigDecimal.ONE) < 0) {
            return gone;
        }
        boolean all = lower.get().compareTo(BigDecimal.ONE) == 0;
        return new Achievement.Undefined(all ? Achievement.Reason.MUST_BE_PASSED : Achievement.Reason.NO_VALUE);
    }

    /** Returns the outcome that follows without looking at numbers; empty if the numbers decide. */
    private static Optional<Outcome> withoutBounds(TargetResult.Realised realised, @Nullable Range range) {
        if (realised.state() == TargetResult.Realised.State.NOT_COMPARABLE) {
            return Optional.of(Outcome.NOT_COMPARABLE);
        }
        if (realised.value() instanceof CellValue.Suppressed) {
            return Optional.of(Outcome.WITHHELD);
        }
        if (realised.value() instanceof CellValue.NotDefined || range == null) {
            return Optional.of(Outcome.NOT_DEFINED);
        }
        boolean nothing = realised.value() instanceof CellValue.Missing;
        boolean unknown = realised.value() instanceof CellValue.Incomplete
                && (realised.state() != TargetResult.Realised.State.AT_LEAST
                        || realised.lower().isEmpty());
        return nothing || unknown || realised.state() == TargetResult.Realised.State.INCOMPLETE
                ? Optional.of(Outcome.NOT_ENOUGH_DATA)
                : Optional.empty();
    }

    private static Outcome outcome(Set<Band> bands, boolean grows) {
        if (!bands.contains(Band.ON_TARGET)) {
            return Outcome.NOT_MET;
        }
        if (bands.size() == 1) {
            return Outcome.MET;
        }
        return grows ? Outcome.NOT_ENOUGH_DATA : Outcome.NOT_DECIDED;
    }

    /**
     * Returns the outcome of the steps that are due: not met if one of them is; otherwise that of the first undecided
     * one, or met.
     */
    private static Outcome outcome(List<Step> steps) {
        List<Outcome> due = steps.stream()
                .map(Step::outcome)
                .filter(outcome -> outcome != Outcome.NOT_YET_DUE)
                .toList();
        if (due.isEmpty()) {
            return Outcome.NOT_YET_DUE;
        }
        if (due.contains(Outcome.NOT_MET)) {
            return Outcome.NOT_MET;
        }
        return due.stream().filter(outcome -> !outcome.isSettled()).findFirst().orElse(Outcome.MET);
    }

    /** Returns the bands that the worst of the steps due may be in; empty if one of them has none. */
    private static Set<Band> bands(List<Step> steps) {
        List<Step> due = steps.stream()
                .filter(step -> step.outcome() != Outcome.NOT_YET_DUE)
                .toList();
        if (due.isEmpty() || due.stream().anyMatch(step -> step.bands().isEmpty())) {
            return Set.of();
        }
        Band lower = due.stream()
                .map(step ->
                        step.bands().stream().min(Comparator.naturalOrder()).orElseThrow())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Band upper = due.stream()
                .map(step ->
                        step.bands().stream().max(Comparator.naturalOrder()).orElseThrow())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return EnumSet.range(lower, upper);
    }
}
