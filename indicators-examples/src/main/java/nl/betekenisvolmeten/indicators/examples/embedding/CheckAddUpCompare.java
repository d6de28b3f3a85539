package nl.betekenisvolmeten.indicators.examples.embedding;

import java.io.PrintStream;
import java.nio.file.Path;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.Delivery;
import nl.betekenisvolmeten.indicators.formats.Indicators;
import nl.betekenisvolmeten.indicators.model.AreaLevel;

/** Checks a delivery, adds it up and compares its areas: the snippet of the README. */
public final class CheckAddUpCompare {

    private CheckAddUpCompare() {}

    /**
     * Checks, adds up and compares one delivery.
     *
     * @param file a delivery
     * @param out takes what is found and what comes out
     */
    public static void run(Path file, PrintStream out) {
        // snippet: embedding
        Indicators indicators = Indicators.bundled(); // formats, areas, populations, indicators
        Delivery delivery = indicators.read(file); // bad data gives findings, never an exception
        delivery.messages(Language.NL).forEach(out::println); // what is wrong, in words
        out.println(delivery.totals("wijk").toText(Language.NL)); // exact, or between two bounds, with coverage
        out.println(delivery.compare(AreaLevel.WIJK).toText(Language.NL));
        // end
    }
}
