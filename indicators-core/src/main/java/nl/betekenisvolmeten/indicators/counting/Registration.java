package nl.betekenisvolmeten.indicators.counting;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One record of an organisation: a person was at a meeting of an activity. It is used for counting and never leaves the
 * organisation.
 *
 * @param date the day of the meeting
 * @param place where the activity was, and for whom
 * @param person who: a pseudonym that is the same for the same person within the organisation, never blank
 * @param birthYear the year of birth; empty where not asked
 * @param role as what the person was there
 * @param hours hours of a volunteer, in hundredths, 0 or more; empty where not written down
 * @param referred whether the person was handed over to other help
 */
public record Registration(
        LocalDate date,
        Meeting place,
        String person,
        OptionalInt birthYear,
        Role role,
        Optional<Long> hours,
        boolean referred) {

    /** As what a person was at a meeting. */
    public enum Role {
        /** Who takes part; {@code DEELNEMER} in files. */
        PARTICIPANT,
        /** Who helps without pay; {@code VRIJWILLIGER} in files. */
        VOLUNTEER
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

    /** @throws IllegalArgumentException if {@code person} is blank or {@code hours} are negative */
    public Registration {
        if (person.isBlank()) {
            throw new IllegalArgumentException("person must not be blank: a record of " + date);
        }
        if (hours.orElse(0L) < 0) {
            throw new IllegalArgumentException("hours must not be negative: " + hours.get());
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
