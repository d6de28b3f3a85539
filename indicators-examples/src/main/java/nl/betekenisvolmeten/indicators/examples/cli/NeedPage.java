package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import nl.betekenisvolmeten.indicators.formats.output.NeedColumns;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.need.NeedRanking;
import nl.betekenisvolmeten.indicators.need.NeedReach;
import nl.betekenisvolmeten.indicators.need.NeedReport;
import nl.betekenisvolmeten.indicators.need.NeedWeight;

/** Need by area in words: how it was made, a line for each area, and what it does not say. */
final class NeedPage {

    private final Terminal terminal;
    private final Texts texts;
    private final PrintWriter out;
    private final Catalogue catalogue;

    NeedPage(Terminal terminal, PrintWriter out, Catalogue catalogue) {
        this.terminal = terminal;
        texts = terminal.texts();
        this.out = out;
        this.catalogue = catalogue;
    }

    void write(NeedReport report) {
        NeedRanking ranking = report.ranking();
        paragraph(texts.of("need.method"));
        for (NeedWeight weight : ranking.weights()) {
            String direction = texts.of(weight.highMeansNeed() ? "need.high" : "need.low");
            out.println("  " + texts.of("need.weight", weight.characteristic(), weight.weight(), direction));
        }
        report.budget().ifPresent(budget -> paragraph(texts.of("need.spread", budget.factor())));
        out.println();
        table(report).print(NeedColumns.areas(report), terminal, out);
        report.reach().ifPresent(this::concentration);
        out.println();
        paragraph(texts.of("need.limits"));
        out.flush();
    }

    private void paragraph(String text) {
        ScreenTable.paragraph(text, 0, terminal, out);
    }

    private ResultPage<AreaCode> table(NeedReport report) {
        ResultPage<AreaCode> page = ResultPage.of(NeedColumns.of(report), texts)
                .key("area_code", code -> catalogue.areaName(AreaCode.of(code)))
                .numbers("rank", "rank_lower", "rank_upper")
                .numbers("index");
        if (report.budget().isPresent()) {
            page.numbers("amount_today", "amount_by_inhabitants", "amount_by_need", "amount_change");
        }
        if (report.reach().isPresent()) {
            page.numbers("reached_lower", "reached_upper").numbers("reached_per_1000_lower", "reached_per_1000_upper");
        }
        return report.ranking().refused().isEmpty() ? page : page.text("missing", names -> names);
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
