package nl.betekenisvolmeten.indicators.targets;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Figure;

/**
 * A figure as far as it is known, to put beside a target.
 *
 * @param value the figure
 * @param state how much it says
 */
public record Realised(CellValue value, State state) {

    /** How much a figure says. */
    public enum State {
        /** Everything that was expected is in it. */
        COMPLETE,
        /** Something is missing, and with it the figure could only be larger: a count of what was delivered. */
        AT_LEAST,
        /** Something is missing, which could make the figure larger or smaller: a share or a mean. */
        INCOMPLETE,
        /** It was not counted as the target was set. */
        NOT_COMPARABLE
    }

    /**
     * A complete figure.
     *
     * @param value the figure
     * @return the figure
     */
    public static Realised of(CellValue value) {
        return new Realised(value, State.COMPLETE);
    }

    /**
     * A total with what it rests on.
     *
     * @param figure the total
     * @param coverage what was reported of what was to be expected; empty when the table does not say who reports
     * @param onlyGrows whether what is missing could only make it larger: true of counts, false of shares and means
     * @return the figure
     */
    public static Realised from(Figure figure, Optional<Coverage> coverage, boolean onlyGrows) {
        boolean complete =
                figure.cellsMissing() == 0 && coverage.map(Coverage::isComplete).orElse(true);
        State partial = onlyGrows ? State.AT_LEAST : State.INCOMPLETE;
        return new Realised(figure.value(), complete ? State.COMPLETE : partial);
    }

    /**
     * A figure that was not counted as the target was set, such as after a break that nothing explains.
     *
     * @param value the figure
     * @return the figure
     */
    public static Realised notComparable(CellValue value) {
        return new Realised(value, State.NOT_COMPARABLE);
    }

    /**
     * No figure.
     *
     * @return nothing was delivered
     */
    public static Realised missing() {
        return of(new CellValue.Missing());
    }
}
