package nl.betekenisvolmeten.indicators.formats.report;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.finding.Findings.FoldedFinding;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.internal.result.BoundsJson;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonObject;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/** Where a figure comes from, in JSON. */
final class ExplanationJson {

    private ExplanationJson() {}

    static JsonObject of(Explanation of) {
        Iterable<JsonObject> rows =
                () -> of.rows().stream().map(ExplanationJson::row).iterator();
        return JsonObject.of("cell", of.cell().toString())
                .with("format", of.format())
                .with("indicator", of.indicator().map(Indicator::id))
                .with("area", of.area().map(Area::code))
                .with("period", of.period())
                .with("value", BoundsJson.of(of.figure().value()))
                .with("numerator", of.figure().numerator().map(BoundsJson::of))
                .with("denominator", of.figure().denominator().map(BoundsJson::of))
                .with("per", of.per().stream().boxed().findFirst())
                .with("coverage", of.coverage())
                .with("parts", of.parts().stream().map(ExplanationJson::part).toList())
                .with("definitions", of.definitions())
                .with("rules", of.rules())
                .with("files", of.files().stream().map(ExplanationJson::file).toList())
                .with("rows_counted", of.rowsCounted())
                .with("rows", rows);
    }

    /** Returns a total that the figure is made of. */
    private static JsonObject part(Explanation.Part part) {
        return JsonObject.of("role", part.role())
                .with("measure", part.measure().name())
                .with("nature", part.measure().getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .with(
                        "where",
                        byName(part.where(), codes -> codes.stream().sorted().toList()))
                .with("total", BoundsJson.of(part.figure().value()))
                .with("cells", part.figure().cellsKnown())
                .with("cells_missing", part.figure().cellsMissing());
    }

    private static <V> JsonObject byName(Map<ColumnName, V> values, Function<V, Object> shown) {
        JsonObject json = new JsonObject();
        values.forEach((column, value) -> json.put(column.value(), shown.apply(value)));
        return json;
    }

    private static JsonObject file(Explanation.UsedFile file) {
        DeliveryReport report = file.report();
        return JsonObject.of("file", report.source())
                .with("sha256", report.sha256())
                .with("format", report.format().map(FormatId::name))
                .with("format_version", report.format().map(FormatId::version))
                .with("use", file.use())
                .with("rows", report.rows())
                .with("rows_accepted", report.rowsAccepted())
                .with("rows_counted", file.rowsCounted())
                .with("rows_rejected", file.rowsRejected())
                .with("rejected_rows", file.rejected().stream().sorted().toList())
                .with("errors", report.findings().count(Severity.ERROR))
                .with("warnings", report.findings().count(Severity.WARNING))
                .with("notes", report.findings().count(Severity.NOTE))
                .with(
                        "findings",
                        report.findings().folded().stream()
                                .map(ExplanationJson::cause)
                                .toList());
    }

    /** Returns findings with one cause. */
    private static JsonObject cause(FoldedFinding fold) {
        return JsonObject.of("code", fold.code())
                .with("severity", fold.severity())
                .with("column", fold.column())
                .with("count", fold.count())
                .with("rows", fold.rows());
    }

    /** Returns a row that counted. */
    private static JsonObject row(Explanation.CountedRow row) {
        Map<String, Optional<BigDecimal>> counted = new LinkedHashMap<>();
        row.counted().forEach((role, value) -> counted.put(JsonFiles.word(role), value.exact()));
        return JsonObject.of("file", row.file())
                .with("row", row.number())
                .with("counted", counted)
                .with("key", byName(row.key(), text -> text))
                .with("cells", byName(row.texts(), text -> text));
    }
}
