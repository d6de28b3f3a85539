package nl.betekenisvolmeten.indicators.formats.output;

import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.betekenisvolmeten.indicators.aggregation.AreaConversion;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.disclosure.Outgoing;
import nl.betekenisvolmeten.indicators.formats.delivery.ContextReport;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonNumber;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonObject;
import nl.betekenisvolmeten.indicators.need.NeedRanking;
import nl.betekenisvolmeten.indicators.plot.Plot;
import nl.betekenisvolmeten.indicators.signal.SignalList;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TotalsComparison;
import nl.betekenisvolmeten.indicators.targets.TargetReport;

/**
 * Results as JSON. A row has a property for each column of {@link ResultTables}, under the same name as in CSV; what is
 * absent is null. Numbers have at most 17 significant digits. Rows are written one by one.
 */
public final class JsonResults {

    private JsonResults() {}

    static <R> Iterable<JsonObject> rows(List<TableColumn<R>> columns, Iterable<R> rows) {
        return () -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row(columns, row))
                .iterator();
    }

    /** Returns a row of a table: a property for each column, null where CSV leaves the cell empty. */
    static <R> JsonObject row(List<TableColumn<R>> columns, R row) {
        JsonObject json = new JsonObject();
        for (TableColumn<R> column : columns) {
            Optional<String> cell = column.text(row);
            json.put(column.name(), column.isText() ? cell : cell.map(JsonNumber::new));
        }
        return json;
    }

    /**
     * Writes totals as an array of objects, with the columns of CSV as properties.
     *
     * @param result the totals
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void write(Outgoing<ResultTable> result, Writer out) throws IOException {
        JsonFiles.writeArray(
                rows(
                                TableColumn.withUse(TotalColumns.of(result), result.use()),
                                result.table().rows())
                        .iterator(),
                out);
    }

    /**
     * Writes totals and those that were delivered, with the properties that {@link CsvResults#write(InternalUse,
     * TotalsComparison, Writer)} has columns for.
     *
     * @param result the totals
     * @param delivered the totals that were delivered
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void write(InternalUse<ResultTable> result, TotalsComparison delivered, Writer out)
            throws IOException {
        JsonFiles.writeArray(totals(result, delivered).iterator(), out);
    }

    static Iterable<JsonObject> totals(InternalUse<ResultTable> result, TotalsComparison delivered) {
        return rows(
                TableColumn.withUse(TotalColumns.of(result.table(), delivered), result.use()),
                result.table().rows());
    }

    /**
     * Writes totals with what came of comparing the deliveries with what was agreed about them: an object with {@code
     * rows}, {@code estimates}, {@code context} and {@code findings}.
     *
     * @param result the totals
     * @param delivered the totals that were delivered
     * @param context what came of the agreements
     * @param estimates apportioned numbers of totals that were converted to other areas; their bounds are in the rows
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void write(
            InternalUse<ResultTable> result,
            TotalsComparison delivered,
            ContextReport context,
            List<AreaConversion.Estimate> estimates,
            Writer out)
            throws IOException {
        JsonFiles.write(
                JsonObject.of(
                                "rows",
                                rows(
                                        TableColumn.withUse(
                                                TotalColumns.of(result.table(), delivered, context), result.use()),
                                        result.table().rows()))
                        .with("estimates", rows(estimateColumns(result.table().keys()), estimates))
                        .with("context", ContextJson.of(context))
                        .with(
                                "findings",
                                ContextJson.findings(
                                        context.findings(), result.table().findings())),
                out);
    }

    private static List<TableColumn<AreaConversion.Estimate>> estimateColumns(List<String> keys) {
        return new TableColumns<AreaConversion.Estimate>("estimates")
                .groups(keys, (estimate, i) -> estimate.key().get(i))
                .text("series", AreaConversion.Estimate::series)
                .number("estimate", estimate -> Optional.of(estimate.value()))
                .toList();
    }

    /**
     * Writes a comparison as an array of objects. After the columns of CSV come what researchers need: the reference,
     * other intervals, the difference, the change.
     *
     * @param result the comparison
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void writeComparison(Outgoing<Comparison> result, Writer out) throws IOException {
        JsonFiles.writeArray(comparison(result), out);
    }

    static Iterator<JsonObject> comparison(Outgoing<Comparison> comparison) {
        return comparison.table().rows().stream()
                .map(row -> ComparisonJson.of(row, comparison.use()))
                .iterator();
    }

    /**
     * Writes a comparison with what came of comparing the deliveries with what was agreed about them: an object with
     * {@code rows}, each with its {@code trend_breaks}, {@code context} and {@code findings}.
     *
     * @param result the comparison
     * @param context what came of the agreements
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void writeComparison(InternalUse<Comparison> result, ContextReport context, Writer out)
            throws IOException {
        Stream<JsonObject> rows =
                result.table().rows().stream().map(row -> ComparisonJson.of(row, result.use(), context));
        JsonFiles.write(
                JsonObject.of("rows", rows.iterator())
                        .with("context", ContextJson.of(context))
                        .with(
                                "findings",
                                ContextJson.findings(
                                        context.findings(), result.table().findings())),
                out);
    }

    /**
     * Writes the list of early signals: an object with the numbers of series examined and tested, the expected number
     * of false signals, and {@code rows}.
     *
     * @param list the list
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void writeSignals(Outgoing<SignalList> list, Writer out) throws IOException {
        JsonFiles.write(SignalsJson.of(list), out);
    }

    /**
     * Writes plots as an array of objects: points, lines, and what is measured along the axes, in both languages. A
     * point shows a figure of an area, so it is protected like one.
     *
     * @param plots the plots
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void writePlots(Outgoing<List<Plot>> plots, Writer out) throws IOException {
        JsonFiles.writeLines(
                plots.table().stream()
                        .map(plot -> PlotJson.of(plot, plots.use()))
                        .iterator(),
                out);
    }

    /**
     * Writes targets: an object with the day on which is judged, how many targets have each outcome, and {@code rows}.
     *
     * @param report the targets
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void writeTargets(Outgoing<TargetReport> report, Writer out) throws IOException {
        JsonFiles.write(TargetsJson.of(report), out);
    }

    /**
     * Writes need by area: an object with the method in words, the weights, what was chosen for a budget, how
     * concentrated the reach is, and {@code rows}.
     *
     * @param report the areas
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void writeNeed(Outgoing<NeedRanking.Report> report, Writer out) throws IOException {
        JsonFiles.write(NeedJson.of(report), out);
    }
}
