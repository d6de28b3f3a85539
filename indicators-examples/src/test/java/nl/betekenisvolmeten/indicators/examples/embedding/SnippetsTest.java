package nl.betekenisvolmeten.indicators.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Constraint;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.formats.Indicators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The snippets in the Javadoc of packages are those of programs that compile and run. */
class SnippetsTest {

    private static final Path PACKAGES = Path.of("src", "main", "java", "nl", "betekenisvolmeten", "indicators");
    private static final Path PROGRAMS =
            Path.of("src", "main", "java", "nl", "betekenisvolmeten", "indicators", "examples", "embedding");

    private static final Path SERVER = Path.of(
            "src",
            "spring",
            "java",
            "nl",
            "betekenisvolmeten",
            "indicators",
            "examples",
            "spring",
            "UploadController.java");

    private static final Pattern SNIPPET =
            Pattern.compile("<!-- snippet: (\\w+) -->\\n```java\\n(.*?)\\n```", Pattern.DOTALL);
    private static final Pattern SHOWN =
            Pattern.compile("<!-- file: (\\S+) -->\\n```\\w*\\n(.*?)\\n```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    /** Without the asterisks and breaks of lines, which a formatter sets. */
    private static String flat(String text) {
        return text.replaceAll("(?m)^ \\*", "").replaceAll("\\s+", "");
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "JudgeTargets, indicators-core, targets",
        "RankNeed, indicators-core, need",
        "AddUpVersions, indicators-formats, formats/delivery"
    })
    void snippet_ofAPackage_isThatOfItsProgram(String program, String module, String name) throws IOException {
        String code = Files.readString(PROGRAMS.resolve(program + ".java"));
        int from = code.indexOf("// snippet: embedding") + "// snippet: embedding".length();
        String snippet = code.substring(from, code.indexOf("// end"));
        Path folder = Path.of("..", module).resolve(PACKAGES).resolve(name);
        assertThat(flat(Files.readString(folder.resolve("package-info.java"))))
                .contains("{@code" + flat(snippet) + "}");
    }

    /** The code to paste, by the name of its program. */
    private static Map<String, String> snippets(String guide) throws IOException {
        Map<String, String> snippets = new LinkedHashMap<>();
        SNIPPET.matcher(Files.readString(Path.of(guide)))
                .results()
                .forEach(snippet -> snippets.put(snippet.group(1), snippet.group(2)));
        return snippets;
    }

    /** A program without what nobody pastes: its package, its documentation, and the constructor that none calls. */
    private static String program(String name) throws IOException {
        Path program = PROGRAMS.resolve(name + ".java");
        return Files.readString(Files.exists(program) ? program : SERVER)
                .replaceAll("(?m)^package .*;$", "")
                .replaceAll("(?s)/\\*\\*.*?\\*/", "")
                .replaceAll("private \\w+\\(\\) \\{}", "")
                .replaceAll("// (snippet: embedding|end)", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GIDS.md", "GUIDE.md"})
    void snippet_ofTheGuide_isItsProgram(String guide) throws IOException {
        Map<String, String> snippets = snippets(guide);
        assertThat(snippets.keySet())
                .containsExactly(
                        "CheckUpload",
                        "OwnDefinitions",
                        "OwnIndicators",
                        "RowsFromDatabase",
                        "OwnInhabitants",
                        "ProtectAndPublish",
                        "AttackPublication",
                        "UploadController",
                        "FormBean",
                        "AddUpVersions",
                        "CompareDeliveries",
                        "NightlyBatch");
        for (Map.Entry<String, String> snippet : snippets.entrySet()) {
            assertThat(flat(snippet.getValue())).isEqualTo(flat(program(snippet.getKey())));
        }
    }

    /** The server needs Spring, which the usual build does not download; its program is compiled where that is there. */
    @Test
    void snippets_ofTheGuide_compileAsPasted() throws IOException {
        Map<String, String> snippets = snippets("GUIDE.md");
        snippets.remove("UploadController");
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", folder.toString(), "-cp", classPath()));
        for (Map.Entry<String, String> snippet : snippets.entrySet()) {
            arguments.add(Files.writeString(folder.resolve(snippet.getKey() + ".java"), snippet.getValue())
                    .toString());
        }
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int outcome = ToolProvider.getSystemJavaCompiler().run(null, null, errors, arguments.toArray(String[]::new));
        assertThat(outcome).as(errors.toString(StandardCharsets.UTF_8)).isZero();
    }

    private static String classPath() {
        return Stream.of(Indicators.class, MessageCatalogue.class, Constraint.class)
                .map(type -> Path.of(URI.create(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void files_ofTheGuides_areTheSame_andDoWhatTheySay() throws IOException {
        Map<String, String> files = files("GUIDE.md");
        assertThat(files).isEqualTo(files("GIDS.md"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            file(file.getKey(), file.getValue());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        OwnIndicators.run(
                folder.resolve("eigen-telling.json"),
                folder.resolve("eigen-indicatoren.json"),
                folder.resolve("telling.csv"),
                new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .startsWith("ET-R01 (3, deelnemers): Er zijn meer deelnemers (60) dan bezoeken (50).")
                .contains("Laak", "Bezoeken per deelnemer");
    }

    /** The files that the guide shows, by name. */
    private static Map<String, String> files(String guide) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        SHOWN.matcher(Files.readString(Path.of(guide)))
                .results()
                .forEach(shown -> files.put(shown.group(1), shown.group(2)));
        assertThat(files).hasSize(3);
        return files;
    }

    @ParameterizedTest
    @ValueSource(strings = {"GIDS.md", "GUIDE.md"})
    void links_ofTheGuide_leadToFiles(String guide) throws IOException {
        assertThat(Pattern.compile("\\]\\(([^)]+)\\)")
                        .matcher(Files.readString(Path.of(guide)))
                        .results()
                        .map(link -> Path.of(link.group(1).replaceFirst("#.*", ""))))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(target).exists());
    }

    /** The table for servers names a test for each of its answers. */
    @ParameterizedTest
    @ValueSource(strings = {"GIDS.md", "GUIDE.md"})
    void tests_ofTheGuide_exist(String guide) throws IOException {
        Set<String> tests = new HashSet<>();
        for (String module : List.of("indicators-core", "indicators-formats", "indicators-examples")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "test", "java"))) {
                files.map(file -> file.getFileName().toString().replace(".java", ""))
                        .forEach(tests::add);
            }
        }
        String text = Files.readString(Path.of(guide));
        assertThat(text.substring(text.indexOf("| test |")).lines().skip(2))
                .hasSizeGreaterThan(5)
                .allSatisfy(row -> assertThat(Pattern.compile("`(\\w+Test)`")
                                .matcher(row)
                                .results()
                                .map(name -> name.group(1)))
                        .as(row)
                        .isNotEmpty()
                        .isSubsetOf(tests));
    }

    @Test
    void judgeTargets_run_tellsOutcomeAndWhy() throws IOException {
        Path delivery = file(
                "levering.csv",
                "organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;doelgroep;leeftijdsgroep;"
                        + "bijeenkomsten;bezoeken;unieke_deelnemers",
                "91000011;Laak;WK051838;2026KW01;1;TAAL;Taalcafé;ALLEN;18-29;10;80;20");
        Path plan = file(
                "streef.csv",
                "indicator;gebied;periode;vergelijking;waarde;waarde_tot;nulmeting;bron",
                "unieke-deelnemers;SD0518-LAAK;2026JJ00;MINSTENS;20;;;plan",
                "unieke-deelnemers;GM0518;2026JJ00;MINSTENS;21;;;plan",
                "keurmerken;GM0518;2026JJ00;EXACT;22;;12;plan");
        Path stated = file(
                "realisaties.csv",
                "indicator;gebied;periode;waarde;waarde_tot;stand;bron",
                "keurmerken;GM0518;2026JJ00;20;22;;opgave");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JudgeTargets.run(delivery, plan, stated, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "unieke-deelnemers: MET []",
                        "unieke-deelnemers: NOT_ENOUGH_DATA [AREAS_MISSING, REPORTS_MISSING]",
                        "keurmerken: NOT_DECIDED [BOUNDS]");
    }

    @Test
    void rankNeed_run_tellsRanksWithAndWithoutEach() throws IOException {
        Path facts = file(
                "kenmerken.csv",
                "gebied;kenmerk;waarde",
                "SD0518-LAAK;laag inkomen;15",
                "SD0518-LAAK;alleenstaand;50",
                "SD0518-ESCAMP;laag inkomen;12",
                "SD0518-ESCAMP;alleenstaand;60");
        Path weights = file("gewichten.csv", "kenmerk;gewicht;richting", "laag inkomen;3;HOOG", "alleenstaand;1;HOOG");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RankNeed.run(facts, weights, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "1 SD0518-LAAK {laag inkomen=2, alleenstaand=1}",
                        "2 SD0518-ESCAMP {laag inkomen=1, alleenstaand=2}");
    }

    @Test
    void addUpVersions_run_tellsTheTotalOfBoth() throws IOException {
        Path before = file(
                "eerst.csv",
                "organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;doelgroep;leeftijdsgroep;"
                        + "bijeenkomsten;bezoeken;unieke_deelnemers;vrijwilligers;vrijwilligersuren;doorverwijzingen;"
                        + "toelichting",
                "91000011;Laak;WK051838;2025KW04;1;TAAL;Taalcafé;ALLEN;0-11;10;80;20;;;;");
        Path after = file(
                "daarna.csv",
                "organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;doelgroep;leeftijdsgroep;"
                        + "bijeenkomsten;bezoeken;unieke_deelnemers;nieuwe_deelnemers",
                "91000011;Laak;WK051838;2026KW01;1;TAAL;Taalcafé;ALLEN;18-29;10;90;20;");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        AddUpVersions.run(List.of(before, after), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("eerst.csv: 1", "daarna.csv: 1", "170");
    }
}
