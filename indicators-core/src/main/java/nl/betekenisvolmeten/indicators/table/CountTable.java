package nl.betekenisvolmeten.indicators.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import org.jspecify.annotations.Nullable;

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
    private final List<RejectedRows> rejected;
    private final List<OwnTotal> totals;
    private final List<Observation> refused;

    private CountTable(Builder builder) {
        structure = builder.structure;
        size = builder.size;
        dictionaries = builder.dictionaries.stream().map(List::copyOf).toList();
        codes = Stream.of(builder.codes).map(c -> Arrays.copyOf(c, size)).toArray(int[][]::new);
        values = Stream.of(builder.values).map(v -> Arrays.copyOf(v, size)).toArray(long[][]::new);
        known = Stream.of(builder.known).map(k -> (BitSet) k.clone()).toArray(BitSet[]::new);
        rejected = List.copyOf(builder.rejected);
        totals = List.copyOf(builder.totals);
        refused = List.copyOf(builder.refused);
    }

    /**
     * Returns a builder of a table without rows.
     *
     * @param structure its columns
     * @return a builder
     */
    public static Builder builder(TableStructure structure) {
        return new Builder(structure);
    }

    /**
     * Returns the columns.
     *
     * @return the structure
     */
    public TableStructure structure() {
        return structure;
    }

    /**
     * Returns the number of rows.
     *
     * @return a count
     */
    public int size() {
        return size;
    }

    /**
     * Returns the rows, in the order in which they were added.
     *
     * @return a stream of rows
     */
    public Stream<Observation> observations() {
        return IntStream.range(0, size).mapToObj(this::observation);
    }

    /**
     * Returns the rows with an error, which are not among the table's but make its totals incomplete.
     *
     * @return what can be read of them
     */
    public List<RejectedRows> rejected() {
        return rejected;
    }

    /**
     * Returns how many totals that organisations counted themselves came with the rows.
     *
     * @return 0 or more
     */
    public int ownTotals() {
        return totals.size();
    }

    /**
     * Returns this table without the totals that organisations counted themselves.
     *
     * @return the rows alone
     */
    public CountTable withoutOwnTotals() {
        Builder builder = builder(structure);
        observations().forEach(builder);
        refused.forEach(builder::refuse);
        rejected.forEach(builder::acceptRejected);
        return builder.build();
    }

    /**
     * Passes the contents to a taker: the totals that organisations counted themselves, the rows, those that
     * deliveries disagree about, and those with an error.
     *
     * @param taker takes them
     */
    public void handTo(RowTaker taker) {
        totals.forEach(taker::acceptTotal);
        observations().forEach(taker);
        refused.forEach(taker::refuse);
        rejected.forEach(taker::acceptRejected);
    }

    /**
     * Returns a row.
     *
     * @param row the index, from 0
     * @return the row
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Observation observation(int row) {
        if (row < 0 || row >= size) {
            throw new IndexOutOfBoundsException("row " + row + " out of " + size);
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
        private final List<RejectedRows> rejected = new ArrayList<>();
        private final List<OwnTotal> totals = new ArrayList<>();
        private final List<Observation> refused = new ArrayList<>();
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
            structure.checkSize(observation.dimensions(), observation.measures());
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

        @Override
        public void acceptRejected(RejectedRows rows) {
            rejected.add(rows);
        }

        @Override
        public void acceptTotal(OwnTotal total) {
            totals.add(total);
        }

        @Override
        public void refuse(Observation row) {
            refused.add(row);
        }

        /**
         * Starts a row whose columns are filled by name.
         *
         * @return the row, which counts once it is {@linkplain Row#add added}
         */
        public Row row() {
            return new Row(this);
        }

        /**
         * Returns the table of the rows added so far.
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

    /**
     * A row whose columns are filled by name. A code that is not set is an empty cell, which only a category may have; a
     * value that is not set was not delivered, which is another thing than zero. Not thread-safe.
     */
    public static final class Row {

        private static final int LONG_DIGITS = 19;

        private final Builder table;
        private final @Nullable String[] codes;
        private final long[] values;
        private final boolean[] known;
        private boolean added;

        private Row(Builder table) {
            this.table = table;
            codes = new String[table.structure.dimensions().size()];
            values = new long[table.structure.measures().size()];
            known = new boolean[values.length];
        }

        /**
         * Sets the code of a dimension.
         *
         * @param column the dimension
         * @param code an area of the dimension or one of its residual codes, a CBS code of a period, or any text that is
         *     not blank for other dimensions
         * @return this row
         * @throws IllegalArgumentException if there is no such dimension, its code is already set, or the code is not one
         *     that it can have
         */
        public Row code(String column, String code) {
            int index = table.structure.requiredDimension(ColumnName.of(column));
            if (codes[index] != null) {
                throw new IllegalArgumentException("code of " + column + " is already set: " + codes[index]);
            }
            if (!isCode(table.structure.dimensions().get(index), code)) {
                throw new IllegalArgumentException("not a code of " + column + ": '" + code + "'");
            }
            codes[index] = code;
            return this;
        }

        private static boolean isCode(Dimension dimension, String code) {
            if (dimension instanceof Dimension.Place place) {
                return place.code(code).isPresent()
                        || place.residuals().find(code).isPresent();
            }
            return dimension instanceof Dimension.Time ? Period.parseCode(code).isPresent() : !code.isBlank();
        }

        /**
         * Sets the value of a measure.
         *
         * @param column the measure
         * @param value the number
         * @return this row
         * @throws IllegalArgumentException if there is no such measure, its value is already set, or it is too large
         */
        public Row value(String column, long value) {
            return value(column, BigDecimal.valueOf(value));
        }

        /**
         * Sets the value of a measure.
         *
         * @param column the measure
         * @param value the number, with at most the decimals of the measure
         * @return this row
         * @throws IllegalArgumentException if there is no such measure, its value is already set, or it has more decimals or
         *     is too large
         */
        public Row value(String column, BigDecimal value) {
            int index = table.structure
                    .measureIndex(ColumnName.of(column))
                    .orElseThrow(() -> new IllegalArgumentException("no measure " + column));
            if (known[index]) {
                throw new IllegalArgumentException("value of " + column + " is already set");
            }
            values[index] =
                    whole(column, value, table.structure.measures().get(index).scale());
            known[index] = true;
            return this;
        }

        /** Returns a number as a multiple of 10<sup>-scale</sup>. */
        private static long whole(String column, BigDecimal value, int scale) {
            BigDecimal plain = value.stripTrailingZeros();
            // a number such as 1E1000000000 is not written out
            if (plain.scale() <= scale && plain.precision() - (long) plain.scale() <= LONG_DIGITS) {
                BigInteger whole = plain.setScale(scale).unscaledValue();
                if (whole.bitLength() < Long.SIZE) {
                    return whole.longValue();
                }
            }
            throw new IllegalArgumentException(
                    column + " takes at most " + scale + " decimals and " + (LONG_DIGITS - 1) + " digits: " + value);
        }

        /**
         * Adds the row to the table.
         *
         * @return the builder of the table
         * @throws IllegalStateException if the row was already added, or a code of its reporter, period or area is not set
         */
        public Builder add() {
            if (added) {
                throw new IllegalStateException("row was already added");
            }
            String[] filled = new String[codes.length];
            for (int d = 0; d < codes.length; d++) {
                Dimension dimension = table.structure.dimensions().get(d);
                String code = codes[d];
                if (code == null && !(dimension instanceof Dimension.Category)) {
                    throw new IllegalStateException("no code for " + dimension.name());
                }
                filled[d] = code == null ? "" : code;
            }
            added = true;
            table.accept(Observation.of(filled, values, known));
            return table;
        }
    }
}
