package nl.betekenisvolmeten.indicators.formats.report;

import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;

/**
 * For whom a report is.
 *
 * @param version the version of the program that made it
 * @param language its language
 * @param audience its reader
 * @param catalogue the texts of findings
 */
public record ReportSettings(String version, Language language, Audience audience, MessageCatalogue catalogue) {

    /**
     * Settings with the texts that come with the library.
     *
     * @param version the version of the program that made the report
     * @param language its language
     * @param audience its reader
     * @return the settings
     */
    public static ReportSettings of(String version, Language language, Audience audience) {
        return new ReportSettings(version, language, audience, MessageCatalogue.bundled());
    }

    /**
     * Returns a copy of these settings with other texts, for rules of one's own.
     *
     * @param newCatalogue the texts of findings
     * @return the settings
     */
    public ReportSettings withCatalogue(MessageCatalogue newCatalogue) {
        return new ReportSettings(version, language, audience, newCatalogue);
    }
}
