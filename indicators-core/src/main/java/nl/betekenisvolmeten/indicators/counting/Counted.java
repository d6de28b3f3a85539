package nl.betekenisvolmeten.indicators.counting;

/** What a measure of the counting format counts. A row is an activity in an area, period, target group and age group. */
public enum Counted {
    /** Meetings at which someone of the row was; see {@link CountingRules.Meetings}. */
    MEETINGS,
    /** Attendances of participants; see {@link CountingRules.Visits}. */
    VISITS,
    /** Participants, each once. */
    PERSONS,
    /** Participants who were not seen in the periods before; see {@link CountingRules#newAfter}. */
    NEW_PERSONS,
    /** Volunteers, each once. */
    VOLUNTEERS,
    /** Hours of volunteers. */
    VOLUNTEER_HOURS,
    /** Hand-overs of participants to other help. */
    REFERRALS
}
