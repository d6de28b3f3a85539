package nl.betekenisvolmeten.indicators.table.internal;

/**
 * Checked rows in columns: each dimension as numbers into a {@link Dictionary}, each measure as longs with a mark that
 * says whether the value was delivered. A view of arrays that are filled again for the next batch: read it during the call
 * that hands it over, and change nothing.
 *
 * <p>In batches with the same dictionary for a dimension, its numbers mean the same codes.
 */
public final class ObservationBatch {

    private final Dictionary[] dictionaries;
    private final int[][] ids;
    private final long[][] values;
    private final boolean[][] known;

    private ObservationBatch(Dictionary[] dictionaries, int[][] ids, long[][] values, boolean[][] known) {
        this.dictionaries = dictionaries;
        this.ids = ids;
        this.values = values;
        this.known = known;
    }

    /**
     * Returns a view of arrays, without copying them.
     *
     * @param dictionaries for each dimension, the codes that its numbers stand for
     * @param ids for each dimension, a number for each row
     * @param values for each measure, a value for each row; ignored where not known
     * @param known for each measure, whether the value was delivered
     * @return the view
     * @throws IllegalArgumentException if the numbers of columns differ
     */
    public static ObservationBatch of(Dictionary[] dictionaries, int[][] ids, long[][] values, boolean[][] known) {
        if (dictionaries.length != ids.length || values.length != known.length) {
            throw new IllegalArgumentException("columns do not match: " + dictionaries.length + " dictionaries, "
                    + ids.length + " dimensions, " + values.length + " measures, " + known.length + " marks");
        }
        return new ObservationBatch(dictionaries, ids, values, known);
    }

    /**
     * Returns the number of dimensions.
     *
     * @return a count
     */
    public int dimensions() {
        return ids.length;
    }

    /**
     * Returns the number of measures.
     *
     * @return a count
     */
    public int measures() {
        return values.length;
    }

    /**
     * Returns the codes that the numbers of a dimension stand for.
     *
     * @param dimension the index in the structure
     * @return the dictionary
     */
    public Dictionary dictionary(int dimension) {
        return dictionaries[dimension];
    }

    /**
     * Returns the codes of a dimension, as numbers.
     *
     * @param dimension the index in the structure
     * @return a number for each row; not to be changed
     */
    public int[] ids(int dimension) {
        return ids[dimension];
    }

    /**
     * Returns the values of a measure.
     *
     * @param measure the index in the structure
     * @return a value for each row, ignored where not known; not to be changed
     */
    public long[] values(int measure) {
        return values[measure];
    }

    /**
     * Returns whether the values of a measure were delivered.
     *
     * @param measure the index in the structure
     * @return a mark for each row; not to be changed
     */
    public boolean[] known(int measure) {
        return known[measure];
    }
}
