package nl.betekenisvolmeten.indicators.targets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.model.TargetSet;
import nl.betekenisvolmeten.indicators.targets.TargetReport.Evidence;
import nl.betekenisvolmeten.indicators.targets.TargetReport.UndecidedReason;

/**
 * Compares what deliveries say and what is stated with targets. Where both give a figure the stated one counts, as whoever
 * states it knows more than was delivered; where it cannot be true by the deliveries, a finding says so. A target without
 * a figure stays in, with the reason. Immutable.
 */
public final class TargetReview {

    private static final FindingCode CONTRADICTION = FindingCode.of("BM-G01");

    private static final Set<UndecidedReason> NEVER = EnumSet.of(
            UndecidedReason.UNKNOWN_INDICATOR,
            UndecidedReason.NOT_FED,
            UndecidedReason.ANSWERS,
            UndecidedReason.LEVEL,
            UndecidedReason.LENGTH);

    private record Key(IndicatorId indicator, AreaCode area, Period period) {}

    private final AreaHierarchy areas;
    private final List<Indicator> indicators;
    private final Map<IndicatorId, Indicator.Direction> directions;
    private final List<DeliveredFigures> delivered;
    private final Map<Key, StatedFigure> stated;

    private TargetReview(
            AreaHierarchy areas,
            List<Indicator> indicators,
            Map<IndicatorId, Indicator.Direction> directions,
            List<DeliveredFigures> delivered,
            Map<Key, StatedFigure> stated) {
        this.areas = areas;
        this.indicators = List.copyOf(indicators);
        this.directions = Map.copyOf(directions);
        this.delivered = List.copyOf(delivered);
        this.stated = Map.copyOf(stated);
    }

    /**
     * Returns a review without figures yet.
     *
     * @param areas the areas, for targets about every area
     * @param indicators all indicators that are known, fed or not: which way is better comes from them
     * @return the review
     */
    public static TargetReview of(AreaHierarchy areas, List<Indicator> indicators) {
        return new TargetReview(areas, indicators, Map.of(), List.of(), Map.of());
    }

    /**
     * Returns a copy of this review that also knows which way is better for indicators that no set has, such as those
     * that only a budget names.
     *
     * @param sets targets, each with the direction of its indicator
     * @return the review
     */
    public TargetReview withTargetSets(List<TargetSet> sets) {
        Map<IndicatorId, Indicator.Direction> all = new HashMap<>(directions);
        sets.stream()
                .flatMap(set -> set.entries().stream())
                .filter(entry -> !(entry.direction() instanceof Indicator.Direction.NoJudgement))
                .forEach(entry -> all.put(entry.target().indicator(), entry.direction()));
        return new TargetReview(areas, indicators, all, delivered, stated);
    }

    /**
     * Returns a copy of this review with figures of deliveries.
     *
     * @param figures the figures; added to those that it has
     * @return the review
     */
    public TargetReview withDelivered(DeliveredFigures figures) {
        List<DeliveredFigures> all = new ArrayList<>(delivered);
        all.add(figures);
        return new TargetReview(areas, indicators, directions, all, stated);
    }

    /**
     * Returns a copy of this review with stated figures.
     *
     * @param realisations the figures; added to those that it has
     * @return the review
     * @throws IllegalArgumentException if an indicator has two for an area and period
     */
    public TargetReview withStated(List<StatedFigure> realisations) {
        Map<Key, StatedFigure> all = new HashMap<>(stated);
        for (StatedFigure one : realisations) {
            if (all.put(new Key(one.indicator(), one.area(), one.period()), one) != null) {
                throw new IllegalArgumentException(
                        "two figures of " + one.indicator() + " in " + one.area() + ", " + one.period());
            }
        }
        return new TargetReview(areas, indicators, directions, delivered, all);
    }

    /**
     * Returns the last day that any of the figures is about: a day to judge on where none is given.
     *
     * @return the day; empty without figures
     */
    public Optional<LocalDate> latest() {
        return Stream.concat(
                        delivered.stream().flatMap(one -> one.latest().stream()),
                        stated.keySet().stream().map(key -> key.period().lastDayInclusive()))
                .max(LocalDate::compareTo);
    }

    /**
     * Judges targets.
     *
     * @param targets the targets
     * @param options the choices
     * @return a line for each target, in their order
     */
    public TargetReport review(List<Target> targets, TargetOptions options) {
        TargetJudge judge = TargetJudge.of(areas, options);
        Findings.Collector findings = Findings.Collector.withDefaults();
        delivered.forEach(one -> findings.combine(one.findings()));
        List<TargetReport.Line> lines = new ArrayList<>();
        for (Target target : targets) {
            TargetReport.Line line = line(target, judge);
            lines.add(line);
            line.result().steps().forEach(step -> contradiction(target, step).ifPresent(findings::add));
        }
        return new TargetReport(lines, options.asOf(), findings.toFindings());
    }

    private TargetReport.Line line(Target target, TargetJudge judge) {
        TargetResult result = judge.judge(
                target,
                direction(target.indicator()),
                (area, period) -> evidence(target.indicator(), area, period).realised());
        List<Evidence> evidence =
                result.steps().stream().map(step -> evidence(target, step)).toList();
        Set<UndecidedReason> lacks = lacks(result, evidence);
        if (lacks.contains(UndecidedReason.BOUNDS)
                && result.bands().isEmpty()
                && !(target.aim() instanceof Target.Path)) {
            lacks = EnumSet.of(UndecidedReason.NO_TOLERANCE);
        }
        return new TargetReport.Line(result, evidence, lacks);
    }

    /** Returns the figure of a step; the start of a path is stated by the document that has the path. */
    private Evidence evidence(Target target, TargetResult.Step step) {
        Evidence evidence = evidence(target.indicator(), step.area(), step.period());
        return evidence.realised().equals(step.realised())
                ? evidence
                : new Evidence(
                        step.realised(),
                        Evidence.Origin.STATED,
                        EnumSet.noneOf(UndecidedReason.class),
                        Optional.empty(),
                        target.source());
    }

    /**
     * Returns the stated figures that no target is about: of another indicator, area or period than any of them.
     *
     * @param targets all targets, also those that are not judged now
     * @return the figures, in order of indicator, area and period
     */
    public List<StatedFigure> statedWithoutTarget(List<Target> targets) {
        Set<Key> wanted = new HashSet<>();
        TargetJudge judge = TargetJudge.of(areas, TargetOptions.withDefaults());
        for (Target target : targets) {
            judge.judge(target, direction(target.indicator()), (area, period) -> TargetResult.Realised.missing())
                    .steps()
                    .forEach(step -> wanted.add(new Key(target.indicator(), step.area(), step.period())));
        }
        return stated.values().stream()
                .filter(figure -> !wanted.contains(new Key(figure.indicator(), figure.area(), figure.period())))
                .sorted(Comparator.comparing(StatedFigure::indicator)
                        .thenComparing(StatedFigure::area)
                        .thenComparing(StatedFigure::period))
                .toList();
    }

    private Indicator.Direction direction(IndicatorId id) {
        return known(id)
                .map(Indicator::direction)
                .or(() -> Optional.ofNullable(directions.get(id)))
                .orElse(new Indicator.Direction.NoJudgement());
    }

    private Optional<Indicator> known(IndicatorId id) {
        return indicators.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private Evidence evidence(IndicatorId id, AreaCode area, Period period) {
        StatedFigure realisation = stated.get(new Key(id, area, period));
        if (realisation == null) {
            return ofDeliveries(id, area, period);
        }
        Set<UndecidedReason> lacks = EnumSet.noneOf(UndecidedReason.class);
        switch (realisation.realised().state()) {
            case COMPLETE -> {}
            case AT_LEAST, INCOMPLETE -> lacks.add(UndecidedReason.STATED_PARTLY);
            case NOT_COMPARABLE -> lacks.add(UndecidedReason.NOT_COMPARABLE);
        }
        if (realisation.realised().value() instanceof CellValue.NotDefined) {
            lacks.add(UndecidedReason.NO_FIGURE);
        } else if (realisation.realised().value() instanceof CellValue.Missing) {
            lacks.add(UndecidedReason.NO_ROWS);
        }
        return new Evidence(
                realisation.realised(), Evidence.Origin.STATED, lacks, Optional.empty(), realisation.source());
    }

    private Evidence ofDeliveries(IndicatorId id, AreaCode area, Period period) {
        Optional<DeliveredFigures> feeding =
                delivered.stream().filter(one -> one.feeds(id)).findFirst();
        if (feeding.isPresent()) {
            return feeding.get().of(id, area, period);
        }
        Optional<Indicator> indicator = known(id);
        if (indicator.isEmpty()) {
            return Evidence.none(UndecidedReason.UNKNOWN_INDICATOR);
        }
        return Evidence.none(
                indicator.get().formula() instanceof Formula.Answers
                        ? UndecidedReason.ANSWERS
                        : UndecidedReason.NOT_FED);
    }

    /** Returns why there is no plain yes or no: the reasons of each figure that leaves it open. */
    private static Set<UndecidedReason> lacks(TargetResult result, List<Evidence> evidence) {
        if (evidence.isEmpty()) {
            return EnumSet.of(UndecidedReason.NO_AREAS);
        }
        Set<UndecidedReason> lacks = EnumSet.noneOf(UndecidedReason.class);
        for (int i = 0; i < evidence.size() && !result.outcome().isSettled(); i++) {
            switch (result.steps().get(i).outcome()) {
                case MET, NOT_MET -> {}
                case NOT_DECIDED ->
                    lacks.add(
                            evidence.get(i).realised().limits().isPresent()
                                    ? UndecidedReason.CHANCE
                                    : UndecidedReason.BOUNDS);
                case NOT_YET_DUE -> {
                    lacks.add(UndecidedReason.NOT_DUE);
                    // it will not come from these deliveries by waiting either
                    evidence.get(i).lacks().stream().filter(NEVER::contains).forEach(lacks::add);
                }
                case WITHHELD -> lacks.add(UndecidedReason.HIDDEN);
                case NOT_DEFINED ->
                    lacks.addAll(
                            evidence.get(i).lacks().isEmpty()
                                    ? EnumSet.of(UndecidedReason.NO_BETTER)
                                    : evidence.get(i).lacks());
                case NOT_ENOUGH_DATA, NOT_COMPARABLE ->
                    lacks.addAll(evidence.get(i).lacks());
            }
        }
        return lacks;
    }

    /** Returns a finding if the deliveries rule a stated figure out. */
    private Optional<Finding> contradiction(Target target, TargetResult.Step step) {
        StatedFigure realisation = stated.get(new Key(target.indicator(), step.area(), step.period()));
        if (realisation == null) {
            return Optional.empty();
        }
        TargetResult.Realised other =
                ofDeliveries(target.indicator(), step.area(), step.period()).realised();
        return isBeside(realisation.realised(), other)
                ? Optional.of(Finding.of(
                        CONTRADICTION,
                        Severity.WARNING,
                        Map.of(
                                "column",
                                target.indicator().value(),
                                "area",
                                step.area().value(),
                                "period",
                                step.period().code(),
                                Finding.VALUE,
                                text(realisation.realised().value()),
                                "found",
                                text(other.value()))))
                : Optional.empty();
    }

    private static boolean isBeside(TargetResult.Realised one, TargetResult.Realised other) {
        boolean judged = one.value().lowerBound().isPresent()
                && other.value().lowerBound().isPresent()
                && (other.state() == TargetResult.Realised.State.COMPLETE
                        || other.state() == TargetResult.Realised.State.AT_LEAST);
        if (!judged) {
            return false;
        }
        boolean above = other.state() == TargetResult.Realised.State.COMPLETE
                && one.value()
                                .lowerBound()
                                .orElseThrow()
                                .compareTo(other.value().upperBound().orElseThrow())
                        > 0;
        boolean below = one.state() == TargetResult.Realised.State.COMPLETE
                && one.value()
                                .upperBound()
                                .orElseThrow()
                                .compareTo(other.value().lowerBound().orElseThrow())
                        < 0;
        return above || below;
    }

    private static String text(CellValue value) {
        String lower = value.lowerBound().map(BigDecimal::toPlainString).orElse("");
        String upper = value.upperBound().map(BigDecimal::toPlainString).orElse("");
        return lower.equals(upper) ? lower : lower + " - " + upper;
    }

    /**
     * A figure that somebody states, because no delivery has it: quality marks, locations, a waiting list.
     *
     * @param indicator of what
     * @param area where
     * @param period when
     * @param realised the figure, and how much it says
     * @param source the document that states it
     */
    public record StatedFigure(
            IndicatorId indicator, AreaCode area, Period period, TargetResult.Realised realised, String source) {

        /** @throws IllegalArgumentException if {@code source} is blank */
        public StatedFigure {
            if (source.isBlank()) {
                throw new IllegalArgumentException("source must not be blank: " + indicator);
            }
        }
    }
}
