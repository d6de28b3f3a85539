package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.formats.delivery.ContextReport;
import nl.betekenisvolmeten.indicators.formats.output.ComparisonColumns;
import nl.betekenisvolmeten.indicators.formats.output.CsvResults;
import nl.betekenisvolmeten.indicators.formats.output.JsonPlots;
import nl.betekenisvolmeten.indicators.formats.output.JsonResults;
import nl.betekenisvolmeten.indicators.formats.output.JsonSignals;
import nl.betekenisvolmeten.indicators.formats.output.ResultColumn;
import nl.betekenisvolmeten.indicators.formats.output.SignalColumns;
import nl.betekenisvolmeten.indicators.plot.Plot;
import nl.betekenisvolmeten.indicators.plot.Plots;
import nl.betekenisvolmeten.indicators.signal.AreaChart;
import nl.betekenisvolmeten.indicators.signal.AreaSeries;
import nl.betekenisvolmeten.indicators.signal.SignalList;
import nl.betekenisvolmeten.indicators.statistics.LatestTest;
import nl.betekenisvolmeten.indicators.statistics.Variation;

/**
 * A comparison to be written.
 *
 * @param comparison the comparison
 * @param series the areas over time; none where the export does not need them
 * @param context what came of agreements about the deliveries; empty without any
 * @param catalogue names of indicators
 * @param terminal where people read
 */
record ComparisonOutput(
        Comparison comparison,
        List<AreaSeries> series,
        Optional<ContextReport> context,
        Catalogue catalogue,
        Terminal terminal) {

    private static final String PURPOSE = "compare on the command line";

    /** The share of false signals among all signals. */
    private static final double FALSE_SHARE = 0.05;

    void write(Export export, Kind kind, ResultOutput output) {
        InternalUse<Comparison> internal = InternalUse.of(comparison, PURPOSE);
        switch (export) {
            case TABLE ->
                output.write(
                        kind,
                        out -> CsvResults.writeComparison(internal, trendBreaks(), out),
                        out -> writeJson(internal, out),
                        this::tables);
            case TIDY -> output.write(out -> CsvResults.writeTidy(internal, out));
            case SIGNALS -> writeSignals(kind, output);
            case PLOTS -> output.write(out -> JsonPlots.write(InternalUse.of(plots(), PURPOSE), out));
            case PACKAGE -> output.writePackage(internal);
        }
    }

    private List<ResultColumn<Comparison.Row>> trendBreaks() {
        return context.stream().map(ComparisonColumns::trendBreaks).toList();
    }

    private void writeJson(InternalUse<Comparison> internal, Writer out) throws IOException {
        if (context.isPresent()) {
            JsonResults.writeComparison(internal, context.get(), out);
        } else {
            JsonResults.writeComparison(internal, out);
        }
    }

    private void writeSignals(Kind kind, ResultOutput output) {
        SignalList list = SignalList.of(series, FALSE_SHARE, Variation.OVERDISPERSED);
        InternalUse<SignalList> internal = InternalUse.of(list, PURPOSE);
        say(list);
        ResultPage<SignalList.Row> page = ResultPage.of(SignalColumns.TABLE, terminal.texts())
                .key("area", area -> area)
                .text("indicator", this::name)
                .numbers("value", "expected")
                .word("signal")
                .word("verdict");
        output.write(
                kind,
                out -> CsvResults.writeSignals(internal, out),
                out -> JsonSignals.write(internal, out),
                out -> page.print(list.rows(), terminal, out));
    }

    private String name(String indicator) {
        return catalogue.indicatorName(indicator, terminal.texts().language());
    }

    /** A table for each indicator and period. */
    private void tables(PrintWriter out) {
        Map<String, List<Comparison.Row>> groups = new LinkedHashMap<>();
        for (Comparison.Row row : comparison.rows()) {
            String period = row.period();
            String title = name(row.indicator().id().value()) + ", " + period;
            groups.computeIfAbsent(title, any -> new ArrayList<>()).add(row);
        }
        groups.forEach((title, rows) -> {
            out.println(title);
            ResultPage.of(ComparisonColumns.TABLE, terminal.texts())
                    .key("area", area -> area)
                    .numbers("value", "lower", "upper", "city_value")
                    .word("verdict")
                    .print(rows, terminal, out);
            out.println();
        });
    }

    /** Those of the comparison, then a control chart of each series whose baseline has lines. */
    private List<Plot> plots() {
        List<Plot> plots = new ArrayList<>(Plots.all(comparison));
        series.stream()
                .map(AreaChart::of)
                .filter(chart -> chart.notDefined().isEmpty())
                .forEach(chart -> Plots.controlChart(chart).ifPresent(plots::add));
        return plots;
    }

    /** How much was looked at, and what of it may be chance. */
    private void say(SignalList list) {
        int tested = list.rows().size();
        terminal.say(
                "signals.looked",
                list.lookedAt(),
                tested,
                list.signals().size(),
                list.expectedFalse(),
                list.expectedFalseUncorrected());
        if (tested < list.lookedAt()) {
            terminal.say("signals.notTested", list.lookedAt() - tested, LatestTest.FEWEST_EARLIER);
        }
    }
}
