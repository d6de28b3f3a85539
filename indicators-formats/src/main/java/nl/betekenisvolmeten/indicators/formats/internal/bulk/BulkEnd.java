package nl.betekenisvolmeten.indicators.formats.internal.bulk;

/**
 * Where the bulk path ended.
 *
 * @param offset the byte from which on the row path has to read
 * @param records how many records stand before it
 * @param kind why it ended
 */
public record BulkEnd(long offset, long records, Kind kind) {

    /** Why it ended. */
    public enum Kind {
        /** Returns an end at which nothing is left to read. */
        COMPLETE,
        /** What follows is for the row path. */
        TO_BE_CONTINUED,
        /** Whoever follows the progress said to stop. */
        STOPPED
    }

    /**
     * Nothing read yet.
     *
     * @param offset the byte at which the text starts
     * @return the end before the first row
     */
    public static BulkEnd atStart(long offset) {
        return new BulkEnd(offset, 0, Kind.TO_BE_CONTINUED);
    }
}
