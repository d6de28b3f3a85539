package nl.betekenisvolmeten.indicators.examples.cli;

import static nl.betekenisvolmeten.indicators.examples.cli.Sheet.cell;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A figure that is refused says why, in every kind of file; one that is not has no reason. */
class SemanticTrapsOfReasonsTest {

    private static final String RATE = "bezoeken-per-bijeenkomst";

    @TempDir
    private Path folder;

    private Path good() {
        return Sheet.write(folder, "good.csv", Sheet.row());
    }

    /** Two rows, the second without its new participants. */
    private Path gap() {
        return Sheet.write(folder, "gap.csv", Sheet.row(), Sheet.row("activiteit", "Inloop", "nieuwe_deelnemers", ""));
    }

    private Path other() {
        return Sheet.write(folder, "other.csv", Sheet.row("bezoeken", "41"), Sheet.row("activiteit", "Inloop"));
    }

    private static Map<String, String> first(Run run) {
        return run.rows().get(0);
    }

    @Test
    void csv_aRefusedTotal_hasItsReasonAndOthersHaveNoColumn() {
        Map<String, String> refused = first(Run.of("aggregate", "--by", "periode", "--missing", "refuse", gap())
                .exits(0));
        assertThat(refused)
                .containsEntry("nieuwe_deelnemers_status", "refused")
                .containsEntry("nieuwe_deelnemers_reason", "incomplete")
                .doesNotContainKey("bezoeken_reason");
        assertThat(Run.of("aggregate", "--by", "jaar", good()).exits(0).out()).doesNotContain("_reason");
        assertThat(first(Run.of("aggregate", "--by", "jaar", good(), other())))
                .containsEntry("bezoeken_status", "refused")
                .containsEntry("bezoeken_reason", "contradiction");
    }

    @Test
    void json_aRefusedTotal_hasItsReason() {
        Path file = folder.resolve("x.json");
        Run.of("aggregate", "--by", "jaar", good(), other(), "-o", file).exits(1);
        assertThat(Json.object(Json.list(Json.read(Sheet.read(file))).get(0)))
                .containsEntry("bezoeken_status", "refused")
                .containsEntry("bezoeken_reason", "contradiction");
    }

    @Test
    void sdmx_aRefusedTotal_hasItsReasonAsAnAttribute() {
        Path file = folder.resolve("x.sdmx.csv");
        Run.of("aggregate", "--by", "periode", "--missing", "refuse", gap(), "-o", file)
                .exits(0);
        List<Map<String, String>> rows = Sheet.rows(Sheet.read(file).replace(',', ';'));
        assertThat(Sheet.first(rows, "MEASURE", "nieuwe_deelnemers"))
                .containsEntry("OBS_STATUS", "M")
                .containsEntry("STATUS", "refused")
                .containsEntry("REASON", "incomplete");
        assertThat(Sheet.first(rows, "MEASURE", "bezoeken"))
                .containsEntry("REASON", "")
                .containsEntry("OLDEST", "");
    }

    private Path support(String... rows) {
        String header = "organisatie;stadsdeel;periode;vorm;ernst;leeftijdsgroep;begin;opgestart;afgesloten;eind;"
                + "unieke_clienten;hulpvragen;terugkeer;doorlooptijd_dagen;doelen_gesteld;doelen_behaald;"
                + "wachttijd_dagen;doorverwijzingen;toelichting\n";
        return Sheet.writeText(folder, "support.csv", header + String.join("\n", rows) + "\n");
    }

    /** Nobody's case was closed in one group, and of the other it is not known. */
    @ParameterizedTest
    @ValueSource(strings = {"sum", "bound", "refuse"})
    void mean_ofNobodyWithACellMissing_hasNoNumber(String policy) {
        Path file = support(
                "91000011;Laak;2026KW02;INDIVIDUEEL;LICHT;30-49;10;0;0;10;5;0;0;0;8;5;12;1;",
                "91000011;Laak;2026KW02;INDIVIDUEEL;LICHT;18-29;10;0;;10;5;0;0;;8;5;12;1;");
        assertThat(first(Run.aggregate("periode", "doorlooptijd_dagen", "--missing", policy, file)))
                .containsEntry("doorlooptijd_dagen", "")
                .containsEntry("doorlooptijd_dagen_lower", "")
                .containsEntry("doorlooptijd_dagen_upper", "");
    }

    @Test
    void sdmx_aState_hasTheOldestPeriodInItAsAnAttribute() {
        Path states = support("91000011;Laak;2026KW02;INDIVIDUEEL;LICHT;30-49;10;5;3;12;15;6;0;20;8;5;12;1;");
        Path file = folder.resolve("x.sdmx.csv");
        Run.aggregate("jaar", "eind,opgestart", states, "-o", file).exits(0);
        List<Map<String, String>> rows = Sheet.rows(Sheet.read(file).replace(',', ';'));
        assertThat(rows)
                .extracting(row -> cell(row, "MEASURE") + " " + cell(row, "OLDEST"))
                .containsExactly("eind 2026-Q2", "opgestart ");
    }

    @Test
    void explain_aRefusedFigure_hasItsReasonInJsonAndText() {
        List<Object> line =
                List.of("explain", good(), other(), "--cell", "measure=bezoeken;stadsdeel=Centrum;periode=2026KW01");
        assertThat(Run.with(line).out()).contains("twee leveringen spreken elkaar tegen");
        Path file = folder.resolve("x.json");
        Run.with(line, "-o", file);
        assertThat(Json.object(Json.object(Json.read(Sheet.read(file))).get("value")))
                .containsEntry("status", "refused")
                .containsEntry("reason", "contradiction");
    }

    @Test
    void compare_aRefusedFigure_saysWhyInBothFormsOfTheTable() {
        Path none = Sheet.write(
                folder,
                "none.csv",
                Sheet.row("bijeenkomsten", "0", "bezoeken", "0", "unieke_deelnemers", "0", "nieuwe_deelnemers", "0"));
        assertThat(compared(none)).containsEntry("status", "refused").containsEntry("reason", "zero_denominator");
        assertThat(compared(good(), other())).containsEntry("reason", "contradiction");
        String tidy = Run.compare(RATE, none, "--export", "tidy").exits(0).out();
        assertThat(Sheet.rows(tidy))
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("area", "Centrum")
                        .containsEntry("statistic", "value")
                        .containsEntry("status", "refused")
                        .containsEntry("category", "zero_denominator"));
    }

    private static Map<String, String> compared(Object... files) {
        return Run.compare(RATE, files).row("area", "Centrum");
    }

    @Test
    void targets_aRefusedFigure_saysWhy() {
        Path targets = Sheet.targets(folder, RATE + ";SD0518-CENTRUM;2026JJ00;MINSTENS;1;;");
        Run run = Run.of("targets", "--targets", targets, "--date", "2026-12-31", good(), other());
        assertThat(first(run))
                .containsEntry("reached_status", "refused")
                .containsEntry("reached_reason", "contradiction");
    }

    @Test
    void describe_saysWhatAReasonMeans() {
        assertThat(Run.of("aggregate", "--by", "jaar", "--describe", good())
                        .exits(0)
                        .out())
                .contains("MEASURE_reason", "twee leveringen spreken elkaar tegen");
    }

    /** A version of the form in which a count is of another kind: no total has rows of both. */
    private Path otherKind() throws IOException {
        try (InputStream in = Objects.requireNonNull(Definitions.class.getResourceAsStream(
                "/nl/betekenisvolmeten/indicators/formats/formats/telformat-gebiedsgericht-2026.1.json"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\"version\": \"2026.1\"", "\"version\": \"2027.1\"")
                    .replace("\"validFrom\": \"2026KW01\"", "\"validFrom\": \"2027KW01\"");
            int column = text.indexOf("\"name\": \"doorverwijzingen\"");
            int nature = text.indexOf("\"FLOW\"", column);
            String changed = text.substring(0, nature) + "\"STOCK\"" + text.substring(nature + 6);
            int migration = changed.indexOf("\"migration\": {");
            int previous = changed.indexOf("\"previous\"", migration);
            return Sheet.writeText(
                    folder,
                    "2027.json",
                    changed.substring(0, migration) + "\"migration\": {\"from\": \"2026.1\", \"steps\": []}, "
                            + changed.substring(previous));
        }
    }

    @Test
    void total_ofAMeasureThatWasOfAnotherKind_isNotComparable() throws IOException {
        Path definition = otherKind();
        Path later = Sheet.write(folder, "later.csv", Sheet.row("periode", "2027KW01"));
        List<Object> line = List.of("aggregate", good(), later, "--by", "stadsdeel", "--date", "2027-12-31");
        assertThat(first(Run.with(line, "--definitions", definition).exits(0)))
                .containsEntry("doorverwijzingen", "")
                .containsEntry("doorverwijzingen_lower", "")
                .containsEntry("doorverwijzingen_status", "not_comparable")
                .containsEntry("doorverwijzingen_reason", "not_comparable")
                .containsEntry("bezoeken_status", "exact");
        assertThat(first(Run.with(line).exits(0))).containsEntry("doorverwijzingen_status", "exact");
    }
}
