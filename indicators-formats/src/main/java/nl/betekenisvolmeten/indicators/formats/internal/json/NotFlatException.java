package nl.betekenisvolmeten.indicators.formats.internal.json;

/** Something that {@link FlatObjects} does not read. Whether it is wrong is not said. */
final class NotFlatException extends Exception {

    private static final long serialVersionUID = 1L;

    NotFlatException() {
        super("not a row of objects without objects in them", null, false, false);
    }
}
