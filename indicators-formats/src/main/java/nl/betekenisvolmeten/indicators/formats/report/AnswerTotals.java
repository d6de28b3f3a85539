package nl.betekenisvolmeten.indicators.formats.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.formats.report.Cell.UnknownCellException.Reason;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.Part;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.Role;
import nl.betekenisvolmeten.indicators.model.BoundedRatio;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.survey.Questionnaire;
import nl.betekenisvolmeten.indicators.survey.Questionnaire.AnswerScale;
import nl.betekenisvolmeten.indicators.survey.Questionnaire.Question;
import nl.betekenisvolmeten.indicators.table.Figure;

/**
 * The share of favourable answers: those to all questions of a scale, of the answers of the scale. Who does not know, or
 * to whom it does not apply, is in neither. An answer that nobody gave is left empty in the form, and counts as none.
 */
final class AnswerTotals {

    static final Per PER = Per.HUNDRED;

    private static final ColumnName QUESTIONNAIRE = ColumnName.of("vragenlijst");
    private static final ColumnName QUESTION = ColumnName.of("vraag");

    private AnswerTotals() {}

    static List<FigureMaker.Wanted> of(Formula.Answers formula, List<Questionnaire> known, IndicatorId indicator) {
        Questionnaire questionnaire = known.stream()
                .filter(one -> one.id().name().equals(formula.questionnaire()))
                .max(Comparator.comparing(Questionnaire::id))
                .orElseThrow(() -> new Cell.UnknownCellException(Reason.NOT_MADE, indicator.value(), List.of()));
        AnswerScale scale = AnswerScale.valueOf(formula.scale());
        Set<String> questions = questionnaire.questions().stream()
                .filter(question -> question.scale() == scale)
                .map(Question::code)
                .collect(Collectors.toSet());
        Map<ColumnName, Set<String>> where =
                Map.of(QUESTIONNAIRE, Set.of(formula.questionnaire()), QUESTION, questions);
        List<FigureMaker.Wanted> wanted = new ArrayList<>();
        formula.favourable()
                .forEach(answer -> wanted.add(
                        wanted(Role.NUMERATOR, scale.answers().contains(answer) ? answer : "score_" + answer, where)));
        scale.answers().forEach(answer -> wanted.add(wanted(Role.DENOMINATOR, answer, where)));
        return wanted;
    }

    private static FigureMaker.Wanted wanted(Role role, String answer, Map<ColumnName, Set<String>> where) {
        return new FigureMaker.Wanted(role, new Formula.Part(ColumnName.of(answer), where));
    }

    /** Two numbers together; one that is missing adds nothing to the other. */
    static CellValue plus(CellValue one, CellValue other) {
        Optional<BigDecimal> left = one.exact();
        Optional<BigDecimal> right = other.exact();
        if (left.isEmpty() || right.isEmpty()) {
            return left.isEmpty() ? other : one;
        }
        return CellValue.of(left.get().add(right.get()));
    }

    /** An empty cell counts as no answers, so what came in is all. */
    private static CellValue received(CellValue value) {
        return value instanceof CellValue.Incomplete incomplete
                ? incomplete.sum().map(CellValue::of).orElse(value)
                : value;
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
                .map(AnswerTotals::received)
                .reduce(new CellValue.Missing(), AnswerTotals::plus);
    }
}
