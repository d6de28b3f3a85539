package nl.betekenisvolmeten.indicators.formats.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.validation.internal.SpreadsheetFormula;

/**
 * Totals as SDMX-CSV 2.0, for statistical software: a row for each figure, with its dimensions, {@code MEASURE} for the
 * name of the figure, {@code OBS_VALUE}, {@code OBS_STATUS} and, as attributes, the bounds of a figure that is not exact,
 * the number of rows behind it and the share that was delivered.
 *
 * <p>{@code OBS_STATUS} takes codes of SDMX's own list: A for an exact figure, Q for a suppressed one, M for one that
 * cannot exist (a division by zero), and O for any other without a value, also when its bounds are known.
 */
public final class SdmxCsv {

    private static final String TIME = "TIME_PERIOD";

    private SdmxCsv() {}

    /**
     * The data flow that a file says it belongs to.
     *
     * @param agency who maintains it
     * @param id its name
     * @param version its version
     * @param concepts for a grouping column, the concept that heads it; one that is left out is headed by its name in
     *     capitals. Periods under {@code TIME_PERIOD} are written as SDMX does
     */
    public record Dataflow(String agency, String id, String version, Map<String, String> concepts) {

        private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
        private static final Pattern VERSION = Pattern.compile("[0-9]+(\\.[0-9]+)*");

        /** @throws IllegalArgumentException if agency, name or version is not of the shape that SDMX takes */
        public Dataflow {
            if (!ID.matcher(agency).matches()
                    || !ID.matcher(id).matches()
                    || !VERSION.matcher(version).matches()) {
                throw new IllegalArgumentException("no data flow: '" + agency + ":" + id + "(" + version + ")'");
            }
            concepts = Map.copyOf(concepts);
        }

        String reference() {
            return agency + ":" + id + "(" + version + ")";
        }

        String concept(String key) {
            return concepts.getOrDefault(key, key.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Writes totals.
     *
     * @param result the totals
     * @param dataflow what the file says it belongs to
     * @param out where to; not closed
     * @throws IOException if writing fails
     * @throws IllegalArgumentException if two columns are headed by the time period
     */
    public static void write(InternalUse<ResultTable> result, Dataflow dataflow, Writer out) throws IOException {
        ResultTable table = result.table();
        List<String> concepts = table.keys().stream().map(dataflow::concept).toList();
        if (concepts.stream().filter(TIME::equals).count() > 1) {
            throw new IllegalArgumentException("two time periods: " + table.keys());
        }
        CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(',')
                .lineDelimiter(LineDelimiter.LF)
                .build(out);
        List<String> header = new ArrayList<>(List.of("STRUCTURE", "STRUCTURE_ID", "ACTION"));
        header.addAll(concepts);
        header.addAll(List.of("MEASURE", "OBS_VALUE", "OBS_STATUS", "OBS_LOWER", "OBS_UPPER", "OBS_ROWS", "COVERAGE"));
        csv.writeRecord(header);
        for (ResultTable.Row row : table.rows()) {
            for (int i = 0; i < table.series().size(); i++) {
                List<String> cells = new ArrayList<>(List.of("dataflow", dataflow.reference(), "I"));
                for (int k = 0; k < concepts.size(); k++) {
                    cells.add(key(concepts.get(k), row.key().get(k)));
                }
                cells.add(SpreadsheetFormula.harmless(table.series().get(i)));
                addFigure(cells, row.figures().get(i));
                cells.add(Long.toString(row.observations()));
                cells.add(number(row.coverage().map(Coverage::share)));
                csv.writeRecord(cells);
            }
        }
        csv.flush();
    }

    private static String key(String concept, String text) {
        Optional<String> period = concept.equals(TIME) ? Period.parseCode(text).map(SdmxCsv::period) : Optional.empty();
        return period.orElseGet(() -> SpreadsheetFormula.harmless(text));
    }

    /** A period as SDMX writes those of reporting: 2026-A1, 2026-S1, 2026-Q1, 2026-M01. */
    private static String period(Period period) {
        return switch (period.kind()) {
            case YEAR -> period.year() + "-A1";
            case HALF_YEAR -> period.year() + "-S" + period.index();
            case QUARTER -> period.year() + "-Q" + period.index();
            case MONTH -> String.format(Locale.ROOT, "%d-M%02d", period.year(), period.index());
        };
    }

    private static void addFigure(List<String> cells, Figure figure) {
        CellValue value = figure.value();
        boolean bounded = value instanceof CellValue.Between;
        cells.add(number(value.exact()));
        cells.add(status(value));
        cells.add(bounded ? number(value.lowerBound()) : "");
        cells.add(bounded ? number(value.upperBound()) : "");
    }

    private static String status(CellValue value) {
        if (value instanceof CellValue.Known) {
            return "A";
        }
        if (value instanceof CellValue.Suppressed) {
            return "Q";
        }
        return value instanceof CellValue.NotDefined reason && reason.reason() == CellValue.Reason.ZERO_DENOMINATOR
                ? "M"
                : "O";
    }

    private static String number(Optional<BigDecimal> value) {
        return value.map(Numbers::text).orElse("");
    }
}
