package nl.betekenisvolmeten.indicators.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.targets.TargetOptions.Tolerance;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Achievement;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Band;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Outcome;

class TargetJudgeProperties {

    private static final AreaCode CITY = AreaCode.of("GM0518");
    private static final TargetJudge JUDGE = TargetJudge.of(
            AreaHierarchy.of("test", 2026, List.of(Area.of(CITY, "Den Haag"))),
            TargetOptions.withDefaults().withNear(new Tolerance(new BigDecimal("0.1"), BigDecimal.ONE)));

    private static BigDecimal whole(int number) {
        return BigDecimal.valueOf(number);
    }

    @Provide
    Arbitrary<Target> targets() {
        Arbitrary<BigDecimal> numbers = Arbitraries.integers().between(-5, 30).map(TargetJudgeProperties::whole);
        Arbitrary<Target.Aim> aims = Combinators.combine(
                        numbers,
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 5))
                .as((value, kind, width) -> switch (kind) {
                    case 0, 1, 2, 3, 4 -> new Target.Value(Target.Relation.values()[kind], value);
                    case 5 -> new Target.Between(value, value.add(whole(width)));
                    default -> new Target.Towards(Target.Way.values()[width % 3]);
                });
        return Combinators.combine(aims, numbers)
                .as((aim, baseline) ->
                        new Target(IndicatorId.of("x"), CITY, Period.ofYear(2026), aim, Optional.of(baseline), "S003"));
    }

    private static TargetResult judge(Target target, CellValue value) {
        Indicator.Direction direction = new Indicator.Direction.WithinBand(whole(5), whole(8));
        return JUDGE.judge(target, direction, (area, period) -> TargetResult.Realised.of(value));
    }

    /** Bounds say neither more nor less than all the numbers between them. */
    @Property
    void bounds_areTheUnionOfTheNumbersBetween(
            @ForAll("targets") Target target,
            @ForAll @IntRange(min = -8, max = 40) int from,
            @ForAll @IntRange(max = 12) int width) {
        TargetResult bounds = judge(target, CellValue.between(whole(from), whole(from + width)));
        Set<Band> union = EnumSet.noneOf(Band.class);
        for (int tenth = 0; tenth <= width * 20; tenth++) {
            CellValue one = CellValue.of(whole(from).add(new BigDecimal(tenth).divide(whole(20))));
            union.addAll(judge(target, one).bands());
        }
        assertThat(bounds.bands()).containsAll(union);
        if (bounds.outcome() == Outcome.MET || bounds.outcome() == Outcome.NOT_MET) {
            assertThat(union.contains(Band.ON_TARGET)).isEqualTo(bounds.outcome() == Outcome.MET);
        }
    }

    /** A number has one place. */
    @Property
    void number_liesInExactlyOneBand(
            @ForAll("targets") Target target, @ForAll @IntRange(min = -200, max = 800) int twentieths) {
        Assume.that(
                !Aims.lacksTolerance(target.aim(), TargetOptions.withDefaults().about()));
        TargetResult result = judge(target, CellValue.of(new BigDecimal(twentieths).divide(whole(20))));
        assertThat(result.bands()).hasSize(1);
        assertThat(result.outcome()).isIn(Outcome.MET, Outcome.NOT_MET);
    }

    /** A figure at the baseline is at the beginning of the way, one at the target at its end. */
    @Property
    void achievement_atBaselineAndTarget_isZeroAndOne(
            @ForAll @IntRange(max = 100) int baseline, @ForAll @IntRange(max = 100) int value) {
        Target target = new Target(
                IndicatorId.of("x"),
                CITY,
                Period.ofYear(2026),
                value > baseline
                        ? new Target.Value(Target.Relation.AT_LEAST, whole(value))
                        : new Target.Value(Target.Relation.AT_MOST, whole(value)),
                Optional.of(whole(baseline)),
                "S003");
        Achievement begin = judge(target, CellValue.of(whole(baseline))).achievement();
        Achievement end = judge(target, CellValue.of(whole(value))).achievement();
        if (baseline == value) {
            assertThat(end).isEqualTo(new Achievement.Undefined(Achievement.Reason.TARGET_IS_BASELINE));
        } else {
            assertThat(((Achievement.Share) begin).value().exact().orElseThrow())
                    .isEqualByComparingTo("0");
            assertThat(((Achievement.Share) end).value().exact().orElseThrow()).isEqualByComparingTo("1");
        }
    }
}
