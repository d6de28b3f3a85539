package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A person's data come out of no command: not on the screen, not in a file, not with --debug. */
class PrivacyTest {

    private static final List<Arguments> SECRETS = List.of(
            Arguments.of("123456782", "123456782"),
            Arguments.of("Cursus van 111222333", "111222333"),
            Arguments.of("jan.jansen@example.org", "jansen"),
            Arguments.of("bel 06-12345678", "12345678"),
            Arguments.of("NL91 ABNA 0417 1643 00", "0417"));

    private static final List<String> WRITTEN = List.of("", ".txt", ".json", ".html", ".sarif", ".xml", ".explain");

    @TempDir
    private Path folder;

    static Stream<Arguments> secretsInColumns() {
        return SECRETS.stream()
                .flatMap(secret ->
                        Sheet.COLUMNS.stream().map(column -> Arguments.of(column, secret.get()[0], secret.get()[1])));
    }

    @ParameterizedTest
    @MethodSource("secretsInColumns")
    void run_inACell_comesOutNowhere(String column, String cell, String secret) throws IOException {
        Path delivery =
                Sheet.write(folder, "telling.csv", Sheet.row(), Sheet.row("leeftijdsgroep", "67+", column, cell));
        assertNowhere(delivery, secret);
        assertThat(Run.of("validate", delivery).exits(1).out()).contains("TF-P01");
    }

    @ParameterizedTest
    @MethodSource("secretsInColumns")
    void run_inTheHeader_comesOutNowhere(String column, String cell, String secret) throws IOException {
        String header = String.join(";", Sheet.COLUMNS);
        Path instead =
                Sheet.writeText(folder, "instead.csv", header.replaceFirst(column, cell) + "\n" + Sheet.row() + "\n");
        assertNowhere(instead, secret);
    }

    @ParameterizedTest
    @FieldSource("SECRETS")
    void run_elsewhereInTheFile_comesOutNowhere(String cell, String secret) throws IOException {
        String header = String.join(";", Sheet.COLUMNS);
        assertNowhere(Sheet.writeText(folder, "extra.csv", header + ";" + cell + "\n" + Sheet.row() + ";x\n"), secret);
        assertNowhere(Sheet.writeText(folder, "above.csv", cell + "\n" + header + "\n" + Sheet.row() + "\n"), secret);
        assertNowhere(Sheet.writeText(folder, "other.csv", "naam;" + cell + "\n" + cell + ";x\n"), secret);
        assertNowhere(Sheet.writeText(folder, "quote.csv", header + "\n" + Sheet.row() + "\"" + cell + "\n"), secret);
    }

    @ParameterizedTest
    @FieldSource("SECRETS")
    void compare_inThePopulation_comesOutNowhere(String cell, String secret) {
        Path delivery = Sheet.write(folder, "telling.csv", Sheet.row());
        for (String text : List.of(
                "area;inwoners\n" + cell + ";10\n",
                "area;inwoners\nCentrum;" + cell + "\n",
                "area;leeftijdsgroep;inwoners\nCentrum;" + cell + ";10\n",
                "area;" + cell + "\nCentrum;10\n",
                cell + "\n",
                "area;inwoners\nCentrum;\"" + cell + "\n")) {
            Path population = Sheet.writeText(folder, "inwoners.csv", text);
            for (Run run : List.of(
                    Run.of("compare", delivery, "--level", "stadsdeel", "--population", population, "--debug"),
                    Run.of("aggregate", delivery, "--by", "jaar", "--population", population, "--debug"))) {
                assertThat(run.out() + run.err()).doesNotContain(secret);
                run.exits(2);
            }
        }
    }

    private void assertNowhere(Path delivery, String secret) throws IOException {
        Path output = folder.resolve("output");
        for (List<Object> line : List.<List<Object>>of(
                List.of("validate", delivery, "--debug"),
                List.of("validate", delivery, "--audience", "it", "--leniency", "lenient"),
                List.of("validate", delivery, "--audience", "clerk", "--lang", "en"),
                List.of("validate", delivery, "--format", "telformat-gebiedsgericht@2026.1", "--debug"),
                List.of(
                        "validate",
                        delivery,
                        "--report",
                        "text,json,html,sarif,junit",
                        "-o",
                        output,
                        "--explain-template",
                        folder.resolve("output.explain")),
                List.of(
                        "aggregate",
                        delivery,
                        "--by",
                        "activiteit,organisatie,wijk,doelgroep,leeftijdsgroep,jaar",
                        "--debug"),
                List.of("aggregate", delivery, "--by", "activiteit,periode", "-o", folder.resolve("output.json")),
                List.of("compare", delivery, "--level", "wijk", "--debug"),
                List.of("compare", delivery, "--level", "stadsdeel", "-o", output))) {
            Run run = Run.of(line.toArray());
            assertThat(run.exit()).as(line.toString()).isIn(0, 1);
            assertThat(run.out() + run.err()).as(line.toString()).doesNotContain(secret);
            for (String end : WRITTEN) {
                Path written = folder.resolve("output" + end);
                if (Files.exists(written)) {
                    assertThat(Sheet.read(written).replaceAll("[0-9a-f]{64}", ""))
                            .as(line.toString())
                            .doesNotContain(secret);
                }
            }
        }
    }
}
