package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.signal.SeriesPlan.TrendBreak;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares areas with their city, with what chance and bounds leave open. */
@Command(name = "compare")
final class CompareCommand extends ComparingCommand {

    /** The readers of the comparison: the council, managers, or professionals. */
    private enum Recipient {
        STRATEGIC,
        TACTICAL,
        OPERATIONAL
    }

    private enum Level {
        STADSDEEL,
        WIJK
    }

    @Option(names = "--level", descriptionKey = "compare.level", paramLabel = "stadsdeel|wijk")
    private @Nullable Level level;

    @Option(names = "--by", descriptionKey = "compare.by", paramLabel = "COLUMN")
    private @Nullable String by;

    @Option(names = "--for", descriptionKey = "compare.for", paramLabel = "strategic|tactical|operational")
    private @Nullable Recipient recipient;

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
        if ((level == null) == (by == null)) {
            throw texts.wrong("compare.levelOrBy");
        }
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
        return level == null ? Groups.LEVEL : AreaLevel.valueOf(level.name());
    }

    /**
     * Returns whether an indicator is shown: the core set for the council, judged indicators for managers, and
     * everything for professionals.
     */
    @Override
    boolean isShown(Indicator indicator, boolean core) {
        return recipient == null
                ? super.isShown(indicator, core)
                : switch (recipient) {
                    case STRATEGIC -> core;
                    case TACTICAL -> core || indicator.kind() != Indicator.Kind.KEY_FIGURE;
                    case OPERATIONAL -> true;
                };
    }

    @Override
    Optional<String> by() {
        return Optional.ofNullable(by);
    }

    @Override
    List<TrendBreak> breaks() {
        return trendBreaks.stream()
                .map(text -> TrendBreak.everywhere(PeriodOption.parse(text, texts)))
                .toList();
    }
}
