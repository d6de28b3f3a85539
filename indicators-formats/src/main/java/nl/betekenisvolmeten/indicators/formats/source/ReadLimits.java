package nl.betekenisvolmeten.indicators.formats.source;

/**
 * How much of a delivery is read at most. Reaching a limit is always a finding, never an exception: {@code TF-S08} with
 * the limit for bytes, rows, columns and cells, {@code TF-S06} for what is packed or nested.
 *
 * @param rows rows below the header
 * @param columns cells in a row
 * @param cellLength characters in a cell
 * @param findings findings that are kept with their place; all are counted
 * @param keys different keys that are remembered to find duplicate rows; see {@link #withDefaults}
 * @param packed what a workbook may hold, which is packed so that a small file can be very large
 * @param nesting how deep a value of JSON, or an element of a workbook's XML, may lie within others
 * @param bytes bytes of the delivery as it comes, packed or not; a delivery with more is not read at all
 */
public record ReadLimits(
        long rows, int columns, int cellLength, int findings, int keys, Packed packed, int nesting, long bytes) {

    private static final int NESTING = 64;
    private static final long BYTES = 64L << 30;

    private static final ReadLimits DEFAULTS = new ReadLimits(1_000_000_000L, 1_024, 100_000, 1_000, 16_000_000);

    /** @throws IllegalArgumentException if one is not */
    public ReadLimits {
        if (rows <= 0 || columns <= 0 || cellLength <= 0 || findings < 0 || keys <= 0 || nesting <= 0 || bytes <= 0) {
            throw new IllegalArgumentException(
                    "limits must be positive: rows " + rows + ", columns " + columns + ", cellLength " + cellLength
                            + ", findings " + findings + ", keys " + keys + ", nesting " + nesting + ", bytes "
                            + bytes);
        }
    }

    /**
     * Limits with the default ones for packed and nested content, and for bytes.
     *
     * @param rows rows below the header
     * @param columns cells in a row
     * @param cellLength characters in a cell
     * @param findings findings that are kept; may be 0
     * @param keys different keys that are remembered
     * @throws IllegalArgumentException if one is not positive
     */
    public ReadLimits(long rows, int columns, int cellLength, int findings, int keys) {
        this(rows, columns, cellLength, findings, keys, Packed.withDefaults(), NESTING, BYTES);
    }

    /**
     * Returns the usual limits: 1,000,000,000 rows, 1,024 columns, 100,000 characters in a cell, 1,000 findings kept,
     * 16 million keys (about 200 MB of memory when all are different), {@link Packed#withDefaults()}, values 64 deep and
     * 64 GiB.
     *
     * @return the default limits
     */
    public static ReadLimits withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns a copy of these limits with another number of findings.
     *
     * @param newFindings findings that are kept
     * @return the limits
     * @throws IllegalArgumentException if it is negative
     */
    public ReadLimits withFindings(int newFindings) {
        return new ReadLimits(rows, columns, cellLength, newFindings, keys, packed, nesting, bytes);
    }

    /**
     * Returns a copy of these limits with another number of rows.
     *
     * @param newRows rows below the header
     * @return the limits
     * @throws IllegalArgumentException if it is not positive
     */
    public ReadLimits withRows(long newRows) {
        return new ReadLimits(newRows, columns, cellLength, findings, keys, packed, nesting, bytes);
    }

    /**
     * Returns a copy of these limits with another number of keys.
     *
     * @param newKeys different keys that are remembered
     * @return the limits
     * @throws IllegalArgumentException if it is not positive
     */
    public ReadLimits withKeys(int newKeys) {
        return new ReadLimits(rows, columns, cellLength, findings, newKeys, packed, nesting, bytes);
    }

    /**
     * Returns a copy of these limits with others for what is packed.
     *
     * @param newPacked what a workbook may hold
     * @return the limits
     */
    public ReadLimits withPacked(Packed newPacked) {
        return new ReadLimits(rows, columns, cellLength, findings, keys, newPacked, nesting, bytes);
    }

    /**
     * Returns a copy with another number of bytes.
     *
     * @param newBytes bytes of the delivery as it comes
     * @return the limits
     * @throws IllegalArgumentException if it is not positive
     */
    public ReadLimits withBytes(long newBytes) {
        return new ReadLimits(rows, columns, cellLength, findings, keys, packed, nesting, newBytes);
    }

    /**
     * How much a workbook may hold. It is a zip file of XML, in which a few bytes can stand for very many: what is unpacked
     * is counted while it is read, since what the file says of itself need not be true.
     *
     * @param entries entries in the zip file
     * @param unpacked bytes in one entry, and in all entries together as the file itself declares them
     * @param ratio bytes in an entry for each byte that it takes in the file, once it is over {@link #RATIO_FROM}
     * @param sharedText characters of the texts that cells share, which are held in memory; each text counts for 32 more.
     *     The cells that refer to texts of more than 1,024 characters may have four times as many together
     * @param sheets sheets
     */
    public record Packed(int entries, long unpacked, int ratio, long sharedText, int sheets) {

        /** An entry of fewer bytes may be packed as tightly as it is. */
        public static final long RATIO_FROM = 8L << 20;

        private static final Packed DEFAULTS = new Packed(4_096, 2L << 30, 100, 64L << 20, 128);

        /** @throws IllegalArgumentException if one is not */
        public Packed {
            if (entries <= 0 || unpacked <= 0 || ratio <= 0 || sharedText <= 0 || sheets <= 0) {
                throw new IllegalArgumentException("limits must be positive: entries " + entries + ", unpacked "
                        + unpacked + ", ratio " + ratio + ", sharedText " + sharedText + ", sheets " + sheets);
            }
        }

        /**
         * Returns the usual limits: 4,096 entries of 2 GiB, packed 100 to 1 (a sheet of text is packed 10 to 30 times),
         * 64 Mi characters of shared text (at most 128 MB of memory), and 128 sheets.
         *
         * @return the default limits
         */
        public static Packed withDefaults() {
            return DEFAULTS;
        }

        /**
         * Returns a copy of these limits with another number of unpacked bytes.
         *
         * @param newUnpacked bytes in one entry, and in all as declared
         * @return the limits
         * @throws IllegalArgumentException if it is not positive
         */
        public Packed withUnpacked(long newUnpacked) {
            return new Packed(entries, newUnpacked, ratio, sharedText, sheets);
        }

        /**
         * Returns a copy of these limits with another amount of shared text.
         *
         * @param newSharedText characters of shared texts
         * @return the limits
         * @throws IllegalArgumentException if it is not positive
         */
        public Packed withSharedText(long newSharedText) {
            return new Packed(entries, unpacked, ratio, newSharedText, sheets);
        }
    }
}
