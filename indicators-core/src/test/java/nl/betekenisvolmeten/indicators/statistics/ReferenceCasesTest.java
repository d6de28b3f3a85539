package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every case of every reference file. The README beside the files says with what they were made; a file that is dropped
 * in beside them is checked too, or fails for want of a checker.
 */
class ReferenceCasesTest {

    private static final Map<String, Consumer<ReferenceCase>> CHECKERS = checkers();

    private static Map<String, Consumer<ReferenceCase>> checkers() {
        Map<String, Consumer<ReferenceCase>> checkers = new TreeMap<>();
        checkers.putAll(DistributionCases.CHECKERS);
        checkers.putAll(IntervalCases.CHECKERS);
        checkers.putAll(StandardisedCases.CHECKERS);
        checkers.putAll(FunnelCases.CHECKERS);
        checkers.putAll(TestCases.CHECKERS);
        checkers.putAll(AreaCases.CHECKERS);
        return checkers;
    }

    private static List<Path> files() {
        try {
            Path folder = Path.of(Objects.requireNonNull(ReferenceCasesTest.class.getResource("reference"))
                    .toURI());
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> name(file).endsWith(".json"))
                        .sorted()
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    @Test
    void files_all_haveACheckerAndTheOtherWayRound() {
        assertThat(files().stream().map(ReferenceCasesTest::name))
                .containsExactlyInAnyOrderElementsOf(CHECKERS.keySet());
    }

    @TestFactory
    Stream<DynamicContainer> referenceCase_all_agreeWithR() {
        return files().stream().map(file -> DynamicContainer.dynamicContainer(name(file), tests(file)));
    }

    private static Stream<DynamicTest> tests(Path file) {
        Consumer<ReferenceCase> checker =
                Objects.requireNonNull(CHECKERS.get(name(file)), () -> "no checker for " + name(file));
        List<ReferenceCase> cases = ReferenceCase.read(file);
        assertThat(cases).isNotEmpty();
        return cases.stream().map(one -> DynamicTest.dynamicTest(one.id(), () -> checker.accept(one)));
    }
}
