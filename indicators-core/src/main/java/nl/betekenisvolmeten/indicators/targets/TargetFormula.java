package nl.betekenisvolmeten.indicators.targets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.model.BoundedRatio;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.ProportionMethod;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * What the totals of an indicator's parts make.
 *
 * @param indicator the indicator
 * @param offset how many totals of other indicators come before
 * @param onlyGrows whether what is missing could only make the figure larger
 */
record TargetFormula(Indicator indicator, int offset, boolean onlyGrows) {

    /** Returns those of several indicators: the totals of one follow those of the one before. */
    static List<TargetFormula> of(List<Indicator> indicators, TableStructure structure) {
        List<TargetFormula> all = new ArrayList<>();
        int offset = 0;
        for (Indicator indicator : indicators) {
            all.add(new TargetFormula(indicator, offset, grows(indicator.formula(), structure)));
            offset += indicator.formula().parts().size();
        }
        return all;
    }

    /**
     * Returns whether a figure can only grow as parts of a period are added. Events and persons do; a state replaces
     * the earlier ones, so it may fall too.
     */
    private static boolean grows(Formula formula, TableStructure structure) {
        if (!(formula instanceof Formula.Total) && !(formula instanceof Formula.PopulationRate)) {
            return false;
        }
        Measure measure = structure.measure(formula.columns().get(0)).orElseThrow();
        return measure instanceof Measure.Flow
                || measure instanceof Measure.Shared
                || measure instanceof Measure.Distinct;
    }

    /** Returns whether more cells are missing than those of rejected rows. */
    boolean hasEmptyCells(ResultTable.Row row) {
        return own(row.figures()).stream().anyMatch(figure -> figure.cellsMissing() > row.rejected());
    }

    private List<Figure> own(List<Figure> row) {
        return row.subList(offset, offset + indicator.formula().parts().size());
    }

    /** Returns what a row of totals makes, with the inhabitants that a rate is per. */
    CellValue value(List<Figure> row, Function<Formula.PopulationRate, CellValue> inhabitants) {
        List<Figure> figures = own(row);
        return indicator.formula() instanceof Formula.PopulationRate rate
                ? perInhabitant(figures.get(0).valueOrZero(), inhabitants.apply(rate), rate.per())
                : Series.figure(indicator, figures, inhabitants).value();
    }

    private static List<CellValue> values(List<Figure> figures) {
        return figures.stream().map(Figure::value).toList();
    }

    /**
     * Returns the confidence interval of a share of answers (Wilson): people who did not answer might have answered
     * differently. A person who answers several questions counts as one.
     */
    Optional<CellValue> limits(List<Figure> row) {
        if (!(indicator.formula() instanceof Formula.Answers answers)) {
            return Optional.empty();
        }
        List<CellValue> totals = values(own(row));
        BoundedRatio share = answers.share(totals);
        if (!share.isExact()) {
            return Optional.empty();
        }
        double each = answers.questionsAnswered(totals);
        return ProportionMethod.WILSON
                .estimateAmounts(
                        share.numerator().exact().orElseThrow().doubleValue() / each,
                        share.denominator().exact().orElseThrow().doubleValue() / each,
                        share.per(),
                        Confidence.P95)
                .estimate()
                .map(estimate -> CellValue.between(
                        BigDecimal.valueOf(estimate.interval().lower()),
                        BigDecimal.valueOf(estimate.interval().upper())));
    }

    /** Returns a count per inhabitant; the lower bound of an incomplete one is a lower bound per inhabitant too. */
    private static CellValue perInhabitant(CellValue above, CellValue inhabitants, Per per) {
        if (above instanceof CellValue.Incomplete incomplete
                && incomplete.lower().isPresent()) {
            CellValue least = BoundedRatio.of(CellValue.of(incomplete.lower().get()), inhabitants, per)
                    .value();
            return least.exact().isPresent() && incomplete.sum().isPresent()
                    ? CellValue.Incomplete.of(least)
                    : new CellValue.Incomplete(Optional.empty(), least.lowerBound(), Optional.empty());
        }
        return BoundedRatio.of(above, inhabitants, per).value();
    }
}
