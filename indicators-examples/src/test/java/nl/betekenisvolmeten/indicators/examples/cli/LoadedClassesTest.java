package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A check of a small delivery starts quickly: it never loads the part of Jackson that binds objects. */
class LoadedClassesTest {

    @TempDir
    private Path folder;

    /** The class path, also where whoever runs the tests has a loader of its own. */
    private static String classPath() {
        return Main.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs())
                        .map(url -> Path.of(URI.create(url.toString())).toString())
                        .collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    @ParameterizedTest
    @CsvSource({"text, false", "html, false", "junit, false", "json, true", "sarif, true"})
    void validate_report_bindsJsonOnlyWhereItWritesIt(String report, boolean binds)
            throws IOException, InterruptedException {
        Path delivery = Sheet.write(folder, "levering.csv", Sheet.row("bezoeken", "veel"));
        Path loaded = folder.resolve("loaded.txt");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + loaded.getFileName(),
                        "-cp",
                        classPath(),
                        Main.class.getName(),
                        "validate",
                        delivery.toString(),
                        "--report",
                        report))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
        process.getOutputStream().close();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(ExitCodes.ERRORS);
        assertThat(Files.readString(folder.resolve("out.txt"))).contains("TF-V03");
        try (Stream<String> lines = Files.lines(loaded)) {
            assertThat(lines.anyMatch(line -> line.contains(" com.fasterxml.jackson.databind.")))
                    .isEqualTo(binds);
        }
    }
}
