package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import nl.betekenisvolmeten.indicators.examples.sample.SampleFiles;
import nl.betekenisvolmeten.indicators.examples.sample.SampleFiles.SampleFile;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.targets.TargetReport.UndecidedReason;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Targets of the 2026 budget of The Hague with made-up figures above, below and around them, and of a plan on deliveries. */
class TargetsCommandTest {

    @TempDir
    private Path folder;

    private Path stated(String... rows) {
        return Sheet.stated(folder, rows);
    }

    private Path targets(String... rows) {
        return Sheet.targets(folder, rows);
    }

    private List<Object> samples() throws IOException {
        List<Object> files = new ArrayList<>();
        for (SampleFile file : SampleFiles.all()) {
            files.add(Files.write(folder.resolve(file.name()), file.bytes()));
        }
        return files;
    }

    @ParameterizedTest
    @CsvSource({
        // 29,000 residents, about: 5 per cent is near enough
        "unieke-inwoners-meerjarige-subsidies, 2026JJ00, 30000, '', met, 1.03448275862",
        "unieke-inwoners-meerjarige-subsidies, 2026JJ00, 25000, '', not-met, 0.86206896551",
        "unieke-inwoners-meerjarige-subsidies, 2026JJ00, 24000, 31000, not-decided, ''",
        // 63 locations, 2 to 3 more
        "locaties-haags-ontmoeten, 2026JJ00, 65, '', met, ''",
        "locaties-haags-ontmoeten, 2026JJ00, 64, '', not-met, ''",
        "locaties-haags-ontmoeten, 2026JJ00, 62, 65, not-decided, ''",
        // quality marks from 12 to 22
        "locaties-keurmerk-dementievriendelijk, 2026JJ00, 22, '', met, 1",
        "locaties-keurmerk-dementievriendelijk, 2026JJ00, 20, '', not-met, 0.8",
        "locaties-keurmerk-dementievriendelijk, 2026JJ00, 20, 22, not-decided, ''",
        "senioren-valpreventietraining, 2026JJ00, 600, '', met, 1",
        "senioren-valpreventietraining, 2026JJ00, 599, '', not-met, 0.99833333333",
        "senioren-valpreventietraining, 2026JJ00, 550, 640, not-decided, ''",
        // a waiting list: less is asked for and no baseline is known, so there is no way to be a part of
        "wachtlijst-veilig-thuis, 2025JJ00, 111, '', met, ''",
        "wachtlijst-veilig-thuis, 2025JJ00, 112, '', not-met, ''",
        "wachtlijst-veilig-thuis, 2025JJ00, 105, 118, not-decided, ''",
        // more than 90 per cent within 24 hours: 90 itself is not more
        "spoedbeoordeling-binnen-24-uur, 2026JJ00, '91,5', '', met, 1.01666666666",
        "spoedbeoordeling-binnen-24-uur, 2026JJ00, 90, '', not-met, ''",
        "spoedbeoordeling-binnen-24-uur, 2026JJ00, 89, 92, not-decided, ''"
    })
    void targets_budgetOf2026_isJudgedOnStatedFigures(
            String indicator, String year, String value, String to, String outcome, String achievement) {
        Path out = folder.resolve("uit.csv");
        Path file = stated(String.join(";", indicator, "GM0518", year, value, to, ""));
        Run run = Run.of("targets", "--realisations", file, "-o", out).exits(0);
        assertThat(run.err()).contains("intern gebruik");
        Map<String, String> row = Sheet.rows(Sheet.read(out)).stream()
                .filter(one -> indicator.equals(one.get("indicator")) && year.equals(one.get("period")))
                .findFirst()
                .orElseThrow();
        assertThat(row)
                .containsEntry("outcome", outcome)
                .containsEntry("origin", "stated")
                .containsEntry("reasons", outcome.equals("not-decided") ? "bounds" : "")
                .containsEntry("reached_source", "verzonnen");
        assertThat(row.get("achievement")).startsWith(achievement);
        assertThat(row.get("reached_lower")).isEqualTo(value.replace(',', '.'));
        assertThat(row.get("reached_upper")).isEqualTo(to.isEmpty() ? value.replace(',', '.') : to);
    }

    @Test
    void targets_noFigure_areAllListedWithTheReason() {
        Path out = folder.resolve("uit.csv");
        Path file =
                stated("locaties-haags-ontmoeten;GM0518;2026JJ00;66;;", "vitaliteitsdagen;SD0518-LAAK;2026JJ00;1;;");
        Run.of("targets", "--realisations", file, "-o", out).exits(0);
        List<Map<String, String>> rows = Sheet.rows(Sheet.read(out));
        assertThat(rows.stream().filter(row -> !"part".equals(row.get("kind")))).hasSize(32);
        assertThat(rows)
                .filteredOn(row -> "vitaliteitsdagen".equals(row.get("indicator")))
                .hasSize(9)
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("area_code", "SD0518-LAAK")
                        .containsEntry("outcome", "met"))
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("kind", "period")
                        .containsEntry("outcome", "not-enough-data")
                        .containsEntry("reasons", "unknown-indicator"));
        assertThat(rows)
                .filteredOn(row -> "bedden-jeugdhulpplus-haaglanden".equals(row.get("indicator")))
                .extracting(row -> row.get("kind"))
                .containsExactly("whole-life", "part", "part");
        assertThat(Run.atTerminal("targets", "--realisations", file).exits(0).out())
                .contains("Beoordeeld op 2026-12-31", "hele looptijd", "geen formulier telt dit", "loopt nog")
                .contains("hoger dan nu", "32 streefwaarden: 1 gehaald, 0 niet gehaald, van 31 is dat niet te zeggen.");
    }

    @Test
    void targets_states_haveOutcomesOfTheirOwn() {
        Path file = stated(
                "bereikte-sekswerkers;GM0518;2026JJ00;3000;;MINSTENS",
                "opvang-oekraiense-ontheemden;GM0518;2026JJ00;2077;;NIET_VERGELIJKBAAR",
                "locaties-haags-ontmoeten;GM0518;2026JJ00;66;;ONVOLLEDIG");
        Run run = Run.atTerminal("targets", "--realisations", file, "--lang", "en")
                .exits(0);
        assertThat(run.out())
                .contains("at least 3,000", "not comparable", "66, incomplete", "the stated figure is not complete");
    }

    @Test
    void targets_deliveries_giveBoundsToPersons() throws IOException {
        Path plan = targets(
                "unieke-deelnemers;GM0518;2026JJ00;MINSTENS;1;;",
                "unieke-deelnemers;SD0518-LAAK;2026JJ00;MINSTENS;1000000;;",
                "wachttijd;GM0518;2026JJ00;HOOGSTENS;20;;30",
                "bezoeken-per-bijeenkomst;WK051838;2026JJ00;MINSTENS;1;;");
        Path out = folder.resolve("uit.json");
        List<Object> args = new ArrayList<>(List.of("targets"));
        args.addAll(samples());
        args.addAll(List.of("--targets", plan, "--periode", "2026", "-o", out));
        Run.of(args.toArray()).exits(0);
        Map<String, @Nullable Object> json = Json.object(Json.read(Files.readString(out, StandardCharsets.UTF_8)));
        List<Map<String, @Nullable Object>> rows =
                Json.list(json.get("rows")).stream().map(Json::object).toList();
        assertThat(json).containsEntry("as_of", "2026-12-31");
        assertThat(rows.get(0)).containsEntry("outcome", "met").containsEntry("origin", "deliveries");
        // quarters are missing, so there may be more: it is not missed
        assertThat(rows.get(1)).containsEntry("outcome", "not-enough-data").containsEntry("state", "at-least");
        assertThat(rows.get(2)).containsEntry("origin", "none").containsEntry("reasons", "not-fed");
        assertThat(rows.get(3)).containsEntry("state", "incomplete").containsEntry("outcome", "not-enough-data");
        args.subList(args.size() - 2, args.size()).clear();
        assertThat(Run.atTerminal(args.toArray()).exits(0).out().replaceAll("\\s+", " "))
                .contains("niet elke organisatie", "deze leveringen voeden de indicator niet");
    }

    @Test
    void targets_withoutAPeriod_areJudgedOnTheLastDayDelivered() throws IOException {
        Path plan = targets("unieke-deelnemers;GM0518;2026JJ00;MINSTENS;1;;");
        List<Object> args = new ArrayList<>(List.of("targets", "--targets", plan));
        args.addAll(samples());
        assertThat(Run.atTerminal(args.toArray()).exits(0).out().replaceAll("\\s+", " "))
                .contains("loopt nog", "de periode is nog niet voorbij");
    }

    @Test
    void targets_statedBesideWhatWasDelivered_isTold() throws IOException {
        Path plan = targets("unieke-deelnemers;GM0518;2026JJ00;MINSTENS;1;;");
        Path file = stated("unieke-deelnemers;GM0518;2026JJ00;1;;", "onbekend;GM0518;2026JJ00;1;;");
        List<Object> args = new ArrayList<>(List.of("targets", "--targets", plan, "--realisations", file));
        args.addAll(samples());
        assertThat(Run.of(args.toArray()).exits(0).err())
                .contains("BM-G01", "Opgegeven cijfers zonder streefwaarde: onbekend");
    }

    @Test
    void targets_errorInAForm_isTellingAndExitOne() throws IOException {
        Path file = stated("locaties-haags-ontmoeten;GM0518;2026JJ00;66;65;", "a b;GM0518;2026JJ00;1;;");
        assertThat(Run.of("targets", "--realisations", file).exits(1).err())
                .contains("RZ-R01 (2, waarde)", "SW-V01 (3, indicator)");
        Path none = Files.writeString(folder.resolve("niets.csv"), "x\n1\n");
        assertThat(Run.of("targets", "--realisations", none).exits(1).err()).contains("niets.csv");
    }

    @Test
    void targets_wrongUsage_isToldInOneLine() throws IOException {
        assertThat(Run.of("targets").exits(2).saysOneLine().err()).contains("--realisations");
        Path file = stated("a;GM0518;2026JJ00;1;;");
        assertThat(Run.of("targets", "--realisations", file, "--periode", "ooit")
                        .exits(2)
                        .saysOneLine()
                        .err())
                .contains("ooit");
        assertThat(Run.of("targets", file).exits(2).err()).contains("realisaties@2026.1");
        assertThat(Run.of("targets", "--realisations", file, "-o", file)
                        .exits(2)
                        .err())
                .contains("realisaties.csv");
        assertThat(Run.of("targets", folder.resolve("weg.csv")).exits(3).err()).contains("weg.csv");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void texts_everyReasonAndOutcome_hasWords(Language language) throws IOException {
        Properties texts = new Properties();
        try (var in = Texts.class.getResourceAsStream("texts_" + language.tag() + ".properties")) {
            texts.load(in);
        }
        assertThat(texts.stringPropertyNames())
                .containsAll(Arrays.stream(UndecidedReason.values())
                        .map(lack -> "targets.lack." + lack)
                        .toList())
                .containsAll(Arrays.stream(Outcome.values())
                        .map(outcome -> "targets.outcome." + outcome)
                        .toList());
    }

    @Test
    void validate_targetsOfHalfYears_areOfTheVersionThatHasThemAndOthersAreSaidClearly() {
        Path file = Sheet.writeText(
                folder,
                "doel.csv",
                "indicator;gebied;periode;vergelijking;waarde;bron\n"
                        + "wachtlijst;GM0518;2026HJ01;HOOGSTENS;111;raad\n"
                        + "wachtlijst;GM0518;2027;HOOGSTENS;111;raad\n"
                        + "wachtlijst;GM0518;2026KW02;HOOGSTENS;111;raad\n"
                        + "wachtlijst;GM0518;2019JJ00;HOOGSTENS;111;raad\n");
        assertThat(Run.of("validate", file).exits(1).out())
                .contains("streefwaarden@2026.2", "waarvan goed: 2.")
                .contains("‘2026KW02’ in kolom periode niet als half jaar of jaar. Schrijf bijvoorbeeld 2026JJ00.")
                .contains("‘2019JJ00’ in kolom periode is te vroeg: dit formulier geldt vanaf 2020JJ00.");
    }
}
