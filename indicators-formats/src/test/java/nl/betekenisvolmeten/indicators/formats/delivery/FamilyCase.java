package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/**
 * A small delivery of one of the formats, with all that must be found in it, and where it has one the delivery before.
 *
 * @param folder its folder: the format, and its version
 * @param file its name: the code it is about, {@code pass} or {@code fail}, and what it shows
 * @param findings all of them, in any order
 * @param accepted how many rows count
 */
record FamilyCase(String folder, String file, List<ConformanceCase.Expected> findings, long accepted) {

    private static final String CASES = "/cases/";
    private static final String EXPECTED = "expected.csv";

    /** A folder or file among the cases. */
    static Path path(String folder) {
        try {
            return Path.of(Objects.requireNonNull(FamilyCase.class.getResource(CASES + folder))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    static List<FamilyCase> all(String folder) {
        Map<String, FamilyCase> cases = new LinkedHashMap<>();
        try (Stream<String> lines = Files.lines(path(folder).resolve(EXPECTED))) {
            lines.skip(1).map(line -> line.split(";", -1)).forEach(cells -> {
                FamilyCase one = cases.computeIfAbsent(
                        cells[0], file -> new FamilyCase(folder, file, new ArrayList<>(), Long.parseLong(cells[5])));
                if (!cells[1].isEmpty()) {
                    one.findings().add(new ConformanceCase.Expected(cells[1], cells[2], cells[3], cells[4]));
                }
            });
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return List.copyOf(cases.values());
    }

    static List<String> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(path(folder))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(EXPECTED))
                    .toList();
        }
    }

    DeliverySource source() {
        return DeliverySource.of(path(folder).resolve(file));
    }

    Optional<DeliverySource> previous() {
        return Optional.of(path(folder).resolve("previous").resolve(file))
                .filter(Files::exists)
                .map(DeliverySource::of);
    }

    /** The code that the file is about. */
    String code() {
        return file.substring(0, "TF-V01".length());
    }

    boolean isPass() {
        return file.startsWith("-pass", code().length());
    }

    @Override
    public String toString() {
        return folder + "/" + file;
    }
}
