package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Effect;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Estimate;
import nl.betekenisvolmeten.indicators.statistics.Statistic.NotDefined;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Summary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SamplingBasisTest {

    private static final SamplingBasis.Answers ANSWERS = new SamplingBasis.Answers(28, 40, 5, 3);
    private static final Sample MARKS = Sample.ofValues(7, 8, 6, 9, 7.5, 5);

    /** mpmath 1.3.0, 40 digits: Wilson with 40 x 59 / 20 answers. */
    @Test
    void share_ofASample_isNarrowedByThoseWhoAnswered() {
        SamplingBasis.Share share = SamplingBasis.SAMPLE.share(ANSWERS, 60, Per.HUNDRED, Confidence.P95);
        Estimate made = share.share().estimate().orElseThrow();
        assertThat(made.value()).isEqualTo(70);
        assertThat(made.numerator()).isEqualTo(28);
        assertThat(made.denominator()).isEqualTo(40);
        assertThat(made.method()).isEqualTo("wilson-fpc");
        Close.assertNear(made.interval().lower(), 61.20811430580553, 1e-12, 0);
        Close.assertNear(made.interval().upper(), 77.5307521332947, 1e-12, 0);
        assertThat(share.answers()).isEqualTo(ANSWERS);
        assertThat(share.answers().returned()).isEqualTo(48);
        assertThat(share.basis()).isEqualTo(SamplingBasis.SAMPLE);
    }

    @Test
    void share_ofEverybody_hasNoWidth() {
        SamplingBasis.Answers all = new SamplingBasis.Answers(28, 40, 0, 0);
        Estimate made = SamplingBasis.SAMPLE
                .share(all, 40, Per.HUNDRED, Confidence.P95)
                .share()
                .estimate()
                .orElseThrow();
        assertThat(made.interval()).isEqualTo(Interval.of(70, 70));
    }

    @Test
    void share_ofARegister_hasNoIntervalUnlessAskedFor() {
        Statistic register = SamplingBasis.REGISTER
                .share(ANSWERS, 60, Per.HUNDRED, Confidence.P95)
                .share();
        assertThat(register).isEqualTo(new Summary(70, 40, "register"));
        Estimate wider = SamplingBasis.SUPER_POPULATION
                .share(ANSWERS, 60, Per.HUNDRED, Confidence.P95)
                .share()
                .estimate()
                .orElseThrow();
        assertThat(wider.method()).isEqualTo("wilson-super-population");
        // scipy 1.17.1: binomtest(28, 40).proportion_ci(0.95, "wilson")
        Close.assertNear(wider.interval().lower(), 54.56998118185506, 1e-12, 0);
        Close.assertNear(wider.interval().upper(), 81.92515477025347, 1e-12, 0);
    }

    /** scipy 1.17.1: mean -/+ stats.t.ppf(0.975, 5) * std(ddof=1) * sqrt((1 - 6 / 20) / 6). */
    @Test
    void mean_ofASample_isNarrowedByThoseWhoAnswered() {
        Estimate made =
                SamplingBasis.SAMPLE.mean(MARKS, 20, Confidence.P95).estimate().orElseThrow();
        Close.assertNear(made.value(), 7.083333333333333, 1e-14, 0);
        Close.assertNear(made.interval().lower(), 5.828756544359963, 1e-12, 0);
        Close.assertNear(made.interval().upper(), 8.337910122306702, 1e-12, 0);
        assertThat(made.method()).isEqualTo("student-t-fpc");
        Estimate all =
                SamplingBasis.SAMPLE.mean(MARKS, 6, Confidence.P95).estimate().orElseThrow();
        assertThat(all.interval().lower()).isEqualTo(all.interval().upper());
        assertThat(SamplingBasis.REGISTER.mean(MARKS, 6, Confidence.P95))
                .isEqualTo(new Summary(MARKS.mean(), 6, "register"));
        assertThat(SamplingBasis.SUPER_POPULATION
                        .mean(MARKS, 6, Confidence.P95)
                        .estimate()
                        .orElseThrow()
                        .method())
                .isEqualTo("student-t-super-population");
    }

    @ParameterizedTest
    @EnumSource
    void survey_nobodyAnswered_isNotDefined(SamplingBasis basis) {
        SamplingBasis.Answers none = new SamplingBasis.Answers(0, 0, 4, 0);
        assertThat(basis.share(none, 10, Per.HUNDRED, Confidence.P95).share()).isEqualTo(NotDefined.ZERO_DENOMINATOR);
        assertThat(basis.mean(Sample.ofValues(), 10, Confidence.P95)).isEqualTo(NotDefined.TOO_FEW_VALUES);
        assertThatThrownBy(() -> basis.share(none, 3, Per.HUNDRED, Confidence.P95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more answers than people: 4 of 3");
        assertThatThrownBy(() -> basis.mean(MARKS, 5, Confidence.P95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more answers than people: 6 of 5");
    }

    @Test
    void responseRate_any_isAPlainFact() {
        assertThat(SamplingBasis.responseRate(48, 120, Per.HUNDRED)).isEqualTo(new Summary(40, 120, "response-rate"));
        assertThat(SamplingBasis.responseRate(0, 0, Per.HUNDRED)).isEqualTo(NotDefined.ZERO_DENOMINATOR);
        assertThatThrownBy(() -> SamplingBasis.responseRate(3, 2, Per.HUNDRED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a numerator must be part of its denominator: 3 of 2");
    }

    /** scipy 1.17.1: stats.ttest_rel(after, before).confidence_interval(0.95). */
    @Test
    void pairedChange_example_agrees() {
        Effect made = SamplingBasis.pairedChange(
                        new double[] {5, 6, 4, 7, 5}, new double[] {7, 6, 6, 8, 8}, Confidence.P95)
                .effect()
                .orElseThrow();
        Close.assertNear(made.value(), 1.6, 1e-14, 0);
        Close.assertNear(made.interval().lower(), 0.18428522301772787, 1e-12, 0);
        Close.assertNear(made.interval().upper(), 3.0157147769822723, 1e-12, 0);
        assertThat(made.parts()).containsExactly(5.0, 5.4, 7.0);
        assertThat(SamplingBasis.pairedChange(new double[] {1}, new double[] {2}, Confidence.P95))
                .isEqualTo(NotDefined.TOO_FEW_VALUES);
        assertThatThrownBy(() -> SamplingBasis.pairedChange(new double[] {1}, new double[0], Confidence.P95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lists must be of the same length: 1 and 0");
    }

    @Test
    void code_each_isStable() {
        assertThat(Stream.of(SamplingBasis.values()).map(SamplingBasis::code))
                .containsExactly("register", "sample", "super-population");
    }
}
