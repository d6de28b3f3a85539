package nl.betekenisvolmeten.indicators.disclosure;

import java.math.BigDecimal;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan.Count;
import nl.betekenisvolmeten.indicators.disclosure.PublishedFigures.Spot;

/** What an attacker knows apart from what is published. */
interface Insider {

    /** Someone who knows nothing else. */
    Insider NONE = new Insider() {
        @Override
        public BigDecimal own(Spot spot, Count count) {
            return BigDecimal.ZERO;
        }

        @Override
        public boolean isAboutFew(Spot spot, Count count) {
            return true;
        }
    };

    /** Returns how much of a count is the attacker's own. */
    BigDecimal own(Spot spot, Count count);

    /** Returns whether the rest of a hidden count must stay unknown, as it may be about few persons. */
    boolean isAboutFew(Spot spot, Count count);
}
