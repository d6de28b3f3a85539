package nl.betekenisvolmeten.indicators.validation.internal;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.table.internal.Dictionary;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/**
 * Rows of a delivery in columns, to be found clean many at a time: a number into a dictionary for each dimension, a
 * value for each numeric column. A row is {@linkplain #suspect suspect} when it may not be clean; its numbers then mean
 * nothing. Filled again for each batch. Not thread-safe.
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

    private ColumnBatch(int[] dimensions, int[] measures, boolean[] numeric) {
        this.dimensions = dimensions;
        this.measures = measures;
        this.numeric = numeric;
        int columns = numeric.length;
        dictionaries = Stream.generate(Dictionary::new).limit(columns).toArray(Dictionary[]::new);
        ids = new int[columns][0];
        values = new long[columns][0];
        known = new boolean[columns][0];
    }

    /**
     * Returns a batch without rows.
     *
     * @param dimensions the indexes of the columns that are dimensions
     * @param measures the indexes of the columns that are measures
     * @param numeric for each column, whether it holds numbers
     * @return the batch, with dictionaries of its own
     */
    public static ColumnBatch of(int[] dimensions, int[] measures, boolean[] numeric) {
        return new ColumnBatch(dimensions.clone(), measures.clone(), numeric.clone());
    }

    /**
     * Starts on other rows. None is suspect; columns keep what they held.
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
     * Returns the number of rows. Arrays may be longer.
     *
     * @return the number of rows
     */
    public int rows() {
        return rows;
    }

    /**
     * Returns the marks of rows that may not be clean.
     *
     * @return a mark for each row, to be set
     */
    public boolean[] suspect() {
        return suspect;
    }

    /**
     * Returns the numbers of a dimension's codes.
     *
     * @param column the index in the rules' columns
     * @return a number for each row, to be set; without room for any row when the column is no dimension
     */
    public int[] ids(int column) {
        return ids[column];
    }

    /**
     * Returns the values of a numeric column, in units of 10<sup>-scale</sup>.
     *
     * @param column the index in the rules' columns
     * @return a value for each row, to be set; without room for any row when the column is not numeric
     */
    public long[] values(int column) {
        return values[column];
    }

    /**
     * Returns the marks of cells of a numeric column that are filled in.
     *
     * @param column the index in the rules' columns
     * @return a mark for each row, to be set; without room for any row when the column is not numeric
     */
    public boolean[] known(int column) {
        return known[column];
    }

    /**
     * Returns what the numbers of a dimension mean.
     *
     * @param column the index in the rules' columns
     * @return the dictionary
     */
    public Dictionary dictionary(int column) {
        return dictionaries[column];
    }

    /**
     * Sets what the numbers of a dimension stand for.
     *
     * @param column the index in the rules' columns
     * @param dictionary what they mean
     */
    public void setDictionary(int column, Dictionary dictionary) {
        dictionaries[column] = dictionary;
    }

    /**
     * Returns the dimensions and measures of these rows.
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
