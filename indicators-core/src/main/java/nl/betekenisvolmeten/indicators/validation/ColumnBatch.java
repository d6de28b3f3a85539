package nl.betekenisvolmeten.indicators.validation;

import java.util.Arrays;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.table.internal.Dictionary;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/**
 * Rows of a delivery in columns, to be proven fine many at a time: a number into a dictionary for each dimension, a
 * value for each numeric column. A row is {@linkplain #suspect suspect} as long as something of it is not proven; its
 * numbers then mean nothing. Filled again for each batch. Not thread-safe.
 */
public final class ColumnBatch {

    private final Dictionary[] dictionaries;
    private final int[] dimensions;
    private final int[] measures;
    private final int[][] ids;
    private final long[][] values;
    private final boolean[][] known;
    private final boolean[] numeric;
    private boolean[] suspect = {};
    private int rows;

    private ColumnBatch(RuleSet rules, Dictionary[] dictionaries) {
        int columns = rules.columns().size();
        this.dictionaries = dictionaries.clone();
        dimensions = indexes(rules, ColumnRule.Part.OfDimension.class);
        measures = indexes(rules, ColumnRule.Part.OfMeasure.class);
        ids = new int[columns][0];
        values = new long[columns][0];
        known = new boolean[columns][0];
        numeric = new boolean[columns];
        for (int i = 0; i < columns; i++) {
            numeric[i] = rules.columns().get(i).type().decimals().isPresent();
        }
    }

    private static int[] indexes(RuleSet rules, Class<? extends ColumnRule.Part> part) {
        return IntStream.range(0, rules.columns().size())
                .filter(i -> part.isInstance(rules.columns().get(i).part()))
                .toArray();
    }

    /**
     * A batch without rows.
     *
     * @param rules the format's rules
     * @param dictionaries for each column, what its numbers mean; used for dimensions only
     * @return the batch
     * @throws IllegalArgumentException if there is not a dictionary for each column
     */
    public static ColumnBatch of(RuleSet rules, Dictionary[] dictionaries) {
        if (dictionaries.length != rules.columns().size()) {
            throw new IllegalArgumentException(
                    dictionaries.length + " dictionaries for " + rules.columns().size() + " columns");
        }
        return new ColumnBatch(rules, dictionaries);
    }

    /**
     * Starts on other rows: none is suspect, and columns hold what they held.
     *
     * @param newRows how many rows there are
     */
    public void start(int newRows) {
        rows = newRows;
        if (suspect.length < newRows) {
            int room = newRows + newRows / 4;
            suspect = new boolean[room];
            for (int d : dimensions) {
                ids[d] = new int[room];
            }
            for (int i = 0; i < numeric.length; i++) {
                if (numeric[i]) {
                    values[i] = new long[room];
                    known[i] = new boolean[room];
                }
            }
        }
        Arrays.fill(suspect, 0, newRows, false);
    }

    /**
     * How many rows there are. Arrays may be longer.
     *
     * @return a count
     */
    public int rows() {
        return rows;
    }

    /**
     * Marks of rows of which something is not proven.
     *
     * @return a mark for each row, to be set
     */
    public boolean[] suspect() {
        return suspect;
    }

    /**
     * The numbers of a dimension's codes.
     *
     * @param column the index in the rules' columns
     * @return a number for each row, to be set; without room for any row when the column is no dimension
     */
    public int[] ids(int column) {
        return ids[column];
    }

    /**
     * The values of a numeric column, in units of 10<sup>-scale</sup>.
     *
     * @param column the index in the rules' columns
     * @return a value for each row, to be set; without room for any row when the column is not numeric
     */
    public long[] values(int column) {
        return values[column];
    }

    /**
     * Whether the cells of a numeric column hold something.
     *
     * @param column the index in the rules' columns
     * @return a mark for each row, to be set; without room for any row when the column is not numeric
     */
    public boolean[] known(int column) {
        return known[column];
    }

    /**
     * What the numbers of a dimension mean.
     *
     * @param column the index in the rules' columns
     * @return the dictionary
     */
    public Dictionary dictionary(int column) {
        return dictionaries[column];
    }

    /**
     * From now on the numbers of a dimension mean something else.
     *
     * @param column the index in the rules' columns
     * @param dictionary what they mean
     */
    public void setDictionary(int column, Dictionary dictionary) {
        dictionaries[column] = dictionary;
    }

    /**
     * The dimensions and measures of these rows.
     *
     * @return a view
     */
    public ObservationBatch observations() {
        return ObservationBatch.of(
                IntStream.of(dimensions).mapToObj(d -> dictionaries[d]).toArray(Dictionary[]::new),
                IntStream.of(dimensions).mapToObj(d -> ids[d]).toArray(int[][]::new),
                IntStream.of(measures).mapToObj(m -> values[m]).toArray(long[][]::new),
                IntStream.of(measures).mapToObj(m -> known[m]).toArray(boolean[][]::new));
    }
}
