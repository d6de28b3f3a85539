package nl.betekenisvolmeten.indicators.coverage;

import java.util.Set;
import nl.betekenisvolmeten.indicators.coverage.BreakFinder.SeriesBreak;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Period;

/**
 * One organisation goes on with the work of another. Declared, so that a series over both is a choice that shows.
 *
 * @param from who did the work before
 * @param to who does it now
 * @param since the first period of the new organisation
 * @param areas the areas that it is about, as the counting format writes them; empty for all
 * @param note what a reader of the series must know
 */
public record Succession(KvkNumber from, KvkNumber to, Period since, Set<String> areas, LocalizedText note) {

    /** @throws IllegalArgumentException if {@code from} and {@code to} are the same */
    public Succession {
        areas = Set.copyOf(areas);
        if (from.equals(to)) {
            throw new IllegalArgumentException("an organisation must not succeed itself: " + from);
        }
    }

    /** Returns whether this explains a break in a series: the same takeover, in one of its areas. */
    boolean explains(SeriesBreak found) {
        return found.kind() == SeriesBreak.Kind.REPORTER
                && found.from().contains(from.value())
                && found.to().contains(to.value())
                && found.since().equals(since)
                && (areas.isEmpty() || areas.contains(found.area()));
    }
}
