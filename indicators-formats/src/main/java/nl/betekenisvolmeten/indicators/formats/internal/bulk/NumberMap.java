package nl.betekenisvolmeten.indicators.formats.internal.bulk;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.table.internal.Dictionary;

/** Turns the numbers by which one lane knows codes into those of the whole delivery. Fed in the order of the file. */
final class NumberMap {

    private static final class Column {
        private int[] numbers;
        private int size;
        /** Whether every number is its own translation. */
        private boolean same = true;

        /** Numbers that start as those of the whole delivery. */
        Column(int common) {
            numbers = IntStream.range(0, common).toArray();
            size = common;
        }

        void add(int number) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, Math.max(16, 2 * size));
            }
            same &= number == size;
            numbers[size++] = number;
        }

        void restart() {
            size = 0;
            same = true;
        }
    }

    private final IntFunction<Dictionary> whole;
    private final List<Column> columns;

    /**
     * A map for a lane that starts with the numbers of the whole delivery as they are now.
     *
     * @param columns how many columns there are
     */
    NumberMap(IntFunction<Dictionary> whole, int columns) {
        this.whole = whole;
        this.columns = IntStream.range(0, columns)
                .mapToObj(column -> new Column(whole.apply(column).size()))
                .toList();
    }

    /** Records the codes that were new to the lane. Must be called for every chunk of the lane. */
    void learn(Chunk chunk) {
        for (Map.Entry<Integer, List<String>> codes : chunk.newCodes.entrySet()) {
            Column column = columns.get(codes.getKey());
            if (chunk.restarted.contains(codes.getKey())) {
                column.restart();
            }
            Dictionary dictionary = whole.apply(codes.getKey());
            codes.getValue().forEach(code -> column.add(dictionary.id(code)));
        }
    }

    /** Changes the numbers in a chunk to those of the whole delivery. */
    void translate(Chunk chunk) {
        for (int index : chunk.newCodes.keySet()) {
            Column column = columns.get(index);
            if (!column.same) {
                translate(chunk.batch.ids(index), chunk.rows, column.numbers);
            }
            chunk.batch.setDictionary(index, whole.apply(index));
        }
    }

    private static void translate(int[] ids, int rows, int[] numbers) {
        for (int row = 0; row < rows; row++) {
            if (ids[row] >= 0) {
                ids[row] = numbers[ids[row]];
            }
        }
    }
}
