package nl.betekenisvolmeten.indicators.disclosure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * All tables that are published together. A reader of one has the others too, so they are protected as a whole.
 *
 * @param id the name and version
 * @param title the title
 * @param provenance where the choice of tables comes from
 * @param policy what must be hidden
 * @param parts the tables, each with different areas, periods or categories
 */
public record PublicationPlan(
        FormatId id, LocalizedText title, Provenance provenance, DisclosurePolicy policy, List<Part> parts) {

    /** The code of all categories together, in the tables that have categories. */
    public static final String TOTAL = "totaal";

    /**
     * @throws IllegalArgumentException if there are no parts, if two have the same name, or the same areas, periods and
     *     categories, or if a count or categories are described in two ways
     */
    public PublicationPlan {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("no tables to publish: " + id);
        }
        Set<Object> seen = new HashSet<>();
        Map<ColumnName, Object> described = new HashMap<>();
        for (Part part : parts) {
            List<ColumnName> columns =
                    part.by().stream().map(Breakdown::column).sorted().toList();
            if (!seen.add(part.id()) || !seen.add(List.of(part.level(), part.period(), columns))) {
                throw new IllegalArgumentException("two tables of the same name or about the same: " + part.id());
            }
            for (Breakdown breakdown : part.by()) {
                if (!breakdown.equals(described.getOrDefault(breakdown.column(), breakdown))) {
                    throw new IllegalArgumentException("categories are described in two ways: " + breakdown.column());
                }
                described.put(breakdown.column(), breakdown);
            }
            for (Count count : part.counts()) {
                if (described.putIfAbsent(count.measure(), count) instanceof Count other && !other.isLike(count)) {
                    throw new IllegalArgumentException("a count is described in two ways: " + count.measure());
                }
            }
        }
        for (Part part : parts) {
            for (Count count : part.counts()) {
                for (ColumnName most : count.atMost()) {
                    if (!(described.get(most) instanceof Count other) || other.decimals() != count.decimals()) {
                        throw new IllegalArgumentException(
                                count.measure() + " cannot be compared with a count of this plan: " + most);
                    }
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
     * Returns the minimum numbers of persons behind figures of this plan: one, unless its tables are divided by codes of
     * several classes of sensitivity.
     *
     * @return the thresholds, lowest first
     */
    public SortedSet<Integer> thresholds() {
        DisclosurePolicy.Thresholds known = policy.thresholds();
        SortedSet<Integer> all = new TreeSet<>();
        Optional<Breakdown> classed =
                breakdowns().stream().filter(this::isClassed).findFirst();
        all.add(classed.map(one -> known.of(one.codes())).orElseGet(known::strictest));
        classed.ifPresent(one -> one.codes().forEach(code -> all.add(known.of(List.of(code)))));
        return all;
    }

    /** Returns the minimum number of persons behind a figure with a code for each of the categories, or their total. */
    int threshold(List<String> codes) {
        List<Breakdown> by = breakdowns();
        return IntStream.range(0, by.size())
                .filter(i -> isClassed(by.get(i)) && !codes.get(i).equals(TOTAL))
                .map(i -> policy.thresholds().of(List.of(codes.get(i))))
                .findFirst()
                .orElseGet(() -> thresholds().last());
    }

    /**
     * Returns whether a count is rounded such that its published parts add up to their total. If the policy asks for
     * it, this holds for a count of anything other than persons that is at least one for each person or appears in no
     * table by category. The categories of other counts are not known to add up.
     *
     * @param count a count of this plan
     * @return whether it is; otherwise each of its figures is rounded by itself
     */
    public boolean isRoundedTogether(Count count) {
        return policy.rounding().additive()
                && !count.isPersons()
                && (count.onePerPerson()
                        || parts.stream()
                                .filter(part -> part.counts().stream().anyMatch(count::isSame))
                                .allMatch(part -> part.by().isEmpty()));
    }

    /** Returns whether nobody may find out that everyone who is counted has a code. */
    boolean isGuarded(String code) {
        return policy.thresholds().classes().stream()
                .anyMatch(one -> one.groupDisclosure() && one.codes().contains(code));
    }

    /** Returns in which of the categories no code may be that of everyone; -1 if there are no such codes. */
    int guarded() {
        List<Breakdown> by = breakdowns();
        return IntStream.range(0, by.size())
                .filter(i -> isClassed(by.get(i)) && by.get(i).codes().stream().anyMatch(this::isGuarded))
                .findFirst()
                .orElse(-1);
    }

    /** Returns whether a figure of zero may be hidden. */
    boolean mayHideZero(List<String> codes) {
        int at = guarded();
        return at >= 0 && !codes.get(at).equals(TOTAL);
    }

    private boolean isClassed(Breakdown by) {
        return policy.thresholds().classes().stream()
                .anyMatch(one -> one.column().equals(by.column()));
    }

    /** Returns the levels of areas, largest areas first. */
    List<AreaLevel> levels() {
        return parts.stream()
                .map(Part::level)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** Returns the lengths of periods, longest first. */
    List<PeriodKind> kinds() {
        return parts.stream()
                .map(Part::period)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** Returns the categories of all tables. */
    List<Breakdown> breakdowns() {
        return parts.stream().flatMap(part -> part.by().stream()).distinct().toList();
    }

    /** Returns the counts of all tables. */
    List<Count> counts() {
        Map<ColumnName, Count> counts = new LinkedHashMap<>();
        parts.forEach(part -> part.counts().forEach(count -> counts.putIfAbsent(count.measure(), count)));
        return List.copyOf(counts.values());
    }

    /** Returns the counts in groups: no relation leads from a count of one group to a count of another. */
    List<List<Count>> groups() {
        List<Set<ColumnName>> related = new ArrayList<>();
        for (Count count : counts()) {
            Set<ColumnName> group = new HashSet<>(count.atMost());
            group.addAll(List.of(count.measure(), count.persons()));
            related.stream()
                    .filter(other -> !Collections.disjoint(other, group))
                    .toList()
                    .forEach(group::addAll);
            related.removeIf(group::containsAll);
            related.add(group);
        }
        return related.stream()
                .map(group -> counts().stream()
                        .filter(count -> group.contains(count.measure()))
                        .toList())
                .toList();
    }

    /**
     * Categories that counts are broken down by, in addition to their total.
     *
     * @param column the column with the categories
     * @param codes all its codes
     */
    public record Breakdown(ColumnName column, List<String> codes) {

        /** @throws IllegalArgumentException if there are no codes, one occurs twice, or one is the code of the total */
        public Breakdown {
            codes = List.copyOf(codes);
            if (codes.isEmpty() || Set.copyOf(codes).size() < codes.size() || codes.contains(TOTAL)) {
                throw new IllegalArgumentException(
                        "codes must be different and not '" + TOTAL + "': " + column + " " + codes);
            }
        }
    }

    /**
     * A table with a row for each area of a level, each period, and each category and their total.
     *
     * @param id the name of the table and of its file
     * @param level the level of the areas
     * @param period the length of the periods
     * @param by the categories; none for totals only
     * @param counts what is published
     */
    public record Part(String id, AreaLevel level, PeriodKind period, List<Breakdown> by, List<Count> counts) {

        /**
         * @throws IllegalArgumentException if there are no counts, if two are of one measure, or if a count is published
         *     without the persons whom it is about
         */
        public Part {
            by = List.copyOf(by);
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

        /**
         * Returns the columns that rows of the table begin with.
         *
         * @return {@code area_code}, {@code area}, {@code period}, and those of the categories
         */
        public List<String> keys() {
            return Stream.concat(
                            Stream.of("area_code", "area", "period"),
                            by.stream().map(breakdown -> breakdown.column().value()))
                    .toList();
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
     * @param atMost the counts of the plan that it never exceeds; if both count persons, these are some of the other's,
     *     as new participants are some of all participants
     */
    public record Count(
            ColumnName measure,
            ColumnName persons,
            boolean onePerPerson,
            int decimals,
            boolean perThousand,
            List<ColumnName> atMost) {

        /** @throws IllegalArgumentException if {@code decimals} is out of range, or it is compared with itself */
        public Count {
            atMost = List.copyOf(atMost);
            if (decimals < 0 || decimals > Measure.MAX_SCALE) {
                throw new IllegalArgumentException("decimals must be 0 to " + Measure.MAX_SCALE + ": " + decimals);
            }
            if (atMost.contains(measure)) {
                throw new IllegalArgumentException("a count cannot be compared with itself: " + measure);
            }
        }

        /**
         * Creates a count that is compared with no other than its persons.
         *
         * @param measure the measure
         * @param persons the measure of the persons behind it
         * @param onePerPerson whether the count is never below the number of persons
         * @param decimals how many decimals the count has
         * @param perThousand whether the count per 1,000 inhabitants is published too
         * @throws IllegalArgumentException if {@code decimals} is out of range
         */
        public Count(ColumnName measure, ColumnName persons, boolean onePerPerson, int decimals, boolean perThousand) {
            this(measure, persons, onePerPerson, decimals, perThousand, List.of());
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

        boolean isSame(Count other) {
            return measure.equals(other.measure);
        }

        private boolean isLike(Count other) {
            return persons.equals(other.persons)
                    && onePerPerson == other.onePerPerson
                    && decimals == other.decimals
                    && atMost.equals(other.atMost);
        }
    }
}
