package nl.betekenisvolmeten.indicators.survey;

import java.util.List;
import java.util.OptionalInt;

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

    /** The answer of those to whom a question does not apply. */
    static final String NOT_APPLICABLE = "nvt";

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
     * The answers that count, in order.
     *
     * @return their names
     */
    public List<String> answers() {
        return words(answers);
    }

    /**
     * The answers that are outside every denominator.
     *
     * @return their names; may be empty
     */
    public List<String> outside() {
        return words(outside);
    }

    /**
     * The number that an answer stands for.
     *
     * @param answer its name
     * @return 1 for the first, and so on; empty when the scale has no numbers or not this answer
     */
    public OptionalInt value(String answer) {
        int index = answers().indexOf(answer);
        return ordered && index >= 0 ? OptionalInt.of(index + 1) : OptionalInt.empty();
    }
}
