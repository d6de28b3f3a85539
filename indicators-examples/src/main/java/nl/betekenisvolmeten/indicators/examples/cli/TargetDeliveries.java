package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
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
import org.jspecify.annotations.Nullable;

/** The figures that deliveries, of one form or several, give to targets. */
final class TargetDeliveries {

    private final Definitions definitions;
    private final List<Target> targets;
    private final Optional<Path> population;
    private final @Nullable Path output;
    private final Terminal terminal;
    private final List<TargetCollector> collectors = new ArrayList<>();
    private final List<AreaHierarchy> areas = new ArrayList<>();
    private boolean errors;

    private TargetDeliveries(
            Definitions definitions,
            List<Target> targets,
            Optional<Path> population,
            @Nullable Path output,
            Terminal terminal) {
        this.definitions = definitions;
        this.targets = targets;
        this.population = population;
        this.output = output;
        this.terminal = terminal;
    }

    static TargetDeliveries read(
            List<Path> files,
            Definitions definitions,
            @Nullable Path output,
            @Nullable Path population,
            List<Target> targets,
            Terminal terminal) {
        TargetDeliveries all =
                new TargetDeliveries(definitions, targets, Optional.ofNullable(population), output, terminal);
        List<DeliverySource> sources = Deliveries.sources(files, output, terminal.texts());
        DeliveryReader reader = DeliveryReader.of(definitions);
        DeliverySet.of(reader, sources).byForm().forEach(all::readForm);
        return all;
    }

    private void readForm(DeliverySet set) {
        List<DeliveryReport> reports =
                Deliveries.readInto(set, format -> start(format, set), terminal).reports();
        errors |= Deliveries.tellErrors(reports, terminal.texts(), terminal.err());
    }

    private RowTaker start(FormatDefinition format, DeliverySet set) {
        TableStructure structure = format.ruleSet().structure();
        List<Indicator> fed = Indicators.fedBy(format, definitions);
        if (fed.isEmpty()) {
            throw new UsageException(terminal.texts().of("targets.otherForm", format.id()));
        }
        TargetPlan plan = TargetPlan.of(structure, fed, targets, inhabitants(structure))
                .withNotComparable(
                        set.notComparable(definitions.indicatorSets().all()).keySet());
        areas.add(PopulationFile.areas(structure));
        collectors.add(plan.newCollector());
        return collectors.get(collectors.size() - 1);
    }

    private Population inhabitants(TableStructure structure) {
        return population
                .map(file -> PopulationFile.read(file, output, structure, AreaLevel.STADSDEEL, terminal))
                .orElseGet(
                        () -> definitions.populations().get("denhaag-inwoners").population());
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

    /** Whether files have errors. */
    boolean errors() {
        return errors;
    }
}
