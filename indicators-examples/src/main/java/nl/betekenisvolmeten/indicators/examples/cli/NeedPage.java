package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.need.NeedBudget;
import nl.betekenisvolmeten.indicators.need.NeedRanking;
import nl.betekenisvolmeten.indicators.need.NeedReach;
import nl.betekenisvolmeten.indicators.need.NeedReport;

/** Need by area in words: how it was made, a line for each area, and what it does not say. */
final class NeedPage {

    private static final String NONE = "–";

    private final Texts texts;
    private final PrintWriter out;

    NeedPage(Terminal terminal) {
        texts = terminal.texts();
        out = terminal.out();
    }

    void write(NeedReport report) {
        NeedRanking ranking = report.ranking();
        out.println(texts.of("need.method"));
        for (NeedRanking.Weight weight : ranking.weights()) {
            String direction = texts.of(weight.highMeansNeed() ? "need.high" : "need.low");
            out.println("  " + texts.of("need.weight", weight.characteristic(), weight.weight(), direction));
        }
        report.budget().ifPresent(budget -> out.println(texts.of("need.spread", budget.factor())));
        out.println();
        line(headers(report));
        ranking.rows().forEach(row -> line(cells(row, report)));
        ranking.refused()
                .forEach((area, missing) ->
                        out.println("  " + texts.of("need.refused", name(area), String.join(", ", missing))));
        report.reach().ifPresent(this::concentration);
        out.println();
        out.println(texts.of("need.limits"));
    }

    private List<String> headers(NeedReport report) {
        List<String> headers = new ArrayList<>(
                List.of(texts.of("need.area"), texts.of("need.rank"), texts.of("need.ranks"), texts.of("need.index")));
        if (report.budget().isPresent()) {
            headers.addAll(List.of(
                    texts.of("need.today"),
                    texts.of("need.byInhabitants"),
                    texts.of("need.byNeed"),
                    texts.of("need.change")));
        }
        if (report.reach().isPresent()) {
            headers.addAll(List.of(texts.of("need.reached"), texts.of("need.perThousand")));
        }
        return headers;
    }

    private List<String> cells(NeedRanking.Row row, NeedReport report) {
        List<String> cells = new ArrayList<>(List.of(
                name(row.area()),
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
        return texts.of("number", value.setScale(scale, RoundingMode.HALF_UP));
    }

    private void concentration(NeedReach reach) {
        out.println();
        out.println(reach.concentration()
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

    private void line(List<String> cells) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %-26s", cells.get(0)));
        for (int i = 1; i < cells.size(); i++) {
            line.append(String.format(Locale.ROOT, i < 4 ? " %8s" : " %16s", cells.get(i)));
        }
        out.println(line);
    }

    private static String name(AreaCode code) {
        return Definitions.bundled()
                .areas("denhaag")
                .flatMap(list -> list.hierarchy().find(code))
                .map(Area::name)
                .orElse(code.value());
    }
}
