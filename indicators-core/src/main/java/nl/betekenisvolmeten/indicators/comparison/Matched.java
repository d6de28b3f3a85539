package nl.betekenisvolmeten.indicators.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Dimension;

/**
 * Totals of the same organisations in a period and the one before it. An organisation counts in an area with those parts
 * of the period in which it reported on the area, and did so a period earlier too.
 *
 * @param now the totals of the period
 * @param before those of the period before it, by the key of the period itself
 */
record Matched(Totals now, Totals before) {

    /** No period that anyone delivers, and far enough from the first and the last one there is to count from. */
    private static final int EARLIEST = 1910;

    private static final int LATEST = 2900;

    /** Nothing to compare with. */
    static Matched none() {
        return new Matched(Totals.none(), Totals.none());
    }

    /** An aggregator's totals by {@link #groupings}. */
    static Matched of(ComparisonPlan plan, Aggregator byReporter) {
        Keys keys = new Keys(plan.period(), byReporter.keys());
        List<Grouping> groupings = groupings(plan).subList(0, 2);
        return new Matched(
                new Totals(byReporter.regrouped(groupings, keys::now)),
                new Totals(byReporter.regrouped(groupings, keys::before)));
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

    /** The period before the one that is compared; empty where that may be before the first there is. */
    static Optional<Period> previous(Period period) {
        return period.year() >= EARLIEST && period.year() <= LATEST ? Optional.of(period.previous()) : Optional.empty();
    }

    /**
     * The keys of totals that have a match.
     *
     * @param period the period that is compared; empty for each period of the rows
     * @param keys area, period and organisation of all totals
     */
    private record Keys(Optional<Period> period, Set<List<String>> keys) {

        private Optional<List<String>> now(List<String> key) {
            return Period.parseCode(key.get(1))
                    .filter(part -> period.isEmpty() || period.get().contains(part))
                    .filter(part -> isKey(key, shifted(part, false)))
                    .map(part -> List.of(key.get(0), period.orElse(part).code()));
        }

        private Optional<List<String>> before(List<String> key) {
            return Period.parseCode(key.get(1))
                    .filter(part -> period.isEmpty() || period.get().previous().contains(part))
                    .filter(part -> isKey(key, shifted(part, true)))
                    .map(part -> List.of(
                            key.get(0),
                            period.orElseGet(() -> shifted(part, true)).code()));
        }

        private boolean isKey(List<String> key, Period part) {
            List<String> shifted = new ArrayList<>(key);
            shifted.set(1, part.code());
            return keys.contains(shifted);
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
}
