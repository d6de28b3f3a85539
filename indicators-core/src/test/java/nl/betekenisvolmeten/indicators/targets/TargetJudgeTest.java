package nl.betekenisvolmeten.indicators.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.targets.TargetOptions.Tolerance;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Achievement;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Band;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Targets of the Den Haag budget of 2026 (programme care, welfare, youth and public health; the figures are those of its
 * text) with made-up realisations, and what goes wrong with targets elsewhere.
 */
class TargetJudgeTest {

    private static final AreaCode CITY = AreaCode.of("GM0518");
    private static final Period YEAR = Period.ofYear(2026);
    private static final Indicator.Direction HIGHER = new Indicator.Direction.HigherIsBetter();
    private static final Indicator.Direction LOWER = new Indicator.Direction.LowerIsBetter();
    private static final Indicator.Direction NEITHER = new Indicator.Direction.NoJudgement();

    private static final AreaHierarchy AREAS = AreaHierarchy.of(
            "test",
            2026,
            List.of(
                    Area.of(CITY, "Den Haag"),
                    Area.of(AreaCode.of("SD0518-LAAK"), "Laak", CITY),
                    Area.of(AreaCode.of("SD0518-ESCAMP"), "Escamp", CITY),
                    Area.of(AreaCode.of("SD0518-CENTRUM"), "Centrum", CITY)));

    private static final TargetJudge JUDGE = TargetJudge.of(AREAS, TargetOptions.withDefaults());

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static Target target(Target.Aim aim, String... baseline) {
        return new Target(
                IndicatorId.of("test"),
                CITY,
                YEAR,
                aim,
                Stream.of(baseline).map(BigDecimal::new).findFirst(),
                "S003");
    }

    /** A number, or bounds written with two dots. */
    private static TargetResult.Realised realised(String text) {
        String[] ends = text.split("\\.\\.");
        return TargetResult.Realised.of(CellValue.between(number(ends[0]), number(ends[ends.length - 1])));
    }

    private static TargetResult judge(Target target, Indicator.Direction direction, TargetResult.Realised realised) {
        return JUDGE.judge(target, direction, (area, period) -> realised);
    }

    private static TargetResult judge(Target.Aim aim, String realised, String... baseline) {
        return judge(target(aim, baseline), NEITHER, realised(realised));
    }

    private static CellValue share(Achievement achievement) {
        assertThat(achievement).isInstanceOf(Achievement.Share.class);
        return ((Achievement.Share) achievement).value();
    }

    private static Achievement.Reason undefined(Achievement achievement) {
        assertThat(achievement).isInstanceOf(Achievement.Undefined.class);
        return ((Achievement.Undefined) achievement).reason();
    }

    @ParameterizedTest
    @CsvSource({
        "29000, MET, [ON_TARGET]",
        "27550, MET, [ON_TARGET]",
        "30450, MET, [ON_TARGET]",
        "27000, NOT_MET, [NEAR]",
        "25000, NOT_MET, [OFF_TARGET]",
        "33000, NOT_MET, [OFF_TARGET]",
        "26000..31000, NOT_DECIDED, '[ON_TARGET, NEAR, OFF_TARGET]'",
        "28000..30000, MET, [ON_TARGET]"
    })
    void denHaag_about29000Residents_withinFivePerCent(String realised, Outcome outcome, String bands) {
        TargetResult result = judge(new Target.Value(Target.Relation.ABOUT, number("29000")), realised);
        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.bands()).hasToString(bands);
    }

    @ParameterizedTest
    @CsvSource({"64, NOT_MET", "65, MET", "66, MET", "65..66, MET", "67, NOT_MET", "64..66, NOT_DECIDED"})
    void denHaag_63To65Or66Locations_isARangeFromABaseline(String realised, Outcome outcome) {
        assertThat(judge(new Target.Between(number("65"), number("66")), realised, "63")
                        .outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"64", "65", "66", "70"})
    void denHaag_63To65Or66Locations_aBandHasNoPercentage(String realised) {
        TargetResult result = judge(new Target.Between(number("65"), number("66")), realised, "63");
        assertThat(undefined(result.achievement())).isEqualTo(Achievement.Reason.NO_VALUE);
        assertThat(result.plannedChange()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EXACTLY, 24, MET, NOT_MET, NOT_MET",
        "EXACTLY, 20, NOT_MET, MET, NOT_MET",
        "EXACTLY, 22, MET, MET, MET",
        "EXACTLY, 21..24, NOT_DECIDED, NOT_DECIDED, NOT_DECIDED",
        "EXACTLY, 22..24, MET, NOT_DECIDED, NOT_DECIDED",
        "ABOUT, 44, MET, NOT_MET, NOT_MET",
        "ABOUT, 11, NOT_MET, MET, NOT_MET"
    })
    void beyondTheValue_inTheDirectionOfTheIndicator_isMet(
            Target.Relation relation, String realised, Outcome higher, Outcome lower, Outcome neither) {
        Target target = target(new Target.Value(relation, number("22")));
        assertThat(judge(target, HIGHER, realised(realised)).outcome()).isEqualTo(higher);
        assertThat(judge(target, LOWER, realised(realised)).outcome()).isEqualTo(lower);
        assertThat(judge(target, NEITHER, realised(realised)).outcome()).isEqualTo(neither);
    }

    @ParameterizedTest
    @CsvSource({"4, NOT_MET, MET, NOT_MET", "7, MET, MET, MET", "20, MET, NOT_MET, NOT_MET"})
    void beyondABand_inTheDirectionOfTheIndicator_isMet(
            String realised, Outcome higher, Outcome lower, Outcome neither) {
        Target target = target(new Target.Between(number("5"), number("9")));
        assertThat(judge(target, HIGHER, realised(realised)).outcome()).isEqualTo(higher);
        assertThat(judge(target, LOWER, realised(realised)).outcome()).isEqualTo(lower);
        assertThat(judge(target, NEITHER, realised(realised)).outcome()).isEqualTo(neither);
    }

    @ParameterizedTest
    @CsvSource({"20, NOT_MET", "22, MET", "30, MET", "40, MET", "41, NOT_MET"})
    void beyondTheValue_towardsTheBandThatIsBest_isMet(String realised, Outcome outcome) {
        Indicator.Direction band = new Indicator.Direction.WithinBand(number("30"), number("40"));
        Target target = target(new Target.Value(Target.Relation.EXACTLY, number("22")));
        assertThat(judge(target, band, realised(realised)).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5, MET", "0.5, 0.5, MET", "0.6, 0.5, NOT_MET", "0, , MET", "0.3, , NOT_DECIDED", "-1, , MET"})
    void aboutZero_withoutATolerance_isNotDecidedUnlessBetter(String realised, String tolerance, Outcome outcome) {
        Target target = target(new Target.Value(
                Target.Relation.ABOUT,
                BigDecimal.ZERO,
                Optional.ofNullable(tolerance).map(BigDecimal::new)));
        assertThat(judge(target, LOWER, realised(realised)).outcome()).isEqualTo(outcome);
    }

    @Test
    void about_withATolerance_ignoresTheShareOfWhoeverJudges() {
        Target target = target(new Target.Value(Target.Relation.ABOUT, number("100"), Optional.of(number("1"))));
        assertThat(judge(target, NEITHER, realised("101")).outcome()).isEqualTo(Outcome.MET);
        assertThat(judge(target, NEITHER, realised("102")).outcome()).isEqualTo(Outcome.NOT_MET);
    }

    @Test
    void moreThan_theValueItself_isNotMetAndReadsNo100PerCent() {
        TargetResult result = judge(new Target.Value(Target.Relation.MORE_THAN, number("90")), "90");
        assertThat(result.outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(undefined(result.achievement())).isEqualTo(Achievement.Reason.MUST_BE_PASSED);
    }

    @Test
    void path_itsStart_needsNoFigureAndIsNoAchievement() {
        Target path = new Target(
                IndicatorId.of("bedden"),
                CITY,
                Period.ofYear(2028),
                Target.Path.of(Map.of(Period.ofYear(2024), number("44"), Period.ofYear(2028), number("22"))),
                Optional.empty(),
                "S003");
        TargetResult met = JUDGE.judge(
                path,
                LOWER,
                (area, period) ->
                        period.equals(Period.ofYear(2028)) ? realised("20") : TargetResult.Realised.missing());
        assertThat(met.outcome()).isEqualTo(Outcome.MET);
        assertThat(met.steps().get(0).realised()).isEqualTo(realised("44"));
        TargetResult nothing = JUDGE.judge(path, LOWER, (area, period) -> TargetResult.Realised.missing());
        assertThat(nothing.outcome()).isEqualTo(Outcome.NOT_ENOUGH_DATA);
        assertThat(undefined(nothing.achievement())).isEqualTo(Achievement.Reason.NO_FIGURE);
    }

    @Test
    void denHaag_12To22QualityMarks_plans83PerCentMore() {
        TargetResult result = judge(new Target.Value(Target.Relation.EXACTLY, number("22")), "17", "12");
        assertThat(result.outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(share(result.achievement())).isEqualTo(CellValue.of(number("0.5")));
        assertThat(result.plannedChange().orElseThrow().exact().orElseThrow().doubleValue())
                .isCloseTo(10.0 / 12, within(1e-12));
        assertThat(result.realisedChange().orElseThrow().exact().orElseThrow().doubleValue())
                .isCloseTo(5.0 / 12, within(1e-12));
        assertThat(judge(new Target.Value(Target.Relation.EXACTLY, number("22")), "22", "12")
                        .outcome())
                .isEqualTo(Outcome.MET);
        assertThat(judge(new Target.Value(Target.Relation.EXACTLY, number("22")), "23", "12")
                        .bands())
                .containsExactly(Band.NEAR);
        assertThat(judge(new Target.Value(Target.Relation.EXACTLY, number("22")), "21..23", "12")
                        .outcome())
                .isEqualTo(Outcome.NOT_DECIDED);
    }

    @ParameterizedTest
    @CsvSource({"599, NOT_MET", "600, MET", "850, MET", "550..650, NOT_DECIDED", "600..900, MET", "400..570, NOT_MET"})
    void denHaag_atLeast600Seniors_bySeniorsBetweenBounds(String realised, Outcome outcome) {
        assertThat(judge(new Target.Value(Target.Relation.AT_LEAST, number("600")), realised)
                        .outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"111, MET", "112, NOT_MET", "60, MET", "100..120, NOT_DECIDED"})
    void denHaag_atMost111Cases_lessIsBetter(String realised, Outcome outcome) {
        assertThat(judge(new Target.Value(Target.Relation.AT_MOST, number("111")), realised, "500")
                        .outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "90, NOT_MET, [NEAR]",
        "90.1, MET, [ON_TARGET]",
        "89..91, NOT_DECIDED, '[ON_TARGET, NEAR]'",
        "55, NOT_MET, [OFF_TARGET]"
    })
    void denHaag_moreThan90PerCentWithin24Hours_ninetyIsNotMore(String realised, Outcome outcome, String bands) {
        TargetResult result = judge(new Target.Value(Target.Relation.MORE_THAN, number("90")), realised);
        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.bands()).hasToString(bands);
    }

    @Test
    void denHaag_aDayInEveryDistrict_oneWithoutMissesIt() {
        Target target = target(new Target.InEveryArea(AreaLevel.STADSDEEL, BigDecimal.ONE));
        TargetResult all = judge(target, NEITHER, realised("1"));
        assertThat(all.outcome()).isEqualTo(Outcome.MET);
        assertThat(all.steps()).hasSize(3);
        TargetResult sumIsEnough = JUDGE.judge(
                target, NEITHER, (area, period) -> realised(area.value().endsWith("LAAK") ? "0" : "5"));
        assertThat(sumIsEnough.outcome()).isEqualTo(Outcome.NOT_MET);
        TargetResult oneSilent = JUDGE.judge(
                target,
                NEITHER,
                (area, period) -> area.value().endsWith("LAAK") ? TargetResult.Realised.missing() : realised("1"));
        assertThat(oneSilent.outcome()).isEqualTo(Outcome.NOT_ENOUGH_DATA);
        assertThat(oneSilent.bands()).isEmpty();
    }

    @Test
    void denHaag_44To22Beds_momentsApartFromWholeLife() {
        Target target = new Target(
                IndicatorId.of("bedden"),
                CITY,
                Period.ofYear(2028),
                Target.Path.of(Map.of(Period.ofYear(2024), number("44"), Period.ofYear(2028), number("22"))),
                Optional.of(number("44")),
                "S003");
        Map<Period, TargetResult.Realised> beds =
                Map.of(Period.ofYear(2024), realised("44"), Period.ofYear(2026), realised("33"));
        TargetJudge in2026 = TargetJudge.of(AREAS, TargetOptions.withDefaults().withAsOf(LocalDate.of(2026, 12, 31)));
        TargetResult result = in2026.judge(
                target, LOWER, (area, period) -> beds.getOrDefault(period, TargetResult.Realised.missing()));
        assertThat(result.steps().stream().map(TargetResult.Step::outcome))
                .containsExactly(Outcome.MET, Outcome.NOT_YET_DUE);
        assertThat(result.outcome()).isEqualTo(Outcome.MET);
        assertThat(share(result.achievement())).isEqualTo(CellValue.of(number("0.5")));
        assertThat(result.plannedChange()).contains(CellValue.of(number("-0.5")));
        assertThat(undefined(result.steps().get(0).achievement())).isEqualTo(Achievement.Reason.TARGET_IS_BASELINE);
    }

    /** Who looks back at an earlier day must not see what became known of later years. */
    @Test
    void path_figuresOfAfterTheDayOfJudging_countForNothing() {
        Target target = new Target(
                IndicatorId.of("bedden"),
                CITY,
                Period.ofYear(2028),
                Target.Path.of(Map.of(Period.ofYear(2024), number("44"), Period.ofYear(2028), number("22"))),
                Optional.of(number("44")),
                "S003");
        Map<Period, TargetResult.Realised> beds =
                Map.of(Period.ofYear(2025), realised("33"), Period.ofYear(2026), realised("22"));
        TargetJudge in2025 = TargetJudge.of(AREAS, TargetOptions.withDefaults().withAsOf(LocalDate.of(2025, 12, 31)));
        TargetResult result = in2025.judge(
                target, LOWER, (area, period) -> beds.getOrDefault(period, TargetResult.Realised.missing()));
        assertThat(share(result.achievement())).isEqualTo(CellValue.of(number("0.5")));
    }

    @Test
    void path_aboveAFallingPath_isNotMet() {
        Target target = new Target(
                IndicatorId.of("bedden"),
                CITY,
                Period.ofYear(2028),
                Target.Path.of(Map.of(Period.ofYear(2026), number("33"), Period.ofYear(2028), number("22"))),
                Optional.of(number("44")),
                "S003");
        Map<Period, TargetResult.Realised> beds =
                Map.of(Period.ofYear(2026), realised("36"), Period.ofYear(2028), realised("20"));
        TargetResult result = JUDGE.judge(
                target, LOWER, (area, period) -> beds.getOrDefault(period, TargetResult.Realised.missing()));
        assertThat(result.steps().stream().map(TargetResult.Step::outcome))
                .containsExactly(Outcome.NOT_MET, Outcome.MET);
        assertThat(result.outcome()).isEqualTo(Outcome.NOT_MET);
    }

    @ParameterizedTest
    @CsvSource({"24.9, MET", "25, NOT_MET", "26, NOT_MET", "24..26, NOT_DECIDED"})
    void denHaag_overweightShouldFall_isADirection(String realised, Outcome outcome) {
        TargetResult result = judge(new Target.Towards(Target.Way.DOWN), realised, "25");
        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(undefined(result.achievement())).isEqualTo(Achievement.Reason.NO_VALUE);
    }

    @Test
    void denHaag_vaccinationShouldRise_fromAFigureThatIsNotGiven_isNotJudged() {
        assertThat(judge(new Target.Towards(Target.Way.UP), "88").outcome()).isEqualTo(Outcome.NOT_DEFINED);
    }

    @Test
    void direction_better_asksTheIndicator() {
        Target target = target(new Target.Towards(Target.Way.BETTER), "10");
        assertThat(judge(target, HIGHER, realised("11")).outcome()).isEqualTo(Outcome.MET);
        assertThat(judge(target, LOWER, realised("11")).outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(judge(target, NEITHER, realised("11")).outcome()).isEqualTo(Outcome.NOT_DEFINED);
        Indicator.Direction band = new Indicator.Direction.WithinBand(number("12"), number("14"));
        assertThat(judge(target, band, realised("11")).outcome()).isEqualTo(Outcome.MET);
        assertThat(judge(target, band, realised("15")).outcome()).isEqualTo(Outcome.MET);
        assertThat(judge(target, band, realised("16")).outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(judge(target, band, realised("9")).outcome()).isEqualTo(Outcome.NOT_MET);
    }

    @Test
    void trap_targetBelowBaseline_actualOverTargetWouldCallAWorseningGood() {
        // evictions: from 100 to 80, and 120 came: 120/80 = 150 % would be praise
        TargetResult worse =
                judge(target(new Target.Value(Target.Relation.AT_MOST, number("80")), "100"), LOWER, realised("120"));
        assertThat(worse.outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(share(worse.achievement())).isEqualTo(CellValue.of(BigDecimal.valueOf(-1)));
        TargetResult halfWay =
                judge(target(new Target.Value(Target.Relation.AT_MOST, number("80")), "100"), LOWER, realised("90"));
        assertThat(share(halfWay.achievement())).isEqualTo(CellValue.of(number("0.5")));
        TargetResult bounds = judge(
                target(new Target.Value(Target.Relation.AT_MOST, number("80")), "100"), LOWER, realised("75..90"));
        assertThat(share(bounds.achievement())).isEqualTo(CellValue.between(number("0.5"), number("1.25")));
    }

    @Test
    void trap_targetIsBaseline_hasNoAchievement() {
        TargetResult result = judge(new Target.Value(Target.Relation.AT_LEAST, number("50")), "60", "50");
        assertThat(result.outcome()).isEqualTo(Outcome.MET);
        assertThat(undefined(result.achievement())).isEqualTo(Achievement.Reason.TARGET_IS_BASELINE);
    }

    @Test
    void trap_targetZero_hasNoAchievementWithoutBaseline() {
        assertThat(undefined(judge(new Target.Value(Target.Relation.ABOUT, BigDecimal.ZERO), "3")
                        .achievement()))
                .isEqualTo(Achievement.Reason.TARGET_IS_ZERO);
        TargetResult fromFive = judge(new Target.Value(Target.Relation.ABOUT, BigDecimal.ZERO), "3", "5");
        assertThat(share(fromFive.achievement())).isEqualTo(CellValue.of(number("0.4")));
        // a share of zero is nothing: only an amount says what is near zero
        assertThat(judge(new Target.Value(Target.Relation.ABOUT, BigDecimal.ZERO), "0.2")
                        .bands())
                .isEmpty();
        TargetJudge lenient =
                TargetJudge.of(AREAS, TargetOptions.withDefaults().withAbout(Tolerance.ofAmount(number("0.5"))));
        assertThat(lenient.judge(
                                target(new Target.Value(Target.Relation.ABOUT, BigDecimal.ZERO)),
                                LOWER,
                                (a, p) -> realised("0.2"))
                        .outcome())
                .isEqualTo(Outcome.MET);
    }

    @Test
    void trap_baselineZero_hasNoRelativeChange() {
        TargetResult result = judge(new Target.Value(Target.Relation.AT_LEAST, number("10")), "5", "0");
        assertThat(result.plannedChange()).contains(new CellValue.NotDefined(CellValue.Reason.ZERO_DENOMINATOR));
        assertThat(share(result.achievement())).isEqualTo(CellValue.of(number("0.5")));
    }

    @Test
    void trap_maximumWithoutBaseline_isNoShareOfTheMaximum() {
        assertThat(undefined(judge(new Target.Value(Target.Relation.AT_MOST, number("111")), "60")
                        .achievement()))
                .isEqualTo(Achievement.Reason.NO_BASELINE);
        assertThat(undefined(judge(target(new Target.Value(Target.Relation.EXACTLY, number("5"))), LOWER, realised("6"))
                        .achievement()))
                .isEqualTo(Achievement.Reason.NO_BASELINE);
        assertThat(share(judge(new Target.Value(Target.Relation.AT_LEAST, number("600")), "300")
                        .achievement()))
                .isEqualTo(CellValue.of(number("0.5")));
    }

    @Test
    void notEnoughData_missingOrIncomplete_isAnOutcome() {
        Target target = target(new Target.Value(Target.Relation.AT_LEAST, number("600")));
        assertThat(judge(target, HIGHER, TargetResult.Realised.missing()).outcome())
                .isEqualTo(Outcome.NOT_ENOUGH_DATA);
        CellValue few = CellValue.of(500);
        CellValue many = CellValue.of(700);
        assertThat(judge(target, HIGHER, new TargetResult.Realised(few, TargetResult.Realised.State.AT_LEAST))
                        .outcome())
                .isEqualTo(Outcome.NOT_ENOUGH_DATA);
        // what is missing of a count can only add
        TargetResult met = judge(target, HIGHER, new TargetResult.Realised(many, TargetResult.Realised.State.AT_LEAST));
        assertThat(met.outcome()).isEqualTo(Outcome.MET);
        assertThat(undefined(met.achievement())).isEqualTo(Achievement.Reason.NO_FIGURE);
        assertThat(judge(target, HIGHER, new TargetResult.Realised(many, TargetResult.Realised.State.INCOMPLETE))
                        .outcome())
                .isEqualTo(Outcome.NOT_ENOUGH_DATA);
        Target atMost = target(new Target.Value(Target.Relation.AT_MOST, number("600")));
        assertThat(judge(atMost, LOWER, new TargetResult.Realised(many, TargetResult.Realised.State.AT_LEAST))
                        .outcome())
                .isEqualTo(Outcome.NOT_MET);
        assertThat(judge(atMost, LOWER, new TargetResult.Realised(few, TargetResult.Realised.State.AT_LEAST))
                        .outcome())
                .isEqualTo(Outcome.NOT_ENOUGH_DATA);
        assertThat(judge(atMost, LOWER, TargetResult.Realised.of(few)).outcome())
                .isEqualTo(Outcome.MET);
    }

    @Test
    void otherValues_giveOutcomesOfTheirOwn() {
        Target target = target(new Target.Value(Target.Relation.AT_LEAST, number("600")));
        assertThat(judge(
                                target,
                                HIGHER,
                                new TargetResult.Realised(
                                        CellValue.of(700), TargetResult.Realised.State.NOT_COMPARABLE))
                        .outcome())
                .isEqualTo(Outcome.NOT_COMPARABLE);
        assertThat(judge(target, HIGHER, TargetResult.Realised.of(new CellValue.Suppressed()))
                        .outcome())
                .isEqualTo(Outcome.WITHHELD);
        CellValue none = new CellValue.NotDefined(CellValue.Reason.ZERO_DENOMINATOR);
        assertThat(judge(target, HIGHER, TargetResult.Realised.of(none)).outcome())
                .isEqualTo(Outcome.NOT_DEFINED);
        TargetJudge early = TargetJudge.of(AREAS, TargetOptions.withDefaults().withAsOf(LocalDate.of(2026, 12, 30)));
        TargetResult halfway = early.judge(target, HIGHER, (area, period) -> realised("300"));
        assertThat(halfway.outcome()).isEqualTo(Outcome.NOT_YET_DUE);
        assertThat(share(halfway.achievement())).isEqualTo(CellValue.of(number("0.5")));
    }

    @Test
    void noTolerance_hasNoNear() {
        TargetJudge strict = TargetJudge.of(
                AREAS, TargetOptions.withDefaults().withAbout(Tolerance.none()).withNear(Tolerance.none()));
        for (String value : List.of("89", "90", "91", "89..91")) {
            TargetResult result = strict.judge(
                    target(new Target.Value(Target.Relation.MORE_THAN, number("90"))),
                    HIGHER,
                    (a, p) -> realised(value));
            assertThat(result.bands()).isNotEmpty().doesNotContain(Band.NEAR);
        }
    }

    @Test
    void everyAreaOfALevelThatIsNotThere_hasNoSteps() {
        Target below = new Target(
                IndicatorId.of("x"),
                AreaCode.of("SD0518-LAAK"),
                YEAR,
                new Target.InEveryArea(AreaLevel.GEMEENTE, BigDecimal.ONE),
                Optional.empty(),
                "S003");
        TargetResult result = judge(below, NEITHER, realised("1"));
        assertThat(result.outcome()).isEqualTo(Outcome.NOT_DEFINED);
        assertThat(result.steps()).isEmpty();
        assertThat(result.bands()).isEmpty();
    }

    @Test
    void tolerance_negative_isRefused() {
        assertThatThrownBy(() -> Tolerance.ofShare(number("-1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a tolerance must not be negative: -1, 0");
    }
}
