package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Acceptances;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionReader;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.report.CheckedDelivery;
import org.jspecify.annotations.Nullable;

/** The explanations of warnings that go with deliveries: named, or found beside each as {@code NAME.toelichtingen.json}. */
final class Explanations {

    private static final String BESIDE = ".toelichtingen.json";

    private final List<Optional<Path>> files = new ArrayList<>();
    private final Texts texts;

    Explanations(List<Path> deliveries, @Nullable Path named, Texts texts) {
        this.texts = texts;
        if (named != null && deliveries.size() > 1) {
            throw new UsageException(texts.of("validate.accepted.one"));
        }
        for (Path delivery : deliveries) {
            files.add(named != null ? Optional.of(named) : beside(delivery));
        }
        if (named != null && !Files.isRegularFile(named)) {
            throw FaultException.unreadable(named, texts);
        }
    }

    /** The explanations that lie beside a delivery. */
    static Optional<Path> beside(Path delivery) {
        return Optional.of(delivery.resolveSibling(delivery.getFileName() + BESIDE))
                .filter(Files::isRegularFile);
    }

    /** The files that are read. */
    List<Path> paths() {
        return files.stream().flatMap(Optional::stream).toList();
    }

    /** Each delivery with its explanations. */
    List<CheckedDelivery> apply(List<DeliveryReport> reports, Definitions definitions) {
        List<CheckedDelivery> checked = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            checked.add(apply(reports.get(i), definitions, files.get(i), texts));
        }
        return checked;
    }

    /** A delivery with what explains its warnings, if anything does. */
    static CheckedDelivery apply(
            DeliveryReport report, Definitions definitions, Optional<Path> explanations, Texts texts) {
        return explanations
                .map(file -> CheckedDelivery.of(report, definitions, read(file, texts)))
                .orElseGet(() -> CheckedDelivery.of(report, definitions));
    }

    private static Checked<Acceptances> read(Path file, Texts texts) {
        try (InputStream in = Files.newInputStream(file)) {
            return DefinitionReader.of(Definitions.bundled()).readAcceptances(String.valueOf(file.getFileName()), in);
        } catch (IOException | IndicatorsException e) {
            throw FaultException.unreadable(file, texts);
        }
    }
}
