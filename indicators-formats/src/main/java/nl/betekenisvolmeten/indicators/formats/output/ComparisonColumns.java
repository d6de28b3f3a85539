package nl.betekenisvolmeten.indicators.formats.output;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.comparison.Change;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.Judgement;
import nl.betekenisvolmeten.indicators.coverage.BreakFinder;
import nl.betekenisvolmeten.indicators.coverage.BreakFinder.SeriesBreak;
import nl.betekenisvolmeten.indicators.coverage.Completeness.PeriodStatus;
import nl.betekenisvolmeten.indicators.formats.internal.result.Numbers;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.statistics.DesignEffect;
import nl.betekenisvolmeten.indicators.statistics.FunnelClass;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.statistics.IntervalMethod;
import nl.betekenisvolmeten.indicators.statistics.PValue;
import nl.betekenisvolmeten.indicators.statistics.RankIntervals;

/** The columns of a comparison: a row for each area, indicator and period. */
final class ComparisonColumns {

    static final List<TableColumn<Comparison.Row>> TABLE = new TableColumns<Comparison.Row>("comparison")
            .text("area_code", row -> row.key().area().code().shown())
            .text("area", row -> row.key().area().name())
            .text("indicator", row -> row.key().indicator().id().value())
            .text("period", row -> row.key().period().code())
            .number("numerator", row -> Numbers.number(row.figure().numerator()))
            .number("numerator_lower", row -> Numbers.lower(row.figure().numerator()))
            .number("numerator_upper", row -> Numbers.upper(row.figure().numerator()))
            .number("denominator", row -> Numbers.number(row.figure().denominator()))
            .whole("per", row -> row.figure().per().multiplier())
            .number("value", row -> row.figure().value().exact())
            .optionalReal("lower", row -> row.figure().uncertainty().interval().map(Interval::lower))
            .optionalReal("upper", row -> row.figure().uncertainty().interval().map(Interval::upper))
            .real("confidence", row -> row.figure().uncertainty().confidence().level())
            .text("method", row -> method(row.figure().uncertainty()))
            .number("city_value", row -> row.contrast().cityValue().exact())
            .optionalReal("p_value", row -> row.contrast().pValue().map(PValue::value))
            .optionalReal("p_adjusted", row -> row.contrast().pAdjusted().map(PValue::value))
            .text("verdict", row -> row.assessment().judgement().code())
            .optionalText("funnel", row -> row.assessment().funnel().map(FunnelClass::code))
            .optionalWhole("rank_lower", row -> place(row, RankIntervals.Places::lower))
            .optionalWhole("rank_upper", row -> place(row, RankIntervals.Places::upper))
            .text("status", row -> row.figure().value().status().code())
            .optionalText("difference_class", row -> row.differenceClass().map(Comparison.DifferenceClass::code))
            .optionalReal("design_effect_lower", row -> effect(row).map(DesignEffect::lower))
            .optionalReal(
                    "design_effect_upper",
                    row -> effect(row).filter(DesignEffect::isBounded).map(DesignEffect::widest))
            .optionalText(
                    "design_effect_basis",
                    row -> row.figure()
                            .uncertainty()
                            .effect()
                            .map(known -> known.basis().code()))
            .optionalText("reason", row -> row.assessment().reason().map(Judgement.Reason::code))
            .optionalText("inhabitants_date", row -> row.figure().inhabitantsDate())
            .optionalWhole(
                    "n",
                    row -> answered(row).stream()
                            .mapToLong(Comparison.Answered::n)
                            .findFirst())
            .optionalWhole(
                    "invited",
                    row -> answered(row).map(Comparison.Answered::invited).orElse(OptionalLong.empty()))
            .number("response", row -> answered(row).flatMap(Comparison.Answered::response))
            .number("mean", row -> answered(row).flatMap(Comparison.Answered::mean))
            .toList();
    private static final List<TableColumn<Comparison.Row>> CHANGE = new TableColumns<Comparison.Row>("comparison")
            .optionalText(
                    "previous_period",
                    row -> change(row).map(change -> change.period().code()))
            .number(
                    "previous_value",
                    row -> change(row).flatMap(change -> change.before().exact()))
            .optionalReal(
                    "previous_lower",
                    row -> change(row).flatMap(Change::beforeInterval).map(Interval::lower))
            .optionalReal(
                    "previous_upper",
                    row -> change(row).flatMap(Change::beforeInterval).map(Interval::upper))
            .number(
                    "change",
                    row -> change(row).flatMap(change -> change.ratio().value().exact()))
            .optionalReal(
                    "change_lower",
                    row -> change(row)
                            .flatMap(change -> change.ratio().interval())
                            .map(Interval::lower))
            .optionalReal(
                    "change_upper",
                    row -> change(row)
                            .flatMap(change -> change.ratio().interval())
                            .map(Interval::upper))
            .optionalText(
                    "change_verdict",
                    row -> change(row).map(change -> change.judgement().code()))
            .optionalText(
                    "change_reason", row -> change(row).flatMap(Change::reason).map(Judgement.Reason::code))
            .optionalWhole(
                    "organisations_matched",
                    row -> change(row).stream().mapToLong(Change::reporters).findFirst())
            .toList();
    private static final List<TableColumn<Comparison.Row>> WITH_CHANGE =
            Stream.concat(TABLE.stream(), CHANGE.stream()).toList();

    private ComparisonColumns() {}

    /** Returns the columns of a table; those of the change only if there is one. */
    static List<TableColumn<Comparison.Row>> of(List<Comparison.Row> rows) {
        return rows.stream().anyMatch(row -> row.assessment().change().isPresent()) ? WITH_CHANGE : TABLE;
    }

    /** Returns all possible columns. */
    static List<TableColumn<Comparison.Row>> all() {
        return with(WITH_CHANGE, row -> List.of(), period -> Optional.empty());
    }

    /** Returns the columns of a table, followed by the breaks in its series and how final its periods are. */
    static List<TableColumn<Comparison.Row>> with(
            List<TableColumn<Comparison.Row>> columns,
            Function<Comparison.Row, List<BreakFinder.Explained>> breaks,
            Function<Period, Optional<PeriodStatus>> statuses) {
        TableColumns<Comparison.Row> column = new TableColumns<Comparison.Row>("comparison")
                .optionalText(
                        "period_status",
                        row -> statuses.apply(row.key().period()).map(PeriodStatus::code))
                .optionalText(
                        "trend_breaks",
                        row -> breaks.apply(row).stream()
                                .map(ComparisonColumns::words)
                                .reduce((left, right) -> left + "; " + right));
        return Stream.concat(columns.stream(), column.toList().stream()).toList();
    }

    private static String words(BreakFinder.Explained explained) {
        SeriesBreak found = explained.found();
        return found.since().code() + " " + found.area() + ": " + String.join(", ", found.from()) + " > "
                + String.join(", ", found.to())
                + (explained.declared().isPresent() ? " (declared)" : "");
    }

    private static Optional<Comparison.Answered> answered(Comparison.Row row) {
        return row.figure().answered();
    }

    private static Optional<Change> change(Comparison.Row row) {
        return row.assessment().change();
    }

    /** Returns the design effect if it has numbers. */
    private static Optional<DesignEffect> effect(Comparison.Row row) {
        return row.figure().uncertainty().effect().filter(known -> known.basis() != DesignEffect.Basis.NONE);
    }

    /** Returns the word for the method of the intervals. */
    static String method(Comparison.Uncertainty uncertainty) {
        return uncertainty.method().map(IntervalMethod::code).orElse("none");
    }

    private static OptionalLong place(Comparison.Row row, Function<RankIntervals.Places, Integer> end) {
        return row.assessment().rank().map(end).stream()
                .mapToLong(Integer::longValue)
                .findFirst();
    }
}
