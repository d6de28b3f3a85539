package nl.betekenisvolmeten.indicators.aggregation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.RowTaker;

/**
 * Totals over windows of time: year to date, the last four quarters, a quarter some time before. A row counts in each
 * window that holds its period, so persons are bounded over the whole window and not added up per period. Rows come in
 * any order.
 *
 * <p>A window that misses periods has the total of those that are there, and a coverage that says so: of how
 * many periods there are rows, for each reporter that was seen. Before the first row there is no total. Not thread-safe.
 */
public final class WindowedAggregator implements RowTaker {

    private final AggregationPlan plan;
    private final String name;
    private final Window window;
    private final List<Period> ends;
    private final int time;
    private final Map<Period, List<Aggregator>> byPeriod = new HashMap<>();
    private final Map<Period, Aggregator> byEnd = new LinkedHashMap<>();
    private final Set<Period> seen = new HashSet<>();

    private WindowedAggregator(AggregationPlan plan, String name, Window window, List<Period> ends) {
        this.plan = plan;
        this.name = name;
        this.window = window;
        this.ends = ends;
        time = plan.structure()
                .timeIndex()
                .orElseThrow(() -> new IllegalArgumentException("rows must have a period: " + plan.structure()));
        for (Period end : ends) {
            Aggregator aggregator = plan.newAggregator();
            byEnd.put(end, aggregator);
            window.endingAt(end)
                    .forEach(period -> byPeriod.computeIfAbsent(period, any -> new ArrayList<>())
                            .add(aggregator));
        }
    }

    /**
     * Returns an aggregator of windows.
     *
     * @param plan by what and which figures; without time among what it groups by
     * @param name the name of the key with the period that a window ends with, such as {@code tot_en_met}
     * @param window which periods count together
     * @param first the period that the first window ends with
     * @param last the period that the last window ends with, as long as the first
     * @return the aggregator
     * @throws IllegalArgumentException if rows have no period, the plan groups by time or already has the name, or the
     *     periods differ in length or are in the wrong order
     */
    public static WindowedAggregator of(AggregationPlan plan, String name, Window window, Period first, Period last) {
        if (first.kind() != last.kind() || last.compareTo(first) < 0) {
            throw new IllegalArgumentException("first must not be after last: " + first + ", " + last);
        }
        for (Grouping grouping : plan.groupings()) {
            if (plan.dimension(grouping) instanceof Dimension.Time
                    || grouping.name().equals(name)) {
                throw new IllegalArgumentException(
                        "groups of windows must not be by time, or have the name of the window: " + grouping.name());
            }
        }
        List<Period> ends = Stream.iterate(first, period -> period.compareTo(last) <= 0, Period::next)
                .toList();
        return new WindowedAggregator(plan, name, window, ends);
    }

    /**
     * Counts a row in each window that holds its period.
     *
     * @param observation a checked row
     * @throws IllegalArgumentException if its period is not a valid code, or has another length than the windows have
     */
    @Override
    public void accept(Observation observation) {
        Period period = Period.parseCode(observation.code(time))
                .filter(one -> one.kind() == ends.get(0).kind())
                .orElseThrow(() ->
                        new IllegalArgumentException("not a period of the windows' length: " + observation.code(time)));
        byPeriod.getOrDefault(period, List.of()).forEach(aggregator -> aggregator.accept(observation));
        seen.add(period);
    }

    @Override
    public void acceptRejected(RejectedRows rows) {
        Set<String> codes = rows.codes().get(time);
        byEnd.forEach((end, aggregator) -> {
            List<Period> periods = window.endingAt(end);
            boolean counts = codes.isEmpty()
                    || codes.stream()
                            .flatMap(code -> Period.parseCode(code).stream())
                            .anyMatch(periods::contains);
            if (counts) {
                aggregator.acceptRejected(rows);
            }
        });
    }

    @Override
    public void acceptTotal(OwnTotal total) {
        byEnd.forEach((end, aggregator) -> {
            List<Period> periods = window.endingAt(end);
            total.within(time, code -> periods.contains(Period.ofCode(code))).ifPresent(aggregator::acceptTotal);
        });
    }

    /**
     * Returns the totals, with the period that each window ends with as the first key.
     *
     * @return the totals, in the order of time
     */
    public ResultTable result() {
        List<ResultTable.Row> rows = new ArrayList<>();
        Findings.Collector findings = Findings.Collector.withDefaults();
        byEnd.forEach((end, aggregator) -> {
            ResultTable table = aggregator.result((key, counted) ->
                    MissingParts.of(plan.missing(), counted.coverage().map(found -> coverage(end, found)), false));
            findings.combine(table.findings());
            table.rows().forEach(row -> rows.add(row(end, row)));
        });
        List<String> keys = new ArrayList<>(List.of(name));
        plan.groupings().forEach(grouping -> keys.add(grouping.name()));
        List<String> series = plan.series().stream().map(Series::name).toList();
        return new ResultTable(keys, series, rows, findings.toFindings(), plan.missing());
    }

    private ResultTable.Row row(Period end, ResultTable.Row row) {
        List<String> key = new ArrayList<>(List.of(end.code()));
        key.addAll(row.key());
        return new ResultTable.Row(
                key, row.figures(), row.observations(), row.reporters(), row.coverage(), row.rejected());
    }

    /**
     * Returns the coverage of a window: the group knows the periods that some row had; the window also expects those
     * without rows.
     */
    private Coverage coverage(Period end, Coverage found) {
        List<Period> periods = window.endingAt(end);
        long withRows = periods.stream().filter(seen::contains).count();
        long reporters = found.expected() / Math.max(1, withRows);
        return new Coverage(found.reported(), found.expected() + reporters * (periods.size() - withRows));
    }

    /** Which periods count together in a figure up to and including a period. */
    public sealed interface Window {

        /**
         * Returns the periods of a window.
         *
         * @param last the period that it ends with
         * @return the periods, from the first to the last
         */
        List<Period> endingAt(Period last);

        /** From the start of the calendar year. */
        record YearToDate() implements Window {
            @Override
            public List<Period> endingAt(Period last) {
                return Stream.iterate(last, period -> period.year() == last.year(), Period::previous)
                        .sorted()
                        .toList();
            }
        }

        /**
         * A number of periods in a row, such as four quarters.
         *
         * @param periods how many, 1 or more
         */
        record Rolling(int periods) implements Window {
            /** @throws IllegalArgumentException if it is not positive */
            public Rolling {
                if (periods < 1) {
                    throw new IllegalArgumentException("periods must be positive: " + periods);
                }
            }

            @Override
            public List<Period> endingAt(Period last) {
                return Stream.iterate(last, Period::previous)
                        .limit(periods)
                        .sorted()
                        .toList();
            }
        }

        /**
         * One period some time before, to compare the last one with.
         *
         * @param periods how many periods before; 0 is the period itself
         */
        record Earlier(int periods) implements Window {
            /** @throws IllegalArgumentException if it is negative */
            public Earlier {
                if (periods < 0) {
                    throw new IllegalArgumentException("periods must not be negative: " + periods);
                }
            }

            @Override
            public List<Period> endingAt(Period last) {
                return Stream.iterate(last, Period::previous)
                        .skip(periods)
                        .limit(1)
                        .toList();
            }
        }
    }
}
