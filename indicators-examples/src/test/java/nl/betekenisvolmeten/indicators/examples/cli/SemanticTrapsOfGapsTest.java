package nl.betekenisvolmeten.indicators.examples.cli;

import static nl.betekenisvolmeten.indicators.examples.cli.Sheet.cell;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What did not come in, as a user of the command line sees it: no figure claims more than it knows. */
class SemanticTrapsOfGapsTest {

    @TempDir
    private Path folder;

    private Path write(String name, String... rows) {
        return Sheet.write(folder, name, rows);
    }

    private static Map<String, String> first(Run run) {
        return Sheet.rows(run.out()).get(0);
    }

    /** The number, its bounds, the status and the number of cells that are missing. */
    private static List<String> figure(Map<String, String> row, String series) {
        return Stream.of("", "_lower", "_upper", "_status", "_cells_missing")
                .map(suffix -> cell(row, series + suffix))
                .toList();
    }

    private static Map<String, String> area(Run run, String area) {
        return Sheet.rows(run.out()).stream()
                .filter(row -> cell(row, "area").equals(area))
                .findFirst()
                .orElseThrow();
    }

    /** A cell that was left empty is not zero. */
    @Nested
    class EmptyCells {

        private Path file() {
            return write(
                    "leeg.csv",
                    Sheet.row("nieuwe_deelnemers", "2", "vrijwilligersuren", "116,8"),
                    Sheet.row("leeftijdsgroep", "50-66", "nieuwe_deelnemers", "", "vrijwilligersuren", ""),
                    Sheet.row("leeftijdsgroep", "67+", "nieuwe_deelnemers", "", "vrijwilligersuren", "14,1"));
        }

        @Test
        void total_isIncompleteWithTheCellsThatAreMissing() {
            Map<String, String> row =
                    first(Run.of("aggregate", file(), "--by", "stadsdeel").exits(0));
            assertThat(figure(row, "nieuwe_deelnemers")).containsExactly("2", "2", "", "incomplete", "2");
            assertThat(figure(row, "vrijwilligersuren")).containsExactly("130.9", "130.9", "", "incomplete", "1");
            assertThat(figure(row, "bezoeken")).containsExactly("120", "120", "120", "exact", "0");
            assertThat(row).containsEntry("rows_rejected", "0");
        }

        @Test
        void total_underBoundAndRefuse() {
            Run bound = Run.of(
                            "aggregate",
                            file(),
                            "--by",
                            "stadsdeel",
                            "--missing",
                            "bound",
                            "--at-most",
                            "nieuwe_deelnemers=9")
                    .exits(0);
            assertThat(figure(first(bound), "nieuwe_deelnemers")).containsExactly("", "2", "20", "incomplete", "2");
            assertThat(figure(first(bound), "vrijwilligersuren")).containsExactly("", "130.9", "", "incomplete", "1");
            Run refuse = Run.of("aggregate", file(), "--by", "stadsdeel", "--missing", "refuse")
                    .exits(0);
            assertThat(figure(first(refuse), "nieuwe_deelnemers")).containsExactly("", "", "", "refused", "2");
            assertThat(figure(first(refuse), "bezoeken")).containsExactly("120", "120", "120", "exact", "0");
        }

        @Test
        void quotient_doesNotDivideTheHoursOfTwoRowsByTheMeetingsOfThree() {
            Map<String, String> centrum = area(
                    Run.of(
                                    "compare",
                                    file(),
                                    "--level",
                                    "stadsdeel",
                                    "--indicator",
                                    "vrijwilligersuren-per-bijeenkomst")
                            .exits(0),
                    "Centrum");
            assertThat(centrum)
                    .containsEntry("numerator", "130.9")
                    .containsEntry("numerator_upper", "")
                    .containsEntry("value", "")
                    .containsEntry("lower", "")
                    .containsEntry("status", "incomplete");
        }

        @Test
        void reported_emptyCellsAreNotReportedAsUndelivered() {
            Path page = folder.resolve("leeg.html");
            Run.of(
                            "report",
                            write("uren.csv", Sheet.row("vrijwilligersuren", "")),
                            "--kind",
                            "comparison",
                            "--indicator",
                            "vrijwilligersuren-per-bijeenkomst",
                            "--internal",
                            "overleg",
                            "-o",
                            page)
                    .exits(0);
            assertThat(Sheet.read(page))
                    .contains(
                            "Geen oordeel over Centrum: er is geen bruikbaar cijfer geleverd.",
                            "Geen oordeel over 7 stadsdelen: er is niets geleverd.");
        }

        @Test
        void explained_itSaysAtLeast() {
            Run run = Run.of(
                            "explain", file(), "--cell", "measure=nieuwe_deelnemers;stadsdeel=Centrum;periode=2026KW01")
                    .exits(0);
            assertThat(run.out()).contains("ten minste 2: niet alles is binnen").contains("cellen: 2");
        }
    }

    /** Rows with an error are in no total, and no total that they may belong to claims to be whole. */
    @Nested
    class RejectedRows {

        /** Of 50 visits in WK051822; a row of an unknown wijk and one without a wijk, both of Centrum. */
        private Path file() {
            return write(
                    "fout.csv",
                    Sheet.row("bezoeken", "50"),
                    Sheet.row("wijk", "WK051890", "activiteit", "Kook", "bezoeken", "400"),
                    Sheet.row("wijk", "", "activiteit", "Dans", "bezoeken", "300"),
                    Sheet.row("stadsdeel", "Laak", "wijk", "WK051838", "bezoeken", "60"));
        }

        private Map<String, String> total(String by, String code, Object... options) {
            Object[] args = Stream.concat(
                            Stream.of("aggregate", file(), "--by", by, "--measure", "bezoeken,unieke_deelnemers"),
                            Stream.of(options))
                    .toArray();
            return Sheet.rows(Run.of(args).exits(1).out()).stream()
                    .filter(row -> cell(row, by).equals(code))
                    .findFirst()
                    .orElseThrow();
        }

        /** Centrum leaves the figure of the city incomplete, so Laak, which is complete, cannot be compared with it. */
        @Test
        void reported_onlyTheIncompleteAreaIsReportedAsIncomplete() {
            Path page = folder.resolve("vergelijking.html");
            Run.of(
                            "report",
                            file(),
                            "--kind",
                            "comparison",
                            "--indicator",
                            "bezoeken-per-1000-inwoners",
                            "--internal",
                            "overleg",
                            "-o",
                            page)
                    .exits(1);
            assertThat(Sheet.read(page))
                    .contains(
                            "Geen oordeel over Centrum: niet alles is binnen.",
                            "Geen oordeel over Laak: er is geen cijfer om mee te vergelijken: niet alles is binnen.")
                    .doesNotContain("Niet alles is binnen in: Laak");
        }

        @Test
        void total_isIncompleteWithTheNumberOfRows() {
            Map<String, String> centrum = total("stadsdeel", "Centrum");
            assertThat(figure(centrum, "bezoeken")).containsExactly("50", "50", "", "incomplete", "2");
            assertThat(centrum).containsEntry("rows_rejected", "2").containsEntry("rows", "1");
            assertThat(figure(total("stadsdeel", "Centrum", "--missing", "refuse"), "bezoeken"))
                    .containsExactly("", "", "", "refused", "2");
        }

        @Test
        void total_underBound_addsWhatCanBeReadOfThem() {
            assertThat(figure(total("stadsdeel", "Centrum", "--missing", "bound"), "bezoeken"))
                    .containsExactly("", "50", "750", "incomplete", "2");
        }

        /** Either the wijk or the stadsdeel is wrong, and nobody knows which. */
        @Test
        void rowWhoseWijkLiesElsewhere_maybeOfEitherStadsdeel() {
            Path file = write(
                    "elders.csv",
                    Sheet.row("bezoeken", "50"),
                    Sheet.row("stadsdeel", "Laak", "wijk", "WK051838", "bezoeken", "60"),
                    Sheet.row("stadsdeel", "Escamp", "wijk", "WK051832", "bezoeken", "70"),
                    Sheet.row("stadsdeel", "Laak", "wijk", "WK051822", "activiteit", "Kook", "bezoeken", "500"));
            List<Map<String, String>> rows = Sheet.rows(
                    Run.of("aggregate", file, "--by", "stadsdeel", "--measure", "bezoeken", "--missing", "bound")
                            .exits(1)
                            .out());
            assertThat(rows)
                    .filteredOn(row -> List.of("Centrum", "Laak").contains(cell(row, "stadsdeel")))
                    .hasSize(2)
                    .allSatisfy(row -> assertThat(row)
                            .containsEntry("bezoeken_status", "incomplete")
                            .containsEntry("rows_rejected", "1"));
            assertThat(rows)
                    .filteredOn(row -> cell(row, "stadsdeel").equals("Escamp"))
                    .singleElement()
                    .satisfies(row -> assertThat(row).containsEntry("bezoeken_status", "exact"));
        }

        @Test
        void total_ofAStadsdeelThatTheyCannotBeOf_isExact() {
            Map<String, String> laak = total("stadsdeel", "Laak", "--missing", "refuse");
            assertThat(figure(laak, "bezoeken")).containsExactly("60", "60", "60", "exact", "0");
            assertThat(laak).containsEntry("rows_rejected", "0");
        }

        @Test
        void total_ofAWijk_isIncompleteInTheStadsdeelThatTheyAreOf() {
            assertThat(total("wijk", "WK051822")).containsEntry("bezoeken_status", "incomplete");
            assertThat(total("wijk", "WK051838")).containsEntry("bezoeken_status", "exact");
        }

        @Test
        void total_ofAnotherActivity_isIncompleteOnlyWhereTheActivityIsUnknown() {
            Map<String, String> dans = total("activiteit", "Dans");
            assertThat(figure(dans, "bezoeken")).containsExactly("", "", "", "missing", "1");
            assertThat(dans).containsEntry("rows", "0").containsEntry("rows_rejected", "1");
        }

        @Test
        void total_whereNobodyCanTellTheOrganisation_isThatOfEachInTheFile() {
            Path unknown = write(
                    "wie.csv", Sheet.row(), Sheet.row("organisatie", "1234", "periode", "2026KW02", "bezoeken", "9"));
            Path other = write("ander.csv", Sheet.row("organisatie", "91000029"));
            List<Map<String, String>> rows = Sheet.rows(Run.of("aggregate", unknown, other, "--by", "organisatie")
                    .exits(1)
                    .out());
            assertThat(rows)
                    .extracting(row -> cell(row, "organisatie") + " " + cell(row, "bezoeken_status"))
                    .containsExactly("91000011 incomplete", "91000029 exact");
            List<Map<String, String>> periods = Sheet.rows(Run.of("aggregate", unknown, other, "--by", "periode")
                    .exits(1)
                    .out());
            assertThat(periods)
                    .extracting(row -> cell(row, "periode") + " " + cell(row, "bezoeken_status"))
                    .containsExactly("2026KW01 exact", "2026KW02 missing");
        }

        @Test
        void total_whereNobodyCanTellThePeriod_isThatOfEachInTheFile() {
            Path unknown = write("wanneer.csv", Sheet.row(), Sheet.row("periode", "2026KW09", "bezoeken", "9"));
            Path other = write("ander.csv", Sheet.row("organisatie", "91000029", "periode", "2026KW02"));
            assertThat(Sheet.rows(Run.of("aggregate", unknown, other, "--by", "periode")
                            .exits(1)
                            .out()))
                    .extracting(row -> cell(row, "periode") + " " + cell(row, "bezoeken_status"))
                    .containsExactly("2026KW01 incomplete", "2026KW02 exact");
        }

        @Test
        void total_ofAFileWithARowOfAnotherLength_isIncompleteEverywhere() {
            Path file = write("kort.csv", Sheet.row(), "91000011;Laak;WK051838");
            assertThat(Sheet.rows(Run.of("aggregate", file, "--by", "stadsdeel")
                            .exits(1)
                            .out()))
                    .extracting(row -> cell(row, "stadsdeel") + " " + cell(row, "bezoeken_status"))
                    .containsExactly("Centrum incomplete");
        }

        @Test
        void total_ofALargeFile_isTheSameInBatches() {
            List<String> rows = new ArrayList<>();
            for (int i = 0; i < 3000; i++) {
                rows.add(Sheet.row("activiteit", "Les " + i, "bezoeken", "40"));
            }
            rows.add(1500, Sheet.row("wijk", "", "activiteit", "Dans", "bezoeken", "300"));
            Path file = write("groot.csv", rows.toArray(String[]::new));
            assertThat(figure(
                            first(Run.of("aggregate", file, "--by", "stadsdeel", "--missing", "bound")
                                    .exits(1)),
                            "bezoeken"))
                    .containsExactly("", "120000", "120300", "incomplete", "1");
        }

        @Test
        void total_ofAnEarlierVersion_isIncompleteToo() {
            Path file = Sheet.writeText(
                    folder,
                    "oud.csv",
                    "organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;doelgroep;leeftijdsgroep;"
                            + "bijeenkomsten;bezoeken;unieke_deelnemers;vrijwilligers;vrijwilligersuren;doorverwijzingen;"
                            + "toelichting\n"
                            + "91000011;Laak;WK051838;2025-Q4;1;TAAL;Taalcafe;ALLEN;12-17;10;10;2;;;;\n"
                            + "91000011;Laak;;2025-Q4;1;TAAL;Dans;ALLEN;12-17;10;30;3;;;;\n");
            Path now = write("nu.csv", Sheet.row());
            assertThat(Sheet.rows(Run.of("aggregate", file, now, "--by", "periode", "--missing", "bound")
                            .exits(1)
                            .out()))
                    .filteredOn(row -> cell(row, "periode").equals("2025KW04"))
                    .singleElement()
                    .satisfies(row ->
                            assertThat(figure(row, "bezoeken")).containsExactly("", "10", "40", "incomplete", "1"));
        }

        @Test
        void target_ofAtMost_isNotMetByWhatIsLeft() {
            Path doel = Sheet.writeText(
                    folder,
                    "doel.csv",
                    "indicator;gebied;periode;vergelijking;waarde;waarde_tot;nulmeting;bron\n"
                            + "vrijwilligersuren;SD0518-CENTRUM;2026JJ00;HOOGSTENS;100;;;doc\n"
                            + "bijeenkomsten;SD0518-CENTRUM;2026JJ00;MINSTENS;40;;;doc\n");
            Path jaar = write(
                    "jaar.csv",
                    Sheet.row(),
                    Sheet.row("periode", "2026KW02"),
                    Sheet.row("periode", "2026KW03"),
                    Sheet.row("periode", "2026KW04"),
                    Sheet.row("periode", "2026KW04", "wijk", "WK051890", "vrijwilligersuren", "500"));
            List<Map<String, String>> rows =
                    Sheet.rows(Run.of("targets", "--targets", doel, "--periode", "2026", "--report", "csv", jaar)
                            .exits(1)
                            .out());
            assertThat(rows)
                    .extracting(row -> cell(row, "indicator") + " " + cell(row, "outcome"))
                    .containsExactly("vrijwilligersuren not-enough-data", "bijeenkomsten met");
            assertThat(cell(rows.get(0), "reasons")).contains("rows-rejected").doesNotContain("cells-empty");
        }

        @Test
        void comparison_hasNoValueNorVerdict() {
            Run run = Run.of("compare", file(), "--level", "stadsdeel", "--indicator", "bezoeken-per-bijeenkomst")
                    .exits(1);
            assertThat(area(run, "Centrum")).containsEntry("value", "").containsEntry("status", "incomplete");
            assertThat(area(run, "Laak")).containsEntry("value", "6").containsEntry("status", "exact");
            assertThat(area(run, "Laak")).containsEntry("city_value", "").containsEntry("p_value", "");
        }

        @Test
        void explained_itNamesTheRows() {
            Run run = Run.of("explain", file(), "--cell", "measure=bezoeken;stadsdeel=Centrum")
                    .exits(1);
            assertThat(run.out())
                    .contains("ten minste 50: niet alles is binnen")
                    .contains("afgekeurde rijen die bij dit cijfer kunnen horen: 2 (rij 3, 4)");
            assertThat(Run.of("explain", file(), "--cell", "measure=bezoeken;stadsdeel=Laak")
                            .exits(1)
                            .out())
                    .contains("Waarde: 60")
                    .doesNotContain("afgekeurde rijen");
        }
    }

    /** A delivery that should count and is not there. */
    @Nested
    class AbsentCorrections {

        private Path context() {
            return Sheet.writeText(folder, "corr.json", """
                    {"id": "t", "version": "1", "title": {"nl": "x", "en": "x"}, "status": "reconstruction",
                     "provenance": {"note": {"nl": "x", "en": "x"},
                       "sources": [{"id": "A", "title": "x", "reference": "x"}]},
                     "deliveries": [
                       {"organisation": "91000011", "period": "2026KW01", "format": "telformat-gebiedsgericht",
                        "number": 1, "kind": "SNAPSHOT", "file": "v1.csv"},
                       {"organisation": "91000011", "period": "2026KW01", "format": "telformat-gebiedsgericht",
                        "number": 2, "kind": "CORRECTION", "file": "v2.csv"}]}
                    """);
        }

        private Path snapshot() {
            return write(
                    "v1.csv",
                    Sheet.row("bezoeken", "50"),
                    Sheet.row("bezoeken", "30", "activiteit", "Dans"),
                    Sheet.row("bezoeken", "70", "periode", "2026KW02"),
                    Sheet.row("bezoeken", "80", "organisatie", "91000029"));
        }

        private List<String> totals(String by, int exit, Object... files) {
            Object[] args = Stream.concat(
                            Stream.of("aggregate", "--by", by, "--measure", "bezoeken", "--context", context()),
                            Stream.of(files))
                    .toArray();
            return Sheet.rows(Run.of(args).exits(exit).out()).stream()
                    .map(row -> cell(row, by) + " " + cell(row, "bezoeken") + " " + cell(row, "bezoeken_status"))
                    .toList();
        }

        @Test
        void absent_theTotalsOfItsOrganisationAndPeriodAreIncomplete() {
            assertThat(totals("periode", 0, snapshot()))
                    .containsExactly("2026KW01 160 incomplete", "2026KW02 70 exact");
            assertThat(totals("organisatie", 0, snapshot()))
                    .containsExactly("91000011 150 incomplete", "91000029 80 exact");
            assertThat(totals("stadsdeel", 0, snapshot(), "--missing", "refuse"))
                    .containsExactly("Centrum  refused");
            assertThat(totals("stadsdeel", 0, snapshot(), "--missing", "bound")).containsExactly("Centrum  incomplete");
        }

        @Test
        void there_theTotalIsTheCorrectedOne() {
            Path correction = write("v2.csv", Sheet.row("bezoeken", "55"));
            assertThat(totals("stadsdeel", 0, snapshot(), correction)).containsExactly("Centrum 235 exact");
        }

        @Test
        void notAccepted_theTotalIsIncomplete_untilAGoodOneCame() {
            String entry = """
                    {"organisation": "91000011", "period": "2026KW01", "format": "telformat-gebiedsgericht",
                     "number": %s, "kind": "%s", "file": "%s", "valid": %s}""";
            String refused = entry.formatted("2", "CORRECTION", "v2.csv", "false");
            String first = entry.formatted("1", "SNAPSHOT", "v1.csv", "true");
            Path file = write("v1.csv", Sheet.row("bezoeken", "50"));
            Path pending = Sheet.writeText(
                    folder, "pending.json", AGREED.formatted("\"deliveries\": [" + first + "," + refused + "]"));
            Run run = Run.of("aggregate", file, "--by", "stadsdeel", "--context", pending)
                    .exits(0);
            assertThat(figure(first(run), "bezoeken").subList(0, 4)).containsExactly("50", "50", "", "incomplete");
            assertThat(run.err()).contains("BM-K22");
            Path good = Sheet.writeText(
                    folder,
                    "good.json",
                    AGREED.formatted("\"deliveries\": ["
                            + entry.formatted("1", "SNAPSHOT", "v0.csv", "false") + ","
                            + entry.formatted("2", "SNAPSHOT", "v1.csv", "true") + "]"));
            assertThat(figure(
                            first(Run.of("aggregate", file, "--by", "stadsdeel", "--context", good)
                                    .exits(0)),
                            "bezoeken"))
                    .containsExactly("50", "50", "50", "exact", "0");
        }

        @Test
        void thereButRejected_theTotalIsIncomplete() {
            Path correction = write("v2.csv", Sheet.row("bezoeken", "veel"));
            assertThat(totals("stadsdeel", 1, snapshot(), correction)).containsExactly("Centrum 230 incomplete");
        }
    }

    /** An organisation that delivered has reported on the whole of the stadsdelen in it. */
    @Nested
    class NoActivity {

        private List<String> totals(String by, Object... args) {
            Object[] all = Stream.concat(Stream.of("aggregate", "--by", by, "--measure", "bezoeken"), Stream.of(args))
                    .toArray();
            return Sheet.rows(Run.of(all).exits(0).out()).stream()
                    .map(row -> cell(row, by) + " " + cell(row, "bezoeken") + " " + cell(row, "bezoeken_status") + " "
                            + cell(row, "coverage"))
                    .toList();
        }

        @Test
        void wijkWithoutRows_inAStadsdeelThatWasDelivered_isComplete() {
            Path first = write("dek1.csv", Sheet.row(), Sheet.row("wijk", "WK051829"));
            Path second = write("dek2.csv", Sheet.row("periode", "2026KW02"));
            assertThat(totals("wijk", first, second, "--missing", "refuse"))
                    .containsExactly("WK051822 80 exact 1", "WK051829 40 exact 1");
            assertThat(totals("activiteit", first, second, "--missing", "refuse"))
                    .containsExactly("Taalcafé 120 exact 1");
        }

        @Test
        void wijkWithoutRows_whereTheStadsdeelWasNotDelivered_isNot() {
            Path first = write("dek1.csv", Sheet.row(), Sheet.row("stadsdeel", "Laak", "wijk", "WK051838"));
            Path second = write("dek2.csv", Sheet.row("periode", "2026KW02"));
            assertThat(totals("wijk", first, second, "--missing", "refuse"))
                    .containsExactly("WK051822 80 exact 1", "WK051838  refused 0.5");
        }

        private Path agreed() {
            return Sheet.writeText(folder, "afspraken.json", """
                    {"id": "t", "version": "1", "title": {"nl": "x", "en": "x"}, "status": "reconstruction",
                     "provenance": {"note": {"nl": "x", "en": "x"},
                       "sources": [{"id": "A", "title": "x", "reference": "x"}]},
                     "agreements": [{"organisation": "91000011", "areas": ["Centrum", "Laak", "Escamp"],
                       "validFrom": "2026KW01", "dueAfterDays": 30}]}
                    """);
        }

        @Test
        void stadsdeelThatWasAgreed_isThereWhereItOccursInAnyDelivery() {
            Path first = write("dek1.csv", Sheet.row(), Sheet.row("stadsdeel", "Laak", "wijk", "WK051838"));
            Path second = write("dek2.csv", Sheet.row("periode", "2026KW02"));
            assertThat(totals("stadsdeel", first, second, "--context", agreed()))
                    .containsExactly("Centrum 80 exact 1", "Laak 40 exact 1");
            // Escamp occurs in none of its deliveries
            assertThat(totals("periode", first, second, "--context", agreed()))
                    .containsExactly(
                            "2026KW01 80 incomplete 0.66666666666666667", "2026KW02 40 incomplete 0.66666666666666667");
        }
    }

    /** A state is that of the last report of each organisation, and is only whole when all of these are of one moment. */
    @Nested
    class States {

        private static final String HEADER =
                "organisatie;stadsdeel;periode;vorm;ernst;leeftijdsgroep;begin;opgestart;afgesloten;eind;unieke_clienten;"
                        + "hulpvragen;terugkeer;doorlooptijd_dagen;doelen_gesteld;doelen_behaald;wachttijd_dagen;"
                        + "doorverwijzingen;toelichting\n";

        private Path file(String name, String organisation, String stadsdeel, String period, String counts) {
            return Sheet.writeText(
                    folder,
                    name,
                    HEADER + organisation + ";" + stadsdeel + ";" + period + ";INDIVIDUEEL;LICHT;30-49;" + counts
                            + ";6;0;20;8;5;12;1;\n");
        }

        private Path second() {
            return file("a2.csv", "91000011", "Laak", "2026KW02", "10;5;3;12;15");
        }

        private Path third() {
            return file("a3.csv", "91000011", "Laak", "2026KW03", "12;4;6;10;16");
        }

        private Path early() {
            return file("c2.csv", "91000037", "Escamp", "2026KW02", "200;0;0;200;200");
        }

        private Map<String, String> total(String by, Object... args) {
            Object[] all = Stream.concat(Stream.of("aggregate", "--by", by, "--measure", "begin,eind"), Stream.of(args))
                    .toArray();
            return Sheet.rows(Run.of(all).out()).get(0);
        }

        @Test
        void end_whereOneDidNotReportTheLastQuarter_isIncompleteWithItsLastValue() {
            Map<String, String> city = total("jaar", second(), third(), early());
            assertThat(figure(city, "eind")).containsExactly("210", "", "", "incomplete", "0");
            assertThat(city).containsEntry("eind_oldest", "2026KW02").containsEntry("begin_oldest", "2026KW02");
            assertThat(figure(city, "begin")).containsExactly("210", "210", "210", "exact", "0");
            assertThat(total("jaar", second(), third(), early(), "--missing", "refuse"))
                    .containsEntry("eind_status", "refused");
        }

        @Test
        void end_ofTwoOrganisationsInOneStadsdeel_isIncompleteToo() {
            Path other = file("b2.csv", "91000029", "Laak", "2026KW02", "100;10;0;110;110");
            assertThat(figure(total("stadsdeel", second(), third(), other), "eind"))
                    .containsExactly("120", "", "", "incomplete", "0");
        }

        @Test
        void beginning_whereOneReportedLater_isIncompleteWithItsFirstValue() {
            Path later = file("b3.csv", "91000029", "Laak", "2026KW03", "100;10;0;110;110");
            Map<String, String> laak = total("stadsdeel", second(), third(), later);
            assertThat(figure(laak, "begin")).containsExactly("110", "", "", "incomplete", "0");
            assertThat(figure(laak, "eind")).containsExactly("120", "120", "120", "exact", "0");
        }

        @Test
        void end_whereTheLastRowWasRejected_isIncompleteWithTheValueBefore() {
            Path rejected = file("a3.csv", "91000011", "Laak", "2026KW03", "12;4;6;;16");
            assertThat(figure(total("stadsdeel", second(), rejected), "eind"))
                    .containsExactly("12", "", "", "incomplete", "1");
        }

        @Test
        void end_ofAnOrganisationWhoseAgreementEnded_doesNotCountFromThen() {
            Path context = Sheet.writeText(folder, "einde.json", """
                    {"id": "t", "version": "1", "title": {"nl": "x", "en": "x"}, "status": "reconstruction",
                     "provenance": {"note": {"nl": "x", "en": "x"},
                       "sources": [{"id": "A", "title": "x", "reference": "x"}]},
                     "agreements": [
                       {"organisation": "91000011", "areas": ["Laak"], "validFrom": "2026KW02", "dueAfterDays": 30},
                       {"organisation": "91000037", "areas": ["Escamp"], "validFrom": "2026KW01", "validTo": "2026KW02",
                        "dueAfterDays": 30}]}
                    """);
            Map<String, String> city = total("jaar", second(), third(), early(), "--context", context);
            assertThat(cell(city, "eind")).isEqualTo("10");
            assertThat(city).containsEntry("eind_oldest", "2026KW03");
        }

        /** The form has no verdict in it, so no report of Escamp is expected after its agreement. */
        @Test
        void end_inTargets_isThatOfTotalsWithTheSameContext() {
            Path targets = Sheet.writeText(
                    folder,
                    "doel.csv",
                    "indicator;gebied;periode;vergelijking;waarde;waarde_tot;nulmeting;bron\n"
                            + "lopende-ondersteuning;GM0518;2026JJ00;HOOGSTENS;100;;;doc\n");
            Path context = Sheet.writeText(folder, "einde.json", AGREED.formatted("""
                     "agreements": [
                       {"organisation": "91000037", "areas": ["Escamp"], "validFrom": "2026KW01", "validTo": "2026KW02",
                        "dueAfterDays": 30}]"""));
            Object[] run = {"targets", "--targets", targets, "--report", "csv", second(), third(), early()};
            Map<String, String> alone = first(Run.of(run).exits(0));
            assertThat(cell(alone, "reached") + " " + cell(alone, "reached_status"))
                    .isEqualTo("210 incomplete");
            Map<String, String> agreed = first(Run.of(Stream.concat(Stream.of(run), Stream.of("--context", context))
                            .toArray())
                    .exits(0));
            assertThat(cell(agreed, "reached") + " " + cell(agreed, "reached_status"))
                    .isEqualTo("10 exact");
        }
    }

    private static final String AGREED = """
            {"id": "t", "version": "1", "title": {"nl": "x", "en": "x"}, "status": "reconstruction",
             "provenance": {"note": {"nl": "x", "en": "x"},
               "sources": [{"id": "A", "title": "x", "reference": "x"}]},
            %s}
            """;

    /** A report that was agreed and is not there is missing in every command. */
    @Nested
    class AgreedReports {

        private Path context() {
            return Sheet.writeText(folder, "twee.json", AGREED.formatted("""
                    "agreements": [
                      {"organisation": "91000011", "areas": ["Centrum"], "validFrom": "2026KW01", "dueAfterDays": 30},
                      {"organisation": "91000029", "areas": ["Centrum"], "validFrom": "2026KW01", "dueAfterDays": 30}]"""));
        }

        /** Nothing was agreed with 91000011; 91000029 was to begin in the second quarter and did. */
        @Test
        void agreementThatBeginsLater_isNotMissingBefore() {
            Path context = Sheet.writeText(folder, "later.json", AGREED.formatted("""
                    "agreements": [
                      {"organisation": "91000029", "areas": ["Centrum"], "validFrom": "2026KW02", "dueAfterDays": 30}]"""));
            Path file = write(
                    "twee.csv",
                    Sheet.row(),
                    Sheet.row("periode", "2026KW02"),
                    Sheet.row("organisatie", "91000029", "periode", "2026KW02"));
            for (String by : List.of("stadsdeel,periode", "wijk,periode", "periode", "stadsdeel")) {
                Run run = Run.of(
                                "aggregate",
                                file,
                                "--by",
                                by,
                                "--measure",
                                "bezoeken",
                                "--missing",
                                "refuse",
                                "--context",
                                context)
                        .exits(0);
                assertThat(Sheet.rows(run.out()))
                        .isNotEmpty()
                        .allSatisfy(row -> assertThat(row)
                                .containsEntry("bezoeken_status", "exact")
                                .containsEntry("coverage", "1"));
            }
        }

        @Test
        void absent_itsStadsdeelIsIncompleteInEveryCommand() {
            Path file = write("een.csv", Sheet.row());
            assertThat(first(Run.of("aggregate", file, "--by", "stadsdeel", "--context", context())
                            .exits(0)))
                    .containsEntry("bezoeken", "40")
                    .containsEntry("bezoeken_status", "incomplete")
                    .containsEntry("coverage", "0.5");
            Object[] compare = {
                "compare",
                file,
                "--level",
                "stadsdeel",
                "--indicator",
                "bezoeken-per-1000-inwoners,bezoeken-per-bijeenkomst"
            };
            assertThat(area(Run.of(compare).exits(0), "Centrum")).containsEntry("status", "exact");
            List<Map<String, String>> compared =
                    Sheet.rows(Run.of(Stream.concat(Stream.of(compare), Stream.of("--context", context()))
                                    .toArray())
                            .exits(0)
                            .out());
            assertThat(compared)
                    .filteredOn(row -> cell(row, "area").equals("Centrum"))
                    .hasSize(2)
                    .allSatisfy(row -> assertThat(row)
                            .containsEntry("status", "incomplete")
                            .containsEntry("numerator", "40"));
            assertThat(Run.of(
                                    "explain",
                                    file,
                                    "--cell",
                                    "indicator=bezoeken-per-1000-inwoners;stadsdeel=Centrum;periode=2026KW01",
                                    "--context",
                                    context())
                            .exits(0)
                            .out())
                    .contains("niet alles is binnen");
        }

        @Test
        void absent_aTargetOfAtMostIsNotMet() {
            Path file = write(
                    "een.csv",
                    Sheet.row(),
                    Sheet.row("periode", "2026KW02"),
                    Sheet.row("periode", "2026KW03"),
                    Sheet.row("periode", "2026KW04"));
            Path targets = Sheet.writeText(
                    folder,
                    "doel.csv",
                    "indicator;gebied;periode;vergelijking;waarde;waarde_tot;nulmeting;bron\n"
                            + "vrijwilligersuren;SD0518-CENTRUM;2026JJ00;HOOGSTENS;100;;;doc\n");
            Map<String, String> alone = first(Run.of("targets", "--targets", targets, "--report", "csv", file)
                    .exits(0));
            assertThat(alone).containsEntry("outcome", "met");
            Map<String, String> agreed =
                    first(Run.of("targets", "--targets", targets, "--report", "csv", file, "--context", context())
                            .exits(0));
            assertThat(agreed).containsEntry("outcome", "not-enough-data");
            assertThat(cell(agreed, "reasons")).contains("reports-missing");
        }
    }

    /** Of a file cut off halfway nobody knows what the rest says. */
    @Nested
    class CutOff {

        @Test
        void file_cutOffInARow_makesEveryTotalIncomplete() {
            Path file = write(
                    "half.csv", Sheet.row(), Sheet.row("activiteit", "Dans").substring(0, 30));
            assertThat(first(Run.of("aggregate", file, "--by", "stadsdeel").exits(1)))
                    .containsEntry("bezoeken", "40")
                    .containsEntry("bezoeken_upper", "")
                    .containsEntry("bezoeken_status", "incomplete");
        }

        @Test
        void file_cutOffInAQuotedCell_makesEveryTotalIncomplete() {
            Path file = write("half.csv", Sheet.row(), "91000011;Centrum;WK051822;2026KW01;1;TAAL;\"Dans in de bu");
            assertThat(first(Run.of("aggregate", file, "--by", "stadsdeel").exits(1)))
                    .containsEntry("bezoeken", "40")
                    .containsEntry("bezoeken_upper", "")
                    .containsEntry("bezoeken_status", "incomplete");
        }
    }

    /** A period that has yet to begin is named by every command that reads deliveries. */
    @Nested
    class LaterPeriods {

        @Test
        void period_afterTheDayOfTheCheck_isNamedByEveryCommand() {
            Path file = write("later.csv", Sheet.row("periode", "2026KW04"));
            Path targets = Sheet.writeText(
                    folder,
                    "doel.csv",
                    "indicator;gebied;periode;vergelijking;waarde;waarde_tot;nulmeting;bron\n"
                            + "vrijwilligersuren;SD0518-CENTRUM;2026JJ00;HOOGSTENS;100;;;doc\n");
            List<List<Object>> commands = List.of(
                    List.of("aggregate", file, "--by", "stadsdeel"),
                    List.of("compare", file, "--level", "stadsdeel"),
                    List.of("targets", file, "--targets", targets),
                    List.of("explain", file, "--cell", "measure=bezoeken;stadsdeel=Centrum"),
                    List.of("convert", file, "-o", folder.resolve("uit.json"), "--force"));
            for (List<Object> command : commands) {
                List<Object> before = new ArrayList<>(command);
                before.addAll(List.of("--date", "2026-09-30"));
                assertThat(Run.of(before.toArray()).exits(0).err())
                        .as("%s", command)
                        .contains("TF-V10");
                List<Object> after = new ArrayList<>(command);
                after.addAll(List.of("--date", "2026-10-01"));
                assertThat(Run.of(after.toArray()).exits(0).err())
                        .as("%s", command)
                        .doesNotContain("TF-V10");
            }
        }
    }

    /** A signal rests on figures that are whole. */
    @Nested
    class Signals {

        private Object[] compare(boolean rejected, Object... options) {
            List<Object> args = new ArrayList<>(List.of("compare"));
            for (int i = 0; i < 12; i++) {
                String period = (2026 + i / 4) + "KW0" + (i % 4 + 1);
                String visits = Integer.toString(i == 11 ? 40 : 200 + i % 3);
                String row = Sheet.row("periode", period, "bezoeken", visits);
                String wrong = Sheet.row("periode", period, "activiteit", "Dans", "bezoeken", "veel");
                args.add(write(period + ".csv", rejected && i == 11 ? row + "\n" + wrong : row));
            }
            args.addAll(List.of(
                    "--level", "stadsdeel", "--indicator", "bezoeken-per-1000-inwoners", "--export", "signals"));
            args.addAll(List.of(options));
            return args.toArray();
        }

        private List<String> signals(Run run) {
            return Sheet.rows(run.out()).stream()
                    .map(row -> cell(row, "area") + " " + cell(row, "period") + " " + cell(row, "signal"))
                    .toList();
        }

        @Test
        void fall_isASignal_butNotWhereARowOfThatQuarterWasRejected() {
            assertThat(signals(Run.of(compare(false)).exits(0))).contains("Centrum 2028KW04 yes");
            assertThat(signals(Run.of(compare(true)).exits(1))).noneMatch(one -> one.equals("Centrum 2028KW04 yes"));
            // the rejected row lies after the period asked for
            assertThat(signals(Run.of(compare(true, "--periode", "2028KW03")).exits(1)))
                    .isEqualTo(signals(
                            Run.of(compare(false, "--periode", "2028KW03")).exits(0)));
        }
    }
}
