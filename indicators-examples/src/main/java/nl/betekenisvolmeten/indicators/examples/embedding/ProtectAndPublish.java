package nl.betekenisvolmeten.indicators.examples.embedding;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.betekenisvolmeten.indicators.disclosure.DisclosureControl;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan;
import nl.betekenisvolmeten.indicators.disclosure.Release;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.Indicators;
import nl.betekenisvolmeten.indicators.formats.output.PublishedFiles;
import nl.betekenisvolmeten.indicators.formats.report.ProtectionStatement;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.validation.Rule;

/** Writes the tables of a publication, with figures about few persons hidden. */
public final class ProtectAndPublish {

    private ProtectAndPublish() {}

    /**
     * Protects a delivery and writes what may be published.
     *
     * @param delivery a delivery
     * @param folder the existing folder for the files
     * @throws IOException if a file cannot be written
     */
    public static void run(Path delivery, Path folder) throws IOException {
        Indicators indicators = Indicators.bundled();
        CountTable rows = indicators.read(delivery).table().orElseThrow();
        PublicationPlan plan = indicators
                .definitions()
                .plans()
                .latest("denhaag-jaarpublicatie")
                .orElseThrow();
        List<Rule> rules = indicators
                .definitions()
                .formats()
                .latest("telformat-gebiedsgericht")
                .orElseThrow()
                .ruleSet()
                .rules();
        Release release = DisclosureControl.of(rules).protect(plan, rows); // throws when anything could be derived
        for (String name : PublishedFiles.names(plan)) {
            try (OutputStream file = Files.newOutputStream(folder.resolve(name))) {
                PublishedFiles.write(release, name, Language.NL, file);
            }
        }
        try (Writer page = Files.newBufferedWriter(folder.resolve(ProtectionStatement.FILE))) {
            ProtectionStatement.write(release, Language.NL, page);
        }
    }
}
