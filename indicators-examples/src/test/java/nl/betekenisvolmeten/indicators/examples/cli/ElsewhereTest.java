package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another municipality and a region, from definition files alone. Figures are made up. */
class ElsewhereTest {

    @TempDir
    private Path folder;

    private Path file(String place, String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ElsewhereTest.class.getResourceAsStream(
                "/nl/betekenisvolmeten/indicators/examples/elsewhere/" + place + "/" + name))) {
            return Files.write(folder.resolve(name), in.readAllBytes());
        }
    }

    private String definitions(String place, String... names) throws IOException {
        List<String> files = new ArrayList<>();
        for (String name : names) {
            files.add(file(place, name).toString());
        }
        return String.join(",", files);
    }

    private static List<String> outcomes(Run run) {
        return Sheet.rows(run.exits(0).out()).stream()
                .map(row -> Sheet.cell(row, "indicator") + " " + Sheet.cell(row, "area_code") + " "
                        + Sheet.cell(row, "period") + " " + Sheet.cell(row, "outcome"))
                .toList();
    }

    @Test
    void haarlem_sevenDomainsInFiveDistricts_runsFromCheckToTargets() throws IOException {
        String own = definitions("haarlem", "form.json", "indicators.json");
        Path delivery = file("haarlem", "delivery.csv");
        Path people = file("haarlem", "population.csv");
        assertThat(Run.of("validate", delivery, "--definitions", own).exits(0).out())
                .contains("Rijen: 35, waarvan goed: 35");
        assertThat(Run.of("burden", "haarlem-sociale-basis", "--definitions", own)
                        .exits(0)
                        .out())
                .contains("haarlem-ervaren-effect");
        List<String> compared = Run.of(
                        "compare", delivery, "--definitions", own, "--level", "stadsdeel", "--population", people)
                .exits(0)
                .lines();
        assertThat(compared)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("SD0392-OOST;Oost;haarlem-ervaren-effect;2026HJ01;204;204;204;276;100;73.913"));
        assertThat(outcomes(Run.of(
                        "targets",
                        delivery,
                        "--definitions",
                        own,
                        "--targets",
                        file("haarlem", "targets.csv"),
                        "--population",
                        people)))
                .containsExactly(
                        "haarlem-ervaren-effect GM0392 2026HJ01 met",
                        "haarlem-ervaren-effect SD0392-OOST 2026HJ01 met",
                        "haarlem-activiteiten GM0392 2026HJ01 met",
                        "haarlem-bereik GM0392 2026HJ01 not-decided");
    }

    /** The definition of the indicators names the column; each figure is that of the delivery. */
    @Test
    void haarlem_report_hasATableOfDomainsByDistrictForEachIndicator() throws IOException {
        Path page = folder.resolve("haarlem.json");
        Run.of(
                        "report",
                        file("haarlem", "delivery.csv"),
                        "--kind",
                        "comparison",
                        "--internal",
                        "overleg",
                        "--definitions",
                        definitions("haarlem", "form.json", "indicators.json"),
                        "--population",
                        file("haarlem", "population.csv"),
                        "-o",
                        page)
                .exits(0);
        JsonNode tables = new ObjectMapper().readTree(page.toFile()).get("cross_tables");
        assertThat(tables).hasSize(3);
        for (JsonNode table : tables) {
            assertThat(table.get("columns")).hasSize(1 + 5);
            assertThat(table.get("rows")).hasSize(7);
        }
        JsonNode cell = tables.get(2).at("/rows/1/5/0/cell");
        assertThat(cell.get("indicator").textValue()).isEqualTo("haarlem-ervaren-effect:ONTMOETEN");
        assertThat(cell.get("area").textValue()).isEqualTo("SD0392-ZUIDWEST");
        assertThat(cell.get("text").textValue()).isEqualTo(share("Zuidwest;2026HJ01;ONTMOETEN;"));
    }

    /** The share of favourable answers in a row of the delivery, as people read it. */
    private String share(String row) throws IOException {
        String[] cells = Files.readAllLines(file("haarlem", "delivery.csv")).stream()
                .filter(line -> line.contains(row))
                .findFirst()
                .orElseThrow()
                .split(";");
        BigDecimal share = new BigDecimal(cells[6]).movePointRight(2);
        return share.divide(new BigDecimal(cells[7]), 1, RoundingMode.HALF_UP)
                .toString()
                .replace('.', ',');
    }

    /** A stock of a year is that of its last half-year; a flow is added up. */
    @Test
    void region_ofMunicipalities_isJudgedAsOne() throws IOException {
        String own = definitions("haaglanden", "areas.json", "form.json", "indicators.json");
        Path delivery = file("haaglanden", "delivery.csv");
        Path targets = file("haaglanden", "targets.csv");
        assertThat(outcomes(Run.of("targets", delivery, "--definitions", own, "--targets", targets)))
                .containsExactly(
                        "spoedbeoordeling-binnen-24-uur RG-HAAGLANDEN 2026HJ01 met",
                        "spoedbeoordeling-binnen-24-uur GM0637 2026HJ01 not-met",
                        "wachtlijst-veilig-thuis RG-HAAGLANDEN 2026HJ01 not-met",
                        "wachtlijst-veilig-thuis RG-HAAGLANDEN 2026JJ00 met");
        assertThat(Run.of(
                                "aggregate",
                                delivery,
                                "--definitions",
                                own,
                                "--by",
                                "regio,jaar",
                                "--measure",
                                "beoordelingen,wachtlijst")
                        .exits(0)
                        .lines()
                        .get(1))
                .startsWith("RG-HAAGLANDEN;2026JJ00;1200;1200;1200;exact;0;123;123;123;exact;");
    }

    /** A plan of tables in JSON, by the policy that comes with the program. */
    private Path plan(String tables) throws IOException {
        return Sheet.writeText(folder, "plan.json", """
                {"id": "elders", "version": "1", "title": {"nl": "Elders", "en": "Elsewhere"}, "status": "draft",
                 "provenance": {"note": {"nl": "Een proef", "en": "A trial"},
                  "sources": [{"id": "X", "title": "Proef", "reference": "X"}]},
                 "policy": "gemeente-standaard@2026.1", "tables": [%s]}
                """.formatted(tables));
    }

    /** Protects a delivery, attacks what was published, and puts a small count back, which must be found. */
    private Path publish(Path delivery, String own, Path plan, String table, String hidden, String back)
            throws IOException {
        Path target = folder.resolve("openbaar");
        Run.of("protect", delivery, "--definitions", own, "--plan", plan, "-o", target)
                .exits(0);
        assertThat(Run.of("attack", target, "--definitions", own, "--plan", plan)
                        .exits(0)
                        .err())
                .contains("Er is niets uit te rekenen");
        Path file = target.resolve(table);
        String text = Files.readString(file);
        assertThat(text).contains(hidden);
        Files.writeString(file, text.replace(hidden, back));
        assertThat(Run.of("attack", target, "--definitions", own, "--plan", plan)
                        .exits(1)
                        .out())
                .contains("Een klein aantal is niet verborgen");
        return target;
    }

    @Test
    void haarlem_fewPersonsInADomain_areHidden() throws IOException {
        String own = definitions("haarlem", "form.json", "indicators.json");
        Path delivery = file("haarlem", "delivery.csv");
        Files.writeString(delivery, Files.readString(delivery).replace("GEZOND;12;50;30;39", "GEZOND;12;4;3;4"));
        String counts = """
                "counts": [{"measure": "activiteiten", "persons": "bereikt"},
                 {"measure": "bereikt", "persons": "bereikt", "onePerPerson": true},
                 {"measure": "effect_antwoorden", "persons": "bereikt"},
                 {"measure": "effect_ja", "persons": "bereikt", "atMost": ["effect_antwoorden"]}]}
                """;
        Path target = publish(
                delivery,
                own,
                plan("""
                        {"name": "gemeente", "level": "GEMEENTE", "period": "HALF_YEAR", %s,
                        {"name": "domein", "level": "STADSDEEL", "period": "HALF_YEAR", "by": [{"column": "leefgebied",
                         "codes": ["MEEDOEN", "ONTMOETEN", "OPGROEIEN", "GEZOND", "GELD", "WONEN", "ZORGEN"]}], %s
                        """.formatted(counts, counts)),
                "domein.csv",
                "Centrum;2026HJ01;GEZOND;;suppressed;;suppressed;",
                "Centrum;2026HJ01;GEZOND;;suppressed;5;exact;");
        assertThat(Files.readString(target.resolve("gemeente.csv")))
                .contains("GM0392;Haarlem;2026HJ01;345;exact;;refused;");
    }

    @Test
    void region_aMunicipalityWithFewPersons_isHidden() throws IOException {
        String own = definitions("haaglanden", "areas.json", "form.json");
        Path form = folder.resolve("form.json");
        Files.writeString(
                form,
                Files.readString(form).replaceFirst("(\"name\": \"beoordelingen\",)", "$1 \"nature\": \"DISTINCT\","));
        Path delivery = file("haaglanden", "delivery.csv");
        Files.writeString(
                delivery, Files.readString(delivery).replace("Delft;2026HJ01;100;93;", "Delft;2026HJ01;4;3;"));
        publish(
                delivery,
                own,
                plan("""
                        {"name": "gemeente", "level": "GEMEENTE", "period": "HALF_YEAR", "counts": [
                         {"measure": "beoordelingen", "persons": "beoordelingen", "onePerPerson": true},
                         {"measure": "binnen_24_uur", "persons": "beoordelingen", "atMost": ["beoordelingen"]}]},
                        {"name": "regio", "level": "REGIO", "period": "HALF_YEAR", "counts": [
                         {"measure": "beoordelingen", "persons": "beoordelingen", "onePerPerson": true},
                         {"measure": "binnen_24_uur", "persons": "beoordelingen", "atMost": ["beoordelingen"]}]}
                        """),
                "gemeente.csv",
                "Delft;2026HJ01;;suppressed;;suppressed;",
                "Delft;2026HJ01;5;exact;;suppressed;");
    }

    /** Who did not report the last half-year is in the stock with what was reported last, and the year is not judged. */
    @Test
    void region_aMunicipalityThatIsMissing_isNotForgotten() throws IOException {
        String own = definitions("haaglanden", "areas.json", "form.json", "indicators.json");
        Path whole = file("haaglanden", "delivery.csv");
        List<String> lines = new ArrayList<>(Files.readAllLines(whole));
        lines.removeIf(line -> line.contains("Zoetermeer;2026HJ02"));
        Path part = Files.write(folder.resolve("part.csv"), lines);
        Run run = Run.of("targets", part, "--definitions", own, "--targets", file("haaglanden", "targets.csv"));
        assertThat(outcomes(run)).contains("wachtlijst-veilig-thuis RG-HAAGLANDEN 2026JJ00 not-enough-data");
        assertThat(run.out()).contains(";125;;;incomplete;");
    }

    /** Without its areas a code of another region is unknown; with them it is read. */
    @Test
    void targets_areasOfALoadedFile_areKnown() throws IOException {
        Path targets = file("haaglanden", "targets.csv");
        assertThat(Run.of("validate", targets).exits(1).out()).contains("TF-V02", "RG-HAAGLANDEN");
        Run.of("validate", targets, "--definitions", definitions("haaglanden", "areas.json"))
                .exits(0);
        Path named = Sheet.writeText(
                folder,
                "namen.csv",
                "indicator;gebied;periode;vergelijking;waarde;waarde_tot;nulmeting;tolerantie;bron\n"
                        + "x;Centrum;2026JJ00;MINSTENS;1;;;;x\nx;Centrum (Haarlem);2026HJ01;MINSTENS;1;;;;x\n");
        assertThat(Run.of("validate", named).exits(0).out())
                .contains("‘Centrum’ is een naam. Wij hebben het gelezen als SD0518-CENTRUM")
                .contains("‘Centrum (Haarlem)’ is een naam. Wij hebben het gelezen als SD0392-CENTRUM");
    }
}
