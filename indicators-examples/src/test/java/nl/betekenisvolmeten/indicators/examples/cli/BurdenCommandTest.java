package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BurdenCommandTest {

    private static final String FORMAT = "telformat-gebiedsgericht@2026.1";

    @TempDir
    private Path folder;

    @Test
    void run_rows_countsCells() {
        Run run = Run.of("burden", FORMAT, "--rows", "250").exits(0);
        assertThat(run.err()).isEmpty();
        assertThat(run.lines().subList(0, 3))
                .containsExactly(
                        FORMAT,
                        "Per rij: 12 cellen die verplicht zijn, 5 die leeg mogen.",
                        "Per levering van 250 rijen: 3.000 verplichte cellen en 1.250 die leeg mogen, samen 4.250.");
        assertThat(run.out())
                .contains("Zonder indicator: activiteit, toelichting.")
                .containsPattern("doelgroep +verplicht +kiest rijen voor een indicator +\\d\\R +aandeel-")
                .containsPattern("wijk +verplicht +zegt wie, waar of wanneer");
    }

    @Test
    void run_files_takesTheirMeanRoundedUp() {
        Path one = Sheet.write(folder, "one.csv", Sheet.row(), Sheet.row("activiteit", "Koor"));
        Path two = Sheet.write(folder, "two.csv", Sheet.row("activiteit", "Soep"));
        assertThat(Run.of("burden", FORMAT, one, two, "--lang", "en").exits(0).out())
                .contains("For a delivery of 2 rows: 24 required cells and 10 that may stay empty, 34 together.");
    }

    @Test
    void run_json_isOneObject() {
        Path file = folder.resolve("burden.json");
        Run.of("burden", FORMAT, "--rows", "10", "--report", "json", "--with", FORMAT, "-o", file)
                .exits(0);
        assertThat(Sheet.read(file))
                .contains(
                        "\"format\" : \"" + FORMAT + "\"",
                        "\"required_cells\" : 120",
                        "\"optional_cells\" : 50",
                        "\"without_indicator\" : [ \"activiteit\", \"toelichting\" ]",
                        "\"likeness\" : \"same\"")
                .contains("\"use\" : \"placement\"", "\"concept\" : \"TIME_PERIOD\"")
                .doesNotContain("\"likeness\" : \"content\"");
        assertThat(Run.of("burden", FORMAT, "--report", "json").exits(0).out()).contains("\"delivery\" : null");
    }

    @Test
    void run_withAnother_tellsWhatBothAsk() {
        assertThat(Run.of("burden", FORMAT, "--with", FORMAT).exits(0).out())
                .contains("Ook gevraagd in " + FORMAT + ": 17 kolommen.")
                .containsPattern("wijk +hetzelfde");
    }

    @Test
    void run_wrongUsage_isTwo() {
        Path file = Sheet.write(folder, "one.csv", Sheet.row());
        assertThat(Run.of("burden", FORMAT, "--rows", "-1")
                        .exits(2)
                        .saysOneLine()
                        .err())
                .contains("-1");
        Run.of("burden", FORMAT, file, "--rows", "3").exits(2).saysOneLine();
        Run.of("burden", "foo").exits(2).saysOneLine();
        Run.of("burden", FORMAT, "--with", "foo").exits(2).saysOneLine();
        Run.of("burden").exits(2);
        assertThat(Run.of("burden", "telformat-gebiedsgericht@2025.2", file)
                        .exits(2)
                        .saysOneLine()
                        .err())
                .contains("one.csv", "telformat-gebiedsgericht@2025.2");
        Run.of("burden", FORMAT, folder.resolve("absent.csv")).exits(3).saysOneLine();
    }
}
