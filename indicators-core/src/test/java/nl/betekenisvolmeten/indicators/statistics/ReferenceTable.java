package nl.betekenisvolmeten.indicators.statistics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads reference values: comma-separated, without quotes, after lines with # that name the tool, version and call. */
final class ReferenceTable {

    private ReferenceTable() {}

    /** One case, shown by its id in a test report. */
    record Row(Map<String, String> cells) {

        String text(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }

        double number(String column) {
            return Double.parseDouble(text(column));
        }

        long whole(String column) {
            return Long.parseLong(text(column));
        }

        boolean yes(String column) {
            return text(column).equals("yes");
        }

        double[] numbers(String column) {
            return Stream.of(text(column).split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }

        long[] wholes(String column) {
            return Stream.of(text(column).split(" ")).mapToLong(Long::parseLong).toArray();
        }

        Confidence confidence() {
            return Confidence.of(number("confidence"));
        }

        List<PValue> probabilities(String column) {
            return Stream.of(text(column).split(" "))
                    .map(Double::parseDouble)
                    .map(PValue::of)
                    .toList();
        }

        @Override
        public String toString() {
            return text("id");
        }
    }

    static Stream<Row> read(String name) {
        List<String> lines = lines(name);
        String[] columns = lines.get(0).split(",");
        return lines.subList(1, lines.size()).stream().map(line -> row(columns, line.split(",")));
    }

    private static List<String> lines(String name) {
        try (InputStream stream = Objects.requireNonNull(ReferenceTable.class.getResourceAsStream(name), name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new ArrayList<>(
                    reader.lines().filter(line -> !line.startsWith("#")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String[] columns, String[] cells) {
        if (columns.length != cells.length) {
            throw new IllegalArgumentException(columns.length + " columns, but " + String.join(",", cells));
        }
        return new Row(IntStream.range(0, columns.length)
                .boxed()
                .collect(Collectors.toUnmodifiableMap(i -> columns[i], i -> cells[i])));
    }
}
