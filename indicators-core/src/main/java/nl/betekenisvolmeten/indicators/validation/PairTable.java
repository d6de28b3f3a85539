package nl.betekenisvolmeten.indicators.validation;

import java.util.Arrays;
import nl.betekenisvolmeten.indicators.table.internal.Dictionary;

/** What a rule says of each two codes, asked once for every pair that occurs. */
final class PairTable {

    /** What a rule says of two codes. */
    interface Question {

        /** A number from 0. */
        long about(String left, String right);
    }

    /** Beyond so many pairs nothing is remembered. */
    private static final int MOST = 1 << 22;

    private static final long NOT_ASKED = -1;

    private final Question question;
    private Dictionary left = new Dictionary();
    private Dictionary right = new Dictionary();
    private long[] answers = {};
    private int stride;
    private int leftRoom;

    PairTable(Question question) {
        this.question = question;
    }

    /** Gets ready for the numbers of two columns. */
    void start(Dictionary newLeft, Dictionary newRight) {
        if (left != newLeft || right != newRight || left.size() > leftRoom || right.size() > stride) {
            left = newLeft;
            right = newRight;
            leftRoom = room(left);
            stride = room(right);
            answers = (long) leftRoom * stride > MOST ? new long[0] : new long[leftRoom * stride];
            Arrays.fill(answers, NOT_ASKED);
        }
    }

    private static int room(Dictionary dictionary) {
        return Math.max(16, 2 * dictionary.size());
    }

    /** The answer for two codes. */
    long get(int leftId, int rightId) {
        int at = leftId * stride + rightId;
        if (answers.length == 0) {
            return question.about(left.code(leftId), right.code(rightId));
        }
        if (answers[at] == NOT_ASKED) {
            answers[at] = question.about(left.code(leftId), right.code(rightId));
        }
        return answers[at];
    }
}
