package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the check of a file comes to, in one line. */
final class Outcome {

    private Outcome() {}

    /** The exit code, the rows that are good, and what is found, by code and column, with how often if more than once. */
    static String of(Path folder, String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        Run run = Run.of("validate", file, "--date", "2026-12-01", "--report", "json");
        Map<String, @Nullable Object> report = Json.object(
                Json.list(Json.object(Json.read(run.out())).get("files")).get(0));
        Map<String, Long> found = Json.list(report.get("findings")).stream()
                .map(Json::object)
                .collect(Collectors.groupingBy(Outcome::cause, TreeMap::new, Collectors.counting()));
        return ("exit " + run.exit() + ", " + report.get("rows_accepted") + " good: "
                        + found.entrySet().stream()
                                .map(one -> one.getKey() + (one.getValue() > 1 ? " x" + one.getValue() : ""))
                                .collect(Collectors.joining(", ")))
                .strip();
    }

    private static String cause(Map<String, @Nullable Object> finding) {
        Object column = finding.get("column");
        return finding.get("code") + (column == null ? "" : " " + column);
    }
}
