package nl.betekenisvolmeten.indicators.aggregation;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import nl.betekenisvolmeten.indicators.table.internal.Dictionary;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/** One of the codes that rows are put together by, as a number; worked out once for each distinct code of a batch. */
final class BatchField {

    private static final int NOT_KNOWN = -1;

    private final int dimension;
    private final UnaryOperator<String> rollUp;
    private final Dictionary texts = new Dictionary();
    private Dictionary source = new Dictionary();
    private int[] numbers = {};

    BatchField(int dimension, UnaryOperator<String> rollUp) {
        this.dimension = dimension;
        this.rollUp = rollUp;
    }

    /** Gets ready for the numbers of a batch. */
    void start(ObservationBatch batch) {
        Dictionary next = batch.dictionary(dimension);
        int known = next == source ? numbers.length : 0;
        source = next;
        if (known < next.size() || known == 0) {
            numbers = Arrays.copyOf(known == 0 ? new int[0] : numbers, 2 * next.size() + 1);
            Arrays.fill(numbers, known, numbers.length, NOT_KNOWN);
        }
    }

    /** The number of a row's code, once {@link #learn learnt}. */
    void put(ObservationBatch batch, int from, int to, int shift, long[] keys) {
        int[] ids = batch.ids(dimension);
        for (int i = from; i < to; i++) {
            keys[i - from] |= (long) numbers[ids[i]] << shift;
        }
    }

    /** Works out what is new among the codes of rows. */
    void learn(ObservationBatch batch, int from, int to) {
        int[] ids = batch.ids(dimension);
        for (int i = from; i < to; i++) {
            if (numbers[ids[i]] == NOT_KNOWN) {
                numbers[ids[i]] = texts.id(rollUp.apply(source.code(ids[i])));
            }
        }
    }

    int size() {
        return texts.size();
    }

    String text(int number) {
        return texts.code(number);
    }
}
