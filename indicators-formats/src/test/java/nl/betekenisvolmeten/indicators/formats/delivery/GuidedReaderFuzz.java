package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import nl.betekenisvolmeten.indicators.formats.Mutations;

/**
 * A reader as a coverage-guided fuzzer (Jazzer) calls it: profile {@code fuzz}, see TESTING.md. The property
 * {@code fuzz.reader} names one of the readers of {@link ReaderFuzzTest}.
 */
public final class GuidedReaderFuzz {

    /**
     * The readers of packages. The fuzzer gets the parts one after the other, because it would only corrupt a package.
     */
    private static final Set<String> PACKED = Set.of("xlsx", "zip");

    private static final ReaderTargets.Target TARGET = target(System.getProperty("fuzz.reader", "csv"));

    private GuidedReaderFuzz() {}

    private static ReaderTargets.Target target(String name) {
        try {
            List<ReaderTargets.Target> targets = new ReaderTargets(Files.createTempDirectory("fuzz"), false).targets();
            return targets.stream()
                    .filter(target -> target.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is none of "
                            + targets.stream().map(ReaderTargets.Target::name).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the files that the fuzzer starts from.
     *
     * @param arguments the folder to write to
     * @throws IOException if they cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path corpus = Files.createDirectories(Path.of(arguments[0]));
        int number = 0;
        for (byte[] seed : TARGET.seeds()) {
            number++;
            Files.write(corpus.resolve("seed-" + number), isPacked() ? Mutations.joined(seed) : seed);
        }
    }

    private static boolean isPacked() {
        return PACKED.contains(TARGET.name());
    }

    /**
     * Checks the laws of the reader.
     *
     * @param bytes the file; for a package its parts one after the other
     */
    public static void fuzzerTestOneInput(byte[] bytes) {
        TARGET.law().accept(isPacked() ? Mutations.packedAgain(bytes) : bytes);
    }
}
