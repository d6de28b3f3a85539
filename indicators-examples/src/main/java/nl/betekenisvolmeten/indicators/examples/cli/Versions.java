package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.FindingCollector;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.IndicatorComparability;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.migration.MigrationPlan;
import nl.betekenisvolmeten.indicators.formats.migration.MigrationRun;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.Projection;

/**
 * Which version of their format the files of a command line are of: the earlier ones are carried over to the newest. Where
 * no steps lead there, what the newest has and an earlier one does not is left out.
 */
final class Versions {

    private record Told(String file, MigrationPlan plan, Findings findings) {}

    private record Narrowed(FormatDefinition own, FormatDefinition target, Projection projection) {}

    private final Map<DeliverySource, MigrationPlan> plans = new LinkedHashMap<>();
    private final Map<DeliverySource, Narrowed> narrowed = new LinkedHashMap<>();
    private final Set<FormatDefinition> older = new LinkedHashSet<>();
    private final List<Told> told = new ArrayList<>();

    private Versions() {}

    /** Looks at each file to see its version. One file alone is of its own version, so it is not looked at. */
    static Versions of(List<DeliverySource> sources, DeliveryReader reader, Texts texts) {
        Versions versions = new Versions();
        if (sources.size() < 2) {
            return versions;
        }
        Map<DeliverySource, FormatDefinition> formats = recognised(sources, reader);
        target(formats)
                .ifPresent(target -> formats.forEach((source, format) -> {
                    if (!format.id().equals(target.id())) {
                        versions.carry(source, format, target, texts);
                        versions.older.add(format);
                    }
                }));
        return versions;
    }

    /** The newest format that all others can be carried over to; the newest one when there is none. */
    private static Optional<FormatDefinition> target(Map<DeliverySource, FormatDefinition> formats) {
        return formats.values().stream()
                .filter(target -> formats.values().stream()
                        .allMatch(
                                format -> MigrationPlan.between(format, target).isPresent()
                                        || projection(format, target).isPresent()))
                .max(Comparator.comparing(FormatDefinition::id))
                .or(() -> newest(formats));
    }

    private void carry(DeliverySource source, FormatDefinition format, FormatDefinition target, Texts texts) {
        MigrationPlan.between(format, target)
                .ifPresentOrElse(
                        plan -> plans.put(source, plan),
                        () -> narrowed.put(
                                source,
                                new Narrowed(
                                        format,
                                        target,
                                        projection(format, target)
                                                .orElseThrow(() -> new UsageException(
                                                        texts.of("aggregate.formats", format.id(), target.id()))))));
    }

    /** Rows of one version without what the other lacks; empty when the other has more, or it is another format. */
    private static Optional<Projection> projection(FormatDefinition from, FormatDefinition to) {
        if (!from.id().name().equals(to.id().name())) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Projection.of(from.ruleSet().structure(), to.ruleSet().structure(), Map.of()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The format that a file is written in, when its rows are handed on as those of a format. */
    FormatDefinition own(DeliverySource source, FormatDefinition handedOn) {
        Narrowed way = narrowed.get(source);
        MigrationPlan plan = plans.get(source);
        return way != null ? way.own() : plan != null ? plan.source() : handedOn;
    }

    /** The format of each file that has one. */
    static Map<DeliverySource, FormatDefinition> recognised(List<DeliverySource> sources, DeliveryReader reader) {
        Map<DeliverySource, FormatDefinition> formats = new LinkedHashMap<>();
        sources.forEach(source -> reader.recognise(source).ifPresent(format -> formats.put(source, format)));
        return formats;
    }

    /** The newest of the formats; of different formats, any. */
    static Optional<FormatDefinition> newest(Map<DeliverySource, FormatDefinition> formats) {
        return formats.values().stream().max(Comparator.comparing(FormatDefinition::id));
    }

    /** The indicators that do not mean the same in the newest version and an earlier one among the files. */
    Map<IndicatorId, IndicatorComparability> notComparable(FormatDefinition newest, Definitions definitions) {
        Map<IndicatorId, IndicatorComparability> not = new TreeMap<>();
        for (FormatDefinition one : older) {
            DefinitionDiff.between(one, newest, definitions.indicatorSets()).indicators().stream()
                    .filter(judged -> judged.verdict() == IndicatorComparability.Verdict.NOT_COMPARABLE)
                    .forEach(judged -> not.putIfAbsent(judged.indicator(), judged));
        }
        return not;
    }

    /** Reads a file, carried over to the newest version where need be. */
    DeliveryReport read(
            DeliverySource source,
            DeliveryReader reader,
            BiFunction<DeliverySource, FormatDefinition, Consumer<Observation>> consumers) {
        Narrowed way = narrowed.get(source);
        if (way != null) {
            Consumer<Observation> to = consumers.apply(source, way.target());
            return reader.read(
                    source, format -> row -> to.accept(way.projection().apply(row)));
        }
        MigrationPlan plan = plans.get(source);
        if (plan == null) {
            return reader.read(source, format -> consumers.apply(source, format));
        }
        FindingCollector found = FindingCollector.withDefaults();
        MigrationRun run =
                plan.toObservations(Location.of(source.name()), found::add, consumers.apply(source, plan.target()));
        DeliveryReport report = reader.readRows(source, format -> run);
        run.finish();
        told.add(new Told(source.name(), plan, found.toFindings()));
        return with(report, found.toFindings(), run.rowsHandedOn());
    }

    /** A report with what was found further on. */
    static DeliveryReport with(DeliveryReport report, Findings more, long rowsAccepted) {
        FindingCollector all = FindingCollector.of(
                report.findings().kept().size() + more.kept().size());
        all.combine(report.findings());
        all.combine(more);
        return new DeliveryReport(
                report.source(), report.sha256(), report.format(), report.rows(), rowsAccepted, all.toFindings());
    }

    /** Tells of each file that was carried over, and what that lost. */
    void tell(Terminal terminal) {
        for (Told one : told) {
            terminal.err()
                    .println(terminal.texts()
                            .of(
                                    "deliveries.migrated",
                                    one.file(),
                                    one.plan().source().id(),
                                    one.plan().target().id()));
            ResultFindings.tell(one.findings(), terminal.texts(), terminal.err());
        }
        narrowed.forEach((source, way) -> terminal.err()
                .println(terminal.texts()
                        .of(
                                "deliveries.narrowed",
                                source.name(),
                                way.own().id(),
                                way.target().id(),
                                leftOut(way))));
    }

    /** The columns that the other version lacks. */
    private static String leftOut(Narrowed way) {
        return way.own().columns().stream()
                .map(column -> column.name())
                .filter(name -> way.target().column(name).isEmpty())
                .map(Object::toString)
                .collect(Collectors.joining(", "));
    }
}
