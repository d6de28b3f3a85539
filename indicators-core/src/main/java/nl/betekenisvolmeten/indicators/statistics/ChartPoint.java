package nl.betekenisvolmeten.indicators.statistics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One point of a control chart with the lines at its place.
 *
 * @param value the figure; empty where there was nothing to take one of, such as a denominator of 0
 * @param baseline which baseline it belongs to, from 0; a declared break starts the next
 * @param centre the centre line; empty when the baseline has no figures
 * @param limits the lower and upper limit; empty when the baseline has fewer than two figures
 * @param signals the rules that it falls under, in the order of {@link ChartRule}; empty when it doesn't stand out
 */
public record ChartPoint(
        OptionalDouble value,
        int baseline,
        OptionalDouble centre,
        Optional<Interval> limits,
        List<ChartSignal> signals) {

    public ChartPoint {
        signals = List.copyOf(signals);
    }
}
