package nl.betekenisvolmeten.indicators.counting;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.betekenisvolmeten.indicators.counting.CountingProtocol.Counted;
import nl.betekenisvolmeten.indicators.counting.CountingProtocol.Rules.Visits;

/** The counts of one row. */
final class RowTotals {

    private final Set<LocalDate> days = new HashSet<>();
    private final Map<Counted, Long> counts = new EnumMap<>(Counted.class);

    void addParticipant(MeetingSlot.Presence presence, Visits rule, boolean isNew) {
        days.addAll(presence.days());
        add(Counted.VISITS, rule == Visits.ONE_A_DAY ? presence.days().size() : presence.records());
        add(Counted.PERSONS, 1);
        add(Counted.NEW_PERSONS, isNew ? 1 : 0);
        add(Counted.REFERRALS, presence.referrals());
    }

    void addVolunteer(MeetingSlot.Presence presence) {
        days.addAll(presence.days());
        add(Counted.VOLUNTEERS, 1);
    }

    void addHours(long hundredths) {
        add(Counted.VOLUNTEER_HOURS, hundredths);
    }

    private void add(Counted counted, long number) {
        counts.merge(counted, number, Long::sum);
    }

    void addDays(Set<LocalDate> more) {
        days.addAll(more);
    }

    long of(Counted counted) {
        return counted == Counted.MEETINGS ? days.size() : counts.getOrDefault(counted, 0L);
    }
}
