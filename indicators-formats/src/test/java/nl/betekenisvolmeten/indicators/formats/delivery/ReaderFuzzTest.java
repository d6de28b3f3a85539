package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * For any bytes of a file, each reader returns a value or findings with their messages, and never throws an exception.
 * Files start as valid and faulty cases of the test data and are changed at random, each from a seed that a failure
 * names. Profile {@code long-laws} tries a hundred times as many; profile {@code fuzz} is guided by code coverage
 * ({@link GuidedReaderFuzz}). Files that once broke a reader are in {@code /cases/found/READER} and are read every
 * time.
 */
class ReaderFuzzTest {

    private static final int FACTOR = Integer.getInteger("laws.factor", 1);
    private static final long SLOWEST_MILLIS = 5_000;

    @TempDir
    Path folder;

    private List<ReaderTargets.Target> targets() throws IOException {
        return new ReaderTargets(folder, true).targets();
    }

    @TestFactory
    Stream<DynamicTest> read_changedFiles_keepsTheLaws(TestReporter reporter) throws IOException {
        return targets().stream().map(target -> DynamicTest.dynamicTest(target.name(), () -> run(target, reporter)));
    }

    private static void run(ReaderTargets.Target target, TestReporter reporter) throws IOException {
        long slowest = 0;
        long slowestSeed = 0;
        assertThat(target.seeds()).isNotEmpty();
        target.seeds().stream().limit(5).forEach(target.law());
        for (long seed = 0; seed < (long) target.tries() * FACTOR; seed++) {
            Random random = new Random(seed * 0x9E3779B97F4A7C15L);
            byte[] bytes = target.change()
                    .apply(target.seeds().get(random.nextInt(target.seeds().size())), random);
            long before = System.nanoTime();
            try {
                target.law().accept(bytes);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        target.name() + " at seed " + seed + ", bytes "
                                + HexFormat.of().formatHex(bytes),
                        e);
            }
            long millis = (System.nanoTime() - before) / 1_000_000;
            if (millis > slowest) {
                slowest = millis;
                slowestSeed = seed;
            }
        }
        reporter.publishEntry(
                target.name(),
                target.tries() * FACTOR + " read, slowest " + slowest + " ms (seed " + slowestSeed + ")");
        assertThat(slowest).as("seed %s", slowestSeed).isLessThan(SLOWEST_MILLIS);
    }

    @TestFactory
    Stream<DynamicTest> read_filesThatOnceFailed_keepsTheLaws() throws IOException {
        Path found = ReaderTargets.cases().resolve("found");
        return targets().stream()
                .filter(target -> Files.isDirectory(found.resolve(target.name())))
                .flatMap(target -> {
                    try (Stream<Path> files = Files.list(found.resolve(target.name()))) {
                        return files.sorted().toList().stream()
                                .map(file -> DynamicTest.dynamicTest(
                                        target.name() + " " + file.getFileName(),
                                        () -> target.law().accept(ReaderTargets.read(file))));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
