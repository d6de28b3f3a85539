package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was agreed about deliveries, through the command line. Organisations and figures are made up. */
class ContextTest {

    private static final String SUPPORT =
            "leeftijdsgroep;begin;opgestart;afgesloten;eind;unieke_clienten;hulpvragen;terugkeer;doorlooptijd_dagen;"
                    + "doelen_gesteld;doelen_behaald;wachttijd_dagen;doorverwijzingen;toelichting\n";
    private static final String BEFORE = "organisatie;stadsdeel;periode;vorm;" + SUPPORT;
    private static final String AFTER = "organisatie;stadsdeel;periode;vorm;ernst;" + SUPPORT;
    private static final String TELFORMAT = String.join(";", Sheet.COLUMNS) + "\n";

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path denHaag() throws IOException {
        try (InputStream in = ContextTest.class.getResourceAsStream("/context/denhaag-1-april-2026.json")) {
            return Files.write(
                    folder.resolve("afspraken.json"), Objects.requireNonNull(in).readAllBytes());
        }
    }

    private List<Path> switches() throws IOException {
        return List.of(
                write("laak-kw1.csv", BEFORE + "91000011;Laak;2026KW01;INDIVIDUEEL;30-49;10;4;3;11;13;;;100;;;;;\n"),
                write(
                        "laak-kw1-nieuw.csv",
                        BEFORE + "91000011;Laak;2026KW01;INDIVIDUEEL;30-49;10;5;3;12;14;;;100;;;;;\n"),
                write("escamp-kw1.csv", BEFORE + "91000037;Escamp;2026KW01;INDIVIDUEEL;30-49;20;8;6;22;25;;;60;;;;;\n"),
                write(
                        "laak-kw2.csv",
                        AFTER
                                + "91000029;Laak;2026KW02;INDIVIDUEEL;LICHT;30-49;8;4;2;10;11;;;50;;;;;\n"
                                + "91000029;Laak;2026KW02;INDIVIDUEEL;ZWAAR;30-49;4;1;1;4;5;;;200;;;;;\n"));
    }

    private static Run run(List<?> first, List<Path> files, Object... options) {
        List<Object> args = new ArrayList<>(first);
        args.addAll(files);
        args.addAll(List.of(options));
        return Run.of(args.toArray());
    }

    @Test
    void aggregate_denHaag1April2026_hasBothSwitchesInOneYear() throws IOException {
        Path out = folder.resolve("jaar.json");
        Run run = run(List.of("aggregate"), switches(), "--by", "stadsdeel,jaar", "--context", denHaag(), "-o", out)
                .exits(0);
        Map<String, @Nullable Object> result = Json.object(Json.read(Files.readString(out)));
        Map<String, @Nullable Object> laak = Json.list(result.get("rows")).stream()
                .map(Json::object)
                .filter(row -> "Laak".equals(row.get("stadsdeel")))
                .findFirst()
                .orElseThrow();
        // 5 of the delivery that replaced the first one, and 4 + 1 of the new provider
        assertThat(laak).containsEntry("opgestart", BigDecimal.TEN);
        // 14 of the one and, over two severities, 11 to 16 of the other; 12 were handed over
        assertThat(laak)
                .containsEntry("unieke_clienten_lower", BigDecimal.valueOf(14))
                .containsEntry("unieke_clienten_upper", BigDecimal.valueOf(18));
        assertThat(laak).containsEntry("coverage", BigDecimal.ONE);
        Map<String, @Nullable Object> context = Json.object(result.get("context"));
        assertThat(Json.list(context.get("trend_breaks")).stream()
                        .map(Json::object)
                        .map(one -> one.get("area") + " " + one.get("since") + " " + one.get("kind") + " "
                                + one.get("declared")))
                .containsExactly("Laak 2026KW02 reporter true", "Laak 2026KW02 format false");
        assertThat(Json.list(context.get("missing")).stream().map(Json::object))
                .containsExactly(Map.of("organisation", "91000037", "area", "Escamp", "period", "2026KW02"));
        assertThat(Json.list(context.get("periods")).stream()
                        .map(Json::object)
                        .map(one -> one.get("period") + " " + one.get("reports") + "/" + one.get("reports_expected")
                                + " " + one.get("status")))
                .containsExactly("2026KW01 2/2 definitief", "2026KW02 1/2 voorlopig");
        assertThat(Json.list(context.get("successions")).stream().map(Json::object))
                .singleElement()
                .satisfies(one -> assertThat(one).containsEntry("rows", BigDecimal.ONE));
        assertThat(run.err())
                .contains("BM-K02", "BM-K03", "BM-K04", "BM-K07", "BM-K15", "BM-K16", "BM-K17")
                .contains("individuele-ondersteuning@2025.1", "individuele-ondersteuning@2026.2", "ONBEKEND");
    }

    private static final String LAAK = ";INDIVIDUEEL;%s30-49;%d;20;15;%d;55;30;5;100,5;30;20;14,0;4;\n";

    private static String quarter(String organisation, String period, String gravity, int begin) {
        return organisation + ";Laak;" + period + LAAK.formatted(gravity, begin, begin + 5);
    }

    private Path succession() throws IOException {
        return write("opvolging.json", HEAD + """
                "successions": [{"from": "91000011", "to": "91000029", "since": "2026KW02", "areas": ["Laak"],
                  "note": {"nl": "Nieuwe aanbieder.", "en": "New provider."}}]}
                """);
    }

    /** The form and the provider change on one day; the quarters are each compared on their own. */
    @Test
    void compare_firstOfApril_hasEveryIndicatorThatTheFilesFeed() throws IOException {
        Path before = write("kw1.csv", BEFORE + quarter("91000011", "2026KW01", "", 40));
        Path after = write("kw2.csv", AFTER + quarter("91000029", "2026KW02", "LICHT;", 45));
        for (String period : List.of("2026KW01", "2026KW02")) {
            Run run = run(
                            List.of("compare"),
                            List.of(before, after),
                            "--level",
                            "stadsdeel",
                            "--context",
                            succession(),
                            "--indicator",
                            "all")
                    .exits(0);
            assertThat(run.lines().stream()
                            .filter(line ->
                                    line.contains(";Laak;") && line.contains(period) && line.contains(";exact;"))
                            .map(line -> line.split(";")[2]))
                    .contains(
                            "aandeel-terugkeer",
                            "clienten-per-1000-inwoners",
                            "aandeel-doelen-behaald",
                            "instroom-per-100-uitstroom")
                    .doesNotContain("aandeel-gestart-binnen-norm");
        }
    }

    /** A caseload that does not start where that of the predecessor ended, over a change of the form. */
    @Test
    void validate_previousOfAnotherFormAndProvider_followsTheCaseload() throws IOException {
        Path before = write("kw1.csv", BEFORE + quarter("91000011", "2026KW01", "", 40));
        Path same = write("goed.csv", AFTER + quarter("91000029", "2026KW02", "LICHT;", 45));
        Path other = write("fout.csv", AFTER + quarter("91000029", "2026KW02", "LICHT;", 46));
        assertThat(previous(same, before, succession()).out()).doesNotContain("IO-R02");
        assertThat(previous(other, before, succession()).out())
                .contains("IO-R02", "Bij begin staat 46", "eindigde met 45", "Niet: TF-T01, TF-T02.");
        // nobody said that the one came in the place of the other
        assertThat(Run.of("validate", other, "--previous", before).exits(0).out())
                .doesNotContain("Bij begin staat 46");
    }

    private static Run previous(Path file, Path before, Path context) {
        return Run.of("validate", file, "--previous", before, "--context", context)
                .exits(0);
    }

    private static String row(String organisation, String area, String wijk, String period, int visits, int unique) {
        return organisation + ";" + area + ";" + wijk + ";" + period + ";1;TAAL;Taalhuis;ALLEN;30-49;4;" + visits + ";"
                + unique + ";;;;;\n";
    }

    private static final String HEAD = """
            {"id": "afspraken", "version": "1", "title": {"nl": "Proef", "en": "Trial"}, "status": "draft",
             "provenance": {"note": {"nl": "Verzonnen.", "en": "Made up."}, "sources": []},
            """;

    private List<Path> quarters() throws IOException {
        return List.of(
                write(
                        "a.csv",
                        TELFORMAT
                                + row("91000011", "Laak", "WK051838", "2026KW01", 40, 10)
                                + row("91000011", "Escamp", "WK051840", "2026KW01", 30, 9)),
                write(
                        "b.csv",
                        TELFORMAT
                                + row("91000029", "Laak", "WK051838", "2026KW02", 50, 12)
                                + row("91000011", "Escamp", "WK051840", "2026KW02", 35, 8)));
    }

    @Test
    void aggregate_overlap_makesTheTotalExact() throws IOException {
        Path a = write("a.csv", TELFORMAT + row("91000011", "Laak", "WK051838", "2026KW01", 40, 10));
        Path b = write("b.csv", TELFORMAT + row("91000029", "Laak", "WK051838", "2026KW01", 50, 12));
        Path context = write("overlap.json", HEAD + """
                "overlaps": [{"dimension": "organisatie", "series": "unieke_deelnemers",
                  "where": {"stadsdeel": "Laak"}, "kind": "SHARED",
                  "one": "91000011", "other": "91000029", "persons": 4, "basis": "overleg"}]}
                """);
        List<String> by = List.of("aggregate", "--by", "stadsdeel", "--measure", "unieke_deelnemers");
        assertThat(run(by, List.of(a, b)).exits(0).lines().get(1)).startsWith("Laak;;12;22;between;0;0;2;2;");
        Run tightened = run(by, List.of(a, b), "--context", context).exits(0);
        assertThat(tightened.lines().get(1)).startsWith("Laak;18;18;18;exact;0;0;2;2;");
        assertThat(tightened.err()).contains("BM-K02").contains("overleg");
    }

    private static Map<String, String> laak(Run run) {
        return Sheet.rows(run.out()).stream()
                .filter(row -> "Laak".equals(row.get("stadsdeel")))
                .findFirst()
                .orElseThrow();
    }

    /** After a succession the series of both is one: each quarter is reported once. */
    @Test
    void aggregate_succession_leavesTheNumberOfReportsWhatItWas() throws IOException {
        List<String> by = List.of("aggregate", "--by", "stadsdeel,halfjaar", "--measure", "bezoeken");
        assertThat(laak(run(by, quarters()).exits(0)))
                .containsEntry("organisations", "2")
                .containsEntry("coverage", "0.5");
        Path context = write("opvolging.json", HEAD + """
                "successions": [{"from": "91000011", "to": "91000029", "since": "2026KW02", "areas": ["Laak"],
                  "note": {"nl": "Nieuw.", "en": "New."}}]}
                """);
        assertThat(laak(run(by, quarters(), "--context", context).exits(0)))
                .containsEntry("organisations", "1")
                .containsEntry("coverage", "1");
        assertThat(laak(run(by, quarters(), "--context", context, "--missing", "refuse")
                        .exits(0)))
                .containsEntry("bezoeken", "90");
    }

    /** Two organisations that each report their own quarter are complete when that was agreed, and not when more was. */
    @Test
    void aggregate_missingRefuse_goesByWhatWasAgreed() throws IOException {
        List<String> by =
                List.of("aggregate", "--by", "stadsdeel,halfjaar", "--measure", "bezoeken", "--missing", "refuse");
        String agreement =
                "{\"organisation\": \"%s\", \"areas\": [\"Laak\"], \"validFrom\": \"%s\"%s," + " \"dueAfterDays\": 30}";
        String first = agreement.formatted("91000011", "2026KW01", ", \"validTo\": \"2026KW01\"");
        String second = agreement.formatted("91000029", "2026KW02", "");
        assertThat(laak(run(by, quarters()).exits(0))).containsEntry("bezoeken_status", "refused");
        Path agreed = write("afspraak.json", HEAD + "\"agreements\": [" + first + "," + second + "]}");
        assertThat(laak(run(by, quarters(), "--context", agreed).exits(0)))
                .containsEntry("bezoeken", "90")
                .containsEntry("coverage", "1");
        Path more = write(
                "meer.json",
                HEAD + "\"agreements\": [" + first + "," + second + ","
                        + agreement.formatted("91000037", "2026KW01", "") + "]}");
        assertThat(laak(run(by, quarters(), "--context", more).exits(0)))
                .containsEntry("bezoeken", "")
                .containsEntry("bezoeken_status", "refused")
                .containsEntry("coverage", "0.5");
        Run bounded = run(
                List.of("aggregate", "--by", "stadsdeel,halfjaar", "--measure", "bezoeken", "--missing", "bound"),
                quarters(),
                "--at-most",
                "bezoeken=60",
                "--context",
                more);
        assertThat(laak(bounded.exits(0))).containsEntry("bezoeken_lower", "90").containsEntry("bezoeken_upper", "210");
    }

    @Test
    void compare_overlap_narrowsTheNumerator() throws IOException {
        Path a = write("a.csv", TELFORMAT + row("91000011", "Laak", "WK051838", "2026KW01", 40, 10));
        Path b = write("b.csv", TELFORMAT + row("91000029", "Laak", "WK051838", "2026KW01", 50, 12));
        Path context = write("overlap.json", HEAD + """
                "overlaps": [{"dimension": "organisatie", "series": "unieke_deelnemers",
                  "where": {"stadsdeel": "Laak", "periode": "2026KW01"}, "kind": "SHARED",
                  "one": "91000011", "other": "91000029", "persons": 4, "basis": "overleg"}]}
                """);
        List<String> compare = List.of("compare", "--level", "stadsdeel", "--indicator", "bereik-per-1000-inwoners");
        assertThat(run(compare, List.of(a, b)).exits(0).lines())
                .anyMatch(line -> line.contains(";Laak;") && line.contains(";;12;22;"));
        Run narrowed = run(compare, List.of(a, b), "--context", context).exits(0);
        assertThat(narrowed.lines()).anyMatch(line -> line.contains(";Laak;") && line.contains(";18;18;18;"));
        assertThat(narrowed.err()).contains("BM-K02").doesNotContain("BM-K01");
    }

    @Test
    void compare_otherProvider_isMarkedInTheTable() throws IOException {
        Path context = write("leeg.json", HEAD + "\"agreements\": []}");
        List<String> compare = List.of("compare", "--level", "stadsdeel");
        Run run = run(compare, quarters(), "--context", context).exits(0);
        assertThat(run.lines().get(0)).endsWith(";trend_breaks;use");
        assertThat(run.lines())
                .filteredOn(line -> line.contains(";Laak;") && line.contains(";2026KW02;"))
                .isNotEmpty()
                .allMatch(line -> line.endsWith(";2026KW02 Laak: 91000011 > 91000029;internal"));
        assertThat(run.lines())
                .filteredOn(line -> line.contains(";Escamp;") || line.contains(";2026KW01;"))
                .isNotEmpty()
                .allMatch(line -> line.endsWith(";;internal"));
        assertThat(run.err()).contains("BM-K14");
        assertThat(run(compare, quarters()).exits(0).lines().get(0)).doesNotContain("trend_breaks");
    }

    @Test
    void compare_json_hasTheBreaksOfEachRow() throws IOException {
        Path out = folder.resolve("vergelijking.json");
        Path context = write("opvolging.json", HEAD + """
                "successions": [{"from": "91000011", "to": "91000029", "since": "2026KW02", "areas": ["Laak"],
                  "note": {"nl": "Nieuw.", "en": "New."}}]}
                """);
        run(List.of("compare", "--level", "stadsdeel"), quarters(), "--context", context, "-o", out)
                .exits(0);
        Map<String, @Nullable Object> result = Json.object(Json.read(Files.readString(out)));
        assertThat(Json.list(result.get("rows")).stream()
                        .map(Json::object)
                        .filter(row -> "Laak".equals(row.get("area")) && "2026KW02".equals(row.get("period"))))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(Json.list(row.get("trend_breaks")))
                        .singleElement()
                        .satisfies(one -> assertThat(Json.object(one)).containsEntry("declared", true)));
        assertThat(Json.list(result.get("findings")).stream().map(Json::object).map(one -> one.get("code")))
                .contains("BM-K15", "BM-K17");
    }

    @Test
    void aggregate_areasOfAnotherYear_estimatesAndBounds() throws IOException {
        Path file = write("laak.csv", TELFORMAT + row("91000011", "Laak", "WK051838", "2026KW01", 40, 10));
        Path context = write("gebieden.json", HEAD + """
                "areaChanges": [{"from": "2026", "to": "2027", "basis": {"nl": "inwoners", "en": "inhabitants"},
                  "shares": {"WK051838": {"WK051838": 0.75, "WK051899": 0.25}}}]}
                """);
        List<String> by = List.of("aggregate", "--by", "wijk,periode", "--measure", "bezoeken,unieke_deelnemers");
        Run run = run(by, List.of(file), "--context", context, "--areas-of", "2027")
                .exits(0);
        assertThat(run.lines().get(1)).startsWith("WK051838;2026KW01;;0;40;between;0;;0;10;between;");
        assertThat(run.lines().get(2)).startsWith("WK051899;2026KW01;;0;40;between;0;;0;10;between;");
        assertThat(run.err()).contains("BM-K19", "bezoeken van WK051899, 2026KW01 is ongeveer 10");
        assertThat(run(by, List.of(file), "--areas-of", "2027").exits(2).err()).contains("2027");
        assertThat(run(List.of("aggregate", "--by", "wijk"), List.of(file), "--context", context, "--areas-of", "2027")
                        .exits(2)
                        .err())
                .contains("2027");
    }

    @Test
    void aggregate_areasThatWereOnlyRenamed_hasNoEstimates() throws IOException {
        Path file = write("laak.csv", TELFORMAT + row("91000011", "Laak", "WK051838", "2026KW01", 40, 10));
        List<String> by = List.of("aggregate", "--by", "wijk,periode", "--measure", "bezoeken");
        Run run = run(by, List.of(file), "--context", renamed("WK051899"), "--areas-of", "2027")
                .exits(0);
        assertThat(run.lines().get(1)).startsWith("WK051899;2026KW01;40;40;40;exact;");
        assertThat(run.err())
                .contains(
                        "De cijfers van 2026 staan in de gebieden van 2027. Daarbij hoefde geen aantal te worden verdeeld.");
    }

    @Test
    void aggregate_figuresOfAnAreaThatIsOnlyNew_namesTheAreaInPlainWords() throws IOException {
        Path file = write("laak.csv", TELFORMAT + row("91000011", "Laak", "WK051839", "2026KW01", 40, 10));
        List<String> by = List.of("aggregate", "--by", "wijk,periode", "--measure", "bezoeken");
        assertThat(run(by, List.of(file), "--context", renamed("WK051839"), "--areas-of", "2027")
                        .exits(2)
                        .err())
                .contains(
                        "maar staan in --context alleen als nieuw gebied: WK051839. Zet ze daar ook bij de oude gebieden.")
                .doesNotContain("figures");
    }

    private Path renamed(String to) throws IOException {
        return write("hernoemd.json", HEAD + """
                "areaChanges": [{"from": "2026", "to": "2027", "basis": {"nl": "inwoners", "en": "inhabitants"},
                  "shares": {"WK051838": {"%s": 1}}}]}
                """.formatted(to));
    }

    @Test
    void context_faultyOrAbsentFile_isToldBeforeAnyWork() throws IOException {
        Path faulty = write("fout.json", HEAD + "\"successions\": [{\"from\": \"1\"}]}");
        List<String> by = List.of("aggregate", "--by", "stadsdeel");
        assertThat(run(by, quarters(), "--context", faulty).exits(2).err())
                .contains("BM-D05 (3, /successions/0/from)", "BM-D02 (3, /successions/0)");
        assertThat(run(by, quarters(), "--context", folder.resolve("weg.json"))
                        .exits(3)
                        .err())
                .contains("weg.json");
        Path other = write("ander.json", HEAD + "\"areaColumn\": \"wijk\"}");
        Path good = write("goed.json", HEAD + "\"agreements\": []}");
        assertThat(run(by, quarters(), "--context", good + "," + other, "--lang", "en")
                        .exits(2)
                        .err())
                .contains("ander.json", "wijk");
    }

    /** A form of districts says nothing of neighbourhoods: who asks for these asks for too much. */
    @Test
    void compare_levelBelowTheAreasOfTheForm_isWrongUsage() throws IOException {
        Run run = run(List.of("compare"), switches().subList(0, 1), "--level", "wijk");
        assertThat(run.exits(2).saysOneLine().err()).contains("individuele-ondersteuning@2025.1", "wijk");
    }
}
