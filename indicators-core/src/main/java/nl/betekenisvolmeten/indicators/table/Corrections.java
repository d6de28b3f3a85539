package nl.betekenisvolmeten.indicators.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.model.ColumnName;

/** Lays corrections over a table: a row of the same key takes the place of the one that was there. */
public final class Corrections {

    private Corrections() {}

    /**
     * A table with corrections.
     *
     * @param base the rows that were there
     * @param corrections the rows that change, and new ones
     * @param key the columns that make a row the same
     * @return the rows of the base in their order, each as corrected, then the new ones
     * @throws IllegalArgumentException if the tables differ in structure, a column of the key is no dimension, or the
     *     base has two rows of one key
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
        Map<List<String>, Observation> rows = new LinkedHashMap<>();
        base.observations().forEach(row -> {
            if (rows.put(codes(row, places), row) != null) {
                throw new IllegalArgumentException("two rows of one key: " + row);
            }
        });
        corrections.observations().forEach(row -> rows.put(codes(row, places), row));
        CountTable.Builder builder = CountTable.builder(structure);
        rows.values().forEach(builder);
        return builder.build();
    }

    private static List<String> codes(Observation row, int[] places) {
        List<String> codes = new ArrayList<>(places.length);
        for (int place : places) {
            codes.add(row.code(place));
        }
        return codes;
    }
}
