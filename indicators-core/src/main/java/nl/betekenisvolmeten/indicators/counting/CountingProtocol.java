package nl.betekenisvolmeten.indicators.counting;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Provenance;

/**
 * How records become the rows of a counting format, as data.
 *
 * @param id by which it is known
 * @param version its version; a count is comparable with another of the same version only
 * @param dimensions what each dimension of the format is filled with
 * @param measures what each measure of the format counts; a measure that is not among them stays empty
 * @param rules the choices
 * @param provenance what it rests on
 */
public record CountingProtocol(
        String id,
        String version,
        Map<ColumnName, DimensionSource> dimensions,
        Map<ColumnName, Counted> measures,
        Rules rules,
        Provenance provenance) {

    public CountingProtocol {
        dimensions = Collections.unmodifiableMap(new TreeMap<>(dimensions));
        measures = Collections.unmodifiableMap(new TreeMap<>(measures));
    }

    /**
     * Returns a copy of this protocol with other choices, such as to see what a choice does to the figures. Give it
     * another version.
     *
     * @param newVersion the version of the changed protocol
     * @param newRules the choices
     * @return the protocol
     */
    public CountingProtocol withRules(String newVersion, Rules newRules) {
        return new CountingProtocol(id, newVersion, dimensions, measures, newRules, provenance);
    }

    /**
     * The choices on which two counts of the same evening would differ.
     *
     * @param period the length of the periods
     * @param birthday records hold a year of birth only; everyone's birthday is taken to be this day
     * @param unknownAge the code for participants whose age is not known; volunteers are on its rows too, since an age
     *     group is the participants'
     * @param newAfter a participant is new when not seen in so many periods before, 1 or more
     * @param newTo not seen where
     * @param visits what one attendance is
     * @param meetings which meetings a row counts
     */
    public record Rules(
            PeriodKind period,
            MonthDay birthday,
            String unknownAge,
            int newAfter,
            NewTo newTo,
            Visits visits,
            Meetings meetings) {

        private static final int OLDEST = 150;

        /** To what a participant is new. */
        public enum NewTo {
            /** To the organisation: not seen at any of its activities. */
            ORGANISATION,
            /** To the activity: not seen at an activity of this name. */
            ACTIVITY
        }

        /** What one attendance is. */
        public enum Visits {
            /** A person at an activity on a day, however often written down. */
            ONE_A_DAY,
            /** Every record that differs from the others in more than the hours, the referral or the place of residence. */
            EVERY_RECORD
        }

        /** Which meetings a row counts. */
        public enum Meetings {
            /** Days on which someone of the row's age group was there. */
            ATTENDED,
            /** All days of the activity, on each of its rows: never to be added over age groups. */
            ALL
        }

        /** @throws IllegalArgumentException if {@code newAfter} is not positive */
        public Rules {
            if (newAfter < 1) {
                throw new IllegalArgumentException("newAfter must be positive: " + newAfter);
            }
        }

        /** Returns the age on a day, in whole years; empty for a person not born yet or older than anyone. */
        OptionalInt age(int birthYear, LocalDate day) {
            int age = day.getYear() - birthYear - (MonthDay.from(day).isBefore(birthday) ? 1 : 0);
            // born this year, and the assumed birthday is still to come
            int inYears = age == -1 && birthYear == day.getYear() ? 0 : age;
            return inYears >= 0 && inYears <= OLDEST ? OptionalInt.of(inYears) : OptionalInt.empty();
        }
    }

    /** What a measure of the counting format counts. A row is an activity in an area, period, target group and age group. */
    public enum Counted {
        /** Meetings at which someone of the row was; see {@link Rules.Meetings}. */
        MEETINGS,
        /** Attendances of participants, also of those whose name nobody asked; see {@link Rules.Visits}. */
        VISITS,
        /** Attendances of participants whose name nobody asked. */
        NAMELESS_VISITS,
        /** Participants whose name was asked, each once. */
        PERSONS,
        /** Participants who were not seen in the periods before; see {@link Rules#newAfter}. */
        NEW_PERSONS,
        /**
         * Participants who come to an activity of the organisation in the larger area for the first time in the calendar
         * year, on the row of that first visit. Of several activities on that day the first by name counts, then the
         * first by area and by target group.
         */
        FIRST_THIS_YEAR,
        /** Participants who live in the larger area where the activity was. */
        RESIDENTS,
        /** Volunteers, each once. */
        VOLUNTEERS,
        /** Hours of volunteers. */
        VOLUNTEER_HOURS,
        /** Hand-overs of participants to other help. */
        REFERRALS
    }

    /** What a dimension of the counting format is filled with. */
    public sealed interface DimensionSource {

        /** What is taken as it is. */
        enum Plain implements DimensionSource {
            /** The organisation whose records they are. */
            REPORTER,
            /** The period in which the meeting was. */
            PERIOD,
            /** The area of the meeting. */
            AREA,
            /** The area of the dimension's level that the meeting's area lies in. */
            AREA_ABOVE,
            /** The name of the activity. */
            ACTIVITY,
            /** The kind of activity. */
            KIND,
            /** The group it is meant for. */
            TARGET_GROUP,
            /** The age group of the participant on the first day of the period. */
            AGE_GROUP
        }

        /**
         * A code that follows from the kind of activity.
         *
         * @param codes the code for each kind
         * @param otherwise the code for a kind that is not among them
         */
        record ByKind(Map<String, String> codes, String otherwise) implements DimensionSource {
            public ByKind {
                codes = Collections.unmodifiableMap(new TreeMap<>(codes));
            }

            String of(String kind) {
                return codes.getOrDefault(kind, otherwise);
            }
        }
    }
}
