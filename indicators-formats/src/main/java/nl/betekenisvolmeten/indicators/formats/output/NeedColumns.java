package nl.betekenisvolmeten.indicators.formats.output;

import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.number;
import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.optionalReal;
import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.optionalText;
import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.optionalWhole;
import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.real;
import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.formats.internal.result.Numbers;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.need.NeedBudget;
import nl.betekenisvolmeten.indicators.need.NeedRanking;
import nl.betekenisvolmeten.indicators.need.NeedReach;
import nl.betekenisvolmeten.indicators.validation.internal.SpreadsheetFormula;

/** The columns of need: a row for each area, with columns for each characteristic that was chosen. */
final class NeedColumns {

    private static final int CENTS = 2;

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

    /** The areas of a report: those with an index, most need first, then those without. */
    static List<AreaCode> areas(NeedRanking.Report report) {
        return Stream.concat(
                        report.ranking().rows().stream().map(NeedRanking.Row::area),
                        report.ranking().refused().keySet().stream())
                .toList();
    }

    /** The columns of a report: those of the ranking, then those of budget and reach where the report has them. */
    static List<TableColumn<AreaCode>> of(NeedRanking.Report report) {
        NeedColumns columns = new NeedColumns(report);
        List<TableColumn<AreaCode>> all = new ArrayList<>(columns.ranking());
        report.ranking().weights().forEach(weight -> all.addAll(columns.characteristic(weight)));
        if (report.budget().isPresent()) {
            all.addAll(columns.budget());
        }
        if (report.reach().isPresent()) {
            all.addAll(columns.reach());
        }
        return List.copyOf(all);
    }

    /** Every column that a report by these characteristics may have. */
    static List<ResultColumn> all(List<String> characteristics) {
        NeedRanking none = new NeedRanking(List.of(), List.of(), new TreeMap<>(), Findings.none());
        NeedColumns columns = new NeedColumns(new NeedRanking.Report(none, Optional.empty(), Optional.empty()));
        List<TableColumn<AreaCode>> all = new ArrayList<>(columns.ranking());
        characteristics.forEach(name -> all.addAll(columns.characteristic(new NeedRanking.Weight(name, 1, true))));
        all.addAll(columns.budget());
        all.addAll(columns.reach());
        return TableColumn.written(all);
    }

    private List<TableColumn<AreaCode>> ranking() {
        return List.of(
                text("area_code", "Code van het gebied", "Code of the area", AreaCode::value),
                text(
                        "status",
                        "exact, of refused (niet te geven) als een kenmerk ontbreekt",
                        "exact, or refused where a characteristic is missing",
                        area -> needs.containsKey(area) ? "exact" : "refused"),
                optionalText(
                        "missing",
                        "De kenmerken die ontbreken",
                        "The characteristics that are missing",
                        area -> Optional.ofNullable(report.ranking().refused().get(area))
                                .map(names -> String.join(", ", names))),
                optionalReal(
                        "index",
                        "Behoefte: 0 is het gemiddelde gebied, meer is meer behoefte",
                        "Need: 0 is the average area, more is more need",
                        area -> need(area).map(NeedRanking.Row::index)),
                rank("rank", "1 voor de meeste behoefte", "1 for most need", NeedRanking.Row::rank),
                rank(
                        "rank_lower",
                        "De hoogste plaats met of zonder één van de kenmerken",
                        "The highest place with or without any one characteristic",
                        NeedRanking.Row::rankLower),
                rank(
                        "rank_upper",
                        "De laagste plaats met of zonder één van de kenmerken",
                        "The lowest place with or without any one characteristic",
                        NeedRanking.Row::rankUpper));
    }

    private List<TableColumn<AreaCode>> characteristic(NeedRanking.Weight weight) {
        String name = weight.characteristic();
        String safe = SpreadsheetFormula.harmless(name);
        return List.of(
                real(
                        "weight: " + safe,
                        "Hoe zwaar het telt: een keuze",
                        "How much it counts: a choice",
                        area -> weight.weight()),
                optionalReal(
                        "contribution: " + safe,
                        "Wat het bijdraagt aan de index",
                        "What it adds to the index",
                        area -> need(area).map(row -> row.contributions().get(name))),
                optionalWhole(
                        "rank_without: " + safe,
                        "De plaats als dit kenmerk niet meetelt",
                        "The rank when it is left out",
                        area -> need(area).map(row -> row.ranksWithout().get(name)).stream()
                                .mapToLong(Integer::longValue)
                                .findFirst()));
    }

    private List<TableColumn<AreaCode>> budget() {
        return List.of(
                amount(
                        "amount_today",
                        "Wat het gebied nu krijgt, in euro",
                        "What the area has, in euros",
                        NeedBudget.Row::today),
                amount(
                        "amount_by_inhabitants",
                        "Als iedereen even zwaar telt, in euro",
                        "If everybody counted alike, in euros",
                        NeedBudget.Row::byInhabitants),
                amount("amount_by_need", "Naar behoefte, in euro", "By need, in euros", NeedBudget.Row::byNeed),
                amount(
                        "amount_change",
                        "Naar behoefte min wat het gebied nu krijgt, in euro",
                        "By need less what it has, in euros",
                        NeedBudget.Row::change));
    }

    private List<TableColumn<AreaCode>> reach() {
        return List.of(
                reach(
                        "reached",
                        "Hoeveel mensen zijn bereikt, als dat precies bekend is",
                        "How many were reached, where exact",
                        row -> row.reached().exact()),
                reach(
                        "reached_lower",
                        "Het minste dat het kan zijn",
                        "Lower bound",
                        row -> Numbers.lower(row.reached())),
                reach(
                        "reached_upper",
                        "Het meeste dat het kan zijn",
                        "Upper bound",
                        row -> Numbers.upper(row.reached())),
                optionalText(
                        "reached_status",
                        "exact, between (tussen twee grenzen), refused (niet te geven), suppressed (verborgen) of missing"
                                + " (niet geleverd)",
                        "exact, between, refused, suppressed or missing",
                        area -> Optional.ofNullable(reaches.get(area))
                                .map(NeedReach.Row::reached)
                                .map(CellValue::status)
                                .map(CellValue.Status::code)),
                optionalText(
                        "reached_reason",
                        "Waarom reached niet te geven is: " + TotalColumns.REASONS_NL,
                        "Why reached is refused: " + TotalColumns.REASONS_EN,
                        area -> Optional.ofNullable(reaches.get(area))
                                .map(NeedReach.Row::reached)
                                .flatMap(TotalColumns::reason)),
                reach(
                        "reached_per_1000_lower",
                        "Het minste per 1.000 inwoners",
                        "The least by 1,000 inhabitants",
                        row -> Numbers.lower(row.perThousand())),
                reach(
                        "reached_per_1000_upper",
                        "Het meeste per 1.000 inwoners",
                        "The most by 1,000 inhabitants",
                        row -> Numbers.upper(row.perThousand())));
    }

    private Optional<NeedRanking.Row> need(AreaCode area) {
        return Optional.ofNullable(needs.get(area));
    }

    private TableColumn<AreaCode> rank(String name, String nl, String en, ToLongFunction<NeedRanking.Row> rank) {
        return optionalWhole(
                name,
                nl,
                en,
                area -> need(area)
                        .map(row -> OptionalLong.of(rank.applyAsLong(row)))
                        .orElseGet(OptionalLong::empty));
    }

    private TableColumn<AreaCode> amount(String name, String nl, String en, ToLongFunction<NeedBudget.Row> cents) {
        return number(
                name,
                nl,
                en,
                area -> Optional.ofNullable(budgets.get(area))
                        .map(row -> BigDecimal.valueOf(cents.applyAsLong(row), CENTS)));
    }

    private TableColumn<AreaCode> reach(
            String name, String nl, String en, Function<NeedReach.Row, Optional<BigDecimal>> value) {
        return number(
                name, nl, en, area -> Optional.ofNullable(reaches.get(area)).flatMap(value));
    }
}
