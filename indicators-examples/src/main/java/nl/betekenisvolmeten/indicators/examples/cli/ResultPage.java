package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.output.ResultColumn;

/**
 * Some columns of a table of results, to read: numbers are rounded, and codes are words.
 *
 * @param <R> what a row is of
 */
final class ResultPage<R> {

    private static final String NONE = "–";

    /** A column; those of numbers of one kind have as many decimals. */
    private record Shown<R>(
            ResultColumn<R> column, boolean key, List<ResultColumn<R>> kind, UnaryOperator<String> words) {}

    private final List<ResultColumn<R>> columns;
    private final Texts texts;
    private final List<Shown<R>> shown = new ArrayList<>();

    private ResultPage(List<ResultColumn<R>> columns, Texts texts) {
        this.columns = columns;
        this.texts = texts;
    }

    static <R> ResultPage<R> of(List<ResultColumn<R>> columns, Texts texts) {
        return new ResultPage<>(columns, texts);
    }

    /** A column that says what a row is about. */
    ResultPage<R> key(String name, UnaryOperator<String> words) {
        shown.add(new Shown<>(column(name), true, List.of(), words));
        return this;
    }

    ResultPage<R> text(String name, UnaryOperator<String> words) {
        shown.add(new Shown<>(column(name), false, List.of(), words));
        return this;
    }

    /** A column of codes. */
    ResultPage<R> word(String name) {
        return text(name, code -> texts.has("word." + code) ? texts.of("word." + code) : code);
    }

    /** Columns of numbers of one kind. */
    ResultPage<R> numbers(String... names) {
        List<ResultColumn<R>> kind = Stream.of(names).map(this::column).toList();
        kind.forEach(column -> shown.add(new Shown<>(column, false, kind, number -> number)));
        return this;
    }

    private ResultColumn<R> column(String name) {
        return columns.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column " + name));
    }

    void print(List<R> rows, Terminal terminal, PrintWriter out) {
        ScreenTable table = new ScreenTable();
        List<Function<R, Optional<String>>> cells = new ArrayList<>();
        for (Shown<R> one : shown) {
            String header = texts.of("column." + one.column().name());
            UnaryOperator<String> words = one.words();
            if (one.key()) {
                table.key(header);
            } else if (one.kind().isEmpty()) {
                table.text(header);
            } else {
                table.number(header);
                int decimals = decimals(one.kind(), rows);
                words = number -> texts.number(new BigDecimal(number), decimals);
            }
            UnaryOperator<String> said = words;
            cells.add(row -> one.column().cell().apply(row).map(said));
        }
        for (R row : rows) {
            table.row(cells.stream().map(cell -> cell.apply(row).orElse(NONE)).toList());
        }
        table.print(terminal, out);
    }

    /** As many as make sense of the largest number; none for whole numbers. */
    private static <R> int decimals(List<ResultColumn<R>> kind, List<R> rows) {
        List<BigDecimal> numbers = rows.stream()
                .flatMap(row -> kind.stream().flatMap(column -> column.cell().apply(row).stream()))
                .map(BigDecimal::new)
                .toList();
        double largest = numbers.stream()
                .mapToDouble(number -> Math.abs(number.doubleValue()))
                .max()
                .orElse(0);
        boolean whole =
                numbers.stream().allMatch(number -> number.stripTrailingZeros().scale() <= 0);
        return whole || largest >= 1000 ? 0 : largest >= 10 ? 1 : largest >= 1 ? 2 : 3;
    }
}
