package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of codes: a code never disappears, and neither its severity nor its meaning changes silently. */
class CodesTest {

    private static final Path LIST = Path.of("src/test/resources/codes.csv");
    private static final String CODE = "\"([A-Z]{2,3}-[A-Z][0-9]{2})\"";
    private static final Pattern ANY = Pattern.compile(CODE);
    private static final Pattern CONSTANT = Pattern.compile("FindingCode (\\w+) = FindingCode\\.of\\(" + CODE + "\\)");
    private static final Pattern USE =
            Pattern.compile("\\b((?:\\w+\\.)?[A-Z_]+),\\s*(?:leniency\\.notation\\()?Severity\\.(\\w+)\\b");
    private static final Pattern DIRECT =
            Pattern.compile("(?:\\(|FindingCode\\.of\\()" + CODE + "\\)?,\\s*Severity\\.(\\w+)\\)");

    @TempDir
    private Path folder;

    private List<Map<String, String>> rows() {
        Path file = folder.resolve("codes.csv");
        Run.of("formats", "--codes", "-o", file, "--force").exits(0);
        return Sheet.rows(Sheet.read(file));
    }

    /** The main sources of the library, by their paths. */
    private static Map<Path, String> sources() throws IOException {
        Map<Path, String> sources = new TreeMap<>();
        for (String module : List.of("indicators-core", "indicators-formats")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    sources.put(file, Files.readString(file));
                }
            }
        }
        return sources;
    }

    /**
     * Whoever adds a code adds its line here. A line that goes, or another severity, breaks what other parties built on
     * it; another title may only be a better wording of the same.
     */
    @Test
    void codes_areThoseOfTheList() throws IOException {
        List<String> columns = List.of("code", "severity", "since", "definitions", "title_en");
        List<String> lines = new ArrayList<>(List.of(String.join(";", columns)));
        rows().forEach(row -> lines.add(columns.stream().map(row::get).collect(Collectors.joining(";"))));
        assertThat(lines).containsExactlyElementsOf(Files.readAllLines(LIST));
    }

    @Test
    void codes_ofTheSources_areAllInTheTable() throws IOException {
        Set<String> made = sources().values().stream()
                .flatMap(source -> ANY.matcher(source).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(made).hasSizeGreaterThan(100);
        assertThat(rows()).extracting(row -> row.get("code")).containsAll(made);
    }

    /** The table says what the code does: wherever a source gives a code a severity, the table has it. */
    @Test
    void severities_ofTheSources_areThoseOfTheTable() throws IOException {
        Map<Path, String> sources = sources();
        Map<String, String> shared = new HashMap<>();
        Map<Path, Map<String, String>> own = new HashMap<>();
        sources.forEach((file, source) -> CONSTANT.matcher(source).results().forEach(constant -> {
            String type = file.getFileName().toString().replace(".java", "");
            shared.put(type + "." + constant.group(1), constant.group(2));
            own.computeIfAbsent(file, any -> new HashMap<>()).put(constant.group(1), constant.group(2));
        }));
        Set<String> given = new TreeSet<>();
        sources.forEach((file, source) -> {
            Map<String, String> names = new HashMap<>(shared);
            names.putAll(own.getOrDefault(file, Map.of()));
            for (MatchResult use : USE.matcher(source).results().toList()) {
                if (names.containsKey(use.group(1))) {
                    given.add(names.get(use.group(1)) + " " + use.group(2).toLowerCase(Locale.ROOT));
                }
            }
            DIRECT.matcher(source)
                    .results()
                    .forEach(use -> given.add(use.group(1) + " " + use.group(2).toLowerCase(Locale.ROOT)));
        });
        assertThat(given).hasSizeGreaterThan(90);
        assertThat(rows().stream()
                        .flatMap(row -> Stream.of(Sheet.cell(row, "severity").split(" ", -1))
                                .map(severity -> row.get("code") + " " + severity)))
                .containsAll(given);
    }

    @Test
    void everyCode_hasASeverityAndAVersion() {
        assertThat(rows())
                .allSatisfy(row -> assertThat(row.get("severity"))
                        .as(row.get("code"))
                        .matches("(note|warning|error)( (warning|error))*"))
                .allSatisfy(
                        row -> assertThat(row.get("since")).as(row.get("code")).matches("[0-9.]+"))
                .allSatisfy(row -> assertThat(row.values()).doesNotContain("null"));
    }

    @Test
    void json_hasTheSameRows() {
        String written = Run.of("formats", "--codes", "--json").exits(0).out();
        List<Map<String, String>> rows = rows();
        assertThat(Json.list(Json.read(written))).hasSameSizeAs(rows);
        assertThat(Json.list(Json.read(written)).stream().map(Json::object))
                .filteredOn(row -> "TF-R10".equals(row.get("code")))
                .singleElement()
                .satisfies(row -> assertThat(row).containsAllEntriesOf(Sheet.first(rows, "code", "TF-R10")))
                .satisfies(row -> assertThat(row).containsEntry("definitions", "telformat-gebiedsgericht@2026.2"));
    }

    @Test
    void page_isInTheLanguageAskedFor() {
        Path page = folder.resolve("codes.html");
        Run.of("formats", "--codes", "-o", page).exits(0);
        assertThat(Sheet.read(page))
                .contains("<html lang=\"nl\"", "Codes van meldingen", "Kolom ontbreekt")
                .contains("telformat-gebiedsgericht vanaf 2025.1");
        Run.of("formats", "--codes", "-o", page, "--force", "--lang", "en").exits(0);
        assertThat(Sheet.read(page))
                .contains("<html lang=\"en\"", "Codes of findings", "telformat-gebiedsgericht from 2025.1")
                .doesNotContain("Kolom ontbreekt");
    }

    @Test
    void text_hasALineForEachCode() {
        assertThat(Run.of("formats", "--codes", "--lang", "en").exits(0).lines())
                .hasSize(rows().size() + 1)
                .anySatisfy(line -> assertThat(line).contains("TF-S01", "error", "0.1.0"));
    }

    @Test
    void ownDefinition_addsItsCodes() {
        Path form = Path.of("src/test/resources/nl/betekenisvolmeten/indicators/examples/cli/veilig-thuis.json");
        assertThat(Run.of("formats", "--codes", "--definitions", form, "--json")
                        .exits(0)
                        .out())
                .contains("veilig-thuis@");
    }

    @Test
    void codesOfOneDefinition_areAskedForWithoutTheOption() {
        Run.of("formats", "telformat-kort", "--codes").exits(2).saysOneLine();
        Run.of("formats", "--codes", "--schema").exits(2).saysOneLine();
    }
}
