package nl.betekenisvolmeten.indicators.validation;

import nl.betekenisvolmeten.indicators.table.Observation;

/** Makes an observation of a row without errors. */
final class ObservationMaker {

    private final int[] dimensions;
    private final int[] measures;

    ObservationMaker(RuleSet rules) {
        dimensions = rules.indexes(ColumnRule.Part.OfDimension.class);
        measures = rules.indexes(ColumnRule.Part.OfMeasure.class);
    }

    Observation from(RowCells cells) {
        String[] codes = new String[dimensions.length];
        for (int d = 0; d < dimensions.length; d++) {
            codes[d] = cells.text(dimensions[d]);
        }
        long[] values = new long[measures.length];
        boolean[] known = new boolean[measures.length];
        for (int m = 0; m < measures.length; m++) {
            known[m] = cells.hasValue(measures[m]);
            values[m] = known[m] ? cells.number(measures[m]) : 0;
        }
        return Observation.of(codes, values, known);
    }
}
