package nl.betekenisvolmeten.indicators.finding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Findings, kept within a bound and counted exactly.
 *
 * @param kept the first ones, in the order in which they were found
 * @param countBySeverity how many of each severity, kept or not
 * @param countByCode how many of each code, kept or not
 * @param folded all of them, folded by cause: the most serious first, then the most frequent, then by place. Their counts add up
 *     to those of their codes
 */
public record Findings(
        List<Finding> kept,
        Map<Severity, Long> countBySeverity,
        Map<FindingCode, Long> countByCode,
        List<FoldedFinding> folded) {

    private static final Comparator<FoldedFinding> MOST_SERIOUS_FIRST = Comparator.comparing(FoldedFinding::severity)
            .thenComparingLong(FoldedFinding::count)
            .reversed()
            .thenComparing(group -> group.first().location())
            .thenComparing(FoldedFinding::code)
            .thenComparing(group -> group.first().value().orElse(""));

    private static final Findings NONE = new Findings(List.of(), Map.of(), Map.of(), List.of());

    public Findings {
        kept = List.copyOf(kept);
        EnumMap<Severity, Long> severities = new EnumMap<>(Severity.class);
        severities.putAll(countBySeverity);
        countBySeverity = Collections.unmodifiableMap(severities);
        countByCode = Collections.unmodifiableMap(new TreeMap<>(countByCode));
        folded = folded.stream().sorted(MOST_SERIOUS_FIRST).toList();
    }

    /**
     * Returns empty findings.
     *
     * @return the empty findings
     */
    public static Findings none() {
        return NONE;
    }

    /**
     * Returns all of these, kept.
     *
     * @param findings the findings
     * @return the findings
     */
    public static Findings of(List<Finding> findings) {
        Collector collector = Collector.of(findings.size());
        findings.forEach(collector::add);
        return collector.toFindings();
    }

    /**
     * Returns how many of a severity were found.
     *
     * @param severity the severity
     * @return the exact number, kept or not
     */
    public long count(Severity severity) {
        return countBySeverity.getOrDefault(severity, 0L);
    }

    /**
     * Returns how many of a code were found.
     *
     * @param code the code
     * @return the exact number, kept or not
     */
    public long count(FindingCode code) {
        return countByCode.getOrDefault(code, 0L);
    }

    /**
     * Returns how many were found in all.
     *
     * @return the exact number, kept or not
     */
    public long total() {
        return countBySeverity.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Returns these without some of the kept ones, such as those that are reported separately.
     *
     * @param removed findings that were kept
     * @return the others, counted as exactly as these
     * @throws IllegalArgumentException if one of them was not kept
     */
    public Findings without(List<Finding> removed) {
        if (removed.isEmpty()) {
            return this;
        }
        List<Finding> rest = new ArrayList<>(kept);
        Map<Severity, Long> severities = new HashMap<>(countBySeverity);
        Map<FindingCode, Long> codes = new HashMap<>(countByCode);
        for (Finding finding : removed) {
            if (!rest.remove(finding)) {
                throw new IllegalArgumentException("not all of these findings were kept: " + removed);
            }
            severities.computeIfPresent(finding.severity(), (severity, count) -> count == 1 ? null : count - 1);
            codes.computeIfPresent(finding.code(), (code, count) -> count == 1 ? null : count - 1);
        }
        List<FoldedFinding> others = folded.stream()
                .flatMap(fold -> fold.without(removed, rest).stream())
                .toList();
        return new Findings(rest, severities, codes, others);
    }

    /**
     * Returns whether more were found than kept.
     *
     * @return true when the limit was reached
     */
    public boolean truncated() {
        return total() > kept.size();
    }

    /**
     * Returns whether anything is wrong.
     *
     * @return true when there is an error
     */
    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }

    /**
     * Findings with one cause, reported once: a wrong code in 5,000 rows is one entry with a count and the first rows.
     *
     * @param first the finding with the lowest place; the others have its code and severity
     * @param extent what the others have in common with it
     * @param count how many there are, exactly; at least 1
     * @param rows the lowest rows, at most {@link #MAX_ROWS}, each once; empty when the findings are not about rows
     */
    public record FoldedFinding(Finding first, Extent extent, long count, List<Long> rows) {

        /** How many rows are named. */
        public static final int MAX_ROWS = 5;

        /** What folded findings have in common, besides their code and severity. */
        public enum Extent {
            /** The column and the value, as far as they have one. */
            VALUE,
            /** The column; there were too many different values to keep them apart. */
            COLUMN,
            /** Nothing more; there were too many different columns to keep them apart. */
            CODE
        }

        /** @throws IllegalArgumentException if {@code count} is not positive */
        public FoldedFinding {
            if (count < 1) {
                throw new IllegalArgumentException("count must be 1 or more: " + count);
            }
            rows = List.copyOf(rows);
        }

        private boolean holds(Finding finding) {
            return finding.code().equals(code())
                    && finding.severity() == severity()
                    && (extent == Extent.CODE || finding.location().column().equals(column()))
                    && (extent != Extent.VALUE || FindingGroup.value(finding).equals(FindingGroup.value(first)));
        }

        /**
         * Returns what is left after findings are removed, or empty. Findings are kept in order, so the first of the
         * rest have the lowest rows known.
         */
        private Optional<FoldedFinding> without(List<Finding> removed, List<Finding> rest) {
            long left = count - removed.stream().filter(this::holds).count();
            if (left == count || left == 0) {
                return left == 0 ? Optional.empty() : Optional.of(this);
            }
            List<Finding> others = rest.stream().filter(this::holds).toList();
            List<Long> lowest = others.stream()
                    .flatMap(finding -> finding.location().row().stream().boxed())
                    .distinct()
                    .sorted()
                    .limit(MAX_ROWS)
                    .toList();
            return Optional.of(new FoldedFinding(others.isEmpty() ? first : others.get(0), extent, left, lowest));
        }

        /**
         * Returns the rule's code.
         *
         * @return the code of each of the findings
         */
        public FindingCode code() {
            return first.code();
        }

        /**
         * Returns the severity.
         *
         * @return the severity of each of the findings
         */
        public Severity severity() {
            return first.severity();
        }

        /**
         * Returns the column they are about.
         *
         * @return its name; empty when they are not about one column
         */
        public Optional<String> column() {
            return extent == Extent.CODE ? Optional.empty() : first.location().column();
        }

        /**
         * Returns the text that each of the cells holds, masked where it held personal data.
         *
         * @return the text; empty when there are several, or when the rule is about personal data
         */
        public Optional<String> value() {
            return extent == Extent.VALUE && !code().isPersonalData() ? first.value() : Optional.empty();
        }

        /**
         * Returns whether the text of the first finding may differ from that of the others, so that it is an example.
         *
         * @return true when there are several that do not share a value
         */
        public boolean isExample() {
            return count > 1 && value().isEmpty();
        }
    }

    /**
     * Gathers findings within a bound: it keeps the first so many, and counts all of them exactly, also by column and value
     * as long as these do not differ too much (see {@link FoldedFinding}). Not thread-safe; a collector per thread, then
     * {@link #combine}.
     */
    public static final class Collector {

        /** How many findings are kept unless told otherwise. */
        public static final int DEFAULT_LIMIT = 1_000;

        private final int limit;
        private final List<Finding> kept = new ArrayList<>();
        private final Map<Severity, Long> bySeverity = new EnumMap<>(Severity.class);
        private final Map<FindingCode, Long> byCode = new TreeMap<>();
        private final Map<Kind, FindingGroup> groups = new HashMap<>();

        private record Kind(FindingCode code, Severity severity) {}

        private Collector(int limit) {
            this.limit = limit;
        }

        /**
         * Returns a collector that keeps at most {@link #DEFAULT_LIMIT} findings.
         *
         * @return an empty collector
         */
        public static Collector withDefaults() {
            return of(DEFAULT_LIMIT);
        }

        /**
         * Returns a collector with a limit of its own.
         *
         * @param limit how many findings are kept; 0 only counts
         * @return an empty collector
         * @throws IllegalArgumentException if the limit is negative
         */
        public static Collector of(int limit) {
            if (limit < 0) {
                throw new IllegalArgumentException("limit must not be negative: " + limit);
            }
            return new Collector(limit);
        }

        /**
         * Adds one.
         *
         * @param finding the finding
         */
        public void add(Finding finding) {
            bySeverity.merge(finding.severity(), 1L, Math::addExact);
            byCode.merge(finding.code(), 1L, Math::addExact);
            group(finding).add(finding);
            if (kept.size() < limit) {
                kept.add(finding);
            }
        }

        /**
         * Adds what another one gathered, after what this one has. The bound holds for both together.
         *
         * @param other findings that come after these
         */
        public void combine(Findings other) {
            other.countBySeverity().forEach((severity, n) -> bySeverity.merge(severity, n, Math::addExact));
            other.countByCode().forEach((code, n) -> byCode.merge(code, n, Math::addExact));
            other.folded().forEach(folded -> group(folded.first()).add(folded));
            for (Finding finding : other.kept()) {
                if (kept.size() == limit) {
                    return;
                }
                kept.add(finding);
            }
        }

        /**
         * Returns how many were added with a severity.
         *
         * @param severity the severity
         * @return the exact number, kept or not
         */
        public long count(Severity severity) {
            return bySeverity.getOrDefault(severity, 0L);
        }

        private FindingGroup group(Finding finding) {
            return groups.computeIfAbsent(new Kind(finding.code(), finding.severity()), kind -> FindingGroup.ofCode());
        }

        /**
         * Returns what was gathered so far.
         *
         * @return an immutable copy
         */
        public Findings toFindings() {
            List<FoldedFinding> folded = new ArrayList<>();
            groups.values().forEach(group -> group.collect(folded));
            return new Findings(kept, bySeverity, byCode, folded);
        }
    }
}
