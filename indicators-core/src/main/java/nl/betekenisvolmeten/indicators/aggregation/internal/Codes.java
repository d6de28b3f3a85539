package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.internal.Dictionary;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/**
 * The codes of a dimension, rolled up, as numbers that are the same in all batches. A code is rolled up once for each
 * dictionary in which it comes.
 */
public final class Codes {

    private static final int NOT_KNOWN = -1;

    /** Between the organisation whose series a row is in and another one that delivered it; no text holds it. */
    private static final char DELIVERED_BY = '\uFFFE';

    private final int dimension;
    private final UnaryOperator<String> rollUp;
    private final boolean deliverers;
    private final Dictionary rolledUp = new Dictionary();
    private Dictionary source = new Dictionary();
    /** For each number of the source that of the rolled-up code, or {@link #NOT_KNOWN}. */
    private int[] numbers = {};

    public Codes(int dimension, UnaryOperator<String> rollUp) {
        this(dimension, rollUp, false);
    }

    private Codes(int dimension, UnaryOperator<String> rollUp, boolean deliverers) {
        this.dimension = dimension;
        this.rollUp = rollUp;
        this.deliverers = deliverers;
    }

    /** Returns the organisations that delivered rows, also where a row counts in the series of another one. */
    public static Codes ofDeliverers(int reporter) {
        return new Codes(reporter, UnaryOperator.identity(), true);
    }

    /** Returns a row that counts in the series of its reporter and keeps who delivered it. */
    public static Observation deliveredBy(Observation row, int reporter, String deliverer) {
        String own = row.code(reporter);
        return own.equals(deliverer) ? row : row.withCode(reporter, own + DELIVERED_BY + deliverer);
    }

    public int dimension() {
        return dimension;
    }

    /**
     * Returns what a code is rolled up to.
     *
     * @throws IllegalArgumentException if it cannot be rolled up
     */
    public String rollUp(String code) {
        int end = code.indexOf(DELIVERED_BY);
        if (end < 0) {
            return rollUp.apply(code);
        }
        return rollUp.apply(deliverers ? code.substring(end + 1) : code.substring(0, end));
    }

    /** Gets ready for the codes of a batch. */
    public void start(ObservationBatch batch) {
        Dictionary next = batch.dictionary(dimension);
        int known = next == source ? numbers.length : 0;
        if (known < next.size() || known == 0) {
            numbers = known == 0 ? new int[next.size() + 1] : Arrays.copyOf(numbers, 2 * next.size());
            Arrays.fill(numbers, known, numbers.length, NOT_KNOWN);
        }
        source = next;
    }

    /** Returns the number of a code by its number in the batch. */
    public int number(int id) {
        int number = numbers[id];
        return number == NOT_KNOWN ? learn(id) : number;
    }

    private int learn(int id) {
        int number = number(rollUp(source.code(id)));
        numbers[id] = number;
        return number;
    }

    /** Returns the number of a code that was rolled up before. */
    public int number(String code) {
        return rolledUp.id(code);
    }

    public String code(int number) {
        return rolledUp.code(number);
    }
}
