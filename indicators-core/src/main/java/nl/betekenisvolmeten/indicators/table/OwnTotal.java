package nl.betekenisvolmeten.indicators.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import nl.betekenisvolmeten.indicators.model.ColumnName;

/**
 * A total that an organisation counted itself: of one stadsdeel and period, in which everyone is counted once. Immutable.
 *
 * @param codes for each dimension, in the structure's order, the codes that it is about; at least one of each
 * @param values for each measure, in the structure's order, the number as a multiple of 10<sup>-scale</sup>; empty where the
 *     organisation did not count it
 * @param squares numbers that rows do not have, such as a sum of squares, by their name
 * @param scope what it is a total of
 */
public record OwnTotal(List<Set<String>> codes, List<OptionalLong> values, Map<ColumnName, Long> squares, Scope scope) {

    /** What a total is of. */
    public enum Scope {
        /** All that its organisation did there, which also delivered rows: these give way to it. */
        IN_PLACE_OF_ROWS,
        /** All that its organisation did there, which delivered nothing else of it. */
        ALL,
        /** One thing that its organisation did there, such as an activity. */
        ONE_OF_SEVERAL,
        /** More than its codes, so that between nothing and all of it belongs to these. */
        PARTLY
    }

    /** @throws IllegalArgumentException if a dimension has no code */
    public OwnTotal {
        codes = codes.stream().map(Set::copyOf).toList();
        values = List.copyOf(values);
        squares = Map.copyOf(squares);
        if (codes.stream().anyMatch(Set::isEmpty)) {
            throw new IllegalArgumentException("a total of no code: " + codes);
        }
    }

    /**
     * Returns whether rows give way to it.
     *
     * @return false when its organisation delivered nothing else
     */
    public boolean replaces() {
        return scope == Scope.IN_PLACE_OF_ROWS;
    }

    /**
     * Returns whether it is all that its organisation did there.
     *
     * @return false for one of several totals, and for a part of one
     */
    public boolean isAll() {
        return scope == Scope.IN_PLACE_OF_ROWS || scope == Scope.ALL;
    }

    /**
     * Returns what it says of some codes of a dimension.
     *
     * @param dimension the index in the structure
     * @param isIn whether a code is one of these
     * @return itself when all its codes are; empty when none is, and when only some are while rows give way to it, which
     *     then say more
     * @throws IndexOutOfBoundsException if there is no such dimension
     */
    public Optional<OwnTotal> within(int dimension, Predicate<String> isIn) {
        Set<String> in = new TreeSet<>(codes.get(dimension));
        in.removeIf(isIn.negate());
        if (in.size() == codes.get(dimension).size()) {
            return Optional.of(this);
        }
        if (in.isEmpty() || replaces()) {
            return Optional.empty();
        }
        List<Set<String>> fewer = new ArrayList<>(codes);
        fewer.set(dimension, in);
        return Optional.of(new OwnTotal(fewer, values, squares, Scope.PARTLY));
    }
}
