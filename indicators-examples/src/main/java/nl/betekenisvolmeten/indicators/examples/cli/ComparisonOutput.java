package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.formats.delivery.ContextReport;
import nl.betekenisvolmeten.indicators.formats.output.CsvResults;
import nl.betekenisvolmeten.indicators.formats.output.JsonResults;
import nl.betekenisvolmeten.indicators.formats.output.ResultSheet;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.plot.Plot;
import nl.betekenisvolmeten.indicators.plot.Plots;
import nl.betekenisvolmeten.indicators.signal.AreaChart;
import nl.betekenisvolmeten.indicators.signal.AreaSeries;
import nl.betekenisvolmeten.indicators.signal.SignalList;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.statistics.LatestTest;

/**
 * A comparison to be written.
 *
 * @param comparison the comparison
 * @param series the areas over time; none where the export does not need them
 * @param context what came of agreements about the deliveries; empty without any
 * @param column the title of the column whose codes are compared in place of areas; empty for areas
 * @param terminal where people read
 */
record ComparisonOutput(
        Comparison comparison,
        List<AreaSeries> series,
        Optional<ContextReport> context,
        Optional<String> column,
        Terminal terminal) {

    /** The share of false signals among all signals. */
    private static final double FALSE_SHARE = 0.05;

    void write(Export export, Kind kind, ResultOutput output) {
        InternalUse<Comparison> internal = InternalUse.of(comparison, purpose());
        switch (export) {
            case TABLE ->
                output.write(
                        kind,
                        () -> sheet(internal),
                        out -> writeCsv(internal, out),
                        out -> writeJson(internal, out),
                        this::tables);
            case TIDY -> output.write(out -> CsvResults.writeTidy(internal, out));
            case SIGNALS -> writeSignals(kind, output);
            case PLOTS -> output.write(out -> JsonResults.writePlots(InternalUse.of(plots(), purpose()), out));
            case PACKAGE -> output.writePackage(internal);
            case COSTS -> throw new IllegalArgumentException("costs are not made of a comparison");
        }
    }

    private String purpose() {
        return terminal.texts().of("purpose", "compare");
    }

    private ResultSheet sheet(InternalUse<Comparison> internal) {
        return context.map(known -> ResultSheet.ofComparison(internal, known))
                .orElseGet(() -> ResultSheet.ofComparison(internal));
    }

    private void writeCsv(InternalUse<Comparison> internal, Writer out) throws IOException {
        if (context.isPresent()) {
            CsvResults.writeComparison(internal, context.get(), out);
        } else {
            CsvResults.writeComparison(internal, out);
        }
    }

    private void writeJson(InternalUse<Comparison> internal, Writer out) throws IOException {
        if (context.isPresent()) {
            JsonResults.writeComparison(internal, context.get(), out);
        } else {
            JsonResults.writeComparison(internal, out);
        }
    }

    private void writeSignals(Kind kind, ResultOutput output) {
        SignalList list = SignalList.of(series, FALSE_SHARE, LatestTest.Variation.OVERDISPERSED);
        InternalUse<SignalList> internal = InternalUse.of(list, purpose());
        say(list);
        output.write(
                kind,
                () -> ResultSheet.ofSignals(internal),
                out -> CsvResults.writeSignals(internal, out),
                out -> JsonResults.writeSignals(internal, out),
                out -> signals(list, out));
    }

    private void signals(SignalList list, PrintWriter out) {
        ResultPage<SignalList.Row> page = new ResultPage<>(list.rows(), terminal.texts());
        int decimals = page.decimals(row -> row.point().value().exact());
        page.titled(heading(), row -> row.series().area().name())
                .text("indicator", row -> name(row.series().indicator()))
                .number("value", decimals, row -> row.point().value().exact())
                .number("expected", decimals, row -> Optional.of(BigDecimal.valueOf(row.expected())))
                .word("signal", row -> String.valueOf(row.signal()))
                .word("verdict", row -> row.verdict().code())
                .print(terminal, out);
    }

    private String heading() {
        return column.orElseGet(() -> terminal.texts().of("column.area"));
    }

    private String name(Indicator indicator) {
        return indicator.name().in(terminal.texts().language());
    }

    /** Prints a table for each indicator and period. */
    private void tables(PrintWriter out) {
        Map<String, List<Comparison.Row>> groups = new LinkedHashMap<>();
        for (Comparison.Row row : comparison.rows()) {
            String title = name(row.key().indicator()) + ", "
                    + row.key().period().label(terminal.texts().language());
            groups.computeIfAbsent(title, any -> new ArrayList<>()).add(row);
        }
        List<String> without = new ArrayList<>();
        groups.forEach((title, rows) -> {
            if (rows.stream().allMatch(row -> row.figure().value() instanceof CellValue.Missing)) {
                without.add(title);
                return;
            }
            ScreenTable.paragraph(title, 0, terminal, out);
            table(rows, out);
            out.println();
        });
        if (!without.isEmpty()) {
            ScreenTable.paragraph(terminal.texts().of("compare.nothing", String.join("; ", without)), 0, terminal, out);
        }
    }

    private void table(List<Comparison.Row> rows, PrintWriter out) {
        ResultPage<Comparison.Row> page = new ResultPage<>(rows, terminal.texts());
        int decimals = page.decimals(row -> limit(row, Interval::upper));
        page.titled(heading(), row -> row.key().area().name())
                .number("value", decimals, row -> row.figure().value().exact())
                .number("lower", decimals, row -> limit(row, Interval::lower))
                .number("upper", decimals, row -> limit(row, Interval::upper))
                .number(
                        column.isPresent() ? "all" : "city_value",
                        decimals,
                        row -> row.contrast().cityValue().exact())
                .word("verdict", row -> row.assessment().judgement().code());
        if (rows.stream().anyMatch(row -> row.figure().answered().isPresent())) {
            page.number("n", 0, row -> row.figure().answered().map(one -> BigDecimal.valueOf(one.n())))
                    .number(
                            "response",
                            0,
                            row -> row.figure()
                                    .answered()
                                    .flatMap(Comparison.Answered::response)
                                    .map(share -> share.movePointRight(2)));
        }
        page.print(terminal, out);
    }

    private static Optional<BigDecimal> limit(Comparison.Row row, ToDoubleFunction<Interval> side) {
        return row.figure().uncertainty().interval().map(interval -> BigDecimal.valueOf(side.applyAsDouble(interval)));
    }

    /** Returns the plots of the comparison, followed by a control chart of each series whose baseline has lines. */
    private List<Plot> plots() {
        List<Plot> plots = new ArrayList<>(Plots.all(comparison));
        series.stream()
                .map(AreaChart::of)
                .filter(chart -> chart.notDefined().isEmpty())
                .forEach(chart -> Plots.controlChart(chart).ifPresent(plots::add));
        return plots;
    }

    /** Prints how much was tested, and how many of the signals may be due to chance. */
    private void say(SignalList list) {
        int tested = list.rows().size();
        int signals = list.signals(SignalList.Kind.TEST).size();
        terminal.say(
                signals == 0 ? "signals.none" : "signals.looked",
                list.lookedAt(),
                tested,
                signals,
                list.expectedFalse(),
                list.expectedFalseUncorrected());
        int byRule = list.signals(SignalList.Kind.RULE).size();
        if (byRule > 0) {
            terminal.say("signals.byRule", byRule);
        }
        if (tested < list.lookedAt()) {
            terminal.say("signals.notTested", list.lookedAt() - tested, LatestTest.FEWEST_EARLIER);
        }
    }
}
