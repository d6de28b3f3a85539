package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import org.jspecify.annotations.Nullable;

/** Reads forms that say what is to be made of deliveries, such as targets and weights, and tells what is wrong in them. */
final class FormFiles {

    private final Terminal terminal;
    private final @Nullable Path output;
    private boolean errors;

    FormFiles(Terminal terminal, @Nullable Path output) {
        this.terminal = terminal;
        this.output = output;
    }

    /** What the good rows of a form say; without any the command has nothing to go on. */
    <T> List<T> read(Path file, Function<DeliverySource, Checked<List<T>>> reader) {
        Texts texts = terminal.texts();
        DeliverySource source = Deliveries.sources(List.of(file), output, texts).get(0);
        Checked<List<T>> read = reader.apply(source);
        for (Finding finding : read.findings().kept()) {
            if (finding.severity() != Severity.NOTE) {
                terminal.err()
                        .println(source.name() + ": "
                                + MessageCatalogue.bundled().line(finding, texts.language(), Audience.IT));
            }
        }
        errors |= read.findings().hasErrors();
        List<T> found = read.value().orElse(List.of());
        if (found.isEmpty() && !read.findings().hasErrors()) {
            terminal.err().println(texts.of("forms.none", source.name()));
        }
        return found;
    }

    /** Whether anything was wrong in the forms read so far. */
    boolean errors() {
        return errors;
    }
}
