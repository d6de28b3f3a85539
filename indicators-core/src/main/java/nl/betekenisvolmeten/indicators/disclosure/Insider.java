package nl.betekenisvolmeten.indicators.disclosure;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan.Count;
import nl.betekenisvolmeten.indicators.disclosure.PublishedFigures.Spot;
import nl.betekenisvolmeten.indicators.model.ColumnName;

/**
 * An attacker's own knowledge, in addition to what is published.
 *
 * @param own the attacker's own part of each count; zero for counts that are absent
 * @param isAboutFew whether the rest of a hidden count must stay unknown, as it may be about few persons
 */
record Insider(Function<Spot, Map<ColumnName, BigDecimal>> own, BiPredicate<Spot, Count> isAboutFew) {

    /** An outsider, without own figures. */
    static final Insider NONE = new Insider(spot -> Map.of(), (spot, count) -> true);
}
