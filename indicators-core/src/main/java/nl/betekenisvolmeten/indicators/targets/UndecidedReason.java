package nl.betekenisvolmeten.indicators.targets;

/** What keeps a figure from saying (more) about its target. */
public enum UndecidedReason {
    /** No set of indicators has the indicator, and no figure was stated: it is not counted in any form known here. */
    UNKNOWN_INDICATOR,
    /** The deliveries that were read do not have what the indicator is made of, and no figure was stated. */
    NOT_FED,
    /** The indicator is made of answers to a questionnaire, which totals are not made of. */
    ANSWERS,
    /** The deliveries do not have areas as small as the target's. */
    LEVEL,
    /** The deliveries do not have periods as short as the target's. */
    LENGTH,
    /** Nothing was delivered of this area and period, and no figure was stated. */
    NO_ROWS,
    /** There are no areas of the level that the target asks for within its area. */
    NO_AREAS,
    /** Not every stadsdeel of the area has delivered. */
    AREAS_MISSING,
    /** Not every organisation has delivered every part of the period. */
    REPORTS_MISSING,
    /** Cells were left empty. */
    CELLS_EMPTY,
    /** Whoever stated the figure says that it is not all. */
    STATED_PARTLY,
    /** It was not counted as the target was set. */
    NOT_COMPARABLE,
    /** There is nothing to divide by, or the figure is not defined for another reason. */
    NO_FIGURE,
    /** The target asks for what is better, of an indicator that has no better. */
    NO_BETTER,
    /** The bounds of the figure lie on both sides of the target. */
    BOUNDS,
    /** The figure is hidden to protect people. */
    HIDDEN,
    /** The period has not ended. */
    NOT_DUE
}
