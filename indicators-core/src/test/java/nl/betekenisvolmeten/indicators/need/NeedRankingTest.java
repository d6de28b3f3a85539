package nl.betekenisvolmeten.indicators.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Population;
import org.junit.jupiter.api.Test;

/** Made-up characteristics of four wijken. */
class NeedRankingTest {

    private static final AreaCode A = AreaCode.of("WK999901");
    private static final AreaCode B = AreaCode.of("WK999902");
    private static final AreaCode C = AreaCode.of("WK999903");
    private static final AreaCode D = AreaCode.of("WK999904");

    private static final List<NeedRanking.Weight> WEIGHTS =
            List.of(new NeedRanking.Weight("arm", 3, true), new NeedRanking.Weight("opleiding", 1, false));

    /** Population standard deviation of both is 2: arm is -1, 0 and 1 times sqrt(1.5) for A, B and C. */
    private static final List<NeedRanking.Fact> FACTS = facts("arm", 2, 4, 6, "opleiding", 50, 70, 60);

    private static final Population PEOPLE = new Population(
            "test",
            Map.of(
                    A, new Population.Figures("2026", OptionalLong.of(1000), List.of()),
                    B, new Population.Figures("2026", OptionalLong.of(2000), List.of()),
                    C, new Population.Figures("2026", OptionalLong.of(1000), List.of()),
                    D, new Population.Figures("2026", OptionalLong.of(500), List.of())));

    private static List<NeedRanking.Fact> facts(String one, int a, int b, int c, String two, int d, int e, int f) {
        return List.of(
                new NeedRanking.Fact(A, one, a),
                new NeedRanking.Fact(B, one, b),
                new NeedRanking.Fact(C, one, c),
                new NeedRanking.Fact(A, two, d),
                new NeedRanking.Fact(B, two, e),
                new NeedRanking.Fact(C, two, f));
    }

    private static List<NeedRanking.Fact> with(NeedRanking.Fact... more) {
        List<NeedRanking.Fact> all = new ArrayList<>(FACTS);
        all.addAll(List.of(more));
        return all;
    }

    private static List<String> told(Findings findings) {
        return findings.kept().stream()
                .map(finding -> finding.code() + " "
                        + finding.arguments().getOrDefault("area", "")
                        + finding.arguments().getOrDefault("column", "")
                        + finding.arguments().getOrDefault("reason", ""))
                .toList();
    }

    @Test
    void of_completeAreas_areRankedWithWhatEachAddsAndWithout() {
        NeedRanking ranking = NeedRanking.of(WEIGHTS, FACTS);
        assertThat(ranking.findings().kept()).isEmpty();
        assertThat(ranking.rows().stream().map(NeedRanking.Row::area)).containsExactly(C, B, A);
        NeedRanking.Row first = ranking.rows().get(0);
        // (3 x sqrt(1.5) + 1 x 0) / 4
        assertThat(first.index()).isCloseTo(0.75 * Math.sqrt(1.5), within(1e-12));
        assertThat(first.contributions().get("opleiding")).isCloseTo(0, within(1e-12));
        assertThat(first.contributions().keySet()).containsExactly("arm", "opleiding");
        // by schooling alone A has the lowest and so most need, C the second
        assertThat(first.ranksWithout()).containsEntry("arm", 2).containsEntry("opleiding", 1);
        assertThat(first.rankLower()).isEqualTo(1);
        assertThat(first.rankUpper()).isEqualTo(2);
        NeedRanking.Row last = ranking.rows().get(2);
        assertThat(last.ranksWithout()).containsEntry("arm", 1).containsEntry("opleiding", 3);
    }

    @Test
    void of_oneCharacteristic_hasNothingToLeaveOut() {
        NeedRanking ranking = NeedRanking.of(List.of(WEIGHTS.get(0)), FACTS);
        assertThat(ranking.rows()).allSatisfy(row -> {
            assertThat(row.ranksWithout()).isEmpty();
            assertThat(row.rankLower()).isEqualTo(row.rankUpper()).isEqualTo(row.rank());
        });
        assertThat(told(ranking.findings())).containsExactly("BM-N02 opleiding");
    }

    @Test
    void of_equalAreas_shareTheFirstOfTheirPlaces() {
        NeedRanking ranking = NeedRanking.of(
                List.of(WEIGHTS.get(0)),
                List.of(
                        new NeedRanking.Fact(C, "arm", 5),
                        new NeedRanking.Fact(B, "arm", 5),
                        new NeedRanking.Fact(A, "arm", 1)));
        assertThat(ranking.rows().stream().map(NeedRanking.Row::rank)).containsExactly(1, 1, 3);
        assertThat(ranking.rows().stream().map(NeedRanking.Row::area)).containsExactly(B, C, A);
    }

    @Test
    void of_missingCharacteristic_refusesTheAreaAndLeavesTheOthersAlone() {
        NeedRanking ranking = NeedRanking.of(WEIGHTS, with(new NeedRanking.Fact(D, "arm", 9)));
        assertThat(ranking.rows()).isEqualTo(NeedRanking.of(WEIGHTS, FACTS).rows());
        assertThat(ranking.refused()).containsExactly(Map.entry(D, List.of("opleiding")));
        assertThat(told(ranking.findings())).containsExactly("BM-N01 WK999904opleiding");
    }

    @Test
    void of_noAreaComplete_isEmptyAndSaysWhy() {
        NeedRanking ranking = NeedRanking.of(
                List.of(WEIGHTS.get(0), new NeedRanking.Weight("ontbreekt", 1, true)),
                List.of(new NeedRanking.Fact(A, "arm", 1)));
        assertThat(ranking.rows()).isEmpty();
        assertThat(ranking.refused()).containsOnlyKeys(A);
        assertThat(NeedBudget.of(ranking, Map.of(A, 100L), PEOPLE, 2).rows()).isEmpty();
        assertThat(NeedReach.of(ranking, Map.of(), PEOPLE).concentration()).isEmpty();
    }

    @Test
    void of_areaOfAnotherLevel_isLeftOutAsItsPeopleWouldCountTwice() {
        AreaCode city = AreaCode.of("GM9999");
        NeedRanking ranking = NeedRanking.of(
                WEIGHTS, with(new NeedRanking.Fact(city, "arm", 4), new NeedRanking.Fact(city, "opleiding", 60)));
        assertThat(ranking.rows()).hasSize(3);
        assertThat(told(ranking.findings())).containsExactly("BM-N03 GM9999");
        assertThat(ranking.findings().hasErrors()).isTrue();
    }

    @Test
    void of_misuse_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NeedRanking.of(List.of(), FACTS))
                .withMessageContaining("weights must not be empty and must have different names");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NeedRanking.of(List.of(WEIGHTS.get(0), WEIGHTS.get(0)), FACTS))
                .withMessageContaining("weights must not be empty and must have different names");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NeedRanking.of(WEIGHTS, with(new NeedRanking.Fact(A, "arm", 3))))
                .withMessageContaining("arm");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NeedRanking.Weight("arm", 0, true))
                .withMessageContaining("weight must be above 0: 'arm', 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NeedRanking.Weight(" ", 1, true))
                .withMessageContaining("weight must be above 0: ' ', 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NeedRanking.Fact(A, "arm", Double.NaN))
                .withMessageContaining("characteristic of WK999901 must have a name: 'arm', NaN");
    }

    @Test
    void budget_ofFactorTwo_doublesWithEachStep() {
        // one characteristic, two areas: their indexes are -1 and 1
        NeedRanking ranking = NeedRanking.of(
                List.of(WEIGHTS.get(0)), List.of(new NeedRanking.Fact(A, "arm", 1), new NeedRanking.Fact(C, "arm", 3)));
        NeedBudget budget = NeedBudget.of(ranking, Map.of(A, 400L, C, 100L), PEOPLE, 2);
        // as many inhabitants: 1/2 against 2 is 1 to 4
        assertThat(budget.rows().get(0)).isEqualTo(new NeedBudget.Row(C, 100, 250, 400));
        assertThat(budget.rows().get(0).change()).isEqualTo(300);
        assertThat(budget.rows().get(1)).isEqualTo(new NeedBudget.Row(A, 400, 250, 100));
        assertThat(budget.budget()).isEqualTo(500);
        NeedBudget other = NeedBudget.of(ranking, Map.of(A, 400L, C, 100L), PEOPLE, 1, 1001);
        assertThat(other.rows().stream().mapToLong(NeedBudget.Row::byNeed).sum())
                .isEqualTo(1001);
        assertThat(other.rows()).allSatisfy(row -> assertThat(row.byNeed()).isEqualTo(row.byInhabitants()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NeedBudget.of(ranking, Map.of(), PEOPLE, 0.9))
                .withMessageContaining("factor must be 1 or more: 0.9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NeedBudget.of(ranking, Map.of(), PEOPLE, Double.NaN))
                .withMessageContaining("factor must be 1 or more: NaN");
    }

    @Test
    void budget_areaWithoutAllItTakes_staysOutWithTheReason() {
        Population fewer = new Population(
                "test",
                Map.of(
                        A, new Population.Figures("2026", OptionalLong.of(1000), List.of()),
                        C, new Population.Figures("2026", OptionalLong.of(0), List.of())));
        NeedRanking ranking = NeedRanking.of(WEIGHTS, with(new NeedRanking.Fact(D, "arm", 9)));
        NeedBudget budget = NeedBudget.of(ranking, Map.of(A, 70L, C, 10L, D, 5L), fewer, 2);
        assertThat(budget.rows()).containsExactly(new NeedBudget.Row(A, 70, 70, 70));
        assertThat(told(budget.findings()))
                .containsExactly("BM-N04 WK999902amount", "BM-N04 WK999903inhabitants", "BM-N04 WK999904index");
    }

    private static CellValue number(int value) {
        return CellValue.of(BigDecimal.valueOf(value));
    }

    @Test
    void reach_exact_hasAConcentrationThatFollowsNeed() {
        NeedRanking ranking = NeedRanking.of(WEIGHTS, FACTS);
        NeedReach high = NeedReach.of(ranking, Map.of(A, number(0), B, number(0), C, number(10)), PEOPLE);
        NeedReach.Bounds bounds = high.concentration().orElseThrow();
        // all reach in the area of most need, which has the last quarter of the people: 2 x 7/8 - 1
        assertThat(bounds.lower()).isCloseTo(0.75, within(1e-12));
        assertThat(bounds.upper()).isCloseTo(0.75, within(1e-12));
        NeedReach even = NeedReach.of(ranking, Map.of(A, number(10), B, number(20), C, number(10)), PEOPLE);
        assertThat(even.concentration().orElseThrow().lower()).isCloseTo(0, within(1e-12));
        assertThat(even.rows().get(0).perThousand().exact().orElseThrow()).isEqualByComparingTo("10");
        // half of the reach in the middle half of the people, half in the last quarter: 2 x (1/2 x 1/2 + 1/2 x 7/8) - 1
        NeedReach uneven = NeedReach.of(ranking, Map.of(A, number(0), B, number(20), C, number(20)), PEOPLE);
        assertThat(uneven.concentration().orElseThrow().lower()).isCloseTo(0.375, within(1e-12));
        assertThat(uneven.concentration().orElseThrow().upper()).isCloseTo(0.375, within(1e-12));
    }

    @Test
    void reach_bounds_containEveryPossibility() {
        NeedRanking ranking = NeedRanking.of(WEIGHTS, FACTS);
        Map<AreaCode, CellValue> reached = Map.of(
                A, CellValue.between(BigDecimal.valueOf(2), BigDecimal.valueOf(9)),
                B, CellValue.between(BigDecimal.valueOf(1), BigDecimal.valueOf(5)),
                C, CellValue.between(BigDecimal.valueOf(3), BigDecimal.valueOf(8)));
        NeedReach.Bounds bounds =
                NeedReach.of(ranking, reached, PEOPLE).concentration().orElseThrow();
        double lower = 1;
        double upper = -1;
        for (int a = 2; a <= 9; a++) {
            for (int b = 1; b <= 5; b++) {
                for (int c = 3; c <= 8; c++) {
                    Map<AreaCode, CellValue> one = Map.of(A, number(a), B, number(b), C, number(c));
                    double index = NeedReach.of(ranking, one, PEOPLE)
                            .concentration()
                            .orElseThrow()
                            .lower();
                    lower = Math.min(lower, index);
                    upper = Math.max(upper, index);
                }
            }
        }
        assertThat(bounds.lower()).isCloseTo(lower, within(1e-12));
        assertThat(bounds.upper()).isCloseTo(upper, within(1e-12));
    }

    @Test
    void reach_areaThatDidNotDeliver_givesNoConcentration() {
        NeedRanking ranking = NeedRanking.of(WEIGHTS, FACTS);
        NeedReach reach = NeedReach.of(ranking, Map.of(A, number(1), B, number(2)), PEOPLE);
        assertThat(reach.concentration()).isEqualTo(Optional.empty());
        assertThat(reach.rows().get(0).reached()).isEqualTo(new CellValue.Missing());
        assertThat(NeedReach.of(ranking, Map.of(A, number(0), B, number(0), C, number(0)), PEOPLE)
                        .concentration())
                .isEmpty();
    }
}
