package nl.betekenisvolmeten.indicators.formats.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.formats.report.Cell.UnknownCellException.Reason;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.Part;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.Role;
import nl.betekenisvolmeten.indicators.model.BoundedRatio;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.table.Figure;

/**
 * The share of favourable answers: those to all questions of a scale, of the answers of the scale. Who does not know, or
 * to whom it does not apply, is in neither. An answer that nobody gave is left empty in the form, and counts as none.
 */
final class AnswerTotals {

    private static final Per PER = Per.HUNDRED;

    private AnswerTotals() {}

    static List<FigureMaker.Wanted> of(Formula.Answers formula, IndicatorId indicator) {
        if (formula.parts().isEmpty()) {
            throw new Cell.UnknownCellException(Reason.NOT_MADE, indicator.value(), List.of());
        }
        List<FigureMaker.Wanted> wanted = new ArrayList<>();
        together(formula.numerator()).forEach(part -> wanted.add(new FigureMaker.Wanted(Role.NUMERATOR, part)));
        together(formula.denominator()).forEach(part -> wanted.add(new FigureMaker.Wanted(Role.DENOMINATOR, part)));
        return wanted;
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

    static Figure share(List<Part> parts) {
        CellValue above = total(parts, Role.NUMERATOR);
        CellValue below = total(parts, Role.DENOMINATOR);
        CellValue share = below.exact().isPresent()
                ? BoundedRatio.ofPart(above.exact().isPresent() ? above : CellValue.of(BigDecimal.ZERO), below, PER)
                        .value()
                : below;
        return new Figure(
                share,
                Optional.of(above),
                Optional.of(below),
                parts.stream().mapToLong(part -> part.figure().cellsKnown()).sum(),
                parts.stream().mapToLong(part -> part.figure().cellsMissing()).sum());
    }

    private static CellValue total(List<Part> parts, Role role) {
        return parts.stream()
                .filter(part -> part.role() == role)
                .map(part -> part.figure().value())
                .reduce(new CellValue.Missing(), AnswerTotals::plus);
    }
}
