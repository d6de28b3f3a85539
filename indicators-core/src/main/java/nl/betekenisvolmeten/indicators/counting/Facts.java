package nl.betekenisvolmeten.indicators.counting;

import java.util.Optional;
import java.util.OptionalInt;
import nl.betekenisvolmeten.indicators.counting.Registration.Answer;

/**
 * The cells of a record that may differ between records of one attendance: the same person, day, area, activity and role.
 * Few are different, so that a counter holds each once.
 *
 * @param kind the kind of activity
 * @param targetGroup for whom it was
 * @param birthYear the year of birth
 * @param visitors the number of people
 * @param hours the hours of a volunteer
 * @param referred whether the person was handed over
 * @param resident whether the person lives in the city district
 */
record Facts(
        String kind,
        String targetGroup,
        OptionalInt birthYear,
        long visitors,
        Optional<Long> hours,
        Answer referred,
        Answer resident) {

    static Facts of(Registration record) {
        Registration.Details details = record.details();
        return new Facts(
                record.place().kind(),
                record.place().targetGroup(),
                record.birthYear(),
                details.visitors(),
                details.hours(),
                details.referred(),
                details.resident());
    }

    /** Returns these facts without what is empty in some records of an attendance and filled in others. */
    Facts withoutDetails() {
        return new Facts(
                kind, targetGroup, birthYear, visitors, Optional.empty(), Answer.NOT_RECORDED, Answer.NOT_RECORDED);
    }
}
