package nl.betekenisvolmeten.indicators.comparison;

import static nl.betekenisvolmeten.indicators.comparison.SmallCity.CITY;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.KIND;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.OTHER_WIJK_OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.PERSONS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS_PER_1000;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WEST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_WEST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_ZUID;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.ZUID;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.compare;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.only;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.part;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.plan;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.populationRate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.comparison.SmallCity.Row;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Direction;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.FunnelClass;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.statistics.MultipleTesting;
import nl.betekenisvolmeten.indicators.statistics.PValue;
import nl.betekenisvolmeten.indicators.statistics.ProportionMethod;
import nl.betekenisvolmeten.indicators.statistics.RankIntervals;
import nl.betekenisvolmeten.indicators.statistics.RateMethod;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;

/** Expected numbers: scipy 1.17.1 and numpy, calls beside them, unless said otherwise. */
class ComparisonOptionsTest {

    private static final ComparisonOptions USUAL = ComparisonOptions.withDefaults();
    private static final Direction MORE = new Direction.HigherIsBetter();

    /** 7 of 2,000, 36 of 3,000 and 41 of 5,000: 84 of 10,000. */
    private static final Row[] VISIT_ROWS = {
        Row.of(WIJK_OOST).with(VISITS, 5),
        Row.of(OTHER_WIJK_OOST).with(VISITS, 2),
        Row.of(WIJK_WEST).with(VISITS, 36),
        Row.of(WIJK_ZUID).with(VISITS, 41)
    };

    private static Comparison.Row visits(ComparisonOptions options, AreaCode area) {
        return only(compare(plan(VISITS_PER_1000, MORE).withOptions(options), VISIT_ROWS), area);
    }

    private static void assertInterval(Interval interval, double lower, double upper) {
        assertThat(interval.lower()).isCloseTo(lower, within(1e-9));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-9));
    }

    private static double p(Optional<PValue> value) {
        return value.orElseThrow().value();
    }

    private static Difference difference(Comparison.Row row) {
        return row.detail().difference().orElseThrow();
    }

    @Test
    void compare_usual_differenceFromTheCityTakenAsKnown() {
        Comparison.Row oost = visits(USUAL, OOST);

        assertThat(oost.detail().reference()).isEqualTo("city");
        assertThat(oost.detail().referenceValue()).isEqualTo(oost.cityValue());
        assertThat(difference(oost).value().exact().orElseThrow()).isEqualByComparingTo("-4.9");
        // 1000 / 2000 * chi2.ppf((0.025, 0.975), (14, 16)) / 2 - 8.4
        assertInterval(difference(oost).interval().orElseThrow(), -6.9928184742400665, -1.1886623191488122);
        assertThat(oost.detail().inference()).isEqualTo(Inference.SUPER_POPULATION);
        assertThat(oost.detail().standard()).isEqualTo("none");
        assertThat(oost.detail().crude()).isEqualTo(oost.value());
        assertThat(oost.detail().change()).isEmpty();
        assertThat(oost.detail().intervals())
                .containsExactly(
                        new ConfidenceLimits(Confidence.P95, oost.interval().orElseThrow()));
    }

    @Test
    void withReference_restOfCity_twoSamples() {
        Comparison.Row oost = visits(USUAL.withReference(new Reference.RestOfCity()), OOST);

        assertThat(oost.detail().reference()).isEqualTo("rest");
        assertThat(oost.cityValue().exact().orElseThrow()).isEqualByComparingTo("8.4");
        // 77 of 8,000
        assertThat(oost.detail().referenceValue().exact().orElseThrow()).isEqualByComparingTo("9.625");
        // binomtest(7, 84, 0.2)
        assertThat(p(oost.pValue())).isCloseTo(0.005867905683766821, within(1e-12));
        // Byar and exact limits of both, put together as in Zou and Donner (2008)
        assertInterval(difference(oost).interval().orElseThrow(), -9.31290366770396, -1.8950598088464279);
        assertThat(oost.judgement()).isEqualTo(Judgement.WORSE);
        // the funnel stays around the whole city
        assertThat(oost.funnel()).contains(FunnelClass.LOW_95);
    }

    @Test
    void withReference_restOfCity_persons_boundsOfWhatIsLeft() {
        ComparisonPlan plan =
                plan(populationRate(PERSONS), MORE).withOptions(USUAL.withReference(new Reference.RestOfCity()));
        Comparison comparison = compare(
                plan,
                Row.of(WIJK_OOST).with(PERSONS, 20),
                Row.of(OTHER_WIJK_OOST).with(PERSONS, 30),
                Row.of(WIJK_WEST).with(PERSONS, 40),
                Row.of(WIJK_ZUID).with(PERSONS, 10));

        // the city has 40 to 100 persons and Oost 30 to 50: 0 to 70 are left at least and at most
        assertThat(only(comparison, OOST).detail().referenceValue())
                .isEqualTo(CellValue.between(new BigDecimal("0"), new BigDecimal("8.75")));
        assertThat(only(comparison, OOST).pValue()).isEmpty();
    }

    @Test
    void withReference_otherArea_twoSamplesAndNothingOfItself() {
        ComparisonOptions options = USUAL.withReference(new Reference.OtherArea(WEST));
        Comparison.Row oost = visits(options, OOST);

        assertThat(oost.detail().reference()).isEqualTo("SD9999-WEST");
        assertThat(oost.detail().referenceValue().exact().orElseThrow()).isEqualByComparingTo("12");
        // binomtest(7, 43, 0.4)
        assertThat(p(oost.pValue())).isCloseTo(0.0015097316448678749, within(1e-12));
        assertInterval(difference(oost).interval().orElseThrow(), -13.566037415302262, -3.331928339626179);
        Comparison.Row west = visits(options, WEST);
        assertThat(west.pValue()).isEmpty();
        assertThat(west.judgement()).isEqualTo(Judgement.NONE);
        assertThat(west.funnel()).isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(VISITS_PER_1000)
                        .withOptions(USUAL.withReference(new Reference.OtherArea(AreaCode.of(WIJK_OOST)))))
                .withMessageContaining(WIJK_OOST);
    }

    @Test
    void withReference_otherAreaOfShares_fisherWhereFewAreExpected() {
        Formula share = new Formula.Proportion(
                "test", Per.HUNDRED, new Formula.Part(VISITS, Map.of(KIND, Set.of("taal"))), part(VISITS));
        ComparisonOptions options = USUAL.withReference(new Reference.OtherArea(WEST));
        Row west = Row.of(WIJK_WEST);
        Row oost = Row.of(WIJK_OOST);
        Comparison large = compare(
                plan(share).withOptions(options),
                oost.ofKind("taal").with(VISITS, 18),
                oost.with(VISITS, 2),
                west.ofKind("taal").with(VISITS, 5),
                west.with(VISITS, 15));
        // chi2_contingency([[18, 2], [5, 15]], correction=False)
        assertThat(p(only(large, OOST).pValue())).isCloseTo(3.210395095400964e-05, within(1e-15));
        Comparison small = compare(
                plan(share).withOptions(options),
                oost.ofKind("taal").with(VISITS, 3),
                oost.with(VISITS, 1),
                west.ofKind("taal").with(VISITS, 1),
                west.with(VISITS, 3));
        // the lady tasting tea: Fisher 1935, 34 / 70
        assertThat(p(only(small, OOST).pValue())).isCloseTo(34.0 / 70, within(1e-12));
        Comparison none = compare(plan(share).withOptions(options), oost.with(VISITS, 3), west.with(VISITS, 4));
        assertThat(p(only(none, OOST).pValue())).isEqualTo(1);
    }

    @Test
    void withInference_register_noChance() {
        Comparison.Row oost = visits(USUAL.withInference(Inference.REGISTER).withChange(), OOST);

        assertThat(oost.value().exact().orElseThrow()).isEqualByComparingTo("3.5");
        assertThat(oost.interval()).isEmpty();
        assertThat(oost.method()).isEqualTo("none");
        assertThat(oost.pValue()).isEmpty();
        assertThat(oost.funnel()).isEmpty();
        assertThat(oost.judgement()).isEqualTo(Judgement.NONE);
        assertThat(oost.detail().rank()).isEmpty();
        assertThat(oost.detail().intervals()).isEmpty();
        assertThat(oost.detail().inference().code()).isEqualTo("register");
        assertThat(difference(oost).value().exact().orElseThrow()).isEqualByComparingTo("-4.9");
        assertThat(difference(oost).interval()).isEmpty();
    }

    @Test
    void withMethods_exact_named() {
        Comparison.Row west = visits(USUAL.withMethods(ProportionMethod.CLOPPER_PEARSON, RateMethod.EXACT), WEST);

        assertThat(west.method()).isEqualTo("exact");
        // chi2.ppf((0.025, 0.975), (72, 74)) / 2 / 3
        assertInterval(west.interval().orElseThrow(), 8.404652472438409, 16.61305816307873);
        Comparison.Row huge = only(
                compare(
                        plan(VISITS_PER_1000).withOptions(USUAL.withMethods(ProportionMethod.WILSON, RateMethod.EXACT)),
                        Row.of(WIJK_OOST).with(VISITS, 4_000_000_000L)),
                OOST);
        assertThat(huge.interval()).isEmpty();
        assertThat(huge.value().exact()).isPresent();
    }

    @Test
    void withOtherConfidences_allGivenAndTheFirstJudges() {
        Comparison.Row oost = visits(USUAL.withOtherConfidences(List.of(Confidence.P998)), OOST);

        assertThat(oost.detail().intervals().stream().map(ConfidenceLimits::confidence))
                .containsExactly(Confidence.P95, Confidence.P998);
        // as in the plan's own test of this confidence
        assertInterval(oost.detail().intervals().get(1).interval(), 0.760168130199405, 9.81308869769212);
        assertThat(oost.confidence()).isEqualTo(Confidence.P95);
    }

    @Test
    void withMultipleTesting_holmAndNone() {
        // p-values 0.0138, 0.0361 and 1: three tests
        assertThat(p(visits(USUAL.withMultipleTesting(MultipleTesting.HOLM), WEST)
                        .pAdjusted()))
                .isCloseTo(2 * 0.0360936316136734, within(1e-12));
        Comparison.Row west = visits(USUAL.withMultipleTesting(MultipleTesting.NONE), WEST);
        assertThat(west.pAdjusted()).isEqualTo(west.pValue());
        assertThat(west.judgement()).isEqualTo(Judgement.BETTER);
    }

    @Test
    void withDispersion_spiegelhalter_widensFunnelAndTests() {
        Comparison.Row oost = visits(USUAL.withDispersion(Dispersion.SPIEGELHALTER), OOST);

        // numpy: z drawn in to its quantiles 0.1 and 0.9, then Spiegelhalter's formulas
        assertThat(oost.detail().overdispersion().orElseThrow().factor()).isCloseTo(2.2194982107643892, within(1e-12));
        assertThat(oost.detail().overdispersion().orElseThrow().betweenVariance())
                .isCloseTo(6.311508856655261, within(1e-11));
        // 2 * norm.sf(4.9 / sqrt(4.2 + 6.31...))
        assertThat(p(oost.pValue())).isCloseTo(0.13070063098017232, within(1e-12));
        assertThat(oost.funnel()).contains(FunnelClass.SIMILAR);
        assertThat(oost.judgement()).isEqualTo(Judgement.SIMILAR);
    }

    @Test
    void withDispersion_noMoreThanChance_exactTest() {
        Comparison comparison = compare(
                plan(VISITS_PER_1000).withOptions(USUAL.withDispersion(Dispersion.SPIEGELHALTER)),
                Row.of(WIJK_OOST).with(VISITS, 20),
                Row.of(WIJK_WEST).with(VISITS, 30),
                Row.of(WIJK_ZUID).with(VISITS, 51));

        assertThat(only(comparison, OOST).detail().overdispersion()).isEmpty();
        assertThat(only(comparison, OOST).funnel()).contains(FunnelClass.SIMILAR);
    }

    @Test
    void rank_pairsThatChanceCannotExplain() {
        Comparison comparison = compare(
                plan(VISITS_PER_1000),
                Row.of(WIJK_OOST).with(VISITS, 200),
                Row.of(WIJK_WEST).with(VISITS, 36),
                Row.of(WIJK_ZUID).with(VISITS, 41));

        assertThat(only(comparison, OOST).detail().rank()).contains(new RankIntervals.Places(1, 1, 3, "pairwise"));
        assertThat(only(comparison, WEST).detail().rank()).contains(new RankIntervals.Places(2, 3, 3, "pairwise"));
        assertThat(only(comparison, ZUID).detail().rank()).contains(new RankIntervals.Places(2, 3, 3, "pairwise"));
    }

    @Test
    void rank_areasWithoutFigure_takeNoPart() {
        Comparison comparison = compare(plan(VISITS_PER_1000), Row.of(WIJK_WEST).with(VISITS, 36));

        assertThat(only(comparison, WEST).detail().rank()).contains(new RankIntervals.Places(1, 1, 1, "pairwise"));
        assertThat(only(comparison, OOST).detail().rank()).isEmpty();
    }

    @Test
    void withRanking_monteCarlo_sameSeedSamePlacesAndBoundsByPairs() {
        ComparisonOptions draws = USUAL.withRanking(RankIntervals.MONTE_CARLO, 42);

        assertThat(visits(draws, OOST)).isEqualTo(visits(draws, OOST));
        assertThat(visits(draws, OOST).detail().rank().orElseThrow().method()).isEqualTo("monte-carlo");
        Comparison persons = compare(
                plan(populationRate(PERSONS)).withOptions(draws),
                Row.of(WIJK_OOST).with(PERSONS, 20),
                Row.of(OTHER_WIJK_OOST).with(PERSONS, 30));
        assertThat(only(persons, OOST).detail().rank().orElseThrow().method()).isEqualTo("pairwise");
    }

    @Test
    void of_changeWithoutReporter_refused() {
        List<Dimension> dimensions = SmallCity.STRUCTURE.dimensions().stream()
                .filter(dimension -> !(dimension instanceof Dimension.Reporter))
                .toList();
        ComparisonPlan plan = ComparisonPlan.of(
                new TableStructure(dimensions, SmallCity.STRUCTURE.measures()),
                List.of(),
                AreaLevel.STADSDEEL,
                SmallCity.POPULATION);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.withOptions(USUAL.withChange()))
                .withMessageContaining("who reports");
        assertThat(new Reference.OtherArea(CITY).code()).isEqualTo("GM9999");
    }
}
