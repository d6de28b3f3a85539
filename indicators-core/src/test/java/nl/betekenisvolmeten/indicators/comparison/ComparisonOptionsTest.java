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
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
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
    private static final Indicator.Direction MORE = new Indicator.Direction.HigherIsBetter();

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

    private static Comparison.Difference difference(Comparison.Row row) {
        return row.contrast().difference().orElseThrow();
    }

    @Test
    void compare_usual_differenceFromTheCityTakenAsKnown() {
        Comparison.Row oost = visits(USUAL, OOST);

        assertThat(oost.contrast().reference().code()).isEqualTo("city");
        assertThat(oost.contrast().referenceValue()).isEqualTo(oost.contrast().cityValue());
        assertThat(difference(oost).value().exact().orElseThrow()).isEqualByComparingTo("-4.9");
        // 1000 / 2000 * chi2.ppf((0.025, 0.975), (14, 16)) / 2 - 8.4
        assertInterval(difference(oost).interval().orElseThrow(), -6.9928184742400665, -1.1886623191488122);
        assertThat(oost.figure().uncertainty().inference()).isEqualTo(Inference.SUPER_POPULATION);
        assertThat(oost.figure().standard().code()).isEqualTo("none");
        assertThat(oost.figure().crude()).isEqualTo(oost.figure().value());
        assertThat(oost.assessment().change()).isEmpty();
        assertThat(oost.figure().uncertainty().intervals())
                .containsExactly(new Comparison.ConfidenceLimits(
                        Confidence.P95, oost.figure().uncertainty().interval().orElseThrow()));
    }

    @Test
    void withReference_restOfCity_twoSamples() {
        Comparison.Row oost = visits(USUAL.withReference(new ComparisonOptions.Reference.RestOfCity()), OOST);

        assertThat(oost.contrast().reference().code()).isEqualTo("rest");
        assertThat(oost.contrast().cityValue().exact().orElseThrow()).isEqualByComparingTo("8.4");
        // 77 of 8,000
        assertThat(oost.contrast().referenceValue().exact().orElseThrow()).isEqualByComparingTo("9.625");
        // binomtest(7, 84, 0.2)
        assertThat(p(oost.contrast().pValue())).isCloseTo(0.005867905683766821, within(1e-12));
        // Byar and exact limits of both, put together as in Zou and Donner (2008)
        assertInterval(difference(oost).interval().orElseThrow(), -9.31290366770396, -1.8950598088464279);
        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.WORSE);
        // the funnel stays around the whole city
        assertThat(oost.assessment().funnel()).contains(FunnelClass.LOW_95);
    }

    @Test
    void withReference_restOfCity_persons_boundsOfWhatIsLeft() {
        ComparisonPlan plan = plan(populationRate(PERSONS), MORE)
                .withOptions(USUAL.withReference(new ComparisonOptions.Reference.RestOfCity()));
        Comparison comparison = compare(
                plan,
                Row.of(WIJK_OOST).with(PERSONS, 20),
                Row.of(OTHER_WIJK_OOST).with(PERSONS, 30),
                Row.of(WIJK_WEST).with(PERSONS, 40),
                Row.of(WIJK_ZUID).with(PERSONS, 10));

        // the city has 40 to 100 persons and Oost 30 to 50: 0 to 70 are left at least and at most
        assertThat(only(comparison, OOST).contrast().referenceValue())
                .isEqualTo(CellValue.between(new BigDecimal("0"), new BigDecimal("8.75")));
        assertThat(only(comparison, OOST).contrast().pValue()).isEmpty();
    }

    @Test
    void withReference_otherArea_twoSamplesAndNothingOfItself() {
        ComparisonOptions options = USUAL.withReference(new ComparisonOptions.Reference.OtherArea(WEST));
        Comparison.Row oost = visits(options, OOST);

        assertThat(oost.contrast().reference().code()).isEqualTo("SD9999-WEST");
        assertThat(oost.contrast().referenceValue().exact().orElseThrow()).isEqualByComparingTo("12");
        // binomtest(7, 43, 0.4)
        assertThat(p(oost.contrast().pValue())).isCloseTo(0.0015097316448678749, within(1e-12));
        assertInterval(difference(oost).interval().orElseThrow(), -13.566037415302262, -3.331928339626179);
        Comparison.Row west = visits(options, WEST);
        assertThat(west.contrast().pValue()).isEmpty();
        assertThat(west.assessment().judgement()).isEqualTo(Judgement.NONE);
        assertThat(west.assessment().reason()).isEmpty();
        assertThat(west.assessment().funnel()).isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(VISITS_PER_1000)
                        .withOptions(
                                USUAL.withReference(new ComparisonOptions.Reference.OtherArea(AreaCode.of(WIJK_OOST)))))
                .withMessageContaining(WIJK_OOST);
    }

    @Test
    void withReference_otherAreaOfShares_fisherWhereFewAreExpected() {
        Formula share = new Formula.Proportion(
                "test", Per.HUNDRED, new Formula.Part(VISITS, Map.of(KIND, Set.of("taal"))), part(VISITS));
        ComparisonOptions options = USUAL.withReference(new ComparisonOptions.Reference.OtherArea(WEST));
        Row west = Row.of(WIJK_WEST);
        Row oost = Row.of(WIJK_OOST);
        Comparison large = compare(
                plan(share).withOptions(options),
                oost.ofKind("taal").with(VISITS, 18),
                oost.with(VISITS, 2),
                west.ofKind("taal").with(VISITS, 5),
                west.with(VISITS, 15));
        // chi2_contingency([[18, 2], [5, 15]], correction=False)
        assertThat(p(only(large, OOST).contrast().pValue())).isCloseTo(3.210395095400964e-05, within(1e-15));
        Comparison small = compare(
                plan(share).withOptions(options),
                oost.ofKind("taal").with(VISITS, 3),
                oost.with(VISITS, 1),
                west.ofKind("taal").with(VISITS, 1),
                west.with(VISITS, 3));
        // the lady tasting tea: Fisher 1935, 34 / 70
        assertThat(p(only(small, OOST).contrast().pValue())).isCloseTo(34.0 / 70, within(1e-12));
        Comparison none = compare(plan(share).withOptions(options), oost.with(VISITS, 3), west.with(VISITS, 4));
        assertThat(p(only(none, OOST).contrast().pValue())).isEqualTo(1);
    }

    @Test
    void withInference_register_noChance() {
        Comparison.Row oost =
                visits(USUAL.withInference(Inference.REGISTER).withChange(Change.Since.PREVIOUS_PERIOD), OOST);

        assertThat(oost.figure().value().exact().orElseThrow()).isEqualByComparingTo("3.5");
        assertThat(oost.figure().uncertainty().interval()).isEmpty();
        assertThat(oost.figure().uncertainty().method()).isEmpty();
        assertThat(oost.contrast().pValue()).isEmpty();
        assertThat(oost.assessment().funnel()).isEmpty();
        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.NONE);
        assertThat(oost.assessment().rank()).isEmpty();
        assertThat(oost.figure().uncertainty().intervals()).isEmpty();
        assertThat(oost.figure().uncertainty().inference().code()).isEqualTo("register");
        assertThat(difference(oost).value().exact().orElseThrow()).isEqualByComparingTo("-4.9");
        assertThat(difference(oost).interval()).isEmpty();
    }

    @Test
    void withMethods_exact_named() {
        Comparison.Row west = visits(USUAL.withMethods(ProportionMethod.CLOPPER_PEARSON, RateMethod.EXACT), WEST);

        assertThat(west.figure().uncertainty().method()).contains(RateMethod.EXACT);
        // chi2.ppf((0.025, 0.975), (72, 74)) / 2 / 3
        assertInterval(west.figure().uncertainty().interval().orElseThrow(), 8.404652472438409, 16.61305816307873);
        Comparison.Row huge = only(
                compare(
                        plan(VISITS_PER_1000).withOptions(USUAL.withMethods(ProportionMethod.WILSON, RateMethod.EXACT)),
                        Row.of(WIJK_OOST).with(VISITS, 4_000_000_000L)),
                OOST);
        assertThat(huge.figure().uncertainty().interval()).isEmpty();
        assertThat(huge.figure().value().exact()).isPresent();
    }

    @Test
    void withOtherConfidences_allGivenAndTheFirstJudges() {
        Comparison.Row oost = visits(USUAL.withOtherConfidences(List.of(Confidence.P998)), OOST);

        assertThat(oost.figure().uncertainty().intervals().stream().map(Comparison.ConfidenceLimits::confidence))
                .containsExactly(Confidence.P95, Confidence.P998);
        // as in the plan's own test of this confidence
        assertInterval(oost.figure().uncertainty().intervals().get(1).interval(), 0.760168130199405, 9.81308869769212);
        assertThat(oost.figure().uncertainty().confidence()).isEqualTo(Confidence.P95);
    }

    @Test
    void withMultipleTesting_holmAndNone() {
        // p-values 0.0138, 0.0361 and 1: three tests
        assertThat(p(visits(USUAL.withMultipleTesting(MultipleTesting.HOLM), WEST)
                        .contrast()
                        .pAdjusted()))
                .isCloseTo(2 * 0.0360936316136734, within(1e-12));
        Comparison.Row west = visits(USUAL.withMultipleTesting(MultipleTesting.NONE), WEST);
        assertThat(west.contrast().pAdjusted()).isEqualTo(west.contrast().pValue());
        assertThat(west.assessment().judgement()).isEqualTo(Judgement.BETTER);
    }

    @Test
    void withDispersion_spiegelhalter_widensFunnelAndTests() {
        Comparison.Row oost = visits(USUAL.withDispersion(ComparisonOptions.Dispersion.SPIEGELHALTER), OOST);

        // numpy: z drawn in to its quantiles 0.1 and 0.9, then Spiegelhalter's formulas
        assertThat(oost.assessment().overdispersion().orElseThrow().factor())
                .isCloseTo(2.2194982107643892, within(1e-12));
        assertThat(oost.assessment().overdispersion().orElseThrow().betweenVariance())
                .isCloseTo(6.311508856655261, within(1e-11));
        // 2 * norm.sf(4.9 / sqrt(4.2 + 6.31...))
        assertThat(p(oost.contrast().pValue())).isCloseTo(0.13070063098017232, within(1e-12));
        assertThat(oost.assessment().funnel()).contains(FunnelClass.SIMILAR);
        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.SIMILAR);
    }

    private static final Formula TAAL_OF_ALL = new Formula.Proportion(
            "test", Per.HUNDRED, new Formula.Part(VISITS, Map.of(KIND, Set.of("taal"))), part(VISITS));

    /** Of the visits 30 of 100, 60 of 120 and 90 of 150 were about language. */
    private static Row[] shares() {
        return new Row[] {
            Row.of(WIJK_OOST).ofKind("taal").with(VISITS, 30),
            Row.of(WIJK_OOST).with(VISITS, 70),
            Row.of(WIJK_WEST).ofKind("taal").with(VISITS, 60),
            Row.of(WIJK_WEST).with(VISITS, 60),
            Row.of(WIJK_ZUID).ofKind("taal").with(VISITS, 90),
            Row.of(WIJK_ZUID).with(VISITS, 60)
        };
    }

    @Test
    void withDispersion_spiegelhalterOfShares_hasTheirVariance() {
        Comparison comparison = compare(
                plan(TAAL_OF_ALL).withOptions(USUAL.withDispersion(ComparisonOptions.Dispersion.SPIEGELHALTER)),
                shares());

        // numpy, as above, with standard errors 100 sqrt(p (1 - p) / n)
        assertThat(only(comparison, OOST).assessment().overdispersion().orElseThrow())
                .satisfies(spread -> {
                    assertThat(spread.factor()).isCloseTo(4.621930916331043, within(1e-9));
                    assertThat(spread.betweenVariance()).isCloseTo(121.86489850317268, within(1e-8));
                });
    }

    @Test
    void withReference_restOfCityOfASecondIndicator_isOfThatOne() {
        ComparisonPlan plan = ComparisonPlan.of(
                        SmallCity.STRUCTURE,
                        List.of(
                                SmallCity.indicator("bezoeken", VISITS_PER_1000, MORE),
                                SmallCity.indicator("taal", TAAL_OF_ALL, MORE)),
                        AreaLevel.STADSDEEL,
                        SmallCity.POPULATION)
                .withOptions(USUAL.withReference(new ComparisonOptions.Reference.RestOfCity()));
        Comparison.Row oost = compare(plan, shares()).rows().stream()
                .filter(row -> row.key().area().code().equals(OOST)
                        && row.key().indicator().id().value().equals("taal"))
                .findFirst()
                .orElseThrow();
        // 150 of 270
        assertThat(oost.contrast().referenceValue().exact().orElseThrow().doubleValue())
                .isCloseTo(15000.0 / 270, within(1e-9));
    }

    @Test
    void withDispersion_noMoreThanChance_exactTest() {
        Comparison comparison = compare(
                plan(VISITS_PER_1000).withOptions(USUAL.withDispersion(ComparisonOptions.Dispersion.SPIEGELHALTER)),
                Row.of(WIJK_OOST).with(VISITS, 20),
                Row.of(WIJK_WEST).with(VISITS, 30),
                Row.of(WIJK_ZUID).with(VISITS, 51));

        assertThat(only(comparison, OOST).assessment().overdispersion()).isEmpty();
        assertThat(only(comparison, OOST).assessment().funnel()).contains(FunnelClass.SIMILAR);
    }

    @Test
    void rank_pairsThatChanceCannotExplain() {
        Comparison comparison = compare(
                plan(VISITS_PER_1000),
                Row.of(WIJK_OOST).with(VISITS, 200),
                Row.of(WIJK_WEST).with(VISITS, 36),
                Row.of(WIJK_ZUID).with(VISITS, 41));

        assertThat(only(comparison, OOST).assessment().rank()).contains(new RankIntervals.Places(1, 1, 3, "pairwise"));
        assertThat(only(comparison, WEST).assessment().rank()).contains(new RankIntervals.Places(2, 3, 3, "pairwise"));
        assertThat(only(comparison, ZUID).assessment().rank()).contains(new RankIntervals.Places(2, 3, 3, "pairwise"));
    }

    @Test
    void rank_areasWithoutFigure_takeNoPart() {
        Comparison comparison = compare(plan(VISITS_PER_1000), Row.of(WIJK_WEST).with(VISITS, 36));

        assertThat(only(comparison, WEST).assessment().rank()).contains(new RankIntervals.Places(1, 1, 1, "pairwise"));
        assertThat(only(comparison, OOST).assessment().rank()).isEmpty();
    }

    @Test
    void withRanking_monteCarlo_sameSeedSamePlacesAndBoundsByPairs() {
        ComparisonOptions draws = USUAL.withRanking(RankIntervals.MONTE_CARLO, 42);

        assertThat(visits(draws, OOST)).isEqualTo(visits(draws, OOST));
        assertThat(visits(draws, OOST).assessment().rank().orElseThrow().method())
                .isEqualTo("monte-carlo");
        Comparison persons = compare(
                plan(populationRate(PERSONS)).withOptions(draws),
                Row.of(WIJK_OOST).with(PERSONS, 20),
                Row.of(OTHER_WIJK_OOST).with(PERSONS, 30));
        assertThat(only(persons, OOST).assessment().rank().orElseThrow().method())
                .isEqualTo("pairwise");
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
                .isThrownBy(() -> plan.withOptions(USUAL.withChange(Change.Since.PREVIOUS_PERIOD)))
                .withMessageContaining("who reports");
        assertThat(new ComparisonOptions.Reference.OtherArea(CITY).code()).isEqualTo("GM9999");
    }
}
