package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /** A key, free texts and a number; for the other columns the commands do nothing else. */
    private static final List<String> WIDE = List.of("organisatie", "activiteit", "bezoeken", "toelichting");

    private static final String WRITTEN = "written";
    private static final String FORMAT = "telformat-gebiedsgericht@2026.1";

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
        if (WIDE.contains(column)) {
            assertNowhereElse(delivery, secret);
        }
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
                run.exits(1);
            }
        }
    }

    /** Some people name a file after a person. */
    @ParameterizedTest
    @FieldSource("SECRETS")
    void run_inTheFilesName_comesOutNowhere(String name, String secret) throws IOException {
        assertNowhere(
                Sheet.write(folder, name + ".csv", Sheet.row(), Sheet.row("leeftijdsgroep", "67+", "bezoeken", "-")),
                secret);
        assertNowhereElse(folder.resolve(name + ".csv"), secret);
        assertNowhereElse(Sheet.write(folder, name, Sheet.row()), secret);
        assertNowhere(Sheet.writeText(folder, name + ".jsonl", "{\"a\": 1}"), secret);
        Path there = Files.createDirectories(folder.resolve(name + " (map)"));
        Path twin = Sheet.write(there, "other.csv", Sheet.row());
        Path other = Sheet.write(folder, "other.csv", Sheet.row());
        for (Run run : List.of(
                Run.of("aggregate", twin, other, "--by", "jaar"),
                Run.of("validate", twin, other, "--report", "json"))) {
            assertThat(run.out() + run.err()).contains("other.csv").doesNotContain(secret);
        }
    }

    @ParameterizedTest
    @FieldSource("SECRETS")
    void count_inTheRecords_comesOutNowhere(String cell, String secret) throws IOException {
        String header =
                "datum;activiteit;activiteitsoort;wijk;doelgroep;deelnemer;geboortejaar;rol;uren;doorverwezen\n";
        String row = "2026-01-06;Taalcafé;TAAL;WK051829;ALLEN;%s;1990;DEELNEMER;;nee\n";
        Path records = Sheet.writeText(folder, cell + ".csv", header + row.formatted("d1") + row.formatted(cell));
        Path written = Files.createDirectories(folder.resolve(WRITTEN)).resolve("telling.csv");
        Run run = Run.of("count", records, "-o", written, "--organisatie", "91000011", "--debug")
                .exits(1);
        assertThat(run.out() + run.err() + Sheet.read(written)).doesNotContain(secret);
    }

    private void assertNowhere(Path delivery, String secret) throws IOException {
        Path output = Files.createDirectories(folder.resolve(WRITTEN)).resolve("output");
        for (List<Object> line : List.<List<Object>>of(
                List.of("validate", delivery, "--debug"),
                List.of("validate", delivery, "--audience", "it", "--leniency", "lenient"),
                List.of("validate", delivery, "--audience", "clerk", "--lang", "en"),
                List.of("validate", delivery, "--format", FORMAT, "--debug"),
                List.of(
                        "validate",
                        delivery,
                        "--report",
                        "text,json,html,sarif,junit",
                        "-o",
                        output,
                        "--explain-template",
                        output.resolveSibling("output.explain")),
                List.of(
                        "aggregate",
                        delivery,
                        "--by",
                        "activiteit,organisatie,wijk,doelgroep,leeftijdsgroep,jaar",
                        "--debug"),
                List.of(
                        "aggregate",
                        delivery,
                        "--by",
                        "activiteit,periode",
                        "-o",
                        output.resolveSibling("output.json")),
                List.of("compare", delivery, "--level", "wijk", "--debug"),
                List.of("compare", delivery, "--level", "stadsdeel", "-o", output))) {
            assertNowhere(line, secret);
        }
    }

    /** With the commands that look at a delivery beside another one, or for one thing in it. */
    private void assertNowhereElse(Path delivery, String secret) throws IOException {
        Path output = Files.createDirectories(folder.resolve(WRITTEN)).resolve("output");
        Path good = Sheet.write(folder, "telling-goed.csv", Sheet.row("activiteit", "Ander"));
        for (List<Object> line : List.<List<Object>>of(
                List.of("compare", delivery, "--level", "wijk", "--export", "tidy"),
                List.of("aggregate", delivery, good, "--by", "jaar"),
                List.of("explain", delivery, good, "--cell", "measure=bezoeken"),
                List.of("explain", delivery, good, "--cell", "measure=bezoeken", "--json", "--debug"),
                List.of("diff", delivery, good),
                List.of("diff", good, delivery, "--json", "--debug"),
                List.of("burden", FORMAT, delivery, "--debug"),
                List.of("convert", delivery, good, "-o", output.resolveSibling("output.csv")),
                List.of("convert", delivery, "-o", output.resolveSibling("output.jsonl"), "--debug"))) {
            assertNowhere(line, secret);
        }
    }

    private void assertNowhere(List<Object> line, String secret) throws IOException {
        List<Object> args = new ArrayList<>(line);
        if (line.contains("-o")) {
            args.add("--force");
        }
        Run run = Run.of(args.toArray());
        assertThat(run.exit()).as(line.toString()).isIn(0, 1);
        assertThat((run.out() + run.err()).replaceAll("[0-9a-f]{64}", ""))
                .as(line.toString())
                .doesNotContain(secret);
        try (Stream<Path> files = Files.list(folder.resolve(WRITTEN))) {
            for (Path written : files.toList()) {
                assertThat(Sheet.read(written).replaceAll("[0-9a-f]{64}", ""))
                        .as(line.toString())
                        .doesNotContain(secret);
            }
        }
    }
}
