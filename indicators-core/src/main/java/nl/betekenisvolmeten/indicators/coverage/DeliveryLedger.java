package nl.betekenisvolmeten.indicators.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;

/**
 * All deliveries that were received, and which of them count: of each organisation, period and format the latest valid
 * snapshot with the valid corrections after it. Nothing is thrown away; what no longer counts is kept and reported.
 */
public final class DeliveryLedger {

    /**
     * What deliveries are about.
     *
     * @param reporter who
     * @param period the period that it covers
     * @param format in which format, without its version
     */
    public record Subject(KvkNumber reporter, Period period, String format) implements Comparable<Subject> {

        private static final Comparator<Subject> ORDER = Comparator.comparing(Subject::period)
                .thenComparing(Subject::reporter)
                .thenComparing(Subject::format);

        @Override
        public int compareTo(Subject other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * What of a subject counts.
     *
     * @param counting the snapshot first, then its corrections in the order of receipt; empty when it was withdrawn or
     *     nothing valid came in
     * @param replaced valid deliveries that no longer count, in the order of receipt
     * @param refused deliveries that were not accepted
     */
    public record Standing(List<Version> counting, List<Version> replaced, List<Version> refused) {
        public Standing {
            counting = List.copyOf(counting);
            replaced = List.copyOf(replaced);
            refused = List.copyOf(refused);
        }
    }

    private final Map<Subject, TreeMap<Long, Version>> received = new TreeMap<>();

    /** Creates a ledger without deliveries. */
    public DeliveryLedger() {}

    /**
     * Adds a delivery. The order of adding makes no difference: its number does.
     *
     * @param version the delivery
     * @throws IllegalArgumentException if another delivery of the same subject has its number
     */
    public void add(Version version) {
        Subject subject = new Subject(version.reporter(), version.period(), version.format());
        Version before =
                received.computeIfAbsent(subject, any -> new TreeMap<>()).putIfAbsent(version.number(), version);
        if (before != null && !before.equals(version)) {
            throw new IllegalArgumentException("two deliveries of number " + version.number() + ": " + subject);
        }
    }

    /**
     * Returns what counts of each subject.
     *
     * @return by period, organisation and format
     */
    public Map<Subject, Standing> standings() {
        Map<Subject, Standing> standings = new TreeMap<>();
        received.forEach((subject, versions) -> standings.put(subject, standing(List.copyOf(versions.values()))));
        return standings;
    }

    private static Standing standing(List<Version> versions) {
        List<Version> counting = new ArrayList<>();
        List<Version> replaced = new ArrayList<>();
        List<Version> refused = new ArrayList<>();
        for (Version version : versions) {
            if (!version.valid() || (version.kind() == Version.Kind.CORRECTION && counting.isEmpty())) {
                // a correction of nothing has nothing to correct
                refused.add(version);
                continue;
            }
            if (version.kind() != Version.Kind.CORRECTION) {
                replaced.addAll(counting);
                counting.clear();
            }
            if (version.kind() == Version.Kind.WITHDRAWAL) {
                replaced.add(version);
            } else {
                counting.add(version);
            }
        }
        return new Standing(counting, replaced, refused);
    }

    /**
     * A delivery as it was received.
     *
     * @param reporter the organisation that delivered it
     * @param period the period that it covers
     * @param format the name of the format, without its version: a later version replaces an earlier one
     * @param number its place in the order of receipt of all deliveries, 1 or more
     * @param kind its effect on earlier deliveries
     * @param valid whether it was accepted; the rows of a rejected delivery do not count
     * @param hash the SHA-256 of its bytes, by which it is stored and found again; empty if it was not recorded
     */
    public record Version(
            KvkNumber reporter, Period period, String format, long number, Kind kind, boolean valid, String hash) {

        /** What a delivery does to what was there. */
        public enum Kind {
            /** All rows of an organisation and period: it replaces what was there. */
            SNAPSHOT,
            /** The rows that change, by their key, on top of what is there. */
            CORRECTION,
            /** It takes back all that was there. */
            WITHDRAWAL
        }

        /** @throws IllegalArgumentException if {@code number} is not positive */
        public Version {
            if (number < 1) {
                throw new IllegalArgumentException("number must be positive: " + number);
            }
        }
    }
}
