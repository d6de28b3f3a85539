package nl.betekenisvolmeten.indicators.disclosure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * All tables that are published together. Whoever has one has the others too, so they are protected as one.
 *
 * @param id the name and version
 * @param title the title
 * @param provenance where the choice of tables comes from
 * @param policy what must be hidden
 * @param parts the tables, each of another level of areas
 */
public record PublicationPlan(
        FormatId id, LocalizedText title, Provenance provenance, DisclosurePolicy policy, List<Part> parts) {

    /**
     * @throws IllegalArgumentException if there are no parts, if two have the same name or level of areas, if they are of
     *     different lengths of period, whose relations are not known here, or if a count is described in two ways
     */
    public PublicationPlan {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("no tables to publish: " + id);
        }
        Set<Object> seen = new HashSet<>();
        Map<ColumnName, Count> counts = new HashMap<>();
        for (Part part : parts) {
            if (!seen.add(part.id()) || !seen.add(part.level())) {
                throw new IllegalArgumentException("two tables of the same name or level: " + part.id());
            }
            if (part.period() != parts.get(0).period()) {
                throw new IllegalArgumentException(
                        "tables of different lengths of period cannot be protected together: " + part.period());
            }
            for (Count count : part.counts()) {
                Count other = counts.putIfAbsent(count.measure(), count);
                if (other != null && !other.isLike(count)) {
                    throw new IllegalArgumentException("a count is described in two ways: " + count.measure());
                }
            }
        }
    }

    /**
     * Returns this plan with another policy.
     *
     * @param newPolicy what must be hidden
     * @return a copy
     */
    public PublicationPlan withPolicy(DisclosurePolicy newPolicy) {
        return new PublicationPlan(id, title, provenance, newPolicy, parts);
    }

    /**
     * A table: a row for each area of a level and each period.
     *
     * @param id the name of the table, also of its file
     * @param level the level of the areas
     * @param period the length of the periods
     * @param counts what is published
     */
    public record Part(String id, AreaLevel level, PeriodKind period, List<Count> counts) {

        /**
         * @throws IllegalArgumentException if there are no counts, if two are of one measure, or if a count is published
         *     without the persons whom it is about
         */
        public Part {
            counts = List.copyOf(counts);
            List<ColumnName> measures = counts.stream().map(Count::measure).toList();
            if (counts.isEmpty() || Set.copyOf(measures).size() < measures.size()) {
                throw new IllegalArgumentException("no counts, or two of one measure: " + id + " " + measures);
            }
            for (Count count : counts) {
                if (!measures.contains(count.persons())) {
                    throw new IllegalArgumentException(
                            count.measure() + " is published without its persons: " + count.persons());
                }
            }
        }
    }

    /**
     * A count, and whom it is about.
     *
     * @param measure the measure
     * @param persons the measure of the persons behind it; the measure itself where it counts persons
     * @param onePerPerson whether the count is never below the number of persons, as visits are
     * @param decimals how many decimals the count has
     * @param perThousand whether the count per 1,000 inhabitants is published too
     */
    public record Count(
            ColumnName measure, ColumnName persons, boolean onePerPerson, int decimals, boolean perThousand) {

        /** @throws IllegalArgumentException if {@code decimals} is out of range */
        public Count {
            if (decimals < 0 || decimals > Measure.MAX_SCALE) {
                throw new IllegalArgumentException("decimals must be 0 to " + Measure.MAX_SCALE + ": " + decimals);
            }
        }

        /**
         * Returns whether the count is one of persons.
         *
         * @return true when nobody else is behind it
         */
        public boolean isPersons() {
            return measure.equals(persons);
        }

        /**
         * Returns whether no count is below the number of persons behind it, so that a small one gives away that few
         * persons are.
         *
         * @return true of persons themselves, and of what each of them has at least one of
         */
        public boolean boundsPersons() {
            return isPersons() || onePerPerson;
        }

        /**
         * Returns the name of the column with the count per 1,000 inhabitants.
         *
         * @return such as {@code bezoeken_per_1000_inwoners}
         */
        public String perThousandName() {
            return measure + "_per_1000_inwoners";
        }

        private boolean isLike(Count other) {
            return persons.equals(other.persons) && onePerPerson == other.onePerPerson && decimals == other.decimals;
        }
    }
}
