package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
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
        writeWhole(file, terminal, out -> {
            body.write(out);
            return true;
        });
    }

    /** Writes a file as a whole or not at all. */
    static void writeWhole(Path file, Terminal terminal, WholeFile.Body body) {
        try {
            WholeFile.write(file, body);
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
        writeBytes(file, terminal, bytes -> {
            // an encoder of its own refuses what UTF-8 cannot hold, where a plain writer would put a question mark
            Writer out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8.newEncoder()));
            body.write(out);
            out.flush();
        });
    }

    /** Writes a table: as JSON where that is asked for or the file is called so, as CSV otherwise. */
    static void writeTable(@Nullable Path file, boolean json, Terminal terminal, Body asJson, Body asCsv) {
        write(file, terminal, json || endsWith(file, ".json") ? asJson : asCsv);
    }

    static boolean endsWith(@Nullable Path file, String ending) {
        return file != null && file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /** A file that is called otherwise than what is in it cannot be opened by who trusts its name. */
    static void checkEnding(@Nullable Path file, List<String> endings, Texts texts) {
        Path name = file == null ? null : file.getFileName();
        if (name != null
                && name.toString().contains(".")
                && endings.stream().noneMatch(ending -> endsWith(name, ending))) {
            throw new UsageException(texts.of("output.ending", name, String.join(", ", endings)));
        }
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
