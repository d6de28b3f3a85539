package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.finding.PrintableText;

/** Tells what was found while adding up, or in a file that is not a delivery. */
final class ResultFindings {

    private ResultFindings() {}

    static void tell(Findings findings, Texts texts, PrintWriter err) {
        for (Finding finding : findings.kept()) {
            err.println(finding.code() + ": "
                    + MessageCatalogue.bundled()
                            .message(finding, texts.language(), Audience.IT)
                            .text());
        }
    }

    /** Tells what was found in a file that the work needs beside deliveries, with its rows. */
    static void tell(String file, Findings findings, Terminal terminal) {
        for (Finding finding : findings.kept()) {
            terminal.err()
                    .println(PrintableText.text(file) + ": "
                            + MessageCatalogue.bundled()
                                    .line(finding, terminal.texts().language(), Audience.IT));
        }
        terminal.err().flush();
    }
}
