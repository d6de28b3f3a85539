package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The systems that municipalities work with, each through the command line. A row of {@code systems.csv} has the command, the
 * exit code and what must be in the output; where it only partly works, the row says what is still missing. In a command
 * {@code {name}} is a file next to it, {@code {out:name}} one that is written, {@code {samples}} the bundled deliveries.
 */
class SystemsTest {

    private static final Path FOLDER = Path.of("src/test/resources/systems");
    private static final Path OTHERS = Path.of("src/test/resources/nl/betekenisvolmeten/indicators/examples/cli");
    private static final Path SAMPLES =
            Path.of("src/main/resources/nl/betekenisvolmeten/indicators/examples/sample/2026KW02");

    @TempDir
    private Path folder;

    private record Row(String id, String state, String missing, String command, int exit, List<String> contains) {
        static Row of(String line) {
            String[] cells = line.split(";", 7);
            return new Row(
                    cells[0], cells[2], cells[3], cells[4], Integer.parseInt(cells[5]), List.of(cells[6].split("\\|")));
        }
    }

    static List<Row> rows() throws IOException {
        return Files.readAllLines(FOLDER.resolve("systems.csv")).stream()
                .skip(1)
                .map(Row::of)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void run_aSystem_givesWhatItMust(Row row) throws IOException {
        Run run = Run.of(arguments(row.command()).toArray()).exits(row.exit());
        String all = run.out() + run.err() + written();
        assertThat(all).as(row.id()).contains(row.contains());
    }

    /** All of them are there, and what only partly works says what is missing. */
    @Test
    void rows_haveAllSystemsAndSayWhatIsMissing() throws IOException {
        assertThat(rows().stream().map(Row::id).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 24)
                        .mapToObj(number -> "S" + number)
                        .toList());
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.state()).isIn("works", "partly");
            assertThat(row.missing().isEmpty()).isEqualTo(row.state().equals("works"));
        });
    }

    private List<Object> arguments(String command) throws IOException {
        List<Object> arguments = new ArrayList<>();
        for (String word : command.split(" ")) {
            if (word.equals("{samples}")) {
                try (Stream<Path> files = Files.list(SAMPLES)) {
                    files.sorted().forEach(arguments::add);
                }
            } else {
                arguments.add(Stream.of(word.split(",")).map(this::filled).collect(Collectors.joining(",")));
            }
        }
        return arguments;
    }

    private String filled(String word) {
        if (!word.startsWith("{")) {
            return word;
        }
        String name = word.substring(1, word.length() - 1);
        if (name.startsWith("out:")) {
            return folder.resolve(name.substring("out:".length())).toString();
        }
        Path own = FOLDER.resolve(name);
        return (Files.exists(own) ? own : OTHERS.resolve(name)).toString();
    }

    private String written() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Sheet::read).collect(Collectors.joining());
        }
    }
}
