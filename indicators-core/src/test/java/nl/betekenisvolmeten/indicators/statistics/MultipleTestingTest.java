package nl.betekenisvolmeten.indicators.statistics;

import static nl.betekenisvolmeten.indicators.statistics.MultipleTesting.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MultipleTestingTest {

    @Test
    void adjust_none_leavesThemAsTheyAre() {
        List<PValue> values = List.of(PValue.of(0.03), PValue.of(0.001), PValue.of(0.03));
        assertThat(NONE.adjust(values)).isEqualTo(values);
    }

    @ParameterizedTest
    @EnumSource
    void adjust_oneTest_leavesItAsItIs(MultipleTesting method) {
        assertThat(method.adjust(List.of(PValue.of(0.04)))).containsExactly(PValue.of(0.04));
    }

    @ParameterizedTest
    @EnumSource
    void adjust_noTests_givesNone(MultipleTesting method) {
        assertThat(method.adjust(List.of())).isEmpty();
    }

    @Test
    void code_each_isStable() {
        assertThat(Stream.of(MultipleTesting.values()).map(MultipleTesting::code))
                .containsExactly(
                        "benjamini-hochberg",
                        "holm",
                        "benjamini-yekutieli",
                        "hochberg",
                        "hommel",
                        "bonferroni",
                        "none");
    }

    @ParameterizedTest
    @EnumSource
    void adjust_quotientThatRoundsDown_notBelowItself(MultipleTesting method) {
        // in doubles 3 * p / 3 is a unit in the last place below p
        PValue p = PValue.of(0.6769655712085514);

        assertThat(method.adjust(List.of(p, p, p)))
                .allSatisfy(adjusted -> assertThat(adjusted).isGreaterThanOrEqualTo(p));
    }
}
