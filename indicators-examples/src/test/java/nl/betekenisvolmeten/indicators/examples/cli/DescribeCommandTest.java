package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an unknown file to totals: described, mapped, checked and added up. */
class DescribeCommandTest {

    private static final String EXPORT =
            "Aanbieder;Stadsdeel;Wijk;Kwartaal;Ambitie;Activiteitsoort;Activiteit;Doelgroep;"
                    + "Leeftijd;Bijeenkomsten;Bezoekers;Deelnemers\n"
                    + "91000011;Laak;WK051838;2026KW02;1;TAAL;Taalcafé;ALLEN;12-17;10;80;8\n"
                    + "91000011;Laak;WK051838;2026KW02;1;TAAL;Taalcafé;ALLEN;67+;4;12;3\n";

    @TempDir
    private Path folder;

    @Test
    void describe_anExport_leadsToItsFigures() {
        Path file = Sheet.writeText(folder, "export.csv", EXPORT);
        Path mapping = folder.resolve("koppeling.json");
        Run run = Run.of("describe", file, "--mapping-to", mapping).exits(0);
        assertThat(run.out())
                .contains("Leeftijd -> leeftijdsgroep", "KvK-nummer", "Lijkt het meest op telformat-gebiedsgericht@");
        assertThat(Run.of("validate", file).exits(1).out()).contains("Bedoelt u: telformat-gebiedsgericht@2026.2?");
        Run.of("validate", file, "--mapping", mapping).exits(0);
        assertThat(Run.of("aggregate", file, "--mapping", mapping, "--by", "stadsdeel", "--measure", "bezoeken")
                        .exits(0)
                        .out())
                .contains("Laak;92;92;92;exact");
        Path converted = folder.resolve("levering.csv");
        Run.of("convert", file, "--mapping", mapping, "-o", converted).exits(0);
        Run.of("validate", converted).exits(0);
    }

    @Test
    void describe_anExport_writesADefinitionThatLoads() {
        Path file = Sheet.writeText(folder, "export.csv", EXPORT);
        Path own = folder.resolve("eigen.json");
        assertThat(Run.of("describe", file, "-o", own).exits(0).out()).isEmpty();
        Run.of("validate", file, "--definitions", own, "--format", "export").exits(0);
        Run.of("describe", file, "-o", own).exits(2).saysOneLine();
    }

    /** The afternoon of someone who has a sheet of their own, the README and the help. */
    @Test
    void describe_aSheetMadeByHand_leadsToAnOwnFormAndIndicators() {
        Path file = Sheet.writeText(
                folder,
                "brug.csv",
                "Stichting De Brug;;;;;\n"
                        + "Wijk;Naam activiteit;Kwartaal;Aantal keer;Bezoekers totaal;Verschillende mensen\n"
                        + "Schilderswijk;Koffie-ochtend;2e kwartaal 2026;12;145;31\n"
                        + "Schilderswijk;Taalcafé;2e kwartaal 2026;24;410;58\n"
                        + "Laakkwartier;Kledingruil;2e kwartaal 2026;3;95;70\n"
                        + "Totaal;;;39;650;159\n");
        assertThat(Run.of("validate", file).exits(1).err()).contains("indicators describe brug.csv");
        Path own = folder.resolve("eigen.json");
        Path indicators = folder.resolve("indicatoren.json");
        Path mapping = folder.resolve("koppeling.json");
        Run described = Run.of("describe", file, "-o", own, "--indicators-to", indicators, "--mapping-to", mapping)
                .exits(0);
        assertThat(described.err()).contains("--definitions", own.toString(), indicators.toString());
        String definitions = own + "," + indicators;
        Run.of("validate", file, "--definitions", definitions).exits(0);
        assertThat(Run.of("aggregate", file, "--definitions", definitions, "--by", "wijk", "--measure", "aantal_keer")
                        .exits(0)
                        .err())
                .doesNotContain("Niet alles is binnen");
        assertThat(Run.of("compare", file, "--definitions", definitions, "--level", "wijk", "--report", "text")
                        .exits(0)
                        .out())
                .contains("Bezoekers totaal per Aantal keer")
                .containsPattern("Laakkwartier en Spoorwijk +31,7 .*geen oordeel");
        assertThat(Run.of("compare", file, "--definitions", definitions, "--by", "naam_activiteit")
                        .exits(0)
                        .out())
                .contains("Koffie-ochtend;Koffie-ochtend;bezoekers-totaal-per-aantal-keer");
        Path misspelt = Sheet.writeText(
                folder, "fout.json", Sheet.read(indicators).replace("\"bezoekers_totaal\"", "\"bezoekers\""));
        assertThat(Run.of("compare", file, "--definitions", own + "," + misspelt, "--level", "wijk")
                        .exits(0)
                        .err())
                .contains("is niet berekend: geen versie van formulier brug heeft de kolom met aantallen bezoekers.");
        String[] change = {"--by", "naam_activiteit", "--change=previous-period"};
        assertThat(Run.of("compare", file, "--definitions", definitions, change[0], change[1], change[2])
                        .exits(2)
                        .err())
                .contains("zegt niet welke organisatie iets telde");
        // files that are written may take the place of earlier ones
        Run.of("describe", file, "-o", own, "--indicators-to", indicators, "--mapping-to", mapping, "--force")
                .exits(0);
    }

    /** A list with a row for each day, as a library keeps of its language cafés: nobody says the period or the area. */
    @Test
    void describe_aListOfDays_leadsToFiguresByMonthAndPlace() {
        Path file = Sheet.writeText(
                folder,
                "taalcafe.csv",
                "Taalcafés 2026;;;;\n"
                        + "Datum;Vestiging;Bezoekers;Waarvan nieuw;Uren vrijwilligers\n"
                        + "7-1-2026;Zuid;9;9;2\n"
                        + "11-2-2026;Zuid;8;1;2\n"
                        + "14-1-2026;Markt;11;2;2\n"
                        + "15-4-2026;Zuid;10;2;2\n"
                        + "22-4-2026;Markt;9;3;2\n"
                        + "Totaal;;47;17;10\n");
        Path own = folder.resolve("eigen.json");
        Path indicators = folder.resolve("indicatoren.json");
        Run.of("describe", file, "-o", own, "--indicators-to", indicators).exits(0);
        String definitions = own + "," + indicators;
        assertThat(Run.of("validate", file, "--definitions", definitions)
                        .exits(0)
                        .out())
                .contains("rij 8: waarschuwing TF-W05", "waarschuwingen: 3,");
        String share = "waarvan-nieuw-per-100-bezoekers";
        assertThat(Run.of(
                                "aggregate",
                                file,
                                "--definitions",
                                definitions,
                                "--by",
                                "vestiging,kwartaal",
                                "--indicator",
                                share + ",bezoekers")
                        .exits(0)
                        .out())
                .contains("Zuid;2026KW01;;52.9411764705882", ";17;17;17;exact;", "Markt;2026KW02;33.333333333333333;");
        String cell = "indicator=" + share + ";vestiging=Markt;periode=2026KW02";
        assertThat(Run.of("explain", file, "--definitions", definitions, "--cell", cell)
                        .exits(0)
                        .out())
                .contains("Waarde: 33,33333333", "3 gedeeld door 9, maal 100", "rij 7");
        assertThat(Run.of("compare", file, "--definitions", definitions, "--by", "vestiging", "--periode", "2026KW02")
                        .exits(0)
                        .out())
                .contains("Markt;Markt;uren-vrijwilligers-per-100-bezoekers;2026KW02;2;2;2;9;100;22.2")
                .contains("Markt;Markt;" + share + ";2026KW02;3;3;3;9;100;33.3");
    }

    @Test
    void explain_aColumnNamedAsALevel_isThatColumnWhereThereAreNoAreas() {
        Path own = Sheet.writeText(folder, "eigen.json", """
                {"id": "eigen", "version": "1", "columns": [
                  {"name": "wijk", "type": "TEXT", "role": "CATEGORY"}, {"name": "bezoeken", "type": "COUNT"}]}
                """);
        Path file = Sheet.writeText(folder, "eigen.csv", "wijk;bezoeken\nDe Hoek;5\nHet Plein;7\n");
        assertThat(Run.of("explain", file, "--definitions", own, "--cell", "measure=bezoeken;wijk=De Hoek")
                        .exits(0)
                        .out())
                .contains("Waarde: 5");
    }

    @Test
    void describe_whatCannotBe_saysSo() {
        Path none = Sheet.writeText(folder, "leeg.csv", "\n\n");
        Run.of("describe", none).exits(1);
        Path list = Sheet.writeText(folder, "boodschappen.csv", "melk;brood\n1;2\n");
        Run.of("describe", list, "--mapping-to", folder.resolve("m.json")).exits(2);
        assertThat(Run.of("describe", list).exits(0).out()).contains("lijkt op geen bekend formulier");
        Path wrong = Sheet.writeText(folder, "fout.json", "{\"format\": \"telformat\", \"columns\": []}");
        Run.of("validate", list, "--mapping", wrong).exits(1);
    }
}
