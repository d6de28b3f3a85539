package nl.betekenisvolmeten.indicators.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TargetTest {

    private static final IndicatorId BEDS = IndicatorId.of("bedden");
    private static final AreaCode CITY = AreaCode.of("GM0518");
    private static final Period Y2024 = Period.ofYear(2024);
    private static final Period Y2028 = Period.ofYear(2028);

    private static Target target(Target.Aim aim, Optional<BigDecimal> baseline) {
        return new Target(BEDS, CITY, Y2028, aim, baseline, "Begroting");
    }

    private static BigDecimal number(long number) {
        return BigDecimal.valueOf(number);
    }

    @Test
    void aims_haveTheNamesOfTheForm() {
        assertThat(List.of(
                                new Target.Value(Target.Relation.EXACTLY, number(1)),
                                new Target.Value(Target.Relation.ABOUT, number(1)),
                                new Target.Value(Target.Relation.AT_LEAST, number(1)),
                                new Target.Value(Target.Relation.AT_MOST, number(1)),
                                new Target.Value(Target.Relation.MORE_THAN, number(1)),
                                new Target.Between(number(1), number(1)),
                                new Target.Towards(Target.Way.DOWN),
                                new Target.InEveryArea(AreaLevel.STADSDEEL, number(1)),
                                Target.Path.of(Map.of(Y2028, number(22))))
                        .stream()
                        .map(Target.Aim::code))
                .containsExactly(
                        "EXACT",
                        "ONGEVEER",
                        "MINSTENS",
                        "HOOGSTENS",
                        "MEER_DAN",
                        "TUSSEN",
                        "RICHTING",
                        "ELK_GEBIED",
                        "PAD");
    }

    @Test
    void between_outOfOrder_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Target.Between(number(66), number(65)))
                .withMessageContaining("66, 65");
    }

    @Test
    void target_blankSource_isRefused() {
        assertThat(target(new Target.Towards(Target.Way.DOWN), Optional.of(number(25)))
                        .baseline())
                .contains(number(25));
        assertThat(target(new Target.Towards(Target.Way.UP), Optional.empty()).baseline())
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Target(
                        BEDS, CITY, Y2028, new Target.Value(Target.Relation.EXACTLY, number(1)), Optional.empty(), " "))
                .withMessageContaining("source must not be blank: bedden");
    }

    @Test
    void path_endsInTheTargetsPeriod() {
        Target.Path path = Target.Path.of(Map.of(Y2028, number(22), Y2024, number(44)));
        assertThat(path.points().firstKey()).isEqualTo(Y2024);
        assertThat(target(path, Optional.empty()).aim()).isEqualTo(path);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> target(Target.Path.of(Map.of(Y2024, number(44))), Optional.empty()))
                .withMessageContaining("the path of bedden does not end in 2028JJ00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Target.Path(new TreeMap<>()))
                .withMessageContaining("points must not be empty: {}");
    }
}
