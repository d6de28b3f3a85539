package nl.betekenisvolmeten.indicators.targets;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.targets.TargetOptions.Tolerance;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Band;
import org.jspecify.annotations.Nullable;

/**
 * The figures that meet a target: from one end to the other.
 *
 * @param from the lowest; null when there is none
 * @param to the highest; null when there is none
 * @param open whether the ends themselves do not belong
 */
record Range(@Nullable BigDecimal from, @Nullable BigDecimal to, boolean open) {

    static Range atLeast(BigDecimal value) {
        return new Range(value, null, false);
    }

    static Range atMost(BigDecimal value) {
        return new Range(null, value, false);
    }

    static Range above(BigDecimal value) {
        return new Range(value, null, true);
    }

    static Range below(BigDecimal value) {
        return new Range(null, value, true);
    }

    static Range within(BigDecimal from, BigDecimal to) {
        return new Range(from, to, false);
    }

    static Range around(BigDecimal value, Tolerance tolerance) {
        BigDecimal distance = tolerance.around(value);
        return within(value.subtract(distance), value.add(distance));
    }

    /**
     * Returns this range without the bound on the better side; if a band is best, with that bound at the far side of
     * the band.
     */
    Range openedTowards(Indicator.Direction direction) {
        if (direction instanceof Indicator.Direction.HigherIsBetter) {
            return new Range(from, null, open);
        }
        if (direction instanceof Indicator.Direction.LowerIsBetter) {
            return new Range(null, to, open);
        }
        if (direction instanceof Indicator.Direction.WithinBand band && from != null && to != null) {
            return to.compareTo(band.from()) < 0
                    ? within(from, band.to())
                    : from.compareTo(band.to()) > 0 ? within(band.from(), to) : this;
        }
        return this;
    }

    /** Returns this range with its bounds moved out by the tolerance, and included; without a tolerance, this range. */
    private Range loosened(Tolerance tolerance) {
        BigDecimal below = from == null ? BigDecimal.ZERO : tolerance.around(from);
        BigDecimal above = to == null ? BigDecimal.ZERO : tolerance.around(to);
        if (below.signum() == 0 && above.signum() == 0) {
            return this;
        }
        return new Range(from == null ? null : from.subtract(below), to == null ? null : to.add(above), false);
    }

    private boolean startsBefore(BigDecimal value) {
        return from == null || isBefore(from, value);
    }

    /** Returns whether the upper bound of this range admits a value; null stands for a figure without upper bound. */
    private boolean endsAfter(@Nullable BigDecimal value) {
        return to == null || (value != null && isBefore(value, to));
    }

    private boolean isBefore(BigDecimal lower, BigDecimal upper) {
        int order = lower.compareTo(upper);
        return open ? order < 0 : order <= 0;
    }

    /** Returns the bands that a figure between two bounds may lie in; a null upper bound stands for none. */
    Set<Band> bands(BigDecimal lower, @Nullable BigDecimal upper, Tolerance near) {
        Range loose = loosened(near);
        Set<Band> bands = EnumSet.noneOf(Band.class);
        if ((upper == null || startsBefore(upper)) && endsAfter(lower)) {
            bands.add(Band.ON_TARGET);
        }
        if (!loose.equals(this) && (isNearBelow(lower, upper, loose) || isNearAbove(lower, upper, loose))) {
            bands.add(Band.NEAR);
        }
        if (!loose.startsBefore(lower) || !loose.endsAfter(upper)) {
            bands.add(Band.OFF_TARGET);
        }
        return bands;
    }

    private boolean isNearBelow(BigDecimal lower, @Nullable BigDecimal upper, Range loose) {
        return !startsBefore(lower)
                && loose.from != null
                && (open || !startsBefore(loose.from))
                && (upper == null || loose.startsBefore(upper));
    }

    private boolean isNearAbove(BigDecimal lower, @Nullable BigDecimal upper, Range loose) {
        return !endsAfter(upper) && (open || !endsAfter(loose.to)) && loose.endsAfter(lower);
    }
}
