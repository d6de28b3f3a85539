package nl.betekenisvolmeten.indicators.examples.cli;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.coverage.Completeness.ExpectedReport;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import nl.betekenisvolmeten.indicators.formats.delivery.ContextReport;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/** Collects which organisations delivered data about which stadsdeel and period. */
final class DeliveredReports implements RowTaker {

    private final TableStructure structure;
    private final Dimension.Place place;
    private final int area;
    private final int time;
    private final int reporter;
    private final Set<Delivered> all = new LinkedHashSet<>();

    /**
     * A delivery by an organisation.
     *
     * @param area the stadsdeel
     * @param organisation the organisation
     * @param period the period
     */
    record Delivered(AreaCode area, String organisation, Period period) {}

    private DeliveredReports(TableStructure structure, Dimension.Place place) {
        this.structure = structure;
        this.place = place;
        area = structure.dimensionIndex(place.name()).orElseThrow();
        time = structure.timeIndex().orElseThrow();
        reporter = structure.reporterIndex().orElseThrow();
    }

    /** Returns a collector without rows; empty if rows do not name their organisation, stadsdeel and period. */
    static Optional<DeliveredReports> of(TableStructure structure) {
        return structure.timeIndex().isPresent() && structure.reporterIndex().isPresent()
                ? structure.place(AreaLevel.STADSDEEL).map(place -> new DeliveredReports(structure, place))
                : Optional.empty();
    }

    @Override
    public void accept(Observation row) {
        add(row.code(area), row.code(reporter), row.code(time));
    }

    @Override
    public void acceptTotal(OwnTotal total) {
        total.codes()
                .get(area)
                .forEach(code -> total.codes()
                        .get(reporter)
                        .forEach(organisation ->
                                total.codes().get(time).forEach(period -> add(code, organisation, period))));
    }

    private void add(String code, String organisation, String period) {
        place.area(code, AreaLevel.STADSDEEL)
                .ifPresent(where ->
                        Period.parseCode(period).ifPresent(when -> all.add(new Delivered(where, organisation, when))));
    }

    Set<Delivered> all() {
        return all;
    }

    /**
     * Returns, for each stadsdeel, the number of reports of a period that are absent but not missing on a day: those that
     * are due later. Without agreements, an organisation with data about a stadsdeel is expected to report about each part
     * of the period, once that part is over; with a questionnaire only about the parts in which any organisation used it.
     *
     * @param whole the period
     * @param day the day
     * @param context what was agreed; empty if nothing was
     */
    Map<AreaCode, Long> notDue(Period whole, LocalDate day, Optional<ContextReport> context) {
        Optional<ContextReport> agreed =
                context.filter(report -> !report.context().agreements().isEmpty());
        Stream<AreaCode> areas = agreed.map(report -> agreedLater(report, whole, day))
                .orElseGet(() -> usualLater(
                        whole,
                        day,
                        all.stream()
                                .filter(one -> whole.contains(one.period()))
                                .collect(Collectors.toCollection(LinkedHashSet::new))));
        return areas.collect(Collectors.groupingBy(code -> code, TreeMap::new, Collectors.counting()));
    }

    private Stream<AreaCode> agreedLater(ContextReport agreed, Period whole, LocalDate day) {
        return agreed.completeness().stream()
                .flatMap(one -> one.holes().stream())
                .filter(hole -> whole.contains(hole.period())
                        && !due(agreed.context(), hole).isBefore(day))
                .flatMap(hole -> stadsdeel(hole.area()).stream());
    }

    /** Returns the stadsdeel that an agreement names, or the one in which its area lies. */
    private Optional<AreaCode> stadsdeel(String name) {
        return place.areas()
                .findByName(AreaLevel.STADSDEEL, name)
                .map(Area::code)
                .or(() -> place.area(name, AreaLevel.STADSDEEL));
    }

    private static LocalDate due(ReportingContext context, ExpectedReport hole) {
        int days = context.agreements().stream()
                .filter(one -> one.reporter().equals(hole.reporter())
                        && one.area().equals(hole.area())
                        && one.validity().contains(hole.period()))
                .mapToInt(one -> one.dueAfterDays())
                .max()
                .orElse(0);
        return hole.period().lastDayInclusive().plusDays(days);
    }

    private Stream<AreaCode> usualLater(Period whole, LocalDate day, Set<Delivered> own) {
        boolean answers = structure.measures().stream().anyMatch(Measure.Answers.class::isInstance);
        Set<Period> used = own.stream().map(Delivered::period).collect(Collectors.toSet());
        Optional<PeriodKind> kind = used.stream().map(Period::kind).min(PeriodKind::compareTo);
        List<Period> later = kind
                .filter(shorter -> shorter.months() < whole.kind().months())
                .stream()
                .flatMap(shorter -> whole.parts(shorter).stream())
                .filter(part -> !part.lastDayInclusive().isBefore(day) || (answers && !used.contains(part)))
                .toList();
        return own.stream()
                .map(one -> new Delivered(one.area(), one.organisation(), whole))
                .distinct()
                .flatMap(one -> later.stream()
                        .filter(part -> !own.contains(new Delivered(one.area(), one.organisation(), part)))
                        .map(part -> one.area()));
    }
}
