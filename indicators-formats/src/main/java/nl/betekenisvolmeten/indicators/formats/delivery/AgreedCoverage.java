package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.coverage.Completeness;
import nl.betekenisvolmeten.indicators.coverage.Completeness.ExpectedReport;
import nl.betekenisvolmeten.indicators.coverage.ReportingAgreement;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Dimension;

/** The reports that a total is made of, of those that were expected for it. */
final class AgreedCoverage {

    private final AggregationPlan plan;
    private final ContextReport report;
    private final Lineages lineages;
    private final Set<ExpectedReport> expected = new TreeSet<>();
    private final Set<ExpectedReport> holes = new HashSet<>();

    AgreedCoverage(ContextReport report, AggregationPlan plan) {
        this.plan = plan;
        this.report = report;
        lineages = new Lineages(report.context().successions());
        for (Completeness completeness : report.completeness()) {
            holes.addAll(completeness.holes());
            for (Completeness.OfPeriod of : completeness.periods()) {
                report.context().agreements().stream()
                        .filter(agreement -> agreement.validity().contains(of.period()))
                        .forEach(agreement -> expected.add(slot(agreement, of.period())));
            }
        }
    }

    private static ExpectedReport slot(ReportingAgreement agreement, Period period) {
        return new ExpectedReport(period, agreement.area(), agreement.reporter());
    }

    /** The reports of a key; empty for keys that do not say which reports they are of, and those without an agreement. */
    Optional<Coverage> of(List<String> key) {
        Predicate<ExpectedReport> isIn = any -> true;
        for (int i = 0; i < plan.groupings().size(); i++) {
            Optional<Predicate<ExpectedReport>> condition =
                    condition(plan.groupings().get(i), key.get(i));
            if (condition.isEmpty()) {
                return Optional.empty();
            }
            isIn = isIn.and(condition.get());
        }
        List<ExpectedReport> own = expected.stream().filter(isIn).toList();
        long there = own.stream().filter(slot -> !holes.contains(slot)).count();
        return own.isEmpty() ? Optional.empty() : Optional.of(new Coverage(there, own.size()));
    }

    /** Which reports go into a code of a grouping; empty when a report does not tell. */
    private Optional<Predicate<ExpectedReport>> condition(Grouping grouping, String code) {
        if (grouping instanceof Grouping.ByArea byArea) {
            return report.place()
                    .filter(column -> column.level().compareTo(byArea.level()) <= 0)
                    .map(column -> slot -> isIn(column, slot, byArea, code));
        }
        Dimension dimension = plan.structure()
                .dimensions()
                .get(plan.structure().dimensionIndex(grouping.column()).orElseThrow());
        if (dimension instanceof Dimension.Time) {
            return Optional.of(slot -> Period.parseCode(code)
                    .filter(period -> period.contains(slot.period()))
                    .isPresent());
        }
        if (dimension instanceof Dimension.Reporter) {
            return Optional.of(slot -> lineages.heir(slot.reporter(), List.of(slot.area()), slot.period())
                    .value()
                    .equals(code));
        }
        return dimension.name().equals(report.context().areaColumn())
                ? Optional.of(slot -> slot.area().equals(code))
                : Optional.empty();
    }

    private static boolean isIn(Dimension.Place column, ExpectedReport slot, Grouping.ByArea by, String code) {
        Optional<AreaCode> own = column.code(slot.area());
        return own.flatMap(area ->
                        area.level() == by.level() ? own : column.areas().ancestor(area, by.level()))
                .filter(area -> area.value().equals(code))
                .isPresent();
    }
}
