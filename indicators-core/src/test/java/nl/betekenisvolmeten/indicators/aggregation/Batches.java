package nl.betekenisvolmeten.indicators.aggregation;

import java.util.List;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.internal.Dictionary;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/** Rows that are accepted together. */
final class Batches {

    private Batches() {}

    static ObservationBatch of(List<Observation> rows) {
        Dictionary[] dictionaries =
                Stream.generate(Dictionary::new).limit(rows.get(0).dimensions()).toArray(Dictionary[]::new);
        int[][] ids = new int[dictionaries.length][rows.size()];
        long[][] values = new long[rows.get(0).measures()][rows.size()];
        boolean[][] known = new boolean[values.length][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int d = 0; d < ids.length; d++) {
                ids[d][i] = dictionaries[d].id(rows.get(i).code(d));
            }
            for (int m = 0; m < values.length; m++) {
                known[m][i] = rows.get(i).isKnown(m);
                values[m][i] = rows.get(i).value(m).orElse(0);
            }
        }
        return ObservationBatch.of(dictionaries, ids, values, known);
    }
}
