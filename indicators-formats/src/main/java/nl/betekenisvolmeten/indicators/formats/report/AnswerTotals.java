package nl.betekenisvolmeten.indicators.formats.report;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;

/**
 * The share of favourable answers: those to all questions of a scale, of the answers of the scale. Who does not know, or
 * to whom it does not apply, is in neither. An answer that nobody gave is left empty in the form, and counts as none.
 */
final class AnswerTotals {

    private AnswerTotals() {}

    /** Returns a formula with a part for each answer, to whatever question, in place of one for each question too. */
    static Formula.Answers together(Formula.Answers formula) {
        return new Formula.Answers(
                formula.format(),
                formula.questionnaire(),
                formula.scale(),
                formula.favourable(),
                together(formula.numerator()),
                together(formula.denominator()),
                formula.numbers(),
                formula.response());
    }

    /** Returns the parts of all questions, combined into one for each answer. */
    private static List<Formula.Part> together(List<Formula.Part> parts) {
        Map<ColumnName, Formula.Part> byAnswer = new LinkedHashMap<>();
        parts.forEach(part -> byAnswer.merge(part.column(), part, AnswerTotals::either));
        return List.copyOf(byAnswer.values());
    }

    private static Formula.Part either(Formula.Part one, Formula.Part other) {
        Map<ColumnName, Set<String>> where = new HashMap<>(one.where());
        other.where()
                .forEach((column, codes) -> where.merge(
                        column,
                        codes,
                        (own, more) ->
                                Stream.concat(own.stream(), more.stream()).collect(Collectors.toUnmodifiableSet())));
        return new Formula.Part(one.column(), where);
    }

    /** Returns the sum of two numbers; if one is missing, the other. */
    static CellValue plus(CellValue one, CellValue other) {
        Optional<BigDecimal> left = one.exact();
        Optional<BigDecimal> right = other.exact();
        if (left.isEmpty() || right.isEmpty()) {
            return left.isEmpty() ? other : one;
        }
        return CellValue.of(left.get().add(right.get()));
    }
}
