package nl.betekenisvolmeten.indicators.formats.internal.bulk;

/** Whole numbers. The loop is that of {@link QuantityColumnValidator}, written twice: shared, its call for each cell would be chosen at run time. */
record CountColumnValidator(int column, int cell, boolean required, long maximum) implements ColumnValidator {

    @Override
    public void judge(Chunk chunk) {
        byte[] bytes = chunk.bytes;
        int[] bounds = chunk.bounds;
        boolean[] suspect = chunk.batch.suspect();
        long[] values = chunk.batch.values(column);
        boolean[] known = chunk.batch.known(column);
        int at = chunk.perCell * cell;
        int stride = chunk.stride;
        for (int row = 0; row < chunk.rows; row++, at += stride) {
            int start = bounds[at] + 1;
            int end = bounds[at + 1];
            if (start == end) {
                known[row] = false;
                values[row] = 0;
                suspect[row] |= required;
            } else {
                long number = PlainNumber.whole(bytes, start, end);
                known[row] = true;
                values[row] = number;
                suspect[row] |= number < 0 || number > maximum;
            }
        }
    }
}
