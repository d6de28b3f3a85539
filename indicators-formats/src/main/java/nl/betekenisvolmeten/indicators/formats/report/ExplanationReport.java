package nl.betekenisvolmeten.indicators.formats.report;

import java.io.IOException;
import java.io.Writer;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;

/** Where a figure comes from, for people and for programs. */
public final class ExplanationReport {

    private ExplanationReport() {}

    /**
     * Writes a few sections for people: the figure, how it was made, definitions, files with their findings, and rows.
     *
     * @param explanation where the figure comes from
     * @param language the language of the words
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void writeText(InternalUse<Explanation> explanation, Language language, Writer out)
            throws IOException {
        out.write(new ExplanationText(language).text(explanation.table()));
    }

    /**
     * Writes one JSON object: {@code cell}, {@code value} with its bounds and status, {@code parts}, {@code coverage},
     * {@code files}, {@code definitions}, {@code rules} and {@code rows}. Numbers have at most 17 significant digits;
     * what is absent is null.
     *
     * @param explanation where the figure comes from
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void writeJson(InternalUse<Explanation> explanation, Writer out) throws IOException {
        JsonFiles.write(ExplanationJson.of(explanation.table()), out);
    }
}
