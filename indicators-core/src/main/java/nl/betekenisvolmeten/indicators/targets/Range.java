package nl.betekenisvolmeten.indicators.targets;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The figures that meet a target: from one end to the other.
 *
 * @param from the least; empty when there is none
 * @param to the most; empty when there is none
 * @param open whether the ends themselves do not belong
 */
record Range(Optional<BigDecimal> from, Optional<BigDecimal> to, boolean open) {

    static Range atLeast(BigDecimal value) {
        return new Range(Optional.of(value), Optional.empty(), false);
    }

    static Range atMost(BigDecimal value) {
        return new Range(Optional.empty(), Optional.of(value), false);
    }

    static Range above(BigDecimal value) {
        return new Range(Optional.of(value), Optional.empty(), true);
    }

    static Range below(BigDecimal value) {
        return new Range(Optional.empty(), Optional.of(value), true);
    }

    static Range within(BigDecimal from, BigDecimal to) {
        return new Range(Optional.of(from), Optional.of(to), false);
    }

    static Range around(BigDecimal value, Tolerance tolerance) {
        BigDecimal distance = tolerance.around(value);
        return within(value.subtract(distance), value.add(distance));
    }

    /** With ends so much farther away; they belong then. No tolerance changes nothing. */
    private Range loosened(Tolerance tolerance) {
        boolean nothing = Stream.of(from, to)
                .flatMap(Optional::stream)
                .allMatch(end -> tolerance.around(end).signum() == 0);
        return nothing
                ? this
                : new Range(
                        from.map(end -> end.subtract(tolerance.around(end))),
                        to.map(end -> end.add(tolerance.around(end))),
                        false);
    }

    /** Whether all from the least up to the most, or without end, belong. */
    private boolean holdsAll(BigDecimal lower, Optional<BigDecimal> upper) {
        return from.map(end -> isInside(end, lower)).orElse(true)
                && to.map(end -> upper.map(value -> isInside(value, end)).orElse(false))
                        .orElse(true);
    }

    /** Whether some from the least up to the most, or without end, belong. */
    private boolean holdsSome(BigDecimal lower, Optional<BigDecimal> upper) {
        return from.map(end -> upper.map(value -> isInside(end, value)).orElse(true))
                        .orElse(true)
                && to.map(end -> isInside(lower, end)).orElse(true);
    }

    private boolean isInside(BigDecimal lower, BigDecimal upper) {
        int order = lower.compareTo(upper);
        return open ? order < 0 : order <= 0;
    }

    /** The bands in which a figure may lie that is known from the least up to the most, or without end. */
    Set<Band> bands(BigDecimal lower, Optional<BigDecimal> upper, Tolerance near) {
        Range loose = loosened(near);
        Set<Band> bands = EnumSet.noneOf(Band.class);
        if (holdsSome(lower, upper)) {
            bands.add(Band.ON_TARGET);
        }
        if (!loose.equals(this) && (isNearBelow(lower, upper, loose) || isNearAbove(lower, upper, loose))) {
            bands.add(Band.NEAR);
        }
        if (!loose.holdsAll(lower, upper)) {
            bands.add(Band.OFF_TARGET);
        }
        return bands;
    }

    private boolean isNearBelow(BigDecimal lower, Optional<BigDecimal> upper, Range loose) {
        return from.isPresent()
                && isBeyond(lower, from.get())
                && (open || loose.from.orElseThrow().compareTo(from.get()) < 0)
                && upper.map(value -> value.compareTo(loose.from.orElseThrow()) >= 0)
                        .orElse(true);
    }

    private boolean isNearAbove(BigDecimal lower, Optional<BigDecimal> upper, Range loose) {
        return to.isPresent()
                && upper.map(value -> isBeyond(to.get(), value)).orElse(true)
                && (open || loose.to.orElseThrow().compareTo(to.get()) > 0)
                && lower.compareTo(loose.to.orElseThrow()) <= 0;
    }

    /** Whether the first of two, of which the range lies at the other's side, lies outside. */
    private boolean isBeyond(BigDecimal lower, BigDecimal upper) {
        int order = lower.compareTo(upper);
        return open ? order <= 0 : order < 0;
    }
}
