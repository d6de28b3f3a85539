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
 * A total that an organisation counted itself, for one stadsdeel and period, with everyone counted once. Immutable.
 *
 * @param codes the codes that it covers, for each dimension in the structure's order; at least one each
 * @param values the number as a multiple of 10<sup>-scale</sup>, for each measure in the structure's order; empty if
 *     the organisation did not count it
 * @param squares numbers that rows do not have, such as a sum of squares, by name
 * @param scope what it covers
 */
public record OwnTotal(List<Set<String>> codes, List<OptionalLong> values, Map<ColumnName, Long> squares, Scope scope) {

    /** What a total covers. */
    public enum Scope {
        /** All activity of the organisation there, which also delivered rows; the total replaces these. */
        IN_PLACE_OF_ROWS,
        /** All activity of the organisation there, which delivered nothing else about it. */
        ALL,
        /** Part of what the organisation did there, such as one activity. */
        ONE_OF_SEVERAL,
        /** More than its codes, so that between zero and all of it belongs to them. */
        PARTLY
    }

    /** @throws IllegalArgumentException if a dimension has no code */
    public OwnTotal {
        codes = codes.stream().map(Set::copyOf).toList();
        values = List.copyOf(values);
        squares = Map.copyOf(squares);
        if (codes.stream().anyMatch(Set::isEmpty)) {
            throw new IllegalArgumentException("a total must have codes in each dimension: " + codes);
        }
    }

    /**
     * Returns whether it replaces rows.
     *
     * @return false if its organisation delivered nothing else
     */
    public boolean replaces() {
        return scope == Scope.IN_PLACE_OF_ROWS;
    }

    /**
     * Returns whether it covers all activity of its organisation there.
     *
     * @return false for one of several totals, and for part of a total
     */
    public boolean isAll() {
        return scope == Scope.IN_PLACE_OF_ROWS || scope == Scope.ALL;
    }

    /**
     * Returns what this total says about given codes of a dimension.
     *
     * @param dimension the index in the structure
     * @param isIn tests whether a code is among them
     * @return this total if all its codes are among them; empty if none are, or if only some are and it replaces rows,
     *     which then say more; otherwise a total that belongs to them in part
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
