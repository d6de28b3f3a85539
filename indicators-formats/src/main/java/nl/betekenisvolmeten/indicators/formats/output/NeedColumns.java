package nl.betekenisvolmeten.indicators.formats.output;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.formats.internal.result.Numbers;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.need.NeedBudget;
import nl.betekenisvolmeten.indicators.need.NeedRanking;
import nl.betekenisvolmeten.indicators.need.NeedReach;
import nl.betekenisvolmeten.indicators.validation.internal.SpreadsheetFormula;

/** The columns of need: a row for each area, with columns for each characteristic that was chosen. */
final class NeedColumns {

    private static final int CENTS = 2;

    private final TableColumns<AreaCode> columns = new TableColumns<>("need");
    private final NeedRanking.Report report;
    private final Map<AreaCode, NeedRanking.Row> needs = new HashMap<>();
    private final Map<AreaCode, NeedBudget.Row> budgets = new HashMap<>();
    private final Map<AreaCode, NeedReach.Row> reaches = new HashMap<>();

    private NeedColumns(NeedRanking.Report report) {
        this.report = report;
        report.ranking().rows().forEach(row -> needs.put(row.area(), row));
        report.budget().ifPresent(budget -> budget.rows().forEach(row -> budgets.put(row.area(), row)));
        report.reach().ifPresent(reach -> reach.rows().forEach(row -> reaches.put(row.area(), row)));
    }

    /** Returns the areas of a report: first those with an index, the greatest need first, and then those without. */
    static List<AreaCode> areas(NeedRanking.Report report) {
        return Stream.concat(
                        report.ranking().rows().stream().map(NeedRanking.Row::area),
                        report.ranking().refused().keySet().stream())
                .toList();
    }

    /** Returns the columns of a report: those of the ranking, then those of budget and reach if the report has them. */
    static List<TableColumn<AreaCode>> of(NeedRanking.Report report) {
        NeedColumns of = new NeedColumns(report);
        of.ranking();
        report.ranking().weights().forEach(of::characteristic);
        if (report.budget().isPresent()) {
            of.budget();
        }
        if (report.reach().isPresent()) {
            of.reach();
        }
        return of.columns.toList();
    }

    /** Returns all possible columns, with the given characteristics. */
    static List<ResultTables.Column> all(List<String> characteristics) {
        NeedRanking none = new NeedRanking(List.of(), List.of(), new TreeMap<>(), Findings.none());
        NeedColumns of = new NeedColumns(new NeedRanking.Report(none, Optional.empty(), Optional.empty()));
        of.ranking();
        characteristics.forEach(name -> of.characteristic(new NeedRanking.Weight(name, 1, true)));
        of.budget();
        of.reach();
        return TableColumn.written(of.columns.toList());
    }

    private void ranking() {
        columns.text("area_code", AreaCode::value)
                .text("status", area -> needs.containsKey(area) ? "exact" : "refused")
                .optionalText(
                        "missing",
                        area -> Optional.ofNullable(report.ranking().refused().get(area))
                                .map(names -> String.join(", ", names)))
                .optionalReal("index", area -> need(area).map(NeedRanking.Row::index))
                .optionalWhole("rank", area -> rank(area, NeedRanking.Row::rank))
                .optionalWhole("rank_lower", area -> rank(area, NeedRanking.Row::rankLower))
                .optionalWhole("rank_upper", area -> rank(area, NeedRanking.Row::rankUpper));
    }

    private void characteristic(NeedRanking.Weight weight) {
        String name = weight.characteristic();
        columns.about(SpreadsheetFormula.harmless(name))
                .real("weight: *", area -> weight.weight())
                .optionalReal(
                        "contribution: *",
                        area -> need(area).map(row -> row.contributions().get(name)))
                .optionalWhole(
                        "rank_without: *",
                        area -> need(area).map(row -> row.ranksWithout().get(name)).stream()
                                .mapToLong(Integer::longValue)
                                .findFirst());
    }

    private void budget() {
        columns.number("amount_today", area -> amount(area, NeedBudget.Row::today))
                .number("amount_by_inhabitants", area -> amount(area, NeedBudget.Row::byInhabitants))
                .number("amount_by_need", area -> amount(area, NeedBudget.Row::byNeed))
                .number("amount_change", area -> amount(area, NeedBudget.Row::change));
    }

    private void reach() {
        columns.number(
                        "reached",
                        area -> reach(area).flatMap(row -> row.reached().exact()))
                .number("reached_lower", area -> reach(area).flatMap(row -> Numbers.lower(row.reached())))
                .number("reached_upper", area -> reach(area).flatMap(row -> Numbers.upper(row.reached())))
                .optionalText(
                        "reached_status",
                        area -> reach(area).map(row -> row.reached().status().code()))
                .optionalText(
                        "reached_reason",
                        area -> reach(area).map(NeedReach.Row::reached).flatMap(TotalColumns::reason))
                .number("reached_per_1000_lower", area -> reach(area).flatMap(row -> Numbers.lower(row.perThousand())))
                .number("reached_per_1000_upper", area -> reach(area).flatMap(row -> Numbers.upper(row.perThousand())));
    }

    private Optional<NeedRanking.Row> need(AreaCode area) {
        return Optional.ofNullable(needs.get(area));
    }

    private OptionalLong rank(AreaCode area, ToLongFunction<NeedRanking.Row> rank) {
        return need(area).stream().mapToLong(rank).findFirst();
    }

    private Optional<BigDecimal> amount(AreaCode area, ToLongFunction<NeedBudget.Row> cents) {
        return Optional.ofNullable(budgets.get(area)).map(row -> BigDecimal.valueOf(cents.applyAsLong(row), CENTS));
    }

    private Optional<NeedReach.Row> reach(AreaCode area) {
        return Optional.ofNullable(reaches.get(area));
    }
}
