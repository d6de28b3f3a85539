package nl.betekenisvolmeten.indicators.examples.embedding;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.formats.Delivery;
import nl.betekenisvolmeten.indicators.formats.Indicators;
import nl.betekenisvolmeten.indicators.model.AreaLevel;

/** Compares areas on custom indicators, with a custom text for a rule. */
public final class OwnIndicators {

    private OwnIndicators() {}

    /**
     * Checks a delivery and compares its stadsdelen.
     *
     * @param form the definition of the form
     * @param indicators the definition of the indicators
     * @param file the delivery
     * @param out the destination
     * @throws IOException if a definition cannot be read
     */
    public static void run(Path form, Path indicators, Path file, PrintStream out) throws IOException {
        Map<String, String> texts =
                Map.of("ET-R01.text", "Er zijn meer deelnemers ({left_value}) dan bezoeken ({right_value}).");
        Indicators own = OwnDefinitions.load(form, indicators)
                .withTexts(MessageCatalogue.bundled().with(Language.NL, texts));
        Delivery delivery = own.read(file);
        delivery.messages(Language.NL).forEach(out::println);
        out.println(delivery.compare(AreaLevel.STADSDEEL).toText(Language.NL));
    }
}
