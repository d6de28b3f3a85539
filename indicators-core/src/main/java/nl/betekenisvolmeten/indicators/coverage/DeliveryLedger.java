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
 * snapshot with the valid corrections after it. Nothing is thrown away; what no longer counts is kept and told.
 */
public final class DeliveryLedger {

    /**
     * What deliveries are about.
     *
     * @param reporter who
     * @param period of when
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
    public record Standing(
            List<DeliveryVersion> counting, List<DeliveryVersion> replaced, List<DeliveryVersion> refused) {
        public Standing {
            counting = List.copyOf(counting);
            replaced = List.copyOf(replaced);
            refused = List.copyOf(refused);
        }
    }

    private final Map<Subject, TreeMap<Long, DeliveryVersion>> received = new TreeMap<>();

    /** A ledger without deliveries. */
    public DeliveryLedger() {}

    /**
     * Enters a delivery. The order of entering does not matter: its number does.
     *
     * @param version the delivery
     * @throws IllegalArgumentException if another delivery of the same subject has its number
     */
    public void add(DeliveryVersion version) {
        Subject subject = new Subject(version.reporter(), version.period(), version.format());
        DeliveryVersion before =
                received.computeIfAbsent(subject, any -> new TreeMap<>()).putIfAbsent(version.number(), version);
        if (before != null && !before.equals(version)) {
            throw new IllegalArgumentException("two deliveries of number " + version.number() + ": " + subject);
        }
    }

    /**
     * What counts of each subject.
     *
     * @return by period, organisation and format
     */
    public Map<Subject, Standing> standings() {
        Map<Subject, Standing> standings = new TreeMap<>();
        received.forEach((subject, versions) -> standings.put(subject, standing(List.copyOf(versions.values()))));
        return standings;
    }

    private static Standing standing(List<DeliveryVersion> versions) {
        List<DeliveryVersion> counting = new ArrayList<>();
        List<DeliveryVersion> replaced = new ArrayList<>();
        List<DeliveryVersion> refused = new ArrayList<>();
        for (DeliveryVersion version : versions) {
            if (!version.valid() || (version.kind() == DeliveryVersion.Kind.CORRECTION && counting.isEmpty())) {
                // a correction of nothing has nothing to correct
                refused.add(version);
                continue;
            }
            if (version.kind() != DeliveryVersion.Kind.CORRECTION) {
                replaced.addAll(counting);
                counting.clear();
            }
            if (version.kind() == DeliveryVersion.Kind.WITHDRAWAL) {
                replaced.add(version);
            } else {
                counting.add(version);
            }
        }
        return new Standing(counting, replaced, refused);
    }
}
