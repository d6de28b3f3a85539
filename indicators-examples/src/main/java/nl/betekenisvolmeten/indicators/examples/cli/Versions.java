package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.formats.delivery.FileMapping;
import nl.betekenisvolmeten.indicators.formats.delivery.SetReport;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.ColumnName;

/** Versions of formats among the files of a command line, and what became of them, in words. */
final class Versions {

    private Versions() {}

    /** The format of each file that has one. */
    static Map<DeliverySource, FormatDefinition> recognised(List<DeliverySource> sources, DeliveryReader reader) {
        return DeliverySet.of(reader, sources).formats();
    }

    /** The newest of the formats; of different formats, any. */
    static Optional<FormatDefinition> newest(Map<DeliverySource, FormatDefinition> formats) {
        return formats.values().stream().max(Comparator.comparing(FormatDefinition::id));
    }

    /** Files that cannot be read together are wrong usage. */
    static void check(DeliverySet set, Texts texts) {
        set.otherForms().values().stream().findFirst().ifPresent(other -> {
            throw new UsageException(texts.of(
                    "aggregate.formats", other.id(), set.format().orElseThrow().id()));
        });
    }

    /** Tells of each file that was carried over, what that lost, and which files may count double. */
    static void tell(SetReport report, Terminal terminal) {
        report.files().forEach(file -> tellCarriedOver(file, terminal));
        report.files().forEach(file -> tellNarrowed(file, terminal));
        report.overlaps().forEach(overlap -> tell(overlap, terminal));
        report.context().ifPresent(known -> ResultFindings.tell(known.findings(), terminal.texts(), terminal.err()));
    }

    private static void tellCarriedOver(SetReport.FileRead file, Terminal terminal) {
        if (file.way() instanceof FileMapping.CarriedOver way) {
            terminal.err()
                    .println(terminal.texts()
                            .of(
                                    "deliveries.migrated",
                                    file.source().name(),
                                    way.plan().source().id(),
                                    way.plan().target().id()));
            ResultFindings.tell(file.carried(), terminal.texts(), terminal.err());
        }
    }

    private static void tellNarrowed(SetReport.FileRead file, Terminal terminal) {
        if (file.way() instanceof FileMapping.Narrowed way) {
            terminal.err()
                    .println(terminal.texts()
                            .of(
                                    "deliveries.narrowed",
                                    file.source().name(),
                                    way.from().id(),
                                    way.to().id(),
                                    way.excluded().stream()
                                            .map(ColumnName::toString)
                                            .collect(Collectors.joining(", "))));
        }
    }

    private static void tell(SetReport.RepeatedDelivery overlap, Terminal terminal) {
        terminal.err()
                .println(terminal.texts()
                        .of(
                                "deliveries.overlap",
                                overlap.first().name(),
                                overlap.second().name(),
                                overlap.organisation(),
                                overlap.period()));
    }
}
