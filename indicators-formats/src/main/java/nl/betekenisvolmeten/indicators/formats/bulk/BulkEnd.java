package nl.betekenisvolmeten.indicators.formats.bulk;

/**
 * Where the bulk path ended.
 *
 * @param offset the byte from which on the row path has to read
 * @param records how many records stand before it
 * @param complete whether nothing is left to read
 */
public record BulkEnd(long offset, long records, boolean complete) {}
