package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.counting.CountingProtocol;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * A counting protocol between two formats: that of the records and that of the counts.
 *
 * @param protocol how records become counts
 * @param title its name
 * @param registrations where the records have what is counted
 * @param format the format of the counts
 */
public record ProtocolDefinition(
        CountingProtocol protocol, LocalizedText title, Registrations registrations, FormatDefinition format) {

    /**
     * Returns the protocol's name and version.
     *
     * @return the id
     */
    public FormatId id() {
        return FormatId.of(protocol.id(), protocol.version());
    }

    /**
     * Which columns of a format of records hold what.
     *
     * @param format the format of the records
     * @param date the day of the meeting
     * @param activity the name of the activity
     * @param kind the kind of activity
     * @param area where it was
     * @param targetGroup for whom
     * @param person the pseudonym
     * @param birthYear the year of birth
     * @param role as what the person was there
     * @param volunteer the code of that column for volunteers; other codes are of participants
     * @param hours the hours of a volunteer
     * @param referred whether the person was handed over
     * @param visitors the number of people of a record without a person; empty where the format has no such column
     * @param resident whether the person lives in the city district; empty where the format has no such column
     * @param yes the code of these two columns for yes
     * @param unknown the code of these two columns for what is not known; other codes mean no
     */
    public record Registrations(
            FormatDefinition format,
            ColumnName date,
            ColumnName activity,
            ColumnName kind,
            ColumnName area,
            ColumnName targetGroup,
            ColumnName person,
            ColumnName birthYear,
            ColumnName role,
            String volunteer,
            ColumnName hours,
            ColumnName referred,
            Optional<ColumnName> visitors,
            Optional<ColumnName> resident,
            String yes,
            String unknown) {}
}
