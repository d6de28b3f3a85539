package nl.betekenisvolmeten.indicators.finding;

/** How serious a finding is, from light to serious. */
public enum Severity {
    /** Worth knowing; nothing needs to be done. */
    NOTE,
    /** Probably not as meant; the row counts all the same. */
    WARNING,
    /** Wrong; the row (or the file) does not count until it is corrected. */
    ERROR
}
