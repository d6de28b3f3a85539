package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FunnelLimitsTest {

    private static final String[] FIGURES = "12.5 14.25 9 20.5 16 15.75 11 17.5 30 13".split(" ");
    private static final String[] ERRORS = "1.5 2 1 2.5 1.25 3 1.75 2 1.5 0.75".split(" ");

    static Stream<ReferenceTable.Row> proportionCases() {
        return ReferenceTable.read("funnel-limits-proportion.csv");
    }

    static Stream<ReferenceTable.Row> countCases() {
        return ReferenceTable.read("funnel-limits-count.csv");
    }

    static Stream<ReferenceTable.Row> axisCases() {
        return ReferenceTable.read("funnel-axis.csv");
    }

    /** The package lets an upper limit pass the whole unless that is 100, and we don't. */
    @ParameterizedTest
    @MethodSource("proportionCases")
    void ofProportion_referenceCase_agreesWithR(ReferenceTable.Row row) {
        double overall = row.number("numerator") / row.number("denominator");
        double[] sizes = row.numbers("sizes");
        for (int i = 0; i < sizes.length; i++) {
            for (String level : List.of("95", "998")) {
                FunnelLimits actual =
                        FunnelLimits.ofProportion(overall, sizes[i], Per.of(row.whole("per")), confidence(level));
                Close.assertNear(actual.lower(), row.numbers("lower_" + level)[i], 1e-10, 1e-12);
                double upper = Math.min(row.number("per"), row.numbers("upper_" + level)[i]);
                Close.assertNear(actual.upper(), upper, 1e-10, 1e-12);
                assertThat(actual.lowerSize()).isEqualTo(sizes[i]);
                assertThat(actual.upperSize()).isEqualTo(sizes[i]);
            }
        }
    }

    private static Confidence confidence(String level) {
        return level.equals("95") ? Confidence.P95 : Confidence.P998;
    }

    @ParameterizedTest
    @MethodSource("countCases")
    void ofRate_referenceCase_agreesWithR(ReferenceTable.Row row) {
        long[] events = row.wholes("events");
        for (int i = 0; i < events.length; i++) {
            for (String level : List.of("95", "998")) {
                FunnelLimits actual = FunnelLimits.ofRate(
                        events[i], row.number("overall"), Per.of(row.whole("per")), confidence(level));
                Close.assertNear(actual.lower(), row.numbers("lower_" + level)[i], 1e-10, 0);
                Close.assertNear(actual.upper(), row.numbers("upper_" + level)[i], 1e-10, 0);
            }
        }
    }

    /** The sizes of the package come from limits that it finds in steps. */
    @ParameterizedTest
    @MethodSource("countCases")
    void ofRate_sizes_areNearThoseOfR(ReferenceTable.Row row) {
        long[] events = row.wholes("events");
        for (int i = 0; i < events.length; i++) {
            FunnelLimits actual =
                    FunnelLimits.ofRate(events[i], row.number("overall"), Per.of(row.whole("per")), Confidence.P95);
            Close.assertNear(actual.lowerSize(), row.numbers("lower_size")[i], 1e-4, 0);
            Close.assertNear(actual.upperSize(), row.numbers("upper_size")[i], 1e-4, 0);
        }
    }

    @ParameterizedTest
    @MethodSource("axisCases")
    void axis_referenceCase_isThatOfR(ReferenceTable.Row row) {
        List<Long> actual = FunnelAxis.events(row.number("smallest"), row.number("largest"), row.number("overall"));
        assertThat(actual)
                .containsExactlyElementsOf(
                        LongStream.of(row.wholes("points")).boxed().toList());
    }

    @Test
    void axis_sizes_areEventsAtOneEach() {
        assertThat(FunnelAxis.sizes(200, 210)).isEqualTo(FunnelAxis.events(200, 210, 1));
    }

    @Test
    void ofRatio_any_isARateAroundOne() {
        FunnelLimits actual = FunnelLimits.ofRatio(12, Per.HUNDRED, Confidence.P95);
        assertThat(actual).isEqualTo(FunnelLimits.ofRate(12, 1, Per.HUNDRED, Confidence.P95));
        assertThat(actual.confidence()).isEqualTo(Confidence.P95);
    }

    @ParameterizedTest
    @CsvSource({"-0.1, 5", "1.1, 5", "NaN, 5", "0.5, 0", "0.5, -1", "0.5, Infinity"})
    void ofProportion_misuse_isRefused(double overall, double denominator) {
        assertThatThrownBy(() -> FunnelLimits.ofProportion(overall, denominator, Per.ONE, Confidence.P95))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "1, 0", "1, NaN"})
    void ofRate_misuse_isRefused(long count, double overall) {
        assertThatThrownBy(() -> FunnelLimits.ofRate(count, overall, Per.ONE, Confidence.P95))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 5, 1", "5, 4, 1", "5, 6, 0", "NaN, 6, 1", "5, Infinity, 1"})
    void axis_misuse_isRefused(double smallest, double largest, double overall) {
        assertThatThrownBy(() -> FunnelAxis.events(smallest, largest, overall))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 2, 1", "1, -1, 2, 1", "3, 1, 2, 1", "1, 1, NaN, 1", "1, 1, 2, Infinity"})
    void limits_impossible_areRefused(double lower, double lowerSize, double upper, double upperSize) {
        assertThatThrownBy(() -> new FunnelLimits(lower, lowerSize, upper, upperSize, Confidence.P95))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Overdispersion.Deviation> areas() {
        return IntStream.range(0, FIGURES.length)
                .mapToObj(i ->
                        new Overdispersion.Deviation(Double.parseDouble(FIGURES[i]), 15, Double.parseDouble(ERRORS[i])))
                .toList();
    }

    /** mpmath 1.3.0, 40 digits, from the formulas of the paper with type 7 quantiles. */
    @ParameterizedTest
    @CsvSource({
        "0,   15.835900368480726, 33.672116878741867",
        "0.1, 4.0239403684807256, 7.0427414896048068",
        "0.2, 2.5712280782312925, 3.7676862989789337"
    })
    void overdispersion_byShare_agrees(double share, double factor, double variance) {
        Overdispersion actual = Overdispersion.of(areas(), share).orElseThrow();
        Close.assertNear(actual.factor(), factor, 1e-12, 0);
        Close.assertNear(actual.betweenVariance(), variance, 1e-12, 0);
        assertThat(actual.areas()).isEqualTo(10);
        assertThat(actual.winsorised()).isEqualTo(share);
    }

    @Test
    void overdispersion_noMoreThanChance_addsNothing() {
        List<Overdispersion.Deviation> calm = List.of(
                new Overdispersion.Deviation(14, 15, 2),
                new Overdispersion.Deviation(15, 15, 3),
                new Overdispersion.Deviation(16, 15, 2));
        Overdispersion actual = Overdispersion.of(calm, 0.1).orElseThrow();
        Close.assertNear(actual.factor(), 0.10666666666666667, 1e-12, 0);
        assertThat(actual.betweenVariance()).isZero();
    }

    @Test
    void overdispersion_limits_addTheVariance() {
        Interval actual = new Overdispersion(2, 16, 10, 0.1).limits(15, 3, Confidence.P95);
        Close.assertNear(actual.upper(), 15 + 5 * 1.959963984540054, 1e-12, 0);
        Close.assertNear(actual.lower(), 15 - 5 * 1.959963984540054, 1e-12, 0);
    }

    @Test
    void overdispersion_fewerThanTwoAreas_isEmpty() {
        assertThat(Overdispersion.of(areas().subList(0, 1), 0.1)).isEmpty();
        assertThat(Overdispersion.of(List.of(), 0.1)).isEmpty();
    }

    @Test
    void overdispersion_misuse_isRefused() {
        for (double share : new double[] {-0.1, 0.5, Double.NaN}) {
            assertThatThrownBy(() -> Overdispersion.of(areas(), share)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Overdispersion.Deviation(1, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Overdispersion.Deviation(Double.NaN, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Overdispersion(1, 1, 1, 0.1)).isInstanceOf(IllegalArgumentException.class);
    }
}
