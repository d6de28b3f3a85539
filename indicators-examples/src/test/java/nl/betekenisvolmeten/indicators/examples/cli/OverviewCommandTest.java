package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.examples.sample.SampleFiles;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader who has only the overview can answer. */
class OverviewCommandTest {

    private static final String COUNTS =
            "organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;doelgroep;leeftijdsgroep;bijeenkomsten;"
                    + "bezoeken;unieke_deelnemers;nieuwe_deelnemers;vrijwilligers;vrijwilligersuren;doorverwijzingen;"
                    + "bezoeken_zonder_naam;eerste_keer_dit_jaar;deelnemers_uit_stadsdeel;toelichting\n";

    private static final String CHECKED =
            "<p>Gecontroleerd op 1 oktober 2026, met versie " + Version.text() + " van het programma.</p>";

    @TempDir
    private static Path samples;

    private static final List<Object> ALL = new ArrayList<>(List.of("overview"));

    @TempDir
    private Path folder;

    @BeforeAll
    static void writeSamples() throws IOException {
        List<DeliverySource> sources = new ArrayList<>(
                SampleFiles.all().stream().map(file -> file.source()).toList());
        sources.add(SampleFiles.answers());
        for (DeliverySource source : sources) {
            Path file = samples.resolve(source.name());
            try (var in = source.open()) {
                Files.copy(in, file);
            }
            ALL.add(file);
        }
    }

    private static String overview(Object... more) {
        return Run.with(ALL, more).exits(0).out();
    }

    /** One line for each sentence of an area, from its name to the next one. */
    private static List<String> section(String out, String area) {
        List<String> lines = out.lines().toList();
        int from = lines.indexOf(area);
        assertThat(from).as(area + " in " + out).isNotNegative();
        return lines.subList(from + 2, lines.size()).stream()
                .takeWhile(line -> !line.startsWith("==="))
                .toList();
    }

    @Test
    void overview_beginsWithThreeSentences() {
        assertThat(section(overview(), "Laak").subList(0, 3))
                .containsExactly(
                        "In 2026 (tot en met september) kwamen 586 mensen naar een activiteit in Laak, ook van buiten"
                                + " Laak.",
                        "Of dat meer is dan in dezelfde maanden van 2025, is niet te zeggen: over 2025 is niets geleverd. Het"
                                + " formulier Telformat gebiedsgericht welzijnswerk is er pas sinds het 3e kwartaal 2025.",
                        "Laak had 37% meer bezoeken per 1.000 inwoners dan de stad (289 tegen 210); of dat toeval is, is niet"
                                + " te zeggen: niet bekend is hoe vaak dezelfde mensen komen.");
    }

    /** 300 of 402 in Centrum, by hand from the file: 70 + 109 + 121 of 134 + 134 + 134; 136 of 320 answered. */
    @Test
    void overview_saysWhatResidentsSay() {
        assertThat(section(overview(), "Centrum"))
                .anySatisfy(line -> assertThat(line)
                        .contains(
                                "75%, gemiddeld over de 3 vragen (door toeval kan het ook 67 tot 81% zijn); in de stad is het 75%;")
                        .contains("dat verschil kan toeval zijn")
                        .contains(
                                "136 van de 320 gevraagde mensen antwoordden (43%), samen 402 antwoorden op 3 vragen."))
                .anySatisfy(line ->
                        assertThat(line).contains("Kan nu zelf verder: 52%").contains("Zou weer komen: 90%"));
        assertThat(section(overview(), "Haagse Hout"))
                .anySatisfy(line -> assertThat(line).contains("Beter dan de stad: Gunstige ervaring van deelnemers."));
        assertThat(section(overview(), "Segbroek"))
                .anySatisfy(
                        line -> assertThat(line).contains("Slechter dan de stad: Gunstige ervaring van deelnemers."));
    }

    @Test
    void overview_ofParticipants_saysSoAboveWhatTheySay() {
        assertThat(section(overview(), "Laak"))
                .contains("Wat deelnemers zeggen")
                .noneMatch(line -> line.contains("bewoners"));
    }

    /** Per cent of a city between 1.7 and 7.9 would be 57 to 647: that says nothing. */
    @Test
    void overview_ofAFigureBetweenBounds_saysNoPercentages() {
        assertThat(section(overview(), "Laak"))
                .contains(
                        "- Bereik per 1.000 inwoners: 12,4; in de stad ligt het tussen 1,7 en 7,9. Dat is meer. Hoeveel meer, is"
                                + " niet precies te zeggen, en ook niet of het toeval is.")
                .contains(
                        "- Of het meer of minder is dan in de stad, is niet te zeggen, want deze cijfers zijn niet precies"
                                + " bekend. Vrijwilligers per 1.000 inwoners: tussen 0,1 en 4,0; in de stad ligt het tussen"
                                + " 0 en 3,4.")
                .anySatisfy(line -> assertThat(line)
                        .contains("Ongeveer gelijk aan de stad, of het verschil kan toeval zijn: Gunstige ervaring"));
    }

    @Test
    void overview_namesWhatIsMissing() {
        assertThat(section(overview(), "Centrum"))
                .anySatisfy(line ->
                        assertThat(line).contains("organisatie 91000029 leverde niets over het 2e kwartaal 2026"))
                .anySatisfy(line ->
                        assertThat(line).isEqualTo("- Over individuele ondersteuning zijn geen cijfers aangeleverd."))
                .anySatisfy(line -> assertThat(line).contains("2026 is nog niet om"));
        assertThat(section(overview(), "Laak"))
                .noneMatch(line -> line.contains("organisatie 9"))
                .anySatisfy(line -> assertThat(line).contains("met haar eigen totalen (telformat-kort)"));
    }

    @Test
    void overview_ofTheCity_saysWhyItIsOpenAndNamesTheStadsdelenThatDiffer() {
        assertThat(section(overview(), "Den Haag als geheel"))
                .contains(
                        "In 2026 (tot en met september) kwamen ten minste 917 en ten hoogste 4.368 mensen (voor zover geleverd) naar"
                                + " een activiteit in Den Haag, ook van buiten Den Haag.",
                        "- Gunstige ervaring van deelnemers: 75% in de stad. Beter is het in Haagse Hout. Slechter is het in"
                                + " Segbroek.")
                .anySatisfy(line -> assertThat(line).contains("Daarom staan hier twee getallen."))
                .anySatisfy(
                        line -> assertThat(line).contains("in de stad, van 102 in Segbroek tot 344 in Haagse Hout"));
    }

    /** The year is not over: nobody knows how many people come in it, and what came in is at least those. */
    @Test
    void overview_ofWhatIsMissing_followsThePolicy() {
        assertThat(section(overview("--missing", "refuse"), "Laak").get(0))
                .contains("kwamen een onbekend aantal mensen (niet alles is binnen) naar");
        assertThat(section(overview("--missing", "bound"), "Laak").get(0))
                .contains("kwamen ten minste 586 mensen (niet alles is binnen) naar");
    }

    @Test
    void overview_ofOneStadsdeel_hasOnlyThat() {
        assertThat(overview("--stadsdeel", "laak").lines().filter(line -> line.startsWith("===")))
                .hasSize(1);
        assertThat(overview().lines().filter(line -> line.startsWith("==="))).hasSize(9);
        assertThat(Run.with(ALL, "--stadsdeel", "Laakt").exits(2).err()).contains("Bedoelt u Laak?");
    }

    @Test
    void overview_asPage_saysTheSameAndForWhomItIs() throws IOException {
        Path page = folder.resolve("overzicht.html");
        overview("-o", page, "--date", "2026-10-01");
        assertThat(Files.readString(page))
                .contains("Alleen voor intern gebruik", "<h2 id=\"s1-h\">Centrum</h2>", "586 mensen", CHECKED)
                .doesNotContain("<script");
    }

    private static String row(String organisation, String area, String wijk, String period, int persons) {
        return String.join(
                ";",
                List.of(
                        organisation,
                        area,
                        wijk,
                        period,
                        "1",
                        "BEWEGEN",
                        "Wandelgroep",
                        "ALLEN",
                        "67+",
                        "12",
                        Integer.toString(3 * persons),
                        Integer.toString(persons),
                        "0",
                        "2",
                        "10",
                        "0",
                        "0",
                        Integer.toString(persons),
                        Integer.toString(persons),
                        "\n"));
    }

    private static String laak(String organisation, String period, int persons) {
        return row(organisation, "Laak", "WK051838", period, persons);
    }

    private Path counts(String name, String... rows) {
        return Sheet.writeText(folder, name, COUNTS + String.join("", rows));
    }

    /**
     * Two made-up years. One organisation of Laak delivered both, and counts 120 people in January to March of the first and 150
     * in those of the second: 25 % more. The other began in the second year and is no change in the work.
     */
    @Test
    void overview_ofTwoYears_comparesTheOrganisationsThatDeliveredBoth() {
        Path before = counts(
                "2026.csv",
                laak("91000053", "2026KW01", 120),
                laak("91000053", "2026KW02", 400),
                row("91000037", "Escamp", "WK051833", "2026KW01", 200));
        Path now = counts(
                "2027.csv",
                laak("91000053", "2027KW01", 150),
                laak("91000061", "2027KW01", 90),
                row("91000037", "Escamp", "WK051833", "2027KW01", 200));
        List<String> laak = section(
                Run.of("overview", before, now, "--date", "2027-05-01").exits(0).out(), "Laak");
        assertThat(laak.subList(0, 2))
                .containsExactly(
                        "In 2027 (tot en met maart) kwamen ten minste 150 en ten hoogste 240 mensen naar een activiteit in Laak,"
                                + " ook van buiten Laak.",
                        "Dat is 25% meer dan in dezelfde maanden van 2026, bij de organisaties die beide keren leverden (1); dat"
                                + " verschil kan toeval zijn.");
        assertThat(laak.stream().collect(Collectors.joining(" "))).contains("Er zijn geen vragenlijsten geleverd");
    }

    /** One quarter of individual support of three: the number is of what came in, and the page says what did not. */
    @Test
    void overview_ofOneQuarterOfSupport_saysThatItIsNotAll() {
        Path support = Sheet.writeText(
                folder,
                "io.csv",
                "organisatie;stadsdeel;periode;vorm;zwaarte;leeftijdsgroep;begin;opgestart;afgesloten;eind;unieke_clienten\n"
                        + "91000045;Laak;2026KW02;INDIVIDUEEL;LICHT;30-49;40;20;10;50;60\n");
        List<String> laak = section(overview(support), "Laak");
        assertThat(laak.get(0))
                .isEqualTo(
                        "In 2026 (tot en met september) kwamen 586 mensen naar een activiteit in Laak (ook van buiten"
                                + " Laak), en kregen"
                                + " 60 mensen (voor zover geleverd) individuele ondersteuning.");
        assertThat(laak)
                .anySatisfy(line -> assertThat(line)
                        .contains("organisatie 91000045 leverde niets over het 1e kwartaal 2026, 3e kwartaal 2026"));
        assertThat(section(overview(support), "Centrum").get(0))
                .contains("ten minste 742 en ten hoogste 858 mensen (voor zover geleverd)");
    }

    /** What nobody delivered can be no figure, and is no zero. */
    @Test
    void overview_ofAnswersOnly_hasNoNumberOfPeople() {
        List<String> laak = section(
                Run.of("overview", samples.resolve(SampleFiles.answers().name()))
                        .exits(0)
                        .out(),
                "Laak");
        assertThat(laak.get(0))
                .isEqualTo(
                        "Hoeveel mensen in Laak in 2026 (tot en met juni) naar een activiteit kwamen, is niet te zeggen: er is"
                                + " niets over geleverd.");
        assertThat(laak)
                .anySatisfy(line -> assertThat(line)
                        .contains("144 van de 280 gevraagde mensen antwoordden (51%), samen 415 antwoorden"));
    }

    @Test
    void overview_withATargetOfAStadsdeel_judgesIt() {
        Path targets = Sheet.targets(folder, "unieke-deelnemers;SD0518-LAAK;2026JJ00;MINSTENS;500;;");
        assertThat(section(overview("--targets", targets), "Laak"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("- Unieke deelnemers, 2026: ten minste 500; nu ")
                        .contains("586"));
    }

    /** The figures are those of compare and aggregate with the same choice. */
    @Test
    void overview_ofSomeRows_saysWhichAndHasTheirFigures() {
        String out = overview("--where", "doelgroep=JEUGD,ALLEN");
        assertThat(out).startsWith("Overzicht per stadsdeel, 2026, alleen doelgroep=JEUGD,ALLEN");
        Object[] files = ALL.subList(1, ALL.size() - 1).toArray();
        var laak = Run.with(
                        List.of(
                                "aggregate",
                                "--by",
                                "stadsdeel,jaar",
                                "--measure",
                                "unieke_deelnemers",
                                "--where",
                                "doelgroep=JEUGD,ALLEN"),
                        files)
                .exits(0)
                .row("stadsdeel", "Laak");
        assertThat(section(out, "Laak").get(0))
                .contains("ten minste " + laak.get("unieke_deelnemers_lower") + " en ten hoogste "
                        + laak.get("unieke_deelnemers_upper"));
        assertThat(section(out, "Laak")).anySatisfy(line -> assertThat(line).contains("bij een keuze (--where)"));
    }
}
