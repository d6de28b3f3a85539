package nl.betekenisvolmeten.indicators.formats.output;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import nl.betekenisvolmeten.indicators.formats.internal.result.Numbers;
import nl.betekenisvolmeten.indicators.model.LocalizedText;

/**
 * A column with what it takes from a row. All kinds of files are written from these.
 *
 * @param <R> what a row is made of
 * @param heading the column
 * @param cell the text of a cell, numbers as {@link Numbers} writes them; empty where there is nothing
 */
record TableColumn<R>(ResultColumn heading, Function<R, Optional<String>> cell) {

    private static <R> TableColumn<R> of(
            String name, ResultColumn.Type type, String nl, String en, Function<R, Optional<String>> cell) {
        return new TableColumn<>(new ResultColumn(name, type, LocalizedText.of(nl, en)), cell);
    }

    /** A column that has a word or code in every row. */
    static <R> TableColumn<R> text(String name, String nl, String en, Function<R, String> cell) {
        return optionalText(name, nl, en, row -> Optional.of(cell.apply(row)));
    }

    static <R> TableColumn<R> optionalText(String name, String nl, String en, Function<R, Optional<String>> cell) {
        return of(name, ResultColumn.Type.TEXT, nl, en, cell);
    }

    /** A column of numbers that are text already, some exact and some computed. */
    static <R> TableColumn<R> written(String name, String nl, String en, Function<R, Optional<String>> cell) {
        return of(name, ResultColumn.Type.NUMBER, nl, en, cell);
    }

    /** A column of decimal numbers. */
    static <R> TableColumn<R> number(String name, String nl, String en, Function<R, Optional<BigDecimal>> cell) {
        return written(name, nl, en, row -> cell.apply(row).map(Numbers::text));
    }

    /** A column of computed numbers. */
    static <R> TableColumn<R> optionalReal(String name, String nl, String en, Function<R, Optional<Double>> cell) {
        return written(name, nl, en, row -> cell.apply(row).map(Numbers::text));
    }

    /** A column that has a computed number in every row. */
    static <R> TableColumn<R> real(String name, String nl, String en, ToDoubleFunction<R> cell) {
        return optionalReal(name, nl, en, row -> Optional.of(cell.applyAsDouble(row)));
    }

    static <R> TableColumn<R> optionalWhole(String name, String nl, String en, Function<R, OptionalLong> cell) {
        return of(
                name,
                ResultColumn.Type.INTEGER,
                nl,
                en,
                row -> cell.apply(row).stream().mapToObj(Long::toString).findFirst());
    }

    /** A column that has a whole number in every row. */
    static <R> TableColumn<R> whole(String name, String nl, String en, ToLongFunction<R> cell) {
        return optionalWhole(name, nl, en, row -> OptionalLong.of(cell.applyAsLong(row)));
    }

    /** Some columns, and as the last one who may see the table. */
    static <R> List<TableColumn<R>> withUse(List<TableColumn<R>> columns, String use) {
        List<TableColumn<R>> all = new ArrayList<>(columns);
        all.add(text(
                "use",
                "Wie de tabel mag zien: internal (wie het werk verantwoordt of controleert) of public (iedereen)",
                "Who may see the table: internal (who accounts for the work or checks it) or public (everyone)",
                row -> use));
        return List.copyOf(all);
    }

    String name() {
        return heading.name();
    }

    Optional<String> text(R row) {
        return cell.apply(row);
    }

    boolean isText() {
        return heading.type() == ResultColumn.Type.TEXT;
    }

    /** What the columns of a written table are. */
    static <R> List<ResultColumn> written(List<TableColumn<R>> columns) {
        return headings(withUse(columns, ""));
    }

    static <R> List<ResultColumn> headings(List<TableColumn<R>> columns) {
        return columns.stream().map(TableColumn::heading).toList();
    }
}
