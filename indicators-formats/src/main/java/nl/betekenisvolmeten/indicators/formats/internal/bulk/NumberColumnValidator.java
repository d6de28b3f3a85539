package nl.betekenisvolmeten.indicators.formats.internal.bulk;

/**
 * Numbers: whole if the scale is zero, otherwise decimal. The scale is constant in the loop, so that choosing the
 * reader of a cell costs nothing.
 */
record NumberColumnValidator(int column, int cell, boolean required, int scale, long maximum)
        implements ColumnValidator {

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
            if (end - start >= 2 && bytes[start] == '"') {
                start++;
                end--;
            }
            if (start == end) {
                known[row] = false;
                values[row] = 0;
                suspect[row] |= required;
            } else {
                long number = scale == 0
                        ? PlainNumber.whole(bytes, start, end)
                        : PlainNumber.decimal(bytes, start, end, scale, maximum);
                known[row] = true;
                values[row] = number;
                suspect[row] |= number < 0 || (scale == 0 && number > maximum);
            }
        }
    }
}
