package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.aggregation.AreaConversion;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.ContextReport;
import nl.betekenisvolmeten.indicators.formats.output.CsvResults;
import nl.betekenisvolmeten.indicators.formats.output.JsonResults;
import nl.betekenisvolmeten.indicators.formats.output.ResultSheet;
import nl.betekenisvolmeten.indicators.formats.output.SdmxCsv;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TotalsComparison;

/**
 * Totals to be written.
 *
 * @param converted the totals, with what is estimated of them
 * @param delivered totals that were delivered, compared with these
 * @param context what came of agreements about the deliveries; empty without any
 * @param format the format that rows were read as
 */
record TotalsOutput(
        AreaConversion.Converted converted,
        TotalsComparison delivered,
        Optional<ContextReport> context,
        FormatDefinition format) {

    private static final String AGENCY = "BETEKENISVOLMETEN";
    private static final String TIME = "TIME_PERIOD";
    private static final List<String> LONGER = List.of("maand", "kwartaal", "halfjaar", "jaar");

    void write(Kind kind, ResultOutput output) {
        InternalUse<ResultTable> internal = InternalUse.of(converted.table(), output.texts.of("purpose", "aggregate"));
        output.write(
                kind,
                () -> context.map(known -> ResultSheet.ofTotals(internal, delivered, known))
                        .orElseGet(() -> ResultSheet.ofTotals(internal, delivered)),
                out -> writeCsv(kind, internal, out),
                out -> writeJson(internal, out),
                out -> page(output.terminal, out));
    }

    private void writeCsv(Kind kind, InternalUse<ResultTable> internal, Writer out) throws IOException {
        if (kind == Kind.SDMX && context.isPresent()) {
            SdmxCsv.write(internal, dataflow(), context.get(), out);
        } else if (kind == Kind.SDMX) {
            SdmxCsv.write(internal, dataflow(), out);
        } else if (context.isPresent()) {
            CsvResults.write(internal, delivered, context.get(), out);
        } else {
            CsvResults.write(internal, delivered, out);
        }
    }

    private void writeJson(InternalUse<ResultTable> internal, Writer out) throws IOException {
        if (context.isPresent()) {
            JsonResults.write(internal, delivered, context.get(), converted.estimates(), out);
        } else {
            JsonResults.write(internal, delivered, out);
        }
    }

    /**
     * Returns the SDMX names of the columns. If totals are grouped by several periods, the shortest is the time period.
     */
    private SdmxCsv.Dataflow dataflow() {
        List<String> by = converted.table().keys();
        Map<String, String> concepts = new HashMap<>();
        format.columns().forEach(column -> concepts.put(column.name().value(), column.concept()));
        boolean timed = by.stream().anyMatch(name -> TIME.equals(concepts.get(name)));
        if (!timed) {
            LONGER.stream().filter(by::contains).findFirst().ifPresent(name -> concepts.put(name, TIME));
        }
        return new SdmxCsv.Dataflow(
                AGENCY,
                format.id().name().toUpperCase(Locale.ROOT).replace('-', '_'),
                format.id().version(),
                concepts);
    }

    private void page(Terminal terminal, PrintWriter out) {
        ResultTable table = converted.table();
        Texts texts = terminal.texts();
        ScreenTable screen = new ScreenTable();
        table.keys().forEach(screen::key);
        for (String series : table.series()) {
            screen.number(series);
            if (isDelivered(series)) {
                screen.number(texts.of("aggregate.delivered"));
            }
        }
        boolean gaps = isIncomplete();
        if (gaps) {
            screen.number(texts.of("aggregate.coverage"));
        }
        for (ResultTable.Row row : table.rows()) {
            List<String> cells = new ArrayList<>(row.key());
            for (int i = 0; i < table.series().size(); i++) {
                String series = table.series().get(i);
                cells.add(figure(row.figures().get(i).value(), texts));
                if (isDelivered(series)) {
                    cells.add(delivered
                            .find(row.key(), series)
                            .map(found -> texts.number(found.total().value()))
                            .orElse(""));
                }
            }
            if (gaps) {
                cells.add(coverage(row.coverage()));
            }
            screen.row(cells);
        }
        screen.print(terminal, out);
    }

    /** Returns whether anything that was expected is missing. */
    boolean isIncomplete() {
        return converted.table().rows().stream()
                .anyMatch(row -> row.coverage()
                                .filter(known -> known.reported() != known.expected())
                                .isPresent()
                        || row.rejected() > 0
                        || row.figures().stream()
                                .anyMatch(figure -> figure.cellsMissing() > 0
                                        || figure.value() instanceof CellValue.Incomplete
                                        || isRefused(figure)));
    }

    private static boolean isRefused(Figure figure) {
        return figure.value()
                .refusal()
                .filter(CellValue.Reason.INCOMPLETE::equals)
                .isPresent();
    }

    private boolean isDelivered(String series) {
        return delivered.rows().stream().anyMatch(row -> row.total().series().equals(series));
    }

    /** Returns the figure, its two bounds, or why there is none. */
    static String figure(CellValue value, Texts texts) {
        if (value instanceof CellValue.Incomplete incomplete
                && incomplete.upper().isEmpty()) {
            return incomplete
                    .lower()
                    .or(incomplete::sum)
                    .map(least -> texts.of("figure.atLeast", texts.number(least)))
                    .orElseGet(() -> texts.of("status.incomplete"));
        }
        if (value.refusal().isPresent()) {
            return value.toText(texts.language());
        }
        Optional<BigDecimal> lower =
                value instanceof CellValue.Incomplete incomplete ? incomplete.lower() : value.lowerBound();
        if (value.exact().isPresent() || lower.isEmpty()) {
            return value.exact()
                    .map(texts::number)
                    .orElseGet(() -> texts.of("status." + value.status().code()));
        }
        return texts.number(lower.get()) + " – "
                + (value instanceof CellValue.Incomplete incomplete ? incomplete.upper() : value.upperBound())
                        .map(texts::number)
                        .orElse("…");
    }

    /** Returns the number of reports out of those expected. */
    static String coverage(Optional<Coverage> coverage) {
        return coverage.map(known -> known.reported() + "/" + known.expected()).orElse("?");
    }
}
