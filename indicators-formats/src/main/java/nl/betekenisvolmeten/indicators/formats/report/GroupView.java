package nl.betekenisvolmeten.indicators.formats.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Findings.FoldedFinding;
import nl.betekenisvolmeten.indicators.finding.Severity;

/**
 * The folded findings of one rule.
 *
 * @param folds all with the same code and severity, at least one, the most frequent first
 * @param count how many findings they are
 */
record GroupView(List<FoldedFinding> folds, long count) {

    private static final int MOST_URGENT = 3;

    private record Kind(Severity severity, FindingCode code) {}

    GroupView {
        folds = List.copyOf(folds);
    }

    /** Returns the groups, the most serious first, then the most frequent. */
    static List<GroupView> of(Findings findings) {
        Map<Kind, List<FoldedFinding>> byKind = new LinkedHashMap<>();
        for (FoldedFinding fold : findings.folded()) {
            byKind.computeIfAbsent(new Kind(fold.severity(), fold.code()), kind -> new ArrayList<>())
                    .add(fold);
        }
        return byKind.values().stream()
                .map(folds -> new GroupView(
                        folds, folds.stream().mapToLong(FoldedFinding::count).sum()))
                .sorted(Comparator.comparing(GroupView::severity)
                        .thenComparing(GroupView::count)
                        .reversed())
                .toList();
    }

    /**
     * Returns what to do first: remove personal data, fix the file as a whole, and then fix what is wrong most often.
     * Warnings are included only if there are no errors.
     */
    static List<GroupView> mostUrgent(List<GroupView> groups) {
        Severity mostSerious = groups.stream()
                .map(GroupView::severity)
                .max(Comparator.naturalOrder())
                .orElse(Severity.NOTE);
        return groups.stream()
                .filter(group -> group.severity() == mostSerious && mostSerious != Severity.NOTE)
                .sorted(Comparator.comparingInt(GroupView::rank))
                .limit(MOST_URGENT)
                .toList();
    }

    private int rank() {
        if (code().isPersonalData()) {
            return 0;
        }
        return code().value().contains("-S") ? 1 : 2;
    }

    Finding first() {
        return folds.get(0).first();
    }

    FindingCode code() {
        return first().code();
    }

    Severity severity() {
        return first().severity();
    }
}
