package nl.betekenisvolmeten.indicators.coverage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;

/**
 * Finds where a series changed hands or form: from what was delivered, not from what anyone says of it. Reports come in
 * any order. Not thread-safe.
 */
public final class BreakFinder {

    private final List<Succession> successions;
    private final Map<String, TreeMap<Period, Made>> areas = new TreeMap<>();

    private record Made(Set<String> reporters, Set<String> formats) {
        Made() {
            this(new TreeSet<>(), new TreeSet<>());
        }
    }

    /**
     * A break, and what was declared of it.
     *
     * @param found the break
     * @param declared the succession that explains it; empty for one that nobody declared, or of another kind
     */
    public record Explained(SeriesBreak found, Optional<Succession> declared) {}

    private BreakFinder(List<Succession> successions) {
        this.successions = List.copyOf(successions);
    }

    /**
     * Returns a finder.
     *
     * @param successions what was declared
     * @return the finder
     */
    public static BreakFinder of(List<Succession> successions) {
        return new BreakFinder(successions);
    }

    /**
     * Adds a report: an organisation delivered about an area and a period.
     *
     * @param area where
     * @param period of when
     * @param reporter who
     * @param format in which format and version
     */
    public void add(String area, Period period, KvkNumber reporter, String format) {
        Made made = areas.computeIfAbsent(area, any -> new TreeMap<>()).computeIfAbsent(period, any -> new Made());
        made.reporters().add(reporter.value());
        made.formats().add(format);
    }

    /**
     * Returns the breaks.
     *
     * @return by area and period; a period without reports is passed over, and what is after it is compared with what was
     *     before it
     */
    public List<Explained> breaks() {
        List<SeriesBreak> found = new ArrayList<>();
        areas.forEach((area, periods) -> {
            Optional<Made> before = Optional.empty();
            for (Map.Entry<Period, Made> entry : periods.entrySet()) {
                before.ifPresent(last -> compare(area, entry.getKey(), last, entry.getValue(), found));
                before = Optional.of(entry.getValue());
            }
        });
        return found.stream()
                .sorted()
                .map(one -> new Explained(
                        one,
                        successions.stream()
                                .filter(succession -> succession.explains(one))
                                .findFirst()))
                .toList();
    }

    private static void compare(String area, Period since, Made before, Made after, List<SeriesBreak> found) {
        if (!before.reporters().equals(after.reporters())) {
            found.add(new SeriesBreak(area, since, SeriesBreak.Kind.REPORTER, before.reporters(), after.reporters()));
        }
        if (!before.formats().equals(after.formats())) {
            found.add(new SeriesBreak(area, since, SeriesBreak.Kind.FORMAT, before.formats(), after.formats()));
        }
    }

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
}
