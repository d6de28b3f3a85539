package nl.betekenisvolmeten.indicators.counting;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.OptionalInt;
import nl.betekenisvolmeten.indicators.model.PeriodKind;

/**
 * The choices on which two counts of the same evening would differ.
 *
 * @param period the length of the periods
 * @param birthday records hold a year of birth only; everyone's birthday is taken to be this day
 * @param unknownAge the code for participants whose age is not known; volunteers stand on its rows too, since an age
 *     group is the participants'
 * @param newAfter a participant is new when not seen in so many periods before, 1 or more
 * @param newTo not seen where
 * @param visits what one attendance is
 * @param meetings which meetings a row counts
 */
public record CountingRules(
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
        /** Every record. */
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
    public CountingRules {
        if (newAfter < 1) {
            throw new IllegalArgumentException("new after a positive number of periods, not " + newAfter);
        }
    }

    /** The age on a day, in whole years; empty for one who is not born yet or older than anyone. */
    OptionalInt age(int birthYear, LocalDate day) {
        int age = day.getYear() - birthYear - (MonthDay.from(day).isBefore(birthday) ? 1 : 0);
        // born this year, and the assumed birthday is still to come
        int inYears = age == -1 && birthYear == day.getYear() ? 0 : age;
        return inYears >= 0 && inYears <= OLDEST ? OptionalInt.of(inYears) : OptionalInt.empty();
    }
}
