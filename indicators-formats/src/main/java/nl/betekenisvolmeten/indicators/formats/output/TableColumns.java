package nl.betekenisvolmeten.indicators.formats.output;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.internal.result.Numbers;
import nl.betekenisvolmeten.indicators.model.LocalizedText;

/**
 * Makes the columns of one table. The meaning of each column is in the resources {@code columns_nl} and {@code
 * columns_en}, by the names of table and column, or by the name of the column alone if it means the same in every
 * table. A {@code *} in a name stands for the subject of the columns, as does {@code {0}} in a text.
 *
 * @param <R> the type of a row
 */
final class TableColumns<R> {

    /** Returns a row's cell in the column of a group. */
    interface Group<R> {
        String of(R row, int index);
    }

    private static final ResourceBundle DUTCH = bundle(Language.NL);
    private static final ResourceBundle ENGLISH = bundle(Language.EN);

    private final String table;
    private final List<TableColumn<R>> columns = new ArrayList<>();
    private String subject = "";

    TableColumns(String table) {
        this.table = table;
    }

    private static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle("nl.betekenisvolmeten.indicators.formats.output.columns", language.locale());
    }

    /** Sets the subject of the next columns. */
    TableColumns<R> about(String name) {
        subject = name;
        return this;
    }

    private TableColumns<R> add(String name, ResultTables.Column.Type type, Function<R, Optional<String>> cell) {
        String key = DUTCH.containsKey(table + "." + name) ? table + "." + name : name;
        columns.add(new TableColumn<>(
                new ResultTables.Column(
                        name.replace("*", subject), type, LocalizedText.of(text(DUTCH, key), text(ENGLISH, key))),
                cell));
        return this;
    }

    private String text(ResourceBundle bundle, String key) {
        return bundle.getString(key).replace("{0}", subject);
    }

    /** Adds a column with a word or code in every row. */
    TableColumns<R> text(String name, Function<R, String> cell) {
        return optionalText(name, row -> Optional.of(cell.apply(row)));
    }

    TableColumns<R> optionalText(String name, Function<R, Optional<String>> cell) {
        return add(name, ResultTables.Column.Type.TEXT, cell);
    }

    /** Adds a column for each dimension that rows are grouped by. */
    TableColumns<R> groups(List<String> names, Group<R> group) {
        for (int i = 0; i < names.size(); i++) {
            int index = i;
            columns.addAll(
                    new TableColumns<R>("group").about(names.get(i)).text("*", row -> group.of(row, index)).columns);
        }
        return this;
    }

    /** Adds a column of numbers already written as text, some exact and some computed. */
    TableColumns<R> written(String name, Function<R, Optional<String>> cell) {
        return add(name, ResultTables.Column.Type.NUMBER, cell);
    }

    /** Adds a column of decimal numbers. */
    TableColumns<R> number(String name, Function<R, Optional<BigDecimal>> cell) {
        return written(name, row -> cell.apply(row).map(Numbers::text));
    }

    /** Adds a column of computed numbers. */
    TableColumns<R> optionalReal(String name, Function<R, Optional<Double>> cell) {
        return written(name, row -> cell.apply(row).map(Numbers::text));
    }

    /** Adds a column with a computed number in every row. */
    TableColumns<R> real(String name, ToDoubleFunction<R> cell) {
        return optionalReal(name, row -> Optional.of(cell.applyAsDouble(row)));
    }

    TableColumns<R> optionalWhole(String name, Function<R, OptionalLong> cell) {
        return add(
                name,
                ResultTables.Column.Type.INTEGER,
                row -> cell.apply(row).stream().mapToObj(Long::toString).findFirst());
    }

    /** Adds a column with a whole number in every row. */
    TableColumns<R> whole(String name, ToLongFunction<R> cell) {
        return optionalWhole(name, row -> OptionalLong.of(cell.applyAsLong(row)));
    }

    List<TableColumn<R>> toList() {
        return List.copyOf(columns);
    }
}
