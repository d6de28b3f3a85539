package nl.betekenisvolmeten.indicators.formats.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.formats.internal.csv.CsvRowWriter;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.need.NeedReport;
import nl.betekenisvolmeten.indicators.signal.SignalList;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.MissingPolicy;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TotalsBeside;
import nl.betekenisvolmeten.indicators.targets.TargetReport;
import nl.betekenisvolmeten.indicators.validation.internal.SpreadsheetFormula;

/**
 * Results as CSV: separated by semicolons, numbers with a point and at full precision, whatever the reader's language.
 * What is not exact leaves the value's cell empty and fills the bounds. Texts that a spreadsheet would run are made
 * harmless.
 */
public final class CsvResults {

    private CsvResults() {}

    /**
     * Writes totals: the grouping columns, then for each figure its value, bounds and status, then rows, organisations
     * and coverage.
     *
     * @param result the totals
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void write(InternalUse<ResultTable> result, Writer out) throws IOException {
        write(result, new TotalsBeside(List.of(), Findings.none()), out);
    }

    /**
     * Writes totals beside those that were delivered. After the columns of {@link #write(InternalUse, Writer)} come, for
     * each figure of which totals were delivered, the total, the total less its parts, with bounds, and what the parts
     * say of it; and, unless what came in was added up, what became of totals of which part did not come in.
     *
     * @param result the totals
     * @param delivered the totals that were delivered
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void write(InternalUse<ResultTable> result, TotalsBeside delivered, Writer out) throws IOException {
        ResultTable table = result.table();
        List<String> beside = table.series().stream()
                .filter(name -> delivered.rows().stream()
                        .anyMatch(row -> row.total().series().equals(name)))
                .toList();
        boolean policy = !(table.missing() instanceof MissingPolicy.AddUp);
        CsvWriter csv = CsvRowWriter.csv(out);
        csv.writeRecord(header(table, beside, policy).stream()
                .map(SpreadsheetFormula::harmless)
                .toArray(String[]::new));
        for (ResultTable.Row row : table.rows()) {
            List<String> cells = new ArrayList<>();
            row.key().forEach(key -> cells.add(SpreadsheetFormula.harmless(key)));
            for (Figure figure : row.figures()) {
                addBounded(cells, figure.value());
                cells.add(figure.value().status().code());
            }
            cells.add(Long.toString(row.observations()));
            cells.add(row.reporters().map(n -> Long.toString(n)).orElse(""));
            cells.add(number(row.coverage().map(Coverage::share)));
            beside.forEach(name -> addBeside(cells, delivered.find(row.key(), name)));
            if (policy) {
                cells.add(table.missing().code());
            }
            csv.writeRecord(cells);
        }
        csv.flush();
    }

    private static List<String> header(ResultTable table, List<String> beside, boolean policy) {
        List<String> header = new ArrayList<>(table.keys());
        for (String series : table.series()) {
            header.addAll(List.of(series, series + "_lower", series + "_upper", series + "_status"));
        }
        header.addAll(List.of("rows", "organisations", "coverage"));
        for (String series : beside) {
            header.addAll(List.of(
                    series + "_delivered",
                    series + "_difference",
                    series + "_difference_lower",
                    series + "_difference_upper",
                    series + "_beside"));
        }
        if (policy) {
            header.add("missing_policy");
        }
        return header;
    }

    private static void addBeside(List<String> cells, Optional<TotalsBeside.Row> row) {
        cells.add(number(row.map(found -> found.total().value())));
        addBounded(cells, row.map(TotalsBeside.Row::difference).orElseGet(CellValue.Missing::new));
        cells.add(row.map(found -> found.outcome().name().toLowerCase(Locale.ROOT))
                .orElse(""));
    }

    /**
     * Writes a comparison, a row for each area, indicator and period: {@link ComparisonColumns#TABLE}.
     *
     * @param result the comparison
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void writeComparison(InternalUse<Comparison> result, Writer out) throws IOException {
        write(ComparisonColumns.TABLE, result.table().rows().stream(), out);
    }

    /**
     * Writes a comparison with columns after those of the table.
     *
     * @param result the comparison
     * @param more the further columns
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void writeComparison(
            InternalUse<Comparison> result, List<ResultColumn<Comparison.Row>> more, Writer out) throws IOException {
        List<ResultColumn<Comparison.Row>> columns = new ArrayList<>(ComparisonColumns.TABLE);
        columns.addAll(more);
        write(columns, result.table().rows().stream(), out);
    }

    /**
     * Writes a comparison, a row for each statistic of an area, indicator and period: {@link ComparisonColumns#TIDY}.
     *
     * @param result the comparison
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void writeTidy(InternalUse<Comparison> result, Writer out) throws IOException {
        write(ComparisonColumns.TIDY, TidyRow.of(result.table()), out);
    }

    /**
     * Writes the list of early signals, a row for each series that was tested: {@link SignalColumns#TABLE}.
     *
     * @param list the list
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void writeSignals(InternalUse<SignalList> list, Writer out) throws IOException {
        write(SignalColumns.TABLE, list.table().rows().stream(), out);
    }

    /**
     * Writes targets and what became of them: {@link TargetColumns#TABLE}.
     *
     * @param report the targets
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void writeTargets(InternalUse<TargetReport> report, Writer out) throws IOException {
        write(TargetColumns.TABLE, TargetRow.of(report.table()), out);
    }

    /**
     * Writes need by area: {@link NeedColumns}.
     *
     * @param report the areas
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void writeNeed(InternalUse<NeedReport> report, Writer out) throws IOException {
        write(NeedColumns.of(report.table()), NeedColumns.areas(report.table()).stream(), out);
    }

    private static <R> void write(List<ResultColumn<R>> columns, Stream<R> rows, Writer out) throws IOException {
        CsvWriter csv = CsvRowWriter.csv(out);
        csv.writeRecord(columns.stream().map(ResultColumn::name).toArray(String[]::new));
        rows.forEach(row -> csv.writeRecord(
                columns.stream().map(column -> cell(column, row)).toArray(String[]::new)));
        csv.flush();
    }

    private static <R> String cell(ResultColumn<R> column, R row) {
        String text = column.cell().apply(row).orElse("");
        return column.type() == ResultColumn.Type.TEXT ? SpreadsheetFormula.harmless(text) : text;
    }

    private static void addBounded(List<String> cells, CellValue value) {
        cells.add(number(value.exact()));
        cells.add(number(value.lowerBound()));
        cells.add(number(value.upperBound()));
    }

    private static String number(Optional<BigDecimal> value) {
        return value.map(Numbers::text).orElse("");
    }
}
