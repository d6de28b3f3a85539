package nl.betekenisvolmeten.indicators.formats.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.comparison.Change;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.ComparisonOptions;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;
import nl.betekenisvolmeten.indicators.formats.internal.result.Numbers;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.DesignEffect;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.statistics.PValue;
import nl.betekenisvolmeten.indicators.table.Coverage;

/**
 * One statistic of an area and indicator in a period. Numbers are as {@link Numbers} writes them.
 *
 * @param row the row that it belongs to
 * @param statistic its name, such as {@code value}
 * @param value the number
 * @param lower the lower bound, or its lower limit
 * @param upper the upper bound, or its upper limit
 * @param category the word, for statistics that are words, or why a figure is refused
 * @param confidence the confidence of the limits; empty if they are bounds
 * @param method how it was computed
 * @param status the status of figures
 */
record TidyRow(
        Comparison.Row row,
        String statistic,
        Optional<String> value,
        Optional<String> lower,
        Optional<String> upper,
        Optional<String> category,
        Optional<String> confidence,
        Optional<String> method,
        Optional<String> status) {

    /** The columns of a comparison in its long form: a row for each area, indicator, period and statistic. */
    static final List<TableColumn<TidyRow>> TABLE = new TableColumns<TidyRow>("statistics")
            .text("area_code", tidy -> tidy.row().key().area().code().shown())
            .text("area", tidy -> tidy.row().key().area().name())
            .text("level", tidy -> JsonFiles.word(tidy.row().key().area().code().level()))
            .text("indicator", tidy -> tidy.row().key().indicator().id().value())
            .text("period", tidy -> tidy.row().key().period().code())
            .text("statistic", TidyRow::statistic)
            .written("value", TidyRow::value)
            .written("lower", TidyRow::lower)
            .written("upper", TidyRow::upper)
            .optionalText("category", TidyRow::category)
            .written("confidence", TidyRow::confidence)
            .optionalText("method", TidyRow::method)
            .optionalText("status", TidyRow::status)
            .toList();

    private static final Optional<String> NONE = Optional.empty();

    /** Returns the statistics of a comparison. Absent ones have no row, except the figures themselves. */
    static Stream<TidyRow> of(Comparison comparison) {
        return comparison.rows().stream().flatMap(row -> of(row).stream());
    }

    private static List<TidyRow> of(Comparison.Row row) {
        Comparison.ComparedFigure figure = row.figure();
        Comparison.Contrast contrast = row.contrast();
        List<TidyRow> rows = new ArrayList<>();
        rows.add(bounded(row, "numerator", figure.numerator()));
        rows.add(bounded(row, "denominator", figure.denominator()));
        rows.add(bounded(row, "value", figure.value()));
        String method = ComparisonColumns.method(figure.uncertainty());
        figure.uncertainty().intervals().forEach(limits -> rows.add(interval(row, "interval", limits, method)));
        rows.add(bounded(row, "city_value", contrast.cityValue()));
        if (!(contrast.reference() instanceof ComparisonOptions.Reference.City)) {
            rows.add(bounded(row, "reference_value", contrast.referenceValue())
                    .withMethod(contrast.reference().code()));
        }
        figure.answered().ifPresent(answered -> answers(row, answered, rows));
        figure.standardisation().ifPresent(own -> rows.add(bounded(row, "crude_value", own.crude())));
        contrast.difference().ifPresent(difference -> difference(row, "difference", difference, rows));
        contrast.pValue().ifPresent(p -> rows.add(chance(row, "p_value", p)));
        contrast.pAdjusted().ifPresent(p -> rows.add(chance(row, "p_adjusted", p)));
        assessment(row, row.assessment(), rows);
        figure.coverage()
                .map(Coverage::share)
                .ifPresent(share -> rows.add(number(row, "coverage", Numbers.text(share))));
        rows.add(word(row, "inference", figure.uncertainty().inference().code()));
        rows.add(word(row, "complete", Boolean.toString(figure.complete())));
        return rows;
    }

    private static void answers(Comparison.Row row, Comparison.Answered answered, List<TidyRow> rows) {
        rows.add(number(row, "n", Long.toString(answered.n())));
        answered.invited().ifPresent(people -> rows.add(number(row, "invited", Long.toString(people))));
        answered.response().ifPresent(share -> rows.add(number(row, "response", Numbers.text(share))));
        answered.mean().ifPresent(mean -> rows.add(number(row, "mean", Numbers.text(mean))));
    }

    private static void assessment(Comparison.Row row, Comparison.Assessment assessment, List<TidyRow> rows) {
        rows.add(word(row, "verdict", assessment.judgement().code()));
        assessment.reason().ifPresent(reason -> rows.add(word(row, "verdict_reason", reason.code())));
        row.differenceClass().ifPresent(found -> rows.add(word(row, "difference_class", found.code())));
        row.figure().uncertainty().effect().ifPresent(effect -> rows.add(effect(row, effect)));
        assessment.funnel().ifPresent(place -> rows.add(word(row, "funnel", place.code())));
        assessment
                .overdispersion()
                .ifPresent(found -> rows.add(number(row, "overdispersion_factor", Numbers.text(found.factor()))));
        assessment
                .rank()
                .ifPresent(rank -> rows.add(new TidyRow(
                        row,
                        "rank",
                        NONE,
                        Optional.of(Integer.toString(rank.lower())),
                        Optional.of(Integer.toString(rank.upper())),
                        NONE,
                        Optional.of(Numbers.text(
                                row.figure().uncertainty().confidence().level())),
                        Optional.of(rank.method()),
                        NONE)));
        assessment.change().ifPresent(change -> change(row, change, rows));
    }

    private static void change(Comparison.Row row, Change change, List<TidyRow> rows) {
        rows.add(bounded(row, "change_before", change.before())
                .withMethod(change.period().code()));
        rows.add(bounded(row, "change_now", change.now()));
        difference(row, "change", change.difference(), rows);
        change.pValue().ifPresent(p -> rows.add(chance(row, "change_p_value", p)));
        change.pAdjusted().ifPresent(p -> rows.add(chance(row, "change_p_adjusted", p)));
        rows.add(ratio(row, change.ratio()));
        rows.add(word(row, "change_verdict", change.judgement().code()));
        change.reason().ifPresent(reason -> rows.add(word(row, "change_reason", reason.code())));
        rows.add(number(row, "change_organisations", Long.toString(change.reporters())));
    }

    /** Returns how much more variance repeated events have than independent ones; the word says how that is known. */
    private static TidyRow effect(Comparison.Row row, DesignEffect effect) {
        boolean none = effect.basis() == DesignEffect.Basis.NONE;
        return new TidyRow(
                row,
                "design_effect",
                NONE,
                none ? NONE : Optional.of(Numbers.text(effect.lower())),
                effect.isBounded() ? Optional.of(Numbers.text(effect.widest())) : NONE,
                Optional.of(effect.basis().code()),
                NONE,
                NONE,
                NONE);
    }

    private static TidyRow ratio(Comparison.Row row, Change.Ratio ratio) {
        Confidence confidence = row.figure().uncertainty().confidence();
        return new TidyRow(
                row,
                "change_ratio",
                ratio.value().exact().map(Numbers::text),
                ratio.interval().map(limits -> Numbers.text(limits.lower())),
                ratio.interval().map(limits -> Numbers.text(limits.upper())),
                NONE,
                ratio.interval().map(any -> Numbers.text(confidence.level())),
                NONE,
                Optional.of(ratio.value().status().code()));
    }

    private static void difference(
            Comparison.Row row, String name, Comparison.Difference difference, List<TidyRow> rows) {
        rows.add(bounded(row, name, difference.value()));
        Optional<Interval> interval = difference.interval();
        interval.ifPresent(limits -> rows.add(interval(
                row,
                name + "_interval",
                new Comparison.ConfidenceLimits(row.figure().uncertainty().confidence(), limits),
                "")));
    }

    private TidyRow withMethod(String name) {
        return new TidyRow(row, statistic, value, lower, upper, category, confidence, Optional.of(name), status);
    }

    private static TidyRow bounded(Comparison.Row row, String name, CellValue value) {
        return new TidyRow(
                row,
                name,
                Numbers.number(value).map(Numbers::text),
                Numbers.lower(value).map(Numbers::text),
                Numbers.upper(value).map(Numbers::text),
                TotalColumns.reason(value),
                NONE,
                NONE,
                Optional.of(value.status().code()));
    }

    private static TidyRow interval(
            Comparison.Row row, String name, Comparison.ConfidenceLimits limits, String method) {
        return new TidyRow(
                row,
                name,
                NONE,
                Optional.of(Numbers.text(limits.interval().lower())),
                Optional.of(Numbers.text(limits.interval().upper())),
                NONE,
                Optional.of(Numbers.text(limits.confidence().level())),
                Optional.of(method).filter(code -> !code.isEmpty()),
                NONE);
    }

    private static TidyRow chance(Comparison.Row row, String name, PValue value) {
        return number(row, name, Numbers.text(value.value()));
    }

    private static TidyRow number(Comparison.Row row, String name, String value) {
        return new TidyRow(row, name, Optional.of(value), NONE, NONE, NONE, NONE, NONE, NONE);
    }

    private static TidyRow word(Comparison.Row row, String name, String word) {
        return new TidyRow(row, name, NONE, NONE, NONE, Optional.of(word), NONE, NONE, NONE);
    }
}
