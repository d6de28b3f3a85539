package nl.betekenisvolmeten.indicators.disclosure;

/**
 * The choice to let an unprotected table out, for people who may see it: those who account for the work and those who
 * check it. Not for publication: small counts are as they are. Whoever makes the choice says what for, so that it can be
 * logged.
 *
 * @param <T> the table
 * @param table the table, unprotected
 * @param purpose what it is for
 */
public record InternalUse<T>(T table, String purpose) implements Outgoing<T> {

    /** @throws IllegalArgumentException if {@code purpose} is blank */
    public InternalUse {
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("purpose must not be blank: '" + purpose + "'");
        }
    }

    /**
     * Releases a table for a purpose.
     *
     * @param <T> the table
     * @param table the table, unprotected
     * @param purpose what it is for
     * @return the choice
     * @throws IllegalArgumentException if the purpose is blank
     */
    public static <T> InternalUse<T> of(T table, String purpose) {
        return new InternalUse<>(table, purpose);
    }

    /**
     * Returns the choice for a log: what for, without the figures.
     *
     * @return the purpose
     */
    @Override
    public String toString() {
        return "InternalUse[" + purpose + "]";
    }
}
