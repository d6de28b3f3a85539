package nl.betekenisvolmeten.indicators.formats.output;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.disclosure.Outgoing;
import nl.betekenisvolmeten.indicators.disclosure.Protected;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.PrintableText;
import nl.betekenisvolmeten.indicators.formats.delivery.ContextReport;
import nl.betekenisvolmeten.indicators.formats.internal.csv.CsvRowWriter;
import nl.betekenisvolmeten.indicators.formats.internal.document.Block;
import nl.betekenisvolmeten.indicators.formats.internal.document.HtmlDocument;
import nl.betekenisvolmeten.indicators.formats.internal.document.Run;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;
import nl.betekenisvolmeten.indicators.formats.internal.xlsx.XlsxSheets;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.need.NeedRanking;
import nl.betekenisvolmeten.indicators.signal.SignalList;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TotalsComparison;
import nl.betekenisvolmeten.indicators.targets.TargetReport;

/**
 * A table of results for people, as a web page to read or a workbook to work with. Its columns are those of {@link
 * ResultTables}; their meaning is written with them, as is the purpose for which the table was released.
 */
public final class ResultSheet {

    private static final LocalizedText PURPOSE = LocalizedText.of(
            "Alleen voor intern gebruik: %s. Kleine aantallen zijn niet afgeschermd.",
            "For internal use only: %s. Small counts are not protected.");
    private static final LocalizedText PUBLIC = LocalizedText.of(
            "Openbaar, onderdeel van %s. Kleine aantallen zijn verborgen en de andere zijn afgerond.",
            "Public, part of %s. Small counts are hidden, the others are rounded.");
    private static final LocalizedText COLUMNS = LocalizedText.of("Wat de kolommen betekenen", "What the columns mean");
    private static final LocalizedText EXPLANATION = LocalizedText.of("uitleg", "explanation");
    private static final LocalizedText COLUMN = LocalizedText.of("kolom", "column");
    private static final LocalizedText MEANING = LocalizedText.of("betekenis", "meaning");

    private final LocalizedText title;
    private final Optional<Outgoing<?>> use;
    private final List<ResultTables.Column> columns;
    private final List<List<String>> rows;

    private <R> ResultSheet(LocalizedText title, Outgoing<?> use, List<TableColumn<R>> columns, List<R> rows) {
        this.title = title;
        this.use = Optional.of(use);
        List<TableColumn<R>> written = TableColumn.withUse(columns, use.use());
        this.columns = TableColumn.headings(written);
        this.rows = cells(written, rows);
    }

    /** Creates a table about definitions, which anyone may see. */
    private <R> ResultSheet(LocalizedText title, List<TableColumn<R>> columns, List<R> rows) {
        this.title = title;
        use = Optional.empty();
        this.columns = TableColumn.headings(columns);
        this.rows = cells(columns, rows);
    }

    private static <R> List<List<String>> cells(List<TableColumn<R>> columns, List<R> rows) {
        return rows.stream()
                .map(row -> columns.stream()
                        .map(column -> column.text(row).orElse(""))
                        .toList())
                .toList();
    }

    /**
     * Writes a set of indicators as one web page: the meaning of each, how it is computed, its sources, the form that
     * it comes from, and what replaced indicators that are no longer computed.
     *
     * @param set the indicators
     * @param language the language of the page
     * @param out the destination, in UTF-8; not closed
     * @throws IOException if writing fails
     */
    public static void writeIndicators(IndicatorSet set, Language language, Writer out) throws IOException {
        new IndicatorPage(set, language).write(out);
    }

    /**
     * Returns a table of the caller's own, composed of figures.
     *
     * @param title the title
     * @param columns the columns; a last one, {@code use}, is added
     * @param rows the cells of each row, numbers with a point before decimals; an empty text where there is nothing
     * @return the table
     */
    public static ResultSheet of(
            LocalizedText title, List<ResultTables.Column> columns, InternalUse<List<List<String>>> rows) {
        return new ResultSheet(title, rows, TableColumn.ofCells(columns), rows.table());
    }

    /**
     * Returns a table about definitions, such as the codes of their rules. Anyone may see it, so it names no purpose; figures
     * are never written this way.
     *
     * @param title the heading
     * @param columns its columns
     * @param rows the texts of the cells of each row
     * @return the table
     * @throws IllegalArgumentException if a row has another number of cells than there are columns
     */
    public static ResultSheet ofDefinitions(
            LocalizedText title, List<ResultTables.Column> columns, List<List<String>> rows) {
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("a row must have " + columns.size() + " cells: " + row);
            }
        }
        return new ResultSheet(title, TableColumn.ofCells(columns), rows);
    }

    /**
     * Returns a table of computed and delivered totals.
     *
     * @param result the totals
     * @param delivered the delivered totals
     * @return the table
     */
    public static ResultSheet ofTotals(InternalUse<ResultTable> result, TotalsComparison delivered) {
        return totals(result, TotalColumns.of(result.table(), delivered));
    }

    /**
     * Returns a table of computed and delivered totals, with how final the figures of each period are.
     *
     * @param result the totals
     * @param delivered the delivered totals
     * @param context the report that says how final periods are
     * @return the table
     */
    public static ResultSheet ofTotals(
            InternalUse<ResultTable> result, TotalsComparison delivered, ContextReport context) {
        return totals(result, TotalColumns.of(result.table(), delivered, context));
    }

    /**
     * Returns a table of a publication.
     *
     * @param table the table
     * @return the table
     */
    public static ResultSheet ofPublished(Protected<ResultTable> table) {
        return totals(table, TotalColumns.of(table));
    }

    private static ResultSheet totals(Outgoing<ResultTable> use, List<TableColumn<ResultTable.Row>> columns) {
        return new ResultSheet(
                LocalizedText.of("Totalen", "Totals"), use, columns, use.table().rows());
    }

    /**
     * Returns a table of a comparison, with a row for each area, indicator and period.
     *
     * @param result the comparison
     * @return the table
     */
    public static ResultSheet ofComparison(InternalUse<Comparison> result) {
        return comparison(result, ComparisonColumns.of(result.table().rows()));
    }

    /**
     * Returns a table of a comparison that shows where a new way of counting begins.
     *
     * @param result the comparison
     * @param context the report with the breaks
     * @return the table
     */
    public static ResultSheet ofComparison(InternalUse<Comparison> result, ContextReport context) {
        return comparison(
                result,
                ComparisonColumns.with(
                        ComparisonColumns.of(result.table().rows()), context::breaksOf, context::statusOf));
    }

    private static ResultSheet comparison(InternalUse<Comparison> result, List<TableColumn<Comparison.Row>> columns) {
        return new ResultSheet(
                LocalizedText.of("Vergelijking", "Comparison"),
                result,
                columns,
                result.table().rows());
    }

    /**
     * Returns a table of early signals.
     *
     * @param list the list
     * @return the table
     */
    public static ResultSheet ofSignals(Outgoing<SignalList> list) {
        return new ResultSheet(
                LocalizedText.of("Signalen", "Signals"),
                list,
                SignalsJson.columns(list.use()),
                list.table().rows());
    }

    /**
     * Returns a table of targets and their results.
     *
     * @param report the targets
     * @return the table
     */
    public static ResultSheet ofTargets(Outgoing<TargetReport> report) {
        return new ResultSheet(
                LocalizedText.of("Streefwaarden", "Targets"),
                report,
                TargetRow.TABLE,
                TargetRow.of(report.table()).toList());
    }

    /**
     * Returns a table of need by area.
     *
     * @param report the areas
     * @return the table
     */
    public static ResultSheet ofNeed(Outgoing<NeedRanking.Report> report) {
        return new ResultSheet(
                LocalizedText.of("Behoefte", "Need"),
                report,
                NeedColumns.of(report.table()),
                NeedColumns.areas(report.table()));
    }

    /**
     * Writes one self-contained web page, without scripts or other files. Numbers are rounded as people read them;
     * columns that are empty in every row are only explained.
     *
     * @param language the language of the page; names of columns and codes are the same in each
     * @param out the destination, in UTF-8; not closed
     * @throws IOException if writing fails
     */
    public void writeHtml(Language language, Writer out) throws IOException {
        String heading = title.in(language);
        List<Integer> shown = filled();
        Block.Table table = new Block.Table(
                heading,
                shown.stream()
                        .map(columns::get)
                        .map(column -> new Block.Column(column.name(), isNumber(column) ? "number" : ""))
                        .toList(),
                rows.stream()
                        .map(row -> shown.stream()
                                .map(i -> Run.text(readable(row.get(i), columns.get(i), language)))
                                .toList())
                        .toList());
        List<Block> main = new ArrayList<>(List.of(Block.heading(1, heading)));
        purpose(language).ifPresent(text -> main.add(Block.paragraph("verdict warning", text)));
        main.add(Block.wide(table));
        main.add(Block.heading(2, COLUMNS.in(language)));
        main.add(new Block.Terms(columns.stream()
                .map(column ->
                        new Block.Term(column.name(), column.description().in(language)))
                .toList()));
        HtmlDocument.write(language, heading, List.of(Block.group("main", main)), out);
    }

    private Optional<String> purpose(Language language) {
        return use.map(to -> (to instanceof Protected ? PUBLIC : PURPOSE)
                .in(language)
                .replace("%s", PrintableText.text(to.purpose())));
    }

    /** Returns the columns that are not empty. */
    private List<Integer> filled() {
        return IntStream.range(0, columns.size())
                .filter(i -> rows.stream().anyMatch(row -> !row.get(i).isEmpty()))
                .boxed()
                .toList();
    }

    private static boolean isNumber(ResultTables.Column column) {
        return column.type() != ResultTables.Column.Type.TEXT;
    }

    private static String readable(String cell, ResultTables.Column column, Language language) {
        return isNumber(column) && !cell.isEmpty()
                ? CellValue.of(new BigDecimal(cell)).toText(language)
                : cell;
    }

    /**
     * Writes a workbook with two sheets: the table, with numbers in full, and what its columns mean.
     *
     * @param language the language of the explanation and of the names of the sheets
     * @param out the destination; closed
     * @throws IOException if writing fails, or the table has more rows than a sheet can have
     */
    public void writeXlsx(Language language, OutputStream out) throws IOException {
        Set<String> numbers = columns.stream()
                .filter(ResultSheet::isNumber)
                .map(ResultTables.Column::name)
                .collect(Collectors.toSet());
        try (XlsxSheets sheets = XlsxSheets.of(out, ResultSheet::number)) {
            sheets.sheet(
                    title.in(language),
                    columns.stream().map(ResultTables.Column::name).toList(),
                    numbers);
            for (List<String> row : rows) {
                sheets.row(row);
            }
            sheets.sheet(EXPLANATION.in(language), List.of(COLUMN.in(language), MEANING.in(language)), Set.of());
            if (use.isPresent()) {
                sheets.row(List.of("", purpose(language).get()));
            }
            for (ResultTables.Column column : columns) {
                sheets.row(List.of(column.name(), column.description().in(language)));
            }
        }
    }

    /**
     * Writes the table as CSV, with semicolons.
     *
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public void writeCsv(Writer out) throws IOException {
        CsvResults.write(TableColumn.ofCells(columns), rows.stream(), CsvRowWriter.csv(out));
    }

    /**
     * Writes the table as a JSON array with an object for each row: a property for each column, null where a cell is
     * empty.
     *
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public void writeJson(Writer out) throws IOException {
        JsonFiles.writeArray(
                JsonResults.rows(TableColumn.ofCells(columns), rows).iterator(), out);
    }

    private static Optional<BigDecimal> number(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(cell));
    }
}
