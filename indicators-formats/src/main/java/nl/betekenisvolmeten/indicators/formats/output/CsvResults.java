package nl.betekenisvolmeten.indicators.formats.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.disclosure.Outgoing;
import nl.betekenisvolmeten.indicators.formats.delivery.ContextReport;
import nl.betekenisvolmeten.indicators.formats.internal.csv.CsvRowWriter;
import nl.betekenisvolmeten.indicators.need.NeedRanking;
import nl.betekenisvolmeten.indicators.signal.SignalList;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TotalsComparison;
import nl.betekenisvolmeten.indicators.targets.TargetReport;
import nl.betekenisvolmeten.indicators.validation.internal.SpreadsheetFormula;

/**
 * Results as CSV: separated by semicolons, numbers with a point and with at most 17 significant digits, whatever the reader's
 * language. What is not exact leaves the value's cell empty and fills the bounds. Texts that a spreadsheet would run are made
 * harmless. The columns are those of {@link ResultTables}.
 */
public final class CsvResults {

    private CsvResults() {}

    /**
     * Writes totals: the grouping columns, then for each figure its value, bounds, status and number of missing cells,
     * then rejected rows, rows, organisations and coverage. Protected totals have no more than the grouping columns and
     * each figure's value and status. Every table's last column, {@code use}, says who may see it.
     *
     * @param result the totals
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void write(Outgoing<ResultTable> result, Writer out) throws IOException {
        write(TotalColumns.of(result), result.table().rows().stream(), result, out);
    }

    /**
     * Writes totals and those that were delivered. After the columns of {@link #write(Outgoing, Writer)} come, for each
     * figure with delivered totals, the total, the total minus its parts, with bounds, and what the parts say of it;
     * and, unless what came in was added up, what became of totals with a part that did not come in.
     *
     * @param result the totals
     * @param delivered the delivered totals
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void write(InternalUse<ResultTable> result, TotalsComparison delivered, Writer out)
            throws IOException {
        write(TotalColumns.of(result.table(), delivered), result.table().rows().stream(), result, out);
    }

    /**
     * Writes computed totals together with delivered ones, and how final the figures of each period are.
     *
     * @param result the totals
     * @param delivered the delivered totals
     * @param context the report that says how final periods are
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void write(
            InternalUse<ResultTable> result, TotalsComparison delivered, ContextReport context, Writer out)
            throws IOException {
        write(TotalColumns.of(result.table(), delivered, context), result.table().rows().stream(), result, out);
    }

    /**
     * Writes a comparison, a row for each area, indicator and period, with the change where that was asked for.
     *
     * @param result the comparison
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void writeComparison(Outgoing<Comparison> result, Writer out) throws IOException {
        write(ComparisonColumns.of(result.table().rows()), result.table().rows().stream(), result, out);
    }

    /**
     * Writes a comparison with, in a last column, the places where the figures begin a new way of counting, such as
     * {@code 2026KW02 Laak: 91000011 > 91000029}; several are separated by semicolons.
     *
     * @param result the comparison
     * @param context the report with the breaks
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void writeComparison(InternalUse<Comparison> result, ContextReport context, Writer out)
            throws IOException {
        List<Comparison.Row> rows = result.table().rows();
        write(
                ComparisonColumns.with(ComparisonColumns.of(rows), context::breaksOf, context::statusOf),
                rows.stream(),
                result,
                out);
    }

    /**
     * Writes a comparison, a row for each statistic of an area, indicator and period.
     *
     * @param result the comparison
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void writeTidy(Outgoing<Comparison> result, Writer out) throws IOException {
        write(TidyRow.TABLE, TidyRow.of(result.table()), result, out);
    }

    /**
     * Writes the list of early signals, a row for each series that was tested.
     *
     * @param list the list
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void writeSignals(Outgoing<SignalList> list, Writer out) throws IOException {
        write(SignalsJson.columns(list.use()), list.table().rows().stream(), list, out);
    }

    /**
     * Writes targets and what became of them.
     *
     * @param report the targets
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void writeTargets(Outgoing<TargetReport> report, Writer out) throws IOException {
        write(TargetRow.TABLE, TargetRow.of(report.table()), report, out);
    }

    /**
     * Writes need by area.
     *
     * @param report the areas
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void writeNeed(Outgoing<NeedRanking.Report> report, Writer out) throws IOException {
        write(NeedColumns.of(report.table()), NeedColumns.areas(report.table()).stream(), report, out);
    }

    private static <R> void write(List<TableColumn<R>> columns, Stream<R> rows, Outgoing<?> result, Writer out)
            throws IOException {
        write(TableColumn.withUse(columns, result.use()), rows, CsvRowWriter.csv(out));
    }

    /** Writes a table with any separator. */
    static <R> void write(List<TableColumn<R>> columns, Stream<R> rows, CsvWriter csv) throws IOException {
        try {
            csv.writeRecord(columns.stream()
                    .map(column -> SpreadsheetFormula.harmless(column.name()))
                    .toArray(String[]::new));
            rows.forEach(row -> csv.writeRecord(
                    columns.stream().map(column -> cell(column, row)).toArray(String[]::new)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        csv.flush();
    }

    private static <R> String cell(TableColumn<R> column, R row) {
        String text = column.text(row).orElse("");
        return column.isText() ? SpreadsheetFormula.harmless(text) : text;
    }
}
