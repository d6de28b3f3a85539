package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.aggregation.OverlapLedger;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.formats.delivery.SetReport;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.targets.TargetCollector;
import nl.betekenisvolmeten.indicators.targets.TargetPlan;
import nl.betekenisvolmeten.indicators.targets.TargetReview;

/** The figures that deliveries, of one form or several, give to targets. */
final class TargetDeliveries {

    private final Deliveries deliveries;
    private final Lookup lookup;
    private final List<Target> targets;
    private final PopulationOption population;
    private final List<TargetCollector> collectors = new ArrayList<>();
    private final List<AreaHierarchy> areas = new ArrayList<>();
    private final List<DeliveryReport> reports = new ArrayList<>();

    TargetDeliveries(Deliveries deliveries, Lookup lookup, List<Target> targets, PopulationOption population) {
        this.deliveries = deliveries;
        this.lookup = lookup;
        this.targets = targets;
        this.population = population;
    }

    /** Reads the deliveries, those of each form on their own; returns whether any has errors. */
    boolean read(Optional<ReportingContext> agreed) {
        boolean contradicted = false;
        OverlapLedger ledger = agreed.map(ReportingContext::overlaps).orElseGet(() -> new OverlapLedger(List.of()));
        for (DeliverySet set : deliveries.set(lookup, agreed).byForm()) {
            RowTaker taker = deliveries
                    .format(set)
                    .map(format -> start(format, set, ledger))
                    .orElseGet(RowTaker::ofNothing);
            SetReport read = deliveries.read(set, taker);
            reports.addAll(read.reports());
            contradicted |= read.findings().hasErrors();
        }
        return deliveries.sayErrors(reports) || contradicted;
    }

    private RowTaker start(FormatDefinition format, DeliverySet set, OverlapLedger ledger) {
        TableStructure structure = format.ruleSet().structure();
        List<Indicator> fed = lookup.indicatorsFedBy(format);
        if (fed.isEmpty()) {
            throw lookup.texts().wrong("targets.otherForm", format.id());
        }
        Population inhabitants = population
                .read(() -> Lookup.areas(structure), AreaLevel.STADSDEEL)
                .orElseGet(() -> lookup.inhabitants().population());
        TargetPlan plan = TargetPlan.of(structure, fed, targets, inhabitants)
                .withNotComparable(set.notComparable(lookup.indicatorSets()).keySet());
        areas.add(Lookup.areas(structure));
        collectors.add(plan.newCollector(ledger));
        return collectors.get(collectors.size() - 1);
    }

    /** Adds the figures to a review. */
    TargetReview into(TargetReview review) {
        TargetReview with = review;
        for (TargetCollector collector : collectors) {
            with = with.withDelivered(collector.result());
        }
        return with;
    }

    /** The areas of the deliveries; empty without any. */
    Optional<AreaHierarchy> areas() {
        return areas.stream().findFirst();
    }
}
