package nl.betekenisvolmeten.indicators.disclosure;

import java.math.BigDecimal;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan.Count;
import nl.betekenisvolmeten.indicators.disclosure.PublishedFigures.Spot;

/**
 * An attacker's own knowledge, in addition to what is published.
 *
 * @param own how much of a count is the attacker's own
 * @param isAboutFew whether the rest of a hidden count must stay unknown, as it may be about few persons
 */
record Insider(BiFunction<Spot, Count, BigDecimal> own, BiPredicate<Spot, Count> isAboutFew) {

    /** An outsider, without own figures. */
    static final Insider NONE = new Insider((spot, count) -> BigDecimal.ZERO, (spot, count) -> true);
}
