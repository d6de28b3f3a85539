package nl.betekenisvolmeten.indicators.formats.output;

import java.math.BigDecimal;
import nl.betekenisvolmeten.indicators.disclosure.Outgoing;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonObject;
import nl.betekenisvolmeten.indicators.need.NeedBudget;
import nl.betekenisvolmeten.indicators.need.NeedRanking;
import nl.betekenisvolmeten.indicators.need.NeedReach;

/** Need by area in JSON: the method in words, the choices, and a row for each area. */
final class NeedJson {

    private static final String METHOD =
            "Each characteristic as (value - mean) / standard deviation over the areas that"
                    + " have all of them, turned where a low value means need; the index is their mean by weight. Weights are a"
                    + " choice: see rank_lower and rank_upper for how ranks move when one is left out.";

    private static final String BUDGET =
            "Each area its share of the sum of inhabitants x factor^index, in whole cents. The factor is a choice.";

    private static final int CENTS = 2;

    private NeedJson() {}

    static JsonObject of(Outgoing<NeedRanking.Report> outgoing) {
        NeedRanking.Report need = outgoing.table();
        return JsonObject.of("method", METHOD)
                .with(
                        "weights",
                        need.ranking().weights().stream().map(NeedJson::weight).toList())
                .withGiven("budget", need.budget().map(NeedJson::budget).orElse(null))
                .withGiven(
                        "concentration",
                        need.reach().flatMap(NeedReach::concentration).orElse(null))
                .with(
                        "rows",
                        JsonResults.rows(
                                TableColumn.withUse(NeedColumns.of(need), outgoing.use()),
                                () -> NeedColumns.areas(need).iterator()));
    }

    /** Returns how much a characteristic counts. */
    private static JsonObject weight(NeedRanking.Weight weight) {
        return JsonObject.of("characteristic", weight.characteristic())
                .with("weight", weight.weight())
                .with("need_is", weight.highMeansNeed() ? "high" : "low");
    }

    /** Returns what was chosen for a budget. */
    private static JsonObject budget(NeedBudget budget) {
        return JsonObject.of("method", BUDGET)
                .with("factor", budget.factor())
                .with("total", BigDecimal.valueOf(budget.budget(), CENTS));
    }
}
