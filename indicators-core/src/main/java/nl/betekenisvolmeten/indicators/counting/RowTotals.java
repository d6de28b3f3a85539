package nl.betekenisvolmeten.indicators.counting;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import nl.betekenisvolmeten.indicators.counting.CountingProtocol.Counted;

/** The counts of one row. */
final class RowTotals {

    private final Set<LocalDate> days = new HashSet<>();
    private long visits;
    private long persons;
    private long newPersons;
    private long volunteers;
    private long hours;
    private long referrals;

    void addParticipant(MeetingSlot.Presence presence, CountingProtocol.Rules.Visits rule, boolean isNew) {
        days.addAll(presence.days());
        visits += rule == CountingProtocol.Rules.Visits.ONE_A_DAY
                ? presence.days().size()
                : presence.records();
        persons++;
        newPersons += isNew ? 1 : 0;
        referrals += presence.referrals();
    }

    void addVolunteer(MeetingSlot.Presence presence) {
        days.addAll(presence.days());
        volunteers++;
    }

    void addHours(long hundredths) {
        hours += hundredths;
    }

    void addDays(Set<LocalDate> more) {
        days.addAll(more);
    }

    long of(Counted counted) {
        return switch (counted) {
            case MEETINGS -> days.size();
            case VISITS -> visits;
            case PERSONS -> persons;
            case NEW_PERSONS -> newPersons;
            case VOLUNTEERS -> volunteers;
            case VOLUNTEER_HOURS -> hours;
            case REFERRALS -> referrals;
        };
    }
}
