package nl.betekenisvolmeten.indicators.comparison;

import static nl.betekenisvolmeten.indicators.comparison.RepeatedEventsTest.rowIn;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.KIND;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS_PER_1000;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WEST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_WEST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_ZUID;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.ZUID;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.only;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.statistics.DesignEffect;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.table.Observation;
import org.junit.jupiter.api.Test;

/** Visits compared with those of an earlier period or another area, which also vary by chance. */
class RepeatedEventsChangeTest {

    private static final String FIRST = "2026KW01";
    private static final String SECOND = "2026KW02";
    private static final ComparisonOptions SINCE =
            ComparisonOptions.withDefaults().withChange(Change.Since.PREVIOUS_PERIOD);

    private static ComparisonPlan plan(Formula formula, ComparisonOptions options) {
        return ComparisonPlan.of(
                        RepeatedEventsTest.STRUCTURE,
                        List.of(SmallCity.indicator("maat", formula, new Indicator.Direction.HigherIsBetter())),
                        AreaLevel.STADSDEEL,
                        SmallCity.POPULATION)
                .withOptions(options);
    }

    private static Comparison compare(ComparisonPlan plan, Observation... rows) {
        Comparer comparer = plan.newComparer();
        List.of(rows).forEach(comparer);
        return comparer.result();
    }

    private static Change change(Observation... rows) {
        ComparisonPlan plan = plan(VISITS_PER_1000, SINCE).withPeriod(Period.ofCode(SECOND));
        return only(compare(plan, rows), OOST).assessment().change().orElseThrow();
    }

    private static Observation visits(String period, long... numbers) {
        return rowIn(period, "A", WIJK_OOST, "inloop", numbers);
    }

    private static double p(Change change) {
        return change.pValue().orElseThrow().value();
    }

    private static void assertInterval(Interval interval, double lower, double upper) {
        assertThat(interval.lower()).isCloseTo(lower, within(1e-9));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-9));
    }

    /** 300 visits with squares 1,200 after 200 with squares 400: the variance of the logarithm is 4 / 300 + 2 / 200. */
    @Test
    void change_squaresKnown_ratioWithTheVarianceOfBoth() {
        Change change = change(visits(FIRST, 200, 120, 400), visits(SECOND, 300, 100, 1200));

        assertThat(change.ratio().value().exact().orElseThrow()).isEqualByComparingTo("1.5");
        // scipy 1.17.1: 1.5 exp(-+ norm.ppf(0.975) sqrt(4 / 300 + 2 / 200)), 2 * norm.sf(log(1.5) / sqrt(...))
        assertInterval(change.ratio().interval().orElseThrow(), 1.1119060047539933, 2.023552341996577);
        assertThat(p(change)).isCloseTo(0.007945141809407785, within(1e-12));
        assertThat(change.judgement()).isEqualTo(Judgement.BETTER);
    }

    /** Squares of an organisation that is not in both periods are left out of both. */
    @Test
    void change_squaresOfOthers_doNotCount() {
        Change change = change(
                visits(FIRST, 200, 120, 400),
                visits(SECOND, 300, 100, 1200),
                rowIn(SECOND, "B", WIJK_OOST, "inloop", 50, 10, 900),
                rowIn(FIRST, "A", WIJK_WEST, "inloop", 50, 10, 900));

        assertThat(p(change)).isCloseTo(0.007945141809407785, within(1e-12));
    }

    @Test
    void change_onlyPersonsKnown_similarOrOpen() {
        Change large = change(visits(FIRST, 200, 120), visits(SECOND, 300, 100));
        assertThat(large.pValue()).isEmpty();
        assertThat(large.judgement()).isEqualTo(Judgement.NOT_DECIDED);
        assertThat(large.reason()).contains(Judgement.Reason.LOWER_BOUND);

        Change small = change(visits(FIRST, 200, 120), visits(SECOND, 210, 100));
        assertThat(small.judgement()).isEqualTo(Judgement.SIMILAR);
    }

    /** Ten organisations with 60 visits and squares 90 each after 520 visits: D is 1.5 to 15, z is 2.3 or 0.8. */
    @Test
    void change_whereTheEndsDisagree_isNotDecided() {
        List<Observation> rows = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            rows.add(rowIn(SECOND, "4200000" + i, WIJK_OOST, "inloop", 60, 50, 90));
            rows.add(rowIn(FIRST, "4200000" + i, WIJK_OOST, "inloop", 45, 45, 45));
        }
        Change change = change(rows.toArray(Observation[]::new));
        assertThat(change.judgement()).isEqualTo(Judgement.NOT_DECIDED);
        assertThat(change.reason()).contains(Judgement.Reason.DESIGN_EFFECT);
    }

    /** Each quarter has its own design effect. */
    @Test
    void compare_everyPeriod_squaresOfThatPeriod() {
        List<DesignEffect> effects = compare(
                        plan(VISITS_PER_1000, ComparisonOptions.withDefaults()),
                        visits(FIRST, 200, 120, 400),
                        visits(SECOND, 300, 100, 1200))
                .rows()
                .stream()
                .flatMap(row -> row.figure().uncertainty().effect().stream())
                .toList();
        assertThat(effects).startsWith(DesignEffect.between(2, 2)).contains(DesignEffect.between(4, 4));
    }

    /** 30 of the 70 visits by 27 persons have no squares, so the squares of the rest of the city are unknown. */
    @Test
    void compare_eventsOfZero_areNoPart() {
        Comparison.Row oost = only(
                compare(
                        plan(VISITS_PER_1000, ComparisonOptions.withDefaults()),
                        visits(FIRST, 200, 120, 400),
                        visits(FIRST, 0, 0)),
                OOST);
        assertThat(oost.figure().uncertainty().effect()).contains(DesignEffect.between(2, 2));
        Comparison.Row other = only(
                compare(
                        plan(VISITS_PER_1000, ComparisonOptions.withDefaults()),
                        visits(FIRST, 200, 120, 400),
                        visits(FIRST, 2, 2, 0)),
                OOST);
        assertThat(other.figure().uncertainty().effect().orElseThrow().isBounded())
                .isFalse();
    }

    /** The persons in one row were not counted, so the design effect is at least 1 and has no upper bound. */
    @Test
    void compare_personsNotCounted_atLeastOne() {
        Comparison.Row oost = only(
                compare(
                        plan(VISITS_PER_1000, ComparisonOptions.withDefaults()),
                        visits(FIRST, 200, 50),
                        visits(FIRST, 20)),
                OOST);
        assertThat(oost.figure().uncertainty().effect()).contains(DesignEffect.atLeast(1));
    }

    /**
     * 40 of 100 visits were with food, 300 of 1,000 in the city: z = 0.1 / sqrt(D x 0.3 x 0.7 / 100), D from 1 to 4.
     */
    @Test
    void share_againstTheCity_hasTheVarianceOfTheWholeAtMost() {
        Formula share = new Formula.Proportion(
                "test", Per.HUNDRED, new Formula.Part(VISITS, Map.of(KIND, Set.of("eten"))), part(VISITS));
        Comparison.Row oost = only(
                compare(
                        plan(share, ComparisonOptions.withDefaults()),
                        rowIn(FIRST, "A", WIJK_OOST, "eten", 40, 20, 100),
                        rowIn(FIRST, "A", WIJK_OOST, "inloop", 60, 30, 100),
                        rowIn(FIRST, "A", WIJK_ZUID, "eten", 260, 200, 300),
                        rowIn(FIRST, "A", WIJK_ZUID, "inloop", 640, 300, 900)),
                OOST);
        assertThat(oost.contrast().cityValue().exact().orElseThrow()).isEqualByComparingTo("30");
        // scipy 1.17.1: 2 * norm.sf(0.1 / sqrt(4 * 0.3 * 0.7 / 100))
        assertThat(oost.contrast().pValue().orElseThrow().value()).isCloseTo(0.27523352407483426, within(1e-12));
    }

    /**
     * There is no method for the ratio of two groups' shares of visits, so its interval is the widest that the two
     * intervals allow.
     */
    @Test
    void change_ofAShareOfVisits_ratioOfTheIntervals() {
        Formula share = new Formula.Proportion(
                "test", Per.HUNDRED, new Formula.Part(VISITS, Map.of(KIND, Set.of("eten"))), part(VISITS));
        ComparisonPlan plan = plan(share, SINCE).withPeriod(Period.ofCode(SECOND));
        Comparison.Row oost = only(
                compare(
                        plan,
                        rowIn(FIRST, "A", WIJK_OOST, "eten", 30, 20, 30),
                        rowIn(FIRST, "A", WIJK_OOST, "inloop", 70, 30, 70),
                        rowIn(SECOND, "A", WIJK_OOST, "eten", 40, 20, 40),
                        rowIn(SECOND, "A", WIJK_OOST, "inloop", 60, 30, 60)),
                OOST);
        Change change = oost.assessment().change().orElseThrow();
        Interval now = oost.figure().uncertainty().interval().orElseThrow();
        Interval before = change.beforeInterval().orElseThrow();
        assertInterval(
                change.ratio().interval().orElseThrow(), now.lower() / before.upper(), now.upper() / before.lower());
    }

    /**
     * Oost has the exact effect D = 9: 900 visits where 724.4 are expected, p = 0.030. Zuid is as expected; West is far
     * below, and only its number of persons is known. Adjusted among the two exact p-values, 0.030 becomes 0.060; among
     * the three at the lower end, 0.045. The test at the exact design effect decides.
     */
    @Test
    void exactEffect_isJudgedByItsOwnTestAlone() {
        Comparison comparison = compare(
                plan(VISITS_PER_1000, ComparisonOptions.withDefaults()),
                rowIn(FIRST, "A", WIJK_OOST, "inloop", 900, 300, 8100),
                rowIn(FIRST, "A", WIJK_WEST, "inloop", 911, 911),
                rowIn(FIRST, "A", WIJK_ZUID, "inloop", 1811, 1811, 1811));
        Comparison.Row oost = only(comparison, OOST);
        // scipy 1.17.1: 2 * norm.sf(log(900 / 724.4) / 0.1)
        assertThat(oost.contrast().pValue().orElseThrow().value()).isCloseTo(0.029968203666990944, within(1e-12));
        assertThat(oost.contrast().pAdjusted().orElseThrow().value())
                .isCloseTo(2 * 0.029968203666990944, within(1e-12));
        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.SIMILAR);
        assertThat(only(comparison, WEST).assessment().reason()).contains(Judgement.Reason.LOWER_BOUND);
    }

    /**
     * Oost against West: 244 visits for 2,000 inhabitants and 300 for 3,000, each by at most as many persons: p =
     * 0.021. Zuid is like West, so two comparisons give 0.042; West is not compared with itself.
     */
    @Test
    void otherArea_itselfIsNoTest() {
        ComparisonOptions options =
                ComparisonOptions.withDefaults().withReference(new ComparisonOptions.Reference.OtherArea(WEST));
        Comparison comparison = compare(
                plan(VISITS_PER_1000, options),
                rowIn(FIRST, "A", WIJK_OOST, "inloop", 244, 244),
                rowIn(FIRST, "A", WIJK_WEST, "inloop", 300, 300),
                rowIn(FIRST, "A", WIJK_ZUID, "inloop", 500, 500));
        assertThat(only(comparison, OOST).assessment().reason()).contains(Judgement.Reason.LOWER_BOUND);
        assertThat(only(comparison, ZUID).assessment().judgement()).isEqualTo(Judgement.SIMILAR);
        assertThat(only(comparison, WEST).assessment().judgement()).isEqualTo(Judgement.NONE);
        assertThat(only(comparison, WEST).figure().value()).isEqualTo(CellValue.of(100));
    }
}
