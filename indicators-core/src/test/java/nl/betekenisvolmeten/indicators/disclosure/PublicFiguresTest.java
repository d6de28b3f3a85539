package nl.betekenisvolmeten.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
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
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.targets.TargetReport;
import nl.betekenisvolmeten.indicators.targets.TargetReport.UndecidedReason;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Achievement;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A city of which wijk 6 has few visitors, so that it and wijk 5 are hidden, and what follows from the rest. */
class PublicFiguresTest {

    private static final long[][] WIJKEN = {
        {1, 203, 101}, {2, 311, 120}, {3, 55, 13}, {4, 402, 98}, {5, 88, 41}, {6, 3, 2}, {7, 88, 50}, {8, 64, 33}
    };

    private static final List<Indicator> INDICATORS = List.of(
            indicator("bezoeken", new Formula.Total("test", part(City.VISITS))),
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

    /** Wijk 4 has 402 visits, published as 400: that may be 398 to 402, and per 1,000 inhabitants the same. */
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

    /** 88 visits would meet the one target and 3 would not meet the other; both are hidden. */
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

    /** Persons may be in several wijken: 118 are in the largest, and at most 490 + 8 x 2 in all of them together. */
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
}
