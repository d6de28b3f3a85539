package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.IndicatorsException;

/** Where a result goes: a file, or standard output. */
final class Output {

    /** Writes a result. */
    interface Body {
        void write(Writer out) throws IOException;
    }

    private Output() {}

    static void write(Optional<Path> file, PrintWriter standard, Body body) {
        try {
            if (file.isEmpty()) {
                body.write(standard);
                standard.flush();
                return;
            }
            Path parent = file.get().toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            try (Writer out = Files.newBufferedWriter(file.get(), StandardCharsets.UTF_8)) {
                body.write(out);
            }
        } catch (IOException e) {
            throw new IndicatorsException(
                    "cannot write " + file.map(Path::toString).orElse("to standard output"), e);
        }
    }
}
