package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of an earlier version, converted, and read again. */
class SemanticTrapsOfConversionsTest {

    @TempDir
    private Path folder;

    private static final String NEWEST = "telformat-gebiedsgericht@2026.1";

    private Path converted(String name, String... options) {
        Path old = ConvertCommandTest.middle(folder, "27-49", "onbekend", "0-11");
        Path out = folder.resolve(name);
        List<Object> line = new ArrayList<>(List.of("convert", old, "-o", out, "--to", NEWEST));
        line.addAll(List.of(options));
        Run.of(line.toArray()).exits(0);
        return out;
    }

    private static Map<String, String> unknownAge(Path file) {
        return Sheet.rows(Sheet.read(file).replace("\uFEFF", "")).stream()
                .filter(row -> "onbekend".equals(row.get("leeftijdsgroep")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void personsOfRowsThatBecomeOne_areEmptyAndNotTheirSum() {
        assertThat(unknownAge(converted("leeg.csv")))
                .containsEntry("unieke_deelnemers", "")
                .containsEntry("vrijwilligers", "")
                .containsEntry("bezoeken", "54");
        assertThat(unknownAge(converted("meest.csv", "--persons", "most"))).containsEntry("unieke_deelnemers", "12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"uit.csv", "uit.xlsx", "uit.json", "uit.jsonl"})
    void everyCommand_readsWhatConvertWrote(String name) {
        Path file = converted(name);
        assertThat(Run.of("validate", file).exits(0).out())
                .contains("TF-I10", "TF-V11")
                .doesNotContain("TF-S07");
        Path newest = Sheet.write(folder, "nieuw.csv", Sheet.row());
        assertThat(Sheet.rows(Run.of("aggregate", file, newest, "--by", "periode", "--measure", "bezoeken")
                        .exits(0)
                        .out()))
                .extracting(row -> row.get("periode") + " " + row.get("bezoeken"))
                .containsExactly("2025KW04 81", "2026KW01 40");
    }

    @Test
    void anEarlierPeriodThatNamesNoVersion_isAnError() {
        Path file = converted("uit.csv");
        String text = Sheet.read(file);
        Path none = Sheet.writeText(folder, "geen.csv", text.replace("telformat-gebiedsgericht@2025.2", ""));
        assertThat(Run.of("validate", none).exits(1).out()).contains("TF-S07");
        Path foreign = Sheet.writeText(folder, "ander.csv", text.replace("gebiedsgericht@2025.2", "anders@2025.2"));
        assertThat(Run.of("validate", foreign).exits(1).out()).contains("TF-S07");
        Path one = Sheet.writeText(folder, "een.csv", text.replaceFirst("(?m);telformat-gebiedsgericht@2025.2$", ";"));
        assertThat(Run.of("validate", one).exits(1).out()).contains("TF-V07").doesNotContain("TF-S07");
    }

    @Test
    void anEmptyNumberOfPersons_isAnErrorWhereNothingWasConverted() {
        Path file = Sheet.write(folder, "gewoon.csv", Sheet.row("unieke_deelnemers", "", "nieuwe_deelnemers", ""));
        assertThat(Run.of("validate", file).exits(1).out()).contains("TF-V01");
    }

    @Test
    void aConvertedFileThatIsConvertedAgain_canStillBeRead() {
        Path workbook = folder.resolve("weer.xlsx");
        Run.of("convert", converted("uit.csv"), "-o", workbook).exits(0);
        assertThat(Run.of("validate", workbook).exits(0).out()).contains("TF-I10");
    }
}
