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
 * @param threshold the minimum number of persons behind a published figure, 2 to 1,000; figures about fewer are hidden
 * @param rounding what published counts are rounded to a multiple of, 1 to 100; 1 does not round
 * @param requirement how little may be found out about a hidden count, and by whom
 */
public record DisclosurePolicy(
        FormatId id, LocalizedText title, Provenance provenance, int threshold, int rounding, Requirement requirement) {

    /** The highest threshold. */
    public static final int MAX_THRESHOLD = 1000;

    /** The largest number to round to multiples of. */
    public static final int MAX_ROUNDING = 100;

    /** The maximum number of organisations that may share their figures to derive those of others. */
    public static final int MAX_COALITION = 3;

    /** @throws IllegalArgumentException if {@code threshold} or {@code rounding} is out of range */
    public DisclosurePolicy {
        if (threshold < 2 || threshold > MAX_THRESHOLD) {
            throw new IllegalArgumentException("threshold must be 2 to " + MAX_THRESHOLD + ": " + threshold);
        }
        if (rounding < 1 || rounding > MAX_ROUNDING) {
            throw new IllegalArgumentException("rounding must be 1 to " + MAX_ROUNDING + ": " + rounding);
        }
    }

    /**
     * Creates a policy against outsiders and against each single organisation.
     *
     * @param id the name and version
     * @param title the title
     * @param provenance where the numbers come from
     * @param threshold the minimum number of persons behind a published figure
     * @param rounding what published counts are rounded to a multiple of
     * @param level how little may be found out about a hidden count
     * @throws IllegalArgumentException if {@code threshold} or {@code rounding} is out of range
     */
    public DisclosurePolicy(
            FormatId id, LocalizedText title, Provenance provenance, int threshold, int rounding, Level level) {
        this(id, title, provenance, threshold, rounding, new Requirement(level, 1));
    }

    /**
     * Returns how little may be found out about a hidden count.
     *
     * @return the level
     */
    public Level level() {
        return requirement.level();
    }

    /**
     * Returns how many organisations may put their own figures together.
     *
     * @return 0 to {@link #MAX_COALITION}
     */
    public int coalition() {
        return requirement.coalition();
    }

    /**
     * How little may be found out about a hidden count, and by whom.
     *
     * @param level how little
     * @param coalition how many organisations may put their own figures together to find out about the others, 0 to
     *     {@link #MAX_COALITION}; 0 for outsiders only
     */
    public record Requirement(Level level, int coalition) {

        /** @throws IllegalArgumentException if {@code coalition} is out of range */
        public Requirement {
            if (coalition < 0 || coalition > MAX_COALITION) {
                throw new IllegalArgumentException("coalition must be 0 to " + MAX_COALITION + ": " + coalition);
            }
        }
    }

    /** How little may be found out about a hidden count. */
    public enum Level {
        /** The count cannot be computed: at least two values remain possible. */
        L0,
        /** As L0, and nobody can prove that the count is below the threshold. */
        L1,
        /** As L1, and the count may also be the least that a hidden one can be. */
        L2
    }
}
