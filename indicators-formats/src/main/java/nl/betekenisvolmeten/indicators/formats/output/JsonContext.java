package nl.betekenisvolmeten.indicators.formats.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import nl.betekenisvolmeten.indicators.coverage.BreakFinder;
import nl.betekenisvolmeten.indicators.coverage.Completeness;
import nl.betekenisvolmeten.indicators.coverage.Completeness.ExpectedReport;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.formats.delivery.ContextReport;
import nl.betekenisvolmeten.indicators.model.LocalizedText;

/** What came of setting deliveries beside what was agreed, as a JSON object. */
final class JsonContext {

    private JsonContext() {}

    static void write(JsonGenerator json, ContextReport report) throws IOException {
        json.writeObjectFieldStart("context");
        json.writeStringField("id", report.context().id().toString());
        periods(json, report);
        json.writeArrayFieldStart("missing");
        for (Completeness one : report.completeness()) {
            slots(json, one.holes());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("late");
        for (Completeness one : report.completeness()) {
            slots(json, one.late());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("unexpected");
        for (Completeness one : report.completeness()) {
            slots(json, one.unexpected());
        }
        json.writeEndArray();
        keptOut(json, report);
        breaks(json, report.breaks());
        successions(json, report);
        json.writeEndObject();
    }

    private static void periods(JsonGenerator json, ContextReport report) throws IOException {
        json.writeArrayFieldStart("periods");
        for (Completeness one : report.completeness()) {
            for (Completeness.OfPeriod of : one.periods()) {
                json.writeStartObject();
                json.writeStringField("period", of.period().code());
                json.writeNumberField("reports", of.reports().reported());
                json.writeNumberField("reports_expected", of.reports().expected());
                json.writeNumberField("organisations", of.reporters().reported());
                json.writeNumberField("organisations_expected", of.reporters().expected());
                json.writeStringField("status", of.status().dutch());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void slots(JsonGenerator json, Collection<ExpectedReport> slots) throws IOException {
        for (ExpectedReport slot : slots) {
            json.writeStartObject();
            json.writeStringField("organisation", slot.reporter().value());
            json.writeStringField("area", slot.area());
            json.writeStringField("period", slot.period().code());
            json.writeEndObject();
        }
    }

    private static void keptOut(JsonGenerator json, ContextReport report) throws IOException {
        json.writeArrayFieldStart("kept_out");
        for (ContextReport.KeptOut kept : report.keptOut()) {
            json.writeStartObject();
            json.writeStringField("file", kept.file());
            json.writeStringField("organisation", kept.subject().reporter().value());
            json.writeStringField("period", kept.subject().period().code());
            json.writeStringField("reason", JsonOut.lower(kept.reason()));
            json.writeNumberField("rows", kept.rows());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Breaks, by what a property of that name holds. */
    static void breaks(JsonGenerator json, Collection<BreakFinder.Explained> breaks) throws IOException {
        json.writeArrayFieldStart("trend_breaks");
        for (BreakFinder.Explained one : breaks) {
            json.writeStartObject();
            json.writeStringField("area", one.found().area());
            json.writeStringField("since", one.found().since().code());
            json.writeStringField("kind", JsonOut.lower(one.found().kind()));
            JsonOut.texts(json, "from", one.found().from());
            JsonOut.texts(json, "to", one.found().to());
            json.writeBooleanField("declared", one.declared().isPresent());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void successions(JsonGenerator json, ContextReport report) throws IOException {
        json.writeArrayFieldStart("successions");
        for (ContextReport.Link link : report.links()) {
            json.writeStartObject();
            json.writeStringField("from", link.succession().from().value());
            json.writeStringField("to", link.succession().to().value());
            json.writeStringField("since", link.succession().since().code());
            JsonOut.texts(
                    json, "areas", link.succession().areas().stream().sorted().toList());
            LocalizedText note = link.succession().note();
            json.writeStringField("note_nl", note.nl());
            json.writeStringField("note_en", note.en());
            json.writeNumberField("rows", link.rows());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void findings(JsonGenerator json, Findings findings) throws IOException {
        json.writeArrayFieldStart("findings");
        for (Finding finding : findings.kept()) {
            json.writeStartObject();
            json.writeStringField("code", finding.code().value());
            json.writeStringField("severity", JsonOut.lower(finding.severity()));
            for (Map.Entry<String, String> argument : finding.arguments().entrySet()) {
                json.writeStringField(argument.getKey(), argument.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
