package nl.betekenisvolmeten.indicators.formats.output;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.internal.result.Numbers;

/**
 * A column with what it takes from a row. All kinds of files are written from these.
 *
 * @param <R> what a row is made of
 * @param heading the column
 * @param cell the text of a cell, numbers as {@link Numbers} writes them; empty where there is nothing
 */
record TableColumn<R>(ResultTables.Column heading, Function<R, Optional<String>> cell) {

    /** Returns columns of rows that are lists of cells. */
    static List<TableColumn<List<String>>> ofCells(List<ResultTables.Column> headings) {
        return IntStream.range(0, headings.size())
                .mapToObj(i -> new TableColumn<List<String>>(
                        headings.get(i), row -> Optional.of(row.get(i)).filter(cell -> !cell.isEmpty())))
                .toList();
    }

    /** Returns columns followed by one that contains who may see the table. */
    static <R> List<TableColumn<R>> withUse(List<TableColumn<R>> columns, String use) {
        return Stream.concat(columns.stream(), new TableColumns<R>("").text("use", row -> use).toList().stream())
                .toList();
    }

    String name() {
        return heading.name();
    }

    Optional<String> text(R row) {
        return cell.apply(row);
    }

    boolean isText() {
        return heading.type() == ResultTables.Column.Type.TEXT;
    }

    /** Returns the headings of the columns of a written table. */
    static <R> List<ResultTables.Column> written(List<TableColumn<R>> columns) {
        return headings(withUse(columns, ""));
    }

    static <R> List<ResultTables.Column> headings(List<TableColumn<R>> columns) {
        return columns.stream().map(TableColumn::heading).toList();
    }
}
