package nl.betekenisvolmeten.indicators.comparison;

import static nl.betekenisvolmeten.indicators.comparison.SmallCity.KIND;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS_PER_1000;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WEST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_WEST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.compare;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.only;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.part;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Set;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.comparison.SmallCity.Row;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.statistics.ProportionMethod;
import nl.betekenisvolmeten.indicators.statistics.RateMethod;
import org.junit.jupiter.api.Test;

/** Exact methods accept counts up to and including a billion. */
class ComparisonLargeCountsTest {

    private static final long LARGEST = 1_000_000_000;

    /** Visits per 1,000 visits, so that there are never more than inhabitants. */
    private static final Formula TAAL = new Formula.Proportion(
            "test", Per.HUNDRED, new Formula.Part(VISITS, Map.of(KIND, Set.of("taal"))), part(VISITS));

    private static final Formula RATE = new Formula.Rate("test", Per.ONE, part(VISITS), part(SmallCity.MEETINGS));

    private static Row rate(String wijk, long visits, long meetings) {
        return Row.of(wijk).with(VISITS, visits).with(SmallCity.MEETINGS, meetings);
    }

    private static Comparison.Row oostOfRates(ComparisonOptions options, long oost, long west) {
        return only(compare(plan(RATE).withOptions(options), rate(WIJK_OOST, oost, 2), rate(WIJK_WEST, west, 3)), OOST);
    }

    private static Comparison.Row oostOfShares(ComparisonOptions options, long taalOost, long oost, long west) {
        return only(
                compare(
                        plan(TAAL).withOptions(options),
                        Row.of(WIJK_OOST).ofKind("taal").with(VISITS, taalOost),
                        Row.of(WIJK_OOST).with(VISITS, oost - taalOost),
                        Row.of(WIJK_WEST).ofKind("taal").with(VISITS, 1),
                        Row.of(WIJK_WEST).with(VISITS, west - 1)),
                OOST);
    }

    private static final ComparisonOptions USUAL = ComparisonOptions.withDefaults();
    private static final ComparisonOptions AGAINST_WEST =
            USUAL.withReference(new ComparisonOptions.Reference.OtherArea(WEST));

    /** A billion where a billion are expected: 2.5 billion on 5. */
    @Test
    void city_rate_countAndExpectedUpToTheLimit() {
        assertThat(oostOfRates(USUAL, LARGEST, LARGEST + LARGEST / 2).contrast().pValue())
                .hasValueSatisfying(p -> assertThat(p.value()).isCloseTo(1, within(1e-9)));
        // 0.4 more is expected
        assertThat(oostOfRates(USUAL, LARGEST, LARGEST + LARGEST / 2 + 1)
                        .contrast()
                        .pValue())
                .isEmpty();
        assertThat(oostOfRates(USUAL, LARGEST + 1, LARGEST + LARGEST / 2 - 1)
                        .contrast()
                        .pValue())
                .isEmpty();
    }

    @Test
    void city_share_wholeUpToTheLimit() {
        assertThat(oostOfShares(USUAL, 10, LARGEST, 10).contrast().pValue()).isPresent();
        assertThat(oostOfShares(USUAL, 10, LARGEST + 1, 10).contrast().pValue()).isEmpty();
    }

    @Test
    void otherArea_rate_eventsTogetherUpToTheLimit() {
        assertThat(oostOfRates(AGAINST_WEST, LARGEST - 30, 30).contrast().pValue())
                .isPresent();
        assertThat(oostOfRates(AGAINST_WEST, LARGEST - 30, 31).contrast().pValue())
                .isEmpty();
    }

    @Test
    void otherArea_share_wholesTogetherUpToTheLimit() {
        assertThat(oostOfShares(AGAINST_WEST, 10, LARGEST - 20, 20).contrast().pValue())
                .isPresent();
        assertThat(oostOfShares(AGAINST_WEST, 10, LARGEST - 20, 21).contrast().pValue())
                .isEmpty();
    }

    /** Without an exact method the ratio of two periods has the widest interval that both give. */
    @Test
    void change_beyondTheLimit_ratioOfTheIntervals() {
        ComparisonOptions since = USUAL.withChange(Change.Since.PREVIOUS_PERIOD);
        for (long more : new long[] {0, 1}) {
            Comparison comparison = compare(
                    plan(VISITS_PER_1000).withOptions(since),
                    Row.of(WIJK_OOST).in("2026KW01").with(VISITS, LARGEST / 2),
                    Row.of(WIJK_OOST).in("2026KW02").with(VISITS, LARGEST / 2 + more));
            Change change = comparison.rows().stream()
                    .filter(row -> row.key().area().code().equals(OOST)
                            && row.key().period().code().equals("2026KW02"))
                    .findFirst()
                    .flatMap(row -> row.assessment().change())
                    .orElseThrow();
            assertThat(change.pValue().isPresent()).isEqualTo(more == 0);
            // exp(1.96 sqrt(2 / 5e8)) or, of both intervals, exp(2 x 1.96 / sqrt(5e8))
            assertThat(change.ratio().interval().orElseThrow().upper())
                    .isCloseTo(more == 0 ? 1.00012396 : 1.00017532, within(2e-8));
        }
    }

    @Test
    void interval_exactMethodsUpToTheLimit() {
        ComparisonOptions exactRates = USUAL.withMethods(ProportionMethod.WILSON, RateMethod.EXACT);
        ComparisonOptions exactShares = USUAL.withMethods(ProportionMethod.CLOPPER_PEARSON, RateMethod.BYAR_EXACT);
        assertThat(oostOfRates(exactRates, LARGEST, 30).figure().uncertainty().interval())
                .isPresent();
        assertThat(oostOfRates(exactRates, LARGEST + 1, 30)
                        .figure()
                        .uncertainty()
                        .interval())
                .isEmpty();
        assertThat(oostOfRates(exactShares, LARGEST + 1, 30)
                        .figure()
                        .uncertainty()
                        .interval())
                .isPresent();
        assertThat(oostOfShares(exactShares, 10, LARGEST, 30)
                        .figure()
                        .uncertainty()
                        .interval())
                .isPresent();
        assertThat(oostOfShares(exactShares, 10, LARGEST + 1, 30)
                        .figure()
                        .uncertainty()
                        .interval())
                .isEmpty();
        assertThat(oostOfShares(exactRates, 10, LARGEST + 1, 30)
                        .figure()
                        .uncertainty()
                        .interval())
                .isPresent();
    }
}
