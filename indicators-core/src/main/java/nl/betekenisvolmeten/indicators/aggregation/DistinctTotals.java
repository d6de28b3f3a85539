package nl.betekenisvolmeten.indicators.aggregation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import nl.betekenisvolmeten.indicators.aggregation.internal.FlowTotals;
import nl.betekenisvolmeten.indicators.aggregation.internal.Kept;
import nl.betekenisvolmeten.indicators.aggregation.internal.Level;
import nl.betekenisvolmeten.indicators.aggregation.internal.Levels;
import nl.betekenisvolmeten.indicators.aggregation.internal.NodeNumbers;
import nl.betekenisvolmeten.indicators.aggregation.internal.NodeStates;
import nl.betekenisvolmeten.indicators.aggregation.internal.RowSelection;
import nl.betekenisvolmeten.indicators.aggregation.internal.SeriesTotals;
import nl.betekenisvolmeten.indicators.aggregation.internal.UnnamedPersons;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;
import nl.betekenisvolmeten.indicators.table.internal.PossibleCodes;

/**
 * Distinct persons, as bounds.
 *
 * <p>Upper bound: the sum of all rows, as if nobody were in two rows. Lower bound: within one period of one
 * organisation, rows with different codes of a partitioning dimension (an age group other than unknown) share no
 * persons, so their largest rows add up; a row outside the partition may overlap with any row, so it counts only if it
 * is larger than that sum. Two organisations may put the same person in different age groups, unless they determine age
 * by the same rule, and over periods anyone may return, so the largest organisation and period count. If another
 * measure counts new persons, see {@link Newcomers}; if one counts first visits in a year, see {@link Reach}. For
 * persons who are in no number, see {@link UnnamedPersons}.
 */
final class DistinctTotals implements SeriesTotals {

    private final int measure;
    private final boolean sameAgeRule;
    private final RowSelection rows;
    private final Level group;
    private final Level period;
    /** The organisations that delivered in the periods. */
    private final Level deliverer;
    /** The parts of what they delivered; what they delivered itself where nothing divides persons. */
    private final Level part;

    private final FlowTotals sums;
    private final UnnamedPersons unnamed;
    private final Optional<Newcomers> newcomers;
    private final Optional<Reach> reach;
    /** For each part its largest row. */
    private final NodeNumbers.Largest largest;

    private final List<Kept> parts = new ArrayList<>();
    /** The organisations with a row that is about several periods. */
    private final Set<String> overPeriods;

    /**
     * Information in addition to the numbers of persons.
     *
     * @param unnamed persons who are not in the numbers
     * @param newcomers persons who are new
     * @param reach persons who came for the first time in a year
     */
    record More(UnnamedPersons unnamed, Optional<Newcomers> newcomers, Optional<Reach> reach) {}

    DistinctTotals(int measure, Measure.Distinct persons, Place place, RowSelection rows, More more) {
        this.measure = measure;
        this.rows = rows;
        unnamed = more.unnamed();
        newcomers = more.newcomers();
        reach = more.reach();
        sameAgeRule = place.sameAgeRule();
        overPeriods = place.overPeriods();
        group = place.levels().group();
        period = place.levels().period();
        deliverer = place.levels().deliverer();
        part = persons.partitioned() ? place.levels().part() : deliverer;
        largest = new NodeNumbers.Largest(part);
        sums = new FlowTotals(measure, 0, group, rows);
        parts.addAll(List.of(sums, NodeStates.of(largest, part, group), unnamed));
        newcomers.ifPresent(parts::add);
        reach.ifPresent(parts::add);
    }

    @Override
    public void add(ObservationBatch batch, int from) {
        sums.add(batch, from);
        unnamed.add(batch, from);
        newcomers.ifPresent(known -> known.each(totals -> totals.add(batch, from)));
        reach.ifPresent(known -> known.add(batch, from));
        largest.makeRoom();
        long[] values = batch.values(measure);
        boolean[] delivered = batch.known(measure);
        int[] nodes = part.rows;
        int[] counted = rows.rows();
        int count = rows.count();
        for (int k = 0; k < count; k++) {
            int row = counted[k];
            if (delivered[from + row] && values[from + row] < 0) {
                throw new IllegalArgumentException("persons must not be negative: " + values[from + row]);
            }
            largest.add(nodes[row], unnamed.lower(batch, from + row));
        }
    }

    @Override
    public List<Kept> parts() {
        return parts;
    }

    @Override
    public Figure figure(int number) {
        long known = sums.known(number);
        long bounded = unnamed.rowsWithoutNumber(number);
        OptionalLong named = sums.sum(number);
        OptionalLong others = unnamed.most(number);
        if (known + bounded == 0 || named.isEmpty() || others.isEmpty()) {
            return sums.figure(number);
        }
        long sum = Math.addExact(named.getAsLong(), others.getAsLong());
        UnionBounds.Range own = new UnionBounds.Range(lower(number, sum), sum);
        // rows that contradict each other bound nothing
        UnionBounds.Range range = reach.map(firsts -> firsts.bounds(number).and(own))
                .filter(UnionBounds.Range::isPossible)
                .orElse(own);
        CellValue value = CellValue.between(BigDecimal.valueOf(range.lower()), BigDecimal.valueOf(range.upper()));
        long missing = sums.missing(number);
        return Figure.of(bounded == 0 ? value : incomplete(value, missing == bounded), known, missing);
    }

    /** Returns bounds where some rows lack the number of persons and all other rows have it. */
    private static CellValue incomplete(CellValue value, boolean bounded) {
        return new CellValue.Incomplete(
                Optional.empty(), value.lowerBound(), bounded ? value.upperBound() : Optional.empty());
    }

    private long lower(int number, long upper) {
        long[] lower = new long[1];
        Level apart = sameAgeRule ? period : deliverer;
        apart.each(group, number, node -> lower[0] = Math.max(lower[0], lower(apart, node)));
        // who is new in a row whose persons are not known is not in the sum
        return newcomers
                .filter(known -> hasSeveralPeriods(number))
                .map(known -> known.lower(number, this))
                .filter(chain -> chain > lower[0] && chain <= upper)
                .orElse(lower[0]);
    }

    /** Returns whether a group has rows of more than one period. */
    private boolean hasSeveralPeriods(int number) {
        int[] periods = new int[1];
        period.each(group, number, when -> periods[0]++);
        return periods[0] > 1;
    }

    /**
     * Returns the minimum number of persons that each organisation delivered for each period of a group, except for
     * organisations with a row that is about several periods: its persons may have come in any of those periods.
     */
    Map<Period, Map<String, Long>> lowerByPeriod(int number) {
        Map<Period, Map<String, Long>> lower = new HashMap<>();
        period.each(group, number, when -> {
            Map<String, Long> ofPeriod =
                    lower.computeIfAbsent(Period.ofCode(period.code(group, when)), any -> new HashMap<>());
            deliverer.each(period, when, node -> {
                String who = deliverer.code(period, node);
                if (!overPeriods.contains(who)) {
                    ofPeriod.put(who, lower(deliverer, node));
                }
            });
        });
        return lower;
    }

    /** Returns the fewest persons at a node at or above the level of those who delivered. */
    private long lower(Level top, int topNode) {
        Parts parts = new Parts();
        part.each(top, topNode, node -> {
            long persons = largest.of(node);
            if (persons != NodeNumbers.Largest.NO_ROW) {
                parts.add(part.path(deliverer, node), persons);
            }
        });
        return parts.lower();
    }

    /** The largest row of each part, and of the rows outside the partition. */
    private static final class Parts {
        private final Map<List<String>, Long> inside = new HashMap<>();
        /** Rows that may have one of several codes, by these. */
        private final Map<List<String>, Long> possible = new HashMap<>();

        private long outside;
        /** The sum of the rows inside. */
        private long together;

        /** Returns the smallest number of persons: parts are never above the sum, so they fit where that does. */
        long lower() {
            long lower = Math.max(together, outside);
            for (Map.Entry<List<String>, Long> row : possible.entrySet()) {
                lower = Math.max(lower, together + Math.max(0, row.getValue() - coveredBy(row.getKey())));
            }
            return lower;
        }

        /**
         * Returns how many persons of a row that may have one of several codes can also be in the rows with these
         * codes.
         */
        private long coveredBy(List<String> codes) {
            return codes.stream()
                    .mapToLong(code -> inside.getOrDefault(List.of(code), 0L))
                    .sum();
        }

        void add(List<String> path, long persons) {
            boolean known = path.stream().allMatch(PossibleCodes::isOne);
            if (path.isEmpty() || path.contains(Levels.OUTSIDE) || (!known && path.size() > 1)) {
                outside = Math.max(outside, persons);
            } else if (known) {
                together += Math.max(0, persons - inside.getOrDefault(path, 0L));
                inside.merge(path, persons, Math::max);
            } else {
                possible.merge(PossibleCodes.of(path.get(0)), persons, Math::max);
            }
        }
    }
}
