package nl.betekenisvolmeten.indicators.formats.output;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.internal.result.Numbers;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.targets.TargetReport;
import nl.betekenisvolmeten.indicators.targets.TargetReport.Evidence;
import nl.betekenisvolmeten.indicators.targets.TargetReport.UndecidedReason;
import nl.betekenisvolmeten.indicators.targets.TargetResult;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Achievement;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Band;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Outcome;

/**
 * A row of a file about targets: a target, or one area or moment of a target that has several.
 *
 * @param line the target and what became of it
 * @param part which of its areas or moments; empty for the target as a whole
 */
record TargetRow(TargetReport.Line line, OptionalInt part) {

    /** The columns of targets: a row for each target, and one for each area or moment of a target with several. */
    static final List<TableColumn<TargetRow>> TABLE = new TableColumns<TargetRow>("targets")
            .text("kind", TargetRow::kind)
            .text("indicator", row -> row.line().target().indicator().value())
            .text("area_code", row -> row.area().value())
            .text("period", row -> row.period().code())
            .text("comparison", row -> row.line().target().aim().code())
            .number("target", TargetRow::value)
            .number("target_to", TargetRow::valueTo)
            .number("baseline", row -> row.line().target().baseline())
            .number("reached", row -> row.reached().flatMap(Numbers::number))
            .number("reached_lower", row -> row.limits().flatMap(Numbers::lower))
            .number("reached_upper", row -> row.limits().flatMap(Numbers::upper))
            .optionalText(
                    "reached_status",
                    row -> row.reached().map(value -> value.status().code()))
            .optionalText("reached_reason", row -> row.reached().flatMap(TotalColumns::reason))
            .optionalText("state", row -> row.state().map(TargetRow::word))
            .optionalText("origin", row -> row.evidence().map(Evidence::origin).map(TargetRow::word))
            .text("outcome", row -> word(row.outcome()))
            .text("bands", row -> words(row.bands()))
            .number("achievement", row -> row.share().flatMap(CellValue::exact))
            .number("achievement_lower", row -> row.share().flatMap(Numbers::lower))
            .number("achievement_upper", row -> row.share().flatMap(Numbers::upper))
            .text("achievement_basis", row -> basis(row.achievement()))
            .text("reasons", row -> words(reasons(row)))
            .optionalWhole("reported", row -> deliveries(row, Coverage::reported))
            .optionalWhole("expected", row -> deliveries(row, Coverage::expected))
            .text("target_source", row -> row.line().target().source())
            .optionalText(
                    "reached_source",
                    row -> row.evidence().map(Evidence::source).filter(source -> !source.isBlank()))
            .toList();

    /** Returns the rows of a report: each target, followed by its parts if it has several areas or moments. */
    static Stream<TargetRow> of(TargetReport report) {
        return report.lines().stream().flatMap(TargetRow::of);
    }

    private static Stream<TargetRow> of(TargetReport.Line line) {
        Stream<TargetRow> whole = Stream.of(new TargetRow(line, OptionalInt.empty()));
        return hasParts(line)
                ? Stream.concat(
                        whole,
                        IntStream.range(0, line.evidence().size())
                                .mapToObj(i -> new TargetRow(line, OptionalInt.of(i))))
                : whole;
    }

    private static boolean hasParts(TargetReport.Line line) {
        return line.isWholeLife() || line.target().aim() instanceof Target.InEveryArea;
    }

    private Optional<TargetResult.Step> step() {
        if (part.isPresent()) {
            return Optional.of(line.result().steps().get(part.getAsInt()));
        }
        return hasParts(line)
                ? Optional.empty()
                : line.result().steps().stream().findFirst();
    }

    Optional<Evidence> evidence() {
        if (part.isPresent()) {
            return Optional.of(line.evidence().get(part.getAsInt()));
        }
        return hasParts(line) ? Optional.empty() : line.evidence().stream().findFirst();
    }

    String kind() {
        if (part.isPresent()) {
            return "part";
        }
        return line.isWholeLife() ? "whole-life" : "period";
    }

    AreaCode area() {
        return step().map(TargetResult.Step::area).orElse(line.target().area());
    }

    Period period() {
        return step().map(TargetResult.Step::period).orElse(line.target().period());
    }

    Optional<CellValue> reached() {
        return step().map(TargetResult.Step::realised).map(TargetResult.Realised::value);
    }

    /** Returns the limits of the figure: its interval, or its own bounds. */
    Optional<CellValue> limits() {
        return step().map(TargetResult.Step::realised)
                .map(realised -> realised.limits().orElse(realised.value()));
    }

    Optional<TargetResult.Realised.State> state() {
        return step().map(TargetResult.Step::realised).map(TargetResult.Realised::state);
    }

    Outcome outcome() {
        return part.isPresent() ? step().orElseThrow().outcome() : line.result().outcome();
    }

    Set<Band> bands() {
        return part.isPresent() ? step().orElseThrow().bands() : line.result().bands();
    }

    Achievement achievement() {
        return part.isPresent()
                ? step().orElseThrow().achievement()
                : line.result().achievement();
    }

    /** Returns the target value; the lower one of a range. */
    Optional<BigDecimal> value() {
        Target.Aim aim = line.target().aim();
        if (aim instanceof Target.Path path) {
            return Optional.ofNullable(path.points().get(period()));
        }
        if (aim instanceof Target.InEveryArea every) {
            return Optional.of(every.value());
        }
        if (aim instanceof Target.Between between) {
            return Optional.of(between.from());
        }
        return aim instanceof Target.Value of ? Optional.of(of.value()) : Optional.empty();
    }

    /** Returns the upper value of a range. */
    Optional<BigDecimal> valueTo() {
        return line.target().aim() instanceof Target.Between between ? Optional.of(between.to()) : Optional.empty();
    }

    Optional<CellValue> share() {
        return achievement() instanceof Achievement.Share share ? Optional.of(share.value()) : Optional.empty();
    }

    private static OptionalLong deliveries(TargetRow row, ToLongFunction<Coverage> number) {
        return row.evidence().flatMap(Evidence::coverage).stream()
                .mapToLong(number)
                .findFirst();
    }

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

    /** Returns a constant as a word in a file about targets: {@code NOT_MET} is {@code not-met}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String words(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(TargetRow::word).collect(Collectors.joining(" "));
    }
}
