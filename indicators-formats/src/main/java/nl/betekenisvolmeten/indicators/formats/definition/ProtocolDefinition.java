package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.Map;
import java.util.Objects;
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
     * @param columns the column of each part
     * @param volunteer the code of the role's column for volunteers; other codes are of participants
     * @param yes the code of the column of those who were handed over
     */
    public record Registrations(FormatDefinition format, Map<Part, ColumnName> columns, String volunteer, String yes) {

        /** A part of a record. */
        public enum Part {
            /** The day of the meeting. */
            DATE("date"),
            /** The name of the activity. */
            ACTIVITY("activity"),
            /** The kind of activity. */
            KIND("kind"),
            /** Where it was. */
            AREA("area"),
            /** For whom it was. */
            TARGET_GROUP("targetGroup"),
            /** The pseudonym. */
            PERSON("person"),
            /** The year of birth. */
            BIRTH_YEAR("birthYear"),
            /** As what the person was there. */
            ROLE("role"),
            /** The hours of a volunteer. */
            HOURS("hours"),
            /** Whether the person was handed over. */
            REFERRED("referred");

            private final String property;

            Part(String property) {
                this.property = property;
            }

            String property() {
                return property;
            }
        }

        /** @throws IllegalArgumentException if a part has no column */
        public Registrations {
            columns = Map.copyOf(columns);
            if (columns.size() < Part.values().length) {
                throw new IllegalArgumentException("each part must have a column: " + columns);
            }
        }

        /**
         * Returns the column of a part.
         *
         * @param part the part
         * @return its column
         */
        public ColumnName column(Part part) {
            return Objects.requireNonNull(columns.get(part));
        }
    }
}
