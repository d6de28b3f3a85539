package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import nl.betekenisvolmeten.indicators.Per;

/** What never changes gives no signal, whatever rounding makes of its mean. */
class ConstantSeriesProperties {

    private static double[] constant(double value, int size) {
        double[] values = new double[size];
        Arrays.fill(values, value);
        return values;
    }

    private static void assertQuiet(ControlChart chart, double value) {
        assertThat(chart.points()).allSatisfy(point -> {
            assertThat(point.signals()).isEmpty();
            assertThat(point.centre()).hasValue(value);
        });
    }

    /** The mean of twelve times 6.9, added up in doubles, is 6.900000000000001. */
    @Example
    void xmr_twelveEqualMarks_noSignal() {
        assertQuiet(ControlChart.xmr(constant(6.9, 12), Set.of()), 6.9);
    }

    @Property
    void xmr_anyConstant_noSignal(@ForAll double value, @ForAll @IntRange(min = 1, max = 60) int size) {
        assertQuiet(ControlChart.xmr(constant(value, size), Set.of()), value);
    }

    @Property
    void uPrime_anyConstantWithSizesOfDecimals_noSignal(
            @ForAll @DoubleRange(min = 0.01, max = 10_000) double exposure,
            @ForAll @IntRange(max = 500) int count,
            @ForAll @IntRange(min = 1, max = 60) int size) {
        long[] counts = new long[size];
        Arrays.fill(counts, count);
        ControlChart chart = ControlChart.uPrime(counts, constant(exposure, size), Per.ONE, Set.of());
        assertQuiet(chart, count / exposure);
    }

    @Example
    void number_afterTwelveEqualMarks_cannotBeTested() {
        double[] values = constant(6.9, 13);
        values[12] = 6.8;
        assertThat(LatestTest.number(values)).isEmpty();
    }

    @Property
    void number_afterAnyConstant_cannotBeTested(
            @ForAll @DoubleRange(min = -1000, max = 1000) double value,
            @ForAll @DoubleRange(min = -1000, max = 1000) double latest,
            @ForAll @IntRange(min = 1, max = 60) int size) {
        double[] values = constant(value, size + 1);
        values[size] = latest;
        assertThat(LatestTest.number(values)).isEmpty();
    }

    @Property
    void sample_ofEqualNumbers_hasNoSpread(
            @ForAll @DoubleRange(min = -1000, max = 1000) double value, @ForAll @IntRange(min = 1, max = 60) int size) {
        assertThat(Sample.ofValues(constant(value, size))).isEqualTo(new Sample(size, value, 0));
    }
}
