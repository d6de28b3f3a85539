package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A table of results to read, whose numbers are rounded and whose codes are words.
 *
 * @param <R> what a row is of
 */
final class ResultPage<R> {

    private static final String NONE = "–";

    private final Texts texts;
    private final ScreenTable table = new ScreenTable();
    private final List<R> rows;
    private final List<Function<R, String>> cells = new ArrayList<>();

    ResultPage(List<R> rows, Texts texts) {
        this.rows = rows;
        this.texts = texts;
    }

    /** Adds a column that identifies a row. */
    ResultPage<R> key(String name, Function<R, String> cell) {
        return titled(texts.of("column." + name), cell);
    }

    /** Adds a column that identifies a row, with a title of its own. */
    ResultPage<R> titled(String title, Function<R, String> cell) {
        table.key(title);
        cells.add(cell);
        return this;
    }

    ResultPage<R> text(String name, Function<R, String> cell) {
        table.text(texts.of("column." + name));
        cells.add(cell);
        return this;
    }

    /** Adds a column of codes. */
    ResultPage<R> word(String name, Function<R, String> code) {
        return text(name, row -> {
            String key = "word." + code.apply(row);
            return texts.has(key) ? texts.of(key) : code.apply(row);
        });
    }

    /** Adds a column of numbers with the given number of decimals. */
    ResultPage<R> number(String name, int decimals, Function<R, Optional<BigDecimal>> cell) {
        table.number(texts.of("column." + name));
        cells.add(row ->
                cell.apply(row).map(number -> texts.number(number, decimals)).orElse(NONE));
        return this;
    }

    /** Returns the number of decimals that suits the largest of some numbers. */
    int decimals(Function<R, Optional<BigDecimal>> cell) {
        double largest = rows.stream()
                .flatMap(row -> cell.apply(row).stream())
                .mapToDouble(number -> Math.abs(number.doubleValue()))
                .max()
                .orElse(0);
        return largest >= 10 ? 1 : largest >= 1 ? 2 : 3;
    }

    void print(Terminal terminal, PrintWriter out) {
        rows.forEach(
                row -> table.row(cells.stream().map(cell -> cell.apply(row)).toList()));
        table.print(terminal, out);
    }
}
