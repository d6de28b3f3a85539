package nl.betekenisvolmeten.indicators.aggregation;

import java.math.BigDecimal;

/**
 * The cells in rejected rows that may belong to a figure.
 *
 * @param cells the number of cells
 * @param sum the sum of the readable cells
 * @param unknown the number of unreadable cells
 * @param open whether there may be further rows that are entirely unknown
 */
record RejectedCells(long cells, BigDecimal sum, long unknown, boolean open) {

    static final RejectedCells NONE = new RejectedCells(0, BigDecimal.ZERO, 0, false);

    boolean isNone() {
        return cells == 0 && !open;
    }
}
