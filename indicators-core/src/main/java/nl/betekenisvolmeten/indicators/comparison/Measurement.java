package nl.betekenisvolmeten.indicators.comparison;

import java.math.BigDecimal;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.model.BoundedRatio;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.DesignEffect;
import nl.betekenisvolmeten.indicators.statistics.ExactTest;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.statistics.IntervalMethod;
import nl.betekenisvolmeten.indicators.statistics.ProportionMethod;
import nl.betekenisvolmeten.indicators.statistics.RateMethod;
import nl.betekenisvolmeten.indicators.statistics.Statistic;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Estimate;

/**
 * A numerator over a denominator, with what is not known of either. Where a part is only known between bounds, the
 * value and the interval are made at the bounds that make them widest: a limit rises with the numerator and falls with
 * the denominator.
 *
 * @param kind how random variation is modelled
 * @param ratio the two
 * @param per what the value is expressed per
 * @param complete whether no cell of either was left empty
 * @param shares how the interval of a share is made
 * @param rates how the interval of a rate is made
 * @param effect how much larger the variance is than that of independent events; empty for those
 * @param value what the ratio makes; kept, as it is asked for many times and a division takes long
 */
record Measurement(
        Kind kind,
        BoundedRatio ratio,
        Per per,
        boolean complete,
        ProportionMethod shares,
        RateMethod rates,
        Optional<DesignEffect> effect,
        CellValue value)
        implements Measured {

    enum Kind {
        /** Part of a whole. */
        SHARE,
        /** Counted events by exposure. */
        RATE,
        /** Not counted, such as hours: no interval. */
        QUOTIENT
    }

    static Measurement of(
            Kind kind, Per per, CellValue above, CellValue below, boolean complete, ComparisonOptions options) {
        BoundedRatio ratio = new BoundedRatio(above, below, per, kind == Kind.SHARE);
        return new Measurement(
                kind,
                ratio,
                per,
                complete,
                options.shareMethod(),
                options.rateMethod(),
                Optional.empty(),
                value(ratio));
    }

    /**
     * Returns this figure with the design effect of repeated events. Amounts such as hours become a rate: the random
     * variation is that of the persons behind them.
     */
    Measurement with(DesignEffect newEffect) {
        boolean persons = newEffect.basis() != DesignEffect.Basis.NONE;
        Kind newKind = kind == Kind.QUOTIENT && persons ? Kind.RATE : kind;
        return new Measurement(newKind, ratio, per, complete, shares, rates, Optional.of(newEffect), value);
    }

    @Override
    public CellValue numerator() {
        return ratio.numerator();
    }

    @Override
    public CellValue denominator() {
        return ratio.denominator();
    }

    @Override
    public Optional<IntervalMethod> method() {
        if (effect.filter(known -> known.basis() == DesignEffect.Basis.NONE).isPresent()) {
            return Optional.empty();
        }
        return switch (kind) {
            case SHARE -> Optional.of(shares);
            case RATE -> Optional.of(rates);
            case QUOTIENT -> Optional.empty();
        };
    }

    private static CellValue value(BoundedRatio ratio) {
        CellValue value = ratio.value();
        // a part above its whole, or less than nobody: what was delivered of the whole is not all of it
        boolean impossible = ratio.isContradiction()
                || ratio.denominator()
                        .lowerBound()
                        .map(lower -> lower.signum() < 0)
                        .orElse(false);
        return value.lowerBound().isPresent() && impossible
                ? new CellValue.NotDefined(CellValue.Reason.UNKNOWN_DENOMINATOR)
                : value;
    }

    @Override
    public CellValue crude() {
        return value;
    }

    @Override
    public boolean isCountable() {
        return method().isPresent()
                && value.lowerBound().isPresent()
                && numerator().lowerBound().orElseThrow().signum() >= 0
                && !isBeyondExact();
    }

    @Override
    public Optional<Interval> interval(Confidence confidence) {
        if (!isCountable()) {
            return Optional.empty();
        }
        Optional<Estimate> low = estimate(lower(numerator()), upper(denominator()), confidence);
        Optional<Estimate> high = isExact() ? low : estimate(upper(numerator()), lower(denominator()), confidence);
        return low.isEmpty() || high.isEmpty()
                ? Optional.empty()
                : Optional.of(Interval.of(
                        low.get().interval().lower(), high.get().interval().upper()));
    }

    /**
     * Returns whether there are more than {@link ExactTest#LARGEST_COUNT} events for an exact method; others have no
     * limit.
     */
    private boolean isBeyondExact() {
        boolean exact = kind == Kind.SHARE ? shares == ProportionMethod.CLOPPER_PEARSON : rates == RateMethod.EXACT;
        CellValue largest = kind == Kind.SHARE ? denominator() : numerator();
        return exact && largest.upperBound().orElseThrow().compareTo(BigDecimal.valueOf(ExactTest.LARGEST_COUNT)) > 0;
    }

    private static BigDecimal lower(CellValue value) {
        return value.lowerBound().orElseThrow();
    }

    private static BigDecimal upper(CellValue value) {
        return value.upperBound().orElseThrow();
    }

    private Optional<Estimate> estimate(BigDecimal above, BigDecimal below, Confidence confidence) {
        double factor = effect.map(DesignEffect::widest).orElse(1.0);
        double count = above.doubleValue();
        double size = below.doubleValue();
        Statistic statistic;
        if (kind == Kind.SHARE) {
            statistic = shares.estimateAmounts(Math.min(count, size) / factor, size / factor, per, confidence);
        } else if (size > 0) {
            statistic = new DesignEffect.Events(count, size, factor).rate(rates, per, confidence);
        } else {
            statistic = Statistic.NotDefined.ZERO_EXPOSURE;
        }
        return statistic.estimate();
    }
}
