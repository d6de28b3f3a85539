package nl.betekenisvolmeten.indicators.targets;

/** What can be said of a figure and its target. */
public enum Outcome {
    /** The target is met, whatever the figure is within its bounds. */
    MET,
    /** The target is not met, whatever the figure is within its bounds. */
    NOT_MET,
    /** The bounds of the figure lie on both sides of the target. */
    NOT_DECIDED,
    /** Nothing was delivered, or so little that what is missing may turn the outcome. */
    NOT_ENOUGH_DATA,
    /** The figure was not counted as the target was set: after a break in the series, say. */
    NOT_COMPARABLE,
    /** The figure is not defined, or the target asks for what is better of a figure that has no better. */
    NOT_DEFINED,
    /** The figure is hidden to protect people, and an outcome would tell of it. */
    WITHHELD,
    /** The period of the target has not ended yet. */
    NOT_YET_DUE;

    /** Whether it is a plain yes or no. */
    boolean isSettled() {
        return this == MET || this == NOT_MET;
    }
}
