package nl.betekenisvolmeten.indicators.formats.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.Judgement;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.disclosure.Release;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.internal.document.DocumentPage;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;
import nl.betekenisvolmeten.indicators.signal.AreaSeries;

/**
 * A comparison for a researcher or policy officer: what stands out in plain sentences, then pictures, then tables. An
 * internal report shows small counts as they are, so it begins with the purpose for which it was released. If an
 * indicator has several periods, the last is shown in full and the earlier ones as small pictures and a table.
 */
public final class ComparisonReport {

    /** Makes the page in a language. */
    private interface Pages {
        void write(Language language, boolean json, Writer out) throws IOException;
    }

    private final Pages pages;

    private ComparisonReport(Pages pages) {
        this.pages = pages;
    }

    /**
     * Returns the report of tables that may be published. It contains only the figures of the tables: nothing is
     * tested.
     *
     * @param release the tables
     * @param version the version of the program that makes the report
     * @return the report
     */
    public static ComparisonReport of(Release release, String version) {
        return new ComparisonReport((language, json, out) -> {
            DocumentPage page = new ReleaseParts(release, new ComparisonWords(language)).page(version);
            if (json) {
                page.writeJson(out);
            } else {
                page.writeHtml(out);
            }
        });
    }

    /**
     * Returns the report of a comparison.
     *
     * @param comparison the comparison, with what the report is for
     * @param version the version of the program that makes the report
     * @return the report
     */
    public static ComparisonReport of(InternalUse<Comparison> comparison, String version) {
        return of(comparison, List.of(), version);
    }

    /**
     * Returns the report of a comparison with control limits around the figures of areas over time, where a series has
     * enough periods for them.
     *
     * @param comparison the comparison, with what the report is for
     * @param series series of the same areas and indicators
     * @param version the version of the program that makes the report
     * @return the report
     */
    public static ComparisonReport of(InternalUse<Comparison> comparison, List<AreaSeries> series, String version) {
        List<AreaSeries> own = List.copyOf(series);
        return new ComparisonReport((language, json, out) -> {
            ComparisonWords words = new ComparisonWords(language);
            ComparisonPage page = new ComparisonSections(comparison, own, words).page(version);
            if (json) {
                JsonFiles.write(page, out);
            } else {
                out.write(new ComparisonHtml(page, language, words).html());
                out.flush();
            }
        });
    }

    /**
     * Writes one self-contained web page, without scripts or other files.
     *
     * @param language the language of the page
     * @param out the destination, in UTF-8; not closed
     * @throws IOException if writing fails
     */
    public void writeHtml(Language language, Writer out) throws IOException {
        pages.write(language, false, out);
    }

    /**
     * Writes one object for programs, with everything that the page shows: sentences, caveats and rows, with numbers in
     * full and as the page writes them.
     *
     * @param language the language of the sentences
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public void writeJson(Language language, Writer out) throws IOException {
        pages.write(language, true, out);
    }

    /**
     * Returns why something is not decided, as part of a sentence.
     *
     * @param reason the reason
     * @param language the language
     * @return such as {@code not all is in}
     */
    public static String inWords(Judgement.Reason reason, Language language) {
        return new ComparisonWords(language).reason(reason);
    }
}
