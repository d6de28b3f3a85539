package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.MigrationPlan;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.table.Projection;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.jspecify.annotations.Nullable;

/**
 * The formats of files, looked at once, when first asked for. Only a file alone stays open for its rows: many would take
 * much memory.
 */
final class Recognised {

    private final DeliveryReader reader;
    private final List<DeliverySource> sources;
    private final AtomicReference<@Nullable OpenedDelivery> alone = new AtomicReference<>();
    private @Nullable Map<DeliverySource, FormatDefinition> formats;

    Recognised(DeliveryReader reader, List<DeliverySource> sources) {
        this.reader = reader;
        this.sources = sources;
    }

    /** Returns the format of each file that has one. */
    synchronized Map<DeliverySource, FormatDefinition> formats() {
        Map<DeliverySource, FormatDefinition> found = formats;
        if (found == null) {
            Map<DeliverySource, FormatDefinition> seen = new LinkedHashMap<>();
            sources.forEach(source -> recognise(source).ifPresent(format -> seen.put(source, format)));
            found = Collections.unmodifiableMap(seen);
            formats = found;
        }
        return found;
    }

    private Optional<FormatDefinition> recognise(DeliverySource source) {
        if (sources.size() > 1) {
            return reader.recognise(source);
        }
        OpenedDelivery opened = reader.open(source);
        alone.set(opened);
        return opened.format();
    }

    /**
     * Opens a file to read its rows.
     *
     * @throws IndicatorsException if it is not of the format any more that it was of
     */
    OpenedDelivery open(DeliverySource source) {
        Optional<FormatId> format = Optional.ofNullable(formats().get(source)).map(FormatDefinition::id);
        OpenedDelivery known = alone.getAndSet(null);
        OpenedDelivery opened = known == null ? reader.open(source) : known;
        if (!opened.format().map(FormatDefinition::id).equals(format)) {
            throw new IndicatorsException(source.name() + " changed while it was read");
        }
        return opened;
    }

    /** Returns the same for some of the files. */
    Recognised of(List<DeliverySource> some) {
        Map<DeliverySource, FormatDefinition> own = new LinkedHashMap<>(formats());
        own.keySet().retainAll(some);
        Recognised part = new Recognised(reader, some);
        part.formats = Collections.unmodifiableMap(own);
        return part;
    }

    /** Returns the newest of the formats; any of them if they are different forms. */
    Optional<FormatDefinition> newest() {
        return versions().stream().reduce((older, newer) -> newer);
    }

    /**
     * Returns the newest format among the files that all others can be converted to in declared steps; otherwise such a
     * later version that no file has; otherwise the newest among them that asks for no more than the others; otherwise
     * the newest.
     */
    Optional<FormatDefinition> common() {
        Collection<FormatDefinition> versions = versions();
        BiPredicate<FormatDefinition, FormatDefinition> steps =
                (format, target) -> MigrationPlan.between(format, target).isPresent();
        return newest(versions, steps)
                .or(() -> newest().filter(any -> versions.size() > 1)
                        .flatMap(any -> newest(reader.versions(any.id().name()), steps)))
                .or(() -> newest(
                        versions,
                        steps.or((format, target) -> projection(format, target).isPresent())))
                .or(this::newest);
    }

    private Optional<FormatDefinition> newest(
            Collection<FormatDefinition> targets, BiPredicate<FormatDefinition, FormatDefinition> canBecome) {
        return targets.stream()
                .filter(target -> versions().stream().allMatch(format -> canBecome.test(format, target)))
                .reduce((older, newer) -> newer);
    }

    /** Returns each format once, the oldest first. */
    private Collection<FormatDefinition> versions() {
        Map<FormatId, FormatDefinition> versions = new TreeMap<>();
        formats().values().stream().map(Recognised::counted).forEach(format -> versions.put(format.id(), format));
        return versions.values();
    }

    /** Returns the format whose rows a file is about: its own, unless it has totals over rows of another format. */
    static FormatDefinition counted(FormatDefinition format) {
        return format.ownTotals().map(FormatDefinition.OwnTotals::of).orElse(format);
    }

    /** Returns how the rows of a file are mapped to a version. */
    FileMapping way(DeliverySource source, FormatDefinition target, boolean narrowing) {
        FormatDefinition format = formats().get(source);
        if (format == null) {
            return new FileMapping.NotRecognised();
        }
        if (format.id().equals(target.id())) {
            return new FileMapping.AsIs(format);
        }
        if (format.ownTotals()
                .filter(totals -> totals.of().id().name().equals(target.id().name()))
                .isPresent()) {
            return new FileMapping.OwnTotals(format);
        }
        return MigrationPlan.between(format, target)
                .<FileMapping>map(FileMapping.CarriedOver::new)
                .or(() -> (narrowing ? projection(format, target) : Optional.<Projection>empty())
                        .map(projection -> new FileMapping.Narrowed(format, target, projection)))
                .orElseGet(() -> new FileMapping.OtherForm(format));
    }

    /**
     * Returns the projection of the rows of one version onto another that asks for less; empty if the other asks for
     * more or is another form.
     */
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
}
