package nl.betekenisvolmeten.indicators.examples.cli;

import static nl.betekenisvolmeten.indicators.examples.cli.Sheet.cell;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults that users of similar tools reported publicly, each reproduced with rows and files of this library. */
class PublicCasesTest {

    /** All stadsdelen except Laak: 1,000, 2,000 and 1,000 people of three ages each. */
    private static final String BANDS = Stream.of(
                    "Centrum",
                    "Escamp",
                    "Haagse Hout",
                    "Leidschenveen-Ypenburg",
                    "Loosduinen",
                    "Scheveningen",
                    "Segbroek")
            .map(area -> "A;0-17;1000\nA;18-66;2000\nA;67+;1000\nA;;4000\n".replace("A", area))
            .collect(Collectors.joining("", "area;leeftijdsgroep;inwoners\n", ""));

    @TempDir
    private Path folder;

    private static String visits(String stadsdeel, String wijk, String age, int visits) {
        return Sheet.row(
                "stadsdeel", stadsdeel, "wijk", wijk, "leeftijdsgroep", age, "bezoeken", Integer.toString(visits));
    }

    private Path threeDistricts() {
        return Sheet.write(
                folder,
                "levering.csv",
                visits("Escamp", "WK051831", "30-49", 80),
                visits("Centrum", "WK051822", "30-49", 120),
                visits("Laak", "WK051838", "30-49", 60));
    }

    private List<Map<String, String>> rates(Path population, Object... more) {
        Run run = Run.with(
                List.of(
                        "compare",
                        threeDistricts(),
                        "--level",
                        "stadsdeel",
                        "--indicator",
                        "bezoeken-per-1000-inwoners",
                        "--population",
                        population),
                more);
        return Sheet.rows(run.exits(0).out());
    }

    private static Map<String, String> of(List<Map<String, String>> rows, String area) {
        return Sheet.first(rows, "area", area);
    }

    /** An area without people of some age has no standardised rate and says so; the others keep theirs. */
    @Test
    void standardise_emptyStratum_takesTheRateOfItsAreaOnly() {
        Path population = Sheet.writeText(
                folder, "inwoners.csv", BANDS + "Laak;0-17;0\nLaak;18-66;2000\nLaak;67+;500\nLaak;;2500\n");
        List<Map<String, String>> rows = rates(population, "--standard", "Escamp");
        assertThat(of(rows, "Laak"))
                .containsEntry("status", "refused")
                .containsEntry("reason", "zero_denominator")
                .containsEntry("value", "")
                .containsEntry("lower", "");
        // a single age group does not show how many visits belong to each age group of the standard: bounds
        assertThat(cell(of(rows, "Centrum"), "lower")).isNotEmpty();
        // 80 of 4,000, against its own ages
        assertThat(of(rows, "Escamp")).containsEntry("value", "20");
    }

    /** An absent stratum is unknown, which is not the same as nobody. */
    @Test
    void standardise_absentStratum_isUnknownAndReported() {
        Path population =
                Sheet.writeText(folder, "inwoners.csv", BANDS + "Laak;18-66;2000\nLaak;67+;500\nLaak;;2500\n");
        Run run = Run.compare(
                        "bezoeken-per-1000-inwoners",
                        threeDistricts(),
                        "--population",
                        population,
                        "--standard",
                        "Escamp")
                .exits(0);
        assertThat(run.err())
                .contains(
                        "BM-A06: Van 1 van de 8 gebieden is niet bekend hoeveel inwoners er zijn van 0-17. Hun cijfers");
        assertThat(of(Sheet.rows(run.out()), "Laak"))
                .containsEntry("status", "refused")
                .containsEntry("reason", "no_age_classes");
    }

    /** Age groups that cover everyone add up to the number of inhabitants, with or without a row for all ages. */
    @ParameterizedTest
    @CsvSource({"''", "';4000'", "'Totaal;4000'"})
    void population_bandsWithOrWithoutTotal_isTheSameRate(String total) {
        String all = total.isEmpty() ? "" : "Escamp;" + total + "\n";
        Path population = Sheet.writeText(
                folder,
                "inwoners.csv",
                "area;leeftijdsgroep;inwoners\nEscamp;0-17;1000\nEscamp;18-66;2000\nEscamp;67+;1000\n" + all);
        List<Map<String, String>> rows = rates(population);
        assertThat(of(rows, "Escamp")).containsEntry("denominator", "4000").containsEntry("value", "20");
        assertThat(of(rows, "Laak")).containsEntry("value", "").containsEntry("reason", "no_inhabitants");
    }

    /** A thousands separator, an area without a number or without inhabitants, and a division by sex. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            area;inwoners~Escamp;4.000                                   | 0 |
            area;inwoners~Escamp;4000~Laak;.                             | 1 | TF-V03
            area;inwoners~Escamp;4000,5                                  | 1 | TF-V03
            area;inwoners~Escamp;4000~Escamp;4000                        | 1 | deels dezelfde leeftijden
            area;leeftijdsgroep;inwoners~Escamp;18-66;1~Escamp;18+;2     | 1 | deels dezelfde leeftijden
            area;geslacht;inwoners~Escamp;man;2000~Escamp;vrouw;2000     | 1 | kolommen die wij niet lezen: geslacht
            area;inwoners~Escamp;4000~Laak;0                             | 0 | meer dan de 0 inwoners
            """)
    void population_oddFile_isReadOrRefusedWithItsCause(String text, int exit, String said) {
        Path population = Sheet.writeText(folder, "inwoners.csv", text.replace('~', '\n') + "\n");
        Run run = Run.compare("bezoeken-per-1000-inwoners", threeDistricts(), "--population", population)
                .exits(exit);
        assertThat(run.err()).contains(said == null ? "" : said);
        if (exit == 0) {
            assertThat(of(Sheet.rows(run.out()), "Escamp")).containsEntry("value", "20");
        }
    }

    /** A target of at most zero is met at 0 and not at 1, and has no percentage. */
    @Test
    void target_zero_isJudgedWithoutAPercentage() {
        Path targets = Sheet.targets(
                folder,
                "geen;GM0518;2026JJ00;HOOGSTENS;0;;",
                "een;GM0518;2026JJ00;HOOGSTENS;0;;",
                "niets;GM0518;2026JJ00;MINSTENS;0;;0");
        Path stated = Sheet.stated(
                folder, "geen;GM0518;2026JJ00;0;;", "een;GM0518;2026JJ00;1;;", "niets;GM0518;2026JJ00;0;;");
        List<Map<String, String>> rows = Sheet.rows(Run.of("targets", "--targets", targets, "--realisations", stated)
                .exits(0)
                .out());
        assertThat(rows)
                .extracting(row -> cell(row, "indicator") + " " + cell(row, "outcome") + " " + cell(row, "achievement"))
                .containsExactlyInAnyOrder("geen met ", "een not-met ", "niets met ");
    }

    private static String older(String wijk, String activity, int visits, int persons) {
        return "91000053;Laak;" + wijk + ";2025-Q4;1;ONTMOETEN;" + activity + ";ALLEN;50-66;8;" + visits + ";" + persons
                + ";2;10,5;1;\n";
    }

    private List<Map<String, String>> inAreasOf2026(String shares) {
        Path rows = Sheet.writeText(
                folder, "oud.csv", Sheet.OLDER + older("WK051838", "A", 10, 7) + older("WK051839", "A", 7, 5));
        Path context = Sheet.context(folder, "gebieden.json", """
                "areaColumn": "wijk", "areaChanges": [{"from": "2025", "to": "2026",
                "basis": {"nl": "inwoners", "en": "inhabitants"}, "shares": %s}]
                """.formatted(shares));
        Run run = Run.aggregate(
                        "wijk,periode", "bezoeken,unieke_deelnemers", rows, "--context", context, "--areas-of", "2026")
                .exits(0);
        said = run.err();
        return Sheet.rows(run.out());
    }

    private String said = "";

    /** Of two joined areas visits add up, and persons may be the same ones: 5 of the 7 or 12 different ones. */
    @Test
    void areas_joined_addUpVisitsAndBoundPersons() {
        List<Map<String, String>> rows =
                inAreasOf2026("{\"WK051838\": {\"WK051838\": 1}, \"WK051839\": {\"WK051838\": 1}}");
        assertThat(rows).hasSize(1);
        assertThat(Sheet.figure(rows.get(0), "bezoeken")).containsExactly("17", "17", "17", "exact");
        assertThat(Sheet.figure(rows.get(0), "unieke_deelnemers")).containsExactly("", "7", "12", "between");
        assertThat(said)
                .contains("Daarbij hoefde geen aantal te worden verdeeld.")
                .doesNotContain("Geschat");
    }

    @Test
    void areas_thatSwapped_doNotFollowEachOther() {
        List<Map<String, String>> rows =
                inAreasOf2026("{\"WK051838\": {\"WK051839\": 1}, \"WK051839\": {\"WK051838\": 1}}");
        assertThat(Sheet.figure(Sheet.first(rows, "wijk", "WK051838"), "bezoeken"))
                .containsExactly("7", "7", "7", "exact");
        assertThat(Sheet.figure(Sheet.first(rows, "wijk", "WK051839"), "bezoeken"))
                .containsExactly("10", "10", "10", "exact");
    }

    /** A third of ten is estimated, in the notation of the language, and the figure itself stays between bounds. */
    @Test
    void areas_divided_areBoundedWithAnEstimateInWords() {
        List<Map<String, String>> rows = inAreasOf2026(
                "{\"WK051838\": {\"WK051838\": 0.33, \"WK051840\": 0.67}, \"WK051839\": {\"WK051839\": 1}}");
        assertThat(Sheet.figure(Sheet.first(rows, "wijk", "WK051840"), "bezoeken"))
                .containsExactly("", "0", "10", "between");
        assertThat(said)
                .contains("bezoeken van WK051838, 2025KW04 is ongeveer 3,3.")
                .contains("bezoeken van WK051840, 2025KW04 is ongeveer 6,7.")
                .doesNotContain("3.30");
    }

    /**
     * One of two organisations did not deliver for a quarter: the stock is the last number of both, not that of one.
     */
    @Test
    void stock_reporterThatMissedTheLastQuarter_countsAndIsNotExact() {
        String header = "organisatie;stadsdeel;periode;vorm;ernst;leeftijdsgroep;begin;opgestart;afgesloten;eind;"
                + "unieke_clienten;hulpvragen;terugkeer\n";
        Path second = Sheet.writeText(
                folder, "a2.csv", header + "91000011;Laak;2026KW02;INDIVIDUEEL;LICHT;30-49;10;5;3;12;15;6;0\n");
        Path third = Sheet.writeText(
                folder, "a3.csv", header + "91000011;Laak;2026KW03;INDIVIDUEEL;LICHT;30-49;12;4;6;10;16;5;0\n");
        Path other = Sheet.writeText(
                folder, "c2.csv", header + "91000037;Escamp;2026KW02;INDIVIDUEEL;LICHT;30-49;200;0;0;200;200;1;0\n");
        Map<String, String> city = Sheet.rows(
                        Run.aggregate("jaar", "begin,opgestart,afgesloten,eind", second, third, other)
                                .exits(0)
                                .out())
                .get(0);
        assertThat(Sheet.figure(city, "eind")).containsExactly("210", "", "", "incomplete");
        // 210 at the start, 9 began and 9 ended
        assertThat(List.of(cell(city, "begin"), cell(city, "opgestart"), cell(city, "afgesloten")))
                .containsExactly("210", "9", "9");
    }

    /** Zero and unknown differ in both directions; 60 and 60,0 are the same. */
    @Test
    void diff_zeroAndEmpty_areDifferentAndANotationIsNot() {
        Path before = Sheet.write(folder, "a.csv", referrals("5", "5", "", "0", "1", "60"));
        Path after = Sheet.write(folder, "b.csv", referrals("0", "", "0", "", "1", "60,0"));
        Run run = Run.of("diff", before, after).exits(0);
        assertThat(run.out())
                .contains("doorverwijzingen: 5 → 0", "doorverwijzingen: 5 → (leeg)")
                .contains("doorverwijzingen: (leeg) → 0", "doorverwijzingen: 0 → (leeg)")
                .contains("cellen veranderd: 4, rijen gelijk: 1.");
    }

    private static String[] referrals(String a, String b, String c, String d, String e, String visits) {
        return new String[] {
            Sheet.row("activiteit", "A", "doorverwijzingen", a),
            Sheet.row("activiteit", "B", "doorverwijzingen", b),
            Sheet.row("activiteit", "C", "doorverwijzingen", c),
            Sheet.row("activiteit", "D", "doorverwijzingen", d),
            Sheet.row("activiteit", "E", "doorverwijzingen", e, "bezoeken", visits)
        };
    }
}
