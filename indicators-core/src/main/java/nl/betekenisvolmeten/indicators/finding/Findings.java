package nl.betekenisvolmeten.indicators.finding;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Findings, kept within a bound and counted exactly.
 *
 * @param kept the first ones, in the order in which they were found
 * @param countBySeverity how many of each severity, kept or not
 * @param countByCode how many of each code, kept or not
 * @param folded all of them, folded by cause: the gravest first, then the most frequent, then by place. Their counts add up
 *     to those of their codes
 */
public record Findings(
        List<Finding> kept,
        Map<Severity, Long> countBySeverity,
        Map<FindingCode, Long> countByCode,
        List<FoldedFinding> folded) {

    private static final Comparator<FoldedFinding> GRAVEST_FIRST = Comparator.comparing(FoldedFinding::severity)
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
        folded = folded.stream().sorted(GRAVEST_FIRST).toList();
    }

    /**
     * Nothing found.
     *
     * @return the empty findings
     */
    public static Findings none() {
        return NONE;
    }

    /**
     * All of these, kept.
     *
     * @param findings the findings
     * @return the findings
     */
    public static Findings of(List<Finding> findings) {
        FindingCollector collector = FindingCollector.of(findings.size());
        findings.forEach(collector::add);
        return collector.toFindings();
    }

    /**
     * How many of a severity were found.
     *
     * @param severity the severity
     * @return the exact number, kept or not
     */
    public long count(Severity severity) {
        return countBySeverity.getOrDefault(severity, 0L);
    }

    /**
     * How many of a code were found.
     *
     * @param code the code
     * @return the exact number, kept or not
     */
    public long count(FindingCode code) {
        return countByCode.getOrDefault(code, 0L);
    }

    /**
     * How many were found in all.
     *
     * @return the exact number, kept or not
     */
    public long total() {
        return countBySeverity.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * These without some of the kept ones, such as those that are told apart.
     *
     * @param removed findings that were kept
     * @return the others, counted as exactly as these
     * @throws IllegalArgumentException if one of them was not kept
     */
    public Findings without(List<Finding> removed) {
        return removed.isEmpty() ? this : Subtraction.of(this, removed);
    }

    /**
     * Whether more were found than kept.
     *
     * @return true when the limit was reached
     */
    public boolean truncated() {
        return total() > kept.size();
    }

    /**
     * Whether anything is wrong.
     *
     * @return true when there is an error
     */
    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }
}
