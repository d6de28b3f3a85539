package nl.betekenisvolmeten.indicators.disclosure;

import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * What must be hidden in a publication, and how well. Zeros are published: where nobody came, nobody can be recognised.
 *
 * @param id the name and version
 * @param title the title
 * @param provenance where the numbers come from
 * @param threshold the least number of persons that a published figure is about, 2 to 1,000; figures about fewer are hidden
 * @param rounding what published counts are rounded to a multiple of, 1 to 100; 1 does not round
 * @param level how little an outsider may find out about a hidden count
 */
public record DisclosurePolicy(
        FormatId id, LocalizedText title, Provenance provenance, int threshold, int rounding, Level level) {

    /** The highest threshold. */
    public static final int MAX_THRESHOLD = 1000;

    /** The largest number to round to multiples of. */
    public static final int MAX_ROUNDING = 100;

    /** @throws IllegalArgumentException if {@code threshold} or {@code rounding} is out of range */
    public DisclosurePolicy {
        if (threshold < 2 || threshold > MAX_THRESHOLD) {
            throw new IllegalArgumentException("threshold must be 2 to " + MAX_THRESHOLD + ": " + threshold);
        }
        if (rounding < 1 || rounding > MAX_ROUNDING) {
            throw new IllegalArgumentException("rounding must be 1 to " + MAX_ROUNDING + ": " + rounding);
        }
    }

    /** How little an outsider may find out about a hidden count. */
    public enum Level {
        /** The count cannot be computed: at least two values remain possible. */
        L0,
        /** As L0, and nobody can prove that the count is below the threshold. */
        L1,
        /** As L1, and the count may also be the least that a hidden one can be. */
        L2
    }
}
