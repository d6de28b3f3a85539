package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
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

    /** Returns the period as it was typed; empty if none was. */
    Optional<String> text() {
        return Optional.ofNullable(text);
    }

    Optional<Period> read() {
        return text().map(typed -> parse(typed, texts));
    }

    static Period parse(String text, Texts texts) {
        return Period.read(text).map(Period.Read::period).orElseThrow(() -> texts.wrong("period.wrong", text));
    }

    /** Returns the last year for which the deliveries have rows. */
    static Optional<Period> latestYear(DeliverySet all) {
        List<Period> found = new ArrayList<>();
        for (DeliverySet set : all.byForm()) {
            OptionalInt time = set.format()
                    .map(format -> format.ruleSet().structure().timeIndex())
                    .orElseGet(OptionalInt::empty);
            time.ifPresent(
                    index -> set.read(row -> Period.parseCode(row.code(index)).ifPresent(found::add)));
        }
        return found.stream().max(Period::compareTo).map(last -> last.rollUp(PeriodKind.YEAR));
    }
}
