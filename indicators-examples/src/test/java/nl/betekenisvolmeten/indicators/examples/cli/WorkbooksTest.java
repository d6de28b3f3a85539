package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code validate --marked} and {@code --repair}. */
class WorkbooksTest {

    @TempDir
    private Path folder;

    @Test
    void repair_aMessyDelivery_canBeDelivered() {
        Path file = Sheet.write(folder, "rommel.csv", Sheet.row("periode", "2026-Q1", "bezoeken", "1.200"));
        Path repaired = folder.resolve("goed.xlsx");
        Path marked = folder.resolve("terug.xlsx");
        Run run = Run.of("validate", file, "--marked", marked, "--repair", repaired)
                .exits(0);
        assertThat(run.err()).contains("terug.xlsx", "2 verbeteringen", "goed.xlsx");
        assertThat(Run.of("validate", repaired).exits(0).out()).contains("waarschuwingen: 0");
        assertThat(marked).exists();
        Run.of("validate", file, "--repair", repaired).exits(2).saysOneLine();
    }

    @Test
    void repair_neverReplacesItsInput() throws Exception {
        Path file = folder.resolve("in.xlsx");
        Run.of("convert", Sheet.write(folder, "in.csv", Sheet.row()), "-o", file)
                .exits(0);
        byte[] before = Files.readAllBytes(file);
        for (String option : new String[] {"--repair", "--marked"}) {
            Run.of("validate", file, option, file, "--force").exits(2).saysOneLine();
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        Path other = Sheet.write(folder, "b.csv", Sheet.row());
        Run.of("validate", file, other, "--repair", folder.resolve("x.xlsx"))
                .exits(2)
                .saysOneLine();
        Run.of("validate", other, "--repair", folder.resolve("x.csv")).exits(2).saysOneLine();
    }

    @Test
    void repair_withPersonalData_isRefused() {
        Path file = Sheet.write(folder, "p.csv", Sheet.row("toelichting", "bel 06-12345678"));
        Path repaired = folder.resolve("goed.xlsx");
        assertThat(Run.of("validate", file, "--repair", repaired).exits(1).err())
                .contains("Niet verbeterd");
        assertThat(repaired).doesNotExist();
    }
}
