package nl.betekenisvolmeten.indicators.targets;

import nl.betekenisvolmeten.indicators.model.CellValue;

/**
 * A figure as far as it is known, to compare with a target.
 *
 * @param value the figure
 * @param state how much it says
 */
public record Realised(CellValue value, State state) {

    /** How much a figure says. */
    public enum State {
        /** Returns a figure that holds everything that was expected. */
        COMPLETE,
        /** Something is missing, and with it the figure could only be larger: a count of what was delivered. */
        AT_LEAST,
        /** Something is missing, which could make the figure larger or smaller: a share or a mean. */
        INCOMPLETE,
        /** It was not counted as the target was set. */
        NOT_COMPARABLE
    }

    /**
     * Returns a complete figure.
     *
     * @param value the figure
     * @return the figure
     */
    public static Realised of(CellValue value) {
        return new Realised(value, State.COMPLETE);
    }

    /**
     * Returns no figure.
     *
     * @return nothing was delivered
     */
    public static Realised missing() {
        return of(new CellValue.Missing());
    }
}
