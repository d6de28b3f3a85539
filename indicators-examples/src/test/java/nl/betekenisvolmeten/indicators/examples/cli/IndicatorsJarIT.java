package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as a shell runs it. */
class IndicatorsJarIT {

    @TempDir
    private Path folder;

    /** Runs the jar in the POSIX locale, so in an encoding without Dutch letters. */
    private Run run(Object... args) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("indicators.jar")));
        for (Object arg : args) {
            line.add(arg.toString());
        }
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.contains("JAVA_"));
        builder.environment().putAll(Map.of("LC_ALL", "C", "LANG", "C"));
        Process process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        // a wrong byte is an error here, not a question mark
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @Test
    void jar_version_isThatOfTheBuild() throws Exception {
        assertThat(run("--version").exits(0).out()).matches("indicators [0-9]+\\.[0-9]+\\.[0-9].*\\R");
    }

    @Test
    void jar_demo_writesWhereItIsRunAndShowsNoProgress() throws Exception {
        Run run = run("demo").exits(0);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("één persoon", " – ", "Segbroek").doesNotContain("\r");
        assertThat(folder.resolve("target/demo/totalen-jaar.csv")).isRegularFile();
        Path here = folder.resolve("here");
        Run.of("demo", "-o", here).exits(0);
        for (String name : List.of("totalen-jaar.csv", "totalen-kwartaal.csv", "vergelijking-wijken.csv")) {
            assertThat(folder.resolve("target/demo").resolve(name)).hasSameBinaryContentAs(here.resolve(name));
        }
    }

    @Test
    void jar_faultyFileInPosixLocale_speaksUtf8() throws Exception {
        Path faulty = Sheet.write(folder, "faulty.csv", Sheet.row("activiteitsoort", "caféé", "bezoeken", "5"));
        Run run = run("validate", faulty).exits(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualTo(Run.of("validate", faulty).out())
                .contains("‘caféé’", "Iedere persoon kwam ten minste één keer", "→");
        Run totals = run("aggregate", Sheet.write(folder, "good.csv", Sheet.row()), "--by", "activiteit")
                .exits(0);
        assertThat(totals.out()).contains("Taalcafé;");
        Path file = folder.resolve("totals.csv");
        run("aggregate", folder.resolve("good.csv"), "--by", "activiteit", "-o", file)
                .exits(0);
        assertThat(Sheet.read(file)).isEqualTo(totals.out());
    }

    @Test
    void jar_severalFilesWithoutTerminal_showsNoProgress() throws Exception {
        Path one = Sheet.write(folder, "one.csv", Sheet.row());
        Path two = Sheet.write(folder, "two.csv", Sheet.row("periode", "2026KW02"));
        assertThat(run("validate", one, two).exits(0).err().lines())
                .containsExactly("2 bestanden gelezen, zonder fouten: 2 rijen.");
        assertThat(run("aggregate", one, two, "--by", "jaar").exits(0).err().lines())
                .satisfiesExactly(
                        summary -> assertThat(summary).contains("2 bestanden gelezen"),
                        policy -> assertThat(policy).contains("Opgeteld is wat er wel is"),
                        warning -> assertThat(warning).contains("niet afgeschermd"));
    }

    @Test
    void jar_randomBytes_areErrorsInTheDataWithoutStackTrace() throws Exception {
        Random random = new Random(20260101);
        for (int length : new int[] {1, 7, 4_096, 300_000}) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            Path file = Files.write(folder.resolve("random" + length + ".csv"), bytes);
            for (List<Object> line : List.<List<Object>>of(
                    List.of("validate", file, "--debug"), List.of("aggregate", file, "--by", "jaar", "--debug"))) {
                Run run = run(line.toArray()).exits(1);
                assertThat(run.out() + run.err()).doesNotContain("\tat ", "Exception");
            }
        }
    }

    @Test
    void jar_faultsAndWrongUsage_haveTheirExitCodes() throws Exception {
        assertThat(run("validate", folder.resolve("absent.csv"))
                        .exits(3)
                        .saysOneLine()
                        .err())
                .contains("bestaat niet");
        run("foo").exits(2).saysOneLine();
        assertThat(run().exits(2).err()).contains("Commando's:");
        assertThat(run("--help").exits(0).out()).contains("één ervan");
    }
}
