package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How final a figure is, stands next to it. */
class PeriodStatusTest {

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void write() {
        file = Sheet.write(folder, "good.csv", Sheet.row());
    }

    private Path context(String status) {
        return Sheet.writeText(folder, status + ".json", """
                {"id": "afspraken", "agreements": [
                   {"organisation": "91000011", "areas": ["Centrum"], "validFrom": "2026KW01", "dueAfterDays": 30}],
                 "periods": [{"period": "2026KW01", "status": "%s"}]}
                """.formatted(status));
    }

    private Run visits(String by, Object... options) {
        return Run.with(List.of("aggregate", file, "--by", by, "--measure", "bezoeken"), options)
                .exits(0);
    }

    private static String status(Run run) {
        return Sheet.cell(run.rows().get(0), "period_status");
    }

    @Test
    void aggregate_withAgreements_saysHowFinalEachPeriodIs() {
        for (String status : List.of("voorlopig", "nader_voorlopig", "definitief")) {
            assertThat(status(visits("stadsdeel,periode", "--context", context(status))))
                    .isEqualTo(status);
        }
        assertThat(status(visits("stadsdeel,jaar", "--context", context("definitief"))))
                .isEqualTo("voorlopig");
        assertThat(visits("stadsdeel,periode").out()).doesNotContain("period_status");
    }

    @ParameterizedTest
    @CsvSource({"voorlopig, P", "definitief, A"})
    void aggregateToSdmx_anExactFigure_isProvisionalUntilItsPeriodIsClosed(String status, String observed) {
        Path out = folder.resolve(status + ".sdmx.csv");
        visits("stadsdeel,periode", "--context", context(status), "-o", out);
        assertThat(Sheet.read(out))
                .contains(",OBS_STATUS,STATUS,PERIOD_STATUS,")
                .contains(",bezoeken,40," + observed + ",exact," + status + ",");
    }

    private Run compare(String status, Object... options) {
        return Run.with(List.of("compare", file, "--level", "stadsdeel", "--context", context(status)), options)
                .exits(0);
    }

    @Test
    void compare_withAgreements_saysHowFinalEachPeriodIs() {
        assertThat(status(compare("nader voorlopig"))).isEqualTo("nader_voorlopig");
        assertThat(compare("definitief", "--report", "json").out()).contains("\"period_status\" : \"definitief\"");
    }
}
