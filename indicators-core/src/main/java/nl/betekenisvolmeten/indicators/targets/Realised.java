package nl.betekenisvolmeten.indicators.targets;

import java.math.BigDecimal;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.CellValue;

/**
 * A figure to compare with a target, and how well it is known.
 *
 * @param value the figure
 * @param state how much it says
 * @param limits the limits of its 95 % interval; empty if it is counted in full
 */
public record Realised(CellValue value, State state, Optional<CellValue> limits) {

    /**
     * Creates a figure that is counted in full.
     *
     * @param value the figure
     * @param state how much it says
     */
    public Realised(CellValue value, State state) {
        this(value, state, Optional.empty());
    }

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

    /** Returns the least that the figure can be; empty where that is not known. */
    Optional<BigDecimal> lower() {
        return value instanceof CellValue.Incomplete incomplete ? incomplete.lower() : value.lowerBound();
    }

    /** Returns what is compared with a target: the interval if there is one, otherwise the value. */
    CellValue judged() {
        return limits.orElse(value);
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
