package nl.betekenisvolmeten.indicators.formats.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import nl.betekenisvolmeten.indicators.finding.Acceptances.Acceptance;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.PrintableText;
import nl.betekenisvolmeten.indicators.finding.Severity;

/** A file of explanations in which the reasons are still to be filled in. */
public final class ExplanationTemplate {

    private ExplanationTemplate() {}

    /**
     * Writes an entry for each open warning that was kept, with an empty reason and date. Entries whose reason stays empty
     * count as not given.
     *
     * @param file what the check gave
     * @param settings the language and the reader of the messages, who is also the role of the explanations
     * @param out where to, in UTF-8; not closed
     * @throws IOException if writing fails
     */
    public static void write(CheckedDelivery file, ReportSettings settings, Writer out) throws IOException {
        Words words = new Words(settings);
        try (JsonGenerator json = JsonReport.generator(out)) {
            json.writeStartObject();
            json.writeStringField("file", PrintableText.text(file.name()));
            json.writeArrayFieldStart("explanations");
            for (Finding finding : file.open().kept()) {
                if (finding.severity() == Severity.WARNING && Acceptance.isAcceptable(finding.code())) {
                    entry(json, finding, words.message(finding).text(), settings);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw("\n");
        }
        out.flush();
    }

    private static void entry(JsonGenerator json, Finding finding, String message, ReportSettings settings)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("code", finding.code().value());
        if (finding.location().row().isPresent()) {
            json.writeNumberField("row", finding.location().row().getAsLong());
        }
        if (finding.location().column().isPresent()) {
            json.writeStringField("column", finding.location().column().get());
        }
        json.writeStringField("message", message);
        json.writeStringField("fingerprint", Acceptance.fingerprint(finding));
        json.writeStringField("reason", "");
        json.writeStringField("role", settings.audience().name());
        json.writeStringField("date", "");
        json.writeEndObject();
    }
}
