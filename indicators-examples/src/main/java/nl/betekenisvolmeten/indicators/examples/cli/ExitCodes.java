package nl.betekenisvolmeten.indicators.examples.cli;

/** The exit codes of the commands. */
final class ExitCodes {

    /** Nothing wrong; warnings are allowed. */
    static final int GOOD = 0;

    /** Findings of severity error. */
    static final int ERRORS = 1;

    /** Wrong usage. */
    static final int USAGE = 2;

    /** A fault of the tool or its surroundings. */
    static final int FAULT = 3;

    private ExitCodes() {}
}
