package nl.betekenisvolmeten.indicators.validation.internal;

import java.util.Arrays;
import java.util.function.ToLongBiFunction;
import nl.betekenisvolmeten.indicators.table.internal.Dictionary;

/** What a rule says about each two codes, asked once for every pair that occurs. Not thread-safe. */
public final class PairTable {

    /** Beyond so many pairs nothing is remembered. */
    private static final int MOST = 1 << 22;

    private static final long NOT_ASKED = -1;

    private final ToLongBiFunction<String, String> question;
    private Dictionary left = new Dictionary();
    private Dictionary right = new Dictionary();
    private long[] answers = {};
    private int stride;
    private int leftRoom;

    /**
     * Creates a table without answers.
     *
     * @param question asked once for every pair of codes; gives a number from 0
     */
    public PairTable(ToLongBiFunction<String, String> question) {
        this.question = question;
    }

    /**
     * Gets ready for the numbers of two columns.
     *
     * @param newLeft what the numbers of the left column mean
     * @param newRight what the numbers of the right column mean
     */
    public void start(Dictionary newLeft, Dictionary newRight) {
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

    /**
     * Returns the answer for two codes.
     *
     * @param leftId the number of the left code
     * @param rightId the number of the right code
     * @return the answer
     */
    public long get(int leftId, int rightId) {
        int at = leftId * stride + rightId;
        if (answers.length == 0) {
            return question.applyAsLong(left.code(leftId), right.code(rightId));
        }
        if (answers[at] == NOT_ASKED) {
            answers[at] = question.applyAsLong(left.code(leftId), right.code(rightId));
        }
        return answers[at];
    }
}
