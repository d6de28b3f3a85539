package nl.betekenisvolmeten.indicators.formats.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.finding.Findings.FoldedFinding;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.CountedRow;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.Part;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.Role;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.UsedDefinition;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.UsedFile;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/** Where a figure comes from, as JSON. Numbers are at full precision; what is absent is null. */
public final class ExplanationJson {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;

    private ExplanationJson(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Writes one object: {@code cell}, {@code value} with its bounds and status, {@code parts}, {@code coverage},
     * {@code files}, {@code definitions}, {@code rules} and {@code rows}.
     *
     * @param explanation where the figure comes from
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void write(InternalUse<Explanation> explanation, Writer out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            new ExplanationJson(json).write(explanation.table());
            json.writeRaw("\n");
        }
    }

    private void write(Explanation of) throws IOException {
        json.writeStartObject();
        json.writeStringField("cell", of.cell().toString());
        json.writeStringField("format", of.format().toString());
        text("indicator", of.indicator().map(one -> one.id().value()));
        text("area", of.area().map(area -> area.code().value()));
        text("period", of.period().map(Period::code));
        bounded("value", of.figure().value());
        bounded("numerator", of.figure().numerator());
        bounded("denominator", of.figure().denominator());
        if (of.per().isPresent()) {
            json.writeNumberField("per", of.per().getAsLong());
        } else {
            json.writeNullField("per");
        }
        coverage(of.coverage());
        json.writeArrayFieldStart("parts");
        for (Part part : of.parts()) {
            part(part);
        }
        json.writeEndArray();
        definitions(of);
        json.writeArrayFieldStart("files");
        for (UsedFile file : of.files()) {
            file(file);
        }
        json.writeEndArray();
        json.writeNumberField("rowsCounted", of.rowsCounted());
        json.writeArrayFieldStart("rows");
        for (CountedRow row : of.rows()) {
            row(row);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void text(String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.writeStringField(name, text.get());
        } else {
            json.writeNullField(name);
        }
    }

    private void bounded(String name, Optional<CellValue> value) throws IOException {
        if (value.isPresent()) {
            bounded(name, value.get());
        } else {
            json.writeNullField(name);
        }
    }

    private void bounded(String name, CellValue value) throws IOException {
        json.writeObjectFieldStart(name);
        number("value", value.exact());
        number("lower", value.least());
        number("upper", value.most());
        json.writeStringField("status", value.status().code());
        json.writeEndObject();
    }

    private void number(String name, Optional<BigDecimal> number) throws IOException {
        if (number.isPresent()) {
            json.writeFieldName(name);
            json.writeNumber(plain(number.get()));
        } else {
            json.writeNullField(name);
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private void coverage(Optional<Coverage> coverage) throws IOException {
        if (coverage.isEmpty()) {
            json.writeNullField("coverage");
            return;
        }
        json.writeObjectFieldStart("coverage");
        json.writeNumberField("reported", coverage.get().reported());
        json.writeNumberField("expected", coverage.get().expected());
        json.writeEndObject();
    }

    private void part(Part part) throws IOException {
        json.writeStartObject();
        json.writeStringField("role", lower(part.role()));
        json.writeStringField("measure", part.measure().name().value());
        json.writeStringField(
                "nature", part.measure().getClass().getSimpleName().toLowerCase(Locale.ROOT));
        json.writeObjectFieldStart("where");
        for (Map.Entry<ColumnName, ? extends Collection<String>> entry :
                part.where().entrySet()) {
            json.writeArrayFieldStart(entry.getKey().value());
            for (String code : entry.getValue().stream().sorted().toList()) {
                json.writeString(code);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
        bounded("total", part.figure().value());
        json.writeNumberField("cells", part.figure().cellsKnown());
        json.writeNumberField("cellsMissing", part.figure().cellsMissing());
        json.writeEndObject();
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private void definitions(Explanation of) throws IOException {
        json.writeArrayFieldStart("definitions");
        for (UsedDefinition one : of.definitions()) {
            json.writeStartObject();
            json.writeStringField("kind", lower(one.kind()));
            json.writeStringField("id", one.id());
            json.writeStringField("version", one.version());
            json.writeStringField("status", lower(one.status()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rules");
        for (Verdict rule : of.rules()) {
            json.writeStartObject();
            json.writeStringField("code", rule.code().value());
            json.writeStringField("severity", lower(rule.severity()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void file(UsedFile file) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", file.report().source());
        text("sha256", file.report().sha256());
        text("format", file.report().format().map(FormatId::name));
        text("formatVersion", file.report().format().map(FormatId::version));
        json.writeStringField("use", lower(file.use()));
        json.writeNumberField("rows", file.report().rows());
        json.writeNumberField("rowsAccepted", file.report().rowsAccepted());
        json.writeNumberField("rowsCounted", file.rowsCounted());
        for (Severity severity : Severity.values()) {
            json.writeNumberField(lower(severity), file.report().findings().count(severity));
        }
        json.writeArrayFieldStart("findings");
        for (FoldedFinding fold : file.report().findings().folded()) {
            finding(fold);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void finding(FoldedFinding fold) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", fold.code().value());
        json.writeStringField("severity", lower(fold.severity()));
        text("column", fold.column());
        json.writeNumberField("count", fold.count());
        json.writeArrayFieldStart("rows");
        for (long row : fold.rows()) {
            json.writeNumber(row);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void row(CountedRow row) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", row.file());
        json.writeNumberField("row", row.number());
        json.writeObjectFieldStart("counted");
        for (Map.Entry<Role, CellValue> entry : row.counted().entrySet()) {
            number(lower(entry.getKey()), entry.getValue().exact());
        }
        json.writeEndObject();
        texts("key", row.key());
        texts("cells", row.texts());
        json.writeEndObject();
    }

    private void texts(String field, Map<ColumnName, String> texts) throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<ColumnName, String> text : texts.entrySet()) {
            json.writeStringField(text.getKey().value(), text.getValue());
        }
        json.writeEndObject();
    }
}
