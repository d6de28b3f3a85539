package nl.betekenisvolmeten.indicators.comparison;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.DesignEffect;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.statistics.IntervalMethod;
import nl.betekenisvolmeten.indicators.statistics.MoverInterval;

/** What was measured of an area: its value, and what chance and bounds leave open. */
sealed interface Measured permits Measurement, Standardised {

    CellValue numerator();

    CellValue denominator();

    /** Returns what the value is expressed per. */
    Per per();

    /** Returns whether no cell was left empty. */
    boolean complete();

    CellValue value();

    /** Returns the value with the area's own ages. */
    CellValue crude();

    /** Returns the method of the interval; empty if there is none. */
    Optional<IntervalMethod> method();

    /** Returns whether random variation can be modelled: the figure is a count, not negative and not too large. */
    boolean isCountable();

    /** Returns the interval; empty if random variation cannot be modelled. */
    Optional<Interval> interval(Confidence confidence);

    /** Returns how much larger the variance is than that of independent events; empty for those. */
    Optional<DesignEffect> effect();

    /**
     * Returns whether the intervals of areas can be compared; not if only a lower bound of the random variation is
     * known.
     */
    default boolean isRankable() {
        return isCountable() && effect().map(DesignEffect::isBounded).orElse(true);
    }

    /** Returns whether numerator and denominator are exact. */
    default boolean isExact() {
        return numerator().exact().isPresent() && denominator().exact().isPresent();
    }

    /**
     * Returns whether the figure can be tested: nothing is missing or between bounds, and what was counted is not
     * negative.
     */
    default boolean isTestable() {
        return complete() && isExact() && value().exact().isPresent() && isCountable();
    }

    /** Returns the value with its limits, for differences and ranks. */
    default Optional<MoverInterval.Figure> figure(Confidence confidence) {
        return interval(confidence).map(limits -> {
            double lower = value().lowerBound().orElseThrow().doubleValue();
            double upper = value().upperBound().orElseThrow().doubleValue();
            // the last digit of a limit at the value itself may lie on the wrong side
            Interval around = Interval.of(Math.min(limits.lower(), lower), Math.max(limits.upper(), upper));
            return new MoverInterval.Figure(lower, upper, around);
        });
    }
}
