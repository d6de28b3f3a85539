package nl.betekenisvolmeten.indicators.comparison;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.statistics.DesignEffect;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/**
 * A share of answers. A person answers a question once, but answers several questions: with k questions, the variance of the
 * share is at most k times that of as many answers of different persons, where all answer every question alike (the variance of
 * a sum of k terms is at most k times the sum of their variances). It is taken to be at least that of different persons.
 *
 * @param formula what is counted
 * @param options how figures are made
 */
record AnswerSums(Formula.Answers formula, ComparisonOptions options) {

    /** The answers that came in; one that nobody gave is left empty in the form. Unknown where rows were rejected. */
    static List<CellValue> totals(ResultTable.Row row, List<Figure> figures) {
        return row.rejected() > 0
                ? Collections.nCopies(figures.size(), CellValue.Incomplete.unknown())
                : figures.stream().map(Figure::value).map(AnswerSums::received).toList();
    }

    private static CellValue received(CellValue value) {
        return value instanceof CellValue.Incomplete incomplete
                ? incomplete.sum().map(CellValue::of).orElse(value)
                : value;
    }

    /** What is left of answers without those of a part of them. */
    static CellValue rest(CellValue whole, CellValue part) {
        return part instanceof CellValue.Missing ? whole : Difference.between(whole, part);
    }

    /** What totals make, in the order of the formula's parts. */
    Measurement measure(List<CellValue> totals) {
        int first = formula.numerator().size();
        CellValue below = sum(totals.subList(first, totals.size()));
        CellValue favourable = sum(totals.subList(0, first));
        boolean nobody =
                favourable instanceof CellValue.Missing && below.exact().isPresent();
        CellValue above = nobody ? CellValue.of(BigDecimal.ZERO) : favourable;
        Measurement figure = Measurement.of(Measurement.Kind.SHARE, formula.per(), above, below, true, options);
        boolean several = questions(formula.denominator()).size() > 1;
        return several
                        && options.dispersion() == Dispersion.NONE
                        && figure.value().exact().isPresent()
                ? figure.with(DesignEffect.between(1, answered(totals.subList(first, totals.size()))))
                : figure;
    }

    /** One that is missing adds nothing; where another is not known, the sum is not. */
    private static CellValue sum(List<CellValue> parts) {
        Optional<BigDecimal> sum = Optional.empty();
        for (CellValue part : parts) {
            if (part.exact().isPresent()) {
                BigDecimal one = part.exact().get();
                sum = Optional.of(sum.map(one::add).orElse(one));
            } else if (!(part instanceof CellValue.Missing)) {
                return part;
            }
        }
        return sum.map(CellValue::of).orElseGet(CellValue.Missing::new);
    }

    private static Set<Map<ColumnName, Set<String>>> questions(List<Formula.Part> parts) {
        Set<Map<ColumnName, Set<String>>> questions = new HashSet<>();
        parts.forEach(part -> questions.add(part.where()));
        return questions;
    }

    /** How many questions have an answer. */
    private int answered(List<CellValue> counted) {
        Set<Map<ColumnName, Set<String>>> answered = new HashSet<>();
        for (int i = 0; i < counted.size(); i++) {
            if (counted.get(i).exact().filter(number -> number.signum() != 0).isPresent()) {
                answered.add(formula.denominator().get(i).where());
            }
        }
        return Math.max(1, answered.size());
    }
}
