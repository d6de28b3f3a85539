package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.need.NeedBudget;
import nl.betekenisvolmeten.indicators.need.NeedRanking;
import nl.betekenisvolmeten.indicators.need.NeedReach;
import nl.betekenisvolmeten.indicators.need.NeedReport;
import nl.betekenisvolmeten.indicators.need.NeedWeight;

/** Need by area in words: how it was made, a line for each area, and what it does not say. */
final class NeedPage {

    private static final String NONE = "–";

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
        ScreenTable table = table(report);
        ranking.rows().forEach(row -> table.row(cells(row, report)));
        ranking.refused()
                .forEach((area, missing) ->
                        table.below(texts.of("need.refused", catalogue.areaName(area), String.join(", ", missing))));
        table.print(terminal, out);
        report.reach().ifPresent(this::concentration);
        out.println();
        paragraph(texts.of("need.limits"));
        out.flush();
    }

    private void paragraph(String text) {
        ScreenTable.paragraph(text, terminal, out);
    }

    private ScreenTable table(NeedReport report) {
        ScreenTable table = new ScreenTable()
                .key(texts.of("need.area"))
                .number(texts.of("need.rank"))
                .number(texts.of("need.ranks"))
                .number(texts.of("need.index"));
        if (report.budget().isPresent()) {
            table.number(texts.of("need.today"))
                    .number(texts.of("need.byInhabitants"))
                    .number(texts.of("need.byNeed"))
                    .number(texts.of("need.change"));
        }
        if (report.reach().isPresent()) {
            table.number(texts.of("need.reached")).number(texts.of("need.perThousand"));
        }
        return table;
    }

    private List<String> cells(NeedRanking.Row row, NeedReport report) {
        List<String> cells = new ArrayList<>(List.of(
                catalogue.areaName(row.area()),
                Integer.toString(row.rank()),
                row.rankLeast() + "–" + row.rankMost(),
                decimals(BigDecimal.valueOf(row.index()), 2)));
        report.budget()
                .ifPresent(budget -> cells.addAll(budget.rows().stream()
                        .filter(one -> one.area().equals(row.area()))
                        .findFirst()
                        .map(this::amounts)
                        .orElse(List.of(NONE, NONE, NONE, NONE))));
        report.reach()
                .ifPresent(reach -> reach.rows().stream()
                        .filter(one -> one.area().equals(row.area()))
                        .forEach(one -> cells.addAll(List.of(bounds(one.reached(), 0), bounds(one.perThousand(), 1)))));
        return cells;
    }

    private List<String> amounts(NeedBudget.Row row) {
        return List.of(euros(row.today()), euros(row.byInhabitants()), euros(row.byNeed()), euros(row.change()));
    }

    private String euros(long cents) {
        return decimals(BigDecimal.valueOf(cents, 2), 0);
    }

    private String bounds(CellValue value, int scale) {
        String least = shown(value.least(), scale);
        String most = shown(value.most(), scale);
        return least.equals(most) ? least : texts.of("targets.between", least, most);
    }

    private String shown(Optional<BigDecimal> value, int scale) {
        return value.map(number -> decimals(number, scale)).orElse(NONE);
    }

    private String decimals(BigDecimal value, int scale) {
        return texts.number(value, scale);
    }

    private void concentration(NeedReach reach) {
        out.println();
        paragraph(reach.concentration()
                .map(bounds -> texts.of(
                        "need.concentration",
                        decimals(BigDecimal.valueOf(bounds.lower()), 3),
                        decimals(BigDecimal.valueOf(bounds.upper()), 3),
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
