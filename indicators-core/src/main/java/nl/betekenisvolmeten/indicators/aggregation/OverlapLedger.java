package nl.betekenisvolmeten.indicators.aggregation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Agreements about persons that are counted in more than one part of a total. They are
 * delivered with the figures and never change them; the bounds of a total become tighter, and exact where the ledger
 * determines it.
 *
 * @param overlaps what was agreed
 * @param sameAgeRule whether organisations determine age by the same rule, so that in one period someone is in the same age
 *     group with each of them
 */
public record OverlapLedger(List<Overlap> overlaps, boolean sameAgeRule) {

    public OverlapLedger {
        overlaps = List.copyOf(overlaps);
    }

    /**
     * Creates a ledger of organisations that may determine age by different rules.
     *
     * @param overlaps what was agreed
     */
    public OverlapLedger(List<Overlap> overlaps) {
        this(overlaps, false);
    }

    /**
     * The agreements about persons that parts of a total share. The figures of the parts stay what they are.
     *
     * @param dimension the key whose codes the parts are, such as {@code organisatie}, {@code activiteit} or
     *     {@code periode}
     * @param series the count of persons that it is about, such as {@code unieke_deelnemers}
     * @param where for which codes of other keys it holds; a key that is not named does not matter
     * @param agreement what was agreed
     * @param basis who agreed and when, shown with the total: a role, never a person's name
     */
    public record Overlap(
            String dimension, String series, Map<String, String> where, Agreement agreement, String basis) {

        public Overlap {
            where = Collections.unmodifiableMap(new TreeMap<>(where));
        }

        /** What was agreed. */
        public sealed interface Agreement {

            /**
             * Returns the parts that the agreement is about.
             *
             * @return two or more codes
             */
            Set<String> parts();
        }

        /**
         * No two of these parts have a person in common.
         *
         * @param parts two or more codes
         */
        public record None(Set<String> parts) implements Agreement {
            /** @throws IllegalArgumentException if there are fewer */
            public None {
                parts = atLeastTwo(parts);
            }
        }

        /**
         * Everyone of the smaller part is in the larger part too.
         *
         * @param smaller the part within
         * @param larger the part around it
         */
        public record Within(String smaller, String larger) implements Agreement {
            /** @throws IllegalArgumentException if they are the same */
            public Within {
                if (smaller.equals(larger)) {
                    throw new IllegalArgumentException("a part must not be within itself: " + smaller);
                }
            }

            @Override
            public Set<String> parts() {
                return Set.of(smaller, larger);
            }
        }

        /**
         * Two parts have so many persons in common.
         *
         * @param one the one part
         * @param other the other part
         * @param persons how many, 0 or more
         */
        public record Shared(String one, String other, long persons) implements Agreement {
            /** @throws IllegalArgumentException if it is negative, or the parts are the same */
            public Shared {
                if (persons < 0 || one.equals(other)) {
                    throw new IllegalArgumentException("shared persons must not be negative, and parts must differ: "
                            + persons + " of " + one + " and " + other);
                }
            }

            @Override
            public Set<String> parts() {
                return Set.of(one, other);
            }
        }

        /**
         * The parts together have so many different persons, such as from a matched count.
         *
         * @param parts two or more codes
         * @param persons how many, 0 or more
         */
        public record Together(Set<String> parts, long persons) implements Agreement {
            /** @throws IllegalArgumentException if it is negative, or there are fewer than two parts */
            public Together {
                parts = atLeastTwo(parts);
                if (persons < 0) {
                    throw new IllegalArgumentException("persons must not be negative: " + persons);
                }
            }
        }

        private static Set<String> atLeastTwo(Set<String> parts) {
            if (parts.size() < 2) {
                throw new IllegalArgumentException("an overlap must have two parts or more: " + parts);
            }
            return Set.copyOf(parts);
        }
    }
}
