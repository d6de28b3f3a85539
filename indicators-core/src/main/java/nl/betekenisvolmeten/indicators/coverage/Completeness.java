package nl.betekenisvolmeten.indicators.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * What came in, compared with what was expected.
 *
 * @param periods each period, from the first to the last
 * @param holes expected and not there
 * @param unexpected there, and agreed by nobody
 * @param late there, and received after the day it was due
 */
public record Completeness(
        List<OfPeriod> periods,
        List<ExpectedReport> holes,
        List<ExpectedReport> unexpected,
        List<ExpectedReport> late) {

    public Completeness {
        periods = List.copyOf(periods);
        holes = List.copyOf(holes);
        unexpected = List.copyOf(unexpected);
        late = List.copyOf(late);
    }

    /**
     * A period.
     *
     * @param period which
     * @param reports the expected reports that are there, of those that are expected
     * @param reporters the organisations whose expected reports are all there, of those that are expected to report
     * @param status how final its figures are
     */
    public record OfPeriod(Period period, Coverage reports, Coverage reporters, PeriodStatus status) {}

    /**
     * One report: who, about where, of when.
     *
     * @param period of when
     * @param area about where, as the counting format writes it
     * @param reporter who
     */
    public record ExpectedReport(Period period, String area, KvkNumber reporter) implements Comparable<ExpectedReport> {

        private static final Comparator<ExpectedReport> ORDER = Comparator.comparing(ExpectedReport::period)
                .thenComparing(ExpectedReport::area)
                .thenComparing(ExpectedReport::reporter);

        @Override
        public int compareTo(ExpectedReport other) {
            return ORDER.compare(this, other);
        }
    }

    /** How final the figures of a period are, in the terms of CBS. */
    public enum PeriodStatus {
        /** Not all expected reports are there; {@code voorlopig}. */
        PROVISIONAL("voorlopig"),
        /**
         * All expected reports are there, also where none was expected, and corrections are still possible; {@code nader
         * voorlopig}.
         */
        REVISED_PROVISIONAL("nader voorlopig"),
        /** Closed; {@code definitief}. A hole in a closed period stays a hole. */
        FINAL("definitief");

        private final String dutch;

        PeriodStatus(String dutch) {
            this.dutch = dutch;
        }

        /**
         * Returns the term that CBS uses.
         *
         * @return such as {@code nader voorlopig}
         */
        public String dutch() {
            return dutch;
        }

        /**
         * Returns the term as results have it.
         *
         * @return such as {@code nader_voorlopig}
         */
        public String code() {
            return dutch.replace(' ', '_');
        }
    }

    /**
     * The grid of expected reports, to be filled with rows. A report is there when there is at least one row of it, one that
     * says that nothing happened or one with an error included. It is there, too, when its organisation has other rows of the
     * period, and rows about the area of another one: then there was no activity. Rows come in any order. Not thread-safe.
     */
    public static final class Grid implements RowTaker {

        private final List<ReportingAgreement> agreements;
        private final int reporter;
        private final int time;
        private final int area;
        private final Set<ExpectedReport> seen = new HashSet<>();
        private final Map<Receipt, LocalDate> received = new HashMap<>();
        private final Set<Period> closed = new HashSet<>();

        private record Receipt(KvkNumber reporter, Period period) {}

        private Grid(List<ReportingAgreement> agreements, TableStructure structure, ColumnName area) {
            this.agreements = List.copyOf(agreements);
            reporter = structure
                    .reporterIndex()
                    .orElseThrow(() -> new IllegalArgumentException("rows must have a reporter: " + structure));
            time = structure
                    .timeIndex()
                    .orElseThrow(() -> new IllegalArgumentException("rows must have a period: " + structure));
            this.area = structure.requiredDimension(area);
        }

        /**
         * Returns an empty grid.
         *
         * @param agreements who reports about what, and when
         * @param structure the columns of the rows
         * @param area the column with the areas of the agreements
         * @return the grid
         * @throws IllegalArgumentException if rows have no reporter, period or such column
         */
        public static Grid of(List<ReportingAgreement> agreements, TableStructure structure, ColumnName area) {
            return new Grid(agreements, structure, area);
        }

        /**
         * Accepts a row: its report is there.
         *
         * @param row a checked row
         * @throws IllegalArgumentException if its reporter or period is not a valid code
         */
        @Override
        public void accept(Observation row) {
            Period period = Period.ofCode(row.code(time));
            seen.add(new ExpectedReport(period, row.code(area), KvkNumber.of(row.code(reporter))));
        }

        /**
         * Accepts rows with an error: their report counts as received if it can be read which one it is.
         *
         * @param rows what can be read of them
         */
        @Override
        public void acceptRejected(RejectedRows rows) {
            boolean known = rows.rows() > 0
                    && IntStream.of(reporter, time, area)
                            .allMatch(dimension -> rows.codes().get(dimension).size() == 1);
            if (known) {
                seen.add(new ExpectedReport(
                        Period.ofCode(only(rows, time)), only(rows, area), KvkNumber.of(only(rows, reporter))));
            }
        }

        private static String only(RejectedRows rows, int dimension) {
            return rows.codes().get(dimension).iterator().next();
        }

        /**
         * Records when a delivery came in. The first one counts: a correction afterwards does not make it late.
         *
         * @param from the organisation
         * @param period of when
         * @param day the day it was received
         */
        public void received(KvkNumber from, Period period, LocalDate day) {
            received.merge(new Receipt(from, period), day, (a, b) -> a.isBefore(b) ? a : b);
        }

        /**
         * Closes a period: its figures are final.
         *
         * @param period the period
         */
        public void close(Period period) {
            closed.add(period);
        }

        /**
         * Returns what is there and what is not.
         *
         * @param first the first period
         * @param last the last period, as long as the first
         * @return the grid's answer
         * @throws IllegalArgumentException if the periods differ in length, or the last is before the first
         */
        public Completeness completeness(Period first, Period last) {
            if (first.kind() != last.kind() || last.compareTo(first) < 0) {
                throw new IllegalArgumentException("first must not be after last: " + first + ", " + last);
            }
            List<OfPeriod> periods = new ArrayList<>();
            Set<ExpectedReport> holes = new TreeSet<>();
            Set<ExpectedReport> expected = new TreeSet<>();
            Set<ExpectedReport> late = new TreeSet<>();
            Reported reported = Reported.of(seen);
            Stream.iterate(first, period -> period.compareTo(last) <= 0, Period::next)
                    .forEach(period -> {
                        Set<ExpectedReport> ofPeriod = expected(period);
                        expected.addAll(ofPeriod);
                        ofPeriod.stream()
                                .filter(report -> !reported.has(report))
                                .forEach(holes::add);
                        late.addAll(late(period));
                        periods.add(ofPeriod(period, ofPeriod, reported));
                    });
            List<ExpectedReport> unexpected = seen.stream()
                    .filter(report -> !report.period().firstDay().isBefore(first.firstDay())
                            && !report.period().lastDayInclusive().isAfter(last.lastDayInclusive()))
                    .filter(report -> !expected.contains(report))
                    .sorted()
                    .toList();
            return new Completeness(periods, List.copyOf(holes), unexpected, List.copyOf(late));
        }

        /** Of when an organisation has rows, and about where. */
        private record Reported(Set<ExpectedReport> seen, Set<Receipt> periods, Map<KvkNumber, Set<String>> areas) {

            static Reported of(Set<ExpectedReport> seen) {
                Set<Receipt> periods = new HashSet<>();
                Map<KvkNumber, Set<String>> areas = new HashMap<>();
                seen.forEach(report -> {
                    periods.add(new Receipt(report.reporter(), report.period()));
                    areas.computeIfAbsent(report.reporter(), any -> new HashSet<>())
                            .add(report.area());
                });
                return new Reported(seen, periods, areas);
            }

            boolean has(ExpectedReport report) {
                return seen.contains(report)
                        || (periods.contains(new Receipt(report.reporter(), report.period()))
                                && areas.getOrDefault(report.reporter(), Set.of())
                                        .contains(report.area()));
            }
        }

        private Set<ExpectedReport> expected(Period period) {
            return agreements.stream()
                    .filter(agreement -> agreement.isFor(period))
                    .map(agreement -> new ExpectedReport(period, agreement.area(), agreement.reporter()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private List<ExpectedReport> late(Period period) {
            return agreements.stream()
                    .filter(agreement -> agreement.isFor(period))
                    .filter(agreement -> {
                        LocalDate day = received.get(new Receipt(agreement.reporter(), period));
                        LocalDate due = period.lastDayInclusive().plusDays(agreement.dueAfterDays());
                        return day != null && day.isAfter(due);
                    })
                    .map(agreement -> new ExpectedReport(period, agreement.area(), agreement.reporter()))
                    .filter(seen::contains)
                    .toList();
        }

        private OfPeriod ofPeriod(Period period, Set<ExpectedReport> expected, Reported reported) {
            Map<KvkNumber, Boolean> complete = new HashMap<>();
            long there = 0;
            for (ExpectedReport report : expected) {
                boolean isThere = reported.has(report);
                there += isThere ? 1 : 0;
                complete.merge(report.reporter(), isThere, Boolean::logicalAnd);
            }
            long reporters = complete.values().stream().filter(all -> all).count();
            Coverage reports = new Coverage(there, expected.size());
            return new OfPeriod(period, reports, new Coverage(reporters, complete.size()), status(period, reports));
        }

        private PeriodStatus status(Period period, Coverage reports) {
            if (closed.contains(period)) {
                return PeriodStatus.FINAL;
            }
            return reports.isComplete() ? PeriodStatus.REVISED_PROVISIONAL : PeriodStatus.PROVISIONAL;
        }
    }
}
