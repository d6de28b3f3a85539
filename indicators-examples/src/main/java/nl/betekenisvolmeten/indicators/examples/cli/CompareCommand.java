package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.formats.delivery.SetReport;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.signal.SeriesPlan.TrendBreak;
import nl.betekenisvolmeten.indicators.table.RowTaker;
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
        WIJK,
        GEMEENTE
    }

    @Option(names = "--level", descriptionKey = "compare.level", paramLabel = "stadsdeel|wijk|gemeente")
    private @Nullable Level level;

    @Option(names = "--by", descriptionKey = "compare.by", paramLabel = "COLUMN")
    private @Nullable String by;

    @Option(names = "--for", descriptionKey = "compare.for", paramLabel = "strategic|tactical|operational")
    private @Nullable Recipient recipient;

    @Option(
            names = "--export",
            descriptionKey = "compare.export",
            paramLabel = "table|tidy|package|signals|plots|costs")
    private @Nullable Export export;

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
            return Objects.requireNonNullElse(export, Export.TABLE).describe(terminal);
        }
        List<Path> money = ProgrammeMoney.among(files.paths(), own.read(), inputs);
        Export wanted = Objects.requireNonNullElse(export, money.isEmpty() ? Export.TABLE : Export.COSTS);
        Kind kind = checkOptions(wanted);
        if (wanted == Export.COSTS) {
            return costs(money, kind);
        }
        return compare(wanted.needsSeries(), made -> write(made, wanted, kind));
    }

    private Kind checkOptions(Export wanted) {
        checkWords();
        breaks();
        if ((level == null) == (by == null)) {
            throw texts.wrong("compare.levelOrBy");
        }
        if (!trendBreaks.isEmpty() && !wanted.needsSeries()) {
            throw texts.wrong("usage.onlyWith", "--trend-break", "--export signals, --export plots");
        }
        if (wanted == Export.COSTS && (level != Level.STADSDEEL || where.isGiven())) {
            throw texts.wrong("costs.level");
        }
        return wanted.kind(output);
    }

    /** Writes the money of programmes next to the results of the other files; returns the exit code. */
    private int costs(List<Path> money, Kind kind) {
        List<Path> results =
                files.paths().stream().filter(path -> !money.contains(path)).toList();
        if (money.isEmpty() || results.isEmpty()) {
            throw texts.wrong("costs.files");
        }
        Lookup lookup = own.read();
        FormFiles forms = new FormFiles(this);
        ProgrammeMoney read = ProgrammeMoney.read(money, lookup, forms);
        Optional<ReportingContext> agreed = context.read(lookup);
        Deliveries deliveries = totals.with(files.of(results), lookup);
        DeliverySet set = deliveries.set(lookup, agreed);
        Optional<ProgrammeCosts> costs = deliveries
                .format(set)
                .map(format -> ProgrammeCosts.of(
                        read, about(), format, indicators(format, set, lookup), known(agreed, set), texts));
        SetReport report = deliveries.read(set, costs.map(ProgrammeCosts::taker).orElseGet(RowTaker::ofNothing));
        boolean errors = deliveries.sayErrors(report) || forms.errors();
        if (costs.isEmpty()) {
            terminal.say("deliveries.none");
            return ExitCodes.ERRORS;
        }
        terminal.say("internal");
        new CostOutput(costs.get().rows(), terminal).write(kind, output);
        return errors ? ExitCodes.ERRORS : ExitCodes.GOOD;
    }

    private void write(Compared made, Export wanted, Kind kind) {
        terminal.say("internal");
        new ComparisonOutput(made.comparison(), series(made), made.context(), made.column(), terminal)
                .write(wanted, kind, output);
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
