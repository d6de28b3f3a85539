package nl.betekenisvolmeten.indicators.formats.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.aggregation.AreaConversion;
import nl.betekenisvolmeten.indicators.comparison.Change;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.ConfidenceLimits;
import nl.betekenisvolmeten.indicators.comparison.Difference;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.finding.FindingCollector;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.formats.delivery.ContextReport;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.statistics.IntervalMethod;
import nl.betekenisvolmeten.indicators.statistics.Overdispersion;
import nl.betekenisvolmeten.indicators.statistics.PValue;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.MissingPolicy;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TotalsBeside;

/** Results as JSON. Numbers are at full precision; what is absent is null. */
public final class JsonResults {

    private JsonResults() {}

    /**
     * Writes totals as an array of objects: a property for each grouping column, and an object for each figure.
     *
     * @param result the totals
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void write(InternalUse<ResultTable> result, Writer out) throws IOException {
        write(result, new TotalsBeside(List.of(), Findings.none()), out);
    }

    /**
     * Writes totals beside those that were delivered: a figure of which there is one has it, its difference and what the
     * parts say of it. Unless what came in was added up, a row says what became of totals of which part did not.
     *
     * @param result the totals
     * @param delivered the totals that were delivered
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void write(InternalUse<ResultTable> result, TotalsBeside delivered, Writer out) throws IOException {
        JsonGenerator json = JsonOut.start(out);
        writeRows(json, result.table(), delivered);
        JsonOut.finish(json);
    }

    /**
     * Writes totals with what came of setting the deliveries beside what was agreed about them: an object with {@code
     * rows}, {@code estimates}, {@code context} and {@code findings}.
     *
     * @param result the totals
     * @param delivered the totals that were delivered
     * @param context what came of the agreements
     * @param estimates apportioned numbers of totals that were converted to other areas; their bounds are in the rows
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void write(
            InternalUse<ResultTable> result,
            TotalsBeside delivered,
            ContextReport context,
            List<AreaConversion.Estimate> estimates,
            Writer out)
            throws IOException {
        JsonGenerator json = JsonOut.start(out);
        json.writeStartObject();
        json.writeFieldName("rows");
        writeRows(json, result.table(), delivered);
        writeEstimates(json, result.table().keys(), estimates);
        JsonContext.write(json, context);
        JsonContext.findings(json, all(context.findings(), result.table().findings()));
        json.writeEndObject();
        JsonOut.finish(json);
    }

    private static void writeEstimates(JsonGenerator json, List<String> keys, List<AreaConversion.Estimate> estimates)
            throws IOException {
        json.writeArrayFieldStart("estimates");
        for (AreaConversion.Estimate estimate : estimates) {
            json.writeStartObject();
            for (int i = 0; i < keys.size(); i++) {
                json.writeStringField(keys.get(i), estimate.key().get(i));
            }
            json.writeStringField("series", estimate.series());
            writeNumber(json, "estimate", Optional.of(estimate.value()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static Findings all(Findings one, Findings other) {
        FindingCollector both = FindingCollector.withDefaults();
        both.combine(one);
        both.combine(other);
        return both.toFindings();
    }

    private static void writeRows(JsonGenerator json, ResultTable table, TotalsBeside delivered) throws IOException {
        json.writeStartArray();
        for (ResultTable.Row row : table.rows()) {
            json.writeStartObject();
            for (int i = 0; i < table.keys().size(); i++) {
                json.writeStringField(table.keys().get(i), row.key().get(i));
            }
            for (int i = 0; i < table.series().size(); i++) {
                json.writeObjectFieldStart(table.series().get(i));
                writeBounded(json, "", row.figures().get(i).value());
                json.writeStringField(
                        "status", row.figures().get(i).value().status().code());
                json.writeNumberField("cellsMissing", row.figures().get(i).cellsMissing());
                writeBeside(json, delivered.find(row.key(), table.series().get(i)));
                json.writeEndObject();
            }
            json.writeNumberField("rows", row.observations());
            writeNumber(json, "organisations", row.reporters().map(BigDecimal::valueOf));
            writeNumber(json, "coverage", row.coverage().map(Coverage::share));
            if (!(table.missing() instanceof MissingPolicy.AddUp)) {
                json.writeStringField("missing_policy", table.missing().code());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeBeside(JsonGenerator json, Optional<TotalsBeside.Row> row) throws IOException {
        if (row.isPresent()) {
            writeNumber(json, "delivered", Optional.of(row.get().total().value()));
            writeBounded(json, "difference", row.get().difference());
            json.writeStringField("beside", JsonOut.lower(row.get().outcome()));
        }
    }

    /**
     * Writes a comparison as an array of objects.
     *
     * @param result the comparison
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void writeComparison(InternalUse<Comparison> result, Writer out) throws IOException {
        JsonGenerator json = JsonOut.start(out);
        writeRows(json, result.table(), Optional.empty());
        JsonOut.finish(json);
    }

    /**
     * Writes a comparison with what came of setting the deliveries beside what was agreed about them: an object with {@code
     * rows}, each with its {@code trend_breaks}, {@code context} and {@code findings}.
     *
     * @param result the comparison
     * @param context what came of the agreements
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void writeComparison(InternalUse<Comparison> result, ContextReport context, Writer out)
            throws IOException {
        JsonGenerator json = JsonOut.start(out);
        json.writeStartObject();
        json.writeFieldName("rows");
        writeRows(json, result.table(), Optional.of(context));
        JsonContext.write(json, context);
        JsonContext.findings(json, all(context.findings(), result.table().findings()));
        json.writeEndObject();
        JsonOut.finish(json);
    }

    private static void writeRows(JsonGenerator json, Comparison comparison, Optional<ContextReport> context)
            throws IOException {
        json.writeStartArray();
        for (Comparison.Row row : comparison.rows()) {
            json.writeStartObject();
            json.writeStringField("area_code", row.key().area().code().value());
            json.writeStringField("area", row.key().area().name());
            json.writeStringField("indicator", row.key().indicator().id().value());
            json.writeStringField("period", row.key().period().code());
            writeBounded(json, "numerator", row.figure().numerator());
            writeNumber(json, "denominator", row.figure().denominator().exact());
            json.writeNumberField("per", row.figure().per().multiplier());
            writeNumber(json, "value", row.figure().value().exact());
            writeDouble(json, "lower", row.figure().uncertainty().interval().map(Interval::lower));
            writeDouble(json, "upper", row.figure().uncertainty().interval().map(Interval::upper));
            writeDouble(
                    json,
                    "confidence",
                    Optional.of(row.figure().uncertainty().confidence().level()));
            json.writeStringField(
                    "method",
                    row.figure()
                            .uncertainty()
                            .method()
                            .map(IntervalMethod::code)
                            .orElse("none"));
            writeNumber(json, "city_value", row.contrast().cityValue().exact());
            writeDouble(json, "p_value", row.contrast().pValue().map(PValue::value));
            writeDouble(json, "p_adjusted", row.contrast().pAdjusted().map(PValue::value));
            json.writeStringField("verdict", row.assessment().judgement().code());
            writeText(json, "funnel", row.assessment().funnel().map(funnel -> funnel.code()));
            json.writeStringField("status", row.figure().value().status().code());
            writeNumber(json, "coverage", row.figure().coverage().map(Coverage::share));
            json.writeBooleanField("complete", row.figure().complete());
            writeDetail(json, row);
            if (context.isPresent()) {
                JsonContext.breaks(json, context.get().breaksOf(row));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeDetail(JsonGenerator json, Comparison.Row row) throws IOException {
        Comparison.Contrast contrast = row.contrast();
        Comparison.Assessment assessment = row.assessment();
        Comparison.Uncertainty uncertainty = row.figure().uncertainty();
        writeNumber(json, "rank_lower", assessment.rank().map(rank -> BigDecimal.valueOf(rank.lower())));
        writeNumber(json, "rank_upper", assessment.rank().map(rank -> BigDecimal.valueOf(rank.upper())));
        writeNumber(json, "rank_areas", assessment.rank().map(rank -> BigDecimal.valueOf(rank.areas())));
        writeText(json, "rank_method", assessment.rank().map(rank -> rank.method()));
        json.writeStringField("inference", uncertainty.inference().code());
        json.writeStringField("reference", contrast.reference().code());
        writeBounded(json, "reference_value", contrast.referenceValue());
        if (contrast.difference().isPresent()) {
            json.writeObjectFieldStart("difference");
            writeDifference(json, contrast.difference().get());
            json.writeEndObject();
        } else {
            json.writeNullField("difference");
        }
        json.writeArrayFieldStart("intervals");
        for (ConfidenceLimits limits : uncertainty.intervals()) {
            json.writeStartObject();
            writeDouble(json, "confidence", Optional.of(limits.confidence().level()));
            writeDouble(json, "lower", Optional.of(limits.interval().lower()));
            writeDouble(json, "upper", Optional.of(limits.interval().upper()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("standard", row.figure().standard().code());
        writeBounded(json, "crude", row.figure().crude());
        writeDouble(json, "overdispersion_factor", assessment.overdispersion().map(Overdispersion::factor));
        writeChange(json, assessment.change());
    }

    private static void writeDifference(JsonGenerator json, Difference difference) throws IOException {
        writeBounded(json, "", difference.value());
        writeDouble(json, "interval_lower", difference.interval().map(Interval::lower));
        writeDouble(json, "interval_upper", difference.interval().map(Interval::upper));
    }

    private static void writeChange(JsonGenerator json, Optional<Change> found) throws IOException {
        if (found.isEmpty()) {
            json.writeNullField("change");
            return;
        }
        Change change = found.get();
        json.writeObjectFieldStart("change");
        json.writeStringField("period", change.period().code());
        json.writeNumberField("organisations", change.reporters());
        writeBounded(json, "before", change.before());
        writeBounded(json, "now", change.now());
        writeDifference(json, change.difference());
        writeDouble(json, "p_value", change.pValue().map(PValue::value));
        writeDouble(json, "p_adjusted", change.pAdjusted().map(PValue::value));
        json.writeStringField("verdict", change.judgement().code());
        json.writeEndObject();
    }

    private static void writeDouble(JsonGenerator json, String name, Optional<Double> value) throws IOException {
        if (value.isPresent()) {
            json.writeFieldName(name);
            json.writeNumber(Numbers.text(value.get()));
        } else {
            json.writeNullField(name);
        }
    }

    private static void writeBounded(JsonGenerator json, String name, CellValue value) throws IOException {
        writeNumber(json, name.isEmpty() ? "value" : name, value.exact());
        writeNumber(json, name.isEmpty() ? "lower" : name + "_lower", value.lowerBound());
        writeNumber(json, name.isEmpty() ? "upper" : name + "_upper", value.upperBound());
    }

    private static void writeNumber(JsonGenerator json, String name, Optional<BigDecimal> value) throws IOException {
        if (value.isPresent()) {
            json.writeFieldName(name);
            json.writeNumber(Numbers.text(value.get()));
        } else {
            json.writeNullField(name);
        }
    }

    private static void writeText(JsonGenerator json, String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.writeStringField(name, text.get());
        } else {
            json.writeNullField(name);
        }
    }
}
