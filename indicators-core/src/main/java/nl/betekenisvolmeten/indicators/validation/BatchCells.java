package nl.betekenisvolmeten.indicators.validation;

import nl.betekenisvolmeten.indicators.validation.internal.ColumnBatch;

/** The cells of one row of a batch that is not suspect: each passed its own check. Moves from row to row. */
final class BatchCells implements RuleCheck.Cells {

    private final ColumnBatch batch;
    private int row;

    BatchCells(ColumnBatch batch) {
        this.batch = batch;
    }

    void moveTo(int newRow) {
        row = newRow;
    }

    private boolean isNumeric(int column) {
        return batch.values(column).length > 0;
    }

    @Override
    public boolean passed(int column) {
        return true;
    }

    /** Returns a dimension is required, so it has one. */
    @Override
    public boolean hasValue(int column) {
        return !isNumeric(column) || batch.known(column)[row];
    }

    /** Returns the code in a cell, or the digits of a number, unscaled: batches need no text for messages. */
    @Override
    public String text(int column) {
        return isNumeric(column)
                ? Long.toString(number(column))
                : batch.dictionary(column).code(batch.ids(column)[row]);
    }

    @Override
    public long number(int column) {
        return batch.values(column)[row];
    }
}
