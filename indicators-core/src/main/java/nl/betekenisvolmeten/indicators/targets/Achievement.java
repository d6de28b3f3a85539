package nl.betekenisvolmeten.indicators.targets;

import nl.betekenisvolmeten.indicators.model.CellValue;

/** How much of the way to a target has been gone. */
public sealed interface Achievement {

    /**
     * A share.
     *
     * @param value 1 when the target is reached, more when it is passed, below 0 when it went the other way; exact or
     *     between bounds
     * @param basis of what it is a share
     */
    record Share(CellValue value, Basis basis) implements Achievement {}

    /**
     * There is no such share.
     *
     * @param reason why
     */
    record Undefined(Reason reason) implements Achievement {}

    /** Of what an achievement is a share. */
    enum Basis {
        /** Of the way from the baseline to the target: right for a target below its baseline too. */
        WAY_FROM_BASELINE,
        /** Of the target itself, where there is no baseline and more is asked for. */
        TARGET
    }

    /** Why there is no achievement. */
    enum Reason {
        /** The baseline is the target: there is no way to go. */
        TARGET_IS_BASELINE,
        /** The target is zero, and there is no baseline to come from. */
        TARGET_IS_ZERO,
        /** Less is asked for, and there is no baseline: half of a maximum is not half of the way. */
        NO_BASELINE,
        /** The target names no value to arrive at. */
        NO_VALUE,
        /** There is no figure, it is incomplete, or it cannot be compared. */
        NO_FIGURE
    }
}
