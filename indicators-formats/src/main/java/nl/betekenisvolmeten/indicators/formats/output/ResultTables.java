package nl.betekenisvolmeten.indicators.formats.output;

import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.LocalizedText;

/**
 * The columns of every table of results, with their meaning in Dutch and English. Every kind of file takes its columns from
 * these lists.
 */
public final class ResultTables {

    private ResultTables() {}

    /**
     * Returns the columns of totals, also those that only some tables have; their descriptions say which.
     *
     * @param keys the names of the grouping columns
     * @param series the names of the figures
     * @return the columns, in the order in which they are written
     */
    public static List<Column> totals(List<String> keys, List<String> series) {
        return TableColumn.written(TotalColumns.all(keys, series));
    }

    /**
     * Returns the columns of totals that may be published: no bounds, and nothing about how many rows or organisations are
     * behind a figure.
     *
     * @param keys the names of the grouping columns
     * @param series the names of the figures
     * @return the columns, in the order in which they are written
     */
    public static List<Column> publicTotals(List<String> keys, List<String> series) {
        return TableColumn.written(TotalColumns.forPublication(keys, series));
    }

    /**
     * Returns the columns of totals as SDMX-CSV.
     *
     * @param concepts the concepts of the grouping columns
     * @return the columns, in the order in which they are written
     */
    public static List<Column> sdmx(List<String> concepts) {
        return TableColumn.headings(SdmxColumns.of("", concepts, false, key -> Optional.empty()));
    }

    /**
     * Returns the columns of a comparison, with a row for each area, indicator and period.
     *
     * @return the columns; those of the change only where it was asked for, the last one only where agreements about
     *     deliveries are known
     */
    public static List<Column> comparison() {
        return TableColumn.written(ComparisonColumns.all());
    }

    /**
     * Returns the columns of a comparison in its long form, with a row for each statistic.
     *
     * @return the columns
     */
    public static List<Column> tidy() {
        return TableColumn.written(TidyRow.TABLE);
    }

    /**
     * Returns the columns of the list of early signals.
     *
     * @return the columns
     */
    public static List<Column> signals() {
        return TableColumn.written(SignalsJson.TABLE);
    }

    /**
     * Returns the properties of the points of a plot.
     *
     * @return the columns
     */
    public static List<Column> plotPoints() {
        return TableColumn.headings(PlotJson.POINTS);
    }

    /**
     * Returns the columns of targets.
     *
     * @return the columns
     */
    public static List<Column> targets() {
        return TableColumn.written(TargetRow.TABLE);
    }

    /**
     * Returns the columns of need by area, also those of budget and reach, which only some tables have.
     *
     * @param characteristics the names of the characteristics that count
     * @return the columns
     */
    public static List<Column> need(List<String> characteristics) {
        return NeedColumns.all(characteristics);
    }

    /**
     * A column of a table of results: a column in CSV, a property of each row in JSON, and a field in a Data Package.
     *
     * @param name its name, the same in every kind of file and every language
     * @param type what its cells are
     * @param description what they mean
     */
    public record Column(String name, Type type, LocalizedText description) {

        /** What the cells of a column are. */
        public enum Type {
            /** Words or codes. */
            TEXT("string"),
            /** Whole numbers. */
            INTEGER("integer"),
            /** Numbers, with a point before decimals. */
            NUMBER("number");

            private final String code;

            Type(String code) {
                this.code = code;
            }

            /**
             * Returns the name of the type in a Table Schema.
             *
             * @return such as {@code number}
             */
            public String code() {
                return code;
            }
        }
    }
}
