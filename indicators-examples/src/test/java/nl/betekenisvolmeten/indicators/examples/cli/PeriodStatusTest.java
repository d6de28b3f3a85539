package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void aggregate_withAgreements_saysHowFinalEachPeriodIs() {
        for (String status : new String[] {"voorlopig", "nader_voorlopig", "definitief"}) {
            Run run = Run.of(
                            "aggregate",
                            file,
                            "--by",
                            "stadsdeel,periode",
                            "--measure",
                            "bezoeken",
                            "--context",
                            context(status))
                    .exits(0);
            assertThat(Sheet.cell(Sheet.rows(run.out()).get(0), "period_status"))
                    .isEqualTo(status);
        }
        Run year = Run.of(
                        "aggregate",
                        file,
                        "--by",
                        "stadsdeel,jaar",
                        "--measure",
                        "bezoeken",
                        "--context",
                        context("definitief"))
                .exits(0);
        assertThat(Sheet.cell(Sheet.rows(year.out()).get(0), "period_status")).isEqualTo("voorlopig");
        assertThat(Run.of("aggregate", file, "--by", "stadsdeel,periode", "--measure", "bezoeken")
                        .exits(0)
                        .out())
                .doesNotContain("period_status");
    }

    @Test
    void aggregateToSdmx_anExactFigure_isProvisionalUntilItsPeriodIsClosed() {
        for (String status : new String[] {"voorlopig", "definitief"}) {
            Path out = folder.resolve(status + ".sdmx.csv");
            Run.of(
                            "aggregate",
                            file,
                            "--by",
                            "stadsdeel,periode",
                            "--measure",
                            "bezoeken",
                            "--context",
                            context(status),
                            "-o",
                            out)
                    .exits(0);
            assertThat(Sheet.read(out))
                    .contains(",OBS_STATUS,STATUS,PERIOD_STATUS,")
                    .contains(",bezoeken,40," + (status.equals("definitief") ? "A" : "P") + ",exact," + status + ",");
        }
    }

    @Test
    void compare_withAgreements_saysHowFinalEachPeriodIs() {
        Run run = Run.of("compare", file, "--level", "stadsdeel", "--context", context("nader voorlopig"))
                .exits(0);
        assertThat(Sheet.cell(Sheet.rows(run.out()).get(0), "period_status")).isEqualTo("nader_voorlopig");
        assertThat(Run.of(
                                "compare",
                                file,
                                "--level",
                                "stadsdeel",
                                "--context",
                                context("definitief"),
                                "--report",
                                "json")
                        .exits(0)
                        .out())
                .contains("\"period_status\" : \"definitief\"");
    }
}
