package nl.betekenisvolmeten.indicators.formats.source;

/** Is told how far the reading of a delivery is, and says whether to go on. */
@FunctionalInterface
public interface ProgressListener {

    /** Nobody wants to know. */
    ProgressListener NOBODY = (bytes, rows) -> true;

    /**
     * Some rows more have been read. Called on the thread that reads, every few thousand rows.
     *
     * @param bytes how many bytes were read so far; a little more may have been fetched; 0 for
     *     workbooks and JSON, which do not tell
     * @param rows how many rows so far, as a spreadsheet counts
     * @return false to stop reading; what was found until then is reported
     */
    boolean goesOn(long bytes, long rows);
}
