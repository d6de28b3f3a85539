package nl.betekenisvolmeten.indicators.disclosure;

import java.util.stream.IntStream;

/** Searches for other tables in which a cell is larger or smaller, by changing the cells that may change. */
interface MoveSearch {

    /** The direction in which a cell is to change. */
    enum Way {
        UP,
        DOWN,
        EITHER
    }

    /**
     * Another table, as changes of cells; without changes if there is no such table.
     *
     * @param cells the cells
     * @param added the change of each
     * @param cost the cost of hiding the cells that are not hidden yet
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Move(int[] cells, long[] added, long cost) {
        static final Move NONE = new Move(new int[0], new long[0], 0);

        /** Returns whether there is no such table. */
        boolean isNone() {
            return cells.length == 0;
        }

        boolean changes(int[] known) {
            return IntStream.of(known).anyMatch(cell -> IntStream.of(cells).anyMatch(changed -> changed == cell));
        }

        /** Returns the change of a cell. */
        long added(int cell) {
            for (int i = 0; i < cells.length; i++) {
                if (cells[i] == cell) {
                    return added[i];
                }
            }
            return 0;
        }

        /** Returns how much a cell changes. */
        long amount(int cell) {
            return Math.abs(added(cell));
        }

        /** Returns whether a cell stays within its published bounds. */
        boolean isWithin(int cell, Suppressor.Cells published) {
            long value = published.values()[cell] + added(cell);
            return value >= published.lower()[cell] && value <= published.upper()[cell];
        }
    }

    /**
     * Finds another table.
     *
     * @param cell the cell that must change
     * @param up whether it must become larger
     * @param amount the size of the change
     * @param known cells that do not change
     * @param hiding whether cells that are not hidden may change too, at the cost of hiding them
     * @return the change, by the given amount or less if there is no such table
     */
    Move find(int cell, boolean up, long amount, int[] known, boolean hiding);

    /** Finds another table, in the cheapest direction if either will do. */
    default Move find(int cell, Way way, long amount, int[] known, boolean hiding, boolean canBeLess) {
        if (way != Way.EITHER) {
            return find(cell, way == Way.UP, amount, known, hiding);
        }
        Move up = find(cell, true, amount, known, hiding);
        if (!canBeLess || (up.amount(cell) >= amount && up.cost() == 0)) {
            return up;
        }
        Move down = find(cell, false, amount, known, hiding);
        boolean isDown = down.amount(cell) >= amount && (up.amount(cell) < amount || down.cost() < up.cost());
        return isDown ? down : up;
    }
}
