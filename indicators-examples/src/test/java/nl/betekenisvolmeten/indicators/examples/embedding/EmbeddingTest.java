package nl.betekenisvolmeten.indicators.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.ValidatorFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.Delivery;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import nl.betekenisvolmeten.indicators.validation.constraints.BeanValidation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs that embed the library do what their documentation says. */
class EmbeddingTest {

    private static final String HEADER =
            "organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;doelgroep;leeftijdsgroep;"
                    + "bijeenkomsten;bezoeken;unieke_deelnemers\n";
    private static final String GOOD =
            HEADER + "91000011;Laak;WK051838;2026KW01;1;TAAL;Taalcafé;ALLEN;18-29;10;80;20\n";

    @TempDir
    private Path folder;

    @Test
    void rowsFromDatabase_areChecked_andTheGoodOnesAddUp() throws SQLException {
        RuleSet rules = Definitions.bundled()
                .formats()
                .latest("telformat-gebiedsgericht")
                .orElseThrow()
                .ruleSet();
        List<Finding> found = new ArrayList<>();
        CountTable rows;
        try (Connection database = DriverManager.getConnection("jdbc:h2:mem:");
                Statement statement = database.createStatement()) {
            statement.execute(
                    "create table telling(organisatie varchar, wijk varchar, activiteit varchar, bezoeken int,"
                            + " personen int, uren decimal(6,2))");
            statement.execute("insert into telling values ('91000011', 'WK051838', 'Taalcafé', 80, 20, 12.5),"
                    + " ('91000011', 'WK051838', 'Eettafel', 50, 60, null)");
            String columns = String.join(
                    ", ",
                    rules.columns().stream()
                            .map(column -> switch (column.name().value()) {
                                case "organisatie", "wijk", "activiteit", "bezoeken" ->
                                    column.name().value();
                                case "unieke_deelnemers" -> "personen as unieke_deelnemers";
                                case "vrijwilligersuren" -> "uren as vrijwilligersuren";
                                case "vrijwilligers" -> "1 as vrijwilligers";
                                case "bijeenkomsten" -> "10 as bijeenkomsten";
                                case "stadsdeel" -> "'Laak' as stadsdeel";
                                case "periode" -> "'2026KW01' as periode";
                                case "ambitie" -> "'1' as ambitie";
                                case "activiteitsoort" -> "'TAAL' as activiteitsoort";
                                case "doelgroep" -> "'ALLEN' as doelgroep";
                                case "leeftijdsgroep" -> "'18-29' as leeftijdsgroep";
                                default -> "null as " + column.name().value();
                            })
                            .toList());
            rows = RowsFromDatabase.read(rules, database, "select " + columns + " from telling", found::add);
        }
        // 60 persons cannot pay 50 visits
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.code()).hasToString("TF-R02");
            assertThat(finding.location().row()).hasValue(2);
        });
        assertThat(rows.size()).isEqualTo(1);
        assertThat(AggregationPlan.by(rows.structure(), "stadsdeel")
                        .aggregate(rows)
                        .figure("vrijwilligersuren", "Laak")
                        .orElseThrow()
                        .toText(Language.NL))
                .contains("12,5");
    }

    @Test
    void nightlyBatch_leavesAPageForEachFile_andNamesThoseWithErrors() throws IOException {
        Path deliveries = Files.createDirectory(folder.resolve("in"));
        Files.writeString(deliveries.resolve("goed.csv"), GOOD);
        Path wrong = Files.writeString(deliveries.resolve("fout.csv"), GOOD.replace(";80;20", ";8;20"));
        Path broken = Files.write(deliveries.resolve("kapot.xlsx"), new byte[] {'P', 'K', 3, 4, 0});
        Path reports = folder.resolve("uit");
        assertThat(NightlyBatch.run(deliveries, reports)).containsExactly(wrong, broken);
        assertThat(Files.readString(reports.resolve("fout.csv.html"))).contains("TF-R02");
        assertThat(reports.resolve("goed.csv.html")).exists();
        assertThat(Files.readString(reports.resolve("kapot.xlsx.html"))).contains("TF-S06");
    }

    private static List<String> check(String delivery, Duration longest) throws IOException {
        return CheckUpload.check(
                "levering.csv", new ByteArrayInputStream(delivery.getBytes(StandardCharsets.UTF_8)), longest);
    }

    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "91000011;Laak;WK051838;2026KW01;1;TAAL;Taalcafé " + i + ";ALLEN;18-29;10;80;20\n")
                .collect(Collectors.joining());
    }

    @Test
    void checkUpload_keepsToItsLimits() throws IOException {
        Duration minute = Duration.ofMinutes(1);
        String row = GOOD.substring(HEADER.length());
        assertThat(check(GOOD, minute)).isEmpty();
        assertThat(check(GOOD.replace(";80;20", ";8;20"), minute))
                .singleElement()
                .asString()
                .startsWith("TF-R02 (2, unieke_deelnemers): ");
        assertThat(check(HEADER + row.repeat(100_000), minute))
                .containsExactly("TF-S08: Het bestand is groter dan 4 MB (grens van de ontvanger).");
        assertThat(check(HEADER + rows(10_001), minute))
                .contains("TF-S08 (10002): Het bestand heeft meer dan 10.000 rijen (grens van de ontvanger).");
        assertThat(check(HEADER + rows(9_000), Duration.ZERO))
                .first()
                .asString()
                .startsWith("TF-I06");
    }

    @Test
    void ownDefinitions_areReadAndCheckTheirForm() throws IOException {
        Path form = Files.writeString(folder.resolve("eigen.json"), """
                {"id": "eigen-telling", "version": "1",
                 "columns": [
                   {"name": "organisatie", "role": "REPORTER", "type": {"kind": "KVK"}},
                   {"name": "periode", "role": "TIME", "type": {"kind": "PERIOD"}},
                   {"name": "bezoeken", "role": "MEASURE", "type": {"kind": "COUNT"}}]}
                """);
        Path file =
                Files.writeString(folder.resolve("telling.csv"), "organisatie;periode;bezoeken\n91000011;2026KW01;7\n");
        Delivery delivery = OwnDefinitions.load(form).read(file);
        assertThat(delivery.messages(Language.NL)).isEmpty();
        assertThat(delivery.totals("periode")
                        .figure("bezoeken", "2026KW01")
                        .orElseThrow()
                        .toText(Language.NL))
                .contains("7");
    }

    @Test
    void ownDefinitions_withAFault_nameIt() throws IOException {
        Path form = Files.writeString(folder.resolve("eigen.json"), "{\"kind\": \"format\", \"id\": \"eigen\"}");
        assertThatThrownBy(() -> OwnDefinitions.load(form))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("eigen.json");
    }

    @Test
    void formBean_isCheckedByItsConstraints() {
        try (ValidatorFactory factory = BeanValidation.installed().factory()) {
            assertThat(factory.getValidator()
                            .validate(new FormBean("91000011", "WK051838", "2026KW01", 80, "rustig kwartaal")))
                    .isEmpty();
            assertThat(factory.getValidator()
                            .validate(new FormBean("9100001", "Laak", "2026-13", -1, "bel 06-12345678")))
                    .extracting(violation -> violation.getPropertyPath().toString())
                    .containsExactlyInAnyOrder("organisation", "area", "period", "visits", "note");
        }
    }

    @Test
    void ownInhabitants_areWhatRatesAreMadeWith() throws IOException {
        Path file = Files.writeString(folder.resolve("levering.csv"), GOOD);
        Path few = Files.writeString(folder.resolve("weinig.csv"), "area;inwoners\nLaak;1000\nCentrum;9000\n");
        Path many = Files.writeString(folder.resolve("veel.csv"), "area;inwoners\nLaak;4000\nCentrum;6000\n");
        assertThat(printed(out -> OwnInhabitants.run(file, few, out)))
                .contains("1.000")
                .isNotEqualTo(printed(out -> OwnInhabitants.run(file, many, out)));
    }

    @Test
    void compareDeliveries_comparesOnTheRowsOfAllFiles() throws IOException {
        Path laak = Files.writeString(folder.resolve("laak.csv"), GOOD);
        Path centrum = Files.writeString(
                folder.resolve("centrum.csv"),
                GOOD.replace("91000011;Laak;WK051838", "91000037;Centrum;WK051829")
                        .replace(";80;20", ";40;20"));
        String text = CompareDeliveries.compare(List.of(laak, centrum)).toText(Language.NL);
        assertThat(text).contains("Laak", "Centrum", "2 van de 8 stadsdelen");
    }

    private static String printed(Consumer<PrintStream> program) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        program.accept(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private Path published() throws IOException {
        Path file = Files.writeString(folder.resolve("levering.csv"), GOOD.replace(";80;20", ";80;7"));
        Path open = Files.createDirectory(folder.resolve("openbaar"));
        ProtectAndPublish.run(file, open);
        return open;
    }

    @Test
    void attackPublication_ofAProtectedOne_findsNothing() throws IOException {
        assertThat(AttackPublication.exposed(published())).isEmpty();
    }

    @Test
    void attackPublication_ofWhatIsForInternalUse_saysSo() throws IOException {
        Path table = published().resolve("stadsdeel-jaar.csv");
        Files.writeString(table, Files.readString(table).replace(";public", ";internal"));
        assertThatThrownBy(() -> AttackPublication.exposed(folder.resolve("openbaar")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void protectAndPublish_writesNoSmallFigure() throws IOException {
        Path open = published();
        assertThat(open.resolve("bescherming.html")).exists();
        assertThat(Files.readString(open.resolve("stadsdeel-jaar.csv")))
                .contains("Laak")
                .doesNotContain(";7;");
    }
}
