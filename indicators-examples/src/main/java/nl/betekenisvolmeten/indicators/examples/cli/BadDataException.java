package nl.betekenisvolmeten.indicators.examples.cli;

/** A file that the work cannot do without has errors, which were told. */
final class BadDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadDataException(String file) {
        super(file);
    }
}
