package nl.betekenisvolmeten.indicators.examples.embedding;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import nl.betekenisvolmeten.indicators.validation.ValidationRun;
import nl.betekenisvolmeten.indicators.validation.Validator;

/** Checks rows of a database as if they were a delivery, and keeps the good ones. */
public final class RowsFromDatabase {

    private RowsFromDatabase() {}

    /**
     * Reads the rows of a query whose columns have the names of the format's columns.
     *
     * @param rules the format's rules
     * @param database the database
     * @param query the query; a column of the format that it lacks is an empty cell
     * @param found receives the findings, with the number of the row in the result, from 1
     * @return the rows without an error
     * @throws SQLException if the database cannot be read
     */
    public static CountTable read(RuleSet rules, Connection database, String query, Consumer<Finding> found)
            throws SQLException {
        CountTable.Builder good = CountTable.builder(rules.structure());
        ValidationRun run = Validator.of(rules).start(Location.of("database"), found, good);
        try (PreparedStatement statement = database.prepareStatement(query);
                ResultSet answer = statement.executeQuery()) {
            for (long row = 1; answer.next(); row++) {
                String[] cells = new String[rules.columns().size()];
                for (int i = 0; i < cells.length; i++) {
                    ColumnRule column = rules.columns().get(i);
                    String text = Objects.requireNonNullElse(
                            answer.getString(column.name().value()), "");
                    // a database writes numbers with a point, a delivery with a comma
                    cells[i] = column.type().decimals().isPresent() ? text.replace('.', ',') : text;
                }
                run.row(row, cells);
            }
        }
        run.finish(true);
        return good.build();
    }
}
