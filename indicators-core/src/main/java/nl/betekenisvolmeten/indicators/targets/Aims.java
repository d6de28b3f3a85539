package nl.betekenisvolmeten.indicators.targets;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.targets.TargetOptions.Tolerance;

/** What the aims of targets come down to: the figures that meet them, and the value they go to. */
final class Aims {

    private Aims() {}

    /**
     * Returns the range of figures that meet an aim; empty if it asks for a change without a baseline or a direction.
     */
    static Optional<Range> range(Target target, Indicator.Direction direction, Tolerance about) {
        Target.Aim aim = target.aim();
        if (aim instanceof Target.Value of) {
            return Optional.of(range(of, direction, about));
        }
        if (aim instanceof Target.Between between) {
            return Optional.of(Range.within(between.from(), between.to()).openedTowards(direction));
        }
        if (aim instanceof Target.Towards towards) {
            return target.baseline().flatMap(baseline -> towards(towards.way(), baseline, direction));
        }
        throw new IllegalArgumentException("an aim must be about one figure: " + aim);
    }

    private static Range range(Target.Value of, Indicator.Direction direction, Tolerance about) {
        return switch (of.relation()) {
            case EXACTLY -> Range.within(of.value(), of.value()).openedTowards(direction);
            case ABOUT -> Range.around(of.value(), tolerance(of, about)).openedTowards(direction);
            case AT_LEAST -> Range.atLeast(of.value());
            case AT_MOST -> Range.atMost(of.value());
            case MORE_THAN -> Range.above(of.value());
        };
    }

    private static Tolerance tolerance(Target.Value of, Tolerance about) {
        return of.tolerance().map(Tolerance::ofAmount).orElse(about);
    }

    /** Returns whether an aim is about zero and states no tolerance: a share of zero is no distance. */
    static boolean lacksTolerance(Target.Aim aim, Tolerance about) {
        return aim instanceof Target.Value of
                && of.relation() == Target.Relation.ABOUT
                && of.tolerance().isEmpty()
                && of.value().signum() == 0
                && about.around(of.value()).signum() == 0;
    }

    private static Optional<Range> towards(Target.Way way, BigDecimal baseline, Indicator.Direction direction) {
        return switch (way) {
            case UP -> Optional.of(Range.above(baseline));
            case DOWN -> Optional.of(Range.below(baseline));
            case BETTER -> better(baseline, direction);
        };
    }

    private static Optional<Range> better(BigDecimal baseline, Indicator.Direction direction) {
        if (direction instanceof Indicator.Direction.HigherIsBetter) {
            return Optional.of(Range.above(baseline));
        }
        if (direction instanceof Indicator.Direction.LowerIsBetter) {
            return Optional.of(Range.below(baseline));
        }
        return direction instanceof Indicator.Direction.WithinBand band
                ? Optional.of(nearer(baseline, band))
                : Optional.empty();
    }

    /**
     * Returns the figures nearer to the band than the baseline, on either side of it; from within the band, those still
     * in it.
     */
    private static Range nearer(BigDecimal baseline, Indicator.Direction.WithinBand band) {
        BigDecimal below = band.from().subtract(baseline);
        BigDecimal above = baseline.subtract(band.to());
        if (below.signum() <= 0 && above.signum() <= 0) {
            return Range.within(band.from(), band.to());
        }
        BigDecimal distance = below.max(above);
        return new Range(band.from().subtract(distance), band.to().add(distance), true);
    }

    /** Returns the figures that are on a path at a moment: at or beyond its value, in the direction of the path. */
    static Range onPath(
            BigDecimal value, BigDecimal start, BigDecimal end, Indicator.Direction direction, Tolerance about) {
        int way = end.compareTo(start);
        boolean falls = way < 0 || (way == 0 && direction instanceof Indicator.Direction.LowerIsBetter);
        boolean rises = way > 0 || (way == 0 && direction instanceof Indicator.Direction.HigherIsBetter);
        if (falls) {
            return Range.atMost(value);
        }
        return rises ? Range.atLeast(value) : Range.around(value, about);
    }

    /** Returns the value that a target goes to; empty for a range, of whose way no share can be covered. */
    static Optional<BigDecimal> destination(Target target) {
        if (target.aim() instanceof Target.Value of) {
            return Optional.of(of.value());
        }
        return target.aim() instanceof Target.Path path ? Optional.of(end(path)) : Optional.empty();
    }

    /** Returns the value at the last moment of a path. */
    static BigDecimal end(Target.Path path) {
        List<BigDecimal> values = List.copyOf(path.points().values());
        return values.get(values.size() - 1);
    }

    /**
     * Returns the start of a path if it states one: the value at its first moment, unless its baseline is another
     * value. That value was known when the path was set.
     */
    static Optional<BigDecimal> start(Target target) {
        if (!(target.aim() instanceof Target.Path path) || path.points().size() < 2) {
            return Optional.empty();
        }
        BigDecimal first = path.points().get(path.points().firstKey());
        return Optional.ofNullable(first)
                .filter(value -> target.baseline()
                        .map(from -> from.compareTo(value) == 0)
                        .orElse(true));
    }

    /** Returns whether an aim asks for more, so that a part of its value is a part of the way. */
    static boolean asksForMore(Target.Aim aim, Indicator.Direction direction) {
        boolean lessIsBetter = direction instanceof Indicator.Direction.LowerIsBetter;
        if (aim instanceof Target.Value of) {
            return switch (of.relation()) {
                case AT_LEAST, MORE_THAN -> true;
                case AT_MOST -> false;
                case EXACTLY, ABOUT -> !lessIsBetter;
            };
        }
        return aim instanceof Target.Path && !lessIsBetter;
    }
}
