package nl.betekenisvolmeten.indicators.examples.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.Judgement;
import nl.betekenisvolmeten.indicators.formats.report.ComparisonReport;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Formula;

/** Figures of an overview in words. */
record OverviewWords(Texts texts) {

    private static final BigDecimal LARGE = BigDecimal.valueOf(100);
    private static final BigDecimal SMALL = new BigDecimal("0.05");
    private static final BigDecimal HALF = new BigDecimal("0.5");

    String of(String key, Object... arguments) {
        return texts.of("overview." + key, arguments);
    }

    /** Returns when deliveries were checked, and with which version. */
    String checked(LocalDate day) {
        return of(
                "checked",
                day.format(DateTimeFormatter.ofPattern(
                        "d MMMM uuuu", texts.language().locale())),
                Version.text());
    }

    /** Returns a number without insignificant decimals. */
    String number(BigDecimal value) {
        if (value.signum() > 0 && value.compareTo(SMALL) < 0) {
            return of("small");
        }
        boolean whole = value.stripTrailingZeros().scale() <= 0 || value.abs().compareTo(LARGE) >= 0;
        return texts.number(value, whole ? 0 : 1);
    }

    /** Returns a figure, or its bounds. */
    String figure(CellValue value) {
        return single(value).map(this::number).orElseGet(() -> bounds("between", value));
    }

    /** Returns the figure if it is exact, or practically zero at most. */
    private static Optional<BigDecimal> single(CellValue value) {
        return value.exact()
                .or(() -> value.upperBound().filter(most -> most.signum() > 0 && most.compareTo(SMALL) < 0));
    }

    /** Returns the two bounds of a figure; a lower bound that is practically zero is written as zero. */
    private String bounds(String key, CellValue value) {
        BigDecimal lower = value.lowerBound().orElseThrow();
        return of(
                key,
                number(lower.abs().compareTo(SMALL) < 0 ? BigDecimal.ZERO : lower),
                number(value.upperBound().orElseThrow()));
    }

    /** Returns the name of an indicator. */
    String name(Comparison.Row row) {
        return row.key().indicator().name().in(texts.language());
    }

    /** Returns the name without the part in brackets, which the sentences about each figure include. */
    String shortName(Comparison.Row row) {
        String name = name(row);
        return name.contains(" (") ? name.substring(0, name.indexOf(" (")) : name;
    }

    /** Returns whether a figure was made from answers. */
    static boolean isOfAnswers(Comparison.Row row) {
        return row.key().indicator().formula() instanceof Formula.Answers;
    }

    /** Returns a share in whole per cents. */
    String share(CellValue value) {
        return value.exact().map(share -> texts.number(share, 0)).orElse("?");
    }

    /** Returns the figure of the city, as far as it is known. */
    String city(CellValue value) {
        return single(value)
                .map(one -> of("city.exact", number(one)))
                .or(() -> value.lowerBound().map(any -> bounds("city.between", value)))
                .orElseGet(() -> of("city.unknown"));
    }

    /**
     * Returns how many people there were, exactly or within bounds, or why this is unknown; empty if nothing was
     * delivered.
     */
    Optional<String> people(CellValue persons) {
        if (persons instanceof CellValue.Incomplete incomplete) {
            return incomplete
                    .lower()
                    .map(least -> incomplete
                            .upper()
                            .map(most -> of("people.incomplete.between", number(least), number(most)))
                            .orElseGet(() -> of("people.incomplete", number(least))));
        }
        if (persons.refusal().isPresent()) {
            return Optional.of(of("people.refused." + persons.refusal().get()));
        }
        return persons.lowerBound()
                .map(lower -> persons.exact().isPresent()
                        ? of("people.exact", number(lower))
                        : of(
                                "people.between",
                                number(lower),
                                number(persons.upperBound().orElseThrow())));
    }

    /** Returns a text if a figure is only known between bounds; empty otherwise. */
    static Optional<String> isBetween(CellValue value) {
        return value instanceof CellValue.Between ? Optional.of("") : Optional.empty();
    }

    /** Returns whether the bounds of two figures leave open which of the two is larger. */
    static boolean isOpen(CellValue own, CellValue other) {
        boolean known = own.lowerBound().isPresent() && other.lowerBound().isPresent();
        return !known
                || (own.lowerBound().get().compareTo(other.upperBound().orElseThrow()) < 0
                        && own.upperBound()
                                        .orElseThrow()
                                        .compareTo(other.lowerBound().get())
                                > 0);
    }

    /**
     * Returns how much more or less a figure is than another, in per cent; empty if either is not exact, or the other
     * is zero.
     */
    Optional<String> difference(CellValue own, CellValue other) {
        return other.exact()
                .filter(whole -> whole.signum() > 0)
                .flatMap(whole ->
                        own.exact().map(value -> percent(change(value.divide(whole, MathContext.DECIMAL64)))));
    }

    /** Returns how much more or less there is between two ratios; empty if it may be either. */
    Optional<String> change(BigDecimal low, BigDecimal high) {
        BigDecimal least = change(low);
        BigDecimal most = change(high);
        if (texts.number(least, 0).equals(texts.number(most, 0))) {
            return Optional.of(percent(least));
        }
        return least.signum() < 0 && most.signum() > 0
                ? Optional.empty()
                : Optional.of(of(least.signum() < 0 ? "less.bounds" : "more.bounds"));
    }

    private String percent(BigDecimal change) {
        return change.abs().compareTo(HALF) < 0
                ? of("equal")
                : of(change.signum() < 0 ? "less" : "more", whole(change));
    }

    private String whole(BigDecimal percent) {
        return texts.number(percent.abs(), 0);
    }

    private static BigDecimal change(BigDecimal ratio) {
        return ratio.subtract(BigDecimal.ONE).movePointRight(2);
    }

    /** Returns whether chance explains a difference, as the end of a sentence. */
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

    /** Returns the limits of a figure, if it has them. */
    String limits(Comparison.Uncertainty uncertainty) {
        return uncertainty
                .interval()
                .map(limits -> " "
                        + of(
                                "limits",
                                texts.number(BigDecimal.valueOf(
                                                uncertainty.confidence().level())
                                        .movePointRight(2)),
                                texts.number(BigDecimal.valueOf(limits.lower()), 0),
                                texts.number(BigDecimal.valueOf(limits.upper()), 0)))
                .orElse("");
    }
}
