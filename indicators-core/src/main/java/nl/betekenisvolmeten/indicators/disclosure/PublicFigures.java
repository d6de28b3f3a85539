package nl.betekenisvolmeten.indicators.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.comparison.ComparisonPlan;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.model.TargetSet;
import nl.betekenisvolmeten.indicators.need.NeedRanking;
import nl.betekenisvolmeten.indicators.need.NeedReach;
import nl.betekenisvolmeten.indicators.plot.Plot;
import nl.betekenisvolmeten.indicators.plot.Plots;
import nl.betekenisvolmeten.indicators.signal.AreaChart;
import nl.betekenisvolmeten.indicators.signal.AreaSeries;
import nl.betekenisvolmeten.indicators.signal.SeriesPlan;
import nl.betekenisvolmeten.indicators.signal.SignalList;
import nl.betekenisvolmeten.indicators.statistics.LatestTest;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.targets.TargetOptions;
import nl.betekenisvolmeten.indicators.targets.TargetReport;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Realised;
import nl.betekenisvolmeten.indicators.targets.TargetReview;

/**
 * What anyone can compute from the tables of a publication, with facts that are public anyway: inhabitants, targets, the
 * choice of indicators. It sees nothing else, so its results say no more than the tables do: what is hidden there has no
 * outcome, rank or point here. Only tables without categories are used.
 *
 * <p>A rounded count stands for all numbers that round to it, so figures compared with targets and need lie between bounds.
 * Signals and plots take it as it is published.
 */
public final class PublicFigures {

    /** The share of false signals among all signals. */
    private static final double FALSE_SHARE = 0.05;

    private final PublicationPlan plan;
    private final AreaHierarchy areas;
    private final Population population;
    private final Map<String, ResultTable> tables;

    private PublicFigures(
            PublicationPlan plan, AreaHierarchy areas, Population population, Map<String, ResultTable> tables) {
        this.plan = plan;
        this.areas = areas;
        this.population = population;
        this.tables = Map.copyOf(tables);
    }

    /**
     * Returns what published tables say.
     *
     * @param plan the plan that they are of
     * @param areas the areas that they are about
     * @param population the inhabitants
     * @param tables the tables by the names of the plan's parts; a part without a table gives no figures
     * @return their figures
     */
    public static PublicFigures of(
            PublicationPlan plan, AreaHierarchy areas, Population population, Map<String, ResultTable> tables) {
        return new PublicFigures(plan, areas, population, tables);
    }

    /**
     * Returns the reference dates of the population that figures per 1,000 inhabitants are based on.
     *
     * @return the dates for the areas of these figures, or what is known instead, such as the name of a file; empty if
     *     there are no such figures
     */
    public SortedSet<String> inhabitantsDates() {
        return plan.parts().stream()
                .filter(part -> part.counts().stream().anyMatch(PublicationPlan.Count::perThousand))
                .flatMap(part -> areas.areas(part.level()).stream())
                .flatMap(area -> Optional.ofNullable(population.figures().get(area.code())).stream())
                .map(Population.Figures::date)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    PublicationPlan plan() {
        return plan;
    }

    /** Returns the parts with a table without categories, largest areas first. */
    private Stream<PublicationPlan.Part> parts() {
        return plan.parts().stream()
                .filter(part -> part.by().isEmpty())
                .sorted(Comparator.comparing(PublicationPlan.Part::level).reversed());
    }

    private PublicationPlan.Part part(String name) {
        return parts().filter(part -> part.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table without categories: " + name));
    }

    private ResultTable table(PublicationPlan.Part part) {
        return tables.getOrDefault(part.id(), new ResultTable(part.keys(), List.of(), List.of(), Findings.none()));
    }

    private CellValue value(PublicationPlan.Part part, ColumnName measure, ResultTable.Row row) {
        int at = table(part).series().indexOf(measure.value());
        return at < 0 ? new CellValue.Missing() : row.figures().get(at).value();
    }

    /** Returns the rows of a table, with an empty cell for each count without an exact number. */
    private CountTable rows(PublicationPlan.Part part) {
        CountTable.Builder rows = CountTable.builder(structure(part));
        for (ResultTable.Row row : table(part).rows()) {
            CountTable.Row counts = rows.row()
                    .code("area_code", row.key().get(0))
                    .code("period", row.key().get(2));
            for (PublicationPlan.Count count : part.counts()) {
                value(part, count.measure(), row)
                        .exact()
                        .ifPresent(number -> counts.value(count.measure().value(), number));
            }
            counts.add();
        }
        return rows.build();
    }

    /** Returns the columns of a table, with a row for each area and period. */
    private TableStructure structure(PublicationPlan.Part part) {
        return new TableStructure(
                List.of(
                        new Dimension.Place(ColumnName.of("area_code"), areas, part.level(), false),
                        new Dimension.Time(ColumnName.of("period"))),
                part.counts().stream().map(PublicFigures::measure).toList());
    }

    private static Measure measure(PublicationPlan.Count count) {
        if (count.isPersons()) {
            return new Measure.Distinct(count.measure());
        }
        return new Measure.Flow(
                count.measure(),
                count.decimals(),
                Optional.of(new Measure.Repeats(Optional.of(count.persons()), Optional.empty()))
                        .filter(any -> count.onePerPerson()));
    }

    private List<Period> periods(PublicationPlan.Part part) {
        return table(part).rows().stream()
                .map(row -> Period.ofCode(row.key().get(2)))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Judges targets on the last day of the last period. A figure of an area that has no row of its own, such as the whole
     * city, is made of the rows of its parts, and hidden if one of these is.
     *
     * @param indicators all indicators that are known
     * @param fed those that the columns of the tables are meant for: another form may have a column of the same name
     * @param sets targets, each with the direction of its indicator
     * @param targets the targets to judge
     * @return a line for each target, in their order
     */
    public TargetReport targets(
            List<Indicator> indicators, List<Indicator> fed, List<TargetSet> sets, List<Target> targets) {
        Map<List<Object>, TargetReview.StatedFigure> figures = new LinkedHashMap<>();
        parts().flatMap(part -> stated(part, fed).stream())
                .forEach(one -> figures.putIfAbsent(List.of(one.indicator(), one.area(), one.period()), one));
        TargetReview review =
                TargetReview.of(areas, indicators).withTargetSets(sets).withStated(List.copyOf(figures.values()));
        TargetOptions options = TargetOptions.withDefaults();
        return review.review(targets, review.latest().map(options::withAsOf).orElse(options));
    }

    private List<TargetReview.StatedFigure> stated(PublicationPlan.Part part, List<Indicator> indicators) {
        TableStructure structure = structure(part);
        List<Indicator> fed = indicators.stream()
                .filter(indicator -> structure.feeds(indicator.formula()))
                .toList();
        List<TargetReview.StatedFigure> figures = new ArrayList<>();
        for (AreaLevel level : AreaLevel.values()) {
            for (Area area : level.compareTo(part.level()) < 0 ? List.<Area>of() : areas.areas(level)) {
                for (Period period : periods(part)) {
                    List<ResultTable.Row> rows = rows(part, area.code(), period);
                    for (Indicator indicator : fed) {
                        figures.add(new TargetReview.StatedFigure(
                                indicator.id(),
                                area.code(),
                                period,
                                realised(part, indicator, area.code(), rows),
                                plan.id().toString()));
                    }
                }
            }
        }
        return figures;
    }

    /** Returns the rows of an area or its parts. */
    private List<ResultTable.Row> rows(PublicationPlan.Part part, AreaCode area, Period period) {
        return table(part).rows().stream()
                .filter(row -> row.key().get(2).equals(period.code())
                        && areas.isWithin(AreaCode.of(row.key().get(0)), area))
                .toList();
    }

    private Realised realised(
            PublicationPlan.Part part, Indicator indicator, AreaCode area, List<ResultTable.Row> rows) {
        List<Figure> totals = indicator.formula().parts().stream()
                .map(one -> Figure.of(total(part, one.column(), rows), 1, 0))
                .toList();
        CellValue value = Series.figure(indicator, totals, rate -> population.denominator(area, rate))
                .value();
        return new Realised(
                value, value instanceof CellValue.Incomplete ? Realised.State.INCOMPLETE : Realised.State.COMPLETE);
    }

    /** Returns a count of rows together: the numbers that it can be by what is published of each. */
    private CellValue total(PublicationPlan.Part part, ColumnName measure, List<ResultTable.Row> rows) {
        List<CellValue> values =
                rows.stream().map(row -> value(part, measure, row)).toList();
        Optional<CellValue> without = values.stream()
                .filter(value -> value.exact().isEmpty())
                .max(Comparator.comparing((CellValue value) -> value instanceof CellValue.Suppressed)
                        .thenComparing(value -> value instanceof CellValue.NotDefined));
        if (without.isPresent()) {
            boolean incomplete = values.size() > 1
                    && (without.get() instanceof CellValue.Missing || without.get() instanceof CellValue.Incomplete);
            return incomplete ? CellValue.Incomplete.unknown() : without.get();
        }
        PublicationPlan.Count count = part.counts().stream()
                .filter(one -> one.measure().equals(measure))
                .findFirst()
                .orElseThrow();
        BigDecimal slack = slack(count);
        List<BigDecimal> numbers =
                values.stream().flatMap(value -> value.exact().stream()).toList();
        Stream<BigDecimal> lower =
                numbers.stream().map(number -> number.subtract(slack).max(BigDecimal.ZERO));
        return lower.reduce(count.isPersons() ? BigDecimal::max : BigDecimal::add)
                .map(least -> CellValue.between(
                        least, numbers.stream().map(slack::add).reduce(BigDecimal.ZERO, BigDecimal::add)))
                .orElseGet(CellValue.Missing::new);
    }

    /** Returns how far a count may be from its rounded number. */
    private BigDecimal slack(PublicationPlan.Count count) {
        int base = plan.policy().rounding().base();
        if (plan.isRoundedTogether(count)) {
            return BigDecimal.valueOf(base).subtract(BigDecimal.ONE.movePointLeft(count.decimals()));
        }
        return count.decimals() == 0 ? BigDecimal.valueOf(base / 2) : BigDecimal.valueOf(5L * base, 1);
    }

    /**
     * Returns what deserves attention: the last period of each area compared with its own earlier ones, with 5 % of the signals
     * false at most and the variation that the earlier periods had. A series with a hidden figure is left out.
     *
     * @param table the name of a table without categories
     * @param indicators the indicators that its columns are meant for
     * @return the list
     * @throws IllegalArgumentException if the plan has no such table
     */
    public SignalList signals(String table, List<Indicator> indicators) {
        return SignalList.of(series(part(table), indicators), FALSE_SHARE, LatestTest.Variation.OVERDISPERSED);
    }

    private List<AreaSeries> series(PublicationPlan.Part part, List<Indicator> indicators) {
        SeriesPlan.Collector collector = SeriesPlan.of(structure(part), indicators, part.level(), population)
                .newCollector();
        rows(part).handTo(collector);
        return collector.result().value().orElseThrow().stream()
                .filter(series -> table(part).rows().stream()
                        .filter(row ->
                                row.key().get(0).equals(series.area().code().value()))
                        .noneMatch(row -> isHidden(part, series.indicator(), row)))
                .toList();
    }

    private boolean isHidden(PublicationPlan.Part part, Indicator indicator, ResultTable.Row row) {
        return indicator.formula().columns().stream()
                .anyMatch(column -> value(part, column, row) instanceof CellValue.Suppressed);
    }

    /**
     * Returns the plots of a table: those of a comparison of its areas, and a control chart of each series whose baseline
     * has lines. A hidden figure has no point, the city that it is part of has no line, and there is no control chart of a
     * series with it.
     *
     * @param table the name of a table without categories
     * @param indicators the indicators that its columns are meant for
     * @return the plots
     * @throws IllegalArgumentException if the plan has no such table
     */
    public List<Plot> plots(String table, List<Indicator> indicators) {
        PublicationPlan.Part part = part(table);
        List<Plot> plots =
                new ArrayList<>(Plots.all(ComparisonPlan.of(structure(part), indicators, part.level(), population)
                        .compare(rows(part))));
        series(part, indicators).stream()
                .map(AreaChart::of)
                .filter(chart -> chart.notDefined().isEmpty())
                .forEach(chart -> Plots.controlChart(chart).ifPresent(plots::add));
        return List.copyOf(plots);
    }

    /**
     * Compares need with who was reached in the last period. A hidden figure has no reach, and then there is no
     * concentration either.
     *
     * @param ranking the need
     * @param measure the count that is the reach
     * @return the need, with the reach if a table without categories has the count for such areas
     */
    public NeedRanking.Report need(NeedRanking ranking, ColumnName measure) {
        Optional<AreaLevel> level =
                ranking.rows().stream().map(row -> row.area().level()).findFirst();
        Optional<NeedReach> reach = parts().filter(part -> level.equals(Optional.of(part.level()))
                        && table(part).series().contains(measure.value()))
                .findFirst()
                .map(part -> NeedReach.of(ranking, reached(part, measure), population));
        return new NeedRanking.Report(ranking, Optional.empty(), reach);
    }

    private Map<AreaCode, CellValue> reached(PublicationPlan.Part part, ColumnName measure) {
        Map<AreaCode, CellValue> reached = new TreeMap<>();
        periods(part).stream()
                .reduce((earlier, later) -> later)
                .ifPresent(last -> areas.areas(part.level())
                        .forEach(area ->
                                reached.put(area.code(), total(part, measure, rows(part, area.code(), last)))));
        return reached;
    }
}
