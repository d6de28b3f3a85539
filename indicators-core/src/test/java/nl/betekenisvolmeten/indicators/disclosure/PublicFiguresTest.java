package nl.betekenisvolmeten.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.need.NeedRanking;
import nl.betekenisvolmeten.indicators.need.NeedReach;
import nl.betekenisvolmeten.indicators.plot.Plot;
import nl.betekenisvolmeten.indicators.signal.SignalList;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.targets.TargetReport;
import nl.betekenisvolmeten.indicators.targets.TargetReport.UndecidedReason;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Achievement;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests what follows from public tables of a city where wijk 6 has few visitors, so that it and wijk 5 are hidden. */
class PublicFiguresTest {

    private static final long[][] WIJKEN = {
        {1, 203, 101}, {2, 311, 120}, {3, 55, 13}, {4, 402, 98}, {5, 88, 41}, {6, 3, 2}, {7, 88, 50}, {8, 64, 33}
    };

    private static final String QUARTERS = "wijk-kwartaal";

    private static final List<Indicator> INDICATORS = List.of(
            indicator("bezoeken", new Formula.Total("test", part(City.VISITS))),
            indicator(
                    "bijeenkomsten",
                    new Formula.PopulationRate("test", Per.THOUSAND, part(City.MEETINGS), Optional.empty())),
            indicator("deelnemers", new Formula.Total("test", part(City.PERSONS))),
            indicator("bereik", new Formula.PopulationRate("test", Per.THOUSAND, part(City.VISITS), Optional.empty())));

    private static Formula.Part part(ColumnName column) {
        return new Formula.Part(column, Map.of());
    }

    private static Indicator indicator(String id, Formula formula) {
        return new Indicator(
                IndicatorId.of(id),
                City.text(),
                City.text(),
                Optional.empty(),
                Indicator.Kind.KEY_FIGURE,
                Indicator.Aspect.OUTPUT,
                City.text(),
                formula,
                new Indicator.Direction.HigherIsBetter(),
                Set.of(AreaLevel.WIJK, AreaLevel.STADSDEEL, AreaLevel.GEMEENTE),
                PeriodKind.YEAR,
                new Indicator.Counting(City.text(), List.of(), List.of()),
                List.of(),
                Indicator.Use.withDefaults());
    }

    /** A thousand inhabitants in each area. */
    private static Population people() {
        Map<AreaCode, Population.Figures> all = new HashMap<>();
        for (AreaLevel level : AreaLevel.values()) {
            for (Area area : City.AREAS.areas(level)) {
                all.put(area.code(), new Population.Figures("2026", OptionalLong.of(1000), List.of()));
            }
        }
        return new Population("test", all);
    }

    private static Release release(long[][] wijken) {
        return DisclosureControl.of(List.of())
                .withPopulation(people())
                .protect(City.plan(), City.visits(wijken).build());
    }

    private static Target target(String indicator, String area, Target.Aim aim) {
        return new Target(
                IndicatorId.of(indicator),
                AreaCode.of(area),
                Period.ofYear(2026),
                aim,
                Optional.of(BigDecimal.ONE),
                "begroting");
    }

    private static Target.Aim atLeast(String value) {
        return new Target.Value(Target.Relation.AT_LEAST, new BigDecimal(value));
    }

    private static TargetReport.Line judged(Target target) {
        return release(WIJKEN)
                .targets(INDICATORS, INDICATORS, List.of(), List.of(target))
                .table()
                .lines()
                .get(0);
    }

    /**
     * Wijk 4 has 402 visits, published as 400: the number may be 398 to 402, and so may the number per 1,000
     * inhabitants.
     */
    @ParameterizedTest
    @CsvSource({
        "bezoeken, 398, MET",
        "bezoeken, 400, NOT_DECIDED",
        "bezoeken, 402, NOT_DECIDED",
        "bezoeken, 403, NOT_MET",
        "bereik, 398, MET",
        "bereik, 402, NOT_DECIDED",
        "bereik, 402.5, NOT_MET"
    })
    void aTarget_isMetByAllNumbersThatRoundToThePublishedOne_orIsNotDecided(
            String indicator, String value, Outcome outcome) {
        TargetReport.Line line = judged(target(indicator, City.wijk(4), atLeast(value)));
        assertThat(line.result().outcome()).isEqualTo(outcome);
        assertThat(line.result().steps().get(0).realised().value())
                .isEqualTo(CellValue.between(new BigDecimal("398"), new BigDecimal("402")));
        assertThat(line.evidence().get(0).source()).isEqualTo("plan@1");
    }

    /** If rounded so that parts add up, 402 becomes 400 or 405, and the true number may differ by up to 4. */
    @Test
    void aTarget_onRoundingThatAddsUp_isJudgedByAllNumbersLessThanTheBaseAway() {
        CellValue realised = DisclosureControl.of(List.of())
                .withPopulation(people())
                .protect(City.additive(City.plan().parts()), City.visits(WIJKEN).build())
                .targets(INDICATORS, INDICATORS, List.of(), List.of(target("bezoeken", City.wijk(4), atLeast("398"))))
                .table()
                .lines()
                .get(0)
                .result()
                .steps()
                .get(0)
                .realised()
                .value();
        assertThat(realised)
                .isIn(
                        CellValue.between(BigDecimal.valueOf(396), BigDecimal.valueOf(404)),
                        CellValue.between(BigDecimal.valueOf(401), BigDecimal.valueOf(409)));
    }

    /** 88 visits would meet one target, and 3 would miss the other; both are hidden. */
    @ParameterizedTest
    @CsvSource({"5, bezoeken, 50", "6, bezoeken, 50", "5, deelnemers, 1", "5, bereik, 1"})
    void aTargetOnAHiddenFigure_isWithheld(int wijk, String indicator, String value) {
        TargetReport.Line line = judged(target(indicator, City.wijk(wijk), atLeast(value)));
        assertThat(line.result().outcome()).isEqualTo(Outcome.WITHHELD);
        assertThat(line.lacks()).containsExactly(UndecidedReason.HIDDEN);
        assertThat(line.result().bands()).isEmpty();
        assertThat(line.result().achievement()).isEqualTo(new Achievement.Undefined(Achievement.Reason.NO_FIGURE));
        assertThat(line.result().realisedChange()).isEmpty();
        assertThat(line.result().steps().get(0).realised().value()).isEqualTo(new CellValue.Suppressed());
    }

    /** Deel A has 971 visits, deel B 179 and deel C 64, published as 970, 180 and 65: together 1,209 to 1,221. */
    @Test
    void aTargetOnTheCity_isJudgedByItsParts() {
        TargetReport.Line visits = judged(target("bezoeken", "GM0518", atLeast("1209")));
        assertThat(visits.result().outcome()).isEqualTo(Outcome.MET);
        assertThat(visits.result().steps().get(0).realised().value())
                .isEqualTo(CellValue.between(new BigDecimal("1209"), new BigDecimal("1221")));
    }

    /** The persons of deel A are only known between bounds, so they are not published. */
    @Test
    void aTargetOnPartsThatAreWithheld_isNotDefined() {
        TargetReport.Line persons = judged(target("deelnemers", "GM0518", atLeast("1")));
        assertThat(persons.result().outcome()).isEqualTo(Outcome.NOT_DEFINED);
        assertThat(persons.lacks()).containsExactly(UndecidedReason.NO_FIGURE);
    }

    /**
     * Persons may be in several wijken: at least the 118 of the largest, and at most 490 + 8 x 2 in all of them
     * together.
     */
    @Test
    void persons_doNotAddUp() {
        PublicationPlan plan = City.plan(
                City.plan().policy(), List.of(City.part(City.WIJKEN, AreaLevel.WIJK, PeriodKind.YEAR, false)));
        CountTable rows = City.visits(new long[][] {
                    {1, 203, 101},
                    {2, 311, 120},
                    {3, 55, 13},
                    {4, 402, 98},
                    {5, 88, 41},
                    {6, 77, 30},
                    {7, 91, 50},
                    {8, 64, 33}
                })
                .build();
        assertThat(DisclosureControl.of(List.of())
                        .protect(plan, rows)
                        .targets(
                                INDICATORS,
                                INDICATORS,
                                List.of(),
                                List.of(target("deelnemers", "GM0518", atLeast("118"))))
                        .table()
                        .lines())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.result().outcome()).isEqualTo(Outcome.MET);
                    assertThat(line.result().steps().get(0).realised().value())
                            .isEqualTo(CellValue.between(new BigDecimal("118"), new BigDecimal("506")));
                });
    }

    @Test
    void aTargetOnEveryWijk_leavesTheHiddenOnesOut() {
        TargetReport.Line line =
                judged(target("bezoeken", "GM0518", new Target.InEveryArea(AreaLevel.WIJK, new BigDecimal("50"))));
        assertThat(line.result().outcome()).isEqualTo(Outcome.WITHHELD);
        assertThat(line.result().steps())
                .filteredOn(step -> step.outcome() == Outcome.WITHHELD)
                .extracting(step -> step.area().value())
                .containsExactly(City.wijk(5), City.wijk(6));
    }

    @Test
    void targetsThatTheTablesSayNothingOf_areNotDecided() {
        assertThat(judged(target("onbekend", City.wijk(4), atLeast("1"))).lacks())
                .containsExactly(UndecidedReason.UNKNOWN_INDICATOR);
        Target quarter = new Target(
                IndicatorId.of("bezoeken"),
                AreaCode.of(City.wijk(4)),
                Period.ofCode("2026KW01"),
                atLeast("1"),
                Optional.empty(),
                "begroting");
        assertThat(judged(quarter).lacks()).containsExactly(UndecidedReason.NOT_FED);
        Release withoutSome = release(new long[][] {{1, 203, 101}});
        TargetReport.Line missing = withoutSome
                .targets(INDICATORS, INDICATORS, List.of(), List.of(target("bezoeken", City.wijk(8), atLeast("1"))))
                .table()
                .lines()
                .get(0);
        assertThat(missing.result().outcome()).isEqualTo(Outcome.NOT_ENOUGH_DATA);
        assertThat(missing.lacks()).containsExactly(UndecidedReason.NO_ROWS);
    }

    /**
     * Ten quarters of eight wijken with about 100 visits and 40 visitors each. Wijk 1 has 302 visits in the last
     * quarter, and wijk 5 has hidden visits in the second.
     */
    private static Release quarters(long inWijk5) {
        CountTable.Builder rows = CountTable.builder(City.STRUCTURE);
        List<String> quarters = Stream.concat(
                        Stream.of(2024, 2025).flatMap(year -> Period.ofYear(year).parts(PeriodKind.QUARTER).stream()),
                        Stream.of(Period.ofQuarter(2026, 1), Period.ofQuarter(2026, 2)))
                .map(Period::code)
                .toList();
        for (int wijk = 1; wijk <= 8; wijk++) {
            for (int quarter = 0; quarter < quarters.size(); quarter++) {
                boolean hidden = wijk == 5 && quarter == 1;
                long visits = wijk == 1 && quarter == 9 ? 302 : hidden ? inWijk5 : 98 + (wijk + quarter) % 5;
                City.row(
                        rows, wijk, quarters.get(quarter), "oud", new long[] {visits, hidden ? inWijk5 : 40, 20, 3000});
            }
        }
        PublicationPlan plan = City.plan(
                City.plan().policy(), List.of(City.part(QUARTERS, AreaLevel.WIJK, PeriodKind.QUARTER, false)));
        return DisclosureControl.of(List.of()).withPopulation(people()).protect(plan, rows.build());
    }

    @Test
    void signals_areTestedOnPublishedFigures_andNotWhereOneIsHidden() {
        SignalList signals = quarters(4).signals(QUARTERS, INDICATORS).table();
        assertThat(signals.lookedAt()).isEqualTo(4 * 7);
        assertThat(signals.rows())
                .extracting(row -> row.series().area().code().value())
                .doesNotContain(City.wijk(5))
                .contains(City.wijk(1), City.wijk(2), City.wijk(6));
        assertThat(signals.signals())
                .extracting(row -> row.series().area().code().value())
                .containsOnly(City.wijk(1));
        assertThat(signals.signals().get(0).point().numerator()).isEqualTo(CellValue.of(300));
        assertThat(signals.rows())
                .allSatisfy(row -> assertThat(row.point().reporters()).isZero());
        assertThat(quarters(7).signals(QUARTERS, INDICATORS).table()).isEqualTo(signals);
    }

    @Test
    void aTableWithCategories_orNone_hasNoSignals() {
        assertThatThrownBy(() -> quarters(4).signals("x", INDICATORS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x");
    }

    private static Map<Plot.Kind, List<Plot>> plots(long[][] wijken, String table) {
        return release(wijken).plots(table, INDICATORS).table().stream().collect(Collectors.groupingBy(Plot::kind));
    }

    private static List<Plot> all(Map<Plot.Kind, List<Plot>> plots, Plot.Kind kind, String indicator) {
        return plots.getOrDefault(kind, List.of()).stream()
                .filter(plot -> plot.key().startsWith(indicator))
                .toList();
    }

    /** From low to high: wijk 3 with 55, 8 with 65, 7 with 90, 1 with 205, 2 with 310 and 4 with 400. */
    @Test
    void plots_haveNoPointOfAHiddenFigure_andNoLineOfItsCity() {
        Map<Plot.Kind, List<Plot>> plots = plots(WIJKEN, City.WIJKEN);
        assertThat(all(plots, Plot.Kind.CATERPILLAR, "bereik")).singleElement().satisfies(plot -> {
            assertThat(plot.points())
                    .extracting(Plot.Point::key)
                    .containsExactly(
                            City.wijk(3), City.wijk(8), City.wijk(7), City.wijk(1), City.wijk(2), City.wijk(4));
            assertThat(plot.points())
                    .extracting(point -> point.position().y())
                    .containsExactly(55.0, 65.0, 90.0, 205.0, 310.0, 400.0);
            assertThat(plot.lines()).isEmpty();
        });
        assertThat(all(plots, Plot.Kind.FUNNEL, "bijeenkomsten")).isEmpty();
        assertThat(plots.values())
                .allSatisfy(kind -> assertThat(kind)
                        .allSatisfy(plot -> assertThat(plot.points())
                                .extracting(Plot.Point::key)
                                .doesNotContain(City.wijk(5), City.wijk(6))));
    }

    /** The mean of 970, 180 and 65 visits for a thousand inhabitants each is 405. */
    @Test
    void plots_whereNothingIsHidden_haveTheLineOfTheCity() {
        Map<Plot.Kind, List<Plot>> plots = plots(WIJKEN, City.STADSDELEN);
        assertThat(all(plots, Plot.Kind.FUNNEL, "bijeenkomsten")).hasSize(1);
        assertThat(all(plots, Plot.Kind.CATERPILLAR, "bereik"))
                .singleElement()
                .satisfies(plot -> assertThat(plot.lines())
                        .singleElement()
                        .satisfies(
                                line -> assertThat(line.positions().get(0).y()).isEqualTo(405.0)));
    }

    @Test
    void aControlChart_isDrawnOnlyWhereNoFigureIsHidden() {
        List<Plot> plots = quarters(4).plots(QUARTERS, INDICATORS).table();
        assertThat(plots)
                .filteredOn(plot -> plot.kind() == Plot.Kind.CONTROL_CHART)
                .extracting(Plot::key)
                .contains("bezoeken/" + City.wijk(4), "bereik/" + City.wijk(6))
                .noneMatch(key -> key.endsWith(City.wijk(5)));
        assertThat(quarters(7).plots(QUARTERS, INDICATORS).table()).isEqualTo(plots);
    }

    /** Returns a report in which need increases with the number of a wijk. */
    private static NeedRanking.Report need(long[][] wijken) {
        List<NeedRanking.Fact> facts = LongStream.rangeClosed(1, 8)
                .mapToObj(wijk -> new NeedRanking.Fact(AreaCode.of(City.wijk(wijk)), "laag inkomen", wijk))
                .toList();
        return release(wijken)
                .need(NeedRanking.of(List.of(new NeedRanking.Weight("laag inkomen", 1, true)), facts), City.PERSONS)
                .table();
    }

    /** 98 persons are published as 100, which may be 98 to 102; wijk 6 ranks third in need, whatever its reach. */
    @Test
    void need_hasNoReachOfAHiddenFigure_andNoConcentration() {
        NeedReach reach = need(WIJKEN).reach().orElseThrow();
        assertThat(reach.rows())
                .extracting(row -> row.area().value())
                .startsWith(City.wijk(8), City.wijk(7), City.wijk(6), City.wijk(5), City.wijk(4));
        assertThat(reach.rows())
                .extracting(NeedReach.Row::perThousand)
                .containsSequence(
                        new CellValue.Suppressed(),
                        new CellValue.Suppressed(),
                        CellValue.between(new BigDecimal("98"), new BigDecimal("102")));
        assertThat(reach.concentration()).isEmpty();
        long[][] other = WIJKEN.clone();
        other[5] = new long[] {6, 4, 3};
        assertThat(need(other)).isEqualTo(need(WIJKEN));
        other[5] = new long[] {6, 77, 30};
        assertThat(need(other).reach().orElseThrow().concentration()).isPresent();
    }
}
