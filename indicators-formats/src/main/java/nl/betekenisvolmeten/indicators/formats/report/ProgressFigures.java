package nl.betekenisvolmeten.indicators.formats.report;

import java.util.List;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.signal.AreaSeries;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/**
 * The figures of an internal progress report.
 *
 * @param city the measures of the whole city, a table for each form with a row for each period; its key is the code of
 *     the period
 * @param comparisons districts compared with their city, one for each form; with changes where there is an earlier
 *     period
 * @param series the same indicators over time, for early signals; may be empty
 */
public record ProgressFigures(List<ResultTable> city, List<Comparison> comparisons, List<AreaSeries> series) {

    /** @throws IllegalArgumentException if a table in {@code city} has other keys */
    public ProgressFigures {
        city = List.copyOf(city);
        comparisons = List.copyOf(comparisons);
        series = List.copyOf(series);
        for (ResultTable table : city) {
            if (table.keys().size() != 1) {
                throw new IllegalArgumentException("a table of the city must have one key: " + table.keys());
            }
        }
    }
}
