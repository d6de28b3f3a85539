package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.examples.sample.SampleFiles;
import nl.betekenisvolmeten.indicators.examples.sample.SampleFiles.SampleFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Made-up characteristics and amounts of real stadsdelen. */
class NeedCommandTest {

    private static final List<String> NAMES = List.of(
            "CENTRUM",
            "ESCAMP",
            "HAAGSE-HOUT",
            "LAAK",
            "LEIDSCHENVEEN-YPENBURG",
            "LOOSDUINEN",
            "SCHEVENINGEN",
            "SEGBROEK");

    @TempDir
    private Path folder;

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private Path characteristics(int known) throws IOException {
        List<String> lines = new ArrayList<>(List.of("gebied;kenmerk;waarde"));
        for (int i = 0; i < NAMES.size(); i++) {
            lines.add("SD0518-" + NAMES.get(i) + ";laag inkomen;" + (i * i % 7 + 5));
            if (i < known) {
                lines.add("SD0518-" + NAMES.get(i) + ";alleenstaand;" + (60 - 3 * i));
            }
        }
        return file("kenmerken.csv", lines.toArray(String[]::new));
    }

    private Path weights() throws IOException {
        return file("gewichten.csv", "kenmerk;gewicht;richting", "laag inkomen;2;HOOG", "alleenstaand;1;HOOG");
    }

    private Path budget() throws IOException {
        List<String> lines = new ArrayList<>(List.of("gebied;bedrag"));
        NAMES.forEach(name -> lines.add("SD0518-" + name + ";1000000,01"));
        return file("budget.csv", lines.toArray(String[]::new));
    }

    private List<Object> samples() throws IOException {
        List<Object> files = new ArrayList<>();
        for (SampleFile file : SampleFiles.all()) {
            files.add(Files.write(folder.resolve(file.name()), file.bytes()));
        }
        return files;
    }

    private static double number(Map<String, @Nullable Object> row, String name) {
        return Double.parseDouble(String.valueOf(row.get(name)));
    }

    @Test
    void need_withBudgetAndReach_givesAllBesideEachOther() throws IOException {
        Path out = folder.resolve("uit.json");
        List<Object> args = new ArrayList<>(List.of("need"));
        args.addAll(samples());
        args.addAll(List.of("--characteristics", characteristics(8), "--weights", weights()));
        args.addAll(List.of("--budget", budget(), "-o", out));
        Run run = Run.of(args.toArray()).exits(0);
        assertThat(run.err()).contains("intern gebruik");
        assertThat(run.out()).isEmpty();
        args.subList(args.size() - 2, args.size()).clear();
        assertThat(Run.atTerminal(args.toArray()).exits(0).out().replaceAll("\\s+", " "))
                .contains("laag inkomen: gewicht 2", "Naar", "behoefte", "Bereikt", "concentratie-index")
                .contains("een keuze van kenmerken en gewichten, geen meting");
        Map<String, @Nullable Object> json = Json.object(Json.read(Files.readString(out, StandardCharsets.UTF_8)));
        List<Map<String, @Nullable Object>> rows =
                Json.list(json.get("rows")).stream().map(Json::object).toList();
        assertThat(rows).hasSize(8);
        assertThat(String.valueOf(json.get("method"))).contains("Weights are a choice");
        assertThat(Json.list(json.get("weights"))).hasSize(2);
        assertThat(rows.stream()
                        .mapToDouble(row -> number(row, "amount_by_need"))
                        .sum())
                .isCloseTo(8_000_000.08, within(1e-6));
        assertThat(rows.stream()
                        .mapToDouble(row -> number(row, "amount_by_inhabitants"))
                        .sum())
                .isCloseTo(8_000_000.08, within(1e-6));
        assertThat(rows).allSatisfy(row -> {
            assertThat(number(row, "rank")).isBetween(number(row, "rank_lower"), number(row, "rank_upper"));
            assertThat(number(row, "contribution: laag inkomen") + number(row, "contribution: alleenstaand"))
                    .isCloseTo(number(row, "index"), within(1e-12));
            assertThat(number(row, "reached_lower")).isPositive();
        });
        Map<String, @Nullable Object> concentration = Json.object(json.get("concentration"));
        assertThat(number(concentration, "lower")).isLessThanOrEqualTo(number(concentration, "upper"));
    }

    @Test
    void need_missingCharacteristic_isTellingAndNeverFilledIn() throws IOException {
        Path out = folder.resolve("uit.csv");
        Run run = Run.of(
                        "need",
                        "--characteristics",
                        characteristics(7),
                        "--weights",
                        weights(),
                        "--budget",
                        budget(),
                        "-o",
                        out,
                        "--lang",
                        "en")
                .exits(0);
        assertThat(run.err()).contains("BM-N01", "BM-N04", "SD0518-SEGBROEK", "alleenstaand");
        assertThat(Run.atTerminal(
                                "need", "--characteristics", characteristics(7), "--weights", weights(), "--lang", "en")
                        .exits(0)
                        .out())
                .contains("alleenstaand");
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(9);
        assertThat(lines.get(0))
                .startsWith("area_code;status;missing;index;rank;rank_lower;rank_upper;weight: laag inkomen;")
                .endsWith("amount_today;amount_by_inhabitants;amount_by_need;amount_change;use");
        assertThat(lines.get(8))
                .startsWith("SD0518-SEGBROEK;refused;alleenstaand;;;;;2;;;1;;;")
                .endsWith(";;;;internal");
    }

    @Test
    void need_totalAndFactor_spreadAnotherBudget() throws IOException {
        Path out = folder.resolve("uit.json");
        Run.of(
                        "need",
                        "--characteristics",
                        characteristics(8),
                        "--weights",
                        weights(),
                        "--budget",
                        budget(),
                        "--total",
                        "100.00",
                        "--factor",
                        "1",
                        "-o",
                        out)
                .exits(0);
        Map<String, @Nullable Object> json = Json.object(Json.read(Files.readString(out, StandardCharsets.UTF_8)));
        assertThat(number(Json.object(json.get("budget")), "total")).isEqualTo(100);
        assertThat(Json.list(json.get("rows")).stream().map(Json::object))
                .allSatisfy(row ->
                        assertThat(number(row, "amount_by_need")).isEqualTo(number(row, "amount_by_inhabitants")));
    }

    @Test
    void need_errorInAForm_isExitOne() throws IOException {
        Path wrong = file("fout.csv", "kenmerk;gewicht;richting", "laag inkomen;0;HOOG", "alleenstaand;1;HOOG");
        assertThat(Run.of("need", "--characteristics", characteristics(8), "--weights", wrong)
                        .exits(1)
                        .err())
                .contains("BG-R02 (2, gewicht)", "BM-N02");
        Path none = file("niets.csv", "x", "1");
        Run run = Run.of("need", "--characteristics", none, "--weights", weights())
                .exits(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void need_wrongUsage_isToldInOneLine() throws IOException {
        Path facts = characteristics(8);
        Path weights = weights();
        List<List<Object>> wrong = List.of(
                List.of("--factor", "0.5"),
                List.of("--total", "5"),
                List.of("--measure", "1 2"),
                List.of("--periode", "ooit"));
        for (List<Object> more : wrong) {
            List<Object> args = new ArrayList<>(List.of("need", "--characteristics", facts, "--weights", weights));
            args.addAll(more);
            Run.of(args.toArray()).exits(2).saysOneLine();
        }
        List<Object> args = new ArrayList<>(List.of("need", "--characteristics", facts, "--weights", weights));
        args.addAll(List.of("--measure", "bestaat_niet"));
        args.addAll(samples());
        assertThat(Run.of(args.toArray()).exits(2).err()).contains("bestaat_niet");
        assertThat(Run.of("need", "--weights", weights).exits(2).err()).contains("--characteristics");
    }
}
