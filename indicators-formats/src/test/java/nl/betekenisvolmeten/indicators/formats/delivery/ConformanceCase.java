package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/**
 * A small delivery with all that must be found in it.
 *
 * @param version the version of the telformat that it is a delivery of
 * @param file its name: the code it is about, {@code pass} or {@code fail}, and what it shows
 * @param findings all of them, in any order
 * @param accepted how many rows count
 */
record ConformanceCase(String version, String file, List<Expected> findings, long accepted) {

    private static final String FOLDER = "telformat-";
    private static final String EXPECTED = "expected.csv";

    /** A finding as the list of expectations writes it; what it does not have is an empty text. */
    record Expected(String code, String severity, String row, String column) {

        /** Good rows may be about two quarters, which is only a note. */
        boolean isOfTwoQuarters() {
            return code.equals("TF-I11") && severity.equals("NOTE");
        }

        static Expected from(Finding finding) {
            return new Expected(
                    finding.code().value(),
                    finding.severity().name(),
                    finding.location().row().isPresent()
                            ? Long.toString(finding.location().row().getAsLong())
                            : "",
                    finding.location().column().orElse(""));
        }
    }

    static Path folder(String version) {
        return FamilyCase.path(FOLDER + version);
    }

    /** The cases of the version that has a case for each code. */
    static List<ConformanceCase> all() {
        return all("2026.1");
    }

    static List<ConformanceCase> all(String version) {
        Map<String, ConformanceCase> cases = new LinkedHashMap<>();
        try (Stream<String> lines = Files.lines(folder(version).resolve(EXPECTED))) {
            lines.skip(1).map(line -> line.split(";", -1)).forEach(cells -> {
                ConformanceCase one = cases.computeIfAbsent(
                        cells[0],
                        file -> new ConformanceCase(version, file, new ArrayList<>(), Long.parseLong(cells[5])));
                if (!cells[1].isEmpty()) {
                    one.findings().add(new Expected(cells[1], cells[2], cells[3], cells[4]));
                }
            });
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return List.copyOf(cases.values());
    }

    static List<String> files(String version) throws IOException {
        try (Stream<Path> files = Files.list(folder(version))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(EXPECTED))
                    .toList();
        }
    }

    DeliverySource source() {
        return DeliverySource.of(folder(version).resolve(file));
    }

    /** The code that the file is about. */
    String code() {
        return file.substring(0, "TF-V01".length());
    }

    boolean isPass() {
        return file.startsWith("-pass", code().length());
    }
}
