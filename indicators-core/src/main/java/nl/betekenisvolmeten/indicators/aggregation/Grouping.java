package nl.betekenisvolmeten.indicators.aggregation;

import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.PeriodKind;

/** One of the things by which totals are made: a column as it is, or rolled up a tree. */
public sealed interface Grouping {

    /**
     * Returns the column of the rows.
     *
     * @return its name
     */
    ColumnName column();

    /**
     * Returns the name of the column in the result.
     *
     * @return its name
     */
    String name();

    /**
     * By a column's codes as they are.
     *
     * @param column a dimension
     */
    record ByColumn(ColumnName column) implements Grouping {
        @Override
        public String name() {
            return column.value();
        }
    }

    /**
     * By the areas of a higher level: wijk up to stadsdeel or gemeente. The result holds area codes, and residual codes
     * for rows whose area at the level is not known.
     *
     * @param name the name of the column in the result
     * @param column a place dimension
     * @param level the level, not below the column's
     */
    record ByArea(String name, ColumnName column, AreaLevel level) implements Grouping {}

    /**
     * By longer periods: quarter up to half-year or year. The result holds CBS codes.
     *
     * @param name the name of the column in the result
     * @param column the time dimension
     * @param kind the length, not below the column's
     */
    record ByPeriod(String name, ColumnName column, PeriodKind kind) implements Grouping {}
}
