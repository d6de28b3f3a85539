package nl.betekenisvolmeten.indicators.examples.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.output.ResultSheet;
import nl.betekenisvolmeten.indicators.formats.output.ResultTables;
import nl.betekenisvolmeten.indicators.model.LocalizedText;

/**
 * A table that this program composes itself. Its title and the meaning of its columns are texts whose keys begin
 * with those of the table.
 *
 * @param <R> the type of a row
 */
final class OwnTable<R> {

    private static final Texts DUTCH = new Texts(Language.NL);
    private static final Texts ENGLISH = new Texts(Language.EN);

    private final String texts;
    private final List<ResultTables.Column> columns = new ArrayList<>();
    private final List<Function<R, String>> cells = new ArrayList<>();

    OwnTable(String texts) {
        this.texts = texts;
    }

    OwnTable<R> text(String name, Function<R, String> cell) {
        return add(name, ResultTables.Column.Type.TEXT, cell);
    }

    OwnTable<R> number(String name, Function<R, Optional<BigDecimal>> cell) {
        return add(
                name,
                ResultTables.Column.Type.NUMBER,
                row -> cell.apply(row)
                        .map(number -> number.stripTrailingZeros().toPlainString())
                        .orElse(""));
    }

    private OwnTable<R> add(String name, ResultTables.Column.Type type, Function<R, String> cell) {
        columns.add(new ResultTables.Column(name, type, text(name)));
        cells.add(cell);
        return this;
    }

    private LocalizedText text(String name) {
        String key = texts + name;
        return LocalizedText.of(DUTCH.of(key), ENGLISH.of(key));
    }

    /** Returns the columns of a table of figures, with the last one that such a table gets when it is released. */
    List<ResultTables.Column> released() {
        List<ResultTables.Column> all = new ArrayList<>(columns);
        all.add(new ResultTables.Column("use", ResultTables.Column.Type.TEXT, text("use")));
        return all;
    }

    /** Returns the table about definitions. */
    ResultSheet sheet(List<R> rows) {
        return ResultSheet.ofDefinitions(text("title"), columns, texts(rows));
    }

    /** Returns the table of figures. */
    ResultSheet sheet(List<R> rows, String purpose) {
        return ResultSheet.of(text("title"), columns, InternalUse.of(texts(rows), purpose));
    }

    private List<List<String>> texts(List<R> rows) {
        return rows.stream()
                .map(row -> cells.stream().map(cell -> cell.apply(row)).toList())
                .toList();
    }
}
