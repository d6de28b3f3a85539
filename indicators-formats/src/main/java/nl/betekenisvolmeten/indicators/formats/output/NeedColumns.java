package nl.betekenisvolmeten.indicators.formats.output;

import static nl.betekenisvolmeten.indicators.formats.output.ResultColumn.number;
import static nl.betekenisvolmeten.indicators.formats.output.ResultColumn.text;
import static nl.betekenisvolmeten.indicators.formats.output.ResultColumn.whole;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.need.NeedBudget;
import nl.betekenisvolmeten.indicators.need.NeedRanking;
import nl.betekenisvolmeten.indicators.need.NeedReach;
import nl.betekenisvolmeten.indicators.need.NeedReport;
import nl.betekenisvolmeten.indicators.validation.SpreadsheetFormula;

/** The columns of a file about need: a row for each area, with columns for each characteristic that was chosen. */
public final class NeedColumns {

    private static final int CENTS = 2;

    private final NeedReport report;
    private final Map<AreaCode, NeedRanking.Row> needs = new HashMap<>();
    private final Map<AreaCode, NeedBudget.Row> budgets = new HashMap<>();
    private final Map<AreaCode, NeedReach.Row> reaches = new HashMap<>();

    private NeedColumns(NeedReport report) {
        this.report = report;
        report.ranking().rows().forEach(row -> needs.put(row.area(), row));
        report.budget().ifPresent(budget -> budget.rows().forEach(row -> budgets.put(row.area(), row)));
        report.reach().ifPresent(reach -> reach.rows().forEach(row -> reaches.put(row.area(), row)));
    }

    /**
     * The areas of a report: those with an index, most need first, then those without.
     *
     * @param report the report
     * @return the areas
     */
    public static List<AreaCode> areas(NeedReport report) {
        return Stream.concat(
                        report.ranking().rows().stream().map(NeedRanking.Row::area),
                        report.ranking().refused().keySet().stream())
                .toList();
    }

    /**
     * The columns of a report.
     *
     * @param report the report
     * @return the columns of the ranking, then those of budget and reach where the report has them
     */
    public static List<ResultColumn<AreaCode>> of(NeedReport report) {
        NeedColumns columns = new NeedColumns(report);
        List<ResultColumn<AreaCode>> all = new ArrayList<>(columns.ranking());
        report.ranking().weights().forEach(weight -> all.addAll(columns.characteristic(weight)));
        if (report.budget().isPresent()) {
            all.addAll(columns.budget());
        }
        if (report.reach().isPresent()) {
            all.addAll(columns.reach());
        }
        return List.copyOf(all);
    }

    private List<ResultColumn<AreaCode>> ranking() {
        return List.of(
                text("area_code", "Code of the area", area -> Optional.of(area.value())),
                text(
                        "status",
                        "exact, or refused where a characteristic is missing",
                        area -> Optional.of(needs.containsKey(area) ? "exact" : "refused")),
                text(
                        "missing",
                        "The characteristics that are missing",
                        area -> Optional.ofNullable(report.ranking().refused().get(area))
                                .map(names -> String.join(", ", names))),
                number(
                        "index",
                        "Need: 0 is the average area, more is more need",
                        area -> need(area).map(row -> Numbers.text(row.index()))),
                whole("rank", "1 for most need", area -> need(area).map(row -> (long) row.rank())),
                whole(
                        "rank_lower",
                        "The highest place with or without any one characteristic",
                        area -> need(area).map(row -> (long) row.rankLeast())),
                whole(
                        "rank_upper",
                        "The lowest place with or without any one characteristic",
                        area -> need(area).map(row -> (long) row.rankMost())));
    }

    private List<ResultColumn<AreaCode>> characteristic(NeedRanking.Weight weight) {
        String name = weight.characteristic();
        String safe = SpreadsheetFormula.harmless(name);
        return List.of(
                number(
                        "weight: " + safe,
                        "How much it counts: a choice",
                        area -> Optional.of(Numbers.text(weight.weight()))),
                number(
                        "contribution: " + safe,
                        "What it adds to the index",
                        area -> need(area)
                                .map(row -> row.contributions().get(name))
                                .map(Numbers::text)),
                whole(
                        "rank_without: " + safe,
                        "The rank when it is left out",
                        area -> need(area)
                                .map(row -> row.ranksWithout().get(name))
                                .map(Integer::longValue)));
    }

    private List<ResultColumn<AreaCode>> budget() {
        return List.of(
                amount("amount_today", "What the area has, in euros", NeedBudget.Row::today),
                amount("amount_by_inhabitants", "If everybody counted alike, in euros", NeedBudget.Row::byInhabitants),
                amount("amount_by_need", "By need, in euros", NeedBudget.Row::byNeed),
                amount("amount_change", "By need less what it has, in euros", NeedBudget.Row::change));
    }

    private List<ResultColumn<AreaCode>> reach() {
        return List.of(
                reach(
                        "reached",
                        "How many were reached, where exact",
                        row -> row.reached().exact()),
                reach(
                        "reached_lower",
                        "The least it can be",
                        row -> row.reached().least()),
                reach(
                        "reached_upper",
                        "The most it can be",
                        row -> row.reached().most()),
                text(
                        "reached_status",
                        "exact, between, refused, suppressed or missing",
                        area -> Optional.ofNullable(reaches.get(area))
                                .map(NeedReach.Row::reached)
                                .map(CellValue::status)
                                .map(CellValue.Status::code)),
                reach(
                        "reached_per_1000_lower",
                        "The least by 1,000 inhabitants",
                        row -> row.perThousand().least()),
                reach(
                        "reached_per_1000_upper",
                        "The most by 1,000 inhabitants",
                        row -> row.perThousand().most()));
    }

    private Optional<NeedRanking.Row> need(AreaCode area) {
        return Optional.ofNullable(needs.get(area));
    }

    private ResultColumn<AreaCode> amount(String name, String description, Function<NeedBudget.Row, Long> cents) {
        return number(
                name,
                description,
                area -> Optional.ofNullable(budgets.get(area))
                        .map(row -> Numbers.text(BigDecimal.valueOf(cents.apply(row), CENTS))));
    }

    private ResultColumn<AreaCode> reach(
            String name, String description, Function<NeedReach.Row, Optional<BigDecimal>> value) {
        return number(
                name,
                description,
                area -> Optional.ofNullable(reaches.get(area)).flatMap(value).map(Numbers::text));
    }
}
