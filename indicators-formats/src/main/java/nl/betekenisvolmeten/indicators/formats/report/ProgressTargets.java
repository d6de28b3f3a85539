package nl.betekenisvolmeten.indicators.formats.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.formats.internal.chart.Bullet;
import nl.betekenisvolmeten.indicators.formats.internal.document.Block;
import nl.betekenisvolmeten.indicators.formats.internal.document.FigureCell;
import nl.betekenisvolmeten.indicators.formats.internal.document.Run;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.targets.TargetReport;
import nl.betekenisvolmeten.indicators.targets.TargetResult;

/** Results next to targets, decided ones first. */
record ProgressTargets(TargetReport report, Map<IndicatorId, LocalizedText> names, ComparisonWords words) {

    Block table() {
        List<List<List<Run>>> rows = new ArrayList<>();
        for (TargetReport.Line line : report.lines()) {
            line.result().steps().stream()
                    .reduce((first, last) -> last)
                    .ifPresent(step -> rows.add(List.of(
                            Run.text(name(line.target().indicator())),
                            Run.text(line.target().period().label(words.language())),
                            aim(line.target()),
                            reached(line.target(), step),
                            List.of(outcome(line, step)))));
        }
        return new Block.Table(
                words.of("progress.targets.caption"),
                List.of(
                        words.column("progress.column.target", "name"),
                        words.column("progress.column.period", ""),
                        words.column("progress.column.aim", "number"),
                        words.column("progress.column.reached", "number"),
                        words.column("progress.column.outcome", "")),
                rows);
    }

    /** Returns the outcome in words, after a bar if both the figure and the target are numbers. */
    private Run outcome(TargetReport.Line line, TargetResult.Step step) {
        String word = words.of("outcome." + line.result().outcome());
        return step.realised()
                .value()
                .exact()
                .filter(reached -> reached.signum() >= 0)
                .filter(any -> line.target().aim() instanceof Target.Value)
                .map(reached -> new Bullet(
                        reached.doubleValue(),
                        ((Target.Value) line.target().aim()).value().doubleValue()))
                .filter(bar -> bar.target() > 0)
                .<Run>map(bar -> new Run.Marked(word, bar.inText()))
                .orElseGet(() -> new Run.Text(word));
    }

    private String name(IndicatorId indicator) {
        LocalizedText name = names.get(indicator);
        return name == null ? indicator.value() : name.in(words.language());
    }

    private List<Run> reached(Target target, TargetResult.Step step) {
        return step.realised().value() instanceof CellValue.Missing
                ? words.runs("progress.targets.nothing")
                : List.of(new Run.Figure(FigureCell.of(
                        target.indicator().value(),
                        step.area().value(),
                        step.period().code(),
                        read(step.realised()),
                        words.language())));
    }

    /** Returns a figure as a reader sees it: if something is missing, a count is only a lower bound. */
    private static CellValue read(TargetResult.Realised realised) {
        boolean least = realised.state() == TargetResult.Realised.State.AT_LEAST
                && realised.value().lowerBound().isPresent();
        return least ? CellValue.Incomplete.of(realised.value()) : realised.value();
    }

    /** Returns the aim in words; its numbers are the target's own. */
    private List<Run> aim(Target target) {
        Target.Aim aim = target.aim();
        String key = "aim." + aim.code();
        if (aim instanceof Target.Between between) {
            return words.runs(key, number(between.from()), number(between.to()));
        }
        if (aim instanceof Target.Towards towards) {
            Object from = target.baseline().<Object>map(this::number).orElseGet(() -> words.of("aim.now"));
            return words.runs(key + "." + towards.way(), from);
        }
        if (aim instanceof Target.InEveryArea every) {
            return words.runs(key, number(every.value()));
        }
        if (aim instanceof Target.Path path) {
            List<BigDecimal> points = List.copyOf(path.points().values());
            return words.runs(key, number(points.get(0)), number(points.get(points.size() - 1)));
        }
        return words.runs(key, number(((Target.Value) aim).value()));
    }

    private Run number(BigDecimal value) {
        return new Run.Count(CellValue.of(value).toText(words.language()));
    }
}
