package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.List;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.signal.SeriesPlan.TrendBreak;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares areas with their city, with what chance and bounds leave open. */
@Command(name = "compare")
final class CompareCommand extends ComparingCommand {

    private enum Level {
        STADSDEEL,
        WIJK
    }

    @Option(names = "--level", required = true, descriptionKey = "compare.level", paramLabel = "stadsdeel|wijk")
    private Level level = Level.STADSDEEL;

    @Option(names = "--export", descriptionKey = "compare.export", paramLabel = "table|tidy|package|signals|plots")
    private Export export = Export.TABLE;

    @Option(names = "--trend-break", split = ",", descriptionKey = "compare.trendBreak", paramLabel = "PERIOD")
    private List<String> trendBreaks = List.of();

    @Mixin
    private final DescribeOption describe = new DescribeOption();

    @Mixin
    private final ResultOutput output = new ResultOutput(terminal);

    CompareCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        if (describe.isAsked()) {
            return export.describe(terminal);
        }
        Kind kind = checkOptions();
        return compare(export.needsSeries(), made -> write(made, kind));
    }

    private Kind checkOptions() {
        checkWords();
        breaks();
        if (!trendBreaks.isEmpty() && !export.needsSeries()) {
            throw texts.wrong("usage.onlyWith", "--trend-break", "--export signals, --export plots");
        }
        return export.kind(output);
    }

    private void write(Compared made, Kind kind) {
        terminal.say("internal");
        new ComparisonOutput(made.comparison(), series(made), made.context(), terminal).write(export, kind, output);
    }

    @Override
    AreaLevel level() {
        return AreaLevel.valueOf(level.name());
    }

    @Override
    List<TrendBreak> breaks() {
        return trendBreaks.stream()
                .map(text -> TrendBreak.everywhere(PeriodOption.parse(text, texts)))
                .toList();
    }
}
