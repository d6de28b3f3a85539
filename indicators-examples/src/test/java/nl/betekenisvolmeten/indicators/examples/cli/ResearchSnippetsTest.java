package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The snippets for R and DuckDB in the guides read what the program writes. Their texts, files and columns are always
 * checked. R runs its snippet where there is {@code Rscript}, and DuckDB where there is its driver, which the profile
 * {@code research} brings.
 */
class ResearchSnippetsTest {

    private static final Path SNIPPETS = Path.of("src/research");
    private static final Path SAMPLE =
            Path.of("src/main/resources/nl/betekenisvolmeten/indicators/examples/sample/2026KW02");
    private static final String INDICATOR = "bezoeken-per-1000-inwoners";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeResults() throws IOException {
        List<Path> deliveries;
        try (Stream<Path> files = Files.list(SAMPLE)) {
            deliveries = files.sorted().toList();
        }
        for (String name : List.of("totalen.csv", "totalen.json")) {
            run(
                    Stream.of("aggregate", "--by", "stadsdeel,periode", "--measure", "bezoeken,unieke_deelnemers"),
                    deliveries,
                    folder.resolve(name));
        }
        run(Stream.of("compare", "--level", "stadsdeel", "--export", "package"), deliveries, folder.resolve("pakket"));
    }

    private static void run(Stream<String> command, List<Path> deliveries, Path result) {
        Run.of(Stream.of(command, deliveries.stream(), Stream.of("-o", result))
                        .flatMap(part -> part)
                        .toArray())
                .exits(0);
    }

    private List<Map<String, String>> rows(String file) {
        return Sheet.rows(Sheet.read(folder.resolve(file)));
    }

    /** The visits by inhabitants of an area, as the program wrote them. */
    private double visits(String area) {
        return rows("pakket/statistics.csv").stream()
                .filter(row -> INDICATOR.equals(row.get("indicator")) && "value".equals(row.get("statistic")))
                .filter(row -> area.equals(row.get("area")))
                .mapToDouble(row -> Double.parseDouble(Sheet.cell(row, "value")))
                .findFirst()
                .orElseThrow();
    }

    private double sum(String column) {
        return rows("totalen.csv").stream()
                .mapToDouble(row -> Double.parseDouble(Sheet.cell(row, column)))
                .sum();
    }

    @ParameterizedTest
    @CsvSource({
        "GIDS.md, figures.R, r",
        "GUIDE.md, figures.R, r",
        "GIDS.md, figures.sql, sql",
        "GUIDE.md, figures.sql, sql"
    })
    void snippet_ofTheGuide_isThatOfItsFile(String guide, String name, String language) throws IOException {
        assertThat(Files.readString(Path.of(guide)))
                .contains("<!-- snippet: " + name + " -->\n```" + language + "\n"
                        + Files.readString(SNIPPETS.resolve(name)) + "```");
    }

    @ParameterizedTest
    @ValueSource(strings = {"figures.R", "figures.sql"})
    void filesAndColumns_ofASnippet_exist(String name) throws IOException {
        String snippet = Files.readString(SNIPPETS.resolve(name));
        assertThat(Pattern.compile("['\"]([\\w/]+\\.(?:csv|json))['\"]")
                        .matcher(snippet)
                        .results())
                .extracting(file -> file.group(1))
                .hasSize(2)
                .allSatisfy(file -> assertThat(folder.resolve(file)).exists());
        List<String> columns = Stream.of("pakket/statistics.csv", "totalen.csv")
                .flatMap(file -> rows(file).get(0).keySet().stream())
                .toList();
        assertThat(Pattern.compile("select = c\\(([^)]*)\\)|USING \\(([^)]*)\\)|totals\\$(\\w+)|(\\w+) = \"numeric\""
                                + "|'(\\w+)': '|(?:figure|chance)\\.(\\w+)|(?:sum|max|count)\\((\\w+)\\)")
                        .matcher(snippet)
                        .results()
                        .flatMap(use -> Stream.iterate(1, i -> i + 1)
                                .limit(use.groupCount())
                                .map(use::group)
                                .filter(group -> group != null))
                        .flatMap(names -> Arrays.stream(names.split(", ", -1))))
                .hasSizeGreaterThan(10)
                .isSubsetOf(columns);
        assertThat(snippet).contains(INDICATOR);
        assertThat(visits("Laak")).isPositive();
    }

    @Test
    void sql_inDuckDb_givesTheFiguresOfTheFiles() throws IOException, SQLException {
        assumeThat(DriverManager.drivers().map(Driver::toString))
                .as("the driver of DuckDB, which the profile research brings")
                .anyMatch(driver -> driver.startsWith("org.duckdb"));
        String inFolder = Files.readString(SNIPPETS.resolve("figures.sql"))
                .replaceAll("'([\\w/]+\\.(?:csv|json|parquet))'", "'" + folder + "/$1'");
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute(inFolder);
            try (ResultSet laak = statement.executeQuery(
                    "SELECT value, lower, upper FROM '" + folder + "/bezoeken.parquet' WHERE area = 'Laak'")) {
                assertThat(laak.next()).isTrue();
                assertThat(laak.getDouble("value"))
                        .isCloseTo(visits("Laak"), withinPercentage(1e-9))
                        .isBetween(laak.getDouble("lower"), laak.getDouble("upper"));
            }
            try (ResultSet city = statement.executeQuery("SELECT * FROM city")) {
                assertThat(city.next()).isTrue();
                assertThat(city.getDouble("bezoeken")).isEqualTo(sum("bezoeken"));
                assertThat(city.getDouble("upper")).isEqualTo(sum("unieke_deelnemers_upper"));
            }
        }
    }

    @Test
    void script_inR_givesTheFiguresOfTheFiles() throws IOException, InterruptedException {
        Path script = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(path -> Path.of(path, "Rscript"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of("Rscript"));
        assumeThat(script).as("R, such as r-base-core of Debian").isExecutable();
        Path printed = folder.resolve("printed.txt");
        Process process = new ProcessBuilder(
                        script.toString(),
                        SNIPPETS.resolve("figures.R").toAbsolutePath().toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String said = Sheet.read(printed);
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said.lines().map(line -> line.strip().replaceAll(" +", " ")))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("SD0518-LAAK 2026KW02 Laak " + (int) visits("Laak") + ".")
                        .endsWith(" exact"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith((int) sum("bezoeken") + " ")
                        .endsWith(" " + (int) sum("unieke_deelnemers_upper")));
    }
}
