package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Acceptances;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionReader;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.report.CheckedDelivery;
import org.jspecify.annotations.Nullable;

/** The explanations of warnings that go with deliveries: named, or found next to each as {@code NAME.toelichtingen.json}. */
final class Explanations {

    private static final String BESIDE = ".toelichtingen.json";

    private final List<Optional<Path>> files = new ArrayList<>();
    private final Inputs inputs;

    Explanations(List<Path> deliveries, @Nullable Path named, Subcommand command) {
        inputs = command.inputs;
        if (named != null && deliveries.size() > 1) {
            throw command.texts.wrong("validate.accepted.one");
        }
        if (named != null) {
            inputs.files(List.of(named));
        }
        for (Path delivery : deliveries) {
            files.add(named != null ? Optional.of(named) : nextTo(delivery));
        }
    }

    /** Returns the explanations next to a delivery. */
    static Optional<Path> nextTo(Path delivery) {
        return Optional.of(delivery.resolveSibling(delivery.getFileName() + BESIDE))
                .filter(Files::isRegularFile);
    }

    /** Returns the files that are read. */
    List<Path> paths() {
        return files.stream().flatMap(Optional::stream).toList();
    }

    /** Returns each delivery with the explanations of its warnings, if there are any. */
    List<CheckedDelivery> apply(List<DeliveryReport> reports, Definitions definitions) {
        List<CheckedDelivery> checked = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            DeliveryReport report = reports.get(i);
            checked.add(files.get(i)
                    .map(file -> CheckedDelivery.of(report, definitions, read(file, definitions)))
                    .orElseGet(() -> CheckedDelivery.of(report, definitions)));
        }
        return checked;
    }

    private Checked<Acceptances> read(Path file, Definitions definitions) {
        return inputs.read(file, DefinitionReader.of(definitions)::readAcceptances);
    }
}
