package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The start script of the system that the tests run on, laid out as in the zip. Only that for Unix keeps an archive. */
class StartScriptIT {

    /** The option, as Java prints it. */
    private static final String LIGHTLY = "-XX:TieredStopAtLevel=1";

    private static final boolean WINDOWS = OS.current() == OS.WINDOWS;

    @TempDir
    private Path folder;

    private Path script = Path.of("");

    private final Map<String, String> options = new HashMap<>();

    @BeforeEach
    void unpack() throws IOException {
        // a name with a blank, as in many a folder of programs
        Path program = folder.resolve("my programs");
        script = Files.createDirectories(program.resolve("bin")).resolve(WINDOWS ? "indicators.bat" : "indicators");
        Files.copy(Path.of("src/release/bin").resolve(script.getFileName()), script);
        Files.copy(
                Path.of(System.getProperty("indicators.jar")),
                Files.createDirectories(program.resolve("lib")).resolve("indicators.jar"));
    }

    private record Outcome(int exit, String text) {}

    private Outcome run(Path cache, Object... arguments) throws IOException, InterruptedException {
        List<String> line =
                new ArrayList<>(WINDOWS ? List.of("cmd", "/c", script.toString()) : List.of("sh", script.toString()));
        Stream.of(arguments).map(Object::toString).forEach(line::add);
        Path out = folder.resolve("out");
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().keySet().removeIf(name -> name.contains("JAVA_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(options);
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), Files.readString(out));
    }

    @Test
    void script_firstAndNextRun_giveTheSameAndKeepTheExitCode() throws Exception {
        Path bad = Sheet.write(folder, "bad.csv", Sheet.row("bezoeken", "veel"));
        Path cache = folder.resolve("cache");
        Outcome first = run(cache, "validate", bad);
        assertThat(first.exit()).as(first.text()).isEqualTo(ExitCodes.ERRORS);
        assertThat(first.text()).contains("veel");
        if (!WINDOWS) {
            try (Stream<Path> archives = Files.list(cache.resolve("indicators"))) {
                assertThat(archives).singleElement().asString().endsWith(".jsa");
            }
        }
        assertThat(run(cache, "validate", bad)).isEqualTo(first);
    }

    @Test
    void script_withoutAPlaceForItsArchive_runsAllTheSame() throws Exception {
        Path noFolder = Files.writeString(folder.resolve("file"), "");
        Outcome outcome = run(noFolder, "--version");
        assertThat(outcome.exit()).as(outcome.text()).isZero();
        assertThat(outcome.text()).isNotBlank();
    }

    /** Only the script for Unix checks file sizes. */
    @Test
    void script_ofALargeDelivery_letsJavaCompileInFull() throws Exception {
        Path small = Files.write(folder.resolve("small.csv"), new byte[1000]);
        Path large = Files.write(folder.resolve("a large.csv"), new byte[10_000_001]);
        Path cache = folder.resolve("cache");
        options.put("JDK_JAVA_OPTIONS", "-XX:+PrintCommandLineFlags");
        assertThat(run(cache, "validate", small).text()).contains(LIGHTLY);
        assertThat(run(cache, "validate", small, large).text().contains(LIGHTLY))
                .isEqualTo(WINDOWS);
    }
}
