package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe of BENCHMARKS.md for a quick start: classes of the jar come from an archive. */
class ArchiveIT {

    @TempDir
    private Path folder;

    private String java(Object... args) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        for (Object arg : args) {
            line.add(arg.toString());
        }
        Path out = folder.resolve("out");
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().keySet().removeIf(name -> name.contains("JAVA_"));
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        String text = Files.readString(out);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    @Test
    void archive_ofTheRecipe_isUsedAndSaysTheSame() throws Exception {
        String jar = System.getProperty("indicators.jar");
        Path good = Sheet.write(folder, "good.csv", Sheet.row());
        Path classes = folder.resolve("indicators.lst");
        Path archive = folder.resolve("indicators.jsa");
        String without = java("-XX:DumpLoadedClassList=" + classes, "-jar", jar, "validate", good);
        java("-Xshare:dump", "-XX:SharedClassListFile=" + classes, "-XX:SharedArchiveFile=" + archive, "-jar", jar);
        String with = java("-XX:SharedArchiveFile=" + archive, "-jar", jar, "validate", good);
        assertThat(with).isEqualTo(without);
        assertThat(java("-XX:SharedArchiveFile=" + archive, "-Xlog:class+load:stdout", "-jar", jar, "validate", good))
                .containsPattern("indicators\\.formats\\.delivery\\.DeliveryReader source: shared objects file")
                .containsPattern("picocli\\.CommandLine source: shared objects file");
    }
}
