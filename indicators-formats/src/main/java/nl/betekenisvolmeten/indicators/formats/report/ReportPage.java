package nl.betekenisvolmeten.indicators.formats.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.internal.document.Block;
import nl.betekenisvolmeten.indicators.formats.internal.document.HtmlDocument;
import nl.betekenisvolmeten.indicators.formats.internal.document.OdtDocument;
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

    private Language readers() {
        return language.equals(Language.NL.tag()) ? Language.NL : Language.EN;
    }

    void writeHtml(Writer out) throws IOException {
        out.write(HtmlDocument.page(title, blocks, footer, readers()));
        out.flush();
    }

    void writeOdt(OutputStream out) throws IOException {
        OdtDocument.write(title, blocks, footer, readers(), out);
    }

    void writeJson(Writer out) throws IOException {
        JsonFiles.write(this, out);
    }
}
