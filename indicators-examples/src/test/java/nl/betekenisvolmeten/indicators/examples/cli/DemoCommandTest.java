package nl.betekenisvolmeten.indicators.examples.cli;

import static nl.betekenisvolmeten.indicators.examples.cli.Sheet.cell;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.examples.sample.SampleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

    private static final List<String> STADSDELEN = List.of(
            "Centrum",
            "Escamp",
            "Haagse Hout",
            "Laak",
            "Leidschenveen-Ypenburg",
            "Loosduinen",
            "Scheveningen",
            "Segbroek");

    @TempDir
    private Path folder;

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> files.put(folder.relativize(file).toString(), text(file)));
        }
        return files;
    }

    /** A workbook byte by byte. */
    private static String text(Path file) {
        if (!file.toString().endsWith(".xlsx")) {
            return Sheet.read(file);
        }
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void demo_twice_givesTheSameBytesAndNothingElse() throws IOException {
        Path first = folder.resolve("a");
        Path second = folder.resolve("b");
        Run run = Run.of("demo", "-o", first).exits(0);
        assertThat(run.err().lines()).containsExactly("Map gemaakt: " + first + ".");
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            Run again = Run.of("demo", "-o", second).exits(0);
            assertThat(again.out().replace(second.toString(), "DIR"))
                    .isEqualTo(run.out().replace(first.toString(), "DIR"));
        } finally {
            Locale.setDefault(machine);
        }
        Map<String, String> files = files(first);
        assertThat(files(second)).isEqualTo(files);
        assertThat(files.keySet().stream().filter(name -> !name.startsWith("leveringen")))
                .containsExactly(
                        "bevindingen.json",
                        "openbaar/bescherming.html",
                        "openbaar/stadsdeel-jaar.csv",
                        "openbaar/stadsdeel-jaar.json",
                        "openbaar/stadsdeel-jaar.sdmx.csv",
                        "openbaar/stadsdeel-jaar.xlsx",
                        "openbaar/stadsdeel-leeftijd-jaar.csv",
                        "openbaar/stadsdeel-leeftijd-jaar.json",
                        "openbaar/stadsdeel-leeftijd-jaar.sdmx.csv",
                        "openbaar/stadsdeel-leeftijd-jaar.xlsx",
                        "openbaar/wijk-jaar.csv",
                        "openbaar/wijk-jaar.json",
                        "openbaar/wijk-jaar.sdmx.csv",
                        "openbaar/wijk-jaar.xlsx",
                        "overzicht.html",
                        "totalen-jaar.csv",
                        "totalen-kwartaal.csv",
                        "vergelijking-stadsdelen.csv",
                        "vergelijking-stadsdelen.html",
                        "vergelijking-wijken.csv",
                        "voortgang.html");
        assertThat(files.keySet().stream().filter(name -> name.startsWith("leveringen")))
                .hasSize(SampleFiles.all().size() + 2);
        Run.of("demo", "-o", first).exits(0);
        assertThat(files(first)).isEqualTo(files);
    }

    @Test
    void demo_whatIsPublic_givesNothingAway() {
        Run.of("demo", "-o", folder).exits(0);
        Run.of("attack", folder.resolve("openbaar")).exits(0);
        assertThat(Sheet.read(folder.resolve("openbaar").resolve("stadsdeel-jaar.csv")))
                .contains("suppressed", "exact")
                .doesNotContain("_lower", "organisations", "coverage");
    }

    @Test
    void demo_totals_areTheIndependentSumsAndInTheTable() {
        Run run = Run.of("demo", "-o", folder).exits(0);
        List<Map<String, String>> deliveries = SampleFiles.all().stream()
                .flatMap(file ->
                        Sheet.rows(Sheet.read(folder.resolve("leveringen").resolve(file.name()))).stream())
                .toList();
        List<Map<String, String>> years = Sheet.rows(Sheet.read(folder.resolve("totalen-jaar.csv")));
        assertThat(years.stream().map(row -> cell(row, "stadsdeel"))).containsExactlyElementsOf(STADSDELEN);
        for (Map<String, String> year : years) {
            // with one organisation those who came for the first time this year are all persons
            boolean exact = !cell(year, "stadsdeel").equals("Centrum");
            BigDecimal more = exact ? BigDecimal.ZERO : inOwnTotalsOnly(deliveries, "bezoeken");
            assertThat(new BigDecimal(cell(year, "bezoeken")))
                    .isEqualByComparingTo(sum(deliveries, cell(year, "stadsdeel"), "2026", "bezoeken")
                            .add(more));
            for (String flow : List.of("vrijwilligersuren", "doorverwijzingen")) {
                assertThat(new BigDecimal(cell(year, flow)))
                        .isEqualByComparingTo(sum(deliveries, cell(year, "stadsdeel"), "2026", flow));
            }
            assertThat(year)
                    .containsEntry("bijeenkomsten_status", "between")
                    .containsEntry("unieke_deelnemers_status", exact ? "exact" : "between")
                    .containsEntry(
                            "unieke_deelnemers",
                            exact
                                    ? sum(deliveries, cell(year, "stadsdeel"), "2026", "eerste_keer_dit_jaar")
                                            .toPlainString()
                                    : "");
            String visits = String.format(Locale.GERMANY, "%,d", Long.parseLong(cell(year, "bezoeken")));
            assertThat(run.lines())
                    .filteredOn(line -> line.startsWith("  " + cell(year, "stadsdeel") + " "))
                    .first()
                    .asString()
                    .contains(" " + visits + " ", exact ? " " + cell(year, "unieke_deelnemers") + " " : " – ");
        }
        for (Map<String, String> quarter : Sheet.rows(Sheet.read(folder.resolve("totalen-kwartaal.csv")))) {
            assertThat(new BigDecimal(cell(quarter, "bezoeken")))
                    .isEqualByComparingTo(
                            sum(deliveries, cell(quarter, "stadsdeel"), cell(quarter, "periode"), "bezoeken"));
        }
        Map<String, String> centrum = years.get(0);
        assertThat(List.of(cell(centrum, "unieke_deelnemers_lower"), cell(centrum, "unieke_deelnemers_upper")))
                .containsExactly("742", "806");
        assertThat(run.out())
                .contains("25 verzonnen leveringen gecontroleerd: 1.612 rijen, waarvan 1.612 goed.", folder.toString());
    }

    /** What the organisation that counted its own half-year has in its totals, but not in its rows. */
    private BigDecimal inOwnTotalsOnly(List<Map<String, String>> deliveries, String column) {
        List<Map<String, String>> own = deliveries.stream()
                .filter(row -> cell(row, "organisatie").equals("91000029")
                        && cell(row, "periode").equals("2026KW01"))
                .toList();
        Map<String, String> total = Sheet.rows(Sheet.read(folder.resolve("leveringen")
                        .resolve(SampleFiles.totals().name())))
                .get(0);
        return new BigDecimal(cell(total, column)).subtract(sum(own, "Centrum", "2026", column));
    }

    /** What participants say is judged in each stadsdeel; how many ages are unknown is never. */
    @Test
    void demo_ends_withAJudgementOfWhatParticipantsSay() {
        Run run = Run.of("demo", "-o", folder).exits(0);
        for (String stadsdeel : STADSDELEN) {
            assertThat(run.lines())
                    .filteredOn(line -> line.startsWith("  " + stadsdeel + " "))
                    .last()
                    .asString()
                    .containsPattern("[0-9]+%  (beter|slechter|verschil kan toeval zijn)");
        }
        assertThat(run.out())
                .contains("In 2026 (tot en met september) kwamen 586 mensen naar een activiteit in Laak")
                .endsWith("Het overzicht van elk stadsdeel staat in " + folder.resolve("overzicht.html") + "."
                        + System.lineSeparator());
        assertThat(Sheet.rows(Sheet.read(folder.resolve("vergelijking-stadsdelen.csv"))))
                .noneMatch(row -> cell(row, "indicator").contains("onbekend"));
    }

    private static BigDecimal sum(List<Map<String, String>> rows, String stadsdeel, String period, String column) {
        return rows.stream()
                .filter(row -> cell(row, "stadsdeel").equals(stadsdeel)
                        && cell(row, "periode").startsWith(period))
                .map(row -> cell(row, column))
                .map(cell -> cell.isEmpty() ? BigDecimal.ZERO : new BigDecimal(cell.replace(',', '.')))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void demo_english_speaksEnglishAndWritesTheSameTables() throws IOException {
        Path dutch = folder.resolve("nl");
        Path english = folder.resolve("en");
        Run.of("demo", "-o", dutch).exits(0);
        Run run = Run.of("demo", "-o", english, "--lang", "en").exits(0);
        assertThat(run.out()).contains("made-up deliveries", "1,612 rows", "Unique participants");
        Map<String, String> tables = files(english);
        Map<String, String> others = files(dutch);
        List.of(tables, others).forEach(all -> all.keySet().removeIf(name -> name.endsWith(".xlsx")));
        assertThat(tables.remove("openbaar/bescherming.html")).contains("How these figures are protected");
        assertThat(others.remove("openbaar/bescherming.html")).contains("Hoe deze cijfers zijn beschermd");
        assertThat(tables.remove("vergelijking-stadsdelen.html")).contains("lang=\"en\"", "For internal use only");
        assertThat(others.remove("vergelijking-stadsdelen.html")).contains("lang=\"nl\"", "Alleen voor intern gebruik");
        assertThat(tables.remove("voortgang.html")).contains("lang=\"en\"", "Progress of welfare work, 2026");
        assertThat(others.remove("voortgang.html")).contains("lang=\"nl\"", "Voortgang van het welzijnswerk, 2026");
        assertThat(tables.remove("overzicht.html")).contains("lang=\"en\"", "586 people");
        assertThat(others.remove("overzicht.html")).contains("lang=\"nl\"", "586 mensen");
        assertThat(tables).isEqualTo(others);
    }

    @Test
    void demo_filesOfSomebodyElse_stayUnlessForced() throws IOException {
        Path own = Sheet.writeText(folder, "totalen-jaar.csv", "mine");
        assertThat(Run.of("demo", "-o", folder).exits(2).saysOneLine().err()).contains(own.toString(), "--force");
        assertThat(files(folder)).hasSize(1).containsValue("mine");
        Run.of("demo", "-o", folder, "--force").exits(0);
        assertThat(own).content().startsWith("stadsdeel;");
    }

    @Test
    void demo_folderOfNoFolder_isThree() {
        Path deep = folder.resolve("a/b");
        assertThat(Run.of("demo", "-o", deep).exits(3).saysOneLine().err()).contains(deep.toString());
        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void demo_folderThatCannotBeMade_isThree() {
        Path file = Sheet.writeText(folder, "file", "x");
        assertThat(Run.of("demo", "-o", file).exits(3).saysOneLine().err()).doesNotContain("Exception");
        assertThat(Sheet.read(file)).isEqualTo("x");
    }
}
