package nl.betekenisvolmeten.indicators.formats.delivery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.coverage.BreakFinder;
import nl.betekenisvolmeten.indicators.coverage.BreakFinder.SeriesBreak;
import nl.betekenisvolmeten.indicators.coverage.Completeness;
import nl.betekenisvolmeten.indicators.coverage.Completeness.ExpectedReport;
import nl.betekenisvolmeten.indicators.coverage.DeliveryLedger;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;

/** Holes, breaks and links as findings. */
record ContextFindings(ReportingContext context) {

    List<Finding> of(
            List<Completeness> completeness, List<BreakFinder.Explained> breaks, List<ContextReport.Link> links) {
        List<Finding> findings = new ArrayList<>();
        for (Completeness found : completeness) {
            found.periods().stream()
                    .filter(period -> period.reports().expected() > 0)
                    .forEach(period -> findings.add(period(period)));
            found.holes().forEach(slot -> findings.add(ContextCodes.MISSING.finding(with(slot))));
            found.late().forEach(slot -> findings.add(ContextCodes.LATE.finding(late(slot))));
            found.unexpected().forEach(slot -> findings.add(ContextCodes.UNEXPECTED.finding(with(slot))));
        }
        breaks.forEach(explained -> findings.add(found(explained)));
        links.stream().filter(link -> link.rows() > 0).forEach(link -> findings.add(linked(link)));
        return findings;
    }

    private static Finding period(Completeness.OfPeriod of) {
        return ContextCodes.PERIOD.finding(Map.of(
                "period", of.period().code(),
                "found", Long.toString(of.reports().reported()),
                "expected", Long.toString(of.reports().expected()),
                "complete", Long.toString(of.reporters().reported()),
                "organisations", Long.toString(of.reporters().expected()),
                "reason", of.status().name()));
    }

    private Map<String, String> with(ExpectedReport slot) {
        return Map.of(
                "organisation", slot.reporter().value(),
                "area", slot.area(),
                "period", slot.period().code(),
                "due", due(slot).map(LocalDate::toString).orElse("-"));
    }

    private Optional<LocalDate> due(ExpectedReport slot) {
        return context.agreements().stream()
                .filter(agreement -> agreement.reporter().equals(slot.reporter())
                        && agreement.area().equals(slot.area())
                        && agreement.validity().contains(slot.period()))
                .map(agreement -> slot.period().lastDayInclusive().plusDays(agreement.dueAfterDays()))
                .min(LocalDate::compareTo);
    }

    private Map<String, String> late(ExpectedReport slot) {
        Map<String, String> arguments = new HashMap<>(with(slot));
        Optional<LocalDate> received = context.deliveries().stream()
                .filter(entry -> isOf(entry.version(), slot))
                .map(ReportingContext.Entry::received)
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo);
        arguments.put("received", received.map(Objects::toString).orElse("-"));
        return arguments;
    }

    private static boolean isOf(DeliveryLedger.Version version, ExpectedReport slot) {
        return version.valid()
                && version.kind() != DeliveryLedger.Version.Kind.WITHDRAWAL
                && version.reporter().equals(slot.reporter())
                && version.period().equals(slot.period());
    }

    private static Finding found(BreakFinder.Explained explained) {
        SeriesBreak at = explained.found();
        ContextCodes reporter = explained.declared().isPresent() ? ContextCodes.SUCCEEDED : ContextCodes.OTHER_REPORTER;
        ContextCodes code = at.kind() == SeriesBreak.Kind.FORMAT ? ContextCodes.OTHER_FORMAT : reporter;
        return code.finding(Map.of(
                "area", at.area(),
                "period", at.since().code(),
                "from", String.join(", ", at.from()),
                "to", String.join(", ", at.to())));
    }

    private static Finding linked(ContextReport.Link link) {
        return ContextCodes.LINKED.finding(Map.of(
                "organisation", link.succession().from().value(),
                "successor", link.succession().to().value(),
                "period", link.succession().since().code(),
                "count", Long.toString(link.rows())));
    }
}
