package nl.betekenisvolmeten.indicators.table;

/**
 * Checked rows in columns: each dimension as numbers into a {@link Dictionary}, each measure as longs with a mark for
 * what was not delivered. A view of arrays that are filled again for the next batch: read it during the call that hands
 * it over, and change nothing.
 *
 * <p>Batches with the same dictionary of a dimension mean the same by its numbers.
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
     * A view.
     *
     * @param dictionaries for each dimension, what its numbers mean
     * @param ids for each dimension, a number for each row
     * @param values for each measure, a value for each row; ignored where not known
     * @param known for each measure, whether the value was delivered
     * @return the view, no copy
     * @throws IllegalArgumentException if numbers of columns differ
     */
    public static ObservationBatch of(Dictionary[] dictionaries, int[][] ids, long[][] values, boolean[][] known) {
        if (dictionaries.length != ids.length || values.length != known.length) {
            throw new IllegalArgumentException(dictionaries.length + " dictionaries, " + ids.length + " dimensions, "
                    + values.length + " measures, " + known.length + " marks");
        }
        return new ObservationBatch(dictionaries, ids, values, known);
    }

    /**
     * The number of dimensions.
     *
     * @return a count
     */
    public int dimensions() {
        return ids.length;
    }

    /**
     * The number of measures.
     *
     * @return a count
     */
    public int measures() {
        return values.length;
    }

    /**
     * What the numbers of a dimension mean.
     *
     * @param dimension the index in the structure
     * @return the dictionary
     */
    public Dictionary dictionary(int dimension) {
        return dictionaries[dimension];
    }

    /**
     * The codes of a dimension, as numbers.
     *
     * @param dimension the index in the structure
     * @return a number for each row; not to be changed
     */
    public int[] ids(int dimension) {
        return ids[dimension];
    }

    /**
     * The values of a measure.
     *
     * @param measure the index in the structure
     * @return a value for each row, ignored where not known; not to be changed
     */
    public long[] values(int measure) {
        return values[measure];
    }

    /**
     * Whether the values of a measure were delivered.
     *
     * @param measure the index in the structure
     * @return a mark for each row; not to be changed
     */
    public boolean[] known(int measure) {
        return known[measure];
    }

    /**
     * A row by itself.
     *
     * @param row the index, from 0
     * @return the row, a copy
     */
    public Observation observation(int row) {
        String[] codes = new String[ids.length];
        for (int d = 0; d < ids.length; d++) {
            codes[d] = dictionaries[d].code(ids[d][row]);
        }
        long[] rowValues = new long[values.length];
        boolean[] rowKnown = new boolean[values.length];
        for (int m = 0; m < values.length; m++) {
            rowKnown[m] = known[m][row];
            rowValues[m] = rowKnown[m] ? values[m][row] : 0;
        }
        return Observation.owned(codes, rowValues, rowKnown);
    }
}
