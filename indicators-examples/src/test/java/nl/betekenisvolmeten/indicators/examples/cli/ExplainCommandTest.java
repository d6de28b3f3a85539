package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.betekenisvolmeten.indicators.examples.sample.SampleFiles;
import nl.betekenisvolmeten.indicators.examples.sample.SampleFiles.SampleFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainCommandTest {

    @TempDir
    private static Path samples;

    private static final List<Path> FILES = new ArrayList<>();

    @BeforeAll
    static void writeSamples() throws IOException {
        for (SampleFile file : SampleFiles.all()) {
            FILES.add(Files.write(samples.resolve(file.name()), file.bytes()));
        }
    }

    private static Run explain(Object... options) {
        List<Object> args = new ArrayList<>(List.of("explain"));
        args.addAll(FILES);
        args.addAll(List.of(options));
        return Run.of(args.toArray());
    }

    @Test
    void explain_inWords_namesFileRowVersionAndHash() {
        Run run = explain("--cell", "measure=bezoeken;stadsdeel=Laak;periode=2026KW01")
                .exits(0);
        assertThat(run.err()).contains("intern gebruik");
        assertThat(run.out())
                .contains("Laak", "telformat-gebiedsgericht 2026.2", "gereconstrueerd", "sha256 ", ", rij ")
                .contains("Opgeteld over alle rijen.");
    }

    @Test
    void explain_asJson_addsUpToTheAggregate(@TempDir Path folder) throws IOException {
        Path out = folder.resolve("cijfer.json");
        explain("--cell", "measure=bezoeken;stadsdeel=Laak;periode=2026KW01", "--report", "json", "-o", out)
                .exits(0);
        String json = Files.readString(out, StandardCharsets.UTF_8);
        List<Object> args = new ArrayList<>(List.of("aggregate"));
        args.addAll(FILES);
        args.addAll(List.of("--by", "stadsdeel,periode", "--measure", "bezoeken"));
        String total = Run.of(args.toArray()).lines().stream()
                .filter(line -> line.startsWith("Laak;2026KW01;"))
                .map(line -> line.split(";")[2])
                .findFirst()
                .orElseThrow();
        assertThat(json).contains("\"value\" : " + total).contains("\"rows_counted\"");
    }

    @Test
    void explain_english_isInEnglish() {
        assertThat(explain("--lang", "en", "--cell", "indicator=bezoeken-per-1000-inwoners;stad=Den Haag;periode=2026")
                        .exits(0)
                        .out())
                .contains("Numerator", "divided by", "inhabitants: denhaag-inwoners");
    }

    @ParameterizedTest
    @CsvSource({
        "'stadsdeel=Laak;periode=2026KW01', measure",
        "'measure=bezoek;stadsdeel=Laak', bezoeken",
        "'measure=bezoeken;stadsdeel=Lak', Laak",
        "'indicator=bezoeken-per-1000-inwoners;stadsdeel=Laak', periode",
        "'measure=bezoeken;kleur=rood', kleur",
        "'measure=bezoeken;periode=morgen', morgen",
        "'measure', stadsdeel",
        "'indicator=wachttijd;stadsdeel=Laak;periode=2026KW01', wachttijd"
    })
    void explain_whatDoesNotExist_isWrongUsageWithAHint(String cell, String hint) {
        assertThat(explain("--cell", cell).exits(2).saysOneLine().err()).contains(hint);
    }

    @Test
    void explain_noDelivery_isAnErrorInTheFile(@TempDir Path folder) throws IOException {
        Path none = Files.writeString(folder.resolve("los.csv"), "a;b\n1;2\n");
        assertThat(Run.of("explain", none, "--cell", "measure=bezoeken")
                        .exits(1)
                        .out())
                .isEmpty();
    }

    @Test
    void explain_population_isUsedInTheRate(@TempDir Path folder) {
        Path population = Sheet.writeText(folder, "inwoners.csv", "area;inwoners\nLaak;1000\n");
        Run own = explain(
                "--cell",
                "indicator=bezoeken-per-1000-inwoners;stadsdeel=Laak;periode=2026KW01",
                "--population",
                population);
        Run visits = explain("--cell", "measure=bezoeken;stadsdeel=Laak;periode=2026KW01");
        assertThat(own.exits(0).out()).contains("inwoners.csv");
        String value = visits.exits(0)
                .out()
                .lines()
                .filter(line -> line.startsWith("  Waarde"))
                .findFirst()
                .orElseThrow();
        assertThat(own.out().lines()).contains(value);
    }
}
