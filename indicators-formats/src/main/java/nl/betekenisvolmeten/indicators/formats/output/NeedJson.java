package nl.betekenisvolmeten.indicators.formats.output;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.disclosure.Outgoing;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.need.NeedBudget;
import nl.betekenisvolmeten.indicators.need.NeedRanking;
import nl.betekenisvolmeten.indicators.need.NeedReach;

/** Need by area in JSON: the method in words, the choices, and a row for each area. */
record NeedJson(
        String method,
        List<WeightJson> weights,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<BudgetJson> budget,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<ConcentrationJson> concentration,
        Iterable<TableRow<AreaCode>> rows) {

    private static final String METHOD =
            "Each characteristic as (value - mean) / standard deviation over the areas that"
                    + " have all of them, turned where a low value means need; the index is their mean by weight. Weights are a"
                    + " choice: see rank_lower and rank_upper for how ranks move when one is left out.";

    static NeedJson of(Outgoing<NeedRanking.Report> outgoing) {
        NeedRanking.Report need = outgoing.table();
        return new NeedJson(
                METHOD,
                need.ranking().weights().stream().map(WeightJson::of).toList(),
                need.budget().map(BudgetJson::of),
                need.reach().flatMap(NeedReach::concentration).map(ConcentrationJson::of),
                JsonResults.rows(
                        TableColumn.withUse(NeedColumns.of(need), outgoing.use()),
                        () -> NeedColumns.areas(need).iterator()));
    }

    /** How much a characteristic counts. */
    record WeightJson(String characteristic, double weight, String needIs) {

        static WeightJson of(NeedRanking.Weight weight) {
            return new WeightJson(weight.characteristic(), weight.weight(), weight.highMeansNeed() ? "high" : "low");
        }
    }

    /** What was chosen for a budget. */
    record BudgetJson(String method, double factor, BigDecimal total) {

        private static final int CENTS = 2;
        private static final String METHOD =
                "Each area its share of the sum of inhabitants x factor^index, in whole cents. The factor is a choice.";

        static BudgetJson of(NeedBudget budget) {
            return new BudgetJson(METHOD, budget.factor(), BigDecimal.valueOf(budget.budget(), CENTS));
        }
    }

    /** How the reach gathers in areas with much need. */
    record ConcentrationJson(double lower, double upper) {

        static ConcentrationJson of(NeedReach.Bounds bounds) {
            return new ConcentrationJson(bounds.lower(), bounds.upper());
        }
    }
}
