package nl.betekenisvolmeten.indicators.formats.bulk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import nl.betekenisvolmeten.indicators.table.Dictionary;

/** Turns the numbers by which one lane knows codes into those of the whole delivery. Fed in the order of the file. */
final class NumberMap {

    private static final class Column {
        private int[] numbers = {};
        private int size;

        void add(int number) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, Math.max(16, 2 * size));
            }
            numbers[size++] = number;
        }
    }

    private final IntFunction<Dictionary> whole;
    private final Map<Integer, Column> columns = new HashMap<>();

    NumberMap(IntFunction<Dictionary> whole) {
        this.whole = whole;
    }

    /** Takes note of the codes that were new to the lane. Every chunk of a lane has to come by. */
    void learn(Chunk chunk) {
        for (Map.Entry<Integer, List<String>> codes : chunk.newCodes.entrySet()) {
            Column column = columns.computeIfAbsent(codes.getKey(), any -> new Column());
            if (chunk.restarted.contains(codes.getKey())) {
                column.size = 0;
            }
            Dictionary dictionary = whole.apply(codes.getKey());
            codes.getValue().forEach(code -> column.add(dictionary.id(code)));
        }
    }

    /** Gives a chunk the numbers of the whole delivery. */
    void translate(Chunk chunk) {
        columns.forEach((index, column) -> {
            int[] ids = chunk.batch.ids(index);
            int[] numbers = column.numbers;
            for (int row = 0; row < chunk.rows; row++) {
                if (ids[row] >= 0) {
                    ids[row] = numbers[ids[row]];
                }
            }
            chunk.batch.setDictionary(index, whole.apply(index));
        });
    }
}
