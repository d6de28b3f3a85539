package nl.betekenisvolmeten.indicators.examples.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The day of the check: today, unless given. */
final class DayOption {

    @Option(names = "--date", descriptionKey = "date", paramLabel = "YYYY-MM-DD")
    private @Nullable LocalDate date;

    /** Returns the day that was given. */
    Optional<LocalDate> asked() {
        return Optional.ofNullable(date);
    }

    LocalDate day() {
        return asked().orElseGet(() -> LocalDate.now(ZoneId.systemDefault()));
    }
}
