package nl.betekenisvolmeten.indicators.formats.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.internal.document.Page;

/** A report as a web page, and as files for a word processor, a spreadsheet and other programs. */
abstract sealed class PagedReport permits ComparisonReport, ProgressReport {

    /** Returns the page in a language. */
    abstract Page page(Language language);

    /**
     * Writes one self-contained web page, without scripts or other files.
     *
     * @param language the language of the page
     * @param out the destination, in UTF-8; not closed
     * @throws IOException if writing fails
     * @throws IndicatorsException if a placeholder of a running text cannot be filled; the message says where each one is
     */
    public void writeHtml(Language language, Writer out) throws IOException {
        page(language).writeHtml(out);
    }

    /**
     * Writes one object for programs, with everything that the page shows: sentences, caveats and tables, with numbers in
     * full and as the page writes them.
     *
     * @param language the language of the sentences
     * @param out the destination; not closed
     * @throws IOException if writing fails
     * @throws IndicatorsException if a placeholder of a running text cannot be filled; the message says where each one is
     */
    public void writeJson(Language language, Writer out) throws IOException {
        page(language).writeJson(out);
    }

    /**
     * Writes an OpenDocument text, which can be edited further.
     *
     * @param language the language of the report
     * @param out the destination; not closed
     * @throws IOException if writing fails
     * @throws IndicatorsException if a placeholder of a running text cannot be filled; the message says where each one is
     */
    public void writeOdt(Language language, OutputStream out) throws IOException {
        page(language).writeOdt(out);
    }

    /**
     * Writes a workbook: its text, and a sheet for each table with numbers in full.
     *
     * @param language the language of the report
     * @param out the destination; closed
     * @throws IOException if writing fails
     * @throws IndicatorsException if a placeholder of a running text cannot be filled; the message says where each one is
     */
    public void writeXlsx(Language language, OutputStream out) throws IOException {
        page(language).writeXlsx(out);
    }
}
