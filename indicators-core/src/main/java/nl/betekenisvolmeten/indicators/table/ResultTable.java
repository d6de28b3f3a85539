package nl.betekenisvolmeten.indicators.table;

import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Language;

/**
 * Totals by group, in the order of their keys: the same input gives the same table, whatever the order of its rows.
 *
 * <p>Totals may be small and may point to people. A table leaves the program only through a choice of who may see it:
 * see the package {@code disclosure}.
 *
 * @param keys the names of the grouping columns
 * @param series the names of the figures
 * @param rows one for each group
 * @param findings what was found while adding up, such as a total too large to hold
 * @param missing what became of totals whose parts did not all come in
 */
public record ResultTable(
        List<String> keys, List<String> series, List<Row> rows, Findings findings, MissingPolicy missing) {

    public ResultTable {
        keys = List.copyOf(keys);
        series = List.copyOf(series);
        rows = List.copyOf(rows);
    }

    /**
     * Creates a table of totals of what came in.
     *
     * @param keys the names of the grouping columns
     * @param series the names of the figures
     * @param rows one for each group
     * @param findings what was found while adding up
     */
    public ResultTable(List<String> keys, List<String> series, List<Row> rows, Findings findings) {
        this(keys, series, rows, findings, new MissingPolicy.AddUp());
    }

    /**
     * One group.
     *
     * @param key the group's codes, in the order of {@link ResultTable#keys}
     * @param figures its figures, in the order of {@link ResultTable#series}
     * @param observations the number of rows that went in
     * @param reporters the number of organisations with at least one row; empty when the table does not say who reports
     * @param coverage what is there of what was to be expected; empty when the table does not say who reports
     * @param rejected the number of rows with an error that may belong to the group; no figure counts them
     */
    public record Row(
            List<String> key,
            List<Figure> figures,
            long observations,
            Optional<Long> reporters,
            Optional<Coverage> coverage,
            long rejected) {

        public Row {
            key = List.copyOf(key);
            figures = List.copyOf(figures);
        }

        /**
         * Creates a group without rejected rows.
         *
         * @param key the group's codes
         * @param figures its figures
         * @param observations the number of rows that went in
         * @param reporters the number of organisations with at least one row
         * @param coverage what is there of what was to be expected
         */
        public Row(
                List<String> key,
                List<Figure> figures,
                long observations,
                Optional<Long> reporters,
                Optional<Coverage> coverage) {
            this(key, figures, observations, reporters, coverage, 0);
        }

        /**
         * Returns a copy with other figures.
         *
         * @param newFigures a figure for each series
         * @return the group
         */
        public Row withFigures(List<Figure> newFigures) {
            return new Row(key, newFigures, observations, reporters, coverage, rejected);
        }
    }

    /**
     * Returns a copy with other findings.
     *
     * @param newFindings the findings about the figures
     * @return the table
     */
    public ResultTable withFindings(Findings newFindings) {
        return new ResultTable(keys, series, rows, newFindings, missing);
    }

    /**
     * Returns the group with a key.
     *
     * @param key its codes, in the order of {@link #keys}
     * @return the group, or empty when no row fell in it
     */
    public Optional<Row> row(String... key) {
        List<String> wanted = List.of(key);
        return rows.stream().filter(row -> row.key().equals(wanted)).findFirst();
    }

    /**
     * Returns a figure.
     *
     * @param name the series
     * @param key the group's codes, in the order of {@link #keys}
     * @return the figure, or empty when no row fell in the group
     * @throws IllegalArgumentException if there is no series of that name
     */
    public Optional<Figure> figure(String name, String... key) {
        int index = series.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no series '" + name + "' in " + series);
        }
        return row(key).map(row -> row.figures().get(index));
    }

    /**
     * Returns the totals as a table in plain text, for a screen or a log: a row for each group, at its end how much of what
     * was expected is in it. Numbers are rounded for reading; bounds outwards.
     *
     * @param language the language of heads and words; names of columns and codes are as in the format
     * @return lines that end in a line feed
     */
    public String toText(Language language) {
        return new ResultText(this, language).text();
    }
}
