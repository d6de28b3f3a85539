package nl.betekenisvolmeten.indicators.examples.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.comparison.Judgement;
import nl.betekenisvolmeten.indicators.formats.report.ComparisonReport;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.statistics.Interval;

/** Figures of an overview in words. */
record OverviewWords(Texts texts) {

    private static final BigDecimal LARGE = BigDecimal.valueOf(100);
    private static final BigDecimal SMALL = new BigDecimal("0.05");
    private static final BigDecimal HALF = new BigDecimal("0.5");

    String of(String key, Object... arguments) {
        return texts.of("overview." + key, arguments);
    }

    /** A number without decimals that say nothing. */
    String number(BigDecimal value) {
        if (value.signum() > 0 && value.compareTo(SMALL) < 0) {
            return of("small");
        }
        boolean whole = value.stripTrailingZeros().scale() <= 0 || value.abs().compareTo(LARGE) >= 0;
        return texts.number(value, whole ? 0 : 1);
    }

    /** A figure, or the two that it lies between. */
    String figure(CellValue value) {
        String lower = number(value.lowerBound().orElseThrow());
        return value.exact().isPresent()
                ? lower
                : of("between", lower, number(value.upperBound().orElseThrow()));
    }

    /** How many people there were, as far as that is known; empty where nothing is. */
    Optional<String> people(CellValue persons) {
        if (persons instanceof CellValue.Incomplete incomplete) {
            return incomplete.lower().map(least -> of("people.incomplete", number(least)));
        }
        return persons.lowerBound()
                .map(lower -> persons.exact().isPresent()
                        ? of("people.exact", number(lower))
                        : of(
                                "people.between",
                                number(lower),
                                number(persons.upperBound().orElseThrow())));
    }

    /** Whether the bounds of two figures leave open which of the two is larger. */
    static boolean isOpen(CellValue own, CellValue other) {
        boolean known = own.lowerBound().isPresent() && other.lowerBound().isPresent();
        return !known
                || (own.lowerBound().get().compareTo(other.upperBound().orElseThrow()) < 0
                        && own.upperBound()
                                        .orElseThrow()
                                        .compareTo(other.lowerBound().get())
                                > 0);
    }

    /** How much more or less a figure is than another, in per cent; empty where that is open, or the other may be zero. */
    Optional<String> difference(CellValue own, CellValue other) {
        if (isOpen(own, other) || other.lowerBound().orElseThrow().signum() <= 0) {
            return Optional.empty();
        }
        return Optional.of(percent(
                ratio(own.lowerBound().orElseThrow(), other.upperBound().orElseThrow()),
                ratio(own.upperBound().orElseThrow(), other.lowerBound().orElseThrow())));
    }

    private static BigDecimal ratio(BigDecimal above, BigDecimal below) {
        return above.divide(below, MathContext.DECIMAL64);
    }

    /** Between what two ratios a figure lies to another, in per cent more or less. */
    String percent(BigDecimal low, BigDecimal high) {
        BigDecimal least = change(low);
        BigDecimal most = change(high);
        if (texts.number(least, 0).equals(texts.number(most, 0))) {
            return least.abs().compareTo(HALF) < 0 ? of("equal") : one(least);
        }
        if (least.signum() < 0 && most.signum() > 0) {
            return of("either");
        }
        boolean more = least.signum() >= 0;
        return of(more ? "range.more" : "range.less", whole(more ? least : most), whole(more ? most : least));
    }

    private String one(BigDecimal change) {
        return of(change.signum() < 0 ? "less" : "more", whole(change));
    }

    private String whole(BigDecimal percent) {
        return texts.number(percent.abs(), 0);
    }

    private static BigDecimal change(BigDecimal ratio) {
        return ratio.subtract(BigDecimal.ONE).movePointRight(2);
    }

    /** Whether chance explains a difference, as the end of a sentence. */
    String verdict(Judgement judgement, Optional<Judgement.Reason> reason) {
        return switch (judgement) {
            case BETTER, WORSE, SIMILAR -> of("verdict." + judgement);
            case HIGHER, LOWER -> of("verdict.DIFFERENT");
            case NOT_DECIDED, NONE ->
                of(
                        "verdict.OPEN",
                        reason.map(why -> ComparisonReport.inWords(why, texts.language()))
                                .orElseGet(() -> of("verdict.unknown")));
        };
    }

    /** The limits of a figure, where it has them. */
    String limits(Optional<Interval> interval) {
        return interval.map(limits -> " "
                        + of(
                                "limits",
                                texts.number(BigDecimal.valueOf(limits.lower()), 0),
                                texts.number(BigDecimal.valueOf(limits.upper()), 0)))
                .orElse("");
    }
}
