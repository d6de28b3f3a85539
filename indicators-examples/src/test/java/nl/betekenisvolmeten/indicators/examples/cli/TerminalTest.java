package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person gets a table to read, another program CSV; standard input is a file called {@code -}. */
class TerminalTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() {
        Sheet.write(folder, "good.csv", Sheet.row(), Sheet.row("wijk", "WK051828", "leeftijdsgroep", "67+"));
        Sheet.writeText(folder, "facts.csv", "gebied;kenmerk;waarde\nCentrum;laag inkomen;5\nLaak;laag inkomen;9\n");
        Sheet.writeText(folder, "weights.csv", "kenmerk;gewicht;richting\nlaag inkomen;1;HOOG\n");
        Sheet.writeText(
                folder,
                "stated.csv",
                "indicator;gebied;periode;waarde;waarde_tot;stand;bron\nlocaties-haags-ontmoeten;GM0518;2026JJ00;64;;;x\n");
    }

    private Object[] words(String line) {
        return Arrays.stream(line.split(" "))
                .map(word -> word.startsWith("@") ? folder.resolve(word.substring(1)) : word)
                .toArray();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aggregate @good.csv --by stadsdeel,wijk,activiteit | stadsdeel;wijk | unieke_deelnemers",
                "compare @good.csv --level stadsdeel | area_code; | Bezoeken per 1.000 inwoners (naar plaats van activiteit), 1e kwartaal 2026",
                "compare @good.csv --level wijk --export signals | area_code; | Gebied",
                "targets --realisations @stated.csv --periode 2026 | kind; | Locaties van Haags",
                "need @good.csv --characteristics @facts.csv --weights @weights.csv | area_code; | gewicht 1",
            })
    void run_table_isReadableForAPersonAndCsvForAProgram(String line, String csv, String words) {
        assertThat(Run.of(words(line)).exits(0).out()).startsWith(csv);
        Run person = Run.atTerminal(words(line)).exits(0);
        assertThat(person.out()).contains(words).doesNotContain(csv);
        assertThat(person.lines()).allSatisfy(text -> assertThat(text).hasSizeLessThanOrEqualTo(ScreenTable.WIDTH));
        assertThat(Run.atTerminal(words(line + " --report csv")).exits(0).out()).startsWith(csv);
        assertThat(Json.read(Run.atTerminal(words(line + " --json")).exits(0).out()))
                .isNotNull();
        assertThat(Run.of(words(line + " --report text")).exits(0).out()).doesNotContain(csv);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo -o @demo",
                "formats",
                "formats verantwoording",
                "formats telformat-gebiedsgericht",
                "burden telformat-gebiedsgericht --rows 250",
            })
    void run_page_fitsTheScreen(String line) {
        assertThat(Run.atTerminal(words(line)).exits(0).lines())
                .filteredOn(text -> text.startsWith("  "))
                .hasSizeGreaterThan(5)
                .allSatisfy(text -> assertThat(text).hasSizeLessThanOrEqualTo(ScreenTable.WIDTH));
    }

    @Test
    void aggregate_figures_areRightAlignedWithTheirBounds() {
        Run run = Run.atTerminal(words("aggregate @good.csv --by wijk --measure bezoeken,unieke_deelnemers"))
                .exits(0);
        assertThat(run.lines())
                .containsExactly(
                        "  wijk      bezoeken  unieke_deelnemers",
                        "  WK051822        40                 12",
                        "  WK051828        40                 12");
        Sheet.write(
                folder,
                "two.csv",
                Sheet.row(),
                Sheet.row("activiteit", "Koor", "unieke_deelnemers", "1200", "bezoeken", "9000"));
        assertThat(Run.atTerminal(words("aggregate @two.csv --by jaar --measure bezoeken,unieke_deelnemers"))
                        .exits(0)
                        .lines())
                .containsExactly(
                        "  jaar      bezoeken  unieke_deelnemers  geleverd",
                        "  2026JJ00     9.040      1.200 – 1.212       1/4");
    }

    @Test
    void compare_verdicts_areInWords() {
        Run run = Run.atTerminal(words(
                        "compare @good.csv --level stadsdeel --indicator bezoeken-per-bijeenkomst --periode 2026KW01"))
                .exits(0);
        assertThat(run.lines()).anyMatch(line -> line.matches("  Centrum +4,0.* +ongeveer gelijk|  Centrum +4.*"));
        assertThat(run.out()).contains("Gebied", "Waarde", "Oordeel").doesNotContain("not_decided");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "validate -",
                "aggregate - --by jaar",
                "compare - --level stadsdeel",
                "explain - --cell measure=bezoeken"
            })
    void run_dash_readsStandardInput(String line) {
        String delivery = Sheet.read(folder.resolve("good.csv"));
        Run run = Run.withInput(delivery, words(line)).exits(0);
        Run file = Run.of(words(line.replace("-", "@good.csv").replace("@good.csv@good.csv", "--")))
                .exits(0);
        assertThat(run.out().replace("standaardinvoer", "good.csv")).isEqualTo(file.out());
    }

    @Test
    void run_dashForAForm_readsStandardInput() {
        String weights = Sheet.read(folder.resolve("weights.csv"));
        Run run = Run.withInput(weights, words("need --characteristics @facts.csv --weights -"))
                .exits(0);
        assertThat(run.out())
                .isEqualTo(Run.of(words("need --characteristics @facts.csv --weights @weights.csv"))
                        .exits(0)
                        .out());
    }

    @Test
    void run_emptyStandardInput_isAnErrorInTheData() {
        assertThat(Run.withInput("", "validate", "-").exits(1).out()).contains("standaardinvoer");
    }
}
