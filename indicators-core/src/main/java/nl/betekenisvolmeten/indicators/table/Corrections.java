package nl.betekenisvolmeten.indicators.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.model.ColumnName;

/**
 * Lays corrections over a table: rows of a key take the place of those that were there under it. A delivery has one row
 * of each key; rows that were carried over from an earlier version of its format may be more.
 */
public final class Corrections {

    private Corrections() {}

    /**
     * Returns a table with corrections.
     *
     * @param base the rows that were there
     * @param corrections the rows that change, and new ones
     * @param key the columns that make a row the same
     * @return the rows by their key in the order of the base, each as corrected, then the new ones
     * @throws IllegalArgumentException if the tables differ in structure, or a column of the key is no dimension
     */
    public static CountTable apply(CountTable base, CountTable corrections, List<ColumnName> key) {
        TableStructure structure = base.structure();
        if (!structure.equals(corrections.structure())) {
            throw new IllegalArgumentException("corrections of another structure: " + corrections.structure());
        }
        int[] places = key.stream()
                .mapToInt(name -> structure
                        .dimensionIndex(name)
                        .orElseThrow(() -> new IllegalArgumentException("no dimension " + name)))
                .toArray();
        Map<List<String>, List<Observation>> rows = byKey(base, places);
        rows.putAll(byKey(corrections, places));
        CountTable.Builder builder = CountTable.builder(structure);
        rows.values().forEach(ofKey -> ofKey.forEach(builder));
        return builder.build();
    }

    private static Map<List<String>, List<Observation>> byKey(CountTable table, int[] places) {
        Map<List<String>, List<Observation>> rows = new LinkedHashMap<>();
        table.observations()
                .forEach(row -> rows.computeIfAbsent(codes(row, places), any -> new ArrayList<>())
                        .add(row));
        return rows;
    }

    private static List<String> codes(Observation row, int[] places) {
        List<String> codes = new ArrayList<>(places.length);
        for (int place : places) {
            codes.add(row.code(place));
        }
        return codes;
    }
}
