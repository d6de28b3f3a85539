package nl.betekenisvolmeten.indicators.formats.internal.document;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
import nl.betekenisvolmeten.indicators.finding.Language;

/** A page for people, and the same as a file for programs, a word processor or a spreadsheet. */
public interface Page {

    /**
     * Returns its title.
     *
     * @return the title
     */
    String title();

    /**
     * Returns its text, from its title on.
     *
     * @return the blocks
     */
    List<Block> blocks();

    /**
     * Returns the text below it.
     *
     * @return the text
     */
    String footer();

    /**
     * Returns the language of its text.
     *
     * @return the language
     */
    Language readers();

    /**
     * Writes it as a web page.
     *
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    void writeHtml(Writer out) throws IOException;

    /**
     * Writes it as JSON, with each figure in full.
     *
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    void writeJson(Writer out) throws IOException;

    /**
     * Writes it as an OpenDocument text.
     *
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    default void writeOdt(OutputStream out) throws IOException {
        OdtDocument.write(this, out);
    }

    /**
     * Writes it as a workbook: a sheet for each table, with numbers in full, after a sheet with its text.
     *
     * @param out the destination; closed
     * @throws IOException if writing fails
     */
    default void writeXlsx(OutputStream out) throws IOException {
        XlsxDocument.write(this, out);
    }
}
