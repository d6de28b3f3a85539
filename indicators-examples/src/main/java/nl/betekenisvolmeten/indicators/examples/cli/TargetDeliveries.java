package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import nl.betekenisvolmeten.indicators.formats.delivery.ContextReport;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.formats.delivery.SetReport;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.targets.DeliveredFigures;
import nl.betekenisvolmeten.indicators.targets.TargetPlan;
import nl.betekenisvolmeten.indicators.targets.TargetReview;

/** The figures that deliveries, of one form or several, give to targets. */
final class TargetDeliveries {

    private final Lookup lookup;
    private final List<Target> targets;
    private final Function<TableStructure, Population> population;
    private final List<DeliveredFigures> figures = new ArrayList<>();
    private final List<AreaHierarchy> areas = new ArrayList<>();
    private final List<DeliveryReport> reports = new ArrayList<>();
    private Organisations organised = Organisations.NONE;
    private Optional<WhereOption> where = Optional.empty();

    TargetDeliveries(Lookup lookup, List<Target> targets, Function<TableStructure, Population> population) {
        this.lookup = lookup;
        this.targets = targets;
        this.population = population;
    }

    /** Counts only some rows, by their columns and by those that organisations add; returns this. */
    TargetDeliveries with(Organisations attributes, WhereOption rows) {
        organised = attributes;
        where = Optional.of(rows);
        return this;
    }

    /** Reads the deliveries, those of each form on their own; returns whether any has errors. */
    boolean read(Deliveries deliveries, Optional<ReportingContext> agreed) {
        boolean contradicted = false;
        for (DeliverySet set : deliveries.set(lookup, agreed).byForm()) {
            Optional<FormatDefinition> format = deliveries.format(set);
            SetReport read = format.isPresent()
                    ? take(format.get(), set, agreed, taker -> deliveries.read(set, taker))
                    : deliveries.read(set, RowTaker.ofNothing());
            reports.addAll(read.reports());
            contradicted |= read.findings().hasErrors();
        }
        return deliveries.sayErrors(reports) || contradicted;
    }

    /** Accepts the rows of deliveries of one form, which are passed on demand. */
    SetReport take(
            FormatDefinition format,
            DeliverySet set,
            Optional<ReportingContext> agreed,
            Function<RowTaker, SetReport> rows) {
        TargetPlan.Collector collector = collector(format, set, agreed);
        SetReport read = rows.apply(organised.around(format.ruleSet().structure(), collector));
        add(collector, read.context());
        return read;
    }

    /** Returns a collector of the rows of deliveries of one form. */
    TargetPlan.Collector collector(FormatDefinition format, DeliverySet set, Optional<ReportingContext> agreed) {
        return plan(format, set).newCollector(ComparingCommand.known(agreed, set));
    }

    /** Adds the figures of a collector. */
    void add(TargetPlan.Collector collector, Optional<ContextReport> context) {
        figures.add(context.map(known -> collector.result(known::coverage)).orElseGet(collector::result));
    }

    private TargetPlan plan(FormatDefinition format, DeliverySet set) {
        TableStructure structure = organised.with(format.ruleSet().structure());
        Map<ColumnName, Set<String>> codes =
                where.map(rows -> rows.read(format, structure)).orElse(Map.of());
        List<Indicator> fed = lookup.indicatorsFedBy(format).stream()
                .map(indicator -> indicator.where(codes))
                .toList();
        if (fed.isEmpty()) {
            throw lookup.texts().wrong("targets.otherForm", format.id());
        }
        if (structure.timeIndex().isEmpty() || structure.place(AreaLevel.REGIO).isEmpty()) {
            throw lookup.texts().wrong("targets.noPlace", format.id());
        }
        TargetPlan plan = TargetPlan.of(structure, fed, targets, population.apply(structure))
                .withNotComparable(set.notComparable(lookup.indicatorSets()).keySet());
        areas.add(Lookup.areas(structure));
        return plan;
    }

    /** Adds the figures to a review. */
    TargetReview into(TargetReview review) {
        TargetReview with = review;
        for (DeliveredFigures delivered : figures) {
            with = with.withDelivered(delivered);
        }
        return with;
    }

    /** Returns the areas of the deliveries; empty if there are none. */
    Optional<AreaHierarchy> areas() {
        return areas.stream().findFirst();
    }
}
