package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeDelivery() {
        Sheet.write(
                folder,
                "good.csv",
                Sheet.row("stadsdeel", "Laak", "wijk", "WK051838", "periode", "2026KW02"),
                Sheet.row("stadsdeel", "Escamp", "wijk", "WK051833", "periode", "2026KW02"));
    }

    private Run run(String line) {
        return Run.of(Arrays.stream(line.split(" "))
                .map(word -> word.replace("GOOD", folder.resolve("good.csv").toString())
                        .replace("DIR", folder.toString()))
                .toArray());
    }

    @Test
    void report_comparison_isAPageOrJsonWithItsPurpose() {
        run("report GOOD --kind comparison --internal overleg -o DIR/verslag.html")
                .exits(0);
        assertThat(Sheet.read(folder.resolve("verslag.html")))
                .startsWith("<!DOCTYPE html>")
                .contains("Alleen voor intern gebruik: overleg.", "Laak", "role=\"img\"");
        run("report GOOD --kind comparison --internal overleg --level wijk -o DIR/verslag.json")
                .exits(0);
        assertThat(Sheet.read(folder.resolve("verslag.json"))).contains("\"purpose\" : \"overleg\"");
    }

    @Test
    void report_ownTextWithPersonalData_isRefused() throws IOException {
        Files.writeString(folder.resolve("brief.md"), "# Brief\n\nVragen? Bel 06-12345678.\n");
        assertThat(run("report GOOD --kind progress --text DIR/brief.md -o DIR/verslag.html")
                        .exits(1)
                        .err())
                .contains(
                        "brief.md staat op regel 3 iets dat bij een persoon hoort. Haal het weg: Vragen? Bel [TELEFOON].");
        assertThat(folder.resolve("verslag.html")).doesNotExist();
    }

    /** The plan decides what is public: an option without effect is refused, not ignored. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "comparison --where leeftijdsgroep=67+ | --where hoort bij: --internal.",
                "progress --where leeftijdsgroep=67+ --confidence 0.9 | --confidence, --where hoort bij: --internal.",
                "comparison --periode 2026 | --periode hoort bij: --internal.",
                "comparison --level wijk | --level hoort bij: --internal.",
                "mirror --organisatie 91000011 --missing refuse | --missing hoort bij: --internal.",
                "progress --periode 2026KW02 | Van 2026KW02 staan er volgens het plan denhaag-jaarpublicatie@2026.1 geen cijfers",
            })
    void report_publicWithAnOptionWithoutEffect_isRefused(String options, String says) {
        assertThat(run("report GOOD --kind " + options + " -o DIR/verslag.html")
                        .exits(2)
                        .err())
                .contains(says);
        assertThat(folder.resolve("verslag.html")).doesNotExist();
    }

    /** Period codes are for programs, so readers see words; if several areas have the highest figure, all are named. */
    @Test
    void report_internal_namesPeriodsInWordsAndEqualAreasTogether() {
        run("report GOOD --kind progress --internal overleg -o DIR/verslag.html")
                .exits(0);
        assertThat(Sheet.read(folder.resolve("verslag.html")).replaceAll("<[^>]*>", ""))
                .contains("Geleverd voor 2026: 2 van de 8 stadsdelen van Den Haag.", "Escamp en Laak: 0");
    }

    /**
     * Rounded rates are often equal: 90 visits for 47,305, 106,261 and 128,967 inhabitants are 2, 1 and 1 per 1,000.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Laak,Centrum,Escamp | Bezoeken per 1.000 inwoners: het meest in Laak (2), het minst in Centrum en Escamp (1).",
                "Centrum,Escamp | Bezoeken per 1.000 inwoners: in alle gebieden met een cijfer 1.",
                "Laak | Dat is niet te zeggen: er zijn te weinig openbare cijfers per 1.000 inwoners.",
            })
    void report_publicProgress_namesAllAreasWithTheHighestAndTheLowestFigure(String districts, String says) {
        Map<String, String> wijken = Map.of("Laak", "WK051838", "Centrum", "WK051829", "Escamp", "WK051833");
        Sheet.write(
                folder,
                "good.csv",
                Arrays.stream(districts.split(","))
                        .map(district -> Sheet.row(
                                "stadsdeel",
                                district,
                                "wijk",
                                wijken.getOrDefault(district, ""),
                                "periode",
                                "2026KW02",
                                "bezoeken",
                                "90",
                                "unieke_deelnemers",
                                "60"))
                        .toArray(String[]::new));
        run("report GOOD --kind progress -o DIR/verslag.html").exits(0);
        assertThat(Sheet.read(folder.resolve("verslag.html")).replaceAll("<[^>]*>", ""))
                .contains("Waar zijn de meeste bezoeken? " + says);
    }

    /** The figures of a year cover only the quarters that were delivered, and the page and the statement say so. */
    @ParameterizedTest
    @ValueSource(strings = {"comparison", "progress"})
    void report_publicWithoutSomeQuarters_namesThem(String kind) {
        String absent = "Hierover is niets geleverd: 1e kwartaal 2026, 3e kwartaal 2026, 4e kwartaal 2026.";
        run("report GOOD --kind " + kind + " -o DIR/verslag.html").exits(0);
        assertThat(Sheet.read(folder.resolve("verslag.html")).replaceAll("<[^>]*>", ""))
                .contains(absent);
        run("protect GOOD -o DIR/openbaar").exits(0);
        assertThat(Sheet.read(folder.resolve("openbaar/bescherming.html"))).contains(absent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"comparison", "progress"})
    void report_withoutPurpose_isPublicAndHasNoSmallCount(String kind) {
        run("report GOOD --kind " + kind + " -o DIR/verslag.html").exits(0);
        assertThat(Sheet.read(folder.resolve("verslag.html")))
                .startsWith("<!DOCTYPE html>")
                .contains("Openbaar.", "data-cell=\"unieke_deelnemers/SD0518-LAAK/2026JJ00\"")
                .doesNotContain("intern gebruik");
        run("report GOOD --kind " + kind + " -o DIR/verslag.json").exits(0);
        assertThat(Sheet.read(folder.resolve("verslag.json"))).contains("\"use\" : \"public\"");
    }

    @ParameterizedTest
    @CsvSource({
        "comparison --internal overleg, .xlsx",
        "comparison --internal overleg, .odt",
        "comparison, .xlsx",
        "comparison, .odt",
        "progress --internal raad, .xlsx",
        "progress --internal raad, .odt",
        "progress, .xlsx"
    })
    void report_forOffice_isAPackage(String kind, String ending) throws IOException {
        run("report GOOD --kind " + kind + " -o DIR/verslag" + ending).exits(0);
        assertThat(start("verslag" + ending)).isEqualTo("PK");
    }

    private String start(String file) throws IOException {
        byte[] start = Arrays.copyOf(Files.readAllBytes(folder.resolve(file)), 2);
        return new String(start, StandardCharsets.US_ASCII);
    }

    @Test
    void report_mirror_showsOwnFiguresNextToWhatIsPublic() throws IOException {
        String[] organisations = {"91000011", "91000029", "91000037", "91000045"};
        String[] rows = Arrays.stream(organisations)
                .map(one -> Sheet.row("organisatie", one, "bezoeken", "4" + one.substring(7)))
                .toArray(String[]::new);
        for (int i = 0; i < rows.length; i++) {
            Sheet.write(folder, "van-" + organisations[i] + ".csv", rows[i]);
        }
        String line = "report DIR/van-91000011.csv DIR/van-91000029.csv DIR/van-91000037.csv DIR/van-91000045.csv"
                + " --kind mirror --organisatie 91000011 -o DIR/spiegel";
        run(line + ".html").exits(0);
        assertThat(Sheet.read(folder.resolve("spiegel.html")))
                .contains("Spiegel van 91000011, 2026", "Alleen voor organisatie 91000011.")
                // own, and 41 + 49 + 47 + 45 = 182 as published less its own
                .contains("data-cell=\"bezoeken:91000011/SD0518-CENTRUM/2026JJ00\">41<")
                .doesNotContain("91000029", "91000037", "91000045");
        run(line + ".json").exits(0);
        assertThat(Sheet.read(folder.resolve("spiegel.json"))).contains("\"kind\" : \"mirror\"");
        run(line + ".xlsx").exits(0);
        run(line + ".odt").exits(0);
        assertThat(start("spiegel.xlsx") + start("spiegel.odt")).isEqualTo("PKPK");
    }

    @Test
    void report_progress_isALetterOfTheLastYear() {
        run("report GOOD --kind progress --internal raad -o DIR/verslag.html").exits(0);
        assertThat(Sheet.read(folder.resolve("verslag.html")))
                .contains("Voortgang van het welzijnswerk, 2026", "Alleen voor intern gebruik: raad.")
                .contains("data-cell=\"unieke_deelnemers/stad/2026JJ00\"")
                .contains("1083", "853", "Ambitie 3");
    }

    private static String text(String html) {
        return html.substring(html.indexOf("<body>")).replaceAll("<[^>]*>", "").replace("&nbsp;", " ");
    }

    /** Two organisations, the second without the second quarter. */
    private void writeTwo() {
        Sheet.write(
                folder,
                "good.csv",
                Sheet.row("periode", "2026KW01"),
                Sheet.row("periode", "2026KW02"),
                Sheet.row("organisatie", "91000029", "periode", "2026KW01"));
    }

    private String letter(String more) {
        run("report GOOD --kind progress --internal raad --periode 2026 --force -o DIR/brief.html " + more)
                .exits(0);
        return Sheet.read(folder.resolve("brief.html"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // the second quarter is not over, nor are the third and fourth
                "2026-06-30 | ontbreekt niets dat op 30 juni 2026 binnen moest zijn",
                "2026-07-01 | 1 van de 8 stadsdelen kwam niet alles binnen: Centrum (3 van de 4 verwachte leveringen)",
                "2027-01-01 | 1 van de 8 stadsdelen kwam niet alles binnen: Centrum (3 van de 8 verwachte leveringen)"
            })
    void report_progress_deliveriesThatAreNotDueAreNotMissing(String day, String sentence) {
        writeTwo();
        assertThat(text(letter("--date " + day))).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-08-29 | ontbreekt niets dat op 29 augustus 2026 binnen moest zijn",
                "2026-08-30 | Centrum (3 van de 4 verwachte leveringen)"
            })
    void report_progress_agreedDeadlinesDecideWhatIsMissing(String day, String sentence) throws IOException {
        writeTwo();
        Files.writeString(folder.resolve("afspraken.json"), """
                {"id": "proef", "version": "2026.1", "title": {"nl": "Proef", "en": "Trial"}, "status": "reconstruction",
                 "agreements": [
                   {"organisation": "91000011", "areas": ["Centrum"], "validFrom": "2026KW01", "dueAfterDays": 60},
                   {"organisation": "91000029", "areas": ["Centrum"], "validFrom": "2026KW01", "dueAfterDays": 60}]}
                """);
        assertThat(text(letter("--context DIR/afspraken.json --date " + day))).contains(sentence);
    }

    @Test
    void report_progressWithATextThatNoLongerHolds_isOneAndWritesNothing() throws IOException {
        Files.writeString(
                folder.resolve("brief.md"), "# Brief\n\nEr waren {{cel: indicator=bezoeken; waarde=1}} bezoeken.\n");
        run("report GOOD --kind progress --internal raad --text DIR/brief.md -o DIR/verslag.html")
                .exits(1);
        assertThat(folder.resolve("verslag.html")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report GOOD --kind comparison --internal  -o DIR/verslag.html",
                "report GOOD --kind comparison --internal overleg",
                "report GOOD --kind comparison --internal overleg --plan DIR/good.csv -o DIR/verslag.html",
                "report GOOD --kind comparison --text DIR/good.csv -o DIR/verslag.html",
                "report GOOD --kind comparison --internal overleg -o DIR/verslag",
                "report GOOD --kind mirror -o DIR/verslag.html",
                "report GOOD --kind mirror --organisatie 91000011 --internal overleg -o DIR/verslag.html",
                "report GOOD --kind mirror --organisatie 90000001 -o DIR/verslag.html",
                "report GOOD --internal overleg -o DIR/verslag.html"
            })
    void report_withoutPurposeOrFileOrKind_isTwoAndWritesNothing(String line) {
        run(line).exits(2).saysOneLine();
        assertThat(folder.toFile().list()).containsExactly("good.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aggregate GOOD --by stadsdeel",
                "compare GOOD --level stadsdeel",
                "compare GOOD --level stadsdeel --export signals"
            })
    void table_asPageOrWorkbook_isWritten(String line) throws IOException {
        run(line + " -o DIR/uit.html").exits(0);
        assertThat(Sheet.read(folder.resolve("uit.html")))
                .startsWith("<!DOCTYPE html>")
                .contains("<table");
        run(line + " -o DIR/uit.xlsx").exits(0);
        assertThat(start("uit.xlsx")).isEqualTo("PK");
    }
}
