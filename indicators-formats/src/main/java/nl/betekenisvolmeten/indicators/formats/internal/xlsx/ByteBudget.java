package nl.betekenisvolmeten.indicators.formats.internal.xlsx;

import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException.Reason;

/** How many bytes may still be unpacked, over several entries. */
final class ByteBudget {

    private long left;

    ByteBudget(long bytes) {
        left = bytes;
    }

    boolean isSpent() {
        return left < 0;
    }

    void spend(long bytes) throws RefusedException {
        left -= bytes;
        if (left < 0) {
            throw new RefusedException(Reason.TOO_LARGE);
        }
    }
}
