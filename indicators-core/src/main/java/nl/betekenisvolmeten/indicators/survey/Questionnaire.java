package nl.betekenisvolmeten.indicators.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
     * @throws IllegalArgumentException if {@code questions} is empty or has one twice, or a scoring appears twice or
     *     counts an answer that its question does not have
     */
    public Questionnaire {
        questions = List.copyOf(questions);
        scorings = List.copyOf(scorings);
        Map<String, AnswerScale> scales = new HashMap<>();
        for (Question question : questions) {
            if (scales.put(question.code(), question.scale()) != null) {
                throw new IllegalArgumentException("question appears twice: " + question.code());
            }
        }
        if (scales.isEmpty()) {
            throw new IllegalArgumentException("questions must not be empty: " + id);
        }
        Set<String> names = new HashSet<>();
        for (Scoring scoring : scorings) {
            if (!names.add(scoring.id())) {
                throw new IllegalArgumentException("scoring appears twice: " + scoring.id());
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
     * Returns a question.
     *
     * @param code its code
     * @return the question, or empty when it is not one of these
     */
    public Optional<Question> question(String code) {
        return questions.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /**
     * Returns a way to score.
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
     * @return a score for each part, or the questions that prevent it: those with an answer that the scale does not
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

    /**
     * How a person's answers become a score: so many answers that count, in classes. Sources disagree on where classes
     * begin, so a questionnaire may have several scorings, each with a name and a source; who scores chooses one. A score
     * describes a group; it is no diagnosis of a person. {@link Questionnaire#score} applies it.
     *
     * @param id its name within the questionnaire
     * @param source by whom it is used
     * @param parts what is scored: the whole, and subscales where there are some
     */
    public record Scoring(String id, String source, List<Part> parts) {

        /** @throws IllegalArgumentException if {@code parts} is empty */
        public Scoring {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("scoring must have parts: " + id);
            }
        }

        /**
         * What is scored.
         *
         * @param id its name, such as {@code totaal}
         * @param counted for each question, the answers that add one
         * @param classes the classes, the lowest first
         */
        public record Part(String id, Map<String, Set<String>> counted, List<ScoreClass> classes) {

            /**
             * @throws IllegalArgumentException if {@code counted} is empty, the classes do not begin at 0 and rise, or
             *     one begins beyond the number of questions
             */
            public Part {
                Map<String, Set<String>> copy = new TreeMap<>();
                counted.forEach((question, answers) -> copy.put(question, Set.copyOf(answers)));
                counted = Collections.unmodifiableMap(copy);
                classes = List.copyOf(classes);
                int before = -1;
                for (ScoreClass one : classes) {
                    if (one.from() <= before || one.from() > counted.size()) {
                        throw new IllegalArgumentException("classes must rise from 0 to at most " + counted.size()
                                + ": " + one.code() + " begins at " + one.from());
                    }
                    before = one.from();
                }
                if (counted.isEmpty() || classes.isEmpty() || classes.get(0).from() != 0) {
                    throw new IllegalArgumentException(
                            "part " + id + " must have questions, and a class that begins at 0: " + classes);
                }
            }

            private ScoreClass classOf(int score) {
                ScoreClass found = classes.get(0);
                for (ScoreClass one : classes) {
                    found = one.from() <= score ? one : found;
                }
                return found;
            }
        }

        /**
         * A class of scores.
         *
         * @param code its stable code
         * @param name its name
         * @param from its lowest score; the next class begins where it ends
         */
        public record ScoreClass(String code, LocalizedText name, int from) {}

        /**
         * A score.
         *
         * @param part what was scored
         * @param value how many answers counted
         * @param scoreClass the class that it falls in
         */
        public record Score(String part, int value, ScoreClass scoreClass) {}

        /** What the answers of a person give. */
        public sealed interface Outcome {

            /**
             * Every question was answered.
             *
             * @param scores a score for each part
             */
            record Scored(List<Score> scores) implements Outcome {
                public Scored {
                    scores = List.copyOf(scores);
                }

                /**
                 * Returns the score of a part.
                 *
                 * @param part its name
                 * @return the score, or empty when there is no such part
                 */
                public Optional<Score> score(String part) {
                    return scores.stream()
                            .filter(one -> one.part().equals(part))
                            .findFirst();
                }
            }

            /**
             * There is no score: an answer that its question does not have says nothing, and is not the favourable one.
             *
             * @param questions the questions with such an answer
             */
            record Unknown(Set<String> questions) implements Outcome {
                public Unknown {
                    questions = Collections.unmodifiableSet(new TreeSet<>(questions));
                }
            }

            /**
             * There is no score: what is not answered is not counted as favourable.
             *
             * @param questions the questions without an answer
             */
            record Incomplete(Set<String> questions) implements Outcome {
                public Incomplete {
                    questions = Collections.unmodifiableSet(new TreeSet<>(questions));
                }
            }
        }

        /** Returns the questions that a score needs. */
        Set<String> questions() {
            return parts.stream()
                    .flatMap(part -> part.counted().keySet().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** Scores answers that are on the scales of their questions; which these are the questionnaire knows. */
        Outcome score(Map<String, String> answers) {
            Set<String> missing = new TreeSet<>();
            List<Score> scores = new ArrayList<>();
            for (Part part : parts) {
                int value = 0;
                for (Map.Entry<String, Set<String>> one : part.counted().entrySet()) {
                    String answer = answers.get(one.getKey());
                    if (answer == null) {
                        missing.add(one.getKey());
                    } else if (one.getValue().contains(answer)) {
                        value++;
                    }
                }
                scores.add(new Score(part.id(), value, part.classOf(value)));
            }
            return missing.isEmpty() ? new Outcome.Scored(scores) : new Outcome.Incomplete(missing);
        }
    }

    /**
     * A question, by what it is about. The wording of published instruments belongs to their makers and is not held.
     *
     * @param code its stable code, unique over all questionnaires that are used together
     * @param label what it is about, in a few words
     * @param scale its answers
     */
    public record Question(String code, LocalizedText label, AnswerScale scale) {}

    /** The answers that a question allows, as columns of a delivery name them. */
    public enum AnswerScale {
        /** From wholly disagree to wholly agree, 1 to 5. */
        ORDINAL_5("helemaal_oneens oneens neutraal eens helemaal_eens", true, "weet_niet nvt"),
        /** A mark from 1 to 10. */
        SCORE_10("score_1 score_2 score_3 score_4 score_5 score_6 score_7 score_8 score_9 score_10", true, ""),
        /** Yes or no. */
        YES_NO("ja nee", false, "nvt"),
        /** A level from 1 to 5, as of the self-reliance matrix. */
        LEVEL_5("score_1 score_2 score_3 score_4 score_5", true, ""),
        /** Yes, more or less, no: the answers of one person to a statement. They are scored and not delivered. */
        YES_MORE_OR_LESS_NO("ja min_of_meer nee", false, "");

        private final String answers;
        private final boolean ordered;
        private final String outside;

        AnswerScale(String answers, boolean ordered, String outside) {
            this.answers = answers;
            this.ordered = ordered;
            this.outside = outside;
        }

        private static List<String> words(String text) {
            return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
        }

        /**
         * Returns the answers that count, in order.
         *
         * @return their names
         */
        public List<String> answers() {
            return words(answers);
        }

        /**
         * Returns the answers that are outside every denominator.
         *
         * @return their names; may be empty
         */
        public List<String> outside() {
            return words(outside);
        }

        /**
         * Returns the number that an answer stands for.
         *
         * @param answer its name
         * @return 1 for the first, and so on; empty when the scale has no numbers or not this answer
         */
        public OptionalInt value(String answer) {
            int index = answers().indexOf(answer);
            return ordered && index >= 0 ? OptionalInt.of(index + 1) : OptionalInt.empty();
        }
    }
}
