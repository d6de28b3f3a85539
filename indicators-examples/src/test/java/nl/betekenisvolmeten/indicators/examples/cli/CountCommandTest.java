package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountCommandTest {

    private static final String HEADER =
            "datum;activiteit;activiteitsoort;wijk;doelgroep;deelnemer;geboortejaar;rol;uren;doorverwezen\n";

    @TempDir
    private Path folder;

    private Path records;

    @BeforeEach
    void write() throws IOException {
        records = Files.writeString(
                folder.resolve("presentie.csv"),
                HEADER
                        + "2026-01-06;Taalcafé;TAAL;WK051829;ALLEN;d1;1990;DEELNEMER;;nee\n"
                        + "2026-01-13;Taalcafé;TAAL;WK051829;ALLEN;d1;1990;DEELNEMER;;ja\n"
                        + "2026-01-13;Taalcafé;TAAL;WK051829;ALLEN;v1;;VRIJWILLIGER;2,5;nee\n");
    }

    @Test
    void count_records_givesADeliveryThatPasses() throws IOException {
        Path out = folder.resolve("telling.csv");
        Run run =
                Run.of("count", records, "-o", out, "--organisatie", "91000011").exits(0);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("voorstel", "telling-gebiedsgericht@2026.2");
        assertThat(Files.readString(out, StandardCharsets.UTF_8))
                .contains("91000011;Centrum;WK051829;2026KW01;1;TAAL;Taalcafé;ALLEN;30-49;2;2;1;");
        Run.of("validate", out).exits(0);
    }

    @Test
    void count_ownProtocol_isUsed() throws IOException {
        Path own = folder.resolve("telling.json");
        try (var in = Definitions.class.getResourceAsStream(
                "/nl/betekenisvolmeten/indicators/formats/protocols/telling-gebiedsgericht-2026.1.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(
                    own,
                    text.replace("\"TAAL\": \"1\"", "\"TAAL\": \"2\"")
                            .replace("2026.1\",\n  \"title", "2026.2\",\n  \"title"));
        }
        Path out = folder.resolve("telling.csv");
        Run run = Run.of("count", records, "-o", out, "--organisatie", "91000011", "--protocol", own)
                .exits(0);
        assertThat(run.err()).contains("telling-gebiedsgericht@2026.2");
        assertThat(Files.readString(out, StandardCharsets.UTF_8)).contains(";2026KW01;2;TAAL;");
    }

    @Test
    void count_brokenProtocol_isToldWithItsPlace() throws IOException {
        Path own = Files.writeString(folder.resolve("stuk.json"), "{\n  \"id\": 3\n}");
        Run run = Run.of(
                        "count", records, "-o", folder.resolve("t.csv"), "--organisatie", "91000011", "--protocol", own)
                .exits(1);
        assertThat(run.err()).contains("BM-D0");
        assertThat(folder.resolve("t.csv")).doesNotExist();
    }

    @Test
    void count_errorsInRecords_areToldAndTheRestCounts() throws IOException {
        Files.writeString(
                records,
                Files.readString(records) + "2026-13-40;Taalcafé;TAAL;WK051829;ALLEN;111222333;1990;DEELNEMER;;nee\n");
        Path out = folder.resolve("telling.xlsx");
        Run run =
                Run.of("count", records, "-o", out, "--organisatie", "91000011").exits(1);
        assertThat(run.err()).contains("rij 5").doesNotContain("111222333");
        assertThat(out).exists();
    }

    @Test
    void count_nothingToCount_writesNothing() throws IOException {
        Path out = folder.resolve("telling.csv");
        Path empty = Files.writeString(folder.resolve("leeg.csv"), HEADER);
        assertThat(Run.of("count", empty, "-o", out, "--organisatie", "91000011")
                        .exits(1)
                        .err())
                .contains("niets geteld");
        assertThat(out).doesNotExist();
    }

    @Test
    void count_wrongUsage_isTold() {
        Run.of("count", records, "-o", folder.resolve("t.csv"), "--organisatie", "12")
                .exits(2)
                .saysOneLine();
        Run.of("count", records, "-o", folder.resolve("t.pdf"), "--organisatie", "91000011")
                .exits(2)
                .saysOneLine();
        Run.of("count", records, "-o", records, "--organisatie", "91000011")
                .exits(2)
                .saysOneLine();
        Run.of("count", folder.resolve("weg.csv"), "-o", folder.resolve("t.csv"), "--organisatie", "91000011")
                .exits(3);
    }
}
