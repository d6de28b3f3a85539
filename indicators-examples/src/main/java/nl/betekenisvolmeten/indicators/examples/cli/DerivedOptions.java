package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.form.NeedReader;
import nl.betekenisvolmeten.indicators.formats.output.DerivedFiles;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.need.NeedRanking;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the files that follow from published tables are made with. */
final class DerivedOptions {

    @Option(names = "--targets", descriptionKey = "targets.targets", paramLabel = "FILE")
    private @Nullable Path targets;

    @Option(names = "--characteristics", descriptionKey = "need.characteristics", paramLabel = "FILE")
    private @Nullable Path characteristics;

    @Option(names = "--weights", descriptionKey = "need.weights", paramLabel = "FILE")
    private @Nullable Path weights;

    @Option(names = "--measure", descriptionKey = "need.measure", paramLabel = "MEASURE")
    private String measure = "unieke_deelnemers";

    private final Subcommand command;
    private final FormFiles forms;

    DerivedOptions(Subcommand command) {
        this.command = command;
        forms = new FormFiles(command);
    }

    private Optional<NeedRanking> need(NeedReader reader) {
        if (characteristics == null || weights == null) {
            return Optional.empty();
        }
        List<NeedRanking.Weight> chosen = forms.read(weights, reader::weights);
        List<NeedRanking.Fact> facts = forms.read(characteristics, reader::facts);
        return chosen.isEmpty() || facts.isEmpty() ? Optional.empty() : Optional.of(NeedRanking.of(chosen, facts));
    }

    /** Returns the exit code of asking for need that cannot be ranked by its files. */
    int withoutNeed() {
        if (characteristics == null || weights == null) {
            throw command.texts.wrong("usage.onlyWith", "--also need", "--characteristics, --weights");
        }
        return ExitCodes.ERRORS;
    }

    DerivedFiles read(Lookup lookup, PublicationPlan plan) {
        if (!ColumnName.isValid(measure)) {
            throw command.texts.wrong("explain.wrong.MEASURE", measure);
        }
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
                NamedTargets.read(targets, lookup, forms).targets(),
                need(NeedReader.of(lookup.definitions())),
                ColumnName.of(measure));
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
