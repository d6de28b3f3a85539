package nl.betekenisvolmeten.indicators.examples.cli;

import static nl.betekenisvolmeten.indicators.examples.cli.Sheet.cell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.betekenisvolmeten.indicators.examples.sample.SampleFiles;
import nl.betekenisvolmeten.indicators.examples.sample.SampleFiles.SampleFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompareCommandTest {

    private static final String VISITS = "bezoeken-per-1000-inwoners";

    /** Of events that are independent of each other, so that there are p-values and ranks. */
    private static final String REFERRALS = "doorverwijzingen-per-1000-bezoeken";

    private static final String HEADER =
            "area_code;area;indicator;period;numerator;numerator_lower;numerator_upper;denominator;per;value;lower;"
                    + "upper;confidence;method;city_value;p_value;p_adjusted;verdict;funnel;rank_lower;rank_upper;status;"
                    + "difference_class;design_effect_lower;design_effect_upper;design_effect_basis;reason;inhabitants_date;n;invited;"
                    + "response;mean;use";

    @TempDir
    private static Path samples;

    private static final List<Path> FILES = new ArrayList<>();

    private static final List<Map<String, String>> ROWS = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeAll
    static void writeSamples() throws IOException {
        for (SampleFile file : SampleFiles.all()) {
            FILES.add(Files.write(samples.resolve(file.name()), file.bytes()));
            ROWS.addAll(Sheet.rows(Sheet.read(samples.resolve(file.name()))));
        }
    }

    private static Run compare(Object... options) {
        List<Object> args = new ArrayList<>(List.of("compare"));
        args.addAll(FILES);
        args.addAll(List.of(options));
        return Run.of(args.toArray());
    }

    private static long visits(String column, String area, String period) {
        return ROWS.stream()
                .filter(row ->
                        cell(row, column).equals(area) && cell(row, "periode").startsWith(period))
                .mapToLong(row -> Long.parseLong(cell(row, "bezoeken")))
                .sum();
    }

    @Test
    void compare_stadsdelen_eachPeriodByItselfWithTheIndependentRate() {
        Run run = compare("--level", "stadsdeel", "--indicator", VISITS).exits(0);
        assertThat(run.lines().get(0)).isEqualTo(HEADER);
        List<Map<String, String>> rows = Sheet.rows(run.out());
        assertThat(rows).hasSize(8 * 3);
        Map<String, BigDecimal[]> city = new HashMap<>();
        for (Map<String, String> row : rows) {
            long visits = visits("stadsdeel", cell(row, "area"), cell(row, "period"));
            assertThat(row).containsEntry("numerator", Long.toString(visits)).containsEntry("per", "1000");
            double rate = 1000.0 * visits / Double.parseDouble(cell(row, "denominator"));
            assertThat(Double.parseDouble(cell(row, "value"))).isCloseTo(rate, within(1e-9));
            assertThat(Double.parseDouble(cell(row, "lower"))).isLessThan(rate);
            assertThat(Double.parseDouble(cell(row, "upper"))).isGreaterThan(rate);
            assertThat(row).containsEntry("confidence", "0.95").containsEntry("status", "exact");
            assertThat(cell(row, "verdict")).isIn("similar", "not_decided");
            city.merge(
                    cell(row, "period") + " " + cell(row, "city_value"),
                    new BigDecimal[] {new BigDecimal(cell(row, "numerator")), new BigDecimal(cell(row, "denominator"))},
                    (a, b) -> new BigDecimal[] {a[0].add(b[0]), a[1].add(b[1])});
        }
        assertThat(city).hasSize(3);
        city.forEach((key, parts) -> assertThat(Double.parseDouble(key.split(" ")[1]))
                .isCloseTo(1000 * parts[0].doubleValue() / parts[1].doubleValue(), within(1e-9)));
    }

    @Test
    void compare_wijken_hasAllFortyFour() {
        List<Map<String, String>> rows =
                Sheet.rows(compare("--level", "wijk", "--indicator", VISITS, "--periode", "2026KW01")
                        .exits(0)
                        .out());
        assertThat(rows).hasSize(44);
        for (Map<String, String> row : rows) {
            long visits = visits("wijk", cell(row, "area_code"), "2026KW01");
            assertThat(cell(row, "numerator")).isEqualTo(visits == 0 ? "" : Long.toString(visits));
            if (visits == 0) {
                assertThat(row).containsEntry("status", "missing").containsEntry("value", "");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026KW01", "2026-Q1", "1e kwartaal 2026", "2026kw01", "Q1 2026"})
    void compare_periodInSeveralNotations_isTheSame(String period) {
        Run expected = compare("--level", "stadsdeel", "--indicator", VISITS, "--periode", "2026KW01");
        assertThat(compare("--level", "STADSDEEL", "--indicator", VISITS, "--periode", period)
                        .exits(0)
                        .out())
                .isEqualTo(expected.out());
        assertThat(Sheet.rows(expected.out()))
                .hasSize(8)
                .allSatisfy(row -> assertThat(row).containsEntry("period", "2026KW01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026JJ00", "2026"})
    void compare_year_addsItsQuarters(String period) {
        List<Map<String, String>> rows =
                Sheet.rows(compare("--level", "stadsdeel", "--indicator", VISITS, "--periode", period)
                        .exits(0)
                        .out());
        assertThat(rows)
                .hasSize(8)
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("period", "2026JJ00")
                        .containsEntry("numerator", Long.toString(visits("stadsdeel", cell(row, "area"), "2026"))));
    }

    @Test
    void compare_periodWithoutRows_saysSo() {
        Run run = compare("--level", "stadsdeel", "--periode", "2024KW01").exits(0);
        assertThat(Sheet.rows(run.out()))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("status", "missing")
                        .containsEntry("numerator", "")
                        .containsEntry("value", ""));
        assertThat(run.err()).contains("Er zijn geen rijen");
    }

    @Test
    void compare_population_isTheDenominator() {
        Path population = Sheet.writeText(
                folder,
                "inwoners.csv",
                "area,inwoners\nCentrum,1000\nEscamp,2000\nHaagse Hout,3000\nLaak,4000\n"
                        + "Leidschenveen-Ypenburg,5000\nLoosduinen,6000\nScheveningen,7000\nSegbroek,8000\n");
        List<Map<String, String>> rows = Sheet.rows(compare(
                        "--level",
                        "stadsdeel",
                        "--indicator",
                        VISITS,
                        "--periode",
                        "2026KW01",
                        "--population",
                        population)
                .exits(0)
                .out());
        assertThat(rows.stream().map(row -> cell(row, "area") + " " + cell(row, "denominator")))
                .containsExactly(
                        "Centrum 1000",
                        "Escamp 2000",
                        "Haagse Hout 3000",
                        "Laak 4000",
                        "Leidschenveen-Ypenburg 5000",
                        "Loosduinen 6000",
                        "Scheveningen 7000",
                        "Segbroek 8000");
        long all = ROWS.stream()
                .filter(row -> cell(row, "periode").equals("2026KW01"))
                .mapToLong(row -> Long.parseLong(cell(row, "bezoeken")))
                .sum();
        assertThat(rows)
                .allSatisfy(row -> assertThat(Double.parseDouble(cell(row, "city_value")))
                        .isCloseTo(1000.0 * all / 36_000, within(1e-9)));
    }

    @Test
    void compare_populationWithFaults_isAnErrorInTheDataAndSaysWhere() {
        Path wrong = Sheet.writeText(folder, "inwoners.csv", "area;inwoners\nCentrum;veel\n");
        assertThat(compare("--level", "stadsdeel", "--population", wrong)
                        .exits(1)
                        .err())
                .contains("inwoners.csv", "TF-V03", "veel");
        Path headless = Sheet.writeText(folder, "x.csv", "plaats;aantal\nCentrum;1\n");
        assertThat(compare("--level", "stadsdeel", "--population", headless)
                        .exits(1)
                        .err())
                .contains("x.csv", "area_code");
        compare("--level", "stadsdeel", "--population", folder.resolve("absent.csv"))
                .exits(3)
                .saysOneLine();
    }

    @Test
    void compare_confidence_widensTheInterval() {
        double narrow = width("0.8");
        assertThat(width("0,8")).isEqualTo(narrow);
        assertThat(width("0.99")).isGreaterThan(width("0.95"));
        assertThat(width("0.95")).isGreaterThan(narrow);
    }

    @Test
    void compare_seed_decidesTheDrawsOfRanks() {
        String first = drawn(1);
        assertThat(drawn(1)).isEqualTo(first);
        assertThat(drawn(2)).isNotEqualTo(first);
    }

    private static String drawn(int seed) {
        return compare("--level", "wijk", "--indicator", "all", "--ranks", "monte-carlo", "--seed", seed)
                .exits(0)
                .out();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1e-20", "0.0000009", "0.9999999999", "1", "95", "-0.5", "NaN", "x"})
    void compare_confidenceThatCannotBe_saysWhatCan(String level) {
        assertThat(compare("--level", "stadsdeel", "--confidence", level)
                        .exits(2)
                        .err())
                .contains("--confidence is minstens 0.000001 en hoogstens 0.999999999, zoals 0.95; niet '" + level
                        + "'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.000001", "0.999999999"})
    void compare_confidenceAtItsLimits_isUsed(String level) {
        assertThat(width(level)).isPositive();
    }

    private static double width(String confidence) {
        Map<String, String> row = Sheet.rows(
                        compare("--level", "stadsdeel", "--indicator", VISITS, "--confidence", confidence)
                                .exits(0)
                                .out())
                .get(0);
        return Double.parseDouble(cell(row, "upper")) - Double.parseDouble(cell(row, "lower"));
    }

    @Test
    void compare_allIndicators_saysWhichAreLeftOutAndWhy() {
        Run run = compare("--level", "stadsdeel", "--periode", "2026", "--indicator", "all")
                .exits(0);
        assertThat(Sheet.rows(run.out()).stream()
                        .map(row -> cell(row, "indicator"))
                        .distinct()
                        .count())
                .isGreaterThan(5);
        assertThat(run.err().lines().filter(line -> line.startsWith("Niet vergeleken")))
                .singleElement()
                .asString()
                .contains("want dit zijn aantallen", "bijeenkomsten, unieke-deelnemers");
    }

    @Test
    void compare_withoutIndicators_showsTheCoreOnes() {
        Run run = compare("--level", "stadsdeel", "--periode", "2026").exits(0);
        assertThat(Sheet.rows(run.out()).stream()
                        .map(row -> cell(row, "indicator"))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "bezoeken-per-1000-inwoners", "bereik-per-1000-inwoners", "vrijwilligers-per-1000-inwoners");
    }

    @Test
    void compare_retiredIndicator_namesItsSuccessor() {
        assertThat(compare("--level", "stadsdeel", "--indicator", "bezoeken-jongerenwerk")
                        .exits(2)
                        .err())
                .contains("--indicator bezoeken-per-1000-inwoners --where activiteitsoort=JONGEREN --where ambitie=2");
    }

    @Test
    void compare_files_holdTheSameFiguresWhateverTheLanguage() {
        Path csv = folder.resolve("c.csv");
        Path json = folder.resolve("c.json");
        Run run =
                compare("--level", "stadsdeel", "--periode", "2026", "-o", csv).exits(0);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("niet afgeschermd");
        compare("--level", "stadsdeel", "--periode", "2026", "-o", json, "--lang", "en")
                .exits(0);
        assertThat(Sheet.read(csv))
                .isEqualTo(compare("--level", "stadsdeel", "--periode", "2026", "--lang", "en")
                        .out());
        List<Map<String, String>> plain = Sheet.rows(Sheet.read(csv));
        List<@Nullable Object> objects = Json.list(Json.read(Sheet.read(json)));
        assertThat(objects).hasSameSizeAs(plain);
        for (int i = 0; i < plain.size(); i++) {
            Map<String, @Nullable Object> object = Json.object(objects.get(i));
            for (String name : List.of("numerator", "denominator", "value", "lower", "upper", "p_value", "verdict")) {
                String cell = plain.get(i).get(name);
                Object found = object.get(name);
                if (found instanceof BigDecimal number) {
                    assertThat(number).as(name).isEqualByComparingTo(cell);
                } else {
                    assertThat(found == null ? "" : found).as(name).isEqualTo(cell);
                }
            }
        }
    }

    @Test
    void compare_ranks_areFilledAndNeverALeagueTable() {
        List<Map<String, String>> rows =
                Sheet.rows(compare("--level", "wijk", "--indicator", REFERRALS, "--periode", "2026KW01")
                        .exits(0)
                        .out());
        assertThat(rows).anySatisfy(row -> assertThat(cell(row, "rank_lower")).isNotEqualTo(cell(row, "rank_upper")));
        assertThat(rows)
                .filteredOn(row -> !cell(row, "value").isEmpty())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(Integer.parseInt(cell(row, "rank_lower")))
                        .isLessThanOrEqualTo(Integer.parseInt(cell(row, "rank_upper"))));
        String draws = compare(
                        "--level", "stadsdeel", "--indicator", REFERRALS, "--ranks", "monte-carlo", "--seed", "5")
                .exits(0)
                .out();
        assertThat(compare("--level", "stadsdeel", "--indicator", REFERRALS, "--ranks", "monte-carlo", "--seed", "5")
                        .out())
                .isEqualTo(draws);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--reference Nergens",
                "--reference WK051838",
                "--inference draw",
                "--standard esp1976",
                "--method wald",
                "--multiple-testing bonferroni",
                "--overdispersion some",
                "--ranks bootstrap",
                "--seed x",
                "--export xlsx",
                "--export package",
                "--confidence 0.95,2"
            })
    void compare_wordThatIsNone_isWrongUsage(String options) {
        List<Object> args = new ArrayList<>(List.of("--level", "stadsdeel", "--indicator", VISITS));
        args.addAll(List.of(options.split(" ")));
        for (String tag : List.of("nl", "en")) {
            args.addAll(List.of("--lang", tag));
            Run run = compare(args.toArray()).exits(2).saysOneLine();
            assertThat(run.err()).contains(options.split(" ")[0]);
            args.subList(args.size() - 2, args.size()).clear();
        }
    }

    @Test
    void compare_otherReferences_changeTheTestAndNotTheFigures() {
        List<Map<String, String>> city = referrals();
        for (String reference : List.of("rest", "Centrum", "SD0518-CENTRUM")) {
            List<Map<String, String>> other = referrals("--reference", reference);
            for (int i = 0; i < city.size(); i++) {
                assertThat(other.get(i).get("value")).isEqualTo(city.get(i).get("value"));
                assertThat(other.get(i).get("city_value")).isEqualTo(city.get(i).get("city_value"));
            }
            assertThat(other.stream().map(row -> cell(row, "p_value")).toList())
                    .isNotEqualTo(city.stream().map(row -> cell(row, "p_value")).toList());
        }
        assertThat(rows("--inference", "register"))
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("method", "none")
                        .containsEntry("lower", "")
                        .containsEntry("p_value", "")
                        .containsEntry("rank_lower", "")
                        .containsEntry("verdict", "not_decided")
                        .containsEntry("reason", "register"));
        assertThat(rows("--method", "exact,clopper-pearson"))
                .allSatisfy(row -> assertThat(row).containsEntry("method", "exact"));
    }

    private static List<Map<String, String>> rows(Object... options) {
        return rowsOf(VISITS, options);
    }

    private static List<Map<String, String>> referrals(Object... options) {
        return rowsOf(REFERRALS, options);
    }

    private static List<Map<String, String>> rowsOf(String indicator, Object... options) {
        List<Object> args =
                new ArrayList<>(List.of("--level", "stadsdeel", "--indicator", indicator, "--periode", "2026KW01"));
        args.addAll(List.of(options));
        return Sheet.rows(compare(args.toArray()).exits(0).out());
    }

    @Test
    void compare_standard_agesThatDoNotFitAreRefusedAndFittingOnesUsed() {
        Run refused = compare("--level", "wijk", "--indicator", VISITS, "--standard", "esp2013")
                .exits(0);
        assertThat(refused.err()).contains("BM-A06", "0-29, 30-49, 50+");
        assertThat(Sheet.rows(refused.out()))
                .allSatisfy(row -> assertThat(cell(row, "status")).isIn("refused", "missing"));
        StringBuilder file = new StringBuilder("area;leeftijdsgroep;inwoners\n");
        for (String area : List.of(
                "Centrum",
                "Escamp",
                "Haagse Hout",
                "Laak",
                "Leidschenveen-Ypenburg",
                "Loosduinen",
                "Scheveningen",
                "Segbroek")) {
            file.append(area).append(";;60000\n");
            for (String ages : List.of("0-11", "12-17", "18-29", "30-49", "50-66", "67+")) {
                file.append(area).append(';').append(ages).append(";10000\n");
            }
        }
        Path people = Sheet.writeText(folder, "leeftijden.csv", file.toString());
        List<Map<String, String>> rows = rows("--standard", "esp2013", "--population", people);
        assertThat(rows).anySatisfy(row -> assertThat(row).containsEntry("method", "dobson-byar"));
        assertThat(rows).noneSatisfy(row -> assertThat(row).containsEntry("status", "refused"));
        Run whole = compare("--level", "stadsdeel", "--indicator", VISITS, "--standard", "Centrum")
                .exits(0);
        assertThat(whole.err()).contains("BM-A05");
    }

    @Test
    void compare_tidy_everyConfidenceAndTheChange() {
        List<Map<String, String>> rows = Sheet.rows(compare(
                        "--level",
                        "stadsdeel",
                        "--indicator",
                        VISITS,
                        "--export",
                        "tidy",
                        "--change",
                        "previous-period",
                        "--confidence",
                        "0.95,0.998",
                        "--overdispersion",
                        "spiegelhalter",
                        "--multiple-testing",
                        "holm")
                .exits(0)
                .out());
        assertThat(rows.stream()
                        .filter(row -> cell(row, "statistic").equals("interval"))
                        .map(row -> cell(row, "confidence"))
                        .distinct())
                .containsExactly("0.95", "0.998");
        assertThat(rows.stream().map(row -> cell(row, "statistic")))
                .contains("value", "difference_interval", "rank", "change", "change_verdict", "overdispersion_factor");
        assertThat(rows.stream()
                        .filter(row -> cell(row, "statistic").equals("change_before"))
                        .map(row -> cell(row, "period") + " " + cell(row, "method"))
                        .distinct())
                .contains("2026KW02 2026KW01", "2026KW03 2026KW02");
    }

    @Test
    void compare_package_folderAndZipHoldTheSame() throws IOException {
        Path there = folder.resolve("pakket");
        Path zip = folder.resolve("pakket.ZIP");
        for (Path output : List.of(there, zip)) {
            Run run = compare("--level", "stadsdeel", "--indicator", VISITS, "--export", "package", "-o", output)
                    .exits(0);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("niet afgeschermd");
        }
        Map<String, String> packed = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                packed.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(packed).hasSize(4);
        packed.forEach(
                (name, text) -> assertThat(Sheet.read(there.resolve(name))).isEqualTo(text));
        Path input = Files.copy(FILES.get(0), folder.resolve("comparison.csv"));
        Run.of("compare", input, "--level", "stadsdeel", "--export", "package", "-o", folder)
                .exits(2)
                .saysOneLine();
        compare("--level", "stadsdeel", "--export", "package", "-o", zip.resolve("x"))
                .exits(3);
    }

    @Test
    void compare_deliveryWithErrors_countsItsGoodRowsAndSaysSo() {
        Path faulty = Sheet.write(
                folder, "faulty.csv", Sheet.row(), Sheet.row("leeftijdsgroep", "67+", "bezoeken", "n.v.t."));
        Run run = Run.of("compare", faulty, "--level", "stadsdeel", "--indicator", VISITS)
                .exits(1);
        assertThat(run.err()).contains("faulty.csv heeft fouten. Rijen die meetellen: 1 van 2.");
        assertThat(Sheet.rows(run.out()).stream()
                        .filter(row -> cell(row, "area").equals("Centrum"))
                        .map(row -> cell(row, "numerator")))
                .containsExactly("40");
    }
}
