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

    /**
     * Returns how many of the reports that may have rows of a key came in; empty if nothing was agreed about the key.
     */
    Optional<Coverage> of(List<String> key) {
        Predicate<ExpectedReport> isIn = any -> true;
        for (int i = 0; i < plan.groupings().size(); i++) {
            isIn = isIn.and(condition(plan.groupings().get(i), key.get(i)));
        }
        List<ExpectedReport> own = expected.stream().filter(isIn).toList();
        long there = own.stream().filter(slot -> !holes.contains(slot)).count();
        return own.isEmpty() ? Optional.empty() : Optional.of(new Coverage(there, own.size()));
    }

    /**
     * Returns the condition for reports that may have rows of a code of a grouping; always true where reports do not
     * say.
     */
    private Predicate<ExpectedReport> condition(Grouping grouping, String code) {
        Dimension dimension = plan.dimension(grouping);
        if (dimension.name().equals(report.context().areaColumn()) && !(grouping instanceof Grouping.ByArea)) {
            return slot -> slot.area().equals(code);
        }
        if (dimension instanceof Dimension.Place place) {
            Optional<AreaCode> area = grouping instanceof Grouping.ByArea ? AreaCode.parse(code) : place.code(code);
            return slot -> report.place()
                    .flatMap(column -> area.map(known -> isIn(column, slot, known)))
                    .orElse(true);
        }
        if (dimension instanceof Dimension.Time) {
            return slot -> Period.parseCode(code)
                    .filter(period -> period.contains(slot.period()))
                    .isPresent();
        }
        if (dimension instanceof Dimension.Reporter) {
            return slot -> lineages.heir(slot.reporter(), List.of(slot.area()), slot.period())
                    .value()
                    .equals(code);
        }
        return any -> true;
    }

    /** Returns whether the area of a report lies in another or contains it. */
    private static boolean isIn(Dimension.Place column, ExpectedReport slot, AreaCode area) {
        return column.code(slot.area())
                .filter(own ->
                        column.areas().isWithin(own, area) || column.areas().isWithin(area, own))
                .isPresent();
    }
}
