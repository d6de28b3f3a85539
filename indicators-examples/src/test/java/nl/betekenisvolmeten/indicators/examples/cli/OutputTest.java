package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is lost by a result: where it goes and what it is are settled before any work is done. */
class OutputTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() {
        Sheet.write(folder, "good.csv", Sheet.row());
        Sheet.writeText(
                folder,
                "records.csv",
                "datum;activiteit;activiteitsoort;wijk;doelgroep;deelnemer;geboortejaar;rol;uren;doorverwezen\n"
                        + "2026-01-06;Taalcafé;TAAL;WK051829;ALLEN;d1;1990;DEELNEMER;;nee\n");
        Sheet.writeText(folder, "facts.csv", "gebied;kenmerk;waarde\nCentrum;laag inkomen;5\nLaak;laag inkomen;9\n");
        Sheet.writeText(folder, "weights.csv", "kenmerk;gewicht;richting\nlaag inkomen;1;HOOG\n");
        Sheet.writeText(
                folder,
                "stated.csv",
                "indicator;gebied;periode;waarde;waarde_tot;stand;bron\nvitaliteitsdagen;GM0518;2026JJ00;1;;;x\n");
    }

    /** A word in capitals is a file of the folder. */
    private Run run(String line) {
        return Run.of(Arrays.stream(line.split(" "))
                .map(word -> word.startsWith("@") ? folder.resolve(word.substring(1)) : word)
                .toArray());
    }

    static Stream<String> commands() {
        return Stream.of(
                "aggregate @good.csv --by jaar -o @out.csv",
                "compare @good.csv --level wijk -o @out.json",
                "compare @good.csv --level wijk --export tidy -o @out.csv",
                "compare @good.csv --level wijk --export package -o @out.zip",
                "targets --realisations @stated.csv -o @out.csv",
                "need --characteristics @facts.csv --weights @weights.csv -o @out.csv",
                "formats -o @out.json",
                "formats telformat-gebiedsgericht --descriptor csvw -o @out.json",
                "formats telformat-gebiedsgericht --conformance-kit @out.zip",
                "burden telformat-gebiedsgericht -o @out.txt",
                "diff telformat-gebiedsgericht@2025.2 telformat-gebiedsgericht@2026.1 -o @out.txt",
                "explain @good.csv --cell measure=bezoeken -o @out.txt",
                "validate @good.csv -o @out.html",
                "validate @good.csv --explain-template @out.json",
                "convert @good.csv -o @out.xlsx",
                "count @records.csv --organisatie 91000011 -o @out.csv",
                "template telformat-gebiedsgericht -o @out.xlsx");
    }

    /** A full disk is reported as such, even if the result is a folder. */
    @Test
    void unwritable_fullDisk_isNotBlamedOnTheFolder() {
        FileSystemException cause = new FileSystemException(folder.toString(), null, "No space left on device");
        assertThat(CommandException.unwritable(folder, cause, new Texts(Language.NL)))
                .hasMessageContaining("de schijf is vol");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void run_fileThatIsThere_staysUnlessForced(String line) {
        String name = line.replaceAll(".*@(out\\.\\w+).*", "$1");
        Path there = Sheet.writeText(folder, name, "what was there");
        assertThat(run(line).exits(2).saysOneLine().err()).contains(there.toString(), "--force");
        assertThat(Sheet.read(there)).isEqualTo("what was there");
        run(line + " --force").exits(0);
        assertThat(there.toFile()).isNotEmpty();
        assertThat(there.toFile().length()).isNotEqualTo("what was there".length());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void run_newFolder_isMadeAndSaidAndItsFolderMustBeThere(String line) {
        Path made = folder.resolve("new");
        Run run = run(line.replace("@out", "@new/out")).exits(0);
        assertThat(run.err().lines()).contains("Map gemaakt: " + made + ".");
        assertThat(made).isNotEmptyDirectory();
        Run none = run(line.replace("@out", "@no/such/out")).exits(3).saysOneLine();
        assertThat(none.err()).contains(folder.resolve("no/such").toString());
        assertThat(folder.resolve("no")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aggregate @good.csv --by jaar -o @out.pdf | .csv, .html, .json, .xlsx",
                "compare @good.csv --level wijk -o @out.docx | .csv, .html, .json, .xlsx",
                "targets --realisations @stated.csv -o @out.ods | .csv, .html, .json, .xlsx",
                "need --characteristics @facts.csv --weights @weights.csv -o @out.xls | .csv, .html, .json, .xlsx",
                "formats -o @out.csv | .json, .txt",
                "burden telformat-gebiedsgericht -o @out.pdf | .json, .txt",
                "explain @good.csv --cell measure=bezoeken -o @out.csv | .json, .txt",
                "validate @good.csv -o @out.docx | .txt, .html",
                "formats telformat-gebiedsgericht --conformance-kit @out.rar | .zip"
            })
    void run_unknownEnding_isRefusedWithThoseThatExist(String line, String endings) {
        Run run = run(line).exits(2).saysOneLine();
        assertThat(run.err()).contains(endings.split(", ")).contains("out.");
        assertThat(folder.toFile().list()).noneMatch(name -> name.startsWith("out"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aggregate @good.csv --by jaar --json -o @out.csv",
                "aggregate @good.csv --by jaar --report csv -o @out.json",
                "aggregate @good.csv --by jaar --report text -o @out.csv",
                "formats --report text -o @out.json",
                "burden telformat-gebiedsgericht --json -o @out.txt",
                "validate @good.csv --report html -o @out.json",
                "validate @good.csv --json -o @out.txt",
                "validate @good.csv --report html,json -o @out.html"
            })
    void run_endingThatContradictsTheReport_isRefused(String line) {
        run(line).exits(2).saysOneLine();
        assertThat(folder.toFile().list()).noneMatch(name -> name.startsWith("out"));
    }

    @ParameterizedTest
    @CsvSource({"out.html, <!DOCTYPE html>", "out.json, {", "out.sarif, {", "out.xml, <?xml", "out.txt, good.csv"})
    void validate_ending_saysWhatTheReportIs(String name, String start) {
        Path out = folder.resolve(name);
        run("validate @good.csv -o @" + name).exits(0);
        assertThat(Sheet.read(out)).startsWith(start);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "validate @good.csv --report html,json -o @reports",
                "compare @good.csv --level wijk --export package -o @reports"
            })
    void run_filesOfOursInAFolder_areReplacedOnlyWhenForced(String line) throws IOException {
        Path reports = Files.createDirectory(folder.resolve("reports"));
        run(line).exits(0);
        String[] made = reports.toFile().list();
        Path own = Sheet.writeText(reports, "own.txt", "mine");
        assertThat(run(line).exits(2).saysOneLine().err()).contains(reports + "/", "--force");
        run(line + " --force").exits(0);
        assertThat(reports.toFile().list()).contains(made).hasSize(made.length + 1);
        assertThat(Sheet.read(own)).isEqualTo("mine");
    }

    @Test
    void run_nameWithoutEnding_isTheFirstKindOrWhatIsAskedFor() {
        run("aggregate @good.csv --by jaar -o @out").exits(0);
        assertThat(Sheet.read(folder.resolve("out"))).startsWith("jaar;");
        run("aggregate @good.csv --by jaar --json -o @out --force").exits(0);
        assertThat(Sheet.read(folder.resolve("out"))).startsWith("[");
    }

    @Test
    void run_dashAsOutput_isRefused() {
        assertThat(run("aggregate @good.csv --by jaar -o -")
                        .exits(2)
                        .saysOneLine()
                        .err())
                .contains("-o");
        assertThat(Path.of("-")).doesNotExist();
    }

    @Test
    void run_forcedOverAnInput_isRefused() {
        for (String line : new String[] {
            "aggregate @good.csv --by jaar --force -o @good.csv",
            "validate @good.csv --force --explain-template @good.csv",
            "diff @good.csv @records.csv --force -o @records.csv",
            "need --characteristics @facts.csv --weights @weights.csv --force -o @weights.csv"
        }) {
            run(line).exits(2).saysOneLine();
        }
        assertThat(Sheet.read(folder.resolve("good.csv"))).startsWith("organisatie;");
        assertThat(Sheet.read(folder.resolve("weights.csv"))).startsWith("kenmerk;");
    }
}
