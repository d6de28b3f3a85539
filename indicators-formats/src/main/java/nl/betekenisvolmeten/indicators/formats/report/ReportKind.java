package nl.betekenisvolmeten.indicators.formats.report;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;

/** The forms in which the check of deliveries can be told. */
public enum ReportKind {
    /** Lines to read on a screen. */
    TEXT("txt"),
    /** One object for programs, with a finding for each place up to the limit, and all of them folded. */
    JSON("json"),
    /** One web page that needs nothing else: no scripts, no other files. */
    HTML("html"),
    /** SARIF 2.1.0, for systems that show the findings of checkers. A result is a cause, with its number of occurrences. */
    SARIF("sarif"),
    /** JUnit XML, for build servers: a test suite for each file, a test case for each rule. */
    JUNIT("xml");

    private final String extension;

    ReportKind(String extension) {
        this.extension = extension;
    }

    /**
     * Returns how a file of this kind is called.
     *
     * @return the end of its name, without a point
     */
    public String extension() {
        return extension;
    }

    /**
     * Writes the report.
     *
     * @param files what the check of each file gave
     * @param settings for whom
     * @param out the destination, in UTF-8; not closed
     * @throws IOException if writing fails
     */
    public void write(List<CheckedDelivery> files, Settings settings, Writer out) throws IOException {
        switch (this) {
            case TEXT -> out.write(new TextReport(settings).text(files));
            case JSON -> new JsonReport(settings).write(files, out);
            case HTML -> out.write(new HtmlReport(settings).page(files));
            case SARIF -> new SarifReport(settings).write(files, out);
            case JUNIT -> new JunitReport(settings).write(files, out);
        }
        out.flush();
    }

    /**
     * The settings of a report.
     *
     * @param version the version of the program that made it
     * @param language its language
     * @param audience its reader
     * @param catalogue the texts of findings
     * @param day the day of the check, shown on a page; empty to leave it out
     */
    public record Settings(
            String version, Language language, Audience audience, MessageCatalogue catalogue, Optional<LocalDate> day) {

        /**
         * Returns settings with the texts that are included in the library.
         *
         * @param version the version of the program that made the report
         * @param language its language
         * @param audience its reader
         * @return the settings
         */
        public static Settings of(String version, Language language, Audience audience) {
            return new Settings(version, language, audience, MessageCatalogue.bundled(), Optional.empty());
        }

        /**
         * Returns a copy of these settings with other texts, for the caller's own rules.
         *
         * @param newCatalogue the texts of findings
         * @return the settings
         */
        public Settings withCatalogue(MessageCatalogue newCatalogue) {
            return new Settings(version, language, audience, newCatalogue, day);
        }

        /**
         * Returns a copy of these settings with the day of the check.
         *
         * @param newDay the day
         * @return the settings
         */
        public Settings withDay(LocalDate newDay) {
            return new Settings(version, language, audience, catalogue, Optional.of(newDay));
        }
    }
}
