package nl.betekenisvolmeten.indicators.formats.output;

import static nl.betekenisvolmeten.indicators.formats.output.ResultColumn.Type.INTEGER;
import static nl.betekenisvolmeten.indicators.formats.output.ResultColumn.Type.TEXT;
import static nl.betekenisvolmeten.indicators.formats.output.ResultColumn.number;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.coverage.BreakFinder;
import nl.betekenisvolmeten.indicators.coverage.BreakFinder.SeriesBreak;
import nl.betekenisvolmeten.indicators.formats.delivery.ContextReport;
import nl.betekenisvolmeten.indicators.statistics.RankIntervals;

/** The columns of a comparison: the table with a row for each area, indicator and period, and the tidy one. */
public final class ComparisonColumns {

    /** A row for each area, indicator and period. */
    public static final List<ResultColumn<Comparison.Row>> TABLE = List.of(
            text("area_code", "Code of the area", row -> row.area().code().value()),
            text("area", "Name of the area", row -> row.area().name()),
            text(
                    "indicator",
                    "Code of the indicator",
                    row -> row.indicator().id().value()),
            text("period", "CBS code of the period", Comparison.Row::period),
            number(
                    "numerator",
                    "What was counted, where known exactly",
                    row -> row.numerator().exact().map(Numbers::text)),
            number(
                    "numerator_lower",
                    "The least it can be; equal to numerator where exact",
                    row -> row.numerator().least().map(Numbers::text)),
            number(
                    "numerator_upper",
                    "The most it can be; equal to numerator where exact",
                    row -> row.numerator().most().map(Numbers::text)),
            number(
                    "denominator",
                    "Of how many, where known exactly",
                    row -> row.denominator().exact().map(Numbers::text)),
            new ResultColumn<>(
                    "per",
                    INTEGER,
                    "What value, lower, upper and city_value are expressed per",
                    row -> Optional.of(Long.toString(row.per().multiplier()))),
            number(
                    "value",
                    "The figure, where known exactly; standardised where method is dobson-byar",
                    row -> row.value().exact().map(Numbers::text)),
            number(
                    "lower",
                    "Lower limit of what chance and bounds leave open",
                    row -> row.interval().map(limits -> Numbers.text(limits.lower()))),
            number(
                    "upper",
                    "Upper limit of what chance and bounds leave open",
                    row -> row.interval().map(limits -> Numbers.text(limits.upper()))),
            number(
                    "confidence",
                    "How sure the interval is",
                    row -> Optional.of(Numbers.text(row.confidence().level()))),
            text(
                    "method",
                    "How the interval was made; none for figures taken as a full register, and for those that are no counts",
                    row -> row.method()),
            number(
                    "city_value",
                    "The same figure of the whole gemeente, where known exactly",
                    row -> row.cityValue().exact().map(Numbers::text)),
            number(
                    "p_value",
                    "Of the two-sided test against the reference, usually the city",
                    row -> row.pValue().map(p -> Numbers.text(p.value()))),
            number(
                    "p_adjusted",
                    "The same, adjusted for all areas and indicators of the period",
                    row -> row.pAdjusted().map(p -> Numbers.text(p.value()))),
            text(
                    "verdict",
                    "better, worse, higher, lower, similar, not_decided or none",
                    row -> row.judgement().code()),
            new ResultColumn<>(
                    "funnel",
                    TEXT,
                    "Place in the funnel around the city: low, lower, similar, higher or high",
                    row -> row.funnel().map(place -> place.code())),
            new ResultColumn<>(
                    "rank_lower",
                    INTEGER,
                    "Least place among the areas of the city, 1 for the highest figure",
                    row -> row.detail().rank().map(RankIntervals.Places::lower).map(place -> Integer.toString(place))),
            new ResultColumn<>(
                    "rank_upper",
                    INTEGER,
                    "Greatest place; areas of which the places overlap are not separable",
                    row -> row.detail().rank().map(RankIntervals.Places::upper).map(place -> Integer.toString(place))),
            text(
                    "status",
                    "Of the value: exact, between, refused, suppressed or missing",
                    row -> row.value().status().code()));

    /** A row for each area, indicator, period and statistic. */
    public static final List<ResultColumn<TidyRow>> TIDY = List.of(
            text(
                    "area_code",
                    "Code of the area",
                    tidy -> tidy.row().area().code().value()),
            text("area", "Name of the area", tidy -> tidy.row().area().name()),
            text(
                    "level",
                    "Level of the area",
                    tidy -> tidy.row().area().code().level().name().toLowerCase(Locale.ROOT)),
            text(
                    "indicator",
                    "Code of the indicator",
                    tidy -> tidy.row().indicator().id().value()),
            text("period", "CBS code of the period", tidy -> tidy.row().period()),
            text("statistic", "What the row is about", TidyRow::statistic),
            number("value", "The number, where there is one", TidyRow::value),
            number("lower", "The least it can be, or the lower limit at this confidence", TidyRow::lower),
            number("upper", "The most it can be, or the upper limit at this confidence", TidyRow::upper),
            new ResultColumn<>("category", TEXT, "The word, for statistics that are words", TidyRow::category),
            number("confidence", "How sure the limits are; empty where they are bounds", TidyRow::confidence),
            new ResultColumn<>("method", TEXT, "How the statistic was made", TidyRow::method),
            new ResultColumn<>(
                    "status", TEXT, "Exact, between, refused, suppressed or missing, for figures", TidyRow::status));

    private ComparisonColumns() {}

    private static <R> ResultColumn<R> text(String name, String description, Function<R, String> cell) {
        return new ResultColumn<>(name, TEXT, description, row -> Optional.of(cell.apply(row)));
    }

    /**
     * Returns the column with the places where the figures begin a new way of counting, such as
     * {@code 2026KW02 Laak: 91000011 > 91000029}; several are separated by semicolons.
     *
     * @param context the report with the breaks
     * @return the column
     */
    public static ResultColumn<Comparison.Row> trendBreaks(ContextReport context) {
        return new ResultColumn<>(
                "trend_breaks",
                TEXT,
                "Where another organisation or form begins in the area and period, declared or not",
                row -> Optional.of(context.breaksOf(row).stream()
                                .map(ComparisonColumns::words)
                                .collect(Collectors.joining("; ")))
                        .filter(text -> !text.isEmpty()));
    }

    private static String words(BreakFinder.Explained one) {
        SeriesBreak found = one.found();
        return found.since().code() + " " + found.area() + ": " + String.join(", ", found.from()) + " > "
                + String.join(", ", found.to()) + (one.declared().isPresent() ? " (declared)" : "");
    }
}
