package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
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
    private final Catalogue catalogue;
    private final List<Target> targets;
    private final PopulationOption population;
    private final List<TargetCollector> collectors = new ArrayList<>();
    private final List<AreaHierarchy> areas = new ArrayList<>();
    private final List<DeliveryReport> reports = new ArrayList<>();

    TargetDeliveries(Deliveries deliveries, Catalogue catalogue, List<Target> targets, PopulationOption population) {
        this.deliveries = deliveries;
        this.catalogue = catalogue;
        this.targets = targets;
        this.population = population;
    }

    /** Reads the deliveries, those of each form on their own; returns whether any has errors. */
    boolean read(Optional<ReportingContext> agreed) {
        for (DeliverySet set : deliveries.set(catalogue, agreed).byForm()) {
            reports.addAll(
                    deliveries.readInto(set, format -> start(format, set)).reports());
        }
        return deliveries.sayErrors(reports);
    }

    private RowTaker start(FormatDefinition format, DeliverySet set) {
        TableStructure structure = format.ruleSet().structure();
        List<Indicator> fed = catalogue.indicatorsFedBy(format);
        if (fed.isEmpty()) {
            throw catalogue.texts().wrong("targets.otherForm", format.id());
        }
        Population inhabitants = population
                .read(() -> Catalogue.areas(structure), AreaLevel.STADSDEEL)
                .orElseGet(() -> catalogue.inhabitants().population());
        TargetPlan plan = TargetPlan.of(structure, fed, targets, inhabitants)
                .withNotComparable(set.notComparable(catalogue.definitions().indicatorSets())
                        .keySet());
        areas.add(Catalogue.areas(structure));
        collectors.add(plan.newCollector());
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
