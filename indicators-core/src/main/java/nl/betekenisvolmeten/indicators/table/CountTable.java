package nl.betekenisvolmeten.indicators.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Checked rows, in columns: each dimension as numbers into a dictionary of its codes, each measure as longs with a mark
 * for what was not delivered. Immutable. For files too large to hold, let the reader hand its observations to an
 * aggregator instead.
 */
public final class CountTable {

    private final TableStructure structure;
    private final int size;
    private final List<List<String>> dictionaries;
    private final int[][] codes;
    private final long[][] values;
    private final BitSet[] known;

    private CountTable(Builder builder) {
        structure = builder.structure;
        size = builder.size;
        dictionaries = builder.dictionaries.stream().map(List::copyOf).toList();
        codes = Stream.of(builder.codes).map(c -> Arrays.copyOf(c, size)).toArray(int[][]::new);
        values = Stream.of(builder.values).map(v -> Arrays.copyOf(v, size)).toArray(long[][]::new);
        known = Stream.of(builder.known).map(k -> (BitSet) k.clone()).toArray(BitSet[]::new);
    }

    /**
     * An empty table to add rows to.
     *
     * @param structure its columns
     * @return a builder
     */
    public static Builder builder(TableStructure structure) {
        return new Builder(structure);
    }

    /**
     * The columns.
     *
     * @return the structure
     */
    public TableStructure structure() {
        return structure;
    }

    /**
     * The number of rows.
     *
     * @return a count
     */
    public int size() {
        return size;
    }

    /**
     * The rows, in the order in which they were added.
     *
     * @return a stream of rows
     */
    public Stream<Observation> observations() {
        return IntStream.range(0, size).mapToObj(this::observation);
    }

    /**
     * A row.
     *
     * @param row the index, from 0
     * @return the row
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Observation observation(int row) {
        if (row < 0 || row >= size) {
            throw new IndexOutOfBoundsException("row " + row + " of " + size);
        }
        String[] rowCodes = new String[codes.length];
        for (int d = 0; d < codes.length; d++) {
            rowCodes[d] = dictionaries.get(d).get(codes[d][row]);
        }
        long[] rowValues = new long[values.length];
        boolean[] rowKnown = new boolean[values.length];
        for (int m = 0; m < values.length; m++) {
            rowValues[m] = values[m][row];
            rowKnown[m] = known[m].get(row);
        }
        return Observation.of(rowCodes, rowValues, rowKnown);
    }

    /** Adds rows, then makes the table. Not thread-safe. */
    public static final class Builder implements RowTaker {

        private static final int FIRST_CAPACITY = 64;

        private final TableStructure structure;
        private final List<List<String>> dictionaries = new ArrayList<>();
        private final List<Map<String, Integer>> ids = new ArrayList<>();
        private final int[][] codes;
        private final long[][] values;
        private final BitSet[] known;
        private int size;

        private Builder(TableStructure structure) {
            this.structure = structure;
            int dimensions = structure.dimensions().size();
            int measures = structure.measures().size();
            codes = new int[dimensions][FIRST_CAPACITY];
            values = new long[measures][FIRST_CAPACITY];
            known = Stream.generate(BitSet::new).limit(measures).toArray(BitSet[]::new);
            for (int d = 0; d < dimensions; d++) {
                dictionaries.add(new ArrayList<>());
                ids.add(new HashMap<>());
            }
        }

        /**
         * Adds a row.
         *
         * @param observation the row
         * @throws IllegalArgumentException if it has other columns than the structure
         */
        @Override
        public void accept(Observation observation) {
            if (observation.dimensions() != codes.length || observation.measures() != values.length) {
                throw new IllegalArgumentException("a row of another structure: of " + observation.dimensions()
                        + " dimensions and " + observation.measures() + " measures");
            }
            grow();
            for (int d = 0; d < codes.length; d++) {
                codes[d][size] = id(d, observation.code(d));
            }
            for (int m = 0; m < values.length; m++) {
                values[m][size] = observation.value(m).orElse(0L);
                known[m].set(size, observation.isKnown(m));
            }
            size++;
        }

        /**
         * The table of the rows added so far.
         *
         * @return the table
         */
        public CountTable build() {
            return new CountTable(this);
        }

        private int id(int dimension, String code) {
            List<String> dictionary = dictionaries.get(dimension);
            return ids.get(dimension).computeIfAbsent(code, text -> {
                dictionary.add(text);
                return dictionary.size() - 1;
            });
        }

        private void grow() {
            int capacity = Math.max(codes.length == 0 ? 0 : codes[0].length, values.length == 0 ? 0 : values[0].length);
            if (size < capacity) {
                return;
            }
            int larger = Math.multiplyExact(capacity, 2);
            for (int d = 0; d < codes.length; d++) {
                codes[d] = Arrays.copyOf(codes[d], larger);
            }
            for (int m = 0; m < values.length; m++) {
                values[m] = Arrays.copyOf(values[m], larger);
            }
        }
    }
}
