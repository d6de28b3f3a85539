package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import nl.betekenisvolmeten.indicators.formats.output.ResultColumn;

/**
 * Some columns of a table of results, to read: numbers are rounded, and codes are words.
 *
 * @param <R> what a row is of
 */
final class ResultPage<R> {

    private static final String NONE = "–";

    private record Shown<R>(ResultColumn<R> column, boolean key, UnaryOperator<String> words) {

        boolean isNumber() {
            return column.type() != ResultColumn.Type.TEXT;
        }
    }

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
        return add(name, true, words);
    }

    ResultPage<R> text(String name, UnaryOperator<String> words) {
        return add(name, false, words);
    }

    /** A column of codes. */
    ResultPage<R> word(String name) {
        return add(name, false, code -> texts.has("word." + code) ? texts.of("word." + code) : code);
    }

    ResultPage<R> numbers(String... names) {
        for (String name : names) {
            add(name, false, number -> number);
        }
        return this;
    }

    private ResultPage<R> add(String name, boolean key, UnaryOperator<String> words) {
        ResultColumn<R> column = columns.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column " + name));
        shown.add(new Shown<>(column, key, words));
        return this;
    }

    void print(List<R> rows, Terminal terminal, PrintWriter out) {
        ScreenTable table = new ScreenTable();
        List<Function<R, String>> cells = new ArrayList<>();
        int decimals = decimals(rows);
        for (Shown<R> one : shown) {
            String header = texts.of("column." + one.column().name());
            if (one.isNumber()) {
                table.number(header);
                cells.add(row -> one.column()
                        .cell()
                        .apply(row)
                        .map(number -> texts.number(new BigDecimal(number), decimals))
                        .orElse(NONE));
            } else {
                if (one.key()) {
                    table.key(header);
                } else {
                    table.text(header);
                }
                cells.add(row -> one.column().cell().apply(row).map(one.words()).orElse(NONE));
            }
        }
        for (R row : rows) {
            table.row(cells.stream().map(cell -> cell.apply(row)).toList());
        }
        table.print(terminal, out);
    }

    /** As many as make sense of the largest number; none for whole numbers. The numbers of a page are of one kind. */
    private int decimals(List<R> rows) {
        List<BigDecimal> numbers = rows.stream()
                .flatMap(row ->
                        shown.stream().filter(Shown::isNumber).flatMap(one -> one.column().cell().apply(row).stream()))
                .map(BigDecimal::new)
                .toList();
        if (numbers.stream().allMatch(number -> number.stripTrailingZeros().scale() <= 0)) {
            return 0;
        }
        BigDecimal largest = numbers.stream().map(BigDecimal::abs).reduce(BigDecimal.ZERO, BigDecimal::max);
        if (largest.compareTo(BigDecimal.TEN) >= 0) {
            return 1;
        }
        return largest.compareTo(BigDecimal.ONE) >= 0 ? 2 : 3;
    }
}
