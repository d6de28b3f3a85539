package nl.betekenisvolmeten.indicators.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.MultipleTesting;
import nl.betekenisvolmeten.indicators.statistics.PValue;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/** Compares each area with its reference. */
final class ComparisonAssembler {

    private final ComparisonPlan plan;
    private final ResultTable areas;
    private final ResultTable cities;
    private final Matched matched;
    private final CityInhabitants inhabitants;
    private final SquareSums squares;
    private final ResponseCounts responses;

    ComparisonAssembler(
            ComparisonPlan plan,
            ResultTable areas,
            ResultTable cities,
            Matched matched,
            SquareSums squares,
            ResponseCounts responses) {
        this.plan = plan;
        this.areas = areas;
        this.cities = cities;
        this.matched = matched;
        this.squares = squares;
        this.responses = responses;
        inhabitants = new CityInhabitants(
                plan, plan.structure().requiredPlace(plan.level()).areas(), areas);
    }

    Comparison assemble(ResidualRows residuals) {
        Set<Period> periods = new TreeSet<>();
        // a period that was asked for is answered, also when nobody reported
        plan.period().ifPresent(periods::add);
        areas.rows().forEach(row -> periods.add(Period.ofCode(row.key().get(1))));
        Totals ofAreas = new Totals(areas);
        Totals ofCities = new Totals(cities);
        List<List<Comparison.Row>> byIndicator = new ArrayList<>();
        plan.indicators().forEach(any -> byIndicator.add(new ArrayList<>()));
        for (Period period : periods) {
            UnadjustedRows unadjusted = new UnadjustedRows(
                    plan,
                    new UnadjustedRows.Found(ofAreas, ofCities, matched, inhabitants, squares, responses),
                    period);
            List<List<UnadjustedRow>> found =
                    IndicatorSeries.of(plan).stream().map(unadjusted::of).toList();
            addJudged(found, byIndicator);
        }
        List<Comparison.Row> rows = byIndicator.stream().flatMap(List::stream).toList();
        return new Comparison(
                rows,
                plan.excluded(),
                new ComparisonFindings(plan)
                        .of(whileAddingUp(), inhabitants, periods, residuals, matched.keys(), rows));
    }

    /** Returns the findings in the totals of cities, and of the organisations that reported twice. */
    private Findings whileAddingUp() {
        Findings.Collector all = Findings.Collector.withDefaults();
        all.combine(cities.findings());
        Set<Finding> told = Set.copyOf(cities.findings().kept());
        matched.findings().stream().filter(finding -> !told.contains(finding)).forEach(all::add);
        return all.toFindings();
    }

    /** Adjusts the p-values of a period for each other, judges, and adds the rows to those of their indicators. */
    private void addJudged(List<List<UnadjustedRow>> unadjusted, List<List<Comparison.Row>> byIndicator) {
        List<UnadjustedRow> all = unadjusted.stream().flatMap(List::stream).toList();
        List<UnadjustedRow.Adjusted> adjusted = adjusted(
                all.stream().map(UnadjustedRow::pValue),
                all.stream().map(UnadjustedRow::leastPValue),
                all.stream().filter(UnadjustedRow::isCompared).count());
        List<UnadjustedRow.Adjusted> changes = adjusted(
                all.stream().map(UnadjustedRow::changePValue),
                all.stream().map(UnadjustedRow::leastChangePValue),
                all.stream().filter(UnadjustedRow::isChangeCompared).count());
        int next = 0;
        for (int indicator = 0; indicator < unadjusted.size(); indicator++) {
            List<Comparison.Row> rows = new ArrayList<>();
            for (UnadjustedRow row : unadjusted.get(indicator)) {
                rows.add(row.judged(adjusted.get(next), changes.get(next)));
                next++;
            }
            rows.sort(Comparator.comparing(row -> row.key().area().code()));
            byIndicator.get(indicator).addAll(rows);
        }
    }

    /**
     * Returns p-values adjusted for each other: those at the upper end of the design effect, which alone can find an
     * area different, and, as a family of their own, those at the lower end, which are too small if nothing is known of
     * the upper end.
     */
    private List<UnadjustedRow.Adjusted> adjusted(
            Stream<Optional<PValue>> values, Stream<Optional<PValue>> leastValues, long compared) {
        List<Optional<PValue>> raised = raised(values.toList());
        List<Optional<PValue>> least = raised(leastValues.toList());
        Confidence strict = strict(compared);
        List<UnadjustedRow.Adjusted> adjusted = new ArrayList<>();
        for (int i = 0; i < raised.size(); i++) {
            adjusted.add(new UnadjustedRow.Adjusted(raised.get(i), least.get(i), strict));
        }
        return adjusted;
    }

    private List<Optional<PValue>> raised(List<Optional<PValue>> values) {
        List<PValue> raised = plan.options()
                .multipleTesting()
                .adjust(values.stream().flatMap(Optional::stream).toList());
        List<Optional<PValue>> all = new ArrayList<>();
        int next = 0;
        for (Optional<PValue> value : values) {
            all.add(value.isPresent() ? Optional.of(raised.get(next++)) : Optional.empty());
        }
        return all;
    }

    private Confidence strict(long compared) {
        if (plan.options().multipleTesting() == MultipleTesting.NONE || compared < 2) {
            return plan.confidence();
        }
        double level = 1 - (1 - plan.confidence().level()) / compared;
        return Confidence.of(Math.min(Confidence.MAX_LEVEL, level));
    }
}
