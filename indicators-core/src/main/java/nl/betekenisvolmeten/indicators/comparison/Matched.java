package nl.betekenisvolmeten.indicators.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/**
 * Totals of the same organisations in a period and the one before it. An organisation counts in an area with those parts
 * of the period in which it reported on the area, and did so a period earlier too.
 */
final class Matched {

    /** No period that anyone delivers, and far enough from the first and the last one there is to count from. */
    private static final int EARLIEST = 1910;

    private static final int LATEST = 2900;

    private final Optional<Period> period;
    private final Set<List<String>> keys;
    private final Totals now;
    private final Totals before;
    private final Set<Finding> findings = new LinkedHashSet<>();

    private Matched(ComparisonPlan plan, Aggregator byReporter) {
        period = plan.period();
        keys = byReporter.keys();
        List<Grouping> groupings = groupings(plan).subList(0, 2);
        now = totals(byReporter.regrouped(groupings, this::keyNow));
        before = totals(byReporter.regrouped(groupings, this::keyBefore));
    }

    private Totals totals(ResultTable table) {
        findings.addAll(table.findings().kept());
        return new Totals(table);
    }

    /** An aggregator's totals by {@link #groupings}. */
    static Matched of(ComparisonPlan plan, Aggregator byReporter) {
        return new Matched(plan, byReporter);
    }

    /** By area, the rows' own period, and organisation. */
    static List<Grouping> groupings(ComparisonPlan plan) {
        Dimension.Place place = ComparisonPlan.place(plan.structure(), plan.level());
        List<Dimension> dimensions = plan.structure().dimensions();
        return List.of(
                new Grouping.ByArea("area", place.name(), plan.level()),
                new Grouping.ByColumn(dimensions
                        .get(plan.structure().timeIndex().orElseThrow())
                        .name()),
                new Grouping.ByColumn(dimensions
                        .get(plan.structure().reporterIndex().orElseThrow())
                        .name()));
    }

    /** The period before the one that is compared; empty where the code is none. */
    static Optional<Period> previous(String code) {
        return Period.parseCode(code)
                .filter(period -> period.year() >= EARLIEST && period.year() <= LATEST)
                .map(Period::previous);
    }

    Totals now() {
        return now;
    }

    /** What was found while adding up, each once. */
    Set<Finding> findings() {
        return findings;
    }

    Totals before() {
        return before;
    }

    private Optional<List<String>> keyNow(List<String> key) {
        return Period.parseCode(key.get(1))
                .filter(part -> period.isEmpty() || period.get().contains(part))
                .filter(part -> isKey(key, shifted(part, false)))
                .map(part -> List.of(key.get(0), period.orElse(part).code()));
    }

    private Optional<List<String>> keyBefore(List<String> key) {
        return Period.parseCode(key.get(1))
                .filter(part -> period.isEmpty() || period.get().previous().contains(part))
                .filter(part -> isKey(key, shifted(part, true)))
                .map(part -> List.of(
                        key.get(0), period.orElseGet(() -> shifted(part, true)).code()));
    }

    private boolean isKey(List<String> key, Period part) {
        List<String> other = new ArrayList<>(key);
        other.set(1, part.code());
        return keys.contains(other);
    }

    /** The same part one period later or earlier. */
    private Period shifted(Period part, boolean later) {
        int steps = period.map(whole -> whole.kind().months() / part.kind().months())
                .orElse(1);
        Period shifted = part;
        for (int i = 0; i < steps && part.year() >= EARLIEST && part.year() <= LATEST; i++) {
            shifted = later ? shifted.next() : shifted.previous();
        }
        return shifted;
    }
}
