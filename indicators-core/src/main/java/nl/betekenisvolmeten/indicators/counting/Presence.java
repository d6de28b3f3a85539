package nl.betekenisvolmeten.indicators.counting;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.counting.Registration.Answer;

/** The attendances of a person, or a volunteer, that count on one row. */
final class Presence {

    private final Set<LocalDate> days = new HashSet<>();
    private final Set<Answer> resident = EnumSet.noneOf(Answer.class);
    private final Tally hours = new Tally();
    private final Tally referrals = new Tally();
    private long records;

    /** What the records of one day say of the same thing: empty cells give way to filled ones. */
    static final class Tally {
        private long sum;
        private long recorded;
        private long missing;
        private boolean contradicted;

        void add(Set<Long> stated) {
            if (stated.isEmpty()) {
                missing++;
            } else {
                recorded++;
            }
            contradicted |= stated.size() > 1;
            sum = Math.addExact(sum, stated.size() == 1 ? stated.iterator().next() : 0);
        }

        void add(long number, boolean isRecorded, long times) {
            if (isRecorded) {
                recorded += times;
            } else {
                missing += times;
            }
            sum = Math.addExact(sum, number);
        }

        void add(Tally other) {
            sum = Math.addExact(sum, other.sum);
            recorded += other.recorded;
            missing += other.missing;
            contradicted |= other.contradicted;
        }

        void contradict() {
            contradicted = true;
        }

        long sum() {
            return sum;
        }

        long missing() {
            return missing;
        }

        /**
         * Returns whether the sum is known: not if there were attendances and nothing was recorded at any of them, or
         * if records contradict each other.
         */
        boolean isKnown() {
            return !contradicted && (recorded > 0 || missing == 0);
        }

        boolean isRecorded() {
            return recorded > 0;
        }
    }

    /** Adds the different records of one day. */
    void add(LocalDate day, Set<Facts> facts) {
        days.add(day);
        if (facts.size() == 1) {
            add(facts.iterator().next());
            return;
        }
        records += facts.stream().map(Facts::withoutDetails).distinct().count();
        hours.add(hours(facts));
        referrals.add(referrals(facts));
        facts.stream()
                .map(Facts::resident)
                .filter(answer -> answer != Answer.NOT_RECORDED)
                .forEach(resident::add);
    }

    /** Adds the one record of a day, as nearly all days have. */
    private void add(Facts facts) {
        records++;
        hours.add(facts.hours().orElse(0L), facts.hours().isPresent(), 1);
        referrals.add(facts.referred() == Answer.YES ? 1 : 0, facts.referred() != Answer.NOT_RECORDED, 1);
        if (facts.resident() != Answer.NOT_RECORDED) {
            resident.add(facts.resident());
        }
    }

    /** Returns the different hours that records state. */
    static Set<Long> hours(Set<Facts> facts) {
        return facts.stream()
                .map(Facts::hours)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the different answers that records give to whether the person was referred: 1 for yes. */
    static Set<Long> referrals(Set<Facts> facts) {
        return facts.stream()
                .map(Facts::referred)
                .filter(answer -> answer != Answer.NOT_RECORDED)
                .map(answer -> answer == Answer.YES ? 1L : 0L)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<LocalDate> days() {
        return days;
    }

    /** Returns the number of records that differ in more than their details. */
    long records() {
        return records;
    }

    Tally hours() {
        return hours;
    }

    Tally referrals() {
        return referrals;
    }

    /**
     * Returns whether the person lives in the city district; not recorded, too, if the records contradict each other.
     */
    Answer resident() {
        return resident.size() == 1 ? resident.iterator().next() : Answer.NOT_RECORDED;
    }
}
