package nl.betekenisvolmeten.indicators.coverage;

import java.util.Comparator;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;

/**
 * One report: who, about where, of when.
 *
 * @param period of when
 * @param area about where, as the counting format writes it
 * @param reporter who
 */
public record Slot(Period period, String area, KvkNumber reporter) implements Comparable<Slot> {

    private static final Comparator<Slot> ORDER =
            Comparator.comparing(Slot::period).thenComparing(Slot::area).thenComparing(Slot::reporter);

    @Override
    public int compareTo(Slot other) {
        return ORDER.compare(this, other);
    }
}
