package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The official definitions load through the door of one's own: that is what the README promises. */
class OwnDefinitionsTest {

    @TempDir
    private Path folder;

    private Path own(String kind, String file, String... changes) throws IOException {
        try (InputStream in = Objects.requireNonNull(Definitions.class.getResourceAsStream(
                "/nl/betekenisvolmeten/indicators/formats/" + kind + "/" + file + ".json"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (int i = 0; i < changes.length; i += 2) {
                assertThat(text).contains(changes[i]);
                text = text.replace(changes[i], changes[i + 1]);
            }
            return Sheet.writeText(folder, kind + ".json", text);
        }
    }

    /** A format with another name, a code of its own, and no history. */
    private Path format() throws IOException {
        return own(
                "formats",
                "individuele-ondersteuning-2025.1",
                "\"id\": \"individuele-ondersteuning\"",
                "\"id\": \"eigen-ondersteuning\"");
    }

    @Test
    void everyCommand_withAFormatOfOnesOwn_knowsIt() throws IOException {
        Path own = format();
        Path form = folder.resolve("form.csv");
        Run.of("template", "eigen-ondersteuning", "--definitions", own, "-o", form)
                .exits(0);
        assertThat(Sheet.read(form)).contains("organisatie;");
        Run.of("template", "eigen-ondersteuning", "-o", form).exits(2);
        Path file = Sheet.write(folder, "good.csv", Sheet.row());
        for (List<Object> line : List.<List<Object>>of(
                List.of("validate", file, "--format", "eigen-ondersteuning"),
                List.of("convert", file, "-o", folder.resolve("x.csv"), "--to", "eigen-ondersteuning"))) {
            String without = Run.of(line.toArray()).exits(2).err();
            assertThat(without).contains("'eigen-ondersteuning'".replace("'", ""), "Wel:");
            List<Object> with = new ArrayList<>(line);
            with.addAll(List.of("--definitions", own));
            assertThat(Run.of(with.toArray()).err()).doesNotContain("Wel:");
        }
    }

    /** Who decided which version when is shown with a definition, and with the differences between two versions. */
    @Test
    void versions_withDecisions_areShownWithADefinitionAndWithADifference() {
        String form = """
                {"id": "eigen", "version": "%s", "provenance": {"decided": {"by": "%s", "on": "%s"}},
                 "columns": [{"name": "bezoeken", "type": "COUNT"}]%s}
                """;
        Path first = Sheet.writeText(folder, "eerste.json", form.formatted("1", "Het overleg", "2025-06-30", ""));
        Path second = Sheet.writeText(
                folder,
                "tweede.json",
                form.formatted("2", "De raad", "2026-01-15", ", \"migration\": {\"from\": \"1\", \"steps\": []}"));
        assertThat(Run.of("formats", "eigen", "--definitions", first + "," + second)
                        .exits(0)
                        .out())
                .containsPattern("1 +altijd +concept +2025-06-30 +Het overleg")
                .containsPattern("2 +altijd +concept +2026-01-15 +De raad")
                .containsPattern("bezoeken +verplicht +1 ");
        assertThat(Run.of("diff", first, second).exits(0).out())
                .containsPattern("1 +.*2025-06-30 +Het overleg")
                .containsPattern("2 +.*2026-01-15 +De raad");
        assertThat(Run.of("formats", "denhaag@2025").exits(0).out())
                .containsPattern("2025 +altijd +gepubliceerd +– +niet vermeld");
    }

    @Test
    void formatAndIndicators_ofOnesOwn_feedValidateAggregateAndCompare() throws IOException {
        Path format = own(
                "formats",
                "telformat-gebiedsgericht-2026.1",
                "\"version\": \"2026.1\"",
                "\"version\": \"2026.9\"",
                "\"code\": \"TAAL\",",
                "\"code\": \"TAALLES\", \"name\": {\"nl\": \"Taalles\", \"en\": \"Lessons\"}}, {\"code\": \"TAAL\",");
        Path indicators = own(
                "indicators",
                "denhaag-welzijn-2026.2",
                "\"version\": \"2026.2\"",
                "\"version\": \"2026.9\"",
                "\"bezoeken-per-bijeenkomst\"",
                "\"eigen-indicator\"");
        String definitions = format + "," + indicators;
        Path file = Sheet.write(folder, "good.csv", Sheet.row("activiteitsoort", "TAALLES"));
        Run.of("validate", file).exits(1);
        assertThat(Run.of("validate", file, "--definitions", definitions)
                        .exits(0)
                        .out())
                .contains("telformat-gebiedsgericht@2026.9");
        assertThat(Run.of("aggregate", file, "--by", "activiteitsoort", "--definitions", definitions)
                        .exits(0)
                        .out())
                .contains("TAALLES;");
        assertThat(Run.of(
                                "compare",
                                file,
                                "--level",
                                "wijk",
                                "--indicator",
                                "eigen-indicator",
                                "--definitions",
                                definitions)
                        .exits(0)
                        .out())
                .contains("eigen-indicator");
        Path out = folder.resolve("x.json");
        Run.of("convert", file, "-o", out, "--definitions", definitions).exits(0);
        assertThat(Sheet.read(out)).contains("TAALLES");
    }

    /** A form of one's own feeds targets and need too; the ending of the file and --json are as everywhere. */
    @Test
    void targetsAndNeed_withDefinitionsOfOnesOwn_knowThem() throws IOException {
        Path format = own(
                "formats",
                "telformat-gebiedsgericht-2026.1",
                "\"version\": \"2026.1\"",
                "\"version\": \"2026.9\"",
                "\"code\": \"TAAL\",",
                "\"code\": \"TAALLES\", \"name\": {\"nl\": \"Taalles\", \"en\": \"Lessons\"}}, {\"code\": \"TAAL\",");
        Path file = Sheet.write(folder, "good.csv", Sheet.row("activiteitsoort", "TAALLES"));
        Path facts = Sheet.writeText(
                folder, "kenmerken.csv", "gebied;kenmerk;waarde\nWK051822;laag inkomen;5\nWK051838;laag inkomen;7\n");
        Path weights = Sheet.writeText(folder, "gewichten.csv", "kenmerk;gewicht;richting\nlaag inkomen;2;HOOG\n");
        for (List<Object> line : List.<List<Object>>of(
                List.of("targets", file), List.of("need", file, "--characteristics", facts, "--weights", weights))) {
            Object[] plain = line.toArray();
            assertThat(Run.of(plain).exits(1).err()).contains("heeft fouten");
            List<Object> own = new ArrayList<>(line);
            own.addAll(List.of("--definitions", format));
            assertThat(Run.of(own.toArray()).exits(0).err()).doesNotContain("heeft fouten");
            own.add("--json");
            assertThat(Json.read(Run.of(own.toArray()).exits(0).out())).isInstanceOfAny(List.class, Map.class);
            own.addAll(List.of("-o", folder.resolve("uit.csv")));
            Run.of(own.toArray()).exits(2).saysOneLine();
            List<Object> workbook = new ArrayList<>(line);
            workbook.addAll(List.of("-o", folder.resolve("uit.docx")));
            Run.of(workbook.toArray()).exits(2).saysOneLine();
        }
    }

    @Test
    void file_thatIsWrong_isToldAndOne() throws IOException {
        Path file = Sheet.write(folder, "good.csv", Sheet.row());
        Path broken = Sheet.writeText(folder, "broken.json", "{\"columns\": []}");
        Run run = Run.of("validate", file, "--definitions", broken).exits(1);
        assertThat(run.err()).contains("broken.json: BM-D0");
        assertThat(run.out()).isEmpty();
        Run.of("validate", file, "--definitions", folder.resolve("none.json"))
                .exits(3)
                .saysOneLine();
        Path own = format();
        Run.of("aggregate", file, "--by", "jaar", "--definitions", own, "-o", own)
                .exits(2)
                .saysOneLine();
    }

    @Test
    void indicator_withCodesThatNoFormHas_isAFindingWithTheCodesThatItHas() {
        Path own = Sheet.writeText(folder, "codes.json", """
                {"id": "codes", "indicators": [{"id": "ouderen", "measure": {
                  "type": "TOTAL", "format": "telformat-gebiedsgericht", "column": "bezoeken",
                  "where": {"doelgroep": ["OUDERE"], "leeftijd": ["67+"], "leeftijdsgroep": ["18-26"]}}}]}
                """);
        assertThat(Run.of("formats", "codes", "--definitions", own).exits(1).err())
                .contains("/where/doelgroep/0", "OUDERE’", "ALLEN, OUDEREN", "/where/leeftijd)", "leeftijdsgroep")
                .doesNotContain("18-26");
    }

    /** It used to end with a fault of the program, as two figures had one name. */
    @Test
    void indicator_withTheIdOfABundledOne_takesItsPlace() {
        Path own = Sheet.writeText(folder, "same.json", """
                {"id": "same", "indicators": [{"id": "bezoeken-per-bijeenkomst", "measure": {
                  "type": "RATE", "per": 10, "format": "telformat-gebiedsgericht",
                  "numerator": {"column": "bezoeken"}, "denominator": {"column": "bezoeken"}}}]}
                """);
        Path file = Sheet.write(folder, "good.csv", Sheet.row("bezoeken", "40"));
        Path out = folder.resolve("out.csv");
        Run.of("compare", file, "--level", "wijk", "--definitions", own, "-o", out)
                .exits(0);
        assertThat(Sheet.read(out).lines())
                .filteredOn(line -> line.contains("bezoeken-per-bijeenkomst"))
                .isNotEmpty()
                .allMatch(line -> line.contains(";10;"));
    }
}
