package nl.betekenisvolmeten.indicators.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.betekenisvolmeten.indicators.model.LocalizedText;

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

    /** @throws IllegalArgumentException if nothing is scored */
    public Scoring {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("scoring " + id + " scores nothing");
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
         * @throws IllegalArgumentException if there are no questions, the classes don't begin at 0 and rise, or one
         *     begins beyond the number of questions
         */
        public Part {
            Map<String, Set<String>> copy = new TreeMap<>();
            counted.forEach((question, answers) -> copy.put(question, Set.copyOf(answers)));
            counted = Collections.unmodifiableMap(copy);
            classes = List.copyOf(classes);
            int before = -1;
            for (ScoreClass one : classes) {
                if (one.from() <= before || one.from() > counted.size()) {
                    throw new IllegalArgumentException("class " + one.code() + " begins at " + one.from());
                }
                before = one.from();
            }
            if (counted.isEmpty() || classes.isEmpty() || classes.get(0).from() != 0) {
                throw new IllegalArgumentException("part " + id + " needs questions, and a class from 0");
            }
        }

        /** The class of a score. */
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
             * The score of a part.
             *
             * @param part its name
             * @return the score, or empty when there is no such part
             */
            public Optional<Score> score(String part) {
                return scores.stream().filter(one -> one.part().equals(part)).findFirst();
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

    /** The questions that a score needs. */
    Set<String> questions() {
        Set<String> questions = new TreeSet<>();
        parts.forEach(part -> questions.addAll(part.counted().keySet()));
        return questions;
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
