package nl.betekenisvolmeten.indicators.validation;

import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.table.Observation;

/** Makes an observation of a row without errors. */
final class ObservationMaker {

    private final int[] dimensions;
    private final int[] measures;

    ObservationMaker(RuleSet rules) {
        dimensions = indexes(rules, ColumnRule.Part.OfDimension.class);
        measures = indexes(rules, ColumnRule.Part.OfMeasure.class);
    }

    private static int[] indexes(RuleSet rules, Class<? extends ColumnRule.Part> part) {
        return IntStream.range(0, rules.columns().size())
                .filter(i -> part.isInstance(rules.columns().get(i).part()))
                .toArray();
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
