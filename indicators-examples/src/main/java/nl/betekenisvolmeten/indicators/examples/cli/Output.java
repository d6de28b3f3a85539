package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.source.Carrier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a result goes: a file, which takes the place of another one only when that is asked for, or standard output. */
class Output {

    /** Writes a result. */
    interface Body {
        void write(Writer out) throws IOException;
    }

    /** The options that name a file to be written; every other path is read. */
    private static final Set<String> WRITTEN = Set.of(
            "--output",
            "--conformance-kit",
            "--explain-template",
            "--totals-to",
            "--mapping-to",
            "--indicators-to",
            "--marked",
            "--repair");

    /** Writes a result that is not text. */
    interface Bytes {
        void write(OutputStream out) throws IOException;
    }

    /** The file or folder. */
    @Option(
            names = {"-o", "--output"},
            descriptionKey = "output",
            paramLabel = "FILE")
    @Nullable Path file;

    @Option(names = "--force", descriptionKey = "force")
    private boolean force;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    final Terminal terminal;
    final Texts texts;

    /** The files and folders that did not exist before this run. */
    private final List<Path> made = new ArrayList<>();

    Output(Terminal terminal) {
        this.terminal = terminal;
        texts = terminal.texts();
    }

    /** Returns the names of the options that were given, in order. */
    final List<String> given() {
        return command.commandLine().getParseResult().matchedOptions().stream()
                .map(OptionSpec::longestName)
                .sorted()
                .toList();
    }

    /** Returns the file, for commands that always write one. */
    final Path required() {
        if (file == null) {
            throw CommandException.usage(texts.of("usage.missing", "--output") + " "
                    + texts.of("usage.help", command.qualifiedName() + " --help"));
        }
        return file;
    }

    /** Returns the carrier of rows, from the extension of the file. */
    final Carrier carrier() {
        return carrier(required());
    }

    /** Returns the carrier of another file. */
    final Carrier carrier(Path target) {
        Carrier carrier =
                Carrier.ofFileName(target.toString()).orElseThrow(() -> texts.wrong("convert.carrier", target));
        claim(target);
        return carrier;
    }

    /**
     * Checks, before any work is done, that a file can be written: it is not one of the files that are read, it
     * overwrites nothing, and its folder exists or can be created.
     */
    void claim(Path target) {
        claimInside(target);
        if (target.equals(Path.of("-"))) {
            throw texts.wrong("output.standard");
        }
        checkPlace(target);
    }

    /** Checks a file in a folder that has already been checked. */
    void claimInside(Path target) {
        checkNotRead(target, inputs().toList());
        if (!force && Files.isRegularFile(target)) {
            throw texts.wrong("output.exists", target);
        }
    }

    /** Checks that a result does not overwrite a file that it was made from. */
    void checkNotRead(Path target, Collection<Path> inputs) {
        if (!Files.exists(target)) {
            return;
        }
        for (Path input : inputs) {
            try {
                if (Files.exists(input) && Files.isSameFile(target, input)) {
                    throw texts.wrong("output.isInput", target);
                }
            } catch (IOException e) {
                throw CommandException.unreadable(input, texts);
            }
        }
    }

    /** Returns the files that the command line names to be read. */
    private Stream<Path> inputs() {
        return command.args().stream()
                .filter(arg -> arg.isPositional() || arg.auxiliaryTypes()[0] == Path.class)
                .filter(arg -> !(arg instanceof OptionSpec option && WRITTEN.contains(option.longestName())))
                .flatMap(Output::values)
                .map(value -> Path.of(value.toString()));
    }

    private static Stream<?> values(ArgSpec arg) {
        Object value = arg.getValue();
        return value instanceof Collection<?> all ? all.stream() : Stream.ofNullable(value);
    }

    private void checkPlace(Path target) {
        Path folder = target.toAbsolutePath().normalize().getParent();
        if (Files.isDirectory(target)) {
            throw CommandException.unwritable(target, new FileSystemException(target.toString()), texts);
        }
        if (folder != null) {
            checkFolder(target, folder);
        }
    }

    /** Checks that a folder exists, or that its parent does. */
    void checkFolder(Path target, Path folder) {
        Path above = folder.getParent();
        if (Files.isDirectory(folder) || (!Files.exists(folder) && above != null && Files.isDirectory(above))) {
            return;
        }
        boolean isFile = Files.exists(folder) || (above != null && Files.exists(above));
        throw CommandException.unwritable(
                target,
                isFile ? new NotDirectoryException(target.toString()) : new NoSuchFileException(target.toString()),
                texts);
    }

    /** Creates the folder if it does not exist, and says so. */
    void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder);
            made.add(folder);
            terminal.say("output.folder", folder);
        }
    }

    /** Writes files that belong together: all of them, or no new file if one cannot be written. */
    void together(Runnable writing) {
        made.clear();
        try {
            writing.run();
        } catch (CommandException e) {
            Collections.reverse(made);
            made.forEach(path -> path.toFile().delete());
            throw e;
        }
    }

    /** Writes a file that is not text; such a result never goes to the screen. */
    void writeBytes(Path target, Bytes body) {
        writeWhole(target, out -> {
            body.write(out);
            return true;
        });
    }

    /** Writes a file as a whole or not at all. */
    void writeWhole(Path target, WholeFile.Body body) {
        try {
            Path folder = target.toAbsolutePath().normalize().getParent();
            if (folder != null) {
                createFolder(folder);
            }
            boolean isNew = !Files.exists(target);
            WholeFile.write(target, body);
            if (isNew) {
                made.add(target);
            }
        } catch (IOException e) {
            throw CommandException.unwritable(target, e, texts);
        }
    }

    /** Writes text to a file; without one to standard output. */
    void write(@Nullable Path target, Body body) {
        if (target == null) {
            try {
                body.write(terminal.out());
                terminal.out().flush();
            } catch (IOException e) {
                throw CommandException.screen(texts);
            }
            return;
        }
        writeBytes(target, bytes -> {
            // an encoder of its own refuses what UTF-8 cannot hold, where a plain writer would put a question mark
            Writer out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8.newEncoder()));
            body.write(out);
            out.flush();
        });
    }

    /** Returns which of the extensions the name of a file has; empty for a name without an extension. */
    String ending(Path target, List<String> endings) {
        String name = String.valueOf(target.getFileName());
        return endings.stream()
                .filter(ending -> name.toLowerCase(Locale.ROOT).endsWith(ending))
                .findFirst()
                .orElseGet(() -> {
                    if (name.contains(".")) {
                        throw texts.wrong("output.ending", target, String.join(", ", endings));
                    }
                    return "";
                });
    }
}
