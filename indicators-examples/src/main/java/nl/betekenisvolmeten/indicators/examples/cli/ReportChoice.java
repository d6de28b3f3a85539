package nl.betekenisvolmeten.indicators.examples.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A result to read or for programs. {@code --json} is short for {@code --report json}, with every command. */
final class ReportChoice {

    private enum Report {
        TEXT,
        JSON
    }

    @Option(names = "--report", descriptionKey = "report", paramLabel = "text|json")
    private @Nullable Report report;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    /** Whether the result is for programs; wrong usage when both are asked for. */
    boolean isJson(Texts texts) {
        if (json && report == Report.TEXT) {
            throw new UsageException(texts.of("usage.together", "--json", "--report text"));
        }
        return json || report == Report.JSON;
    }
}
