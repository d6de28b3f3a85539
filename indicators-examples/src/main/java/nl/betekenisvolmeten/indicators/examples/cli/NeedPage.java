package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.need.NeedBudget;
import nl.betekenisvolmeten.indicators.need.NeedRanking;
import nl.betekenisvolmeten.indicators.need.NeedReach;
import org.jspecify.annotations.Nullable;

/** Need by area in words: how it was made, a line for each area, and what it does not say. */
final class NeedPage {

    private final Terminal terminal;
    private final Texts texts;
    private final PrintWriter out;
    private final Lookup lookup;

    NeedPage(Terminal terminal, PrintWriter out, Lookup lookup) {
        this.terminal = terminal;
        texts = terminal.texts();
        this.out = out;
        this.lookup = lookup;
    }

    void write(NeedRanking.Report report) {
        NeedRanking ranking = report.ranking();
        paragraph(texts.of("need.method"));
        for (NeedRanking.Weight weight : ranking.weights()) {
            String direction = texts.of(weight.highMeansNeed() ? "need.high" : "need.low");
            out.println("  " + texts.of("need.weight", weight.characteristic(), weight.weight(), direction));
        }
        report.budget().ifPresent(budget -> paragraph(texts.of("need.spread", budget.factor())));
        out.println();
        table(report).print(terminal, out);
        report.ranking()
                .refused()
                .forEach((area, missing) ->
                        paragraph(texts.of("need.refused", lookup.areaName(area), String.join(", ", missing))));
        report.reach().ifPresent(this::concentration);
        out.println();
        paragraph(texts.of("need.limits"));
        out.flush();
    }

    private void paragraph(String text) {
        ScreenTable.paragraph(text, 0, terminal, out);
    }

    private ResultPage<NeedRanking.Row> table(NeedRanking.Report report) {
        ResultPage<NeedRanking.Row> page = new ResultPage<>(report.ranking().rows(), texts)
                .key("area", row -> lookup.areaName(row.area()))
                .number("rank", 0, row -> Optional.of(BigDecimal.valueOf(row.rank())))
                .number("rank_lower", 0, row -> Optional.of(BigDecimal.valueOf(row.rankLower())))
                .number("rank_upper", 0, row -> Optional.of(BigDecimal.valueOf(row.rankUpper())))
                .number("index", 2, row -> Optional.of(BigDecimal.valueOf(row.index())));
        report.budget().ifPresent(budget -> {
            Map<AreaCode, NeedBudget.Row> amounts = byArea(budget.rows(), NeedBudget.Row::area);
            page.number("amount_today", 0, row -> euros(amounts.get(row.area()), NeedBudget.Row::today))
                    .number(
                            "amount_by_inhabitants",
                            0,
                            row -> euros(amounts.get(row.area()), NeedBudget.Row::byInhabitants))
                    .number("amount_by_need", 0, row -> euros(amounts.get(row.area()), NeedBudget.Row::byNeed))
                    .number("amount_change", 0, row -> euros(amounts.get(row.area()), NeedBudget.Row::change));
        });
        report.reach().ifPresent(reach -> {
            Map<AreaCode, NeedReach.Row> reached = byArea(reach.rows(), NeedReach.Row::area);
            page.text("reached", row -> bounds(reached.get(row.area()), NeedReach.Row::reached))
                    .text("reached_per_1000", row -> bounds(reached.get(row.area()), NeedReach.Row::perThousand));
        });
        return page;
    }

    private static <R> Map<AreaCode, R> byArea(List<R> rows, Function<R, AreaCode> area) {
        return rows.stream().collect(Collectors.toMap(area, row -> row));
    }

    private static Optional<BigDecimal> euros(NeedBudget.@Nullable Row row, Function<NeedBudget.Row, Long> cents) {
        return Optional.ofNullable(row).map(cents).map(amount -> BigDecimal.valueOf(amount, 2));
    }

    private String bounds(NeedReach.@Nullable Row row, Function<NeedReach.Row, CellValue> value) {
        return Optional.ofNullable(row)
                .map(value)
                .map(one -> TotalsOutput.figure(one, texts))
                .orElse("");
    }

    private void concentration(NeedReach reach) {
        out.println();
        paragraph(reach.concentration()
                .map(bounds -> texts.of(
                        "need.concentration",
                        texts.number(BigDecimal.valueOf(bounds.lower()), 3),
                        texts.number(BigDecimal.valueOf(bounds.upper()), 3),
                        texts.of("need.concentration." + verdict(bounds))))
                .orElseGet(() -> texts.of("need.concentration.none")));
    }

    private static String verdict(NeedReach.Bounds bounds) {
        if (bounds.lower() > 0) {
            return "high";
        }
        return bounds.upper() < 0 ? "low" : "open";
    }
}
