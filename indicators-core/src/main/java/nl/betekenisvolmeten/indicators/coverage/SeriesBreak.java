package nl.betekenisvolmeten.indicators.coverage;

import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import nl.betekenisvolmeten.indicators.model.Period;

/**
 * A place in a series where what is before and what is after were not made in the same way.
 *
 * @param area where
 * @param since the first period of the new way
 * @param kind what changed
 * @param from what it was: codes of organisations or names of formats
 * @param to what it is
 */
public record SeriesBreak(String area, Period since, Kind kind, Set<String> from, Set<String> to)
        implements Comparable<SeriesBreak> {

    private static final Comparator<SeriesBreak> ORDER = Comparator.comparing(SeriesBreak::area)
            .thenComparing(SeriesBreak::since)
            .thenComparing(SeriesBreak::kind);

    /** What changed. */
    public enum Kind {
        /** Other organisations report. */
        REPORTER,
        /** The reports are in another format, or another version of it. */
        FORMAT
    }

    public SeriesBreak {
        from = Collections.unmodifiableSet(new TreeSet<>(from));
        to = Collections.unmodifiableSet(new TreeSet<>(to));
    }

    @Override
    public int compareTo(SeriesBreak other) {
        return ORDER.compare(this, other);
    }
}
