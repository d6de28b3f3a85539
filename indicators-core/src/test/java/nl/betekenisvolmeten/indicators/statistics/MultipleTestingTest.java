package nl.betekenisvolmeten.indicators.statistics;

import static nl.betekenisvolmeten.indicators.statistics.MultipleTesting.BENJAMINI_HOCHBERG;
import static nl.betekenisvolmeten.indicators.statistics.MultipleTesting.HOLM;
import static nl.betekenisvolmeten.indicators.statistics.MultipleTesting.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MultipleTestingTest {

    static Stream<ReferenceTable.Row> cases() {
        return ReferenceTable.read("p-adjust.csv");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void adjust_benjaminiHochberg_agreesWithR(ReferenceTable.Row row) {
        assertAgrees(BENJAMINI_HOCHBERG.adjust(row.probabilities("p")), row.probabilities("benjamini_hochberg"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void adjust_holm_agreesWithR(ReferenceTable.Row row) {
        assertAgrees(HOLM.adjust(row.probabilities("p")), row.probabilities("holm"));
    }

    private static void assertAgrees(List<PValue> actual, List<PValue> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            Close.assertNear(actual.get(i).value(), expected.get(i).value(), 1e-10, 1e-12);
        }
    }

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
                .containsExactly("benjamini-hochberg", "holm", "none");
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
