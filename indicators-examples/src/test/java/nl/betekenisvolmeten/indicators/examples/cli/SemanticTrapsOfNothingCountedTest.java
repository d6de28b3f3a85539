package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An organisation delivered no row of the requested kind: the count of that kind is zero. If another agreed delivery is
 * missing, it may contain such rows, so zero is only a lower bound.
 */
class SemanticTrapsOfNothingCountedTest {

    @TempDir
    private Path folder;

    /** One row in Centrum and one in Laak, both about people aged 30 to 49. */
    private Path delivery() {
        return Sheet.write(folder, "kw1.csv", Sheet.row(), Sheet.row("stadsdeel", "Laak", "wijk", "WK051838"));
    }

    /** A second organisation was to deliver for Laak, but did not. */
    private Path agreed() {
        return Sheet.context(folder, "afspraken.json", """
                "agreements":[
                {"organisation":"91000011","areas":["Centrum","Laak"],"validFrom":"2026KW01","dueAfterDays":30},
                {"organisation":"91000029","areas":["Laak"],"validFrom":"2026KW01","dueAfterDays":30}]
                """);
    }

    private List<String> total(String area, String series, Object... options) {
        Object[] args = Stream.concat(Stream.of("aggregate", delivery(), "--by", "stadsdeel"), Stream.of(options))
                .toArray();
        Map<String, String> row = Sheet.first(Sheet.rows(Run.of(args).exits(0).out()), "stadsdeel", area);
        return Sheet.figure(row, series);
    }

    @Test
    void indicator_whereADeliveryIsMissing_isNotExactlyZero() {
        Object[] options = {"--indicator", "deelnemers-67-plus", "--context", agreed(), "--missing"};
        assertThat(total("Centrum", "deelnemers-67-plus", with(options, "sum")))
                .containsExactly("0", "0", "0", "exact");
        assertThat(total("Laak", "deelnemers-67-plus", with(options, "sum")))
                .containsExactly("0", "0", "", "incomplete");
        assertThat(total("Laak", "deelnemers-67-plus", with(options, "bound")))
                .containsExactly("", "0", "", "incomplete");
        assertThat(total("Laak", "deelnemers-67-plus", with(options, "refuse"))).containsExactly("", "", "", "refused");
    }

    private static Object[] with(Object[] options, Object last) {
        return Stream.concat(Stream.of(options), Stream.of(last)).toArray();
    }

    /** Each missing delivery adds at most 9 hours, and one delivery is missing. */
    @Test
    void selectedRows_whereADeliveryIsMissing_areBetweenZeroAndItsMaximum() {
        assertThat(total(
                        "Laak",
                        "vrijwilligersuren",
                        "--measure",
                        "vrijwilligersuren",
                        "--where",
                        "leeftijdsgroep=67+",
                        "--context",
                        agreed(),
                        "--missing",
                        "bound",
                        "--at-most",
                        "vrijwilligersuren=9"))
                .containsExactly("", "0", "9", "incomplete");
    }

    @Test
    void selectedRows_ofACompleteDelivery_areZero() {
        for (String measure : List.of("bezoeken", "unieke_deelnemers", "bijeenkomsten", "vrijwilligersuren")) {
            assertThat(total("Laak", measure, "--measure", measure, "--where", "leeftijdsgroep=67+"))
                    .containsExactly("0", "0", "0", "exact");
        }
    }

    @Test
    void rate_whereADeliveryIsMissing_hasNoValue() {
        Run run = Run.of(
                        "compare",
                        delivery(),
                        "--level",
                        "stadsdeel",
                        "--indicator",
                        "bezoeken-per-1000-inwoners",
                        "--where",
                        "leeftijdsgroep=67+",
                        "--context",
                        agreed())
                .exits(0);
        List<Map<String, String>> rows = Sheet.rows(run.out());
        assertThat(Sheet.first(rows, "area", "Laak"))
                .containsEntry("numerator", "0")
                .containsEntry("numerator_upper", "")
                .containsEntry("value", "")
                .containsEntry("status", "incomplete");
        assertThat(Sheet.first(rows, "area", "Centrum"))
                .containsEntry("value", "0")
                .containsEntry("status", "exact");
    }

    @Test
    void explained_isZeroInsteadOfNothingDelivered() {
        String total = explained("indicator=deelnemers-67-plus;stadsdeel=Laak;periode=2026KW01");
        assertThat(total)
                .contains("Waarde: 0\n", "unieke_deelnemers, samen 0\n")
                .doesNotContain("niets geleverd");
        String cell = explained("measure=bezoeken;stadsdeel=Laak;periode=2026KW01;leeftijdsgroep=67+");
        assertThat(cell).contains("Waarde: 0\n").doesNotContain("niets geleverd");
        // none of the 40 visits in the row is to an activity of BUURT
        String share = explained("indicator=aandeel-bezoeken-buurt;stadsdeel=Laak;periode=2026KW01");
        assertThat(share).contains("= 0 gedeeld door 40", "bezoeken, samen 0\n").doesNotContain("niets geleverd");
    }

    /** Returns how many persons were reached in an area, given the characteristics of some areas. */
    private List<String> reached(String area, List<String> areas, Object... options) {
        StringBuilder facts = new StringBuilder("gebied;kenmerk;waarde;bron\n");
        areas.forEach(one -> facts.append(one)
                .append(";laag inkomen;")
                .append(one.hashCode() & 63)
                .append(";x\n"));
        Object[] args = Stream.concat(
                        Stream.of(
                                "need",
                                "--characteristics",
                                Sheet.writeText(folder, "kenmerken.csv", facts.toString()),
                                "--weights",
                                Sheet.writeText(
                                        folder, "gewichten.csv", "kenmerk;gewicht;richting\nlaag inkomen;1;HOOG\n")),
                        Stream.of(options))
                .toArray();
        return Sheet.figure(Sheet.first(Sheet.rows(Run.of(args).out()), "area_code", area), "reached");
    }

    @Test
    void need_whereADeliveryIsMissing_isALowerBound() {
        List<String> areas = List.of("SD0518-CENTRUM", "SD0518-LAAK", "SD0518-ESCAMP");
        for (String period : List.of("2026KW01", "2026")) {
            Object[] options = {delivery(), "--context", agreed(), "--periode", period};
            assertThat(reached("SD0518-LAAK", areas, options)).containsExactly("", "12", "", "incomplete");
            assertThat(reached("SD0518-CENTRUM", areas, options)).containsExactly("12", "12", "12", "exact");
            assertThat(reached("SD0518-ESCAMP", areas, options)).containsExactly("", "", "", "missing");
        }
    }

    /** The row about an unknown wijk of Laak may be about either of its two wijken. */
    @Test
    void need_whereARejectedRowMayBelong_isALowerBound() {
        Path file = large(Sheet.row("stadsdeel", "Laak", "wijk", "WK051890", "activiteit", "Kook"));
        List<String> areas = List.of("WK051838", "WK051839", "WK051823");
        assertThat(reached("WK051838", areas, file)).containsExactly("", "30", "", "incomplete");
        assertThat(reached("WK051839", areas, file)).containsExactly("", "0", "", "incomplete");
        assertThat(reached("WK051823", areas, file)).containsExactly("0", "0", "0", "exact");
    }

    /** Rows of 300 visits by 30 people each; published figures are rounded to 5. */
    private Path large(String... more) {
        String[] rows = Stream.concat(
                        Stream.of(
                                Sheet.row("bezoeken", "300", "unieke_deelnemers", "30"),
                                Sheet.row(
                                        "stadsdeel",
                                        "Laak",
                                        "wijk",
                                        "WK051838",
                                        "bezoeken",
                                        "300",
                                        "unieke_deelnemers",
                                        "30")),
                        Stream.of(more))
                .toArray(String[]::new);
        return Sheet.write(folder, "groot.csv", rows);
    }

    private List<String> published(String table, String area) {
        Map<String, String> row =
                Sheet.first(Sheet.rows(Sheet.read(folder.resolve("openbaar/" + table + ".csv"))), "area_code", area);
        return List.of(Sheet.cell(row, "bezoeken"), Sheet.cell(row, "bezoeken_status"));
    }

    @Test
    void published_whereAnAgreedDeliveryIsMissing_isIncomplete() {
        Run.of("protect", large(), "--context", agreed(), "-o", folder.resolve("openbaar"))
                .exits(0);
        assertThat(published("stadsdeel-jaar", "SD0518-LAAK")).containsExactly("300", "incomplete");
        assertThat(published("wijk-jaar", "WK051839")).containsExactly("0", "incomplete");
        assertThat(published("stadsdeel-jaar", "SD0518-CENTRUM")).containsExactly("300", "exact");
        assertThat(published("wijk-jaar", "WK051823")).containsExactly("0", "exact");
        assertThat(published("stadsdeel-jaar", "SD0518-ESCAMP")).containsExactly("", "missing");
    }

    /** The row about an unknown wijk of Laak belongs to one of its two wijken, and to none of Centrum. */
    @Test
    void published_zeroWhereARejectedRowMayBelong_isIncomplete() {
        Path file = large(Sheet.row("stadsdeel", "Laak", "wijk", "WK051890", "activiteit", "Kook"));
        Run.of("protect", file, "-o", folder.resolve("openbaar")).exits(1);
        assertThat(published("wijk-jaar", "WK051838")).containsExactly("300", "incomplete");
        assertThat(published("wijk-jaar", "WK051839")).containsExactly("0", "incomplete");
        assertThat(published("wijk-jaar", "WK051823")).containsExactly("0", "exact");
    }

    private String explained(String cell) {
        return Run.of("explain", delivery(), "--cell", cell).exits(0).out();
    }
}
