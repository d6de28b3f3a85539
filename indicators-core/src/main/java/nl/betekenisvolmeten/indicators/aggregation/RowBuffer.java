package nl.betekenisvolmeten.indicators.aggregation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.aggregation.internal.Codes;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.Dictionary;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/** Single rows, which are held until they make a batch. */
final class RowBuffer {

    private static final int CAPACITY = 256;

    /** A dictionary with more codes is forgotten, so that memory stays bounded where texts are ever different. */
    private static final int MOST_CODES = 1 << 16;

    /** What becomes of the codes of a dimension that matters. */
    private record Column(int dimension, List<Codes> codes) {}

    private final List<Column> columns = new ArrayList<>();
    private final boolean[] counts;
    private final Dictionary[] dictionaries;
    private final int[][] ids;
    private final long[][] values;
    private final boolean[][] known;
    private final ObservationBatch batch;
    private int size;

    RowBuffer(TableStructure structure, List<Codes> codes) {
        int dimensions = structure.dimensions().size();
        dictionaries = Stream.generate(Dictionary::new).limit(dimensions).toArray(Dictionary[]::new);
        ids = new int[dimensions][0];
        for (int d = 0; d < dimensions; d++) {
            int dimension = d;
            List<Codes> own =
                    codes.stream().filter(one -> one.dimension() == dimension).toList();
            if (!own.isEmpty()) {
                columns.add(new Column(d, own));
                ids[d] = new int[CAPACITY];
            }
        }
        int measures = structure.measures().size();
        values = new long[measures][CAPACITY];
        known = new boolean[measures][CAPACITY];
        counts = counts(structure);
        batch = ObservationBatch.of(dictionaries, ids, values, known);
    }

    /** Marks the measures that may not be negative. */
    private static boolean[] counts(TableStructure structure) {
        boolean[] counts = new boolean[structure.measures().size()];
        for (int m = 0; m < counts.length; m++) {
            Measure measure = structure.measures().get(m);
            counts[m] |= measure instanceof Measure.Distinct || measure instanceof Measure.Shared;
            if (measure instanceof Measure.Mean mean) {
                counts[structure.measureIndex(mean.weight()).orElseThrow()] = true;
            }
        }
        return counts;
    }

    /**
     * Holds a row.
     *
     * @return whether the rows must be added up now: there is no more room, or the row may have to be refused
     * @throws IllegalArgumentException if a code cannot be rolled up; then the row is not held
     */
    boolean add(Observation row) {
        for (Column column : columns) {
            ids[column.dimension()][size] = id(column, row.code(column.dimension()));
        }
        boolean doubtful = false;
        for (int m = 0; m < values.length; m++) {
            OptionalLong value = row.value(m);
            known[m][size] = value.isPresent();
            values[m][size] = value.orElse(0);
            doubtful |= counts[m] && value.orElse(0) < 0;
        }
        size++;
        return doubtful || size == CAPACITY;
    }

    private int id(Column column, String code) {
        Dictionary dictionary = dictionaries[column.dimension()];
        int had = dictionary.size();
        int id = dictionary.id(code);
        if (id == had) {
            column.codes().forEach(one -> one.rollUp(code));
        }
        return id;
    }

    /** Adds the rows to totals and holds them no longer. */
    void addTo(GroupTotals totals) {
        if (size > 0) {
            totals.add(batch, 0, size);
            size = 0;
            for (Column column : columns) {
                if (dictionaries[column.dimension()].size() > MOST_CODES) {
                    dictionaries[column.dimension()] = new Dictionary();
                }
            }
        }
    }

    /** Returns a copy of a row of a batch. */
    static Observation row(ObservationBatch batch, int row) {
        String[] codes = new String[batch.dimensions()];
        for (int d = 0; d < codes.length; d++) {
            codes[d] = batch.dictionary(d).code(batch.ids(d)[row]);
        }
        long[] values = new long[batch.measures()];
        boolean[] known = new boolean[values.length];
        for (int m = 0; m < values.length; m++) {
            values[m] = batch.values(m)[row];
            known[m] = batch.known(m)[row];
        }
        return Observation.of(codes, values, known);
    }
}
