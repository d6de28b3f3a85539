package nl.betekenisvolmeten.indicators.finding;

/** Who reads a message: the same finding is worded for each. */
public enum Audience {
    /** The colleague who filled in the form, no programmer. */
    FILLER,
    /** Who made the export or runs the check. */
    IT,
    /** The municipality's clerk who receives the delivery. */
    CLERK
}
