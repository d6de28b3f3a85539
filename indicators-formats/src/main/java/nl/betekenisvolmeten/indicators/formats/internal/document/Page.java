package nl.betekenisvolmeten.indicators.formats.internal.document;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;

/**
 * A page for people, and the same as a file for programs, a word processor or a spreadsheet.
 *
 * @param language the language of its text
 * @param title its title
 * @param blocks its text, from the title on
 * @param layout the same with the text below it, as a web page arranges it
 * @param footer the text below it
 * @param json the same for programs: a record, with each figure in full
 */
public record Page(
        Language language, String title, List<Block> blocks, List<Block> layout, String footer, Object json) {

    public Page {
        blocks = List.copyOf(blocks);
        layout = List.copyOf(layout);
    }

    /**
     * Writes it as a web page.
     *
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public void writeHtml(Writer out) throws IOException {
        HtmlDocument.write(language, title, layout, out);
    }

    /**
     * Writes it as JSON.
     *
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public void writeJson(Writer out) throws IOException {
        JsonFiles.write(json, out);
    }

    /**
     * Writes it as an OpenDocument text.
     *
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public void writeOdt(OutputStream out) throws IOException {
        OdtDocument.write(this, out);
    }

    /**
     * Writes it as a workbook: a sheet for each table, with numbers in full, after a sheet with its text.
     *
     * @param out the destination; closed
     * @throws IOException if writing fails
     */
    public void writeXlsx(OutputStream out) throws IOException {
        XlsxDocument.write(this, out);
    }
}
