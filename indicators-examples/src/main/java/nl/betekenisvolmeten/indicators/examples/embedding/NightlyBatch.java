package nl.betekenisvolmeten.indicators.examples.embedding;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.report.CheckedDelivery;
import nl.betekenisvolmeten.indicators.formats.report.ReportKind;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/** Checks all files in a folder and writes a web page with the findings for each. */
public final class NightlyBatch {

    private NightlyBatch() {}

    /**
     * Checks the files of a folder.
     *
     * @param folder the folder
     * @param reports the folder for the pages; created if it does not exist
     * @return the files with errors
     * @throws IOException if the folder cannot be read or a page cannot be written
     */
    public static List<Path> run(Path folder, Path reports) throws IOException {
        Definitions definitions = Definitions.bundled();
        DeliveryReader reader = DeliveryReader.of(definitions).withHash(true);
        Files.createDirectories(reports);
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(Files::isRegularFile).sorted().toList();
        }
        List<Path> refused = new ArrayList<>();
        for (Path file : files) {
            DeliveryReport report = reader.validate(DeliverySource.of(file)); // one bad file does not stop the others
            try (Writer page = Files.newBufferedWriter(reports.resolve(file.getFileName() + ".html"))) {
                ReportKind.HTML.write(
                        List.of(CheckedDelivery.of(report, definitions)),
                        ReportKind.Settings.of("1.0", Language.NL, Audience.FILLER),
                        page);
            }
            if (!report.isGood()) {
                refused.add(file);
            }
        }
        return refused;
    }
}
