package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/** What files are called for people: by their name, and with as much of their folder as tells them apart. */
final class FileNames {

    private FileNames() {}

    static List<DeliverySource> sources(List<Path> paths) {
        List<Path> full =
                paths.stream().map(path -> path.toAbsolutePath().normalize()).toList();
        List<DeliverySource> sources = new ArrayList<>();
        for (int i = 0; i < full.size(); i++) {
            sources.add(DeliverySource.of(name(full.get(i), full), paths.get(i)));
        }
        return sources;
    }

    private static String name(Path path, List<Path> all) {
        Set<Path> others = new HashSet<>(all);
        others.remove(path);
        for (int length = 1; length <= path.getNameCount(); length++) {
            Path name = end(path, length);
            if (others.stream().noneMatch(other -> other.endsWith(name))) {
                return name.toString();
            }
        }
        return path.toString();
    }

    private static Path end(Path path, int length) {
        return path.subpath(path.getNameCount() - length, path.getNameCount());
    }
}
