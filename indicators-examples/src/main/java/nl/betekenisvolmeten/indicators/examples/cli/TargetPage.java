package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.targets.TargetReport;
import nl.betekenisvolmeten.indicators.targets.TargetReport.UndecidedReason;
import nl.betekenisvolmeten.indicators.targets.TargetResult;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Achievement;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Outcome;

/** Targets in words: a line for each, and below it what leaves it open. */
final class TargetPage {

    private static final String NONE = "–";

    /** What indicators and areas are called. */
    record Names(NamedTargets targets, Lookup lookup) {}

    private final Terminal terminal;
    private final Texts texts;
    private final PrintWriter out;
    private final Names names;

    TargetPage(Terminal terminal, PrintWriter out, Names names) {
        this.terminal = terminal;
        texts = terminal.texts();
        this.out = out;
        this.names = names;
    }

    void write(TargetReport report) {
        report.asOf().ifPresent(day -> out.println(texts.of("targets.asOf", day.toString())));
        section("targets.ofPeriods", report.ofPeriods());
        section("targets.ofWholeLives", report.ofWholeLives());
        out.println();
        out.println(texts.of(
                "targets.counts",
                report.lines().size(),
                report.count(Outcome.MET),
                report.count(Outcome.NOT_MET),
                report.lines().size() - report.count(Outcome.MET) - report.count(Outcome.NOT_MET)));
        out.flush();
    }

    /** Returns a target as a sentence, with the reasons why it is undecided. */
    String sentence(TargetReport.Line line) {
        TargetResult result = line.result();
        Optional<TargetResult.Step> only =
                result.steps().size() == 1 ? result.steps().stream().findFirst() : Optional.empty();
        String said = texts.of(
                "targets.sentence",
                names.targets().name(line.target().indicator(), texts.language()),
                line.target().period().label(texts.language()),
                inWords(line.target()),
                reached(only.map(TargetResult.Step::realised), result.achievement(), result.outcome()),
                texts.of("targets.outcome." + result.outcome()));
        return line.lacks().isEmpty() ? said + "." : said + " (" + reasons(line.lacks()) + ").";
    }

    private void section(String title, List<TargetReport.Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        out.println();
        out.println(texts.of(title));
        ScreenTable table = new ScreenTable()
                .key(texts.of("targets.indicator"))
                .text(texts.of("targets.periodHead"))
                .text(texts.of("targets.target"))
                .text(texts.of("targets.reached"))
                .text(texts.of("targets.outcome"));
        lines.forEach(line -> line(line, table));
        table.print(terminal, out);
    }

    private void line(TargetReport.Line line, ScreenTable table) {
        TargetResult result = line.result();
        boolean parts = line.isWholeLife() || line.target().aim() instanceof Target.InEveryArea;
        Optional<TargetResult.Step> only =
                parts ? Optional.empty() : result.steps().stream().findFirst();
        table.row(
                names.targets().name(line.target().indicator(), texts.language()) + ", "
                        + names.lookup().areaName(line.target().area()),
                line.target().period().label(texts.language()),
                inWords(line.target()),
                reached(only.map(TargetResult.Step::realised), result.achievement(), result.outcome()),
                texts.of("targets.outcome." + result.outcome()));
        if (parts) {
            result.steps().forEach(step -> part(line.target(), step, table));
        }
        if (!line.lacks().isEmpty()) {
            table.below(texts.of("targets.because", reasons(line.lacks())));
        }
    }

    private void part(Target target, TargetResult.Step step, ScreenTable table) {
        String value = target.aim() instanceof Target.Path path
                ? number(Optional.ofNullable(path.points().get(step.period())))
                : "";
        table.row(
                target.aim() instanceof Target.Path
                        ? "-"
                        : "- " + names.lookup().areaName(step.area()),
                step.period().label(texts.language()),
                value,
                reached(Optional.of(step.realised()), step.achievement(), step.outcome()),
                texts.of("targets.outcome." + step.outcome()));
    }

    /** Returns the figure reached, and the achievement. */
    private String reached(Optional<TargetResult.Realised> realised, Achievement achievement, Outcome outcome) {
        String figure = realised.map(this::reached).orElse(NONE);
        String share = achievement(achievement, outcome);
        return share.equals(NONE) ? figure : figure.equals(NONE) ? share : figure + ", " + share;
    }

    private String reasons(Collection<UndecidedReason> lacks) {
        return lacks.stream().map(lack -> texts.of("targets.lack." + lack)).collect(Collectors.joining("; "));
    }

    private String inWords(Target target) {
        Target.Aim aim = target.aim();
        String key = "targets.aim." + aim.code();
        if (aim instanceof Target.Between between) {
            return texts.of(key, between.from(), between.to()) + was(target);
        }
        if (aim instanceof Target.Towards towards) {
            return target.baseline()
                    .map(baseline -> texts.of(key + "." + towards.way(), baseline))
                    .orElseGet(() -> texts.of(key + "." + towards.way(), texts.of("targets.aim.now")));
        }
        if (aim instanceof Target.InEveryArea every) {
            return texts.of(key, texts.of("targets.level." + every.level()), every.value());
        }
        if (aim instanceof Target.Path path) {
            SortedMap<Period, BigDecimal> points = path.points();
            return texts.of(
                    key,
                    points.values().iterator().next(),
                    points.firstKey().label(texts.language()),
                    points.getOrDefault(points.lastKey(), BigDecimal.ZERO));
        }
        return texts.of(key, ((Target.Value) aim).value()) + was(target);
    }

    private String was(Target target) {
        return target.baseline()
                .map(from -> " " + texts.of("targets.was", from))
                .orElse("");
    }

    private String reached(TargetResult.Realised realised) {
        CellValue value = realised.value();
        Optional<BigDecimal> least =
                value instanceof CellValue.Incomplete incomplete ? incomplete.lower() : value.lowerBound();
        if (least.isEmpty()) {
            return NONE;
        }
        String lower = number(least);
        boolean exact = value.exact().isPresent();
        return switch (realised.state()) {
            case AT_LEAST -> texts.of("targets.atLeast", lower);
            case INCOMPLETE, NOT_COMPARABLE, COMPLETE -> {
                String shown = realised.limits()
                        .map(limits -> texts.of(
                                "targets.chance",
                                texts.number(value.exact().orElseThrow(), 1),
                                texts.number(limits.lowerBound().orElseThrow(), 1),
                                texts.number(limits.upperBound().orElseThrow(), 1)))
                        .orElseGet(
                                () -> exact ? lower : texts.of("targets.between", lower, number(value.upperBound())));
                yield realised.state() == TargetResult.Realised.State.INCOMPLETE
                        ? texts.of("targets.incomplete", shown)
                        : shown;
            }
        };
    }

    private String achievement(Achievement achievement, Outcome outcome) {
        if (!(achievement instanceof Achievement.Share share)) {
            return NONE;
        }
        String lower = percent(share.value().lowerBound(), outcome);
        String upper = percent(share.value().upperBound(), outcome);
        String shown = lower.equals(upper) ? lower : texts.of("targets.between", lower, upper);
        return texts.of("targets.basis." + share.basis(), shown);
    }

    /**
     * Returns a share in whole per cent. Shares are rounded down, but those above 100 of a target that is not met are
     * rounded up, so that rounding alone never makes such a share 100.
     */
    private String percent(Optional<BigDecimal> share, Outcome outcome) {
        return number(share.map(value -> value.movePointRight(2)
                .setScale(
                        0,
                        outcome != Outcome.MET && value.compareTo(BigDecimal.ONE) > 0
                                ? RoundingMode.CEILING
                                : RoundingMode.FLOOR)));
    }

    private String number(Optional<BigDecimal> value) {
        return value.map(texts::number).orElse(NONE);
    }
}
