package nl.betekenisvolmeten.indicators.table;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.AreaCode;

/**
 * Rows with an error that read the same, or rows that are known to be missing. They are in no total, but each total that they
 * may belong to is incomplete. Immutable.
 *
 * @param codes for each dimension, in the structure's order, the codes that the rows may have; none where it may be any
 * @param values for each measure, in the structure's order, the number in each of the rows, as a multiple of
 *     10<sup>-scale</sup>; empty where it cannot be read
 * @param rows how many rows there are; 0 where that is not known, as of a correction that did not come in
 * @param number the row as a spreadsheet shows it, from 1; empty unless there is one row
 */
public record RejectedRows(List<Set<String>> codes, List<OptionalLong> values, long rows, OptionalLong number) {

    /** @throws IllegalArgumentException if {@code rows} is negative */
    public RejectedRows {
        codes = codes.stream().map(Set::copyOf).toList();
        values = List.copyOf(values);
        if (rows < 0) {
            throw new IllegalArgumentException("rows must not be negative: " + rows);
        }
    }

    /**
     * Returns whether a dimension may have a code.
     *
     * @param dimension the index in the structure
     * @param code the code
     * @return whether it may
     * @throws IndexOutOfBoundsException if there is no such dimension
     */
    public boolean mayBe(int dimension, String code) {
        return codes.get(dimension).isEmpty() || codes.get(dimension).contains(code);
    }

    /**
     * Returns whether the rows may be about an area: each of their area columns may have a code that lies in the area
     * or contains it.
     *
     * @param structure the columns of the rows
     * @param area the area
     * @return whether they may; an unknown code may be any area
     */
    public boolean mayLieIn(TableStructure structure, AreaCode area) {
        for (int d = 0; d < codes.size(); d++) {
            if (structure.dimensions().get(d) instanceof Dimension.Place place
                    && !codes.get(d).isEmpty()
                    && codes.get(d).stream().noneMatch(code -> isAbout(place, code, area))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAbout(Dimension.Place place, String code, AreaCode area) {
        return place.code(code)
                .map(own -> place.areas().isWithin(own, area) || place.areas().isWithin(area, own))
                .orElse(true);
    }

    /**
     * Returns a copy with other codes for one dimension.
     *
     * @param dimension the index in the structure
     * @param newCodes the codes that the rows may have; none if it may be any
     * @return the rows
     * @throws IndexOutOfBoundsException if there is no such dimension
     */
    public RejectedRows withCodes(int dimension, Set<String> newCodes) {
        List<Set<String>> changed = new ArrayList<>(codes);
        changed.set(dimension, newCodes);
        return new RejectedRows(changed, values, rows, number);
    }
}
