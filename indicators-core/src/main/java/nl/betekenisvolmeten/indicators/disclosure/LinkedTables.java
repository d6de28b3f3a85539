package nl.betekenisvolmeten.indicators.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The cells of related tables, as one system: a cell is a place in each of some trees, such as an area, a period and an
 * age group, and along each tree a cell is the sum of the cells below it. All tables of a publication are parts of it,
 * whether they have all trees or only the totals of some.
 */
final class LinkedTables {

    /** Parent of a place without a parent. */
    static final int NO_PARENT = -1;

    private final List<int[]> trees;
    private final List<int[][]> children = new ArrayList<>();
    private final int[] strides;

    private LinkedTables(List<int[]> trees) {
        this.trees = trees;
        strides = new int[trees.size()];
        int stride = 1;
        for (int tree = trees.size() - 1; tree >= 0; tree--) {
            strides[tree] = stride;
            stride = Math.multiplyExact(stride, trees.get(tree).length);
            children.add(0, children(trees.get(tree)));
        }
    }

    /**
     * Crosses trees.
     *
     * @param trees for each place of a tree, its parent or -1
     */
    static LinkedTables of(List<int[]> trees) {
        return new LinkedTables(List.copyOf(trees));
    }

    /** Returns a tree of one total, which is the first place, and categories. */
    static int[] flat(int categories) {
        int[] parents = new int[categories + 1];
        parents[0] = NO_PARENT;
        return parents;
    }

    private static int[][] children(int[] parents) {
        return IntStream.range(0, parents.length)
                .mapToObj(place -> IntStream.range(0, parents.length)
                        .filter(other -> parents[other] == place)
                        .toArray())
                .toArray(int[][]::new);
    }

    int cells() {
        return trees.isEmpty() ? 1 : strides[0] * trees.get(0).length;
    }

    int trees() {
        return trees.size();
    }

    /** Returns the parent of each place of a tree, or -1. */
    int[] tree(int tree) {
        return trees.get(tree).clone();
    }

    /** Returns the place of a cell in a tree. */
    int place(int cell, int tree) {
        return cell / strides[tree] % trees.get(tree).length;
    }

    /** Returns the cell at a place in each tree. */
    int cell(int... places) {
        int cell = 0;
        for (int tree = 0; tree < places.length; tree++) {
            cell += places[tree] * strides[tree];
        }
        return cell;
    }

    /** Returns the parent of a place in a tree, or -1. */
    int above(int tree, int place) {
        return trees.get(tree)[place];
    }

    /** Returns the cells below a cell along a tree. */
    int[] below(int cell, int tree) {
        int place = place(cell, tree);
        return Arrays.stream(children.get(tree)[place])
                .map(child -> cell + (child - place) * strides[tree])
                .toArray();
    }

    /** Returns the cell above a cell along a tree, or -1. */
    int whole(int cell, int tree) {
        int above = above(tree, place(cell, tree));
        return above == NO_PARENT ? -1 : cell + (above - place(cell, tree)) * strides[tree];
    }

    /** Returns whether a cell has no parts. */
    boolean isFinest(int cell) {
        return IntStream.range(0, trees()).allMatch(tree -> children.get(tree)[place(cell, tree)].length == 0);
    }

    /** Returns the cells that contain a cell, including itself. */
    int[] around(int cell) {
        int[] around = {cell};
        for (int tree = 0; tree < trees(); tree++) {
            int along = tree;
            around = Arrays.stream(around)
                    .flatMap(one -> {
                        int place = place(one, along);
                        return IntStream.iterate(place, above -> above != NO_PARENT, above -> above(along, above))
                                .map(above -> one + (above - place) * strides[along]);
                    })
                    .toArray();
        }
        return around;
    }

    /** Returns the relations: each cell that is a sum, followed by its terms. */
    List<int[]> relations() {
        List<int[]> relations = new ArrayList<>();
        for (int cell = 0; cell < cells(); cell++) {
            for (int tree = 0; tree < trees(); tree++) {
                int[] parts = below(cell, tree);
                if (parts.length > 0) {
                    relations.add(IntStream.concat(IntStream.of(cell), IntStream.of(parts))
                            .toArray());
                }
            }
        }
        return relations;
    }

    /** Returns these tables as a network, if at most one tree is crossed with at most one total and its categories. */
    Optional<FlowNetwork> network() {
        List<int[]> many = trees.stream().filter(parents -> parents.length > 1).toList();
        if (many.size() > 2 || (many.size() == 2 && !isFlat(many.get(1)))) {
            return Optional.empty();
        }
        int[] first = many.isEmpty() ? new int[] {NO_PARENT} : many.get(0);
        return Optional.of(FlowNetwork.of(first, many.size() == 2 ? many.get(1).length - 1 : 0));
    }

    private static boolean isFlat(int[] parents) {
        return Arrays.equals(parents, flat(parents.length - 1));
    }
}
