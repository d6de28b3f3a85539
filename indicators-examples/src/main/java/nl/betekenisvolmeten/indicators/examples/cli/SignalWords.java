package nl.betekenisvolmeten.indicators.examples.cli;

import nl.betekenisvolmeten.indicators.signal.SignalList;
import nl.betekenisvolmeten.indicators.statistics.LatestTest;

/** Says what stands behind a list of early signals: how much was looked at, and what of it may be chance. */
final class SignalWords {

    private SignalWords() {}

    static void tell(SignalList list, Terminal terminal) {
        Texts texts = terminal.texts();
        int tested = list.rows().size();
        int signals = list.signals().size();
        terminal.err()
                .println(texts.of(
                        "signals.looked",
                        list.lookedAt(),
                        tested,
                        signals,
                        list.expectedFalse(),
                        list.expectedFalseUncorrected()));
        if (tested < list.lookedAt()) {
            terminal.err().println(texts.of("signals.notTested", list.lookedAt() - tested, LatestTest.FEWEST_EARLIER));
        }
    }
}
