package nl.betekenisvolmeten.indicators.disclosure;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * Defines what must be hidden in a publication, and how well. Zeros are published, because nobody can be recognised
 * where nobody came; only {@linkplain Sensitivity#groupDisclosure group disclosure} asks for zeros to be hidden.
 *
 * @param id the name and version
 * @param title the title
 * @param provenance where the numbers come from
 * @param thresholds the minimum number of persons behind a published figure; figures about fewer are hidden
 * @param rounding how published counts are rounded
 * @param requirement how little may be found out about a hidden count, and by whom
 */
public record DisclosurePolicy(
        FormatId id,
        LocalizedText title,
        Provenance provenance,
        Thresholds thresholds,
        RoundingRule rounding,
        Requirement requirement) {

    /** The highest threshold. */
    public static final int MAX_THRESHOLD = 1000;

    /** The largest number to round to multiples of. */
    public static final int MAX_ROUNDING = 100;

    /** The maximum number of organisations that may share their figures to derive those of others. */
    public static final int MAX_COALITION = 3;

    /**
     * Creates a policy with one threshold, against outsiders and against each single organisation.
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
        this(
                id,
                title,
                provenance,
                new Thresholds(threshold, List.of()),
                new RoundingRule(rounding, false),
                new Requirement(level, 1));
    }

    /**
     * How published counts are rounded.
     *
     * @param base what they are rounded to a multiple of, 1 to 100; 1 does not round
     * @param additive whether counts that add up still do when rounded, so that they may be rounded up or down by less than
     *     the base; persons, who may be in two places, and other counts are each rounded to the nearest multiple
     */
    public record RoundingRule(int base, boolean additive) {

        /** @throws IllegalArgumentException if {@code base} is out of range */
        public RoundingRule {
            if (base < 1 || base > MAX_ROUNDING) {
                throw new IllegalArgumentException("rounding must be 1 to " + MAX_ROUNDING + ": " + base);
            }
        }
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
     * The minimum number of persons behind a published figure. A figure about codes of several classes needs as many as
     * the strictest of them; so does one that is about all codes, as no figure shows which of them occurred.
     *
     * @param ordinary the minimum for codes of no class, 2 to 1,000
     * @param classes codes with another minimum, all of one column; none for one threshold
     */
    public record Thresholds(int ordinary, List<Sensitivity> classes) {

        /**
         * @throws IllegalArgumentException if {@code ordinary} is out of range, if the classes are of several columns, or if
         *     a code is in two of them
         */
        public Thresholds {
            classes = List.copyOf(classes);
            check(ordinary);
            Set<String> seen = new HashSet<>();
            for (Sensitivity one : classes) {
                if (!one.column().equals(classes.get(0).column())
                        || !one.codes().stream().allMatch(seen::add)) {
                    throw new IllegalArgumentException("classes must have different codes of one column: " + one);
                }
            }
        }

        private static void check(int threshold) {
            if (threshold < 2 || threshold > MAX_THRESHOLD) {
                throw new IllegalArgumentException("threshold must be 2 to " + MAX_THRESHOLD + ": " + threshold);
            }
        }

        /** Returns the threshold of a figure about some codes. */
        int of(Collection<String> codes) {
            return codes.stream()
                    .mapToInt(code -> classes.stream()
                            .filter(one -> one.codes().contains(code))
                            .findFirst()
                            .map(Sensitivity::threshold)
                            .orElse(ordinary))
                    .max()
                    .orElse(ordinary);
        }

        /** Returns the threshold of a figure that may be about any code. */
        int strictest() {
            return classes.stream().mapToInt(Sensitivity::threshold).reduce(ordinary, Math::max);
        }
    }

    /**
     * A class of sensitivity: codes with a minimum number of persons other than the ordinary one.
     *
     * @param name the name of the class, as used within a sentence
     * @param note why the threshold is what it is
     * @param column the column with the codes
     * @param codes the codes
     * @param threshold the minimum number of persons behind a published figure about one of the codes, 2 to 1,000
     * @param groupDisclosure whether it is hidden too that everyone behind a figure has one of the codes; where the
     *     figures are divided by the column, zeros are then hidden as needed
     */
    public record Sensitivity(
            LocalizedText name,
            LocalizedText note,
            ColumnName column,
            List<String> codes,
            int threshold,
            boolean groupDisclosure) {

        /** @throws IllegalArgumentException if {@code threshold} is out of range */
        public Sensitivity {
            codes = List.copyOf(codes);
            Thresholds.check(threshold);
        }
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
