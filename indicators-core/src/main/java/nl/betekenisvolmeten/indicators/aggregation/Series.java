package nl.betekenisvolmeten.indicators.aggregation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.model.BoundedRatio;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.table.Figure;

/** A figure to make for each group. */
public sealed interface Series {

    /**
     * Returns the figure's name in the result.
     *
     * @return a name, unique in a plan
     */
    String name();

    /**
     * Returns the totals that it is made of.
     *
     * @return the total itself, or the numerator and then the denominator of a ratio
     */
    default List<Total> totals() {
        return this instanceof Ratio ratio ? List.of(ratio.numerator(), ratio.denominator()) : List.of((Total) this);
    }

    /**
     * Returns the totals of the parts of an indicator's formula.
     *
     * @param indicator the indicator
     * @return a total for each part, in their order, named by the indicator and the place of the part from 0
     */
    static List<Series> of(Indicator indicator) {
        List<Series> totals = new ArrayList<>();
        for (Formula.Part part : indicator.formula().parts()) {
            totals.add(new Total(indicator.id() + "/" + totals.size(), part.column(), Selection.of(part.where())));
        }
        return totals;
    }

    /**
     * Returns what the totals of an indicator make. Rows stand for activities, so a total without rows is zero; a mean of
     * nothing stays missing, and a part above its whole has no value.
     *
     * @param indicator the indicator
     * @param totals the totals of {@link #of(Indicator)}, in their order
     * @param inhabitants the number of inhabitants that a rate is per
     * @return the figure, with numerator and denominator if it is a quotient
     */
    static Figure figure(
            Indicator indicator, List<Figure> totals, Function<? super Formula.PopulationRate, CellValue> inhabitants) {
        Formula formula = indicator.formula();
        if (formula instanceof Formula.Total) {
            return totals.get(0).withValue(totals.get(0).valueOrZero());
        }
        if (formula instanceof Formula.Mean) {
            return totals.get(0);
        }
        BoundedRatio ratio;
        if (formula instanceof Formula.Answers answers) {
            ratio = answers.share(totals.stream().map(Figure::value).toList());
        } else {
            CellValue below = formula instanceof Formula.PopulationRate rate
                    ? inhabitants.apply(rate)
                    : totals.get(1).valueOrZero();
            ratio = new BoundedRatio(
                    totals.get(0).valueOrZero(), below, formula.per(), formula instanceof Formula.Proportion);
        }
        return new Figure(
                ratio.isContradiction()
                        ? new CellValue.NotDefined(CellValue.Reason.UNKNOWN_DENOMINATOR)
                        : ratio.value(),
                Optional.of(ratio.numerator()),
                Optional.of(ratio.denominator()),
                totals.stream().mapToLong(Figure::cellsKnown).sum(),
                totals.stream().mapToLong(Figure::cellsMissing).sum());
    }

    /**
     * The total of a measure, made as its nature allows.
     *
     * @param name the figure's name
     * @param measure the measure
     * @param where the rows that count
     */
    record Total(String name, ColumnName measure, Selection where) implements Series {

        /**
         * Returns the total of a measure over all rows, under the measure's name.
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
