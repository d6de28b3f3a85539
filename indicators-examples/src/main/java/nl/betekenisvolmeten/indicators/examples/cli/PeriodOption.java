package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.Period;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The period that a command is about. */
final class PeriodOption {

    @Option(
            names = {"--periode", "--period"},
            descriptionKey = "period",
            paramLabel = "PERIOD")
    private @Nullable String text;

    private final Texts texts;

    PeriodOption(Subcommand command) {
        texts = command.texts;
    }

    /** The period as it was typed; empty when none was. */
    Optional<String> text() {
        return Optional.ofNullable(text);
    }

    Optional<Period> read() {
        return text().map(typed -> parse(typed, texts));
    }

    static Period parse(String text, Texts texts) {
        return Period.read(text).map(Period.Read::period).orElseThrow(() -> texts.wrong("period.wrong", text));
    }
}
