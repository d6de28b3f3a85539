package nl.betekenisvolmeten.indicators.coverage;

import java.util.Comparator;
import java.util.List;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Coverage;

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
}
