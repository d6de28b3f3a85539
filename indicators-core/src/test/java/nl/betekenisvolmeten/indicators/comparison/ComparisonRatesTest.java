package nl.betekenisvolmeten.indicators.comparison;

import static nl.betekenisvolmeten.indicators.comparison.SmallCity.HOURS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.KIND;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.MEETINGS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.OTHER_WIJK_OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS_PER_1000;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WEST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_WEST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_ZUID;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.ZUID;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.compare;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.indicator;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.only;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.part;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.plan;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.populationRate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.comparison.SmallCity.Row;
import nl.betekenisvolmeten.indicators.model.AgeBand;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.FunnelClass;
import nl.betekenisvolmeten.indicators.statistics.PValue;
import nl.betekenisvolmeten.indicators.statistics.ProportionMethod;
import nl.betekenisvolmeten.indicators.statistics.RateMethod;
import org.junit.jupiter.api.Test;

/**
 * Figures known exactly. Expected limits and p-values: mpmath 1.3.0 with 40 digits, from the published formulas. Exact
 * Poisson limits by bisection of gammainc; Byar x (1 - 1/(9x) -+ z/(3 sqrt x))^3; Wilson (p + z^2/2n -+ z sqrt(p(1-p)/n +
 * z^2/4n^2)) / (1 + z^2/n); p the sum of exp(-m) m^k / k! or binomial(n, k) p^k (1-p)^(n-k) over all k that are at most
 * 1 + 1e-7 times as likely as the one seen, as R's poisson.test and binom.test; the least m p(j) / j over j >= i.
 */
class ComparisonRatesTest {

    /** The visits of the city: 84 on 10,000 inhabitants, 8.4 per 1000. */
    private static final Row[] VISIT_ROWS = {
        Row.of(WIJK_OOST).with(VISITS, 4),
        Row.of(OTHER_WIJK_OOST).with(VISITS, 3),
        Row.of(WIJK_WEST).with(VISITS, 36),
        Row.of(WIJK_ZUID).with(VISITS, 30),
        Row.of(WIJK_ZUID).with(VISITS, 11)
    };

    private static final Formula SHARE_OF_TAAL = new Formula.Proportion(
            "test", Per.HUNDRED, new Formula.Part(VISITS, Map.of(KIND, Set.of("taal"))), part(VISITS));

    /** 18 of 20, 30 of 60, 52 of 120: 100 of 200 in the city. */
    private static final Row[] TAAL_ROWS = {
        Row.of(WIJK_OOST).ofKind("taal").with(VISITS, 18),
        Row.of(WIJK_OOST).with(VISITS, 2),
        Row.of(WIJK_WEST).ofKind("taal").with(VISITS, 30),
        Row.of(WIJK_WEST).with(VISITS, 30),
        Row.of(WIJK_ZUID).ofKind("taal").with(VISITS, 52),
        Row.of(WIJK_ZUID).with(VISITS, 68)
    };

    private static void assertInterval(Comparison.Row row, double lower, double upper) {
        assertThat(row.figure().uncertainty().interval().orElseThrow().lower()).isCloseTo(lower, within(1e-12 * upper));
        assertThat(row.figure().uncertainty().interval().orElseThrow().upper()).isCloseTo(upper, within(1e-12 * upper));
    }

    private static void assertP(Comparison.Row row, double p, double adjusted) {
        assertThat(row.contrast().pValue().map(PValue::value).orElseThrow()).isCloseTo(p, within(1e-12));
        assertThat(row.contrast().pAdjusted().map(PValue::value).orElseThrow()).isCloseTo(adjusted, within(1e-12));
    }

    private static BigDecimal exact(CellValue value) {
        return value.exact().orElseThrow();
    }

    @Test
    void compare_fewVisitsPerInhabitant_exactIntervalAndLower() {
        Comparison.Row oost = only(compare(plan(VISITS_PER_1000), VISIT_ROWS), OOST);

        assertThat(exact(oost.figure().numerator())).isEqualByComparingTo("7");
        assertThat(exact(oost.figure().denominator())).isEqualByComparingTo("2000");
        assertThat(oost.figure().per().multiplier()).isEqualTo(1000);
        assertThat(exact(oost.figure().value())).isEqualByComparingTo("3.5");
        assertThat(exact(oost.contrast().cityValue())).isEqualByComparingTo("8.4");
        assertInterval(oost, 1.40718152575993, 7.21133768085119);
        assertThat(oost.figure().uncertainty().method()).contains(RateMethod.BYAR_EXACT);
        assertThat(oost.figure().uncertainty().confidence()).isEqualTo(Confidence.P95);
        assertP(oost, 0.0137861432552552, 0.0413584297657656);
        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.LOWER);
        // P(X <= 7) = 0.0061 with 16.8 expected
        assertThat(oost.assessment().funnel()).contains(FunnelClass.LOW_95);
    }

    @Test
    void compare_manyVisitsPerInhabitant_byarIntervalAndSimilarOnceAdjusted() {
        Comparison.Row west = only(compare(plan(VISITS_PER_1000), VISIT_ROWS), WEST);

        assertThat(exact(west.figure().value())).isEqualByComparingTo("12");
        assertInterval(west, 8.40348261432631, 16.6135502519342);
        assertP(west, 0.0360936316136734, 0.0541404474205101);
        assertThat(west.assessment().judgement()).isEqualTo(Judgement.SIMILAR);
        // P(X >= 36) = 0.0248 with 25.2 expected: the funnel is not adjusted for many areas
        assertThat(west.assessment().funnel()).contains(FunnelClass.HIGH_95);
    }

    @Test
    void compare_likeTheCity_pOneAndSimilar() {
        Comparison.Row zuid = only(compare(plan(VISITS_PER_1000), VISIT_ROWS), ZUID);

        assertThat(exact(zuid.figure().value())).isEqualByComparingTo("8.2");
        assertInterval(zuid, 5.88381426162228, 11.1245151492197);
        assertP(zuid, 1, 1);
        assertThat(zuid.assessment().judgement()).isEqualTo(Judgement.SIMILAR);
        assertThat(zuid.assessment().funnel()).contains(FunnelClass.SIMILAR);
    }

    @Test
    void withConfidence_high_widerAndSimilar() {
        Comparison comparison = compare(plan(VISITS_PER_1000).withConfidence(Confidence.P998), VISIT_ROWS);

        assertInterval(only(comparison, OOST), 0.760168130199405, 9.81308869769212);
        assertInterval(only(comparison, WEST), 6.74392289974281, 19.5684642917074);
        // 0.041 is below 0.05 and not below 0.002
        assertThat(only(comparison, OOST).assessment().judgement()).isEqualTo(Judgement.SIMILAR);
        assertThat(only(comparison, OOST).figure().uncertainty().confidence()).isEqualTo(Confidence.P998);
    }

    @Test
    void compare_lessWhereMoreIsBetter_worse() {
        Comparison comparison = compare(plan(VISITS_PER_1000, new Indicator.Direction.HigherIsBetter()), VISIT_ROWS);

        assertThat(only(comparison, OOST).assessment().judgement()).isEqualTo(Judgement.WORSE);
    }

    @Test
    void compare_lessWhereLessIsBetter_better() {
        Comparison comparison = compare(plan(VISITS_PER_1000, new Indicator.Direction.LowerIsBetter()), VISIT_ROWS);

        assertThat(only(comparison, OOST).assessment().judgement()).isEqualTo(Judgement.BETTER);
    }

    @Test
    void compare_lessWhereABandIsBest_lower() {
        Indicator.Direction band = new Indicator.Direction.WithinBand(BigDecimal.ONE, BigDecimal.TEN);
        Comparison comparison = compare(plan(VISITS_PER_1000, band), VISIT_ROWS);

        assertThat(only(comparison, OOST).assessment().judgement()).isEqualTo(Judgement.LOWER);
    }

    @Test
    void compare_share_wilsonAndBinomialTest() {
        Comparison comparison = compare(plan(SHARE_OF_TAAL, new Indicator.Direction.HigherIsBetter()), TAAL_ROWS);

        Comparison.Row oost = only(comparison, OOST);
        assertThat(exact(oost.figure().value())).isEqualByComparingTo("90");
        assertThat(exact(oost.contrast().cityValue())).isEqualByComparingTo("50");
        assertThat(oost.figure().uncertainty().method()).contains(ProportionMethod.WILSON);
        assertInterval(oost, 69.8966354771513, 97.2133518786232);
        assertP(oost, 0.000402450561523438, 0.00120735168457031);
        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.BETTER);
        // 0.9 > 0.5 + 3.09 sqrt(0.25 / 20) = 0.845
        assertThat(oost.assessment().funnel()).contains(FunnelClass.HIGH_998);
        Comparison.Row zuid = only(comparison, ZUID);
        assertInterval(zuid, 34.8101764377884, 52.270079114461);
        assertP(zuid, 0.170645213130352, 0.255967819695527);
        assertThat(zuid.assessment().judgement()).isEqualTo(Judgement.SIMILAR);
        assertP(only(comparison, WEST), 1, 1);
    }

    @Test
    void compare_eventsByEvents_rateOfTheSums() {
        Comparison comparison = compare(
                plan(new Formula.Rate("test", Per.ONE, part(VISITS), part(MEETINGS))),
                Row.of(WIJK_OOST).with(VISITS, 5).with(MEETINGS, 1),
                Row.of(OTHER_WIJK_OOST).with(VISITS, 2).with(MEETINGS, 3),
                Row.of(WIJK_WEST).with(VISITS, 36).with(MEETINGS, 9),
                Row.of(WIJK_ZUID).with(VISITS, 41).with(MEETINGS, 15));

        Comparison.Row oost = only(comparison, OOST);
        assertThat(exact(oost.figure().value())).isEqualByComparingTo("1.75");
        assertThat(exact(oost.contrast().cityValue())).isEqualByComparingTo("3");
        assertInterval(oost, 0.703590762879967, 3.60566884042559);
        assertP(oost, 0.190795504280014, 0.28619325642002);
        assertP(only(comparison, WEST), 0.100343726030997, 0.28619325642002);
        assertP(only(comparison, ZUID), 0.60198091346327, 0.60198091346327);
    }

    @Test
    void compare_twoIndicators_adjustedTogetherAndInOrder() {
        Indicator.Direction none = new Indicator.Direction.NoJudgement();
        Row[] rows = new Row[VISIT_ROWS.length + TAAL_ROWS.length];
        // the visits of the rate are those of one kind, so that the share's rows are not counted
        for (int i = 0; i < VISIT_ROWS.length; i++) {
            rows[i] = VISIT_ROWS[i].ofKind("kaarten");
        }
        System.arraycopy(TAAL_ROWS, 0, rows, VISIT_ROWS.length, TAAL_ROWS.length);
        Formula rate = new Formula.PopulationRate(
                "test", Per.THOUSAND, new Formula.Part(VISITS, Map.of(KIND, Set.of("kaarten"))), Optional.empty());
        Formula share = new Formula.Proportion(
                "test",
                Per.HUNDRED,
                new Formula.Part(VISITS, Map.of(KIND, Set.of("taal"))),
                new Formula.Part(VISITS, Map.of(KIND, Set.of("taal", "inloop"))));

        Comparison comparison = compare(plan(indicator("tarief", rate, none), indicator("aandeel", share, none)), rows);

        assertThat(comparison.rows().stream()
                        .map(row -> row.key().indicator().id() + " "
                                + row.key().area().name()))
                .containsExactly(
                        "tarief Oost", "tarief West", "tarief Zuid", "aandeel Oost", "aandeel West", "aandeel Zuid");
        List<Double> adjusted = comparison.rows().stream()
                .map(row -> row.contrast().pAdjusted().orElseThrow().value())
                .toList();
        double[] expected = {0.0413584297657656, 0.0721872632273468, 1, 0.00241470336914063, 1, 0.255967819695527};
        for (int i = 0; i < expected.length; i++) {
            assertThat(adjusted.get(i)).isCloseTo(expected[i], within(1e-12));
        }
    }

    @Test
    void compare_hours_noIntervalAndNoJudgement() {
        Comparison comparison = compare(
                plan(populationRate(HOURS), new Indicator.Direction.HigherIsBetter()),
                Row.of(WIJK_OOST).with(HOURS, 10_050),
                Row.of(WIJK_WEST).with(HOURS, 25),
                Row.of(WIJK_ZUID).with(HOURS, 0));

        Comparison.Row oost = only(comparison, OOST);
        assertThat(exact(oost.figure().numerator())).isEqualByComparingTo("100.5");
        assertThat(exact(oost.figure().value())).isEqualByComparingTo("50.25");
        assertThat(exact(oost.contrast().cityValue())).isEqualByComparingTo("10.075");
        assertThat(oost.figure().uncertainty().method()).isEmpty();
        assertThat(oost.figure().uncertainty().interval()).isEmpty();
        assertThat(oost.contrast().pValue()).isEmpty();
        assertThat(oost.contrast().pAdjusted()).isEmpty();
        assertThat(oost.assessment().funnel()).isEmpty();
        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.NONE);
    }

    @Test
    void compare_ofSomeAges_inhabitantsOfThoseAges() {
        Formula formula = new Formula.PopulationRate(
                "test",
                Per.THOUSAND,
                new Formula.Part(VISITS, Map.of(SmallCity.AGE, Set.of("67+"))),
                Optional.of(AgeBand.atLeast(67)));
        Comparison.Row oost = only(
                compare(
                        plan(formula),
                        Row.of(WIJK_OOST).ofAge("67+").with(VISITS, 12),
                        Row.of(WIJK_OOST).ofAge("18-66").with(VISITS, 500)),
                OOST);

        assertThat(exact(oost.figure().denominator())).isEqualByComparingTo("400");
        assertThat(exact(oost.figure().value())).isEqualByComparingTo("30");
        assertInterval(oost, 15.4837746076976, 52.4071451340418);
    }

    @Test
    void compare_agesThatSplitABand_refused() {
        Formula formula =
                new Formula.PopulationRate("test", Per.THOUSAND, part(VISITS), Optional.of(AgeBand.atLeast(65)));
        Comparison.Row oost = only(compare(plan(formula), Row.of(WIJK_OOST).with(VISITS, 12)), OOST);

        assertThat(oost.figure().value()).isEqualTo(new CellValue.NotDefined(CellValue.Reason.UNKNOWN_DENOMINATOR));
    }

    @Test
    void compare_bandThatIsGood_nearerIsBetter() {
        // the city: 44 per 1000; Oost: 200
        Row[] rows = {
            Row.of(WIJK_OOST).with(VISITS, 400),
            Row.of(WIJK_WEST).with(VISITS, 0),
            Row.of(WIJK_ZUID).with(VISITS, 40)
        };
        assertThat(oost(rows, 0, 50)).isEqualTo(Judgement.WORSE);
        assertThat(oost(rows, 190, 210)).isEqualTo(Judgement.BETTER);
        // both in the band: neither is better
        assertThat(oost(rows, 0, 300)).isEqualTo(Judgement.HIGHER);
    }

    private static Judgement oost(Row[] rows, int from, int to) {
        Indicator.Direction band = new Indicator.Direction.WithinBand(BigDecimal.valueOf(from), BigDecimal.valueOf(to));
        Comparison.Row oost = only(compare(plan(VISITS_PER_1000, band), rows), OOST);
        assertThat(oost.figure().value().exact().orElseThrow()).isEqualByComparingTo("200");
        assertThat(oost.contrast().cityValue().exact().orElseThrow()).isEqualByComparingTo("44");
        return oost.assessment().judgement();
    }
}
