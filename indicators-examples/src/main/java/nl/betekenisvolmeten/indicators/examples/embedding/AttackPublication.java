package nl.betekenisvolmeten.indicators.examples.embedding;

import java.nio.file.Path;
import java.util.List;
import nl.betekenisvolmeten.indicators.disclosure.AttackCheck;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.output.PublishedFiles;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;

/** Tries to work out the hidden figures of a publication from its files alone. */
public final class AttackPublication {

    private AttackPublication() {}

    /**
     * Attacks a publication.
     *
     * @param folder the folder with the files
     * @return the hidden figures that can be worked out closely enough; empty when nothing is exposed
     * @throws IllegalStateException if the files do not fit together, so that nothing can be said
     */
    public static List<AttackCheck.Cell> exposed(Path folder) {
        Definitions definitions = Definitions.bundled();
        PublicationPlan plan =
                definitions.plans().latest("denhaag-jaarpublicatie").orElseThrow();
        AreaHierarchy areas = definitions.areas("denhaag", 2025).orElseThrow();
        List<DeliverySource> files = PublishedFiles.names(plan).stream()
                .map(name -> DeliverySource.of(folder.resolve(name)))
                .toList();
        PublishedFiles.Published published = PublishedFiles.read(plan, files);
        AttackCheck.Outcome outcome = AttackCheck.of(plan, areas).attack(published.tables());
        if (!published.objections().isEmpty() || !outcome.objections().isEmpty()) {
            throw new IllegalStateException(
                    "not a whole publication: " + published.objections() + outcome.objections());
        }
        return outcome.exposed();
    }
}
