package nl.betekenisvolmeten.indicators.disclosure;

/**
 * A table that may leave the program, with who may see it: what writers take.
 *
 * @param <T> the table
 */
public sealed interface Outgoing<T> permits InternalUse, Protected {

    /**
     * Returns the table.
     *
     * @return the table
     */
    T table();

    /**
     * Returns what the table is let out for.
     *
     * @return a text that is not blank
     */
    String purpose();

    /**
     * Returns the word for the audience of the table, as in files.
     *
     * @return {@code public} for a protected table, {@code internal} for any other
     */
    default String use() {
        return this instanceof Protected ? "public" : "internal";
    }
}
