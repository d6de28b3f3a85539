package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.formats.report.ComparisonReport;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a report for people, with sentences, pictures and tables. */
@Command(name = "report")
final class ReportCommand extends ComparingCommand {

    private static final List<String> ENDINGS = List.of(".html", ".json");

    /** What a report is about. */
    private enum Subject {
        COMPARISON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private enum Level {
        STADSDEEL,
        WIJK
    }

    @Option(names = "--kind", required = true, descriptionKey = "report.kind", paramLabel = "comparison")
    @SuppressWarnings("UnusedVariable") // there is one so far; checked by the parser
    private Subject kind = Subject.COMPARISON;

    @Option(names = "--internal", descriptionKey = "report.internal", paramLabel = "PURPOSE")
    private @Nullable String purpose;

    @Option(names = "--level", descriptionKey = "report.level", paramLabel = "stadsdeel|wijk")
    private Level level = Level.STADSDEEL;

    @Mixin
    private final Output output = new Output(terminal);

    ReportCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        checkWords();
        String why = purpose;
        if (why == null || why.isBlank()) {
            throw texts.wrong("report.public");
        }
        Path target = output.required();
        String ending = output.ending(target, ENDINGS);
        if (ending.isEmpty()) {
            throw texts.wrong("output.ending", target, String.join(", ", ENDINGS));
        }
        output.claim(target);
        return compare(true, made -> {
            terminal.say("internal");
            ComparisonReport report = ComparisonReport.of(
                            InternalUse.of(made.comparison(), why.strip()), Version.text())
                    .withSeries(series(made));
            output.write(target, out -> {
                if (ending.equals(".html")) {
                    report.writeHtml(texts.language(), out);
                } else {
                    report.writeJson(texts.language(), out);
                }
            });
        });
    }

    @Override
    AreaLevel level() {
        return AreaLevel.valueOf(level.name());
    }
}
