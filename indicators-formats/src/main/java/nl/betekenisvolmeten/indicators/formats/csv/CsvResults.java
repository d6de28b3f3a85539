package nl.betekenisvolmeten.indicators.formats.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.statistics.FunnelClass;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.statistics.PValue;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.validation.SpreadsheetFormula;

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
        ResultTable table = result.table();
        CsvWriter csv = writer(out);
        List<String> header = new ArrayList<>(table.keys());
        for (String series : table.series()) {
            header.addAll(List.of(series, series + "_lower", series + "_upper", series + "_status"));
        }
        header.addAll(List.of("rows", "organisations", "coverage"));
        csv.writeRecord(header.stream().map(SpreadsheetFormula::harmless).toArray(String[]::new));
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
            csv.writeRecord(cells);
        }
        csv.flush();
    }

    /**
     * Writes a comparison, a row for each area, indicator and period. Rank intervals are not in this version: their
     * cells are empty.
     *
     * @param result the comparison
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void writeComparison(InternalUse<Comparison> result, Writer out) throws IOException {
        CsvWriter csv = writer(out);
        csv.writeRecord(
                "area_code",
                "area",
                "indicator",
                "period",
                "numerator",
                "numerator_lower",
                "numerator_upper",
                "denominator",
                "per",
                "value",
                "lower",
                "upper",
                "confidence",
                "method",
                "city_value",
                "p_value",
                "p_adjusted",
                "verdict",
                "funnel",
                "rank_lower",
                "rank_upper",
                "status");
        for (Comparison.Row row : result.table().rows()) {
            List<String> cells = new ArrayList<>(List.of(
                    row.area().code().value(),
                    SpreadsheetFormula.harmless(row.area().name()),
                    row.indicator().id().value(),
                    SpreadsheetFormula.harmless(row.period())));
            addBounded(cells, row.numerator());
            cells.add(number(row.denominator().exact()));
            cells.add(Long.toString(row.per().multiplier()));
            cells.add(number(row.value().exact()));
            cells.add(decimal(row.interval().map(Interval::lower)));
            cells.add(decimal(row.interval().map(Interval::upper)));
            cells.add(decimal(Optional.of(row.confidence().level())));
            cells.add(row.method());
            cells.add(number(row.cityValue().exact()));
            cells.add(decimal(row.pValue().map(PValue::value)));
            cells.add(decimal(row.pAdjusted().map(PValue::value)));
            cells.add(row.judgement().code());
            cells.add(row.funnel().map(FunnelClass::code).orElse(""));
            cells.addAll(List.of("", "", row.value().status().code()));
            csv.writeRecord(cells);
        }
        csv.flush();
    }

    /** CSV as the library writes it. */
    static CsvWriter writer(Writer out) {
        return CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.LF)
                .build(out);
    }

    private static void addBounded(List<String> cells, CellValue value) {
        cells.add(number(value.exact()));
        cells.add(number(value.least()));
        cells.add(number(value.most()));
    }

    private static String number(Optional<BigDecimal> value) {
        return value.map(CsvResults::plain).orElse("");
    }

    private static String decimal(Optional<Double> value) {
        return value.map(BigDecimal::valueOf).map(CsvResults::plain).orElse("");
    }

    /** Without an exponent and without zeros that say nothing. */
    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
