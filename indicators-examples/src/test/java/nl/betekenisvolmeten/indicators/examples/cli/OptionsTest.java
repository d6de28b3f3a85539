package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.finding.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Options mean the same with every command, and one that would do nothing is wrong usage. */
class OptionsTest {

    private static final String FORMAT = "telformat-gebiedsgericht";

    @TempDir
    private Path folder;

    private Path good;

    @BeforeEach
    void writeDelivery() {
        good = Sheet.write(folder, "good.csv", Sheet.row());
    }

    private Run run(String line) {
        return Run.of(Arrays.stream(line.split(" "))
                .map(part -> part.replace("GOOD", good.toString()).replace("DIR", folder.toString()))
                .toArray());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aggregate GOOD --by jaar -o DIR/tot.ods",
                "aggregate GOOD --by jaar -o DIR/tot.sdmx",
                "aggregate GOOD --by jaar --json -o DIR/tot.csv",
                "compare GOOD --level wijk -o DIR/uit.txt",
                "compare GOOD --level wijk --export tidy -o DIR/tidy.json",
                "compare GOOD --level wijk --export signals -o DIR/signals.ods",
                "compare GOOD --level wijk --export plots -o DIR/plots.csv",
                "compare GOOD --level wijk --export tidy --json"
            })
    void run_fileCalledOtherwiseThanItsContent_isTwo(String line) {
        run(line).exits(2).saysOneLine();
        assertThat(folder.toFile().list()).containsExactly("good.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compare GOOD --level wijk --trend-break 2026KW01",
                "compare GOOD --level wijk --export tidy --trend-break 2026KW01",
                "compare GOOD --level wijk --seed 3",
                "compare GOOD --level wijk --ranks pairwise --seed 3",
                "formats telformat-gebiedsgericht --json --descriptor csvw",
                "formats telformat-gebiedsgericht --json --conformance-kit DIR/kit.zip",
                "formats telformat-gebiedsgericht --descriptor csvw --conformance-kit DIR/kit.zip",
                "formats --conformance-kit DIR/kit.zip -o DIR/x.zip",
                "formats --json --report text",
                "validate GOOD --json --report html",
                "validate GOOD GOOD --previous GOOD",
                "burden telformat-gebiedsgericht --rows 9223372036854775807"
            })
    void run_optionThatWouldDoNothing_isTwo(String line) {
        run(line).exits(2).saysOneLine();
        assertThat(folder.toFile().list()).containsExactly("good.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "formats FORMAT",
                "template FORMAT -o DIR/form.csv",
                "burden FORMAT --with FORMAT",
                "validate GOOD --format FORMAT",
                "convert GOOD -o DIR/new.csv --to FORMAT",
                "diff FORMAT FORMAT@2025.2"
            })
    void run_formatWithoutVersion_isTheLatest(String line) {
        run(line.replace("FORMAT", FORMAT)).exits(0);
        assertThat(run(line.replace("FORMAT", "foo") + (line.contains("-o") ? " --force" : ""))
                        .exits(2)
                        .saysOneLine()
                        .err())
                .contains("foo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "formats telformat-gebiedsgericht",
                "burden telformat-gebiedsgericht",
                "validate GOOD",
                "diff telformat-gebiedsgericht@2025.2 telformat-gebiedsgericht@2026.1",
                "explain GOOD --cell measure=bezoeken"
            })
    void run_json_isShortForReportJson(String line) {
        String json = run(line + " --json").exits(0).out();
        assertThat(json).isEqualTo(run(line + " --report json").exits(0).out());
        assertThat(Json.object(Json.read(json))).isNotEmpty();
        assertThat(run(line + " --report text").exits(0).out())
                .isEqualTo(run(line).exits(0).out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aggregate GOOD --by jaar",
                "compare GOOD --level wijk",
                "compare GOOD --level wijk --export signals"
            })
    void run_tableAsJson_alsoGoesToTheScreen(String line) {
        String json = run(line + " --json").exits(0).out();
        run(line + " -o DIR/t.json").exits(0);
        assertThat(json).isEqualTo(Sheet.read(folder.resolve("t.json")));
        assertThat(Json.read(json)).isInstanceOfAny(List.class, Map.class);
    }

    @Test
    void run_periodAndOutput_haveBothNamesEverywhere() {
        String periode =
                run("compare GOOD --level wijk --periode 2026KW01").exits(0).out();
        assertThat(run("compare GOOD --level wijk --period 2026KW01").exits(0).out())
                .isEqualTo(periode);
        run("template telformat-gebiedsgericht --period 2026KW01 --output DIR/form.csv")
                .exits(0);
        run("demo --output DIR/demo").exits(0);
    }

    /** What is worth a test is the option names: each command with one has the other too. */
    @Test
    void options_shortAndLong_goTogether() {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        CommandLine root = IndicatorsCommand.commandLine(new Terminal(new Texts(Language.EN), nowhere, nowhere));
        root.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().options().forEach(option -> {
                    List<String> names = List.of(option.names());
                    assertThat(names.contains("-o")).as("%s", names).isEqualTo(names.contains("--output"));
                    assertThat(option.splitRegex())
                            .as("%s: else the help shows a pattern", names)
                            .isIn("", ",");
                    assertThat(names.contains("--periode")).as("%s", names).isEqualTo(names.contains("--period"));
                }));
    }

    @Test
    void burden_filesWithErrors_areToldAndOne() {
        Path wrong = Sheet.write(folder, "wrong.csv", Sheet.row(), Sheet.row("bezoeken", "veel"));
        assertThat(Run.of("burden", FORMAT, wrong).exits(1).err()).contains("wrong.csv");
        Path other = Sheet.writeText(folder, "other.csv", "naam;plaats\nx;y\n");
        Run run = Run.of("burden", FORMAT, other).exits(1);
        assertThat(run.err()).contains("other.csv");
        assertThat(run.out()).contains("doelgroep");
    }

    @Test
    void population_withErrors_isToldWholeAndOne() {
        Path population = Sheet.writeText(folder, "inwoners.csv", "area;inwoners\nAtlantis;10\nCentrum;veel\n");
        for (String command : List.of("compare GOOD --level stadsdeel", "aggregate GOOD --by jaar")) {
            Run run = run(command + " --population " + population).exits(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("Atlantis", "veel", "(2", "(3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stadsdeel, jaar", "jaar, periode"})
    void aggregate_blankAfterAComma_isNoPartOfTheName(String by) {
        Path spaced = folder.resolve("a.sdmx.csv");
        Path plain = folder.resolve("b.sdmx.csv");
        Run.of("aggregate", good, "--by", by, "-o", spaced).exits(0);
        Run.of("aggregate", good, "--by", by.replace(" ", ""), "-o", plain).exits(0);
        assertThat(Sheet.read(spaced)).isEqualTo(Sheet.read(plain)).containsOnlyOnce("TIME_PERIOD");
    }
}
