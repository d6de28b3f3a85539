package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/** Reads forms that say what is to be made of deliveries, such as targets and weights, and reports what is wrong in them. */
final class FormFiles {

    private final Terminal terminal;
    private final Inputs inputs;
    private boolean errors;

    FormFiles(Subcommand command) {
        terminal = command.terminal;
        inputs = command.inputs;
    }

    /**
     * Returns what the good rows of a form contain; prints what was found, and that a form without rows contributes
     * nothing.
     */
    <T> List<T> read(Path file, Function<DeliverySource, Checked<List<T>>> reader) {
        DeliverySource source = inputs.source(file);
        Checked<List<T>> read = reader.apply(source);
        read.findings().kept().stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .forEach(finding -> terminal.err().println(source.name() + ": " + terminal.line(finding)));
        errors |= read.findings().hasErrors();
        List<T> found = read.value().orElse(List.of());
        if (found.isEmpty() && !read.findings().hasErrors()) {
            terminal.say("forms.none", source.name());
        }
        return found;
    }

    /** Returns whether anything was wrong in the forms read so far. */
    boolean errors() {
        return errors;
    }
}
