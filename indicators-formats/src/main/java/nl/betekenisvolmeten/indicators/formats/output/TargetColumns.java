package nl.betekenisvolmeten.indicators.formats.output;

import static nl.betekenisvolmeten.indicators.formats.output.ResultColumn.number;
import static nl.betekenisvolmeten.indicators.formats.output.ResultColumn.text;
import static nl.betekenisvolmeten.indicators.formats.output.ResultColumn.whole;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.targets.TargetReport.Evidence;
import nl.betekenisvolmeten.indicators.targets.TargetReport.UndecidedReason;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Achievement;

/** The columns of a file about targets: a row for each target, and one for each area or moment of a target with several. */
public final class TargetColumns {

    /** A row for each target, and for each of its parts. */
    public static final List<ResultColumn<TargetRow>> TABLE = List.of(
            text(
                    "kind",
                    "period: a target for one period; whole-life: one over several years; part: an area or moment of the"
                            + " target above",
                    row -> Optional.of(row.kind())),
            text(
                    "indicator",
                    "Code of the indicator",
                    row -> Optional.of(row.line().target().indicator().value())),
            text("area_code", "Code of the area", row -> Optional.of(row.area().value())),
            text(
                    "period",
                    "CBS code of the period",
                    row -> Optional.of(row.period().code())),
            text(
                    "comparison",
                    "How the figure should relate to the value",
                    row -> Optional.of(row.line().target().aim().code())),
            number("target", "The value asked for, or the lower of two", row -> exact(row.value())),
            number("target_to", "The upper of two values asked for", row -> exact(row.valueTo())),
            number(
                    "baseline",
                    "Where it started",
                    row -> exact(row.line().target().baseline())),
            number(
                    "reached",
                    "What was reached, where exact",
                    row -> exact(row.reached().flatMap(CellValue::exact))),
            number(
                    "reached_lower",
                    "The least that was reached",
                    row -> exact(row.reached().flatMap(CellValue::least))),
            number(
                    "reached_upper",
                    "The most that was reached, of what was delivered: see state",
                    row -> exact(row.reached().flatMap(CellValue::most))),
            text(
                    "reached_status",
                    "exact, between, refused, suppressed or missing",
                    row -> row.reached().map(value -> value.status().code())),
            text(
                    "state",
                    "complete; at-least: what is missing only makes it more; incomplete; not-comparable",
                    row -> row.state().map(TargetColumns::word)),
            text(
                    "origin",
                    "deliveries, stated or none",
                    row -> row.evidence().map(Evidence::origin).map(TargetColumns::word)),
            text("outcome", "What can be said of the target", row -> Optional.of(word(row.outcome()))),
            text(
                    "bands",
                    "Where the figure may lie: on-target, near, off-target",
                    row -> Optional.of(words(row.bands()))),
            number(
                    "achievement",
                    "Share of the way that was gone, where exact",
                    row -> exact(row.share().flatMap(CellValue::exact))),
            number(
                    "achievement_lower",
                    "The least that it may be",
                    row -> exact(row.share().flatMap(CellValue::least))),
            number(
                    "achievement_upper",
                    "The most that it may be",
                    row -> exact(row.share().flatMap(CellValue::most))),
            text(
                    "achievement_basis",
                    "way-from-baseline or target; where there is no achievement, why",
                    row -> Optional.of(basis(row.achievement()))),
            text("reasons", "Why there is no plain yes or no", row -> Optional.of(words(reasons(row)))),
            whole(
                    "reported",
                    "Deliveries that are in it: an organisation and a period",
                    row -> row.evidence().flatMap(Evidence::coverage).map(Coverage::reported)),
            whole(
                    "expected",
                    "Deliveries to be expected of those organisations",
                    row -> row.evidence().flatMap(Evidence::coverage).map(Coverage::expected)),
            text(
                    "target_source",
                    "The document that states the target",
                    row -> Optional.of(row.line().target().source())),
            text(
                    "reached_source",
                    "The document that states the figure, where it was stated",
                    row -> row.evidence().map(Evidence::source).filter(source -> !source.isBlank())));

    private TargetColumns() {}

    private static Collection<UndecidedReason> reasons(TargetRow row) {
        if (row.part().isEmpty()) {
            return row.line().lacks();
        }
        return row.evidence().map(Evidence::lacks).orElseThrow();
    }

    private static String basis(Achievement achievement) {
        return achievement instanceof Achievement.Share share
                ? word(share.basis())
                : word(((Achievement.Undefined) achievement).reason());
    }

    /** As a word in a file: {@code NOT_MET} is {@code not-met}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String words(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(TargetColumns::word).collect(Collectors.joining(" "));
    }

    private static Optional<String> exact(Optional<BigDecimal> value) {
        return value.map(Numbers::text);
    }
}
