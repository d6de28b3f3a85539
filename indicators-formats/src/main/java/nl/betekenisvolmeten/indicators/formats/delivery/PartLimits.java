package nl.betekenisvolmeten.indicators.formats.delivery;

/**
 * How much of a package of files is taken at most: a small zip can hold terabytes.
 *
 * @param files how many files it may hold, those that are no parts included
 * @param bytes how many bytes all files may have together, unpacked
 * @param nameLength how many characters the name of a file may have
 */
public record PartLimits(int files, long bytes, int nameLength) {

    private static final PartLimits DEFAULTS = new PartLimits(100, 4L << 30, 255);

    /** @throws IllegalArgumentException if one is not */
    public PartLimits {
        if (files <= 0 || bytes <= 0 || nameLength <= 0) {
            throw new IllegalArgumentException(
                    "limits are positive: files " + files + ", bytes " + bytes + ", nameLength " + nameLength);
        }
    }

    /**
     * A hundred files of together 4 GB, with names of 255 characters.
     *
     * @return the default limits
     */
    public static PartLimits withDefaults() {
        return DEFAULTS;
    }
}
