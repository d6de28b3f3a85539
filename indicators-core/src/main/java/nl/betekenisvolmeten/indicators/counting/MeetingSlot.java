package nl.betekenisvolmeten.indicators.counting;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was written down of one activity in one area, period and target group. */
final class MeetingSlot {

    /** A person's attendances, or a volunteer's. */
    static final class Presence {
        private final Set<LocalDate> days = new HashSet<>();
        private long records;
        private long referrals;

        Set<LocalDate> days() {
            return days;
        }

        long records() {
            return records;
        }

        long referrals() {
            return referrals;
        }

        private void combine(Presence other) {
            days.addAll(other.days);
            records += other.records;
            referrals += other.referrals;
        }
    }

    private final Map<String, Presence> participants = new HashMap<>();
    private final Map<String, Presence> volunteers = new HashMap<>();
    private final Map<String, Long> kinds = new TreeMap<>();
    private long hours;
    private long withoutHours;

    /** Adds a record. Returns how many more days of persons are held now: 0 or 1. */
    int add(Registration record) {
        boolean participates = record.role() == Registration.Role.PARTICIPANT;
        Presence presence =
                (participates ? participants : volunteers).computeIfAbsent(record.person(), any -> new Presence());
        presence.records++;
        presence.referrals += record.referred() ? 1 : 0;
        kinds.merge(record.place().kind(), 1L, Long::sum);
        if (!participates) {
            hours = Math.addExact(hours, record.hours().orElse(0L));
            withoutHours += record.hours().isEmpty() ? 1 : 0;
        }
        return presence.days.add(record.date()) ? 1 : 0;
    }

    void combine(MeetingSlot other) {
        other.participants.forEach((person, presence) ->
                participants.computeIfAbsent(person, any -> new Presence()).combine(presence));
        other.volunteers.forEach((person, presence) ->
                volunteers.computeIfAbsent(person, any -> new Presence()).combine(presence));
        other.kinds.forEach((kind, count) -> kinds.merge(kind, count, Long::sum));
        hours = Math.addExact(hours, other.hours);
        withoutHours += other.withoutHours;
    }

    Map<String, Presence> participants() {
        return participants;
    }

    Map<String, Presence> volunteers() {
        return volunteers;
    }

    /** In hundredths. */
    long hours() {
        return hours;
    }

    long withoutHours() {
        return withoutHours;
    }

    /** How many kinds the activity was written down as. */
    int kindCount() {
        return kinds.size();
    }

    /** The kind of most records; of equal ones, the first in the alphabet. */
    String kind() {
        String mostFrequent = "";
        long count = 0;
        for (Map.Entry<String, Long> entry : kinds.entrySet()) {
            if (entry.getValue() > count) {
                mostFrequent = entry.getKey();
                count = entry.getValue();
            }
        }
        return mostFrequent;
    }

    /** How many days of persons are held. */
    long size() {
        return size(participants) + size(volunteers);
    }

    private static long size(Map<String, Presence> presences) {
        return presences.values().stream()
                .mapToLong(presence -> presence.days().size())
                .sum();
    }
}
