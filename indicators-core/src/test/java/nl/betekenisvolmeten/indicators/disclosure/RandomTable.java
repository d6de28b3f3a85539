package nl.betekenisvolmeten.indicators.disclosure;

import java.util.Random;
import java.util.stream.IntStream;

/** A made-up table: a tree of areas, some with one part only, by categories with a total. */
record RandomTable(int[] parents, int categories, long[] values) {

    static RandomTable of(long seed, int maxAreas, int maxCategories) {
        Random random = new Random(seed);
        int areas = 1 + random.nextInt(maxAreas);
        int categories = random.nextInt(maxCategories + 1);
        int[] parents = new int[areas];
        parents[0] = -1;
        int reach = 1 + random.nextInt(3);
        for (int area = 1; area < areas; area++) {
            parents[area] = Math.max(0, area - 1 - random.nextInt(reach * 2));
        }
        int columns = categories + 1;
        long[] values = new long[areas * columns];
        boolean[] inner = new boolean[areas];
        for (int area = 1; area < areas; area++) {
            inner[parents[area]] = true;
        }
        int size = random.nextInt(3) == 0 ? 60 : 15;
        for (int area = areas - 1; area >= 0; area--) {
            for (int column = categories == 0 ? 0 : 1; column < columns && !inner[area]; column++) {
                long value = random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(size);
                values[area * columns + column] = value;
                values[area * columns] += categories == 0 ? 0 : value;
            }
            for (int column = 0; column < columns && area > 0; column++) {
                values[parents[area] * columns + column] += values[area * columns + column];
            }
        }
        return new RandomTable(parents, categories, values);
    }

    int columns() {
        return categories + 1;
    }

    boolean isInner(int area) {
        return IntStream.of(parents).anyMatch(parent -> parent == area);
    }

    boolean[] smallerThan(long threshold, long least) {
        boolean[] small = new boolean[values.length];
        for (int cell = 0; cell < values.length; cell++) {
            small[cell] = values[cell] < threshold && values[cell] >= least;
        }
        return small;
    }
}
