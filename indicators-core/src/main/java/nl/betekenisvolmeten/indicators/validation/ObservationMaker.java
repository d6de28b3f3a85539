package nl.betekenisvolmeten.indicators.validation;

import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/** Makes an observation of a row without errors. Not thread-safe. */
final class ObservationMaker {

    private final int[] dimensions;
    private final int[] measures;
    private final String[] codes;
    private final long[] values;
    private final boolean[] known;

    ObservationMaker(RuleSet rules) {
        dimensions = rules.indexes(ColumnRule.Part.OfDimension.class);
        measures = rules.indexes(ColumnRule.Part.OfMeasure.class);
        codes = new String[dimensions.length];
        values = new long[measures.length];
        known = new boolean[measures.length];
    }

    Observation from(RowCells cells) {
        for (int d = 0; d < dimensions.length; d++) {
            codes[d] = cells.text(dimensions[d]);
        }
        for (int m = 0; m < measures.length; m++) {
            known[m] = cells.hasValue(measures[m]);
            values[m] = known[m] ? cells.number(measures[m]) : 0;
        }
        return Observation.of(codes, values, known);
    }

    Observation from(ObservationBatch batch, int row) {
        for (int d = 0; d < codes.length; d++) {
            codes[d] = batch.dictionary(d).code(batch.ids(d)[row]);
        }
        for (int m = 0; m < values.length; m++) {
            known[m] = batch.known(m)[row];
            values[m] = known[m] ? batch.values(m)[row] : 0;
        }
        return Observation.of(codes, values, known);
    }
}
