package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money of programmes next to results: the cost of a result, as bounds where the result lies between bounds. */
class CostsTest {

    private static final String HEADER = "programma;organisatie;stadsdeel;periode;euro\n";

    @TempDir
    private Path folder;

    private Path money(String... rows) {
        return Sheet.writeText(folder, "geld.csv", HEADER + String.join("\n", rows) + "\n");
    }

    /** Two activities with 12 and 30 participants: together 30 to 42 persons, and 100 visits. */
    private Path delivery() {
        return Sheet.write(
                folder,
                "levering.csv",
                Sheet.row("bezoeken", "40", "unieke_deelnemers", "12"),
                Sheet.row("activiteit", "Koor", "bezoeken", "60", "unieke_deelnemers", "30"));
    }

    private static Map<String, String> row(Run run, String programme, String measure) {
        return run.rows().stream()
                .filter(row -> "Centrum".equals(row.get("area"))
                        && programme.equals(row.get("programme"))
                        && measure.equals(row.get("measure")))
                .findFirst()
                .orElseThrow();
    }

    private Run compare(Path money, Object... more) {
        return Run.with(List.of("compare", delivery(), money, "--level", "stadsdeel"), more)
                .exits(0);
    }

    @Test
    void cost_personsBetweenBounds_isLowestForTheMostPersons() {
        Run run = compare(money("Wijk;91000011;Centrum;2026KW01;1260"));
        assertThat(row(run, "ALLE", "unieke_deelnemers"))
                .containsEntry("result_lower", "30")
                .containsEntry("result_upper", "42")
                .containsEntry("cost", "")
                .containsEntry("cost_lower", "30")
                .containsEntry("cost_upper", "42")
                .containsEntry("cost_status", "between")
                .containsEntry("use", "internal");
        assertThat(row(run, "Wijk", "bezoeken"))
                .containsEntry("result", "100")
                .containsEntry("cost", "12.6")
                .containsEntry("cost_status", "exact")
                .containsEntry("reason", "");
    }

    @Test
    void cost_quartersNotDelivered_isNotGiven() {
        assertThat(row(compare(money("Wijk;91000011;Centrum;2026JJ00;1260")), "ALLE", "bezoeken"))
                .containsEntry("result", "100")
                .containsEntry("result_lower", "100")
                .containsEntry("result_upper", "")
                .containsEntry("result_status", "incomplete")
                .containsEntry("cost_upper", "")
                .containsEntry("cost_status", "incomplete")
                .containsEntry("reason", "not_delivered");
    }

    @Test
    void cost_organisationWithoutMoney_doesNotCount() {
        Path other = Sheet.write(folder, "ander.csv", Sheet.row("organisatie", "91000029", "bezoeken", "900"));
        assertThat(row(compare(money("Wijk;91000011;Centrum;2026KW01;1000"), other), "ALLE", "bezoeken"))
                .containsEntry("result", "100")
                .containsEntry("organisations", "1")
                .containsEntry("cost", "10");
    }

    @Test
    void cost_severalProgrammesForOneOrganisation_isOnlyOfAllTogether() {
        Run run = compare(money("Wijk;91000011;Centrum;2026KW01;600", "Sport;91000011;Centrum;2026KW01;400"));
        assertThat(row(run, "ALLE", "bezoeken")).containsEntry("euro", "1000").containsEntry("cost", "10");
        assertThat(row(run, "Sport", "bezoeken"))
                .containsEntry("euro", "400")
                .containsEntry("result", "100")
                .containsEntry("cost", "")
                .containsEntry("cost_status", "refused")
                .containsEntry("reason", "other_money");
    }

    @Test
    void cost_moneyOfAYearAndOfAQuarter_isNotOfTheQuarterAlone() {
        Run run = compare(money("Wijk;91000011;Centrum;2026KW01;600", "Sport;91000011;Centrum;2026JJ00;400"));
        assertThat(run.rows()).allSatisfy(row -> assertThat(row).containsEntry("reason", "other_period"));
        assertThat(row(
                        compare(
                                money("Wijk;91000011;Centrum;2026KW01;600", "Sport;91000011;Centrum;2026JJ00;400"),
                                "--periode",
                                "2026"),
                        "ALLE",
                        "bezoeken"))
                .containsEntry("euro", "1000")
                .containsEntry("reason", "not_delivered");
    }

    /** Returns the cost of visits in a delivery of one paid organisation. */
    private Map<String, String> costOfVisits(int exit, String... rows) {
        Path own = Sheet.write(folder, "eigen.csv", rows);
        Run run = Run.of("compare", own, money("Wijk;91000011;Centrum;2026KW01;600"), "--level", "stadsdeel")
                .exits(exit);
        return row(run, "ALLE", "bezoeken");
    }

    @Test
    void cost_noPersonsAtLeast_hasNoUpperBoundAndSaysWhy() {
        String[] nobody = {"bezoeken", "0", "unieke_deelnemers", "0", "nieuwe_deelnemers", "0", "bijeenkomsten", "0"};
        assertThat(costOfVisits(0, Sheet.row(nobody)))
                .containsEntry("result", "0")
                .containsEntry("cost_status", "refused")
                .containsEntry("reason", "zero_denominator");
    }

    @Test
    void cost_rejectedRowOfAPaidOrganisation_isIncomplete() {
        assertThat(costOfVisits(1, Sheet.row("bezoeken", "40"), Sheet.row("activiteit", "Koor", "bezoeken", "-1")))
                .containsEntry("result_status", "incomplete")
                .containsEntry("cost_status", "incomplete")
                .containsEntry("cost_lower", "");
    }

    @Test
    void page_andWorkbook_areWritten() {
        Path money = money("Wijk;91000011;Centrum;2026KW01;1260");
        Path page = folder.resolve("kosten.html");
        compare(money, "-o", page);
        assertThat(Sheet.read(page)).contains("Geld naast resultaten", "cost_lower", "Alleen voor intern gebruik");
        Path book = folder.resolve("kosten.xlsx");
        compare(money, "-o", book);
        assertThat(book).isNotEmptyFile();
        assertThat(compare(money, "--report", "text").out())
                .containsPattern(
                        "Centrum +alle programma's +1e kwartaal 2026 +1.260 +unieke_deelnemers +30 – 42 +30 – 42")
                .contains("zeggen niets over kwaliteit");
    }

    @Test
    void usage_withoutWhatItNeeds_isTwo() {
        Path money = money("Wijk;91000011;Centrum;2026KW01;1260");
        Run.of("compare", money, "--level", "stadsdeel").exits(2).saysOneLine();
        Run.of("compare", delivery(), "--level", "stadsdeel", "--export", "costs")
                .exits(2)
                .saysOneLine();
        Run.of("compare", delivery(), money, "--level", "wijk").exits(2).saysOneLine();
        Run.of("compare", delivery(), money, "--level", "stadsdeel", "--where", "doelgroep=ALLEN")
                .exits(2)
                .saysOneLine();
    }
}
