package nl.betekenisvolmeten.indicators.formats.output;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.coverage.Completeness.PeriodStatus;
import nl.betekenisvolmeten.indicators.disclosure.Outgoing;
import nl.betekenisvolmeten.indicators.disclosure.Protected;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.formats.delivery.ContextReport;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;
import nl.betekenisvolmeten.indicators.formats.internal.result.Numbers;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.MissingPolicy;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TotalsComparison;

/** The columns of totals: those of the groups, some for each figure, and what the group rests on. */
final class TotalColumns {

    private final TableColumns<ResultTable.Row> columns = new TableColumns<>("totals");

    private TotalColumns() {}

    /** Returns every column that totals may have, including those that only some tables have. */
    static List<TableColumn<ResultTable.Row>> all(List<String> keys, List<String> series) {
        TotalColumns all = new TotalColumns();
        keys(all.columns, keys);
        all.figures(series, any -> true, any -> true);
        all.basis();
        all.delivered(series, new TotalsComparison(List.of(), Findings.none()));
        all.policy(new MissingPolicy.AddUp());
        all.columns.optionalText("period_status", row -> Optional.empty());
        return all.columns.toList();
    }

    /** Returns the columns of a table that is published by itself. */
    static List<TableColumn<ResultTable.Row>> of(Outgoing<ResultTable> result) {
        ResultTable table = result.table();
        return result instanceof Protected
                ? forPublication(table.keys(), table.series())
                : of(table, new TotalsComparison(List.of(), Findings.none()));
    }

    /**
     * Returns the columns of a protected table: bounds, and the numbers of rows and organisations, would disclose
     * figures.
     */
    static List<TableColumn<ResultTable.Row>> forPublication(List<String> keys, List<String> series) {
        TableColumns<ResultTable.Row> columns = keys(new TableColumns<>("public"), keys);
        for (int i = 0; i < series.size(); i++) {
            int index = i;
            Function<ResultTable.Row, CellValue> value =
                    row -> row.figures().get(index).value();
            columns.about(series.get(i))
                    .number("*", value.andThen(Numbers::number))
                    .text("*_status", value.andThen(CellValue::status).andThen(CellValue.Status::code));
        }
        return columns.toList();
    }

    /** Returns the columns of a table, including those of the totals that were delivered. */
    static List<TableColumn<ResultTable.Row>> of(ResultTable table, TotalsComparison delivered) {
        TotalColumns of = new TotalColumns();
        keys(of.columns, table.keys());
        of.figures(
                table.series(),
                any(table, figure -> figure.oldest().isPresent()),
                any(table, figure -> figure.value().refusal().isPresent()));
        of.basis();
        List<String> both = table.series().stream()
                .filter(name -> delivered.rows().stream()
                        .anyMatch(row -> row.total().series().equals(name)))
                .toList();
        of.delivered(both, delivered);
        if (!(table.missing() instanceof MissingPolicy.AddUp)) {
            of.policy(table.missing());
        }
        return of.columns.toList();
    }

    /** Returns the same columns, with how final the figures of each period are. */
    static List<TableColumn<ResultTable.Row>> of(ResultTable table, TotalsComparison delivered, ContextReport context) {
        List<TableColumn<ResultTable.Row>> status = new TableColumns<ResultTable.Row>("totals")
                .optionalText(
                        "period_status", row -> context.statusOf(row.key()).map(PeriodStatus::code))
                .toList();
        return Stream.concat(of(table, delivered).stream(), status.stream()).toList();
    }

    private static IntPredicate any(ResultTable table, Predicate<Figure> what) {
        return i ->
                table.rows().stream().anyMatch(row -> what.test(row.figures().get(i)));
    }

    private static TableColumns<ResultTable.Row> keys(TableColumns<ResultTable.Row> columns, List<String> keys) {
        return columns.groups(keys, (row, i) -> row.key().get(i));
    }

    private void figures(List<String> series, IntPredicate isState, IntPredicate isRefused) {
        for (int i = 0; i < series.size(); i++) {
            int index = i;
            Function<ResultTable.Row, Figure> figure = row -> row.figures().get(index);
            columns.about(series.get(i))
                    .number("*", figure.andThen(Figure::value).andThen(Numbers::number))
                    .number("*_lower", figure.andThen(Figure::value).andThen(Numbers::lower))
                    .number("*_upper", figure.andThen(Figure::value).andThen(Numbers::upper))
                    .text("*_status", row -> figure.apply(row).value().status().code())
                    .whole("*_cells_missing", row -> figure.apply(row).cellsMissing());
            if (isState.test(i)) {
                columns.optionalText(
                        "*_oldest", row -> figure.apply(row).oldest().map(Period::code));
            }
            if (isRefused.test(i)) {
                columns.optionalText("*_reason", row -> reason(figure.apply(row).value()));
            }
        }
    }

    private void basis() {
        columns.whole("rows_rejected", ResultTable.Row::rejected)
                .whole("rows", ResultTable.Row::observations)
                .optionalWhole(
                        "organisations",
                        row -> row.reporters().map(OptionalLong::of).orElseGet(OptionalLong::empty))
                .number("coverage", row -> row.coverage().map(Coverage::share));
    }

    private void delivered(List<String> series, TotalsComparison delivered) {
        for (String name : series) {
            Function<ResultTable.Row, CellValue> difference = row -> delivered
                    .find(row.key(), name)
                    .map(TotalsComparison.Row::difference)
                    .orElseGet(CellValue.Missing::new);
            columns.about(name)
                    .number(
                            "*_delivered",
                            row -> delivered
                                    .find(row.key(), name)
                                    .map(found -> found.total().value()))
                    .number("*_difference", difference.andThen(CellValue::exact))
                    .number("*_difference_lower", difference.andThen(Numbers::lower))
                    .number("*_difference_upper", difference.andThen(Numbers::upper))
                    .optionalText(
                            "*_beside",
                            row -> delivered.find(row.key(), name).map(found -> JsonFiles.word(found.outcome())));
        }
    }

    private void policy(MissingPolicy policy) {
        columns.text("missing_policy", row -> policy.code());
    }

    /** Returns why a figure is refused, as a word. */
    static Optional<String> reason(CellValue value) {
        return value.refusal().map(CellValue.Reason::code);
    }
}
