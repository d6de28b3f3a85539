package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a result goes: a file, or standard output. */
final class Output {

    /** Writes a result. */
    interface Body {
        void write(Writer out) throws IOException;
    }

    /** Writes a result that is not text. */
    interface Bytes {
        void write(OutputStream out) throws IOException;
    }

    private Output() {}

    /** Writes a file that is not text; such a result never goes to the screen. */
    static void writeBytes(Path file, Terminal terminal, Bytes body) {
        try {
            createFolder(file);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                body.write(out);
            }
        } catch (IOException e) {
            throw FaultException.unwritable(file, e, terminal.texts());
        }
    }

    static void write(@Nullable Path file, Terminal terminal, Body body) {
        if (file == null) {
            try {
                body.write(terminal.out());
                terminal.out().flush();
            } catch (IOException e) {
                throw FaultException.screen(terminal.texts());
            }
            return;
        }
        try {
            createFolder(file);
            try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                body.write(out);
            }
        } catch (IOException e) {
            throw FaultException.unwritable(file, e, terminal.texts());
        }
    }

    /** Writes a table: as JSON into a file that is called so, as CSV otherwise. */
    static void writeTable(@Nullable Path file, Terminal terminal, Body json, Body csv) {
        boolean asJson =
                file != null && file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        write(file, terminal, asJson ? json : csv);
    }

    /** Makes the folder that a file goes into, where it is not there yet. */
    static void createFolder(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            Files.createDirectories(parent);
        }
    }

    /** A result never takes the place of a file that it was made from. */
    static void check(@Nullable Path file, List<Path> inputs, Texts texts) {
        if (file == null || !Files.exists(file)) {
            return;
        }
        for (Path input : inputs) {
            try {
                if (Files.isSameFile(file, input)) {
                    throw new UsageException(texts.of("output.isInput", file));
                }
            } catch (IOException e) {
                throw FaultException.unreadable(input, texts);
            }
        }
    }
}
