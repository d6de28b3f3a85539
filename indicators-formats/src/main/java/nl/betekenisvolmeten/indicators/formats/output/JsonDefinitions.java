package nl.betekenisvolmeten.indicators.formats.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import nl.betekenisvolmeten.indicators.formats.definition.AccountDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.AccountRule;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.ProtocolDefinition;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.model.TargetSet;
import nl.betekenisvolmeten.indicators.survey.Questionnaire;
import nl.betekenisvolmeten.indicators.survey.Questionnaire.Question;

/**
 * Definitions as JSON, for programs: an array of objects of which {@code kind} says what each is: {@code format} (as
 * {@link JsonFormats} writes them), {@code account}, {@code questionnaire}, {@code targets} or {@code protocol}.
 */
public final class JsonDefinitions {

    private final JsonGenerator json;

    private JsonDefinitions(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Writes all that a registry holds, but for areas and inhabitants.
     *
     * @param definitions the registry
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void write(Definitions definitions, Writer out) throws IOException {
        JsonDefinitions writer = start(out);
        for (FormatDefinition format : definitions.formats()) {
            JsonFormats.write(writer.json, format);
        }
        for (AccountDefinition account : definitions.accounts()) {
            writer.account(account);
        }
        for (Questionnaire questionnaire : definitions.questionnaires()) {
            writer.questionnaire(questionnaire);
        }
        for (TargetSet targets : definitions.targetSets()) {
            writer.targets(targets);
        }
        for (ProtocolDefinition protocol : definitions.protocols()) {
            writer.protocol(protocol);
        }
        writer.end();
    }

    /**
     * Writes one account, as an array of one.
     *
     * @param account the account
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void write(AccountDefinition account, Writer out) throws IOException {
        JsonDefinitions writer = start(out);
        writer.account(account);
        writer.end();
    }

    private static JsonDefinitions start(Writer out) throws IOException {
        JsonGenerator json = JsonOut.start(out);
        json.writeStartArray();
        return new JsonDefinitions(json);
    }

    private void end() throws IOException {
        json.writeEndArray();
        JsonOut.finish(json);
    }

    private void head(String kind, String id, String version) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", kind);
        json.writeStringField("id", id);
        json.writeStringField("version", version);
    }

    private void provenance(Provenance provenance) throws IOException {
        json.writeStringField("status", JsonOut.lower(provenance.status()));
        JsonFormats.write(json, "note", provenance.note());
    }

    private void account(AccountDefinition account) throws IOException {
        head("account", account.id().name(), account.id().version());
        JsonFormats.write(json, "title", account.title());
        JsonFormats.write(json, account.validity());
        provenance(account.provenance());
        json.writeArrayFieldStart("parts");
        for (AccountDefinition.Part part : account.parts()) {
            json.writeStartObject();
            json.writeStringField("name", part.name());
            json.writeStringField("format", part.format().id().toString());
            json.writeBooleanField("required", part.required());
            JsonFormats.write(json, "title", part.title());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rules");
        for (AccountRule rule : account.rules()) {
            JsonFormats.write(json, rule.verdict(), columns(rule));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static List<ColumnName> columns(AccountRule rule) {
        return rule instanceof AccountRule.Occurs occurs
                ? occurs.columns()
                : List.of(((AccountRule.Same) rule).column());
    }

    private void questionnaire(Questionnaire questionnaire) throws IOException {
        head("questionnaire", questionnaire.id().name(), questionnaire.id().version());
        JsonFormats.write(json, "title", questionnaire.title());
        provenance(questionnaire.provenance());
        json.writeArrayFieldStart("questions");
        for (Question question : questionnaire.questions()) {
            json.writeStartObject();
            json.writeStringField("code", question.code());
            JsonFormats.write(json, "label", question.label());
            json.writeStringField("scale", question.scale().name());
            json.writeArrayFieldStart("answers");
            for (String answer : question.scale().answers()) {
                json.writeString(answer);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void targets(TargetSet set) throws IOException {
        head("targets", set.id(), set.version());
        JsonFormats.write(json, "title", set.title());
        provenance(set.provenance());
        json.writeArrayFieldStart("targets");
        for (TargetSet.Entry entry : set.entries()) {
            json.writeStartObject();
            json.writeStringField("indicator", entry.target().indicator().value());
            json.writeStringField("area", entry.target().area().value());
            json.writeStringField("period", entry.target().period().code());
            JsonFormats.write(json, "name", entry.name());
            JsonFormats.write(json, "unit", entry.unit());
            json.writeStringField("source", entry.basis().source());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void protocol(ProtocolDefinition protocol) throws IOException {
        head("protocol", protocol.id().name(), protocol.id().version());
        JsonFormats.write(json, "title", protocol.title());
        provenance(protocol.protocol().provenance());
        json.writeStringField(
                "registrations", protocol.registrations().format().id().toString());
        json.writeStringField("format", protocol.format().id().toString());
        json.writeArrayFieldStart("counts");
        for (ColumnName measure : protocol.protocol().measures().keySet()) {
            json.writeString(measure.value());
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
