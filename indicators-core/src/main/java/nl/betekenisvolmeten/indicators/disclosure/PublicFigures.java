package nl.betekenisvolmeten.indicators.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.aggregation.Series;
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
 * <p>A rounded count stands for all numbers that round to it, so figures compared with targets lie between bounds.
 */
public final class PublicFigures {

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

    PublicationPlan plan() {
        return plan;
    }

    /** Returns the parts with a table without categories, largest areas first. */
    private Stream<PublicationPlan.Part> parts() {
        return plan.parts().stream()
                .filter(part -> part.by().isEmpty() && tables.containsKey(part.id()))
                .sorted(Comparator.comparing(PublicationPlan.Part::level).reversed());
    }

    private ResultTable table(PublicationPlan.Part part) {
        return Optional.ofNullable(tables.get(part.id())).orElseThrow();
    }

    /** Returns the columns of a table as those of rows: one for each area and period. */
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
        int at = table(part).series().indexOf(measure.value());
        List<CellValue> values = at < 0
                ? List.of()
                : rows.stream().map(row -> row.figures().get(at).value()).toList();
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
        int base = plan.policy().rounding();
        return count.decimals() == 0 ? BigDecimal.valueOf(base / 2) : BigDecimal.valueOf(5L * base, 1);
    }
}
