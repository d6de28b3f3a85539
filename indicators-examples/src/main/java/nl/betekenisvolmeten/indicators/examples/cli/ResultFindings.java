package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import nl.betekenisvolmeten.indicators.finding.Audience;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;

/** Tells what was found while adding up. */
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
}
