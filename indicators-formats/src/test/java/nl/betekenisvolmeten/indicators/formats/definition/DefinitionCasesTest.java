package nl.betekenisvolmeten.indicators.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Severity;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Definition files with one thing wrong, or nothing, and what must be found: {@code expected.csv} has a line for each
 * finding, in order, with the first suggestion ({@code *} for any, empty for none).
 */
class DefinitionCasesTest {

    private static final String FOLDER = "/cases/definitions/";

    /** The bundled definitions, and the good case of a format: migrations start from it. */
    private static final Definitions KNOWN = known();

    private record Expected(String file, String kind, String code, String line, String path, String suggestion) {
        static Expected of(String row) {
            String[] cells = row.split(";", -1);
            return new Expected(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
        }

        static Expected of(String file, String kind, Finding finding, String suggestion) {
            String first = finding.suggestions().stream().findFirst().orElse("");
            return new Expected(
                    file,
                    kind,
                    finding.code().value(),
                    Long.toString(finding.location().row().orElse(0)),
                    finding.location().path().orElse("?"),
                    suggestion.equals("*") && !first.isEmpty() ? "*" : first);
        }
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = DefinitionCasesTest.class.getResourceAsStream(FOLDER + name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        }
    }

    private static Map<String, List<Expected>> cases() throws IOException {
        Map<String, List<Expected>> cases = new LinkedHashMap<>();
        new String(bytes("expected.csv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(Expected::of)
                .forEach(row -> cases.computeIfAbsent(row.file(), file -> new ArrayList<>())
                        .add(row));
        return cases;
    }

    private static Definitions known() {
        Definitions bundled = Definitions.bundled();
        try {
            InputStream good = new ByteArrayInputStream(bytes("format-good.json"));
            return bundled.with(DefinitionReader.of(bundled)
                    .readFormat("format-good.json", good)
                    .orThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Checked<?> read(String kind, String source, InputStream in) {
        DefinitionReader reader = DefinitionReader.of(KNOWN);
        return switch (kind) {
            case "areas" -> reader.read(DefinitionKind.AREAS, source, in);
            case "population" -> reader.read(DefinitionKind.POPULATIONS, source, in);
            case "indicators" -> reader.read(DefinitionKind.INDICATOR_SETS, source, in);
            case "format" -> reader.readFormat(source, in);
            case "explanations" -> reader.readAcceptances(source, in);
            case "targets" -> reader.read(DefinitionKind.TARGET_SETS, source, in);
            case "questionnaire" -> reader.read(DefinitionKind.QUESTIONNAIRES, source, in);
            case "protocol" -> reader.readProtocol(source, in);
            case "account" -> reader.read(DefinitionKind.ACCOUNTS, source, in);
            case "context" -> reader.readContext(source, in);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    @TestFactory
    Stream<DynamicTest> read_aCase_findsWhatIsExpected() throws IOException {
        return cases().values().stream()
                .map(rows -> DynamicTest.dynamicTest(rows.get(0).file(), () -> check(rows)));
    }

    private static void check(List<Expected> rows) throws IOException {
        String file = rows.get(0).file();
        String kind = rows.get(0).kind();
        String name = file + ".json";
        Checked<?> checked = read(kind, name, new ByteArrayInputStream(bytes(name)));
        List<Expected> found = new ArrayList<>();
        for (Finding finding : checked.findings().kept()) {
            String suggestion =
                    found.size() < rows.size() ? rows.get(found.size()).suggestion() : "";
            found.add(Expected.of(file, kind, finding, suggestion));
            boolean warning = finding.code().value().equals("BM-D03");
            assertThat(finding.severity()).isEqualTo(warning ? Severity.WARNING : Severity.ERROR);
            assertThat(finding.location().source()).contains(name);
        }
        assertThat(found)
                .as("%s", checked.findings().kept())
                .isEqualTo(rows.stream().filter(row -> !row.code().isEmpty()).toList());
        assertThat(checked.value().isPresent()).isEqualTo(!checked.findings().hasErrors());
    }

    @Test
    void cases_all_coverEveryCode() throws IOException {
        TreeSet<String> codes = new TreeSet<>();
        cases().values().forEach(rows -> rows.forEach(row -> codes.add(row.code())));
        assertThat(codes)
                .containsExactly(
                        "", "BM-D01", "BM-D02", "BM-D03", "BM-D04", "BM-D05", "BM-D06", "BM-D07", "BM-D08", "BM-D09");
    }
}
