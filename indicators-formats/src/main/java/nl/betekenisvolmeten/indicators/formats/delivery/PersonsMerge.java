package nl.betekenisvolmeten.indicators.formats.delivery;

/**
 * What becomes of rows that are one row in the other version, where the same person may be in more than one of them. A
 * cell holds one number, and neither the sum nor the largest is known to be right.
 */
public enum PersonsMerge {
    /** The rows are left out, with a finding of severity error. */
    REFUSE,
    /** The sum is taken, which is the most that it can be, with a finding of severity warning. */
    AT_MOST
}
