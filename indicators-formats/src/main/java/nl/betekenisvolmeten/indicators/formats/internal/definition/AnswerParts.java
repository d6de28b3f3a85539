package nl.betekenisvolmeten.indicators.formats.internal.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.survey.Questionnaire;
import nl.betekenisvolmeten.indicators.survey.Questionnaire.AnswerScale;
import nl.betekenisvolmeten.indicators.survey.Questionnaire.Question;

/** Finds the questions behind a share of answers, and the columns in which a delivery has the answers to them. */
public final class AnswerParts {

    private static final ColumnName QUESTIONNAIRE = ColumnName.of("vragenlijst");
    private static final ColumnName QUESTION = ColumnName.of("vraag");
    private static final Formula.Response RESPONSE =
            new Formula.Response(QUESTION, ColumnName.of("uitgenodigd"), ColumnName.of("respons"));

    private AnswerParts() {}

    /**
     * Returns an indicator with the questions of its share of answers.
     *
     * @param indicator the indicator
     * @param known the questionnaires; asked for only if a share of answers needs them
     * @return the indicator with the parts of its formula; the given one if it is not a share of answers
     */
    public static Indicator of(Indicator indicator, Supplier<List<Questionnaire>> known) {
        return indicator.formula() instanceof Formula.Answers answers
                ? indicator.with(of(answers, known.get()))
                : indicator;
    }

    /**
     * Returns a set with the questions of its shares of answers.
     *
     * @param set the set
     * @param known the questionnaires; asked for only if a share of answers needs them
     * @return the set with the parts of its formulas
     */
    public static IndicatorSet of(IndicatorSet set, Supplier<List<Questionnaire>> known) {
        return new IndicatorSet(
                set.id(),
                set.version(),
                set.title(),
                set.validity(),
                set.provenance(),
                set.indicators().stream().map(indicator -> of(indicator, known)).toList(),
                set.retired(),
                set.crossTables());
    }

    /**
     * Returns a share of answers with its questions.
     *
     * @param formula the share
     * @param known the questionnaires; the latest version of a questionnaire is used
     * @return the share with its parts; the given one if the questionnaire is not known, or has no question on the
     *     scale
     */
    static Formula.Answers of(Formula.Answers formula, List<Questionnaire> known) {
        Optional<Questionnaire> questionnaire = known.stream()
                .filter(one -> one.id().name().equals(formula.questionnaire()))
                .max(Comparator.comparing(Questionnaire::id));
        AnswerScale scale = AnswerScale.valueOf(formula.scale());
        List<Formula.Part> numerator = new ArrayList<>();
        List<Formula.Part> denominator = new ArrayList<>();
        for (Question question : questionnaire.map(Questionnaire::questions).orElse(List.of())) {
            if (question.scale() == scale) {
                Map<ColumnName, Set<String>> where =
                        Map.of(QUESTIONNAIRE, Set.of(formula.questionnaire()), QUESTION, Set.of(question.code()));
                formula.favourable().forEach(answer -> numerator.add(new Formula.Part(column(scale, answer), where)));
                scale.answers().forEach(answer -> denominator.add(new Formula.Part(column(scale, answer), where)));
            }
        }
        return new Formula.Answers(
                formula.format(),
                formula.questionnaire(),
                formula.scale(),
                formula.favourable(),
                numerator,
                denominator,
                numbers(scale),
                Optional.of(RESPONSE));
    }

    private static Map<ColumnName, Integer> numbers(AnswerScale scale) {
        Map<ColumnName, Integer> numbers = new HashMap<>();
        scale.answers()
                .forEach(answer -> scale.value(answer).ifPresent(value -> numbers.put(column(scale, answer), value)));
        return numbers;
    }

    /** Returns the column of an answer; a definition may name a mark by its number. */
    private static ColumnName column(AnswerScale scale, String answer) {
        return ColumnName.of(scale.answers().contains(answer) ? answer : "score_" + answer);
    }
}
