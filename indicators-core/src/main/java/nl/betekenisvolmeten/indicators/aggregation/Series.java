package nl.betekenisvolmeten.indicators.aggregation;

import nl.betekenisvolmeten.indicators.model.ColumnName;

/** A figure to make for each group. */
public sealed interface Series {

    /**
     * The figure's name in the result.
     *
     * @return a name, unique in a plan
     */
    String name();

    /**
     * The total of a measure, made as its nature allows.
     *
     * @param name the figure's name
     * @param measure the measure
     * @param where the rows that count
     */
    record Total(String name, ColumnName measure, Selection where) implements Series {

        /**
         * The total of a measure over all rows, under the measure's name.
         *
         * @param measure the measure
         * @return the figure
         */
        public static Total of(ColumnName measure) {
            return new Total(measure.value(), measure, Selection.all());
        }
    }

    /**
     * One total divided by another, each made first: never a mean of ratios. Where a part is bounded, so is the ratio.
     *
     * @param name the figure's name
     * @param numerator what is divided
     * @param denominator by what
     * @param partOfWhole whether whatever counts in the numerator counts in the denominator too, so that the ratio
     *     cannot be above one
     */
    record Ratio(String name, Total numerator, Total denominator, boolean partOfWhole) implements Series {}
}
