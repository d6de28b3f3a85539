package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.betekenisvolmeten.indicators.coverage.Completeness;
import nl.betekenisvolmeten.indicators.coverage.Completeness.PeriodStatus;
import nl.betekenisvolmeten.indicators.coverage.DeliveryLedger;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RejectedRows;

/**
 * What was expected compared with what is there, from the first period that rows or the ledger speak of to the last.
 * Nothing is said where nobody agreed on anything.
 */
final class Expected {

    private final ReportingContext context;
    private final Completeness.Grid grid;
    private final Map<PeriodKind, TreeSet<Period>> periods = new TreeMap<>();

    Expected(ReportingContext context, FormatDefinition format, RowPlaces places) {
        this.context = context;
        grid = Completeness.Grid.of(context.agreements(), places.structure(), context.areaColumn());
        context.deliveries().stream()
                .filter(entry -> entry.version().format().equals(format.id().name()))
                .forEach(this::received);
        context.statuses().forEach((period, status) -> {
            see(period);
            if (status == PeriodStatus.FINAL) {
                grid.close(period);
            }
        });
    }

    private void received(ReportingContext.Entry entry) {
        DeliveryLedger.Version version = entry.version();
        see(version.period());
        if (version.valid() && version.kind() != DeliveryLedger.Version.Kind.WITHDRAWAL) {
            entry.received().ifPresent(day -> grid.received(version.reporter(), version.period(), day));
        }
    }

    private void see(Period period) {
        periods.computeIfAbsent(period.kind(), any -> new TreeSet<>()).add(period);
    }

    void accept(Observation row, Period period) {
        grid.accept(row);
        see(period);
    }

    /** Accepts rows with an error: they show that there is a delivery. */
    void acceptRejected(RejectedRows rows) {
        grid.acceptRejected(rows);
    }

    /** Returns the completeness for each kind of period; none without agreements. */
    List<Completeness> completeness() {
        return context.agreements().isEmpty()
                ? List.of()
                : periods.values().stream().map(this::of).toList();
    }

    private Completeness of(Collection<Period> sameLength) {
        TreeSet<Period> sorted = new TreeSet<>(sameLength);
        Completeness found = grid.completeness(sorted.first(), sorted.last());
        return new Completeness(
                found.periods().stream().map(this::declared).toList(), found.holes(), found.unexpected(), found.late());
    }

    /**
     * Returns the figures of a period with its declared status, which takes precedence over the one derived from the
     * reports.
     */
    private Completeness.OfPeriod declared(Completeness.OfPeriod of) {
        PeriodStatus status = context.statuses().getOrDefault(of.period(), of.status());
        return new Completeness.OfPeriod(of.period(), of.reports(), of.reporters(), status);
    }
}
