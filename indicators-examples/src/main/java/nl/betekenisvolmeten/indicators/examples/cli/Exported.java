package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.formats.delivery.ContextReport;
import nl.betekenisvolmeten.indicators.plot.Plot;
import nl.betekenisvolmeten.indicators.plot.Plots;
import nl.betekenisvolmeten.indicators.signal.AreaChart;
import nl.betekenisvolmeten.indicators.signal.AreaSeries;
import nl.betekenisvolmeten.indicators.signal.SignalList;
import nl.betekenisvolmeten.indicators.statistics.LatestTest;

/**
 * What an export is made of.
 *
 * @param comparison the comparison
 * @param series the areas over time; none where the export does not need them
 * @param context what came of agreements about the deliveries; empty when there are none
 * @param json whether a table is to be JSON, whatever its file is called
 */
record Exported(
        InternalUse<Comparison> comparison, List<AreaSeries> series, Optional<ContextReport> context, boolean json) {

    /** The share of false signals among all signals. */
    static final double FALSE_SHARE = 0.05;

    SignalList signals() {
        return SignalList.of(series, FALSE_SHARE, LatestTest.Variation.OVERDISPERSED);
    }

    /** Those of the comparison, then a control chart of each series of which a baseline has lines. */
    List<Plot> plots() {
        List<Plot> plots = new ArrayList<>(Plots.all(comparison.table()));
        series.stream()
                .map(AreaChart::of)
                .filter(chart -> chart.notDefined().isEmpty())
                .forEach(chart -> Plots.controlChart(chart).ifPresent(plots::add));
        return plots;
    }
}
