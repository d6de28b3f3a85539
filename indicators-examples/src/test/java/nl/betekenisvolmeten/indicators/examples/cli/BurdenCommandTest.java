package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BurdenCommandTest {

    private static final String FORMAT = "telformat-gebiedsgericht@2026.1";

    @TempDir
    private Path folder;

    @Test
    void run_rows_countsCells() {
        Run run = Run.of("burden", FORMAT, "--rows", "250").exits(0);
        assertThat(run.err()).isEmpty();
        assertThat(run.lines().subList(0, 3))
                .containsExactly(
                        FORMAT,
                        "Per rij: 12 cellen die verplicht zijn, 5 die leeg mogen.",
                        "Per levering van 250 rijen: 3.000 verplichte cellen en 1.250 die leeg mogen, samen 4.250.");
        assertThat(run.out())
                .contains("Zonder indicator: activiteit, toelichting.")
                .containsPattern("doelgroep +verplicht +kiest rijen voor een indicator +\\d\\R +aandeel-")
                .containsPattern("wijk +verplicht +zegt wie, waar of wanneer");
    }

    @Test
    void run_files_takesTheirMeanRoundedUp() {
        Path one = Sheet.write(folder, "one.csv", Sheet.row(), Sheet.row("activiteit", "Koor"));
        Path two = Sheet.write(folder, "two.csv", Sheet.row("activiteit", "Soep"));
        assertThat(Run.of("burden", FORMAT, one, two, "--lang", "en").exits(0).out())
                .contains("For a delivery of 2 rows: 24 required cells and 10 that may stay empty, 34 together.");
    }

    @Test
    void run_json_isOneObject() {
        Path file = folder.resolve("burden.json");
        Run.of("burden", FORMAT, "--rows", "10", "--report", "json", "--with", FORMAT, "-o", file)
                .exits(0);
        assertThat(Sheet.read(file))
                .contains(
                        "\"format\" : \"" + FORMAT + "\"",
                        "\"required_cells\" : 120",
                        "\"optional_cells\" : 50",
                        "\"without_indicator\" : [ \"activiteit\", \"toelichting\" ]",
                        "\"likeness\" : \"same\"")
                .contains("\"use\" : \"placement\"", "\"concept\" : \"TIME_PERIOD\"")
                .doesNotContain("\"likeness\" : \"content\"");
        assertThat(Run.of("burden", FORMAT, "--report", "json").exits(0).out()).contains("\"delivery\" : null");
    }

    @Test
    void run_withAnother_tellsWhatBothAsk() {
        assertThat(Run.of("burden", FORMAT, "--with", FORMAT).exits(0).out())
                .contains("Ook gevraagd in " + FORMAT + ": 17 kolommen.")
                .containsPattern("wijk +hetzelfde");
    }

    @Test
    void run_wrongUsage_isTwo() {
        Path file = Sheet.write(folder, "one.csv", Sheet.row());
        assertThat(Run.of("burden", FORMAT, "--rows", "-1")
                        .exits(2)
                        .saysOneLine()
                        .err())
                .contains("-1");
        Run.of("burden", FORMAT, file, "--rows", "3").exits(2).saysOneLine();
        Run.of("burden", "foo").exits(2).saysOneLine();
        Run.of("burden", FORMAT, "--with", "foo").exits(2).saysOneLine();
        Run.of("burden").exits(2);
        assertThat(Run.of("burden", "telformat-gebiedsgericht@2025.2", file)
                        .exits(2)
                        .saysOneLine()
                        .err())
                .contains("one.csv", "telformat-gebiedsgericht@2025.2");
        Run.of("burden", FORMAT, folder.resolve("absent.csv")).exits(3).saysOneLine();
    }

    @Test
    void run_anAccountOverAYear_isSaidInHoursAndEuros() {
        Run run = Run.of(
                        "burden",
                        "verantwoording@2026.1",
                        "--year",
                        "2026",
                        "--rows",
                        "20",
                        "--minutes-per-cell",
                        "0.5",
                        "--euro-per-hour",
                        "60")
                .exits(0);
        // three quarters of 2026: the account holds from the second; 12 required and 5 optional cells a row
        assertThat(run.out())
                .contains("In 2026: 3 leveringen van 20 rijen: 720 verplichte cellen, 1.020 met wat leeg mag.")
                .contains("Uren per jaar: 6 voor wat verplicht is, 8,5 voor alles.")
                .contains("Euro per jaar: 360 voor wat verplicht is, 510 voor alles.")
                .contains("individuele-ondersteuning@2026.1", "impactverhaal@2026.1");
        Run.of("burden", FORMAT, "--minutes-per-cell", "1").exits(2).saysOneLine();
        Run.of("burden", FORMAT, "--year", "2026", "--minutes-per-cell", "-1")
                .exits(2)
                .saysOneLine();
        assertThat(Run.of("burden", "verantwoording", "--year", "2026", "--report", "json")
                        .exits(0)
                        .out())
                .contains("\"deliveries\" : 3", "\"hours_lower\" : null");
    }

    /** Two rows a quarter: 8 cells a column in a year, so 16 for the two columns that are asked twice. */
    @Test
    void run_withANormAndAnotherForm_saysWhatIsAskedTwiceAndByWhen() {
        Path own = Sheet.writeText(folder, "eigen.json", """
                {"id": "eigen", "version": "1", "recipients": ["Gemeente Haarlem", "Fonds"], "dueAfterDays": 30,
                 "columns": [{"name": "organisatie", "type": "KVK"},
                   {"name": "kwartaal", "type": {"kind": "PERIOD", "length": "QUARTER"}},
                   {"name": "maaltijden", "type": "COUNT"}]}
                """);
        Path table = folder.resolve("tabel.csv");
        List<Object> asked = List.of("burden", "eigen", "--definitions", own, "--with", FORMAT, "--year", "2026");
        Object[] norm = {"--rows", "2", "--minutes-per-cell", "1.5", "--euro-per-hour", "40"};
        assertThat(Run.with(asked, norm).exits(0).out())
                .contains("Ontvanger: Gemeente Haarlem, Fonds. Inleveren: binnen 30 dagen na de periode.")
                .contains("Twee keer gevraagd: 2 kolommen die ook in " + FORMAT + " staan, samen 16 cellen.")
                .contains("Dat kost 24 minuten en 16 euro.");
        Run.with(asked, norm[0], norm[1], norm[2], norm[3], norm[4], norm[5], "-o", table)
                .exits(0);
        assertThat(Sheet.read(table))
                .contains("eigen@1;" + FORMAT
                        + ";other_name;TIME_PERIOD;kwartaal;periode;name;;;;true;placement;0;8;12;"
                        + "8;quarter;quarter;30;;Gemeente Haarlem, Fonds;Gemeente Den Haag\n")
                .contains("eigen@1;;asked_once;MAALTIJDEN;maaltijden;;;;;;true;none;0;8;12;8;quarter;;30;;");
        assertThat(Run.with(asked, "--report", "json").exits(0).out())
                .contains("\"recipients\" : [ \"Gemeente Haarlem\", \"Fonds\" ]", "\"due_after_days\" : 30");
        assertThat(Run.of("burden", "registraties").exits(0).out())
                .contains("Ontvanger: niet vermeld. Inleveren: niet vermeld.");
    }

    /** A form of one's own: one concept by another name, one name for something else, and codes that map in part. */
    @Test
    void run_withForeignForms_saysWhatIsTheSameAndWhatOnlySeemsSo() {
        Path own = Sheet.writeText(folder, "eigen.json", """
                {"id": "eigen", "version": "1",
                 "codelists": [{"id": "groep", "items": [{"code": "ALLEN"}, {"code": "OUDEREN"}, {"code": "STUDENT"}]}],
                 "columns": [
                   {"name": "aanbieder", "type": "KVK", "concept": "ORGANISATIE"},
                   {"name": "jaar", "type": {"kind": "PERIOD", "length": "YEAR"}},
                   {"name": "groep", "type": {"kind": "CODE", "codelist": "groep"}, "concept": "DOELGROEP"},
                   {"name": "bezoeken", "type": "COUNT", "concept": "HUISBEZOEKEN"}]}
                """);
        Run run = Run.of("burden", FORMAT, "--definitions", own, "--with", "eigen,registraties")
                .exits(0);
        assertThat(run.out())
                .containsPattern("organisatie / aanbieder +hetzelfde, anders geschreven +de naam")
                .containsPattern("periode / jaar +iets anders +.*de lengte van de periode")
                .contains("codes passen voor een deel; alleen hier: JEUGD", "alleen daar: STUDENT")
                .contains("kolom bezoeken betekent in " + FORMAT + " iets anders dan in eigen@1")
                .contains("Ook gevraagd in registraties@2026.2");
        Path table = folder.resolve("tabel.csv");
        Run.of("burden", FORMAT, "--definitions", own, "--with", "eigen", "-o", table)
                .exits(0);
        assertThat(Sheet.read(table))
                .contains(
                        FORMAT + ";eigen@1;other_name;ORGANISATIE;organisatie;aanbieder;name;;;",
                        ";other_meaning;BEZOEKEN;bezoeken;bezoeken;",
                        ";other_content;DOELGROEP;doelgroep;groep;name codes;partly;");
        Path page = folder.resolve("tabel.html");
        Run.of("burden", FORMAT, "--definitions", own, "--with", "eigen", "-o", page)
                .exits(0);
        assertThat(Sheet.read(page))
                .contains("Wat formulieren vragen, en wat twee keer wordt gevraagd", "aanbieder")
                .doesNotContain("intern gebruik");
        assertThat(Run.of("burden", FORMAT, "--definitions", own, "--with", "eigen", "--report", "json")
                        .exits(0)
                        .out())
                .contains("\"same_name_other_meaning\"", "\"extent\" : \"partly\"");
    }
}
