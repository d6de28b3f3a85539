package nl.betekenisvolmeten.indicators.formats.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.disclosure.Outgoing;
import nl.betekenisvolmeten.indicators.disclosure.Protected;
import nl.betekenisvolmeten.indicators.formats.delivery.ContextReport;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import org.jspecify.annotations.Nullable;

/**
 * Totals as SDMX-CSV 2.0, for statistical software: a row for each figure, with its dimensions, {@code MEASURE} for the
 * name of the figure, {@code OBS_VALUE}, {@code OBS_STATUS} and, as attributes, the bounds of a figure that is not exact,
 * the number of rows behind it and the share that was delivered.
 *
 * <p>{@code OBS_STATUS} takes codes of SDMX's own list: A for an exact figure, E for one that is only known between bounds
 * or misses a part, M for one without a value, and Q for a suppressed one. {@code STATUS} says it in a word. {@code
 * CONF_STATUS} is C for a hidden figure, whatever the reason, and F for any other; {@code USE} says who may see the file. A
 * file of protected totals has no bounds, rows, missing cells and coverage.
 */
public final class SdmxCsv {

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
                throw new IllegalArgumentException("not a data flow: '" + agency + ":" + id + "(" + version + ")'");
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
     * @param out the destination; not closed
     * @throws IOException if writing fails
     * @throws IllegalArgumentException if two columns are headed by the time period
     */
    public static void write(Outgoing<ResultTable> result, Dataflow dataflow, Writer out) throws IOException {
        write(result, dataflow, (SdmxColumns.Statuses) null, out);
    }

    /**
     * Writes totals, with how final the figures of each period are: {@code PERIOD_STATUS}, and {@code OBS_STATUS} P for
     * an exact figure of a period that is not closed.
     *
     * @param result the totals
     * @param dataflow what the file says it belongs to
     * @param context the report that says how final periods are
     * @param out the destination; not closed
     * @throws IOException if writing fails
     * @throws IllegalArgumentException if two columns are headed by the time period
     */
    public static void write(InternalUse<ResultTable> result, Dataflow dataflow, ContextReport context, Writer out)
            throws IOException {
        write(result, dataflow, context::statusOf, out);
    }

    private static void write(
            Outgoing<ResultTable> result, Dataflow dataflow, SdmxColumns.@Nullable Statuses statuses, Writer out)
            throws IOException {
        ResultTable table = result.table();
        List<String> concepts = table.keys().stream().map(dataflow::concept).toList();
        if (concepts.stream().filter(SdmxColumns.TIME::equals).count() > 1) {
            throw new IllegalArgumentException("more than one time period: " + table.keys());
        }
        CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(',')
                .lineDelimiter(LineDelimiter.LF)
                .build(out);
        CsvResults.write(
                SdmxColumns.of(dataflow.reference(), concepts, result instanceof Protected, statuses),
                table.rows().stream().flatMap(row -> observations(result, row)),
                csv);
    }

    private static Stream<SdmxColumns.Observation> observations(Outgoing<ResultTable> result, ResultTable.Row row) {
        ResultTable table = result.table();
        return IntStream.range(0, table.series().size())
                .mapToObj(i -> new SdmxColumns.Observation(
                        row, table.series().get(i), row.figures().get(i), result.use()));
    }
}
