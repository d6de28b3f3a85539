package nl.betekenisvolmeten.indicators.comparison;

import static nl.betekenisvolmeten.indicators.comparison.SmallCity.HOURS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.KIND;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.MEETINGS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.PERSONS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS_PER_1000;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_WEST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_ZUID;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.statistics.DesignEffect;
import nl.betekenisvolmeten.indicators.statistics.DesignEffect.Basis;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RowsWithGaps;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;

/** Visits, hours and meetings: how much chance there is in them, and what may be said of a difference. */
class RepeatedEventsTest {

    private static final ColumnName SQUARES = ColumnName.of("kwadraatsom");
    private static final String ONE = "41000001";
    private static final String TWO = "41000002";

    static final TableStructure STRUCTURE = new TableStructure(
            List.of(
                    new Dimension.Reporter(ColumnName.of("organisatie")),
                    new Dimension.Place(ColumnName.of("wijk"), SmallCity.AREAS, AreaLevel.WIJK, false),
                    new Dimension.Time(ColumnName.of("periode")),
                    Dimension.Category.of(KIND)),
            List.of(
                    new Measure.Flow(
                            VISITS, 0, Optional.of(new Measure.Repeats(Optional.of(PERSONS), Optional.of(SQUARES)))),
                    new Measure.Distinct(PERSONS),
                    new Measure.Flow(SQUARES, 0),
                    new Measure.Flow(MEETINGS, 0, Optional.of(Measure.Repeats.BY_NOBODY)),
                    new Measure.Flow(
                            HOURS, 2, Optional.of(new Measure.Repeats(Optional.of(PERSONS), Optional.empty())))));

    /** A row; a negative number is an empty cell. */
    private static Observation row(String organisation, String wijk, String kind, long... numbers) {
        return rowIn(SmallCity.QUARTER, organisation, wijk, kind, numbers);
    }

    /** A row of a period: visits, persons, squares, meetings and hours; a negative number is an empty cell. */
    static Observation rowIn(String period, String organisation, String wijk, String kind, long... numbers) {
        return RowsWithGaps.row(5, numbers, organisation, wijk, period, kind);
    }

    private static Comparison compare(Formula formula, ComparisonOptions options, Observation... rows) {
        Comparer comparer = ComparisonPlan.of(
                        STRUCTURE,
                        List.of(SmallCity.indicator("maat", formula, new Indicator.Direction.HigherIsBetter())),
                        AreaLevel.STADSDEEL,
                        SmallCity.POPULATION)
                .withOptions(options)
                .newComparer();
        List.of(rows).forEach(comparer);
        return comparer.result();
    }

    private static Comparison compare(Formula formula, Observation... rows) {
        return compare(formula, ComparisonOptions.withDefaults(), rows);
    }

    private static DesignEffect effect(Comparison.Row row) {
        return row.figure().uncertainty().effect().orElseThrow();
    }

    private static void assertUndecided(Comparison.Row row, Judgement.Reason reason) {
        assertThat(row.assessment().judgement()).isEqualTo(Judgement.NOT_DECIDED);
        assertThat(row.assessment().reason()).contains(reason);
    }

    /** 300 visits of 100 persons with squares 1,200: D = 4; Byar of 75, times 4, per 2,000 inhabitants. */
    @Test
    void visits_withSquares_haveAnExactEffect() {
        Comparison.Row oost = only(
                compare(
                        VISITS_PER_1000,
                        row(ONE, WIJK_OOST, "inloop", 300, 100, 1200),
                        row(ONE, WIJK_WEST, "inloop", 330, 110, 1320),
                        row(ONE, WIJK_ZUID, "inloop", 550, 180, 2200)),
                OOST);
        assertThat(effect(oost)).isEqualTo(DesignEffect.between(4, 4));
        Interval interval = oost.figure().uncertainty().interval().orElseThrow();
        assertThat(interval.lower()).isCloseTo(235.96007754228498 / 2, within(1e-9));
        assertThat(interval.upper()).isCloseTo(376.0576026586309 / 2, within(1e-9));
    }

    /**
     * 300 visits where 1,180 / 10,000 x 2,000 = 236 are expected: as independent visits p is below 0.0001, with D = 4 z is
     * ln(300 / 236) / √(4 / 300) = 2.078 and p = 0.038; of three areas the correction makes that 0.11.
     */
    @Test
    void visits_ofTheSamePersons_areNotCalledDifferent() {
        Observation[] rows = {
            row(ONE, WIJK_OOST, "inloop", 300, 100, 1200),
            row(ONE, WIJK_WEST, "inloop", 330, 110, 1320),
            row(ONE, WIJK_ZUID, "inloop", 550, 180, 2200)
        };
        Comparison.Row oost = only(compare(VISITS_PER_1000, rows), OOST);
        assertThat(oost.contrast().pValue().orElseThrow().value()).isCloseTo(0.0377, within(0.0005));
        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.SIMILAR);
        assertThat(oost.assessment().reason()).isEmpty();
    }

    /** The same 300 of 300 persons who came once: D = 1. */
    @Test
    void visits_eachOfAnother_areCalledDifferent() {
        Comparison.Row oost = only(
                compare(
                        VISITS_PER_1000,
                        row(ONE, WIJK_OOST, "inloop", 300, 300, 300),
                        row(ONE, WIJK_WEST, "inloop", 330, 330, 330),
                        row(ONE, WIJK_ZUID, "inloop", 550, 550, 550)),
                OOST);
        assertThat(effect(oost).basis()).isEqualTo(Basis.EXACT);
        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.BETTER);
    }

    /** Two organisations with squares 90 and 160 and 70 visits: 250 / 70 to (√90 + √160)² / 70. */
    @Test
    void visits_ofTwoOrganisations_haveAnEffectBetweenEnds() {
        Comparison.Row oost = only(
                compare(
                        VISITS_PER_1000,
                        row(ONE, WIJK_OOST, "inloop", 30, 15, 90),
                        row(TWO, WIJK_OOST, "inloop", 40, 12, 160)),
                OOST);
        assertThat(effect(oost).basis()).isEqualTo(Basis.BETWEEN);
        assertThat(effect(oost).lower()).isCloseTo(250.0 / 70, within(1e-12));
        assertThat(effect(oost).widest()).isCloseTo(7, within(1e-12));
    }

    /** One part without its squares: only N / P is left, 70 visits of at most 27 persons. */
    @Test
    void visits_withoutSquaresOfOnePart_haveALowerBound() {
        Comparison.Row oost = only(
                compare(
                        VISITS_PER_1000,
                        row(ONE, WIJK_OOST, "inloop", 30, 15, 90),
                        row(TWO, WIJK_OOST, "inloop", 40, 12, -1)),
                OOST);
        assertThat(effect(oost)).isEqualTo(DesignEffect.atLeast(70.0 / 27));
    }

    /** With only a lower bound a large difference stays open, has no p-value, no place in the funnel and no rank. */
    @Test
    void visits_withLowerBound_areNeverCalledDifferent() {
        Comparison comparison = compare(
                VISITS_PER_1000,
                row(ONE, WIJK_OOST, "inloop", 1500, 500),
                row(ONE, WIJK_WEST, "inloop", 300, 100),
                row(ONE, WIJK_ZUID, "inloop", 500, 100));
        Comparison.Row oost = only(comparison, OOST);
        assertUndecided(oost, Judgement.Reason.LOWER_BOUND);
        assertThat(oost.contrast().pValue()).isEmpty();
        assertThat(oost.assessment().funnel()).isEmpty();
        assertThat(oost.assessment().rank()).isEmpty();
    }

    /** What is similar at the least design effect is so at any larger one. */
    @Test
    void visits_withLowerBound_mayBeSimilar() {
        Comparison.Row oost = only(
                compare(
                        VISITS_PER_1000,
                        row(ONE, WIJK_OOST, "inloop", 205, 60),
                        row(ONE, WIJK_WEST, "inloop", 300, 100),
                        row(ONE, WIJK_ZUID, "inloop", 500, 180)),
                OOST);
        assertThat(effect(oost).basis()).isEqualTo(Basis.LOWER_BOUND);
        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.SIMILAR);
    }

    /**
     * Ten organisations with 60 visits and squares 90 each: D is 1.5 if no visitor goes to two of them and 15 if all go to
     * all. 300 per 1,000 against 260: z is 2.86 or 0.90.
     */
    @Test
    void visits_whereTheEndsDisagree_areNotDecided() {
        List<Observation> rows = new ArrayList<>(
                List.of(row(ONE, WIJK_WEST, "inloop", 750, 750, 750), row(ONE, WIJK_ZUID, "inloop", 1250, 1250, 1250)));
        for (int organisation = 0; organisation < 10; organisation++) {
            rows.add(row("4200000" + organisation, WIJK_OOST, "inloop", 60, 50, 90));
        }
        Comparison.Row oost = only(compare(VISITS_PER_1000, rows.toArray(Observation[]::new)), OOST);
        assertThat(effect(oost).lower()).isCloseTo(1.5, within(1e-12));
        assertThat(effect(oost).widest()).isCloseTo(15, within(1e-12));
        assertUndecided(oost, Judgement.Reason.DESIGN_EFFECT);
    }

    @Test
    void visits_withoutAny_areNotDecided() {
        Comparison.Row oost = only(
                compare(
                        VISITS_PER_1000,
                        row(ONE, WIJK_OOST, "inloop", 0, 0, 0),
                        row(ONE, WIJK_WEST, "inloop", 300, 300, 300),
                        row(ONE, WIJK_ZUID, "inloop", 500, 500, 500)),
                OOST);
        assertUndecided(oost, Judgement.Reason.TOO_FEW_EVENTS);
    }

    @Test
    void meetings_haveNobodyBehindThem() {
        Comparison.Row oost = only(
                compare(
                        SmallCity.populationRate(MEETINGS),
                        row(ONE, WIJK_OOST, "inloop", 1, 1, 1, 90),
                        row(ONE, WIJK_WEST, "inloop", 1, 1, 1, 10),
                        row(ONE, WIJK_ZUID, "inloop", 1, 1, 1, 20)),
                OOST);
        assertThat(effect(oost)).isEqualTo(DesignEffect.NONE);
        assertUndecided(oost, Judgement.Reason.NO_PERSONS);
        assertThat(oost.figure().uncertainty().interval()).isEmpty();
    }

    /** 120.50 hours of 4 volunteers: at least 30.125 hours each; the interval is that of 4 volunteers, exact Poisson. */
    @Test
    void hours_ofVolunteers_haveALowerBoundInHours() {
        Comparison.Row oost = only(
                compare(
                        SmallCity.populationRate(HOURS),
                        row(ONE, WIJK_OOST, "inloop", 1, 4, 1, 1, 12050),
                        row(ONE, WIJK_WEST, "inloop", 1, 4, 1, 1, 12000)),
                OOST);
        assertThat(effect(oost)).isEqualTo(DesignEffect.atLeast(30.125));
        // qchisq(0.025, 8) / 2 = 1.0898654 and qchisq(0.975, 10) / 2 = 10.2415887
        Interval interval = oost.figure().uncertainty().interval().orElseThrow();
        assertThat(interval.lower()).isCloseTo(1.0898654 * 30.125 / 2, within(1e-5));
        assertThat(interval.upper()).isCloseTo(10.2415887 * 30.125 / 2, within(1e-5));
    }

    /** A share of visits varies at most as its visits do: D is between 1 and S / N. */
    @Test
    void share_ofVisits_hasAnEffectUpToThatOfTheWhole() {
        Formula share = new Formula.Proportion(
                "test",
                Per.HUNDRED,
                new Formula.Part(VISITS, Map.of(KIND, Set.of("eten"))),
                new Formula.Part(VISITS, Map.of()));
        Comparison.Row oost = only(
                compare(
                        share,
                        row(ONE, WIJK_OOST, "inloop", 30, 15, 90),
                        row(ONE, WIJK_OOST, "eten", 40, 12, 160),
                        row(ONE, WIJK_WEST, "inloop", 30, 15, 90)),
                OOST);
        assertThat(effect(oost)).isEqualTo(DesignEffect.between(1, effect(oost).widest()));
        assertThat(effect(oost).widest()).isCloseTo(7, within(1e-12));
    }

    /** Overdispersion takes the place of the design effect. */
    @Test
    void visits_withOverdispersion_haveNoEffect() {
        Comparison.Row oost = only(
                compare(
                        VISITS_PER_1000,
                        ComparisonOptions.withDefaults().withDispersion(ComparisonOptions.Dispersion.SPIEGELHALTER),
                        row(ONE, WIJK_OOST, "inloop", 300, 100, 1200),
                        row(ONE, WIJK_WEST, "inloop", 330, 110, 1320),
                        row(ONE, WIJK_ZUID, "inloop", 550, 180, 2200)),
                OOST);
        assertThat(oost.figure().uncertainty().effect()).isEmpty();
        assertThat(oost.contrast().pValue()).isPresent();
    }

    /** The rest of the city, 550 visits with squares 2,200, has chance of its own: variance 4 / 300 + 4 / 550. */
    @Test
    void visits_againstTheRest_haveTheVarianceOfBoth() {
        Comparison.Row oost = only(
                compare(
                        VISITS_PER_1000,
                        ComparisonOptions.withDefaults().withReference(new ComparisonOptions.Reference.RestOfCity()),
                        row(ONE, WIJK_OOST, "inloop", 300, 100, 1200),
                        row(ONE, WIJK_ZUID, "inloop", 550, 180, 2200)),
                OOST);
        assertThat(oost.contrast().pValue().orElseThrow().value())
                .isCloseTo(
                        new DesignEffect.Events(300, 2, 4)
                                .test(new DesignEffect.Events(550, 5, 4))
                                .testResult()
                                .orElseThrow()
                                .pValue()
                                .value(),
                        within(1e-12));
    }

    @Test
    void combined_isTheSameAsOne() {
        ComparisonPlan plan = ComparisonPlan.of(
                STRUCTURE,
                List.of(SmallCity.indicator("maat", VISITS_PER_1000, new Indicator.Direction.HigherIsBetter())),
                AreaLevel.STADSDEEL,
                SmallCity.POPULATION);
        Comparer left = plan.newComparer();
        Comparer right = plan.newComparer();
        Comparer all = plan.newComparer();
        Observation first = row(ONE, WIJK_OOST, "inloop", 30, 15, 90);
        Observation second = row(TWO, WIJK_OOST, "inloop", 40, 12, 160);
        left.accept(first);
        right.accept(second);
        all.accept(second);
        all.accept(first);
        left.combine(right);
        assertThat(effect(only(left.result(), OOST))).isEqualTo(effect(only(all.result(), OOST)));
    }
}
