package nl.betekenisvolmeten.indicators.formats.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.internal.document.Block;
import nl.betekenisvolmeten.indicators.formats.internal.document.HtmlDocument;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;

/** A report as one text; its JSON has the same, with each figure in full. */
record ReportPage(
        String kind,
        String use,
        String purpose,
        String language,
        String version,
        List<String> definitions,
        String title,
        List<Block> blocks,
        String footer) {

    void writeHtml(Writer out) throws IOException {
        out.write(HtmlDocument.page(
                title, blocks, footer, language.equals(Language.NL.tag()) ? Language.NL : Language.EN));
        out.flush();
    }

    void writeJson(Writer out) throws IOException {
        JsonFiles.write(this, out);
    }
}
