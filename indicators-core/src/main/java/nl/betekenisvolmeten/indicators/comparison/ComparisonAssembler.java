package nl.betekenisvolmeten.indicators.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.FindingCollector;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Direction;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.ExactTest;
import nl.betekenisvolmeten.indicators.statistics.FunnelClass;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.statistics.MultipleTesting;
import nl.betekenisvolmeten.indicators.statistics.PValue;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/** Puts each area beside its city. */
final class ComparisonAssembler {

    private static final FindingCode NOT_ALL_REPORTED = FindingCode.of("BM-A03");

    private final ComparisonPlan plan;
    private final AreaHierarchy hierarchy;
    private final ResultTable areas;
    private final ResultTable cities;
    private final CityInhabitants inhabitants;

    ComparisonAssembler(ComparisonPlan plan, ResultTable areas, ResultTable cities) {
        this.plan = plan;
        this.areas = areas;
        this.cities = cities;
        hierarchy = ComparisonPlan.place(plan.structure(), plan.level()).areas();
        inhabitants = new CityInhabitants(plan, hierarchy, areas);
    }

    Comparison assemble() {
        List<Comparison.Row> rows = new ArrayList<>();
        Set<String> periods = new TreeSet<>();
        // a period that was asked for is answered, also when nobody reported
        plan.period().ifPresent(period -> periods.add(period.code()));
        areas.rows().forEach(row -> periods.add(row.key().get(1)));
        for (String period : periods) {
            rows.addAll(judged(rowsOf(period)));
        }
        List<Indicator> order = plan.indicators();
        rows.sort((a, b) -> Integer.compare(order.indexOf(a.indicator()), order.indexOf(b.indicator())));
        return new Comparison(rows, plan.leftOut(), findings(periods));
    }

    /** What was found while adding up, and which stadsdelen a city's figure does not speak of. */
    private Findings findings(Set<String> periods) {
        FindingCollector all = FindingCollector.withDefaults();
        all.combine(cities.findings());
        for (Area city : hierarchy.areas(AreaLevel.GEMEENTE)) {
            int parts = inhabitants.parts(city.code()).size();
            for (String period : periods) {
                int reported = inhabitants.reported(city.code(), period).size();
                if (reported < parts) {
                    Map<String, String> arguments = Map.of(
                            "area", city.name(),
                            "period", period,
                            "found", Integer.toString(reported),
                            "expected", Integer.toString(parts));
                    all.add(Finding.of(NOT_ALL_REPORTED, Severity.NOTE, Location.nowhere(), arguments));
                }
            }
        }
        return all.toFindings();
    }

    private List<Comparison.Row> rowsOf(String period) {
        List<Comparison.Row> rows = new ArrayList<>();
        int series = 0;
        for (Indicator indicator : plan.indicators()) {
            IndicatorSeries indicatorSeries = new IndicatorSeries(plan, indicator);
            int count = indicatorSeries.series().size();
            for (Area area : hierarchy.areas(plan.level())) {
                rows.add(row(area, period, indicatorSeries, series, series + count));
            }
            series += count;
        }
        return rows;
    }

    private Comparison.Row row(Area area, String period, IndicatorSeries series, int from, int to) {
        AreaCode city = hierarchy.ancestor(area.code(), AreaLevel.GEMEENTE).orElseThrow();
        Optional<ResultTable.Row> areaRow = areas.row(area.code().value(), period);
        Measurement own = measure(areaRow, series, from, to, inhabitants.ofArea(series.indicator(), area.code()));
        Measurement whole = measure(
                cities.row(city.value(), period),
                series,
                from,
                to,
                inhabitants.ofCity(series.indicator(), city, period));
        CellValue cityValue = whole.value();
        return new Comparison.Row(
                area,
                series.indicator(),
                period,
                own.numerator(),
                own.denominator(),
                own.per(),
                own.value(),
                own.interval(plan.confidence()),
                plan.confidence(),
                own.kind().method(),
                cityValue,
                pValue(own, whole),
                Optional.empty(),
                Judgement.NONE,
                funnel(own, whole),
                areaRow.flatMap(ResultTable.Row::coverage),
                own.complete() && whole.complete());
    }

    /** Without any row in the area nothing was reported, so everything is missing. */
    private static Measurement measure(
            Optional<ResultTable.Row> row, IndicatorSeries series, int from, int to, OptionalLong inhabitants) {
        List<Figure> figures = new ArrayList<>();
        for (int i = from; i < to; i++) {
            int index = i;
            figures.add(row.map(found -> found.figures().get(index))
                    .orElseGet(() -> Figure.of(new CellValue.Missing(), 0, 1)));
        }
        return series.measure(figures, inhabitants);
    }

    /**
     * The city's value, where a count can be tested against it: both are complete, exact, not negative, and within what the exact
     * methods can do.
     */
    private static Optional<BigDecimal> reference(Measurement own, Measurement city) {
        if (!own.complete()
                || !city.complete()
                || !own.isExact()
                || own.interval(Confidence.P95).isEmpty()) {
            return Optional.empty();
        }
        BigDecimal largest = BigDecimal.valueOf(ExactTest.LARGEST_COUNT);
        CellValue largestCount = own.kind() == Measurement.Kind.SHARE ? own.denominator() : own.numerator();
        return city.value()
                .exact()
                .filter(value -> value.signum() >= 0)
                .filter(value -> largestCount.exact().orElseThrow().compareTo(largest) <= 0)
                .filter(value ->
                        own.kind() == Measurement.Kind.SHARE || expected(own, value) <= ExactTest.LARGEST_COUNT);
    }

    private static Optional<PValue> pValue(Measurement own, Measurement whole) {
        return reference(own, whole).map(city -> {
            long count = count(own.numerator());
            return own.kind() == Measurement.Kind.SHARE
                    ? ExactTest.binomial(count, count(own.denominator()), share(own, city))
                    : ExactTest.poisson(count, expected(own, city));
        });
    }

    private static Optional<FunnelClass> funnel(Measurement own, Measurement whole) {
        return reference(own, whole).flatMap(city -> {
            long count = count(own.numerator());
            return own.kind() == Measurement.Kind.SHARE
                    ? FunnelClass.ofProportion(count, count(own.denominator()), share(own, city))
                    : FunnelClass.ofCount(count, expected(own, city));
        });
    }

    private static double share(Measurement own, BigDecimal city) {
        return city.divide(BigDecimal.valueOf(own.per().multiplier()), MathContext.DECIMAL128)
                .doubleValue();
    }

    /** Rounded once: next to a whole number the last digit decides which counts are as likely as the one seen. */
    private static double expected(Measurement own, BigDecimal city) {
        return city.multiply(own.denominator().exact().orElseThrow())
                .divide(BigDecimal.valueOf(own.per().multiplier()), MathContext.DECIMAL128)
                .doubleValue();
    }

    private static long count(CellValue value) {
        return value.exact().orElseThrow().longValueExact();
    }

    /** Adjusts the p-values of a period for each other, and judges. */
    private List<Comparison.Row> judged(List<Comparison.Row> rows) {
        List<Comparison.Row> tested =
                rows.stream().filter(row -> row.pValue().isPresent()).toList();
        List<PValue> adjusted = MultipleTesting.BENJAMINI_HOCHBERG.adjust(
                tested.stream().map(row -> row.pValue().orElseThrow()).toList());
        List<Comparison.Row> judged = new ArrayList<>();
        int next = 0;
        for (Comparison.Row row : rows) {
            Optional<PValue> p = row.pValue().isPresent() ? Optional.of(adjusted.get(next++)) : Optional.empty();
            judged.add(row.judged(p, judgement(row, p)));
        }
        return judged;
    }

    private Judgement judgement(Comparison.Row row, Optional<PValue> adjusted) {
        if (row.value().least().isEmpty()
                || row.cityValue().least().isEmpty()
                || row.interval().isEmpty()) {
            return Judgement.NONE;
        }
        if (!row.complete()) {
            return Judgement.NOT_DECIDED;
        }
        Direction direction = row.indicator().direction();
        if (adjusted.isPresent()) {
            boolean different = adjusted.get().value() < 1 - plan.confidence().level();
            BigDecimal own = row.value().exact().orElseThrow();
            return different
                    ? Judgement.of(own.compareTo(row.cityValue().exact().orElseThrow()) > 0, direction)
                    : Judgement.SIMILAR;
        }
        boolean exact = row.numerator().exact().isPresent()
                && row.denominator().exact().isPresent()
                && row.cityValue().exact().isPresent();
        return exact ? Judgement.NONE : fromBounds(row.interval().get(), row.cityValue(), direction);
    }

    /** Bounds settle a difference only where everything that the area can be lies beside all that the city can be. */
    private static Judgement fromBounds(Interval own, CellValue city, Direction direction) {
        if (own.lower() > city.most().orElseThrow().doubleValue()) {
            return Judgement.of(true, direction);
        }
        return own.upper() < city.least().orElseThrow().doubleValue()
                ? Judgement.of(false, direction)
                : Judgement.NOT_DECIDED;
    }
}
