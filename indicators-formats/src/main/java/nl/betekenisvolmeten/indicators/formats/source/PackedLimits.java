package nl.betekenisvolmeten.indicators.formats.source;

/**
 * How much a workbook may hold. It is a zip file of XML, in which a few bytes can stand for very many: what is unpacked
 * is counted while it is read, since what the file says of itself need not be true.
 *
 * @param entries entries in the zip file
 * @param unpacked bytes in one entry, and in all entries together as the file itself declares them
 * @param ratio bytes in an entry for each byte that it takes in the file, once it is over {@link #RATIO_FROM}
 * @param sharedText characters of the texts that cells share, which are held in memory; each text counts for 32 more
 * @param sheets sheets
 */
public record PackedLimits(int entries, long unpacked, int ratio, long sharedText, int sheets) {

    /** An entry of fewer bytes may be packed as tightly as it is. */
    public static final long RATIO_FROM = 8L << 20;

    private static final PackedLimits DEFAULTS = new PackedLimits(4_096, 2L << 30, 100, 64L << 20, 128);

    /** @throws IllegalArgumentException if one is not */
    public PackedLimits {
        if (entries <= 0 || unpacked <= 0 || ratio <= 0 || sharedText <= 0 || sheets <= 0) {
            throw new IllegalArgumentException("limits are positive: entries " + entries + ", unpacked " + unpacked
                    + ", ratio " + ratio + ", sharedText " + sharedText + ", sheets " + sheets);
        }
    }

    /**
     * 4,096 entries of 2 GiB, packed 100 to 1 (a sheet of text is packed 10 to 30 times), 64 Mi characters of shared text
     * (at most 128 MB of memory), and 128 sheets.
     *
     * @return the default limits
     */
    public static PackedLimits withDefaults() {
        return DEFAULTS;
    }

    /**
     * These limits with another number of unpacked bytes.
     *
     * @param newUnpacked bytes in one entry, and in all as declared
     * @return the limits
     * @throws IllegalArgumentException if it is not positive
     */
    public PackedLimits withUnpacked(long newUnpacked) {
        return new PackedLimits(entries, newUnpacked, ratio, sharedText, sheets);
    }

    /**
     * These limits with another amount of shared text.
     *
     * @param newSharedText characters of shared texts
     * @return the limits
     * @throws IllegalArgumentException if it is not positive
     */
    public PackedLimits withSharedText(long newSharedText) {
        return new PackedLimits(entries, unpacked, ratio, newSharedText, sheets);
    }
}
