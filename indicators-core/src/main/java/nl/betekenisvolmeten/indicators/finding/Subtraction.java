package nl.betekenisvolmeten.indicators.finding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.finding.Findings.FoldedFinding;
import nl.betekenisvolmeten.indicators.finding.Findings.FoldedFinding.Extent;

/** Findings of which some are taken out. */
final class Subtraction {

    private record Key(FindingCode code, Severity severity, Extent extent, Optional<String> column, String value) {

        static Key of(Finding finding, Extent extent) {
            return new Key(
                    finding.code(),
                    finding.severity(),
                    extent,
                    extent == Extent.CODE
                            ? Optional.empty()
                            : finding.location().column(),
                    extent == Extent.VALUE && !finding.code().isPersonalData()
                            ? finding.value().orElse("")
                            : "");
        }
    }

    private final Map<Key, List<Finding>> removed = new HashMap<>();
    private final Map<Key, List<Finding>> left = new HashMap<>();

    private Subtraction() {}

    static Findings of(Findings findings, List<Finding> removed) {
        List<Finding> kept = rest(findings.kept(), removed);
        Map<Severity, Long> severities = new EnumMap<>(Severity.class);
        severities.putAll(findings.countBySeverity());
        Map<FindingCode, Long> codes = new TreeMap<>(findings.countByCode());
        for (Finding finding : removed) {
            severities.merge(finding.severity(), -1L, Long::sum);
            codes.merge(finding.code(), -1L, Long::sum);
        }
        codes.values().removeIf(count -> count == 0);
        severities.values().removeIf(count -> count == 0);
        Subtraction subtraction = new Subtraction();
        removed.forEach(finding -> note(finding, subtraction.removed));
        kept.forEach(finding -> note(finding, subtraction.left));
        List<FoldedFinding> folded = findings.folded().stream()
                .flatMap(fold -> subtraction.rest(fold).stream())
                .toList();
        return new Findings(kept, severities, codes, folded);
    }

    private static List<Finding> rest(List<Finding> kept, List<Finding> removed) {
        Map<Finding, Integer> out = new HashMap<>();
        removed.forEach(finding -> out.merge(finding, 1, Integer::sum));
        List<Finding> rest = new ArrayList<>();
        for (Finding finding : kept) {
            if (out.getOrDefault(finding, 0) > 0) {
                out.merge(finding, -1, Integer::sum);
            } else {
                rest.add(finding);
            }
        }
        if (rest.size() != kept.size() - removed.size()) {
            throw new IllegalArgumentException("not all of these findings were kept: " + removed);
        }
        return rest;
    }

    private static void note(Finding finding, Map<Key, List<Finding>> byKey) {
        for (Extent extent : Extent.values()) {
            byKey.computeIfAbsent(Key.of(finding, extent), key -> new ArrayList<>())
                    .add(finding);
        }
    }

    /** What is left of a fold. Findings are kept in order, so the first that are left are the lowest that are known. */
    private Optional<FoldedFinding> rest(FoldedFinding fold) {
        Key key = Key.of(fold.first(), fold.extent());
        List<Finding> out = removed.getOrDefault(key, List.of());
        long count = fold.count() - out.size();
        if (out.isEmpty() || count == 0) {
            return count == 0 ? Optional.empty() : Optional.of(fold);
        }
        List<Finding> others = left.getOrDefault(key, List.of());
        Finding first = others.isEmpty() ? fold.first() : others.get(0);
        List<Long> rows = others.stream()
                .flatMap(finding -> finding.location().row().stream().boxed())
                .distinct()
                .sorted()
                .limit(FoldedFinding.MAX_ROWS)
                .toList();
        return Optional.of(new FoldedFinding(first, fold.extent(), count, rows));
    }
}
