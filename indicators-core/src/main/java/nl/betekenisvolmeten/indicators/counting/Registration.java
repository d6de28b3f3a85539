package nl.betekenisvolmeten.indicators.counting;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import nl.betekenisvolmeten.indicators.finding.Location;

/**
 * One record of an organisation: a person was at a meeting of an activity. It is used for counting and never leaves the
 * organisation.
 *
 * @param date the day of the meeting
 * @param place where the activity was, and for whom
 * @param person who: a pseudonym that is the same for the same person within the organisation, never blank; empty where
 *     nobody asked who it was
 * @param birthYear the year of birth; empty where not asked
 * @param role as what the person was there
 * @param details what else was recorded
 */
public record Registration(
        LocalDate date, Meeting place, Optional<String> person, OptionalInt birthYear, Role role, Details details) {

    /** As what a person was at a meeting. */
    public enum Role {
        /** Who takes part; {@code DEELNEMER} in files. */
        PARTICIPANT,
        /** Who helps without pay; {@code VRIJWILLIGER} in files. */
        VOLUNTEER
    }

    /** The answer to a question that need not have been asked. */
    public enum Answer {
        /** Yes. */
        YES,
        /** No. */
        NO,
        /** Nothing was recorded. */
        NOT_RECORDED
    }

    /**
     * What the meeting was of.
     *
     * @param activity the name under which the activity is known
     * @param kind the code of the kind of activity
     * @param area the code of the area where it was
     * @param targetGroup the code of the group it is meant for
     */
    public record Meeting(String activity, String kind, String area, String targetGroup) {}

    /**
     * What a record says apart from who was where.
     *
     * @param visitors the number of people that the record is about, 1 or more; 1 where it is about a person
     * @param hours hours of a volunteer, in hundredths, 0 or more; empty where not recorded
     * @param referred whether the person was handed over to other help
     * @param resident whether the person lives in the city district of the meeting
     * @param location the file and the row of the record
     */
    public record Details(long visitors, Optional<Long> hours, Answer referred, Answer resident, Location location) {

        /** @throws IllegalArgumentException if {@code visitors} is not positive or {@code hours} are negative */
        public Details {
            if (visitors < 1) {
                throw new IllegalArgumentException("visitors must be positive: " + visitors);
            }
            if (hours.orElse(0L) < 0) {
                throw new IllegalArgumentException("hours must not be negative: " + hours.get());
            }
        }
    }

    /** @throws IllegalArgumentException if {@code person} is blank, or a record of a person has several visitors */
    public Registration {
        if (person.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("person must not be blank: a record of " + date);
        }
        if (person.isPresent() && details.visitors() != 1) {
            throw new IllegalArgumentException("visitors of a person must be 1: " + details.visitors());
        }
    }

    /**
     * Returns what may be written to a log: neither the person, nor the day or the year of birth, which together may reveal
     * who it is.
     *
     * @return the activity and the role
     */
    @Override
    public String toString() {
        return "Registration[" + place.activity() + ", " + role + "]";
    }
}
