package nl.betekenisvolmeten.indicators.formats.internal.bulk;

import java.util.Arrays;

/** A numeric column that the delivery does not have: nothing is known of any row. */
record AbsentColumnValidator(int column) implements ColumnValidator {

    @Override
    public void judge(Chunk chunk) {
        Arrays.fill(chunk.batch.known(column), 0, chunk.rows, false);
        Arrays.fill(chunk.batch.values(column), 0, chunk.rows, 0);
    }
}
