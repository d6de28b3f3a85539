package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong usage is 2, faulty surroundings 3: one line for people, nothing on standard output, no stack trace. */
class UsageTest {

    private static final String INDICATOR = "bezoeken-per-1000-inwoners";

    @TempDir
    private Path folder;

    private Path good;

    @BeforeEach
    void writeDelivery() {
        good = Sheet.write(folder, "good.csv", Sheet.row());
    }

    private Run run(String line) {
        List<Object> args = new ArrayList<>();
        Arrays.stream(line.split(" "))
                .map(part -> part.equals("GOOD") ? good : part)
                .forEach(args::add);
        return Run.of(args.toArray());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "foo | 'foo', demo, formats, validate, aggregate, compare",
                "--foo | --foo",
                "formats --lang fr | --lang, nl, en, 'fr'",
                "--lang fr formats | --lang, nl, en, 'fr'",
                "formats foo | foo, telformat-gebiedsgericht@2026.1",
                "formats telformat-gebiedsgericht@1999.1 | telformat-gebiedsgericht@2026.1",
                "formats telformat-gebiedsgericht twee | 'twee'",
                "validate | FILE, indicators validate --help",
                "validate GOOD --format foo@1 | foo@1, telformat-gebiedsgericht@2026.1",
                "validate GOOD --format telformat-gebiedsgericht@9 | telformat-gebiedsgericht@2026.1",
                "validate GOOD --leniency soepel | STRICT, STANDARD, LENIENT, 'soepel'",
                "validate GOOD --report pdf | text, json, html, sarif, junit, 'pdf'",
                "validate GOOD --report text,pdf | text, json, html, sarif, junit, 'pdf'",
                "validate GOOD --audience iedereen | filler, it, clerk, 'iedereen'",
                "validate GOOD --max-findings -1 | --max-findings, -1",
                "validate GOOD --max-findings veel | --max-findings, 'veel'",
                "validate GOOD --report text --report json | --report",
                "aggregate GOOD | --by",
                "aggregate --by jaar | FILE",
                "aggregate GOOD --by foo | 'foo', stadsdeel, periode, halfjaar, jaar, stad",
                "aggregate GOOD --by jaar,bezoeken | 'bezoeken', stadsdeel",
                "aggregate GOOD --by jaar --measure foo | 'foo', bijeenkomsten, unieke_deelnemers",
                "aggregate GOOD --by jaar --measure stadsdeel | 'stadsdeel', bijeenkomsten",
                "compare GOOD | --level",
                "compare GOOD --level buurt | 'buurt', stadsdeel, wijk",
                "compare GOOD --level wijk --indicator foo | 'foo', " + INDICATOR,
                "compare GOOD --level wijk --periode ooit | 'ooit', 2026KW01",
                "compare GOOD --level wijk --confidence 1 | 0.95",
                "compare GOOD --level wijk --confidence 0 | 0.95",
                "compare GOOD --level wijk --confidence NaN | 'NaN', 0.95",
                "compare GOOD --level wijk --confidence zeker | 'zeker', 0.95"
            },
            quoteCharacter = '"')
    void run_whatDoesNotExist_isTwoAndSaysWhatThereIs(String line, String expected) {
        Run run = run(line).exits(2).saysOneLine();
        for (String part : expected.split(", ")) {
            assertThat(run.err()).contains(part);
        }
        assertThat(run.err()).doesNotContain("null", "Exception");
    }

    static Stream<String> commands() {
        return Stream.of("validate", "aggregate --by jaar", "compare --level wijk");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void run_pathsThatCannotBeRead_areThree(String command) throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        for (Path path : List.of(empty, folder.resolve("absent.csv"), good.resolve("below.csv"))) {
            Run run = run(command + " " + path).exits(3).saysOneLine();
            assertThat(run.err()).contains(path.toString(), "--debug").doesNotContain("Exception", "\tat ");
            Run debug = run(command + " " + path + " --debug").exits(3);
            assertThat(debug.err()).contains(path.toString(), "CommandException", "\tat ");
            assertThat(debug.out()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void run_outputThatCannotBeWritten_isThree(String command) {
        // validate puts its report into a folder
        Path taken = command.equals("validate") ? good.resolve("verslag.txt") : folder;
        String ending = command.equals("validate") ? ".txt" : ".csv";
        for (Path path : List.of(taken, good.resolve("below" + ending), folder.resolve("no/such/result" + ending))) {
            Run run = run(command + " GOOD -o " + path).exits(3);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines().filter(line -> line.contains(path.toString())))
                    .hasSize(1);
            assertThat(run.err()).doesNotContain("Exception", "\tat ");
            assertThat(run("--debug " + command + " GOOD -o " + path).exits(3).err())
                    .contains("\tat ");
        }
        assertThat(good).isRegularFile();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void run_outputIsAnInput_isRefusedAndTheInputStays(String command) {
        String before = Sheet.read(good);
        for (String force : List.of("", " --force")) {
            assertThat(run(command + " GOOD -o " + good + force)
                            .exits(2)
                            .saysOneLine()
                            .err())
                    .contains(good.toString());
        }
        assertThat(Sheet.read(good)).isEqualTo(before);
    }

    @Test
    void run_outputIsThePopulation_isRefused() {
        Path population = Sheet.writeText(folder, "inwoners.csv", "area;inwoners\nCentrum;100\n");
        for (String command : List.of("compare GOOD --level stadsdeel", "aggregate GOOD --by jaar")) {
            run(command + " --population " + population + " --force -o " + population)
                    .exits(2)
                    .saysOneLine();
        }
        assertThat(Sheet.read(population)).startsWith("area;inwoners");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void run_fileOfNoKnownFormat_isOne(String command) {
        Path other = Sheet.writeText(folder, "other.csv", "naam;plaats\nx;y\n");
        Path empty = Sheet.writeText(folder, "empty.csv", "");
        for (Path path : List.of(other, empty)) {
            Run run = run(command + " " + path).exits(1);
            assertThat(run.err()).doesNotContain("Exception");
            if (!command.equals("validate")) {
                assertThat(run.out()).isEmpty();
                assertThat(run.err()).contains(path.getFileName().toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"aggregate --by jaar", "compare --level wijk"})
    void run_theSameDeliveryTwice_isRefused(String command) throws Exception {
        Path copy = Files.copy(good, folder.resolve("copy.csv"));
        assertThat(run(command + " GOOD " + copy).exits(2).saysOneLine().err()).contains("good.csv", "copy.csv");
        run(command + " GOOD GOOD").exits(2);
    }

    @Test
    void run_standardOutputThatFails_isThree() {
        Writer full = new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws java.io.IOException {
                throw new java.io.IOException("no space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        for (List<String> args : List.of(
                List.of("formats"),
                List.of("formats", "--json"),
                List.of("validate", good.toString()),
                List.of("aggregate", good.toString(), "--by", "jaar"),
                List.of("--help"))) {
            StringWriter err = new StringWriter();
            int exit = IndicatorsCommand.run(
                    new Terminal(new Texts(Language.NL), new PrintWriter(full), new PrintWriter(err, true)),
                    args.toArray(String[]::new));
            assertThat(exit).as(args.toString()).isEqualTo(3);
            assertThat(err.toString()).contains("schijf").doesNotContain("Exception");
        }
    }
}
