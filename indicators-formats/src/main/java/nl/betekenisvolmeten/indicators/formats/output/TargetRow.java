package nl.betekenisvolmeten.indicators.formats.output;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.targets.TargetReport;
import nl.betekenisvolmeten.indicators.targets.TargetReport.Evidence;
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

    /** The rows of a report: each target, followed by its parts where it has several areas or moments. */
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

    /** The value asked for; the lower one of a range. */
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

    /** The upper value of a range. */
    Optional<BigDecimal> valueTo() {
        return line.target().aim() instanceof Target.Between between ? Optional.of(between.to()) : Optional.empty();
    }

    Optional<CellValue> share() {
        return achievement() instanceof Achievement.Share share ? Optional.of(share.value()) : Optional.empty();
    }
}
