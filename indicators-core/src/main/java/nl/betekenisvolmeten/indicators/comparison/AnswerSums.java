package nl.betekenisvolmeten.indicators.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.BoundedRatio;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.statistics.DesignEffect;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/**
 * A share of answers. A person answers a question once, but answers several questions: with k questions, the variance
 * of the share is at most k times that of as many answers from different persons, reached if everyone answers all
 * questions alike (the variance of a sum of k terms is at most k times the sum of their variances). It is assumed to be
 * at least that of different persons.
 *
 * @param formula the formula
 * @param options the options
 */
record AnswerSums(Formula.Answers formula, ComparisonOptions options) {

    /**
     * Returns the delivered answers; an answer that nobody gave is left empty in the form. Unknown if rows were
     * rejected.
     */
    static List<CellValue> totals(ResultTable.Row row, List<Figure> figures) {
        return row.rejected() > 0
                ? Collections.nCopies(figures.size(), CellValue.Incomplete.unknown())
                : figures.stream().map(Figure::value).toList();
    }

    /** Returns the answers minus those of a part. */
    static CellValue rest(CellValue whole, CellValue part) {
        return part instanceof CellValue.Missing ? whole : Comparison.Difference.between(whole, part);
    }

    /** Returns the measurement of totals, which are in the order of the formula's parts. */
    Measurement measure(List<CellValue> totals) {
        BoundedRatio share = formula.share(totals);
        Measurement figure = Measurement.of(
                Measurement.Kind.SHARE, formula.per(), share.numerator(), share.denominator(), true, options);
        return formula.questions() > 1
                        && options.dispersion() == ComparisonOptions.Dispersion.NONE
                        && figure.value().exact().isPresent()
                ? figure.with(DesignEffect.between(1, formula.questionsAnswered(totals)))
                : figure;
    }

    /**
     * Returns the respondents, given totals in the order of the formula's parts; empty if unknown, or if there are
     * none.
     */
    Optional<Comparison.Answered> answered(List<CellValue> totals, ResponseCounts.Asked asked) {
        List<CellValue> counted = totals.subList(formula.numerator().size(), totals.size());
        Optional<BigDecimal> n = formula.share(totals).denominator().exact().filter(number -> number.signum() > 0);
        return n.map(number -> new Comparison.Answered(
                number.longValueExact(),
                formula.questionsAnswered(totals),
                asked.invited(),
                asked.response(),
                mean(counted, number)));
    }

    private Optional<BigDecimal> mean(List<CellValue> counted, BigDecimal n) {
        if (formula.numbers().isEmpty()) {
            return Optional.empty();
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < counted.size(); i++) {
            int number =
                    formula.numbers().getOrDefault(formula.denominator().get(i).column(), 0);
            sum = sum.add(counted.get(i).exact().orElse(BigDecimal.ZERO).multiply(BigDecimal.valueOf(number)));
        }
        return Optional.of(sum.divide(n, MathContext.DECIMAL64));
    }
}
