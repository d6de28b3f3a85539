package nl.betekenisvolmeten.indicators.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Achievement;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Outcome;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Realised;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where aims begin and end: paths, bands that are best, and what is nearly met. */
class AimsTest {

    private static final AreaCode CITY = AreaCode.of("GM9999");
    private static final AreaHierarchy AREAS = AreaHierarchy.of("test", 2026, List.of(Area.of(CITY, "Stad")));
    private static final TargetJudge JUDGE = TargetJudge.of(AREAS, TargetOptions.withDefaults());

    private static Indicator.Direction direction(String name) {
        return switch (name) {
            case "HIGHER" -> new Indicator.Direction.HigherIsBetter();
            case "LOWER" -> new Indicator.Direction.LowerIsBetter();
            default -> new Indicator.Direction.NoJudgement();
        };
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static Realised realised(String text) {
        String[] ends = text.split("\\.\\.");
        return Realised.of(CellValue.between(number(ends[0]), number(ends[ends.length - 1])));
    }

    private static Target target(Target.Aim aim, String... baseline) {
        return new Target(
                IndicatorId.of("test"),
                CITY,
                Period.ofYear(2028),
                aim,
                List.of(baseline).stream().map(BigDecimal::new).findFirst(),
                "plan");
    }

    private static Outcome outcome(Target target, Indicator.Direction direction, Realised realised) {
        return JUDGE.judge(target, direction, (area, period) -> realised).outcome();
    }

    private static TargetResult judge(Target.Aim aim, String realised, String direction) {
        return JUDGE.judge(target(aim), direction(direction), (area, period) -> realised(realised));
    }

    /** A path such as {@code 2024 44 2028 22}. */
    private static Target.Path path(String text) {
        Map<Period, BigDecimal> points = new HashMap<>();
        String[] words = text.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            points.put(Period.ofCode(words[i] + "JJ00"), number(words[i + 1]));
        }
        return Target.Path.of(points);
    }

    private static TargetResult along(
            TargetJudge judge, Target target, String direction, Map<Integer, String> figures) {
        return judge.judge(
                target,
                direction(direction),
                (area, period) -> Optional.ofNullable(figures.get(period.year()))
                        .map(AimsTest::realised)
                        .orElseGet(Realised::missing));
    }

    @ParameterizedTest
    @CsvSource({
        "2027 10 2028 10, LOWER, 9, MET",
        "2027 10 2028 10, LOWER, 11, NOT_MET",
        "2027 10 2028 10, HIGHER, 11, MET",
        "2027 10 2028 10, HIGHER, 9, NOT_MET",
        "2027 10 2028 10, NONE, 10.5, MET",
        "2027 10 2028 10, NONE, 9, NOT_MET",
        "2027 10 2028 10, NONE, 11, NOT_MET",
        "2027 10 2028 20, NONE, 25, MET",
        "2027 10 2028 20, LOWER, 25, MET",
        "2027 10 2028 20, NONE, 19, NOT_MET",
        "2027 20 2028 10, HIGHER, 5, MET",
        "2027 20 2028 10, NONE, 15, NOT_MET"
    })
    void path_fromItsStartToItsEnd_saysWhichWayIsGood(String path, String direction, String realised, Outcome outcome) {
        assertThat(along(JUDGE, target(path(path)), direction, Map.of(2027, realised, 2028, realised))
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void path_firstPointThatIsNotTheBaseline_isJudged() {
        Map<Integer, String> end = Map.of(2028, "20");
        assertThat(along(JUDGE, target(path("2026 33 2028 22"), "44"), "LOWER", end)
                        .outcome())
                .isEqualTo(Outcome.NOT_ENOUGH_DATA);
        assertThat(along(JUDGE, target(path("2026 33 2028 22"), "33.0"), "LOWER", end)
                        .outcome())
                .isEqualTo(Outcome.MET);
        assertThat(along(JUDGE, target(path("2028 22")), "LOWER", Map.of()).outcome())
                .isEqualTo(Outcome.NOT_ENOUGH_DATA);
    }

    @Test
    void path_withoutABaseline_isMeasuredFromItsFirstPoint() {
        TargetResult result = along(JUDGE, target(path("2024 44 2028 22")), "LOWER", Map.of(2028, "33"));
        assertThat(result.achievement())
                .isEqualTo(new Achievement.Share(CellValue.of(number("0.5")), Achievement.Basis.WAY_FROM_BASELINE));
    }

    @Test
    void path_itsLastFigure_isTheLatestOfAnyYear() {
        TargetResult result =
                along(JUDGE, target(path("2024 44 2028 22")), "LOWER", Map.of(2024, "44", 2026, "33", 2028, "22"));
        assertThat(result.achievement())
                .isEqualTo(new Achievement.Share(CellValue.of(BigDecimal.ONE), Achievement.Basis.WAY_FROM_BASELINE));
    }

    @Test
    void path_ofOnePoint_isAShareOfItWhereMoreIsAskedFor() {
        Target one = target(path("2028 22"));
        Achievement half = new Achievement.Share(CellValue.of(number("0.5")), Achievement.Basis.TARGET);
        assertThat(along(JUDGE, one, "HIGHER", Map.of(2028, "11")).achievement())
                .isEqualTo(half);
        assertThat(along(JUDGE, one, "NONE", Map.of(2028, "11")).achievement()).isEqualTo(half);
        assertThat(along(JUDGE, one, "LOWER", Map.of(2028, "11")).achievement())
                .isEqualTo(new Achievement.Undefined(Achievement.Reason.NO_BASELINE));
    }

    @ParameterizedTest
    @CsvSource({
        "30, 20, [ON_TARGET]",
        "30, 23, [NEAR]",
        "34, 20, [NEAR]",
        "30..34, 20, '[ON_TARGET, NEAR]'",
        "30, 20..30, '[ON_TARGET, NEAR, OFF_TARGET]'",
        "50, 20, [OFF_TARGET]"
    })
    void path_itsBands_areThoseOfTheWorstPoint(String first, String last, String bands) {
        assertThat(along(JUDGE, target(path("2026 33 2028 22"), "44"), "LOWER", Map.of(2026, first, 2028, last))
                        .bands())
                .hasToString(bands);
    }

    @Test
    void path_itsBands_areNotThoseOfPointsToCome() {
        TargetJudge in2026 = TargetJudge.of(AREAS, TargetOptions.withDefaults().withAsOf(LocalDate.of(2026, 12, 31)));
        assertThat(along(in2026, target(path("2026 33 2028 22"), "44"), "LOWER", Map.of(2026, "30", 2028, "40"))
                        .bands())
                .hasToString("[ON_TARGET]");
    }

    @ParameterizedTest
    @CsvSource({
        "13, 12, MET",
        "13, 14, MET",
        "13, 11.9, NOT_MET",
        "13, 14.1, NOT_MET",
        "12, 12, MET",
        "12, 14, MET",
        "12, 11.9, NOT_MET",
        "14, 14, MET",
        "14, 12, MET",
        "16, 15, MET",
        "16, 11, MET",
        "16, 16, NOT_MET",
        "16, 10, NOT_MET",
        "10, 15, MET",
        "10, 16, NOT_MET"
    })
    void better_ofABand_isWithinItOrNearerToIt(String baseline, String realised, Outcome outcome) {
        Indicator.Direction band = new Indicator.Direction.WithinBand(number("12"), number("14"));
        assertThat(outcome(target(new Target.Towards(Target.Way.BETTER), baseline), band, realised(realised)))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "30, 35, NOT_MET",
        "40, 35, NOT_MET",
        "29, 35, MET",
        "29, 41, NOT_MET",
        "50, 35, MET",
        "50, 30, MET",
        "50, 29, NOT_MET",
        "50, 51, NOT_MET",
        "35, 36, NOT_MET"
    })
    void exactly_outsideABand_isMetUpToTheOtherSideOfTheBand(String aim, String realised, Outcome outcome) {
        Indicator.Direction band = new Indicator.Direction.WithinBand(number("30"), number("40"));
        assertThat(outcome(target(new Target.Value(Target.Relation.EXACTLY, number(aim))), band, realised(realised)))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 600, 100, [OFF_TARGET]",
        "AT_LEAST, 600, 580, [NEAR]",
        "AT_LEAST, 600, 500..580, '[NEAR, OFF_TARGET]'",
        "AT_LEAST, 600, 500..560, [OFF_TARGET]",
        "AT_MOST, 100, 200, [OFF_TARGET]",
        "AT_MOST, 100, 105, [NEAR]",
        "AT_MOST, 100, 105..200, '[NEAR, OFF_TARGET]'",
        "AT_MOST, 0, -5..1, '[ON_TARGET, OFF_TARGET]'",
        "AT_LEAST, 0, -1..5, '[ON_TARGET, OFF_TARGET]'"
    })
    void bands_ofAValueOnOneSide_haveNearOnlyWhereItMayBe(
            Target.Relation relation, String aim, String realised, String bands) {
        assertThat(judge(new Target.Value(relation, number(aim)), realised, "NONE")
                        .bands())
                .hasToString(bands);
    }

    @Test
    void bands_ofACountThatCanOnlyGrow_areOpenAbove() {
        Target target = target(new Target.Value(Target.Relation.AT_LEAST, number("600")));
        TargetResult result = JUDGE.judge(
                target,
                direction("HIGHER"),
                (area, period) -> new Realised(CellValue.of(500), Realised.State.AT_LEAST));
        assertThat(result.bands()).hasToString("[ON_TARGET, NEAR, OFF_TARGET]");
    }

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 700, MET",
        "AT_LEAST, 500, NOT_ENOUGH_DATA",
        "COMPLETE, 700, NOT_ENOUGH_DATA",
        "AT_LEAST, , NOT_ENOUGH_DATA"
    })
    void incomplete_itsLowerBound_countsWhereItCanOnlyGrow(Realised.State state, String lower, Outcome outcome) {
        CellValue value = new CellValue.Incomplete(
                Optional.empty(), Optional.ofNullable(lower).map(BigDecimal::new), Optional.empty());
        assertThat(outcome(
                        target(new Target.Value(Target.Relation.AT_LEAST, number("600"))),
                        direction("HIGHER"),
                        new Realised(value, state)))
                .isEqualTo(outcome);
    }
}
