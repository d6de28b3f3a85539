package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.output.DerivedFiles;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the files that follow from published tables are made with. */
final class DerivedOptions {

    @Option(names = "--targets", descriptionKey = "targets.targets", paramLabel = "FILE")
    private @Nullable Path targets;

    private final FormFiles forms;

    DerivedOptions(Subcommand command) {
        forms = new FormFiles(command);
    }

    DerivedFiles read(Lookup lookup, PublicationPlan plan) {
        return new DerivedFiles(
                lookup.indicators(),
                lookup.indicators().stream()
                        .filter(indicator -> lookup.definitions()
                                .formats()
                                .latest(indicator.formula().format())
                                .filter(format -> has(format, plan))
                                .isPresent())
                        .toList(),
                lookup.definitions().targetSets().all(),
                NamedTargets.read(targets, lookup, forms).targets());
    }

    /** Returns whether a form has all columns that a plan publishes. */
    private static boolean has(FormatDefinition format, PublicationPlan plan) {
        TableStructure structure = format.ruleSet().structure();
        return plan.parts().stream()
                .flatMap(part -> part.counts().stream())
                .allMatch(count -> structure.measureIndex(count.measure()).isPresent());
    }

    /** Returns whether the forms have errors. */
    boolean errors() {
        return forms.errors();
    }
}
