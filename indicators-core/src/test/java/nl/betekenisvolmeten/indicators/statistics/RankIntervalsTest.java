package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.statistics.RankIntervals.Counted;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankIntervalsTest {

    private static MoverInterval.Figure figure(double value, double lower, double upper) {
        return MoverInterval.Figure.of(value, Interval.of(lower, upper));
    }

    private static RankIntervals.Places pairwise(int lower, int upper, int areas) {
        return new RankIntervals.Places(lower, upper, areas, "pairwise");
    }

    @Test
    void monteCarlo_keysWithTheSameHashCode_drawByThemselves() {
        assertThat("Aa").hasSameHashCodeAs("BB");
        GammaDraws one = GammaDraws.of(1, "Aa");
        GammaDraws other = GammaDraws.of(1, "BB");
        assertThat(one.next(5)).isNotEqualTo(other.next(5));
        List<RankIntervals.Places> places = RankIntervals.monteCarlo(
                List.of(
                        new RankIntervals.Counted("Aa", 50, 100, false),
                        new RankIntervals.Counted("BB", 50, 100, false)),
                Confidence.of(0.95),
                1000,
                1);
        assertThat(places).allSatisfy(place -> {
            assertThat(place.lower()).isEqualTo(1);
            assertThat(place.upper()).isEqualTo(2);
        });
    }

    @Test
    void monteCarlo_theSameKeyTwice_isRefused() {
        RankIntervals.Counted area = new RankIntervals.Counted("WK051838", 5, 10, false);
        assertThatThrownBy(() -> RankIntervals.monteCarlo(List.of(area, area), Confidence.of(0.95), 10, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("WK051838");
    }

    @Test
    void pairwise_farApart_onePlaceEach() {
        List<RankIntervals.Places> places =
                RankIntervals.pairwise(List.of(figure(5, 4, 6), figure(50, 45, 55), figure(20, 18, 22)));

        assertThat(places).containsExactly(pairwise(3, 3, 3), pairwise(1, 1, 3), pairwise(2, 2, 3));
        assertThat(places.get(0).isSeparableFrom(places.get(1))).isTrue();
    }

    @Test
    void pairwise_twoAlike_shareTheirPlaces() {
        List<RankIntervals.Places> places =
                RankIntervals.pairwise(List.of(figure(5, 4, 6), figure(5.5, 4, 7), figure(50, 45, 55)));

        assertThat(places).containsExactly(pairwise(2, 3, 3), pairwise(2, 3, 3), pairwise(1, 1, 3));
        assertThat(places.get(0).isSeparableFrom(places.get(1))).isFalse();
    }

    @Test
    void pairwise_bounds_widen() {
        MoverInterval.Figure bounded = new MoverInterval.Figure(5, 40, Interval.of(4, 45));

        assertThat(RankIntervals.pairwise(List.of(bounded, figure(20, 18, 22), figure(90, 80, 99))))
                .containsExactly(pairwise(2, 3, 3), pairwise(2, 3, 3), pairwise(1, 1, 3));
    }

    @Test
    void pairwise_oneOrNone_isFirst() {
        assertThat(RankIntervals.pairwise(List.of())).isEmpty();
        assertThat(RankIntervals.pairwise(List.of(figure(5, 4, 6)))).containsExactly(pairwise(1, 1, 1));
    }

    @Test
    void confidencePerPair_sharesTheRisk() {
        assertThat(RankIntervals.confidencePerPair(44, Confidence.P95).level()).isCloseTo(1 - 0.05 / 43, within(1e-15));
        assertThat(RankIntervals.confidencePerPair(1, Confidence.P95).level()).isCloseTo(0.95, within(1e-15));
        assertThat(RankIntervals.confidencePerPair(1000, Confidence.of(Confidence.MAX_LEVEL))
                        .level())
                .isEqualTo(Confidence.MAX_LEVEL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankIntervals.confidencePerPair(0, Confidence.P95))
                .withMessageContaining("areas must be 1 or more: 0");
    }

    private static final Counted FEW = new Counted("a", 100, 10_000, false);
    private static final Counted MANY = new Counted("b", 900, 10_000, false);
    private static final Counted ALSO_MANY = new Counted("c", 905, 10_000, false);

    @Test
    void monteCarlo_sameSeed_samePlacesWhateverTheOrder() {
        List<RankIntervals.Places> places =
                RankIntervals.monteCarlo(List.of(FEW, MANY, ALSO_MANY), Confidence.P95, 500, 7);
        List<RankIntervals.Places> turned =
                RankIntervals.monteCarlo(List.of(ALSO_MANY, FEW, MANY), Confidence.P95, 500, 7);

        assertThat(places)
                .containsExactly(
                        new RankIntervals.Places(3, 3, 3, "monte-carlo"),
                        new RankIntervals.Places(1, 2, 3, "monte-carlo"),
                        new RankIntervals.Places(1, 2, 3, "monte-carlo"));
        assertThat(turned).containsExactly(places.get(2), places.get(0), places.get(1));
    }

    @Test
    void monteCarlo_shares_areDrawnFromBeta() {
        assertThat(certainPlaces(
                        new Counted("a", 0, 400, true),
                        new Counted("b", 400, 400, true),
                        new Counted("c", 200, 400, true)))
                .containsExactly(3, 1, 2);
    }

    /** Returns the places of areas whose intervals hold one place each. */
    private static List<Integer> certainPlaces(Counted... areas) {
        List<RankIntervals.Places> places = RankIntervals.monteCarlo(List.of(areas), Confidence.P95, 500, 1);
        assertThat(places).allSatisfy(one -> assertThat(one.lower()).isEqualTo(one.upper()));
        return places.stream().map(RankIntervals.Places::lower).toList();
    }

    /** In numbers the last is the largest, in rates and shares the smallest. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void monteCarlo_areasOfAnySize_areRankedByRate(boolean share) {
        assertThat(certainPlaces(
                        new Counted("a", 90, 100, share),
                        new Counted("b", 500, 1_000, share),
                        new Counted("c", 1_000, 100_000, share)))
                .containsExactly(1, 2, 3);
    }

    @Test
    void monteCarlo_badNumbers_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Counted("a", 5, 4, true))
                .withMessageContaining("a numerator must be part of its denominator: 5 of 4.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Counted("a", 5, 0, false))
                .withMessageContaining("a size must be finite and above 0: 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankIntervals.monteCarlo(List.of(FEW), Confidence.P95, 0, 1))
                .withMessageContaining("draws must be 1 or more: 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RankIntervals.Places(2, 1, 3, "x"))
                .withMessageContaining("places must be in order: 2 to 1 of 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RankIntervals.Places(1, 1, 1, " "))
                .withMessageContaining("the code of a method must not be blank: ' '");
    }

    @Test
    void gammaDraws_haveTheMeanAndVarianceOfTheShape() {
        for (double shape : new double[] {0.5, 1, 7.5, 400}) {
            GammaDraws random = GammaDraws.of(1, "x");
            int number = 20_000;
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < number; i++) {
                double draw = random.next(shape);
                sum += draw;
                squares += draw * draw;
            }
            double mean = sum / number;
            // mean and variance of a gamma distribution with scale 1 are its shape; the limits are five standard errors
            assertThat(mean).isCloseTo(shape, within(5 * Math.sqrt(shape / number)));
            assertThat(squares / number - mean * mean)
                    .isCloseTo(shape, within(5 * shape * Math.sqrt((2 + 6 / shape) / number)));
        }
    }

    @Test
    void mover_withWilson_isNewcombe() {
        Estimate one = ProportionMethod.WILSON
                .estimate(56, 70, Per.ONE, Confidence.P95)
                .estimate()
                .orElseThrow();
        Estimate other = ProportionMethod.WILSON
                .estimate(48, 80, Per.ONE, Confidence.P95)
                .estimate()
                .orElseThrow();
        Interval interval = MoverInterval.difference(
                MoverInterval.Figure.of(one.value(), one.interval()),
                MoverInterval.Figure.of(other.value(), other.interval()));

        Interval newcombe = ProportionDifference.NEWCOMBE
                .estimate(56, 70, 48, 80, Per.ONE, Confidence.P95)
                .effect()
                .orElseThrow()
                .interval();
        assertThat(interval.lower()).isCloseTo(newcombe.lower(), within(1e-15));
        assertThat(interval.upper()).isCloseTo(newcombe.upper(), within(1e-15));
        assertThat(MoverInterval.isAbove(figure(5, 4, 6), figure(3, 2, 4))).isTrue();
        assertThat(MoverInterval.isAbove(figure(3, 2, 4), figure(5, 4, 6))).isFalse();
        assertThat(MoverInterval.isAbove(figure(5, 3, 6), figure(4, 2, 6))).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figure(7, 4, 6))
                .withMessageContaining("a figure must lie within its limits");
    }

    @Test
    void normalTest_isTwoSided() {
        // mpmath 1.3.0, 30 digits: erfc(1.5 / sqrt(2)) and erfc(30 / sqrt(2))
        assertThat(NormalTest.twoSided(3, 2).value()).isCloseTo(0.1336144025377161, within(1e-14));
        assertThat(NormalTest.twoSided(-60, 2).value()).isCloseTo(9.813427854296374e-198, within(1e-207));
        assertThat(NormalTest.twoSided(0, 0).value()).isEqualTo(1);
        assertThat(NormalTest.twoSided(1, 0).value()).isZero();
    }
}
