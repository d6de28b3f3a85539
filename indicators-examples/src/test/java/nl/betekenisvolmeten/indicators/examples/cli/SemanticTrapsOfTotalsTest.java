package nl.betekenisvolmeten.indicators.examples.cli;

import static nl.betekenisvolmeten.indicators.examples.cli.Sheet.cell;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What organisations count themselves, in place of their rows, next to them or without them. */
class SemanticTrapsOfTotalsTest {

    private static final String TOTALS =
            "organisatie;stadsdeel;periode;activiteit;activiteitsoort;bijeenkomsten;bezoeken;"
                    + "unieke_deelnemers;eerste_keer_dit_jaar;bezoeken_zonder_naam;bezoeken_kwadraatsom\n";

    @TempDir
    private Path folder;

    private Path totals(String... rows) {
        return Sheet.writeText(folder, "kort.csv", TOTALS + String.join("\n", rows) + "\n");
    }

    /** Ten meetings for two ages: seven and six persons, forty visits together. */
    private Path rows() {
        return Sheet.write(
                folder,
                "rijen.csv",
                Sheet.row("leeftijdsgroep", "30-49", "bijeenkomsten", "10", "bezoeken", "20", "unieke_deelnemers", "7"),
                Sheet.row("leeftijdsgroep", "67+", "bijeenkomsten", "10", "bezoeken", "20", "unieke_deelnemers", "6"),
                Sheet.row("activiteit", "Lezen", "bijeenkomsten", "4", "bezoeken", "9", "unieke_deelnemers", "5"));
    }

    private static List<String> figure(Map<String, String> row, String series) {
        return Stream.of("_lower", "_upper", "_status")
                .map(suffix -> cell(row, series + suffix))
                .toList();
    }

    private static Map<String, String> first(Run run) {
        return Sheet.rows(run.out()).get(0);
    }

    private Run aggregate(String by, Path... files) {
        return Run.of(Stream.concat(
                        Stream.of("aggregate", "--by", by, "--measure", "bijeenkomsten,bezoeken,unieke_deelnemers"),
                        Stream.of(files))
                .toArray());
    }

    private static String organisation() {
        return Sheet.row().split(";", -1)[0];
    }

    private static String all(String numbers) {
        return organisation() + ";Centrum;2026KW01;ALLE;;" + numbers;
    }

    @Test
    void total_ofTheSameStadsdeelAndPeriod_takesThePlaceOfItsRows() {
        assertThat(figure(first(aggregate("stadsdeel", rows()).exits(0)), "bijeenkomsten"))
                .containsExactly("14", "24", "between");
        Map<String, String> row =
                first(aggregate("stadsdeel", rows(), totals(all("14;49;15;;;"))).exits(0));
        assertThat(figure(row, "bijeenkomsten")).containsExactly("14", "14", "exact");
        assertThat(figure(row, "bezoeken")).containsExactly("49", "49", "exact");
        assertThat(figure(row, "unieke_deelnemers")).containsExactly("15", "15", "exact");
    }

    /** An organisation that delivered its own totals only is one that delivered. */
    @Test
    void total_onTheOverviewAndInTheProgressReport_narrowsTheSame() {
        Path own = totals(all("14;49;15;15;;"), "91000045;Laak;2026KW01;ALLE;;4;30;9;9;;");
        String before = Run.of("overview", rows()).exits(0).out();
        assertThat(before).contains("ten minste 13 en ten hoogste 18 mensen naar een activiteit in Centrum");
        assertThat(Run.of("overview", rows(), own).exits(0).out())
                .contains("kwamen 15 mensen naar een activiteit in Centrum")
                .contains("kwamen 9 mensen naar een activiteit in Laak")
                .contains("ten minste 15 en ten hoogste 24 mensen naar een activiteit in Den Haag");
        Path report = folder.resolve("voortgang.json");
        Run.of("report", "--kind", "progress", "--internal", "toets", rows(), own, "-o", report)
                .exits(0);
        assertThat(Sheet.read(report)).contains("ten minste 15 en ten hoogste 24");
    }

    /** Totals are no rows: nothing would be left of them. */
    @Test
    void total_convertedToTheFormThatItIsAbout_isRefused() {
        Path to = folder.resolve("rijen-en-totalen.csv");
        Run run = Run.of("convert", rows(), totals(all("14;49;15;15;;")), "-o", to)
                .exits(2)
                .saysOneLine();
        assertThat(run.err()).contains("telformat-kort@2026.1", "telformat-gebiedsgericht@");
        assertThat(to).doesNotExist();
        Run.of("convert", folder.resolve("kort.csv"), "--to", "telformat-kort", "-o", to)
                .exits(0);
        assertThat(Sheet.read(to)).contains("2026KW01;ALLE;", ";14;49;15;15");
    }

    @Test
    void total_withVisitsWithoutAName_leavesThoseOpen() {
        Map<String, String> row = first(
                aggregate("stadsdeel", rows(), totals(all("14;49;15;;3;"))).exits(0));
        assertThat(figure(row, "unieke_deelnemers")).containsExactly("15", "18", "between");
    }

    @Test
    void total_ofFewerThanItsRows_countsForNothing() {
        Run run = aggregate("stadsdeel", rows(), totals(all("14;49;12;;;"))).exits(1);
        assertThat(run.err()).contains("TK-R01");
        assertThat(figure(first(run), "unieke_deelnemers")).containsExactly("13", "18", "between");
        assertThat(figure(first(run), "bijeenkomsten")).containsExactly("14", "24", "between");
    }

    @Test
    void total_ofMoreThanItsRows_countsForNothing() {
        Run run = aggregate("stadsdeel", rows(), totals(all("14;60;15;;;"))).exits(1);
        assertThat(run.err()).contains("TK-R02");
        assertThat(figure(first(run), "bezoeken")).containsExactly("49", "49", "exact");
    }

    /** With a quarter missing nobody knows the most that it can be: that is said, and the total counts. */
    @Test
    void total_overAQuarterThatDidNotComeIn_counts() {
        Run run = aggregate("stadsdeel", rows(), totals(organisation() + ";Centrum;2026HJ01;ALLE;;30;120;30;;;"))
                .exits(0);
        assertThat(run.err()).contains("TK-I01");
        assertThat(figure(first(run), "bezoeken")).containsExactly("120", "120", "exact");
        Map<String, String> quarter =
                first(aggregate("periode", rows(), folder.resolve("kort.csv")).exits(0));
        assertThat(figure(quarter, "bezoeken")).containsExactly("49", "49", "exact");
    }

    /** A half-year says nothing about one of its quarters, except that it is no larger. */
    @Test
    void total_overALongerPeriod_isAnUpperBoundInItsQuarters() {
        Path two = Sheet.write(
                folder,
                "rijen.csv",
                Sheet.row("bezoeken", "20", "unieke_deelnemers", "7"),
                Sheet.row("activiteit", "Lezen", "bezoeken", "9", "unieke_deelnemers", "6"),
                Sheet.row("activiteit", "Koken", "bezoeken", "veel", "unieke_deelnemers", "6"));
        Path own = totals(organisation() + ";Centrum;2026HJ01;ALLE;;30;120;10;;;");
        for (String by : List.of("stadsdeel,periode", "wijk,periode", "doelgroep,periode")) {
            Map<String, String> row = first(aggregate(by, two, own).exits(1));
            assertThat(figure(row, "bezoeken")).as(by).containsExactly("29", "120", "incomplete");
            assertThat(figure(row, "unieke_deelnemers")).as(by).containsExactly("7", "10", "incomplete");
        }
    }

    /** Everyone in a wijk is in the stadsdeel's total, whether or not rows are missing. */
    @Test
    void total_ofAStadsdeel_isAnUpperBoundOfPersonsInAWijk() {
        Map<String, String> row =
                first(aggregate("wijk", rows(), totals(all("14;49;15;;;"))).exits(0));
        assertThat(figure(row, "unieke_deelnemers")).containsExactly("13", "15", "between");
        assertThat(figure(row, "bijeenkomsten")).containsExactly("14", "14", "exact");
    }

    /** The total is not of one activity, but nobody in an activity is outside it. */
    @Test
    void total_ofAllActivities_isAnUpperBoundOfOne() {
        Path two = Sheet.write(
                folder,
                "rijen.csv",
                Sheet.row("wijk", "WK051822", "bezoeken", "20", "unieke_deelnemers", "7"),
                Sheet.row("wijk", "WK051828", "bezoeken", "9", "unieke_deelnemers", "6"));
        Map<String, String> row =
                first(aggregate("activiteit", two, totals(all(";29;9;;;"))).exits(0));
        assertThat(figure(row, "unieke_deelnemers")).containsExactly("7", "9", "between");
        assertThat(figure(row, "bezoeken")).containsExactly("29", "29", "exact");
    }

    @Test
    void total_withAnError_makesNothingIncomplete() {
        Run run = aggregate("stadsdeel", rows(), totals(all("14;10;15;;;"))).exits(1);
        assertThat(figure(first(run), "bezoeken")).containsExactly("49", "49", "exact");
        assertThat(first(run)).containsEntry("rows_rejected", "0");
    }

    @Test
    void total_withoutRows_isTheFigure_andMayBeInAnyWijk() {
        Path own = totals("91000045;Laak;2026KW01;ALLE;;4;30;9;;;");
        assertThat(figure(first(aggregate("stadsdeel", own).exits(0)), "unieke_deelnemers"))
                .containsExactly("9", "9", "exact");
        assertThat(Sheet.rows(aggregate("wijk", own).exits(0).out()))
                .allSatisfy(row -> assertThat(figure(row, "bezoeken")).containsExactly("0", "30", "between"));
    }

    @Test
    void totalOfAnActivity_countsOnlyWithoutRows() {
        String own = organisation() + ";Centrum;2026KW01;Soep;ETEN;4;30;9;;;";
        Run run = aggregate("stadsdeel", rows(), totals(own)).exits(0);
        assertThat(run.err()).contains("TK-I02");
        assertThat(figure(first(run), "bezoeken")).containsExactly("49", "49", "exact");
        assertThat(figure(first(aggregate("activiteitsoort", folder.resolve("kort.csv"))), "bezoeken"))
                .containsExactly("30", "30", "exact");
    }

    @Test
    void squares_ofOneOrganisation_areAnExactDesignEffect() {
        Path own = totals(all("14;49;15;;;243"));
        Object[] line = {
            "compare",
            rows(),
            "--totals",
            own,
            "--level",
            "stadsdeel",
            "--periode",
            "2026KW01",
            "--indicator",
            "bezoeken-per-1000-inwoners"
        };
        Map<String, String> centrum = Sheet.rows(Run.of(line).exits(0).out()).stream()
                .filter(row -> cell(row, "area").equals("Centrum"))
                .findFirst()
                .orElseThrow();
        assertThat(centrum).containsEntry("design_effect_basis", "exact");
        assertThat(Double.parseDouble(cell(centrum, "design_effect_lower"))).isEqualTo(243.0 / 49);
    }

    @Test
    void totals_ofAnotherLayout_areComparedByAggregateOnly() {
        Path old = Sheet.writeText(folder, "oud.csv", "stadsdeel;bezoeken\nCentrum;50\n");
        assertThat(aggregate("stadsdeel", rows(), Path.of("--totals"), old)
                        .exits(0)
                        .out())
                .contains("bezoeken");
        Run.of("compare", rows(), "--totals", old, "--level", "stadsdeel").exits(2);
    }

    @Test
    void count_writesTotals_thatAreItsOwnFigures() throws Exception {
        Path records = Sheet.writeText(
                folder,
                "registraties.csv",
                "datum;activiteit;activiteitsoort;wijk;doelgroep;deelnemer;geboortejaar;rol;uren;doorverwezen\n"
                        + "2026-01-05;Taal;TAAL;WK051838;ALLEN;a;1980;DEELNEMER;;nee\n"
                        + "2026-01-12;Taal;TAAL;WK051838;ALLEN;a;1980;DEELNEMER;;nee\n"
                        + "2026-01-12;Soep;ETEN;WK051838;ALLEN;a;1980;DEELNEMER;;nee\n"
                        + "2026-04-12;Soep;ETEN;WK051839;ALLEN;b;1980;DEELNEMER;;nee\n"
                        + "2026-04-12;Soep;ETEN;WK051839;ALLEN;a;1980;DEELNEMER;;nee\n");
        Path rows = folder.resolve("telling.csv");
        Path own = folder.resolve("eigen.csv");
        Run.of("count", records, "--organisatie", "91000011", "-o", rows, "--totals-to", own)
                .exits(0);
        assertThat(Files.readString(own).lines())
                .contains(
                        "91000011;Laak;2026KW01;ALLE;;3;3;1;1;0;;9;",
                        "91000011;Laak;2026KW02;ALLE;;1;2;2;1;0;;2;",
                        "91000011;Laak;2026HJ01;ALLE;;4;5;2;2;0;;17;");
        Map<String, String> half = first(aggregate("halfjaar", rows, own).exits(0));
        assertThat(figure(half, "unieke_deelnemers")).containsExactly("2", "2", "exact");
    }
}
