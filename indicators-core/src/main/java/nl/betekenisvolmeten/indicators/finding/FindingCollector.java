package nl.betekenisvolmeten.indicators.finding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.finding.Findings.FoldedFinding;

/**
 * Gathers findings within a bound: it keeps the first so many, and counts all of them exactly, also by column and value
 * as long as these do not differ too much (see {@link FoldedFinding}). Not thread-safe; a collector per thread, then
 * {@link #combine}.
 */
public final class FindingCollector {

    /** How many findings are kept unless told otherwise. */
    public static final int DEFAULT_LIMIT = 1_000;

    private final int limit;
    private final List<Finding> kept = new ArrayList<>();
    private final Map<Severity, Long> bySeverity = new EnumMap<>(Severity.class);
    private final Map<FindingCode, Long> byCode = new TreeMap<>();
    private final Map<Kind, FindingGroup> groups = new HashMap<>();

    private record Kind(FindingCode code, Severity severity) {}

    private FindingCollector(int limit) {
        this.limit = limit;
    }

    /**
     * Returns a collector that keeps at most {@link #DEFAULT_LIMIT} findings.
     *
     * @return an empty collector
     */
    public static FindingCollector withDefaults() {
        return of(DEFAULT_LIMIT);
    }

    /**
     * Returns a collector with a limit of its own.
     *
     * @param limit how many findings are kept; 0 only counts
     * @return an empty collector
     * @throws IllegalArgumentException if the limit is negative
     */
    public static FindingCollector of(int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("limit must not be negative: " + limit);
        }
        return new FindingCollector(limit);
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
