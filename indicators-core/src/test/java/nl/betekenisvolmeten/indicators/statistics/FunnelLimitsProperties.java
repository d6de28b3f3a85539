package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import nl.betekenisvolmeten.indicators.Per;

/** Laws of funnels. */
class FunnelLimitsProperties {

    @Property
    void ofProportion_any_agreesWithTheClass(
            @ForAll @LongRange(max = 400) long numerator,
            @ForAll @LongRange(min = 1, max = 400) long rest,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double overall) {
        long size = numerator + rest;
        FunnelLimits limits = FunnelLimits.ofProportion(overall, size, Per.ONE, Confidence.P998);
        double value = numerator / (double) size;
        boolean outside = value < limits.lower() || value > limits.upper();
        Optional<FunnelClass> place = FunnelClass.ofProportion(numerator, size, overall);
        assertThat(place.filter(p -> p == FunnelClass.LOW_998 || p == FunnelClass.HIGH_998)
                        .isPresent())
                .isEqualTo(outside);
    }

    /** An area that is a little further out than the line is classed as such, and one a little nearer is not. */
    @Property
    void ofRatio_onTheLines_theClassChanges(@ForAll @LongRange(min = 1, max = 5000) long observed) {
        FunnelLimits limits = FunnelLimits.ofRatio(observed, Per.ONE, Confidence.P998);
        assertThat(FunnelClass.ofCount(observed, limits.upperSize() * (1 - 1e-6)))
                .contains(FunnelClass.HIGH_998);
        assertThat(FunnelClass.ofCount(observed, limits.upperSize() * (1 + 1e-6)))
                .contains(FunnelClass.HIGH_95);
        assertThat(FunnelClass.ofCount(observed, limits.lowerSize() * (1 + 1e-6)))
                .contains(FunnelClass.LOW_998);
        assertThat(FunnelClass.ofCount(observed, limits.lowerSize() * (1 - 1e-6)))
                .contains(FunnelClass.LOW_95);
    }

    @Property
    void axis_any_isAHundredRisingNumbers(
            @ForAll @DoubleRange(min = 0.1, max = 1e7) double smallest,
            @ForAll @DoubleRange(min = 1, max = 1000) double times,
            @ForAll @DoubleRange(min = 0.01, max = 1) double overall) {
        List<Long> axis = FunnelLimits.Axis.events(smallest, smallest * times, overall);
        assertThat(axis).hasSize(100).isSorted().doesNotHaveDuplicates();
        assertThat(axis.get(0)).isPositive();
        assertThat(axis.get(99)).isGreaterThanOrEqualTo((long) (smallest * times * overall));
    }

    @Property
    void overdispersion_otherUnit_scales(
            @ForAll @Size(min = 2, max = 20) List<@DoubleRange(min = -10, max = 10) Double> figures,
            @ForAll @DoubleRange(min = 0.01, max = 100) double unit) {
        Overdispersion one = overdispersion(figures, 1);
        Overdispersion other = overdispersion(figures, unit);
        Close.assertNear(other.factor(), one.factor(), 1e-9, 1e-12);
        Close.assertNear(other.betweenVariance(), unit * unit * one.betweenVariance(), 1e-6, 1e-9 * unit * unit);
    }

    private static Overdispersion overdispersion(List<Double> figures, double unit) {
        return Overdispersion.of(
                        figures.stream()
                                .map(figure -> new Overdispersion.Deviation(figure * unit, unit, 1.5 * unit))
                                .toList(),
                        Overdispersion.USUAL_SHARE)
                .orElseThrow();
    }
}
