package nl.betekenisvolmeten.indicators.disclosure;

/**
 * A table that may be published: small counts are hidden, others are rounded, and an attack on everything that goes out with
 * it derived nothing. Only {@link DisclosureControl} makes one. It holds what is published and no other value.
 *
 * @param <T> the table
 */
public final class Protected<T> implements Outgoing<T> {

    private final T table;
    private final String purpose;

    Protected(T table, String purpose) {
        this.table = table;
        this.purpose = purpose;
    }

    @Override
    public T table() {
        return table;
    }

    @Override
    public String purpose() {
        return purpose;
    }

    /**
     * Returns the publication that the table is part of, without the figures.
     *
     * @return the purpose
     */
    @Override
    public String toString() {
        return "Protected[" + purpose + "]";
    }
}
