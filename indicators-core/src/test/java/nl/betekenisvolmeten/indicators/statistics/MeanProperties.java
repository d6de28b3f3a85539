package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of means. */
class MeanProperties {

    @Provide
    Arbitrary<double[]> values() {
        return Arbitraries.doubles()
                .between(-1000, 1000)
                .ofScale(3)
                .array(double[].class)
                .ofMinSize(2)
                .ofMaxSize(50);
    }

    @Property
    void estimate_moreConfidence_isWider(@ForAll("values") double[] values) {
        Interval narrow = interval(values, Confidence.P95);
        Interval wide = interval(values, Confidence.P998);
        assertThat(wide.lower()).isLessThanOrEqualTo(narrow.lower());
        assertThat(wide.upper()).isGreaterThanOrEqualTo(narrow.upper());
    }

    @Property
    void estimate_shifted_shiftsAlong(@ForAll("values") double[] values) {
        Interval here = interval(values, Confidence.P95);
        Interval there = interval(DoubleStream.of(values).map(v -> v + 5000).toArray(), Confidence.P95);
        Close.assertNear(there.lower(), here.lower() + 5000, 0, 1e-8);
        Close.assertNear(there.upper(), here.upper() + 5000, 0, 1e-8);
    }

    @Property
    void ofValues_otherUnit_scales(@ForAll("values") double[] values) {
        Sample one = Sample.ofValues(values);
        Sample thousand =
                Sample.ofValues(DoubleStream.of(values).map(v -> v * -1000).toArray());
        Close.assertNear(thousand.mean(), -1000 * one.mean(), 1e-12, 1e-9);
        Close.assertNear(thousand.standardDeviation(), 1000 * one.standardDeviation(), 1e-12, 1e-9);
    }

    private static Interval interval(double[] values, Confidence confidence) {
        return MeanMethod.STUDENT_T
                .estimate(Sample.ofValues(values), confidence)
                .estimate()
                .orElseThrow()
                .interval();
    }
}
