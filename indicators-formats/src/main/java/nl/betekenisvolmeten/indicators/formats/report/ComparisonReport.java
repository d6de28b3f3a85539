package nl.betekenisvolmeten.indicators.formats.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.Judgement;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;
import nl.betekenisvolmeten.indicators.signal.AreaSeries;

/**
 * A comparison for a researcher or policy officer: what stands out in plain sentences, then pictures, then tables. Small counts
 * are as they are, so the purpose that the comparison was let out for is said at the top. Of an indicator with several periods
 * the last one is shown in full, and those before it as small pictures and a table.
 */
public final class ComparisonReport {

    private final InternalUse<Comparison> comparison;
    private final List<AreaSeries> series;
    private final String version;

    private ComparisonReport(InternalUse<Comparison> comparison, List<AreaSeries> series, String version) {
        this.comparison = comparison;
        this.series = List.copyOf(series);
        this.version = version;
    }

    /**
     * Returns the report of a comparison.
     *
     * @param comparison the comparison, with what the report is for
     * @param version the version of the program that makes the report
     * @return the report
     */
    public static ComparisonReport of(InternalUse<Comparison> comparison, String version) {
        return new ComparisonReport(comparison, List.of(), version);
    }

    /**
     * Returns a copy of this report with control limits around the figures of areas over time, where a series has enough
     * periods for them.
     *
     * @param newSeries series of the same areas and indicators
     * @return the report
     */
    public ComparisonReport withSeries(List<AreaSeries> newSeries) {
        return new ComparisonReport(comparison, newSeries, version);
    }

    /**
     * Writes one web page that needs nothing else: no scripts, no other files.
     *
     * @param language the language of the page
     * @param out where to, in UTF-8; not closed
     * @throws IOException if writing fails
     */
    public void writeHtml(Language language, Writer out) throws IOException {
        out.write(new ComparisonHtml(page(language), language).page());
        out.flush();
    }

    /**
     * Writes one object for programs, with everything that the page shows: sentences, caveats and rows, with numbers in full
     * and as the page writes them.
     *
     * @param language the language of the sentences
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public void writeJson(Language language, Writer out) throws IOException {
        JsonFiles.write(page(language), out);
    }

    /**
     * Returns why something is not decided, as part of a sentence.
     *
     * @param reason why
     * @param language the language
     * @return such as {@code not all is in}
     */
    public static String inWords(Judgement.Reason reason, Language language) {
        return new ComparisonWords(language).reason(reason);
    }

    private ComparisonPage page(Language language) {
        return new ComparisonSections(comparison, series, language).page(version);
    }
}
