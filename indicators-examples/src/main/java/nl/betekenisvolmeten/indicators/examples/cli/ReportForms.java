package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.report.ComparisonReport;
import nl.betekenisvolmeten.indicators.formats.report.ProgressReport;

/** The forms in which a report can be written, by the ending of the file's name. */
record ReportForms(Map<String, Text> texts, Map<String, Bytes> files) {

    static final List<String> ENDINGS = List.of(".html", ".xlsx", ".json", ".odt");

    /** Writes text. */
    interface Text {
        void write(Language language, Writer out) throws IOException;
    }

    /** Writes a file that is not text. */
    interface Bytes {
        void write(Language language, OutputStream out) throws IOException;
    }

    static ReportForms of(ComparisonReport report) {
        return new ReportForms(
                Map.of(".html", report::writeHtml, ".json", report::writeJson),
                Map.of(".odt", report::writeOdt, ".xlsx", report::writeXlsx));
    }

    static ReportForms of(ProgressReport report) {
        return new ReportForms(
                Map.of(".html", report::writeHtml, ".json", report::writeJson),
                Map.of(".odt", report::writeOdt, ".xlsx", report::writeXlsx));
    }

    /** Writes the report; a text that no longer holds is bad data. */
    void write(Output output, Path target, String ending) {
        Language language = output.texts.language();
        try {
            Text text = texts.get(ending);
            if (text != null) {
                output.write(target, out -> text.write(language, out));
            } else {
                Bytes file = Objects.requireNonNull(files.get(ending));
                output.writeBytes(target, out -> file.write(language, out));
            }
        } catch (IndicatorsException e) {
            output.terminal.err().println(e.getMessage());
            throw CommandException.badData(target.toString());
        }
    }
}
