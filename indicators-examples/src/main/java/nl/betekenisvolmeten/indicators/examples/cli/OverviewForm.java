package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Agreed;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.aggregation.LedgerAggregator;
import nl.betekenisvolmeten.indicators.aggregation.Selection;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.comparison.Change;
import nl.betekenisvolmeten.indicators.comparison.Comparer;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.ComparisonOptions;
import nl.betekenisvolmeten.indicators.comparison.ComparisonPlan;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.formats.delivery.SetReport;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.survey.Questionnaire;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.MissingPolicy;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * Deliveries of one form, read once.
 *
 * @param format the format that their rows are read as
 * @param set the deliveries
 * @param rows their rows
 * @param read the report of reading them
 */
record OverviewForm(FormatDefinition format, DeliverySet set, RowTape rows, SetReport read) {

    /** More questions than this are not shown one by one. */
    private static final int FEW_QUESTIONS = 5;

    /**
     * The stadsdelen compared.
     *
     * @param form the deliveries
     * @param comparison on the indicators that are shown
     * @param questions each question separately, for indicators with few questions
     */
    record Compared(OverviewForm form, Comparison comparison, Map<IndicatorId, List<Asked>> questions) {}

    /** A question, with the stadsdelen compared on it. */
    record Asked(Questionnaire.Question question, Comparison comparison) {}

    /**
     * The context of the comparisons.
     *
     * @param period the period that is shown
     * @param agreed the agreements about deliveries
     * @param population the inhabitants of the areas that rows name
     * @param where the rows that count, by their codes
     * @param missing what happens to a figure if a part of it did not come in
     */
    record Frame(
            Period period,
            Optional<ReportingContext> agreed,
            Function<TableStructure, Population> population,
            Function<FormatDefinition, Map<ColumnName, Set<String>>> where,
            MissingPolicy missing) {}

    /** Returns the deliveries by organisation, stadsdeel and period. */
    Set<DeliveredReports.Delivered> delivered() {
        DeliveredReports reports =
                DeliveredReports.of(format.ruleSet().structure()).orElseThrow();
        rows.play(reports);
        return reports.all();
    }

    /** Returns whether rows name their organisation, stadsdeel and period. */
    boolean isUsable() {
        return DeliveredReports.of(format.ruleSet().structure()).isPresent();
    }

    Compared compare(Frame frame, Lookup lookup) {
        List<Indicator> core = lookup.coreOf(lookup.indicatorsFedBy(format));
        Map<IndicatorId, List<Asked>> questions = new HashMap<>();
        for (Indicator indicator : core) {
            if (indicator.formula() instanceof Formula.Answers answers
                    && answers.questions() > 1
                    && answers.questions() <= FEW_QUESTIONS
                    && answers.response().isPresent()) {
                questions.put(indicator.id(), asked(indicator, answers, frame, lookup));
            }
        }
        return new Compared(this, compare(core, frame, lookup), questions);
    }

    private List<Asked> asked(Indicator indicator, Formula.Answers answers, Frame frame, Lookup lookup) {
        List<Asked> all = new ArrayList<>();
        lookup.definitions()
                .questionnaires()
                .latest(answers.questionnaire())
                .map(Questionnaire::questions)
                .orElse(List.of())
                .forEach(question -> all.add(new Asked(
                        question,
                        compare(
                                List.of(indicator.where(
                                        Map.of(answers.response().orElseThrow().question(), Set.of(question.code())))),
                                frame,
                                lookup))));
        return all;
    }

    private Comparison compare(List<Indicator> indicators, Frame frame, Lookup lookup) {
        Map<IndicatorId, Validity> during = new HashMap<>();
        set.notComparable(lookup.indicatorSets()).forEach((id, judged) -> during.put(id, judged.during()));
        TableStructure structure = format.ruleSet().structure();
        ComparisonPlan plan = ComparisonPlan.of(
                        structure,
                        indicators,
                        AreaLevel.STADSDEEL,
                        frame.population().apply(structure))
                .withWhere(frame.where().apply(format))
                .withPeriod(frame.period())
                .withNotComparable(during)
                .withOptions(ComparisonOptions.withDefaults()
                        .withChange(Change.Since.SAME_PERIOD_LAST_YEAR)
                        .withMissing(frame.missing()));
        Comparer comparer = plan.newComparer(known(frame));
        rows.play(comparer);
        return read.context().map(known -> comparer.result(known::coverage)).orElseGet(comparer::result);
    }

    private Agreed known(Frame frame) {
        return frame.agreed()
                .map(ReportingContext::agreed)
                .orElse(Agreed.NOTHING)
                .withNotComparable(set.otherMeasures());
    }

    /** Returns the total of part of an indicator in an area; empty if the rows do not have it. */
    Optional<CellValue> total(Formula.Part part, Area area, Frame frame) {
        TableStructure structure = format.ruleSet().structure();
        AreaLevel level = area.code().level();
        Optional<Dimension.Place> place = structure.place(level);
        if (structure.measureIndex(part.column()).isEmpty() || place.isEmpty()) {
            return Optional.empty();
        }
        Agreed known = known(frame);
        AggregationPlan plan = AggregationPlan.by(structure)
                .withGroupings(List.of(
                        new Grouping.ByArea("area", place.get().name(), level),
                        new Grouping.ByPeriod(
                                "period",
                                structure
                                        .dimensions()
                                        .get(structure.timeIndex().orElseThrow())
                                        .name(),
                                frame.period().kind())))
                .withSeries(List.of(new Series.Total(
                        "total",
                        part.column(),
                        Selection.of(part.and(frame.where().apply(format)).where()))))
                .withMissing(frame.missing())
                .with(known);
        LedgerAggregator aggregator = LedgerAggregator.of(plan, known.overlaps());
        rows.play(aggregator);
        ResultTable table = read.context()
                .map(context -> aggregator.result(context.coverage(plan)))
                .orElseGet(aggregator::result);
        return table.rows().stream()
                .filter(row -> row.key()
                        .equals(List.of(area.code().value(), frame.period().code())))
                .map(row -> row.figures().get(0).value())
                .findFirst();
    }
}
