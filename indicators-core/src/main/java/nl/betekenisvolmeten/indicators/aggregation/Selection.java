package nl.betekenisvolmeten.indicators.aggregation;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.model.ColumnName;

/**
 * Which rows count: those whose code is one of the given ones, for each dimension named.
 *
 * @param codes the codes that count, by dimension; a dimension that is not named does not matter
 */
public record Selection(Map<ColumnName, Set<String>> codes) {

    private static final Selection ALL = new Selection(Map.of());

    public Selection {
        Map<ColumnName, Set<String>> copy = new TreeMap<>();
        codes.forEach((column, values) -> copy.put(column, Set.copyOf(values)));
        codes = Collections.unmodifiableMap(copy);
    }

    /**
     * Selects every row.
     *
     * @return the selection without conditions
     */
    public static Selection all() {
        return ALL;
    }

    /**
     * Returns the selection of rows with given codes.
     *
     * @param codes the codes that count, by dimension
     * @return the selection
     */
    public static Selection of(Map<ColumnName, Set<String>> codes) {
        return codes.isEmpty() ? ALL : new Selection(codes);
    }

    /**
     * Returns this selection, and of another dimension given codes only.
     *
     * @param column the dimension
     * @param values the codes that count
     * @return the selection
     */
    public Selection with(ColumnName column, Set<String> values) {
        Map<ColumnName, Set<String>> merged = new TreeMap<>(codes);
        merged.put(column, values);
        return new Selection(merged);
    }
}
