package nl.betekenisvolmeten.indicators.disclosure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.model.TargetSet;
import nl.betekenisvolmeten.indicators.need.NeedRanking;
import nl.betekenisvolmeten.indicators.plot.Plot;
import nl.betekenisvolmeten.indicators.signal.SignalList;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.targets.TargetReport;

/**
 * Tables that are published together, protected as one, and what follows from them. Only {@link DisclosureControl} makes
 * one.
 */
public final class Release {

    private final PublicationPlan plan;
    private final Map<String, Protected<ResultTable>> tables;
    private final PublicFigures figures;
    private final ProtectionReport report;

    Release(Map<String, ResultTable> tables, PublicFigures figures, ProtectionReport report) {
        plan = figures.plan();
        this.tables = new LinkedHashMap<>();
        tables.forEach((name, table) -> this.tables.put(name, of(table)));
        this.figures = figures;
        this.report = report;
    }

    private <T> Protected<T> of(T table) {
        return new Protected<>(table, plan.id().toString());
    }

    /**
     * Returns the plan that the tables were made by.
     *
     * @return the plan
     */
    public PublicationPlan plan() {
        return plan;
    }

    /**
     * Returns the names of the tables.
     *
     * @return the names, in the order of the plan
     */
    public List<String> tables() {
        return List.copyOf(tables.keySet());
    }

    /**
     * Returns a table.
     *
     * @param name the name of a part of the plan
     * @return the table
     * @throws IllegalArgumentException if there is none of that name
     */
    public Protected<ResultTable> table(String name) {
        return Optional.ofNullable(tables.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no table '" + name + "' in " + tables.keySet()));
    }

    /**
     * Returns what can be computed from the tables.
     *
     * @return their figures
     */
    public PublicFigures figures() {
        return figures;
    }

    /**
     * Judges targets by the tables, as {@link PublicFigures#targets} does.
     *
     * @param indicators all indicators that are known
     * @param fed those that the columns of the tables are meant for
     * @param sets targets, each with the direction of its indicator
     * @param targets the targets to judge
     * @return a line for each target, in their order
     */
    public Protected<TargetReport> targets(
            List<Indicator> indicators, List<Indicator> fed, List<TargetSet> sets, List<Target> targets) {
        return of(figures.targets(indicators, fed, sets, targets));
    }

    /**
     * Returns what deserves attention in a table, as {@link PublicFigures#signals} does.
     *
     * @param table the name of a table without categories
     * @param indicators the indicators that its columns are meant for
     * @return the list
     * @throws IllegalArgumentException if the plan has no such table
     */
    public Protected<SignalList> signals(String table, List<Indicator> indicators) {
        return of(figures.signals(table, indicators));
    }

    /**
     * Returns the plots of a table, as {@link PublicFigures#plots} makes them.
     *
     * @param table the name of a table without categories
     * @param indicators the indicators that its columns are meant for
     * @return the plots
     * @throws IllegalArgumentException if the plan has no such table
     */
    public Protected<List<Plot>> plots(String table, List<Indicator> indicators) {
        return of(figures.plots(table, indicators));
    }

    /**
     * Compares need with who was reached, as {@link PublicFigures#need} does.
     *
     * @param ranking the need
     * @param measure the count that is the reach
     * @return the need with the reach
     */
    public Protected<NeedRanking.Report> need(NeedRanking ranking, ColumnName measure) {
        return of(figures.need(ranking, measure));
    }

    /**
     * Returns what protection did to the tables.
     *
     * @return the report, which may be published
     */
    public ProtectionReport report() {
        return report;
    }

    /**
     * What protection did to each table, in numbers that may be published: they reveal nothing about single cells.
     *
     * @param tables the tables, in the order of the plan
     * @param ownTotals how many totals that organisations counted themselves were given; no table uses them
     * @param absent the periods for which nothing was delivered, in order; figures of longer periods cover the rest only
     */
    public record ProtectionReport(List<TableReport> tables, int ownTotals, List<Period> absent) {

        /** From what share of hidden figures on a coarser table is advised. */
        private static final double MUCH = 0.3;

        public ProtectionReport {
            tables = List.copyOf(tables);
            absent = List.copyOf(absent);
        }

        /**
         * What protection did to a table.
         *
         * @param table the name of the table
         * @param figures how many counts it has
         * @param hidden how many of them are hidden, whatever the reason
         * @param withheld how many are not published because they are only known between bounds
         * @param missing how many there are not, because nothing was delivered
         */
        public record TableReport(String table, long figures, long hidden, long withheld, long missing) {

            /**
             * Returns whether so much is hidden that larger areas or longer periods would show more.
             *
             * @return true from 30 % of the figures on
             */
            public boolean isMuchHidden() {
                return hidden > MUCH * figures;
            }
        }
    }
}
