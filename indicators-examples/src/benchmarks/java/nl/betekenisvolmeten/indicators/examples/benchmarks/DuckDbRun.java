package nl.betekenisvolmeten.indicators.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;

/** DuckDB does the same work: reads a delivery, applies the format's rules, adds up the rows without a fault. */
final class DuckDbRun {

    private final int threads;

    DuckDbRun(int threads) {
        this.threads = threads;
    }

    /** What was found, in the order of rows; the number of groups comes with it so that the sums are made. */
    record Answer(List<Planted> findings, int groups) {}

    Answer run(Path file, String... by) throws SQLException, IOException {
        RulesAsSql rules = new RulesAsSql(Definitions.bundled().formats().get(LargeDelivery.FORMAT));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads=" + threads);
            statement.execute("CREATE TABLE d AS SELECT row_number() OVER () + 1 AS r, * FROM read_csv('"
                    + file.toString().replace("'", "''")
                    + "', delim=';', header=true, all_varchar=true, quote='\"', escape='\"')");
            statement.execute(rules.findings());
            statement.execute(rules.duplicates());
            return new Answer(findings(statement), groups(statement, rules.sums(by)));
        }
    }

    private static List<Planted> findings(Statement statement) throws SQLException {
        List<Planted> findings = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT r, what FROM f ORDER BY r, what")) {
            while (rows.next()) {
                String[] what = rows.getString(2).split(";", -1);
                findings.add(new Planted(rows.getLong(1), what[0], what[1]));
            }
        }
        return findings;
    }

    private static int groups(Statement statement, String sql) throws SQLException {
        int groups = 0;
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                groups++;
            }
        }
        return groups;
    }
}
