package nl.betekenisvolmeten.indicators.formats.internal.xlsx;

/**
 * What the list of contents of a zip file says of an entry. None of it need be true.
 *
 * @param name its path
 * @param method how it is packed: 0 not at all, 8 deflated
 * @param crc the check sum of its bytes
 * @param packed how many bytes it takes in the file
 * @param size how many bytes it is
 * @param offset where it starts in the file
 */
record ZipEntryInfo(String name, int method, long crc, long packed, long size, long offset) {

    static final int STORED = 0;
    static final int DEFLATED = 8;
}
