package nl.betekenisvolmeten.indicators.aggregation;

import java.math.BigDecimal;

/**
 * What is known of the cells of a figure in rows that were rejected and may belong to it.
 *
 * @param cells how many there are
 * @param sum of those that can be read
 * @param unknown how many cannot be read
 * @param open whether there may be more rows about which nothing is known
 */
record RejectedCells(long cells, BigDecimal sum, long unknown, boolean open) {

    static final RejectedCells NONE = new RejectedCells(0, BigDecimal.ZERO, 0, false);

    boolean isNone() {
        return cells == 0 && !open;
    }
}
