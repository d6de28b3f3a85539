package nl.betekenisvolmeten.indicators.counting;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.betekenisvolmeten.indicators.counting.CountingProtocol.Counted;
import nl.betekenisvolmeten.indicators.counting.CountingProtocol.Rules.Visits;
import nl.betekenisvolmeten.indicators.counting.Registration.Answer;

/** The counts of one row. */
final class RowTotals {

    private final Set<LocalDate> days = new HashSet<>();
    private final Map<Counted, Long> counts = new EnumMap<>(Counted.class);
    private final Presence.Tally hours = new Presence.Tally();
    private final Presence.Tally referrals = new Presence.Tally();
    private boolean namelessVolunteers;
    private boolean residenceUnknown;

    void addParticipant(Presence presence, Visits rule, boolean isNew, boolean isFirst) {
        days.addAll(presence.days());
        add(Counted.VISITS, visits(presence, rule));
        add(Counted.PERSONS, 1);
        add(Counted.NEW_PERSONS, isNew ? 1 : 0);
        add(Counted.FIRST_THIS_YEAR, isFirst ? 1 : 0);
        add(Counted.RESIDENTS, presence.resident() == Answer.YES ? 1 : 0);
        residenceUnknown |= presence.resident() == Answer.NOT_RECORDED;
        referrals.add(presence.referrals());
    }

    static long visits(Presence presence, Visits rule) {
        return rule == Visits.ONE_A_DAY ? presence.days().size() : presence.records();
    }

    void addVolunteer(Presence presence) {
        days.addAll(presence.days());
        add(Counted.VOLUNTEERS, 1);
        hours.add(presence.hours());
    }

    /** Adds visits of people whose name nobody asked. */
    void addNameless(LocalDate day, Facts facts, long times) {
        days.add(day);
        long visits = Math.multiplyExact(facts.visitors(), times);
        add(Counted.VISITS, visits);
        add(Counted.NAMELESS_VISITS, visits);
        referrals.add(facts.referred() == Answer.YES ? visits : 0, facts.referred() != Answer.NOT_RECORDED, times);
    }

    /** Adds volunteers whose name nobody asked: their hours count, how many persons they are is not known. */
    void addNamelessVolunteer(LocalDate day, Facts facts, long times) {
        days.add(day);
        namelessVolunteers = true;
        hours.add(
                Math.multiplyExact(facts.hours().orElse(0L), times),
                facts.hours().isPresent(),
                times);
    }

    private void add(Counted counted, long number) {
        counts.merge(counted, number, Math::addExact);
    }

    void addDays(Set<LocalDate> more) {
        days.addAll(more);
    }

    boolean hasVolunteers() {
        return namelessVolunteers || counts.containsKey(Counted.VOLUNTEERS);
    }

    Set<LocalDate> days() {
        return days;
    }

    Presence.Tally hours() {
        return hours;
    }

    Presence.Tally referrals() {
        return referrals;
    }

    /** Returns whether the records of this row suffice for a count. */
    boolean isKnown(Counted counted) {
        return switch (counted) {
            case VOLUNTEERS -> !namelessVolunteers;
            case VOLUNTEER_HOURS -> hours.isKnown();
            case REFERRALS -> referrals.isKnown();
            case RESIDENTS -> !residenceUnknown;
            default -> true;
        };
    }

    long of(Counted counted) {
        return switch (counted) {
            case MEETINGS -> days.size();
            case VOLUNTEER_HOURS -> hours.sum();
            case REFERRALS -> referrals.sum();
            default -> counts.getOrDefault(counted, 0L);
        };
    }
}
