package nl.betekenisvolmeten.indicators.survey;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * A questionnaire in one version.
 *
 * @param id the questionnaire and its version
 * @param title its name
 * @param provenance what it rests on, and how official it is
 * @param questions its questions, in order
 * @param scorings how answers become scores; empty when they don't
 */
public record Questionnaire(
        FormatId id, LocalizedText title, Provenance provenance, List<Question> questions, List<Scoring> scorings) {

    /**
     * @throws IllegalArgumentException if there are no questions, one stands twice, or a scoring stands twice or counts
     *     an answer that its question does not have
     */
    public Questionnaire {
        questions = List.copyOf(questions);
        scorings = List.copyOf(scorings);
        Map<String, AnswerScale> scales = new HashMap<>();
        for (Question question : questions) {
            if (scales.put(question.code(), question.scale()) != null) {
                throw new IllegalArgumentException("question stands twice: " + question.code());
            }
        }
        if (scales.isEmpty()) {
            throw new IllegalArgumentException("no questions in " + id);
        }
        Set<String> names = new HashSet<>();
        for (Scoring scoring : scorings) {
            if (!names.add(scoring.id())) {
                throw new IllegalArgumentException("scoring stands twice: " + scoring.id());
            }
            scoring.parts()
                    .forEach(part -> part.counted().forEach((question, answers) -> {
                        AnswerScale scale = scales.get(question);
                        if (scale == null || !scale.answers().containsAll(answers)) {
                            throw new IllegalArgumentException("question " + question + " does not have " + answers);
                        }
                    }));
        }
    }

    /**
     * A question.
     *
     * @param code its code
     * @return the question, or empty when it is not one of these
     */
    public Optional<Question> question(String code) {
        return questions.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /**
     * A way to score.
     *
     * @param name its name, such as {@code vzinfo}
     * @return the scoring, or empty when there is none of that name
     */
    public Optional<Scoring> scoring(String name) {
        return scorings.stream().filter(one -> one.id().equals(name)).findFirst();
    }

    /**
     * Scores the answers of one person. An answer outside every denominator, such as one that does not apply, is no
     * answer.
     *
     * @param scoring the name of a scoring
     * @param answers the answer to each question, as its scale names it; other questions don't matter
     * @return a score for each part, or the questions that stand in the way: those with an answer that the scale does not
     *     have, or else those that are not answered
     * @throws IllegalArgumentException if there is no scoring of that name
     */
    public Scoring.Outcome score(String scoring, Map<String, String> answers) {
        Scoring found = scoring(scoring)
                .orElseThrow(() -> new IllegalArgumentException("no scoring '" + scoring + "' in " + id));
        Map<String, String> answered = new HashMap<>();
        Set<String> unknown = new HashSet<>();
        for (String code : found.questions()) {
            AnswerScale scale = question(code).orElseThrow().scale();
            Optional<String> answer = Optional.ofNullable(answers.get(code))
                    .filter(one -> !scale.outside().contains(one));
            answer.ifPresent(one -> answered.put(code, one));
            if (answer.isPresent() && !scale.answers().contains(answer.get())) {
                unknown.add(code);
            }
        }
        return unknown.isEmpty() ? found.score(answered) : new Scoring.Outcome.Unknown(unknown);
    }
}
