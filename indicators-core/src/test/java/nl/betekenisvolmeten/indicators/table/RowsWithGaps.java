package nl.betekenisvolmeten.indicators.table;

/** Creates rows for tests, in which a negative number means an empty cell. */
public final class RowsWithGaps {

    private RowsWithGaps() {}

    /** Returns a row with some measures; the measures after the given numbers are empty. */
    public static Observation row(int measures, long[] numbers, String... codes) {
        long[] values = new long[measures];
        boolean[] known = new boolean[measures];
        for (int i = 0; i < numbers.length; i++) {
            values[i] = Math.max(0, numbers[i]);
            known[i] = numbers[i] >= 0;
        }
        return Observation.of(codes, values, known);
    }
}
