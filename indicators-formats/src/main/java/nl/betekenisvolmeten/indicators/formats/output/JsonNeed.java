package nl.betekenisvolmeten.indicators.formats.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.need.NeedRanking;
import nl.betekenisvolmeten.indicators.need.NeedReach;
import nl.betekenisvolmeten.indicators.need.NeedReport;

/** Need by area, as JSON. */
public final class JsonNeed {

    private static final int CENTS = 2;
    private static final String METHOD =
            "Each characteristic as (value - mean) / standard deviation over the areas that"
                    + " have all of them, turned where a low value means need; the index is their mean by weight. Weights are a"
                    + " choice: see rank_lower and rank_upper for how ranks move when one is left out.";
    private static final String SPREAD =
            "Each area its share of the sum of inhabitants x factor^index, in whole cents. The factor is a choice.";

    private JsonNeed() {}

    /**
     * Writes a report: an object with the method in words, the weights, what was chosen for a budget, the concentration of
     * the reach, and in {@code rows} what {@link NeedColumns} has.
     *
     * @param report the report
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void write(InternalUse<NeedReport> report, Writer out) throws IOException {
        NeedReport need = report.table();
        JsonGenerator json = JsonOut.start(out);
        json.writeStartObject();
        json.writeStringField("method", METHOD);
        weights(json, need);
        choices(json, need);
        JsonColumns.write(json, "rows", NeedColumns.of(need), NeedColumns.areas(need));
        json.writeEndObject();
        JsonOut.finish(json);
    }

    /** What was chosen for a budget, and how the reach gathers. */
    private static void choices(JsonGenerator json, NeedReport need) throws IOException {
        if (need.budget().isPresent()) {
            json.writeObjectFieldStart("budget");
            json.writeStringField("method", SPREAD);
            number(json, "factor", Numbers.text(need.budget().get().factor()));
            number(
                    json,
                    "total",
                    Numbers.text(BigDecimal.valueOf(need.budget().get().budget(), CENTS)));
            json.writeEndObject();
        }
        if (need.reach().flatMap(NeedReach::concentration).isPresent()) {
            NeedReach.Bounds bounds =
                    need.reach().flatMap(NeedReach::concentration).orElseThrow();
            json.writeObjectFieldStart("concentration");
            number(json, "lower", Numbers.text(bounds.lower()));
            number(json, "upper", Numbers.text(bounds.upper()));
            json.writeEndObject();
        }
    }

    private static void weights(JsonGenerator json, NeedReport need) throws IOException {
        json.writeArrayFieldStart("weights");
        for (NeedRanking.Weight weight : need.ranking().weights()) {
            json.writeStartObject();
            json.writeStringField("characteristic", weight.characteristic());
            number(json, "weight", Numbers.text(weight.weight()));
            json.writeStringField("need_is", weight.highMeansNeed() ? "high" : "low");
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, String name, String value) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(value);
    }
}
