package nl.betekenisvolmeten.indicators.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Made-up tables that hang together: a tree of areas, some with one part only, crossed by totals with categories.
 *
 * @param trees for each place of a tree the place above it, or -1; every place lies after the one above it
 * @param values the true values, those of the last tree next to each other
 * @param unpublished which cells are in no table
 */
record RandomTable(List<int[]> trees, long[] values, boolean[] unpublished) {

    /** One table. */
    static RandomTable of(long seed, int maxAreas, int maxCategories) {
        Random random = new Random(seed);
        return of(random, List.of(areas(random, maxAreas), flat(random.nextInt(maxCategories + 1))), false);
    }

    /** Tables of three dimensions, or two tables of two that share their totals. */
    static RandomTable linked(long seed, int maxAreas, int maxCategories) {
        Random random = new Random(seed);
        int[] second = flat(1 + random.nextInt(maxCategories));
        int[] third =
                random.nextInt(3) == 0 ? new int[] {-1, 0, 0, 1, 1, 2, 2} : flat(1 + random.nextInt(maxCategories));
        return of(random, List.of(areas(random, maxAreas), second, third), random.nextBoolean());
    }

    private static int[] flat(int categories) {
        int[] parents = new int[categories + 1];
        parents[0] = -1;
        return parents;
    }

    private static int[] areas(Random random, int maxAreas) {
        int[] parents = new int[1 + random.nextInt(maxAreas)];
        parents[0] = -1;
        int reach = 1 + random.nextInt(3);
        for (int area = 1; area < parents.length; area++) {
            parents[area] = Math.max(0, area - 1 - random.nextInt(reach * 2));
        }
        return parents;
    }

    private static RandomTable of(Random random, List<int[]> trees, boolean twoTables) {
        int cells = trees.stream().mapToInt(parents -> parents.length).reduce(1, (a, b) -> a * b);
        RandomTable table = new RandomTable(trees, new long[cells], new boolean[cells]);
        int size = random.nextInt(3) == 0 ? 60 : 15;
        for (int cell = 0; cell < cells; cell++) {
            if (table.parts(cell).isEmpty()) {
                table.values[cell] = random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(size);
            }
            int at = cell;
            table.unpublished[cell] = twoTables && IntStream.of(1, 2).allMatch(tree -> table.place(at, tree) > 0);
        }
        for (int cell = cells - 1; cell >= 0; cell--) {
            List<List<Integer>> sums = table.parts(cell);
            if (!sums.isEmpty()) {
                table.values[cell] = sums.get(0).stream()
                        .mapToLong(part -> table.values[part])
                        .sum();
            }
        }
        return table;
    }

    private int stride(int tree) {
        return trees.subList(tree + 1, trees.size()).stream()
                .mapToInt(parents -> parents.length)
                .reduce(1, (a, b) -> a * b);
    }

    int place(int cell, int tree) {
        return cell / stride(tree) % trees.get(tree).length;
    }

    /** The cells that a cell is the sum of, along each tree in which it has any. */
    List<List<Integer>> parts(int cell) {
        List<List<Integer>> sums = new ArrayList<>();
        for (int tree = 0; tree < trees.size(); tree++) {
            List<Integer> parts = new ArrayList<>();
            for (int place = 0; place < trees.get(tree).length; place++) {
                if (trees.get(tree)[place] == place(cell, tree)) {
                    parts.add(cell + (place - place(cell, tree)) * stride(tree));
                }
            }
            if (!parts.isEmpty()) {
                sums.add(parts);
            }
        }
        return sums;
    }

    LinkedTables tables() {
        return LinkedTables.of(trees);
    }

    Suppressor.Cells cells(long least) {
        Suppressor.Cells exact = Suppressor.Cells.exact(values, least);
        return new Suppressor.Cells(values, values, values, exact.costs(), exact.least(), unpublished);
    }

    boolean[] smallerThan(IntToLongFunction threshold, long least) {
        boolean[] small = new boolean[values.length];
        for (int cell = 0; cell < values.length; cell++) {
            small[cell] = !unpublished[cell] && values[cell] < threshold.applyAsLong(cell) && values[cell] >= least;
        }
        return small;
    }
}
