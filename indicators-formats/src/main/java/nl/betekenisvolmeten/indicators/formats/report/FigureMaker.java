package nl.betekenisvolmeten.indicators.formats.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Agreed;
import nl.betekenisvolmeten.indicators.aggregation.LedgerAggregator;
import nl.betekenisvolmeten.indicators.aggregation.Selection;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.comparison.ComparisonPlan;
import nl.betekenisvolmeten.indicators.formats.delivery.ContextReport;
import nl.betekenisvolmeten.indicators.formats.report.Cell.UnknownCellException.Reason;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.Part;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.Role;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.PossibleCodes;

/** Has the core make a cell's figure again, and says which rows it is made of. */
final class FigureMaker implements RowTaker {

    /** One of the totals that the figure needs. */
    record Wanted(Role role, Formula.Part of) {}

    /** The figure with what is expressed and reported of it. */
    record Made(Figure figure, OptionalLong per, Optional<Coverage> coverage) {}

    private final TableStructure structure;
    private final CellScope scope;
    private final List<Wanted> wanted;
    private final AggregationPlan plan;
    private final LedgerAggregator totals;
    private final Optional<Quotient> quotient;
    private final PersonBounds persons;
    private Function<AggregationPlan, Function<List<String>, Optional<Coverage>>> coverage =
            any -> key -> Optional.empty();
    private Map<Role, CellValue> counted = Map.of();
    private boolean mayCount;

    /** What the figure of an indicator rests on. */
    record Basis(CellScope scope, Population population, Agreed agreed) {}

    /** An indicator that is a quotient of totals, or a total by the number of inhabitants. */
    private record Quotient(Indicator indicator, Population population) {}

    /** The totals of a figure, and the quotient that they make; empty for a plain total. */
    private record Recipe(List<Wanted> wanted, Optional<Quotient> quotient) {}

    private FigureMaker(TableStructure structure, CellScope scope, Agreed agreed, Recipe recipe) {
        this.structure = structure;
        this.scope = scope;
        wanted = recipe.wanted();
        quotient = recipe.quotient();
        List<Series> series = wanted.stream()
                .<Series>map(one -> new Series.Total(
                        one.role() + " " + one.of().column(),
                        one.of().column(),
                        Selection.of(one.of().where())))
                .toList();
        persons = PersonBounds.of(wanted, structure);
        plan = new AggregationPlan(structure, scope.groupings(), persons.and(series), Optional.empty()).with(agreed);
        totals = LedgerAggregator.of(plan, agreed.overlaps());
    }

    /** Returns a maker of the total of a column. */
    static FigureMaker of(ColumnName measure, TableStructure structure, CellScope scope, Agreed agreed) {
        Wanted total = new Wanted(Role.TOTAL, new Formula.Part(measure, scope.where()));
        return new FigureMaker(structure, scope, agreed, new Recipe(List.of(total), Optional.empty()));
    }

    /** Returns a maker of an indicator's figure. */
    static FigureMaker of(Indicator asked, TableStructure structure, Basis basis) {
        CellScope scope = basis.scope();
        Formula formula =
                asked.formula() instanceof Formula.Answers answers ? AnswerTotals.together(answers) : asked.formula();
        Indicator indicator = asked.with(formula);
        if (scope.hasOthers() && formula instanceof Formula.PopulationRate) {
            throw new Cell.UnknownCellException(
                    Reason.COLUMN,
                    Stream.concat(
                                    Stream.of(scope.key()),
                                    scope.where().values().stream().flatMap(Set::stream))
                            .collect(Collectors.joining(", ")),
                    List.of("stadsdeel", "wijk", "stad", "periode"));
        }
        List<Wanted> wanted = wanted(indicator).stream()
                .map(one -> new Wanted(one.role(), one.of().and(scope.where())))
                .toList();
        for (Wanted one : wanted) {
            if (structure.measureIndex(one.of().column()).isEmpty()) {
                throw new Cell.UnknownCellException(
                        Reason.INDICATOR, indicator.id().value(), List.of());
            }
        }
        boolean total = wanted.get(0).role() == Role.TOTAL;
        if (!total) {
            check(indicator, structure, basis);
        }
        Optional<Quotient> quotient =
                total ? Optional.empty() : Optional.of(new Quotient(indicator, basis.population()));
        return new FigureMaker(structure, scope, basis.agreed(), new Recipe(wanted, quotient));
    }

    private static List<Wanted> wanted(Indicator indicator) {
        Formula formula = indicator.formula();
        List<Formula.Part> parts = formula.parts();
        if (parts.isEmpty()) {
            throw new Cell.UnknownCellException(Reason.NOT_MADE, indicator.id().value(), List.of());
        }
        if (formula instanceof Formula.Total || formula instanceof Formula.Mean) {
            return List.of(new Wanted(Role.TOTAL, parts.get(0)));
        }
        int above =
                formula instanceof Formula.Answers answers ? answers.numerator().size() : 1;
        List<Wanted> wanted = new ArrayList<>();
        parts.forEach(part -> wanted.add(new Wanted(wanted.size() < above ? Role.NUMERATOR : Role.DENOMINATOR, part)));
        return wanted;
    }

    /** Refuses a quotient that is not made of a cell: a rate per inhabitant needs an area and a period. */
    private static void check(Indicator indicator, TableStructure structure, Basis basis) {
        CellScope scope = basis.scope();
        if (indicator.formula() instanceof Formula.PopulationRate
                && (scope.area().isEmpty() || scope.period().isEmpty())) {
            throw new Cell.UnknownCellException(
                    Reason.INCOMPLETE, indicator.id().value(), List.of("stadsdeel", "wijk", "stad", "periode"));
        }
        scope.area()
                .map(area -> ComparisonPlan.of(
                        structure, List.of(indicator), area.code().level(), basis.population()))
                .filter(plan -> !plan.excluded().isEmpty())
                .ifPresent(plan -> {
                    throw new Cell.UnknownCellException(
                            Reason.NOT_MADE, indicator.id().value(), List.of());
                });
    }

    @Override
    public void accept(Observation row) {
        accept(row, row);
    }

    @Override
    public void accept(Observation row, Observation delivered) {
        if (scope.fits(row)) {
            totals.accept(row, delivered);
        }
        counted = counted(row);
    }

    @Override
    public void acceptRejected(RejectedRows rows) {
        totals.acceptRejected(rows);
        mayCount = scope.mayContain(rows);
    }

    @Override
    public void acceptTotal(OwnTotal total) {
        totals.acceptTotal(total);
        counted = counted(total);
    }

    /** Returns the number that the last row or total gave to each total; none if it does not fall in the cell. */
    Map<Role, CellValue> counted() {
        return counted;
    }

    /** Returns whether the last rows with an error may be in the cell. */
    boolean mayCount() {
        return mayCount;
    }

    /** Returns the number that a total gives, if its rows may have any of its codes. */
    private Map<Role, CellValue> counted(OwnTotal total) {
        long[] values =
                total.values().stream().mapToLong(value -> value.orElse(0)).toArray();
        boolean[] known = new boolean[values.length];
        for (int m = 0; m < known.length; m++) {
            known[m] = total.values().get(m).isPresent();
        }
        String[] codes = total.codes().stream().map(PossibleCodes::text).toArray(String[]::new);
        return counted(Observation.of(codes, values, known));
    }

    @Override
    public void refuse(Observation row) {
        if (scope.fits(row)) {
            totals.refuse(row);
        }
    }

    /** Sets the report that gives the expected coverage. */
    void agreed(ContextReport report) {
        coverage = report::coverage;
    }

    private Optional<ResultTable.Row> row() {
        return totals.result(coverage.apply(plan)).row(scope.key());
    }

    /** Returns the number that a row adds to each total; none if it is not in the cell. */
    private Map<Role, CellValue> counted(Observation row) {
        Map<Role, CellValue> counted = new TreeMap<>();
        if (scope.contains(row)) {
            wanted.stream()
                    .filter(one -> one.of().where().entrySet().stream().allMatch(entry -> isOf(row, entry)))
                    .forEach(one -> counted.merge(one.role(), counted(row, one), AnswerTotals::plus));
            persons.add(counted);
        }
        return counted;
    }

    private boolean isOf(Observation row, Map.Entry<ColumnName, Set<String>> codes) {
        return possible(row, codes.getKey()).stream().anyMatch(codes.getValue()::contains);
    }

    private List<String> possible(Observation row, ColumnName column) {
        return PossibleCodes.of(row.code(structure.dimensionIndex(column).orElseThrow()));
    }

    /** Returns the value that a row adds: between zero and all of it if the row may have another code. */
    private CellValue counted(Observation row, Wanted one) {
        CellValue value = value(row, one.of().column());
        boolean sure = !scope.isDoubtful(row)
                && one.of().where().entrySet().stream()
                        .allMatch(codes -> codes.getValue().containsAll(possible(row, codes.getKey())));
        return sure || value.upperBound().isEmpty()
                ? value
                : CellValue.between(
                        BigDecimal.ZERO.min(value.lowerBound().orElseThrow()),
                        value.upperBound().get());
    }

    private CellValue value(Observation row, ColumnName column) {
        int index = structure.measureIndex(column).orElseThrow();
        return row.isKnown(index)
                ? CellValue.of(BigDecimal.valueOf(
                        row.value(index).orElseThrow(),
                        structure.measures().get(index).scale()))
                : new CellValue.Missing();
    }

    List<Part> parts() {
        Optional<ResultTable.Row> row = row();
        boolean overQuarters = scope.period()
                .filter(one -> one.kind().months() <= PeriodKind.QUARTER.months())
                .isEmpty();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Wanted one = wanted.get(i);
            int index = i;
            Measure measure = structure
                    .measures()
                    .get(structure.measureIndex(one.of().column()).orElseThrow());
            Figure figure = row.map(found -> figure(found, index, measure))
                    .orElseGet(() -> Figure.of(new CellValue.Missing(), 0, 0));
            Set<Explanation.Bound> bounds = row.filter(any -> measure instanceof Measure.Distinct)
                    .map(found -> persons.bounds(index, figure.value(), found, overQuarters))
                    .orElse(Set.of());
            parts.add(new Part(one.role(), measure, one.of().where(), figure, bounds));
        }
        return parts;
    }

    private static Figure figure(ResultTable.Row row, int index, Measure measure) {
        Figure figure = row.figures().get(index);
        return row.observations() > 0 && measure.isZeroWithoutRows() ? figure.withValue(figure.valueOrZero()) : figure;
    }

    Made make() {
        return new Made(
                quotient.map(this::quotient).orElseGet(() -> parts().get(0).figure()),
                quotient.map(of ->
                                OptionalLong.of(of.indicator().formula().per().multiplier()))
                        .orElseGet(OptionalLong::empty),
                row().flatMap(ResultTable.Row::coverage));
    }

    private Figure quotient(Quotient of) {
        Optional<ResultTable.Row> row = row();
        if (row.isEmpty()) {
            return Figure.of(new CellValue.Missing(), 0, 0);
        }
        Figure figure = Series.figure(
                of.indicator(),
                parts().stream().map(Part::figure).toList(),
                rate -> of.population().denominator(scope.area().orElseThrow().code(), rate));
        // an answer that nobody gave is no empty cell, so a rejected row is seen by its number alone
        boolean unknown =
                of.indicator().formula() instanceof Formula.Answers && row.get().rejected() > 0;
        return unknown ? figure.withValue(CellValue.Incomplete.unknown()) : figure;
    }
}
