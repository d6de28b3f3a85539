package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What spreadsheets and people make of six good rows: each file has one thing that is odd, and {@code expected.csv} says how
 * many rows are good all the same and what is found, by code and column, with how often.
 */
class AwkwardExportsTest {

    private static final DeliveryReader READER = DeliveryReader.of(Definitions.bundled());

    private static Path folder() {
        return FamilyCase.path("awkward");
    }

    private static Map<String, String> expected() throws IOException {
        try (Stream<String> lines = Files.lines(folder().resolve("expected.csv"))) {
            return lines.skip(1)
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.indexOf(';')),
                            line -> line.substring(line.indexOf(';') + 1),
                            (first, second) -> second,
                            TreeMap::new));
        }
    }

    private static String outcome(String file) {
        DeliveryReport report = GridParityProperties.assertSame(DeliverySource.of(folder().resolve(file)), READER)
                .report();
        Map<String, Long> found = report.findings().kept().stream()
                .collect(Collectors.groupingBy(AwkwardExportsTest::cause, TreeMap::new, Collectors.counting()));
        return report.rowsAccepted() + ";"
                + found.entrySet().stream()
                        .map(one -> one.getKey() + " x" + one.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String cause(Finding finding) {
        return finding.code()
                + finding.location().column().map(column -> " " + column).orElse("");
    }

    @TestFactory
    Stream<DynamicTest> read_oddExport_givesOneFindingForItsCause() throws IOException {
        return expected().entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.getKey(), () -> assertThat(outcome(one.getKey())).isEqualTo(one.getValue())));
    }

    @Test
    void files_all_areExpected() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("expected.csv")))
                    .containsExactlyInAnyOrderElementsOf(expected().keySet())
                    .hasSizeGreaterThanOrEqualTo(40);
        }
    }
}
