package nl.betekenisvolmeten.indicators.comparison;

import java.util.Optional;
import java.util.function.Predicate;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.DesignEffect;
import nl.betekenisvolmeten.indicators.statistics.PValue;

/**
 * A judgement, and where it leaves something open why.
 *
 * @param judgement the judgement
 * @param reason why it is not decided; empty where it is
 */
record Verdict(Judgement judgement, Optional<Judgement.Reason> reason) {

    /** Nothing is judged, without a reason to give: an area compared with itself. */
    static final Verdict NONE = new Verdict(Judgement.NONE, Optional.empty());

    static Verdict undecided(Judgement judgement, Judgement.Reason reason) {
        return new Verdict(judgement, Optional.of(reason));
    }

    private static Verdict decided(Judgement judgement) {
        return new Verdict(judgement, Optional.empty());
    }

    private static Verdict notDecided(Judgement.Reason reason) {
        return undecided(Judgement.NOT_DECIDED, reason);
    }

    /**
     * Returns the verdict of a test, or otherwise of the bounds, which settle a difference only if everything possible
     * lies on one side. For repeated events, both ends of their design effect must agree.
     */
    static Verdict of(
            ComparedPair pair,
            Comparison.Difference difference,
            UnadjustedRow.Adjusted adjusted,
            Indicator.Direction direction,
            Confidence confidence) {
        if (difference.value().lowerBound().isEmpty()) {
            return undecided(Judgement.NONE, withoutFigure(pair));
        }
        boolean nobody = pair.own().effect().filter(Verdict::isNone).isPresent();
        if (nobody) {
            return notDecided(Judgement.Reason.NO_PERSONS);
        }
        if (difference.interval().isEmpty()) {
            return undecided(Judgement.NONE, Judgement.Reason.NOT_COUNTED);
        }
        if (!pair.own().complete() || !pair.reference().complete()) {
            return notDecided(Judgement.Reason.INCOMPLETE);
        }
        double level = 1 - confidence.level();
        if (adjusted.pValue().filter(below(level)).isPresent()) {
            return decided(different(pair, direction));
        }
        if (pair.own().effect().isPresent() && adjusted.least().isPresent()) {
            return ofRepeatedEvents(pair, adjusted, level);
        }
        if (adjusted.pValue().isPresent()) {
            return decided(Judgement.SIMILAR);
        }
        return ofBounds(pair, adjusted, direction);
    }

    private static Judgement.Reason withoutFigure(ComparedPair pair) {
        CellValue value = pair.own().value().lowerBound().isEmpty()
                ? pair.own().value()
                : pair.reference().value();
        if (value instanceof CellValue.Incomplete) {
            return Judgement.Reason.INCOMPLETE;
        }
        if (pair.own().denominator() instanceof CellValue.NotDefined no
                && no.reason() == CellValue.Reason.UNKNOWN_DENOMINATOR) {
            return Judgement.Reason.NO_INHABITANTS;
        }
        return value instanceof CellValue.Missing
                ? Judgement.Reason.MISSING
                : value.refusal().map(Verdict::refused).orElse(Judgement.Reason.REFUSED);
    }

    private static Judgement.Reason refused(CellValue.Reason reason) {
        return switch (reason) {
            case ZERO_DENOMINATOR -> Judgement.Reason.ZERO_DENOMINATOR;
            case OVERFLOW -> Judgement.Reason.OVERFLOW;
            case NO_AGE_CLASSES -> Judgement.Reason.NO_AGE_CLASSES;
            case TOO_FEW_EVENTS -> Judgement.Reason.TOO_FEW_EVENTS;
            case INCOMPLETE -> Judgement.Reason.INCOMPLETE;
            case CONTRADICTION -> Judgement.Reason.CONTRADICTION;
            case NOT_COMPARABLE -> Judgement.Reason.NOT_COMPARABLE;
            case UNKNOWN_DENOMINATOR, BOUNDS_WITHHELD -> Judgement.Reason.REFUSED;
        };
    }

    private static boolean isNone(DesignEffect effect) {
        return effect.basis() == DesignEffect.Basis.NONE;
    }

    private static Predicate<PValue> below(double level) {
        return known -> known.value() < level;
    }

    /** Returns the verdict on repeated events that are not different at the upper end of the design effect. */
    private static Verdict ofRepeatedEvents(ComparedPair pair, UnadjustedRow.Adjusted adjusted, double level) {
        boolean exact = pair.own()
                .effect()
                .filter(effect -> effect.basis() == DesignEffect.Basis.EXACT)
                .isPresent();
        if ((adjusted.pValue().isPresent() && exact)
                || adjusted.least().filter(below(level)).isEmpty()) {
            return decided(Judgement.SIMILAR);
        }
        return notDecided(
                adjusted.pValue().isPresent() ? Judgement.Reason.DESIGN_EFFECT : Judgement.Reason.LOWER_BOUND);
    }

    private static Verdict ofBounds(ComparedPair pair, UnadjustedRow.Adjusted adjusted, Indicator.Direction direction) {
        boolean repeated = pair.own().effect().isPresent();
        if (pair.own().isExact() && pair.reference().value().exact().isPresent()) {
            return repeated
                    ? notDecided(Judgement.Reason.TOO_FEW_EVENTS)
                    : undecided(Judgement.NONE, Judgement.Reason.NOT_COUNTED);
        }
        boolean bounded = pair.own().effect().map(DesignEffect::isBounded).orElse(true)
                && pair.reference().effect().map(DesignEffect::isBounded).orElse(true);
        boolean settled = bounded
                && pair.difference(adjusted.strict())
                        .interval()
                        .filter(possible -> possible.lower() > 0 || possible.upper() < 0)
                        .isPresent();
        return settled ? decided(different(pair, direction)) : notDecided(Judgement.Reason.BOUNDS);
    }

    /**
     * Returns the judgement on a difference: better or worse only if it is so for all that the bounds leave possible.
     */
    private static Judgement different(ComparedPair pair, Indicator.Direction direction) {
        double[] own = ends(pair.own().value());
        double[] reference = ends(pair.reference().value());
        int gain = direction.compare(reference[0], own[0]);
        for (double from : reference) {
            for (double to : own) {
                gain = direction.compare(from, to) == gain ? gain : 0;
            }
        }
        if (gain != 0) {
            return gain > 0 ? Judgement.BETTER : Judgement.WORSE;
        }
        return own[0] > reference[1] ? Judgement.HIGHER : Judgement.LOWER;
    }

    private static double[] ends(CellValue value) {
        return new double[] {
            value.lowerBound().orElseThrow().doubleValue(),
            value.upperBound().orElseThrow().doubleValue()
        };
    }
}
