package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong around the program: it is told in words, and nothing is left half written. */
class FaultsIT {

    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path folder;

    private Path deliveryOf(int rows) throws IOException {
        Path file = Sheet.write(folder, "veel.csv", Sheet.row());
        String row = Sheet.read(file).lines().skip(1).findFirst().orElseThrow();
        try (Writer out = Files.newBufferedWriter(file, StandardOpenOption.APPEND)) {
            for (int i = 0; i < rows; i++) {
                out.write(row.replace("Taalcafé", "Taalcafé " + i) + "\n");
            }
        }
        return file;
    }

    private boolean hasPart() {
        return parts() > 0;
    }

    private long parts() {
        String[] names = folder.toFile().list();
        assertThat(names).isNotNull();
        return Arrays.stream(names).filter(name -> name.endsWith(".part")).count();
    }

    @Test
    void interrupted_leavesNoFile() throws Exception {
        Path file = deliveryOf(150_000);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        System.getProperty("indicators.jar"),
                        "convert",
                        file.toString(),
                        "-o",
                        folder.resolve("uit.xlsx").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (process.isAlive() && !hasPart()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(hasPart()).as("writing has begun").isTrue();
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(parts()).isZero();
        assertThat(folder.resolve("uit.xlsx")).doesNotExist();
    }

    /** A dossier is created in a temporary folder with copies of the deliveries. */
    @Test
    void interruptedDossier_leavesNoCopiesOfDeliveries() throws Exception {
        Path file = deliveryOf(150_000);
        Path temporary = Files.createDirectory(folder.resolve("tijdelijk"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-jar",
                        System.getProperty("indicators.jar"),
                        "dossier",
                        "create",
                        file.toString(),
                        "--public",
                        "-o",
                        folder.resolve("uit.zip").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (process.isAlive() && isEmpty(temporary)) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(isEmpty(temporary)).as("work has begun").isFalse();
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(isEmpty(temporary)).isTrue();
        assertThat(folder.resolve("uit.zip")).doesNotExist();
    }

    private static boolean isEmpty(Path folder) {
        String[] names = folder.toFile().list();
        assertThat(names).isNotNull();
        return names.length == 0;
    }

    @Test
    void fullDisk_isToldInTheChosenLanguage() throws Exception {
        assumeTrue(Files.exists(FULL), "a system without a device that is always full");
        Path file = Sheet.write(folder, "goed.csv", Sheet.row());
        Run dutch = Run.of(
                        "aggregate",
                        file,
                        "--by",
                        "wijk",
                        "-o",
                        Files.createSymbolicLink(folder.resolve("vol.csv"), FULL),
                        "--force")
                .exits(3);
        assertThat(dutch.err()).contains("vol.csv kan niet worden geschreven: de schijf is vol.");
        Run english = Run.of("convert", file, "-o", folder.resolve("vol.csv"), "--force", "--lang", "en")
                .exits(3);
        assertThat(english.err()).contains("the disk is full");
    }

    private enum Mishap {
        CHANGED("het bestand is veranderd tijdens het lezen") {
            @Override
            void to(Path file) throws IOException {
                Files.writeString(file, "91000011", StandardOpenOption.APPEND);
            }
        },
        CUT_OFF("het bestand is veranderd tijdens het lezen") {
            @Override
            void to(Path file) throws IOException {
                Files.newByteChannel(file, StandardOpenOption.WRITE)
                        .truncate(1_000)
                        .close();
            }
        },
        REMOVED("het pad bestaat niet") {
            @Override
            void to(Path file) throws IOException {
                Files.delete(file);
            }
        };

        private final String words;

        Mishap(String words) {
            this.words = words;
        }

        abstract void to(Path file) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void fileThatChangesOrGoesWhileItIsRead_isThree_andNothingIsLeft(Mishap mishap) throws Exception {
        Path file = deliveryOf(100_000);
        CompletableFuture<Void> done = CompletableFuture.runAsync(() -> {
            try {
                while (!hasPart()) {
                    TimeUnit.MILLISECONDS.sleep(2);
                }
                mishap.to(file);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        Run run = Run.of("convert", file, "-o", folder.resolve("uit.csv")).exits(3);
        done.get(60, TimeUnit.SECONDS);
        assertThat(run.err()).contains("veel.csv kan niet worden gelezen: " + mishap.words);
        assertThat(parts()).isZero();
        assertThat(folder.resolve("uit.csv")).doesNotExist();
    }

    @Test
    void fileThatIsNotThere_orFolderThatCannotBeWritten_isThree() throws Exception {
        Path file = Sheet.write(folder, "goed.csv", Sheet.row());
        Path locked = Files.createDirectory(folder.resolve("dicht"));
        Files.delete(file);
        assertThat(Run.of("validate", file).exits(3).err()).contains("goed.csv", "het pad bestaat niet");
        assumeTrue(locked.toFile().setWritable(false) && !Files.isWritable(locked), "rights count for this user");
        assertThat(Run.of("template", "telformat-gebiedsgericht", "-o", locked.resolve("f.xlsx"))
                        .exits(3)
                        .err())
                .contains("er is geen toegang");
    }
}
