package nl.betekenisvolmeten.indicators.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
     * @throws IllegalArgumentException if the tables differ in structure, a column of the key is no dimension, or one of
     *     them has two rows of one key: which of two corrections holds is not for their order to say
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
                throw twoRows(key, "the table");
            }
        });
        Set<List<String>> corrected = new HashSet<>();
        corrections.observations().forEach(row -> {
            List<String> codes = codes(row, places);
            if (!corrected.add(codes)) {
                throw twoRows(key, "the corrections");
            }
            rows.put(codes, row);
        });
        CountTable.Builder builder = CountTable.builder(structure);
        rows.values().forEach(builder);
        return builder.build();
    }

    /** Without what the rows say: an exception ends up in logs. */
    private static IllegalArgumentException twoRows(List<ColumnName> key, String where) {
        return new IllegalArgumentException("two rows of one key in " + where + ", by " + key);
    }

    private static List<String> codes(Observation row, int[] places) {
        List<String> codes = new ArrayList<>(places.length);
        for (int place : places) {
            codes.add(row.code(place));
        }
        return codes;
    }
}
