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
 * Totals of the same organisations in a period and an earlier one. An organisation counts in an area with those parts of the
 * period in which it reported on the area, and did so in the same part of the earlier period too.
 *
 * @param now the totals of the period
 * @param before those of the earlier period, by the key of the period itself
 * @param keys which keys of organisations match
 * @param findings what was found while adding up, each once
 */
record Matched(Totals now, Totals before, Keys keys, Set<Finding> findings) {

    /** No period that anyone delivers, and far enough from the first and the last one there is to count from. */
    private static final int EARLIEST = 1910;

    private static final int LATEST = 2900;

    /** Returns an instance without anything to compare with. */
    static Matched none() {
        return new Matched(
                Totals.none(),
                Totals.none(),
                new Keys(Optional.empty(), Change.Since.PREVIOUS_PERIOD, Set.of()),
                Set.of());
    }

    /** Returns an aggregator's totals by {@link #groupings}, matched. */
    static Matched of(ComparisonPlan plan, Aggregator byReporter) {
        Keys keys = new Keys(plan.period(), plan.options().change().orElseThrow(), byReporter.keys());
        List<Grouping> rows = groupings(plan);
        Grouping time = plan.period()
                .<Grouping>map(
                        whole -> new Grouping.ByPeriod("period", rows.get(1).column(), whole.kind()))
                .orElse(rows.get(1));
        List<Grouping> groupings = List.of(rows.get(0), time);
        ResultTable now = byReporter.regrouped(groupings, keys::now);
        ResultTable before = byReporter.regrouped(groupings, keys::before);
        Set<Finding> findings = new LinkedHashSet<>(now.findings().kept());
        findings.addAll(before.findings().kept());
        return new Matched(new Totals(now), new Totals(before), keys, findings);
    }

    /** Returns groupings by area, the rows' own period, and organisation. */
    static List<Grouping> groupings(ComparisonPlan plan) {
        Dimension.Place place = plan.structure().requiredPlace(plan.level());
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

    /** Returns the period that one is compared with; empty if the period is too far off to count from. */
    static Optional<Period> earlier(Period period, Change.Since since) {
        return isPossible(period)
                ? Optional.of(shifted(period, -since.months(period.kind().months())))
                : Optional.empty();
    }

    private static boolean isPossible(Period period) {
        return period.year() >= EARLIEST && period.year() <= LATEST;
    }

    private static Period shifted(Period period, int months) {
        Period shifted = period;
        for (int left = Math.abs(months);
                left > 0 && isPossible(shifted);
                left -= period.kind().months()) {
            shifted = months > 0 ? shifted.next() : shifted.previous();
        }
        return shifted;
    }

    /**
     * The keys of totals that have a match, of rows of the periods compared and no others.
     *
     * @param period the period that is compared; empty for each period of the rows
     * @param since which earlier period it is compared with
     * @param all area, period and organisation of all totals
     */
    record Keys(Optional<Period> period, Change.Since since, Set<List<String>> all) {

        /** Returns the area and period in which a key's totals count now; empty if it has no match. */
        Optional<List<String>> now(List<String> key) {
            return Period.parseCode(key.get(1))
                    .filter(part -> isKey(key, shifted(part, -months(part))))
                    .map(part -> List.of(key.get(0), period.orElse(part).code()));
        }

        /** Returns the area and period with which a key's totals are compared; empty if it has no match. */
        Optional<List<String>> before(List<String> key) {
            return Period.parseCode(key.get(1))
                    .filter(part -> isKey(key, shifted(part, months(part))))
                    .map(part -> List.of(
                            key.get(0),
                            period.orElseGet(() -> shifted(part, months(part))).code()));
        }

        /** Returns whether anything at all was received for a period. */
        boolean hasAny(Period earlier) {
            return all.stream()
                    .flatMap(key -> Period.parseCode(key.get(1)).stream())
                    .anyMatch(earlier::contains);
        }

        private int months(Period part) {
            return since.months(period.orElse(part).kind().months());
        }

        private boolean isKey(List<String> key, Period part) {
            List<String> shifted = new ArrayList<>(key);
            shifted.set(1, part.code());
            return all.contains(shifted);
        }
    }
}
