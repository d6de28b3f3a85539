package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.targets.Realised;
import nl.betekenisvolmeten.indicators.targets.TargetReport;
import nl.betekenisvolmeten.indicators.targets.TargetReport.UndecidedReason;
import nl.betekenisvolmeten.indicators.targets.TargetResult;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Achievement;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Outcome;

/** Targets in words: a line for each, and below it what leaves it open. */
final class TargetPage {

    private static final String NONE = "–";
    private static final int NAME = 42;

    private final Texts texts;
    private final PrintWriter out;
    private final NamedTargets named;

    TargetPage(Terminal terminal, NamedTargets named) {
        texts = terminal.texts();
        out = terminal.out();
        this.named = named;
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
    }

    private void section(String title, List<TargetReport.Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        out.println();
        out.println(texts.of(title));
        row(
                texts.of("targets.indicator"),
                texts.of("targets.area"),
                texts.of("targets.periodHead"),
                texts.of("targets.target"),
                texts.of("targets.reached"),
                texts.of("targets.achievement"),
                texts.of("targets.outcome"));
        lines.forEach(this::line);
    }

    private void line(TargetReport.Line line) {
        TargetResult result = line.result();
        boolean parts = line.isWholeLife() || line.target().aim() instanceof Target.InEveryArea;
        Optional<TargetResult.Step> only =
                parts ? Optional.empty() : result.steps().stream().findFirst();
        row(
                named.name(line.target().indicator(), texts.language()),
                area(line.target().area()),
                line.target().period().label(texts.language()),
                inWords(line.target()),
                only.map(step -> reached(step.realised())).orElse(NONE),
                achievement(result.achievement()),
                texts.of("targets.outcome." + result.outcome()));
        if (parts) {
            result.steps().forEach(step -> part(line.target(), step));
        }
        if (!line.lacks().isEmpty()) {
            out.println("      " + texts.of("targets.because", reasons(line.lacks())));
        }
    }

    private void part(Target target, TargetResult.Step step) {
        String value = target.aim() instanceof Target.Path path
                ? number(Optional.ofNullable(path.points().get(step.period())))
                : "";
        row(
                "  - " + (target.aim() instanceof Target.Path ? "" : area(step.area())),
                "",
                step.period().label(texts.language()),
                value,
                reached(step.realised()),
                achievement(step.achievement()),
                texts.of("targets.outcome." + step.outcome()));
    }

    private void row(
            String indicator,
            String area,
            String period,
            String target,
            String reached,
            String achievement,
            String outcome) {
        String name = indicator.length() > NAME ? indicator.substring(0, NAME - 1) + "…" : indicator;
        out.println(String.format(
                        Locale.ROOT,
                        "  %-42s %-22s %-6s %-28s %-22s %-22s %s",
                        name,
                        area,
                        period,
                        target,
                        reached,
                        achievement,
                        outcome)
                .stripTrailing());
    }

    private String reasons(Collection<UndecidedReason> lacks) {
        return lacks.stream().map(lack -> texts.of("targets.lack." + lack)).collect(Collectors.joining("; "));
    }

    private static String area(AreaCode code) {
        return Definitions.bundled()
                .areas("denhaag")
                .flatMap(list -> list.hierarchy().find(code))
                .map(Area::name)
                .orElse(code.value());
    }

    private String inWords(Target target) {
        Target.Aim aim = target.aim();
        String key = "targets.aim." + aim.code();
        if (aim instanceof Target.Between between) {
            return texts.of(key, between.from(), between.to()) + was(target);
        }
        if (aim instanceof Target.Towards towards) {
            return texts.of(key + "." + towards.way(), target.baseline().orElseThrow());
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

    private String reached(Realised realised) {
        CellValue value = realised.value();
        if (value.least().isEmpty()) {
            return NONE;
        }
        String least = number(value.least());
        boolean exact = value.exact().isPresent();
        return switch (realised.state()) {
            case AT_LEAST -> texts.of("targets.atLeast", least);
            case INCOMPLETE, NOT_COMPARABLE, COMPLETE -> {
                String shown = exact ? least : texts.of("targets.between", least, number(value.most()));
                yield realised.state() == Realised.State.INCOMPLETE ? texts.of("targets.incomplete", shown) : shown;
            }
        };
    }

    private String achievement(Achievement achievement) {
        if (!(achievement instanceof Achievement.Share share)) {
            return NONE;
        }
        String least = percent(share.value().least());
        String most = percent(share.value().most());
        String shown = least.equals(most) ? least : texts.of("targets.between", least, most);
        return texts.of("targets.basis." + share.basis(), shown);
    }

    private String percent(Optional<BigDecimal> share) {
        return number(share.map(value -> value.movePointRight(2).setScale(0, RoundingMode.HALF_UP)));
    }

    private String number(Optional<BigDecimal> value) {
        return value.map(number -> texts.of(
                        "number", number.setScale(Math.min(2, Math.max(0, number.scale())), RoundingMode.HALF_UP)))
                .orElse(NONE);
    }
}
