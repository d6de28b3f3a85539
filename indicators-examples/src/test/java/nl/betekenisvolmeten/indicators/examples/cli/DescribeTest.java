package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --describe} says what each column of a result means, in both languages, without reading anything. */
class DescribeTest {

    @TempDir
    private Path folder;

    private static List<String> columns(Run run) {
        return run.exits(0)
                .out()
                .lines()
                .filter(line -> !line.startsWith(" ") && !line.startsWith("#"))
                .map(line -> line.substring(0, line.lastIndexOf(" (")))
                .toList();
    }

    private static Run run(String command, Object... more) {
        List<Object> args = new ArrayList<>(Arrays.asList((Object[]) command.split(" ")));
        args.addAll(List.of(more));
        return Run.of(args.toArray());
    }

    @ParameterizedTest
    @CsvSource({
        "aggregate --by wijk --measure bezoeken",
        "aggregate --by wijk --measure bezoeken --missing refuse",
        "compare --level stadsdeel",
        "compare --level stadsdeel --export tidy",
        "compare --level stadsdeel --export signals"
    })
    void describe_resultOfACommand_hasEveryColumnInBothLanguages(String command) {
        Path delivery = Sheet.write(folder, "levering.csv", Sheet.row("stadsdeel", "Centrum"));
        List<String> header = List.of(run(command, delivery).lines().get(0).split(";"));
        Run described = run(command, "--describe");
        assertThat(columns(described)).containsSubsequence(header).doesNotHaveDuplicates();
        assertThat(described.out().lines().filter(line -> line.startsWith("  nl: ")))
                .hasSameSizeAs(columns(described));
        assertThat(described.out().lines().filter(line -> line.startsWith("  en: ")))
                .hasSameSizeAs(columns(described));
    }

    @Test
    void describe_costs_hasTheColumnsOfTheTable() {
        Path delivery = Sheet.write(folder, "levering.csv", Sheet.row());
        Path money = Sheet.writeText(
                folder,
                "geld.csv",
                "programma;organisatie;stadsdeel;periode;euro\n" + "Wijk;91000011;Centrum;2026KW01;100\n");
        assertThat(columns(run("compare --level stadsdeel --export costs", "--describe")))
                .containsExactly(run("compare --level stadsdeel", delivery, money)
                        .lines()
                        .get(0)
                        .split(";"));
    }

    @Test
    void describe_nothingElseGiven_isEnough() {
        assertThat(columns(run("aggregate --describe"))).startsWith("COLUMN", "MEASURE", "MEASURE_lower");
        assertThat(columns(run("need --describe"))).contains("index", "weight: CHARACTERISTIC", "amount_by_need");
        assertThat(columns(run("targets --describe"))).contains("outcome", "achievement_basis");
        assertThat(columns(run("compare --describe --export plots"))).contains("x", "y", "category");
        assertThat(run("compare --describe --export package").exits(0).out())
                .contains("# comparison.csv", "statistic ");
    }
}
