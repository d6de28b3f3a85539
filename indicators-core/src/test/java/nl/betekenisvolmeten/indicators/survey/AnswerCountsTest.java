package nl.betekenisvolmeten.indicators.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Set;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.SamplingBasis;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Estimate;
import nl.betekenisvolmeten.indicators.statistics.Statistic.NotDefined;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Summary;
import nl.betekenisvolmeten.indicators.survey.Questionnaire.AnswerScale;
import org.junit.jupiter.api.Test;

class AnswerCountsTest {

    private static final Set<String> AGREE = Set.of("eens", "helemaal_eens");
    private static final Confidence CONFIDENCE = Confidence.of(0.95);

    private static AnswerCounts answers(long dontKnow, long notApplicable) {
        return AnswerCounts.of(
                AnswerScale.ORDINAL_5,
                Map.of(
                        "helemaal_oneens",
                        1L,
                        "oneens",
                        3L,
                        "neutraal",
                        6L,
                        "eens",
                        18L,
                        "helemaal_eens",
                        7L,
                        "weet_niet",
                        dontKnow,
                        "nvt",
                        notApplicable));
    }

    /** SciPy 1.17.1: binomtest(25, 35).proportion_ci(0.95, method="wilson"). */
    @Test
    void share_favourable_hasWilsonsInterval() {
        Estimate share = answers(2, 3)
                .share(AGREE, SamplingBasis.SUPER_POPULATION, 40, Per.of(100), CONFIDENCE)
                .share()
                .estimate()
                .orElseThrow();
        assertThat(share.numerator()).isEqualTo(25);
        assertThat(share.denominator()).isEqualTo(35);
        assertThat(share.value()).isCloseTo(71.42857142857143, within(1e-12));
        assertThat(share.interval().lower()).isCloseTo(54.945065136817384, within(1e-9));
        assertThat(share.interval().upper()).isCloseTo(83.67346376356531, within(1e-9));
        assertThat(share.method()).isEqualTo("wilson-super-population");
    }

    /** SciPy 1.17.1: t.interval(0.95, 34, mean, stdev / sqrt(35)) of 1, 3 x 2, 6 x 3, 18 x 4, 7 x 5. */
    @Test
    void mean_ofNumbers_hasStudentsInterval() {
        Estimate mean = answers(0, 0)
                .mean(SamplingBasis.SUPER_POPULATION, 35, CONFIDENCE)
                .estimate()
                .orElseThrow();
        assertThat(mean.denominator()).isEqualTo(35);
        assertThat(mean.value()).isCloseTo(3.7714285714285714, within(1e-12));
        assertThat(mean.interval().lower()).isCloseTo(3.43728150610702, within(1e-9));
        assertThat(mean.interval().upper()).isCloseTo(4.105575636750123, within(1e-9));
    }

    @Test
    void shareAndMean_answersOutside_changeNothingAndAreShown() {
        SamplingBasis.Share share = answers(900, 50).share(AGREE, SamplingBasis.REGISTER, 985, Per.ONE, CONFIDENCE);
        assertThat(share.share())
                .isEqualTo(answers(0, 0)
                        .share(AGREE, SamplingBasis.REGISTER, 35, Per.ONE, CONFIDENCE)
                        .share());
        assertThat(share.answers()).isEqualTo(new SamplingBasis.Answers(25, 35, 900, 50));
        assertThat(answers(900, 50).mean(SamplingBasis.SUPER_POPULATION, 35, CONFIDENCE))
                .isEqualTo(answers(0, 0).mean(SamplingBasis.SUPER_POPULATION, 35, CONFIDENCE));
        assertThat(answers(900, 50).outside()).isEqualTo(950);
        assertThat(answers(900, 50).counted()).isEqualTo(35);
    }

    @Test
    void shareAndMean_ofARegister_haveNoInterval() {
        assertThat(answers(2, 3)
                        .share(AGREE, SamplingBasis.REGISTER, 40, Per.of(100), CONFIDENCE)
                        .share())
                .isEqualTo(new Summary(100 * 25 / 35.0, 35, "register"));
        assertThat(answers(2, 3).mean(SamplingBasis.REGISTER, 40, CONFIDENCE)).isInstanceOf(Summary.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> answers(2, 3).share(AGREE, SamplingBasis.REGISTER, 39, Per.of(100), CONFIDENCE)).withMessageContaining("more answers than people: 40 of 39");
    }

    @Test
    void share_nobodyOrOnlyAnswersOutside_isNotDefined() {
        AnswerCounts nobody = AnswerCounts.of(AnswerScale.YES_NO, Map.of("nvt", 12L));
        assertThat(nobody.share(Set.of("ja"), SamplingBasis.SAMPLE, 12, Per.ONE, CONFIDENCE)
                        .share())
                .isEqualTo(NotDefined.ZERO_DENOMINATOR);
        assertThat(AnswerCounts.of(AnswerScale.SCORE_10, Map.of("score_7", 1L))
                        .mean(SamplingBasis.SAMPLE, 12, CONFIDENCE))
                .isEqualTo(NotDefined.TOO_FEW_VALUES);
    }

    @Test
    void share_ofAnAnswerOutsideOrUnknown_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> answers(1, 1).share(Set.of("nvt"), SamplingBasis.SAMPLE, 99, Per.ONE, CONFIDENCE))
                .withMessageContaining("nvt");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> answers(1, 1).share(Set.of("ja"), SamplingBasis.SAMPLE, 99, Per.ONE, CONFIDENCE))
                .withMessageContaining("ja");
    }

    @Test
    void counts_otherAnswersNegativeOrWithoutNumbers_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnswerCounts.of(AnswerScale.YES_NO, Map.of("weet_niet", 1L)))
                .withMessageContaining("weet_niet");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnswerCounts.of(AnswerScale.YES_NO, Map.of("ja", -1L)))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnswerCounts.of(AnswerScale.YES_NO, Map.of("ja", 5L))
                        .mean(SamplingBasis.SAMPLE, 99, CONFIDENCE)).withMessageContaining("the answers of YES_NO are no numbers");
    }

    @Test
    void plus_addsEachAnswerOfTheSameScale() {
        AnswerCounts sum = answers(1, 2).plus(answers(3, 4));
        assertThat(sum.count(AGREE)).isEqualTo(50);
        assertThat(sum.outside()).isEqualTo(10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> answers(1, 2).plus(AnswerCounts.of(AnswerScale.YES_NO, Map.of()))).withMessageContaining("answers on different scales: ORDINAL_5, YES_NO");
    }
}
