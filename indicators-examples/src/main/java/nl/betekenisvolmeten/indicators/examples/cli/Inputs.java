package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import org.jspecify.annotations.Nullable;

/** The files that a command reads; {@code -} is standard input. */
final class Inputs {

    /** Makes something of an opened file. */
    interface Reader<T> {
        T read(String name, InputStream in) throws IOException;
    }

    private static final Path STANDARD = Path.of("-");

    private final Terminal terminal;
    private @Nullable Path standard;

    Inputs(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Returns the files themselves. A path that cannot be read is a fault, reported before any work is done. */
    List<Path> files(List<Path> paths) {
        List<Path> files = paths.stream().map(this::copied).toList();
        for (Path file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw CommandException.unreadable(file, terminal.texts());
            }
        }
        return files;
    }

    /** Returns sources of deliveries, named by their files and as much of their folders as distinguishes them. */
    List<DeliverySource> sources(List<Path> paths) {
        List<Path> files = files(paths);
        List<Path> full =
                files.stream().map(path -> path.toAbsolutePath().normalize()).toList();
        List<DeliverySource> sources = new ArrayList<>();
        for (int i = 0; i < full.size(); i++) {
            sources.add(DeliverySource.of(name(full.get(i), full), files.get(i)));
        }
        return sources;
    }

    DeliverySource source(Path path) {
        return sources(List.of(path)).get(0);
    }

    /** Reads a file other than a delivery. */
    <T> T read(Path path, Reader<T> reader) {
        DeliverySource source = source(path);
        try (InputStream in = source.open()) {
            return reader.read(source.name(), in);
        } catch (IOException e) {
            throw CommandException.unreadable(path, terminal.texts());
        }
    }

    /**
     * Returns the path, or that of a copy of standard input for the duration of the command: files are opened several
     * times.
     */
    Path copied(Path path) {
        if (!path.equals(STANDARD)) {
            return path;
        }
        Path copy = standard;
        if (copy == null) {
            try {
                Path folder = Files.createTempDirectory("indicators");
                folder.toFile().deleteOnExit();
                copy = folder.resolve(terminal.texts().of("inputs.standard"));
                copy.toFile().deleteOnExit();
                Files.copy(terminal.in(), copy);
            } catch (IOException e) {
                throw CommandException.unreadable(path, terminal.texts());
            }
            standard = copy;
        }
        return copy;
    }

    private static String name(Path path, List<Path> all) {
        Set<Path> others = new HashSet<>(all);
        others.remove(path);
        for (int length = 1; length <= path.getNameCount(); length++) {
            Path name = path.subpath(path.getNameCount() - length, path.getNameCount());
            if (others.stream().noneMatch(other -> other.endsWith(name))) {
                return name.toString();
            }
        }
        return path.toString();
    }
}
