package nl.betekenisvolmeten.indicators.comparison;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Population;

/** What a reader must know of a comparison as a whole. */
final class ComparisonFindings {

    private static final FindingCode NOT_ALL_REPORTED = FindingCode.of("BM-A03");
    private static final FindingCode DATE_OF_INHABITANTS = FindingCode.of("BM-A04");
    private static final FindingCode NO_COMMON_AGES = FindingCode.of("BM-A05");
    private static final FindingCode AGES_NOT_KNOWN = FindingCode.of("BM-A06");
    private static final FindingCode NOT_BY_AGE = FindingCode.of("BM-A07");

    private static final FindingCode ABOVE_INHABITANTS = FindingCode.of("BM-A20");
    private static final FindingCode NO_AREA = FindingCode.of("BM-A09");
    private static final FindingCode SEASONS = FindingCode.of("BM-A21");
    private static final FindingCode NO_EARLIER_PERIOD = FindingCode.of("BM-A22");

    private final ComparisonPlan plan;
    private final AreaHierarchy hierarchy;
    private final Findings.Collector all = Findings.Collector.withDefaults();

    ComparisonFindings(ComparisonPlan plan) {
        this.plan = plan;
        hierarchy = plan.structure().requiredPlace(plan.level()).areas();
    }

    Findings of(
            Findings whileAddingUp,
            CityInhabitants inhabitants,
            Set<Period> periods,
            ResidualRows residuals,
            Matched.Keys matched,
            List<Comparison.Row> rows) {
        all.combine(whileAddingUp);
        for (Area city : hierarchy.areas(AreaLevel.GEMEENTE)) {
            int parts = inhabitants.parts(city.code()).size();
            for (Period period : periods) {
                int reported = inhabitants.reported(city.code(), period.code()).size();
                if (reported < parts) {
                    note(
                            NOT_ALL_REPORTED,
                            Severity.NOTE,
                            Map.of(
                                    "area", city.name(),
                                    "period", period.code(),
                                    "found", Integer.toString(reported),
                                    "expected", Integer.toString(parts)));
                }
            }
        }
        residuals
                .rows()
                .forEach((code, count) ->
                        note(NO_AREA, Severity.NOTE, Map.of("value", code, "count", Long.toString(count))));
        plan.options().change().ifPresent(since -> changes(periods, since, matched));
        rows.stream()
                .filter(row -> UnadjustedRows.isAboveInhabitants(
                        row.key().indicator(),
                        row.figure().numerator(),
                        row.figure().denominator()))
                .forEach(this::aboveInhabitants);
        dates(inhabitants.dates());
        if (!(plan.options().standard() instanceof ComparisonOptions.Standard.None)) {
            ages();
        }
        return all.toFindings();
    }

    /** Notes that a period just before has another season, and that nothing was received for an earlier period. */
    private void changes(Set<Period> periods, Change.Since since, Matched.Keys matched) {
        boolean seasons = periods.stream().anyMatch(period -> period.kind() != PeriodKind.YEAR);
        if (since == Change.Since.PREVIOUS_PERIOD && seasons) {
            note(SEASONS, Severity.WARNING, Map.of());
        }
        for (Period period : periods) {
            Matched.earlier(period, since)
                    .filter(earlier -> !matched.hasAny(earlier))
                    .ifPresent(earlier -> note(
                            NO_EARLIER_PERIOD,
                            Severity.NOTE,
                            Map.of("period", period.code(), "expected", earlier.code())));
        }
    }

    private void aboveInhabitants(Comparison.Row row) {
        note(
                ABOVE_INHABITANTS,
                Severity.WARNING,
                Map.of(
                        "column", row.key().indicator().id().value(),
                        "group",
                                row.key().area().name() + ", "
                                        + row.key().period().code(),
                        "found",
                                row.figure()
                                        .numerator()
                                        .lowerBound()
                                        .orElseThrow()
                                        .toPlainString(),
                        "expected",
                                row.figure()
                                        .denominator()
                                        .upperBound()
                                        .orElseThrow()
                                        .toPlainString()));
    }

    private void note(FindingCode code, Severity severity, Map<String, String> arguments) {
        all.add(Finding.of(code, severity, arguments));
    }

    /**
     * Notes the dates of the numbers of inhabitants, as a warning if there are several: rates by inhabitants of another
     * year are of another size, so two levels cannot be compared.
     */
    private void dates(Set<String> ofFigures) {
        boolean used =
                plan.indicators().stream().anyMatch(indicator -> indicator.formula() instanceof Formula.PopulationRate);
        Map<?, Population.Figures> figures = plan.population().figures();
        Set<String> dates = hierarchy.areas(plan.level()).stream()
                .map(area -> figures.get(area.code()))
                .filter(known -> known != null && !known.date().isBlank())
                .map(known -> known.date())
                .collect(Collectors.toCollection(TreeSet::new));
        // where the areas compared have no figures for all, the city's own may be of another year
        dates.addAll(ofFigures);
        if (used && !dates.isEmpty()) {
            Severity severity = dates.size() > 1 ? Severity.WARNING : Severity.NOTE;
            Map<String, String> arguments = new HashMap<>(Map.of("date", String.join(", ", dates)));
            if (dates.size() > 1) {
                arguments.put("reason", "several");
            }
            note(DATE_OF_INHABITANTS, severity, arguments);
        }
    }

    private void ages() {
        String standard = plan.options().standard().code();
        List<Indicator> others = plan.indicators().stream()
                .filter(indicator -> !IndicatorSeries.isByAge(indicator))
                .toList();
        if (!others.isEmpty()) {
            String names =
                    others.stream().map(indicator -> indicator.id().value()).collect(Collectors.joining(", "));
            note(NOT_BY_AGE, Severity.NOTE, Map.of("indicators", names));
        }
        if (others.size() == plan.indicators().size()) {
            return;
        }
        AgeStrata.of(plan)
                .ifPresentOrElse(
                        this::agesOfAreas, () -> note(NO_COMMON_AGES, Severity.WARNING, Map.of("standard", standard)));
    }

    private void agesOfAreas(AgeStrata strata) {
        List<Area> areas = hierarchy.areas(plan.level());
        BiPredicate<Area, AgeStrata.Stratum> isUnknown = (area, stratum) ->
                plan.population().exactly(area.code(), stratum.ages()).isEmpty();
        long unknown = areas.stream()
                .filter(area -> strata.strata().stream().anyMatch(stratum -> isUnknown.test(area, stratum)))
                .count();
        if (unknown > 0) {
            String ages = strata.strata().stream()
                    .filter(stratum -> areas.stream().anyMatch(area -> isUnknown.test(area, stratum)))
                    .map(stratum -> stratum.ages().code())
                    .collect(Collectors.joining(", "));
            note(
                    AGES_NOT_KNOWN,
                    Severity.WARNING,
                    Map.of(
                            "found", Long.toString(unknown),
                            "expected", Integer.toString(areas.size()),
                            "ages", ages));
        }
    }
}
