package nl.betekenisvolmeten.indicators.formats.internal.bulk;

/**
 * Numbers in the agreed notation, straight from bytes: digits without a superfluous leading zero, and for quantities a comma
 * and as many digits as allowed or fewer. Any other notation is none here; the row path reads it.
 */
final class PlainNumber {

    /** No number in the agreed notation, or one that takes more care. */
    static final long NONE = -1;

    private static final long ZEROS = '0' * Words.ONES;
    private static final long COMMAS = ',' * Words.ONES;
    private static final long ABOVE_NINE = 0x76 * Words.ONES;
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000};

    /** The least number of so many digits without a superfluous leading zero. */
    private static final long[] LEAST = {0, 0, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000};

    private PlainNumber() {}

    /** Returns a whole number of one to eight digits; {@link #NONE} for anything else. */
    static long whole(byte[] bytes, int start, int end) {
        int length = end - start;
        if (length < 1 || length > Long.BYTES) {
            return NONE;
        }
        return whole(Words.at(bytes, start), length);
    }

    private static long whole(long word, int length) {
        long number = digits(word, length);
        // by the number and not by its first digit: lengths differ from cell to cell, so asking for them costs more
        return number < LEAST[length] ? NONE : number;
    }

    /** Returns the number that the first bytes of a word make, leading zeros allowed. */
    private static long digits(long word, int length) {
        int shift = (Long.BYTES - length) << 3;
        // digits move to the end, and zeros come before them
        return filled(shift == 0 ? word : (word << shift) | (ZEROS >>> (Long.SIZE - shift)));
    }

    /** Returns the same for up to seven bytes; zero for none. */
    private static long decimals(long word, int length) {
        int shift = (Long.BYTES - length) << 3;
        return filled((word << Byte.SIZE << (shift - Byte.SIZE)) | (ZEROS >>> (Long.SIZE - shift)));
    }

    /**
     * Returns the number that eight digits make; {@link #NONE} if any byte is not a digit. Each multiplication joins
     * neighbouring digits, then pairs of them (D. Lemire, Quickly parsing eight digits, 2018).
     */
    private static long filled(long filled) {
        long values = filled ^ ZEROS;
        if ((((values + ABOVE_NINE) | values) & Words.HIGHS) != 0) {
            return NONE;
        }
        long pairs = values * 10 + (values >>> 8);
        long upper = (pairs & 0x0000_00FF_0000_00FFL) * 0x000F_4240_0000_0064L;
        long lower = ((pairs >>> 16) & 0x0000_00FF_0000_00FFL) * 0x0000_2710_0000_0001L;
        return (upper + lower) >>> 32;
    }

    /**
     * Returns a decimal number of up to eight bytes.
     *
     * @param scale the most decimals
     * @param maximum the largest that counts, in whole units
     * @return the number in units of 10^-scale; {@link #NONE} for anything else
     */
    static long decimal(byte[] bytes, int start, int end, int scale, long maximum) {
        int length = end - start;
        if (length < 1 || length > Long.BYTES) {
            return NONE;
        }
        long word = Words.at(bytes, start);
        int comma = Math.min(length, Long.numberOfTrailingZeros(Words.zeros(word ^ COMMAS)) >>> 3);
        int decimals = length - comma - 1;
        if (comma == 0 || decimals == 0 || decimals > scale) {
            return NONE;
        }
        long whole = whole(word, comma);
        long rest = decimals(word >>> ((comma + 1) << 3), Math.max(0, decimals));
        if (whole == NONE || rest == NONE || whole >= maximum) {
            return NONE;
        }
        return whole * POWERS[scale] + rest * POWERS[scale - Math.max(0, decimals)];
    }
}
