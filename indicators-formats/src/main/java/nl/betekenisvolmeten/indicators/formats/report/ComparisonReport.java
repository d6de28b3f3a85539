package nl.betekenisvolmeten.indicators.formats.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.Judgement;
import nl.betekenisvolmeten.indicators.coverage.Completeness.PeriodStatus;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.disclosure.Release;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.internal.document.Page;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.signal.AreaSeries;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * A comparison for a researcher or policy officer: what stands out in plain sentences, then pictures, then tables. An
 * internal report shows small counts as they are, so it begins with the purpose for which it was released. If an
 * indicator has several periods, the last is shown in full and the earlier ones as small pictures and a table.
 */
public final class ComparisonReport extends PagedReport {

    private final Function<ComparisonWords, Page> pages;

    private ComparisonReport(Function<ComparisonWords, Page> pages) {
        this.pages = pages;
    }

    /**
     * Returns the report of tables that may be published. It contains only the figures of the tables: nothing is
     * tested.
     *
     * @param release the tables
     * @param version the version of the program that makes the report
     * @return the report
     */
    public static ComparisonReport of(Release release, String version) {
        return new ComparisonReport(
                words -> new ReleaseParts(release, words).page(version).page());
    }

    /**
     * Returns the mirror of one organisation: its own figures as they are, next to published ones. It shows nothing of
     * other organisations but what is left of a published figure without its own, and only where at least three others
     * delivered.
     *
     * @param release the tables that may be published
     * @param rows the rows that they were made from
     * @param organisation the code of the organisation in the rows
     * @param version the version of the program that makes the report
     * @return the report, for this organisation only
     * @throws IllegalArgumentException if the rows do not say who reports, or have none of the organisation
     */
    public static ComparisonReport mirror(Release release, CountTable rows, String organisation, String version) {
        MirrorPage.check(rows, organisation);
        return new ComparisonReport(words ->
                new MirrorPage(release, rows, organisation, words).page(version).page());
    }

    /**
     * Returns the report of a comparison.
     *
     * @param comparison the comparison, with what the report is for
     * @param version the version of the program that makes the report
     * @return the report
     */
    public static ComparisonReport of(InternalUse<Comparison> comparison, String version) {
        return of(comparison, Contents.of(List.of()), version);
    }

    /**
     * Returns the report of a comparison with more than its figures.
     *
     * @param comparison the comparison, with what the report is for
     * @param contents what the report shows next to them
     * @param version the version of the program that makes the report
     * @return the report
     */
    public static ComparisonReport of(InternalUse<Comparison> comparison, Contents contents, String version) {
        return new ComparisonReport(words -> new ComparisonPage.Html(
                        new ComparisonSections(comparison, contents, words).page(version), words)
                .page());
    }

    /**
     * What a report shows next to the figures of a comparison.
     *
     * @param series series of the same areas and indicators; those with enough periods get control limits
     * @param crossTables figures by area and category
     * @param status how final the figures of a period are; empty if unknown
     */
    public record Contents(
            List<AreaSeries> series, List<CrossTable> crossTables, Function<Period, Optional<PeriodStatus>> status) {

        public Contents {
            series = List.copyOf(series);
            crossTables = List.copyOf(crossTables);
        }

        /**
         * Returns contents with series only.
         *
         * @param series series of the same areas and indicators
         * @return the contents
         */
        public static Contents of(List<AreaSeries> series) {
            return new Contents(series, List.of(), period -> Optional.empty());
        }
    }

    /**
     * Figures by area and category, such as domains of life by district.
     *
     * @param areas the areas
     * @param codes the categories
     * @param indicators the indicators
     * @param table their totals, as {@link #plan} groups them
     * @param population the inhabitants of the areas, for figures per inhabitants
     */
    public record CrossTable(
            AreaHierarchy areas, Codelist codes, List<Indicator> indicators, ResultTable table, Population population) {

        public CrossTable {
            indicators = List.copyOf(indicators);
        }

        /**
         * Returns a plan that adds up what a table is made from.
         *
         * @param structure the structure of the rows
         * @param level the level of the areas
         * @param column the column of the categories
         * @param indicators the indicators, at least one, all of the same periodicity
         * @return the plan
         * @throws IllegalArgumentException if the rows have no such areas, or no such column
         */
        public static AggregationPlan plan(
                TableStructure structure, AreaLevel level, ColumnName column, List<Indicator> indicators) {
            PeriodKind kind = indicators.get(0).periodicity();
            return grouped(structure, level, column, kind)
                    .withSeries(indicators.stream()
                            .flatMap(indicator -> Series.of(indicator).stream())
                            .toList());
        }

        /** Returns a plan by area, period and the codes of a column. */
        static AggregationPlan grouped(TableStructure structure, AreaLevel level, ColumnName column, PeriodKind kind) {
            ColumnName place = structure
                    .place(level)
                    .orElseThrow(() -> new IllegalArgumentException("no areas of level " + level))
                    .name();
            int time = structure.timeIndex().orElseThrow(() -> new IllegalArgumentException("no periods"));
            return AggregationPlan.by(structure)
                    .withGroupings(List.of(
                            new Grouping.ByArea("area_code", place, level),
                            new Grouping.ByPeriod(
                                    "period", structure.dimensions().get(time).name(), kind),
                            new Grouping.ByColumn(column)));
        }
    }

    @Override
    Page page(Language language) {
        return pages.apply(new ComparisonWords(language));
    }

    /**
     * Returns why something is not decided, as part of a sentence.
     *
     * @param reason the reason
     * @param language the language
     * @return such as {@code not all is in}
     */
    public static String inWords(Judgement.Reason reason, Language language) {
        return new ComparisonWords(language).reason(reason);
    }
}
