package nl.betekenisvolmeten.indicators.comparison;

import static nl.betekenisvolmeten.indicators.comparison.SmallCity.NEW_PERSONS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.OTHER_WIJK_OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.PERSONS;
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
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.comparison.SmallCity.Row;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.statistics.MultipleTesting;
import nl.betekenisvolmeten.indicators.statistics.ProportionMethod;
import nl.betekenisvolmeten.indicators.statistics.RateMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Persons, of whom a total is only known between bounds. Expected limits: mpmath 1.3.0, exact Poisson limits of the
 * count by bisection of gammainc below ten, else Byar; Wilson for shares.
 */
class ComparisonPersonsTest {

    private static final Formula PERSONS_PER_1000 = populationRate(PERSONS);
    private static final Formula NEW_OF_ALL =
            new Formula.Proportion("test", Per.HUNDRED, part(NEW_PERSONS), part(PERSONS));

    private static CellValue between(String lower, String upper) {
        return CellValue.between(new BigDecimal(lower), new BigDecimal(upper));
    }

    private static void assertBounds(CellValue value, String lower, String upper) {
        assertThat(value.lowerBound().orElseThrow()).isEqualByComparingTo(lower);
        assertThat(value.upperBound().orElseThrow()).isEqualByComparingTo(upper);
    }

    private static void assertInterval(Comparison.Row row, double lower, double upper) {
        assertThat(row.figure().uncertainty().interval().orElseThrow().lower()).isCloseTo(lower, within(1e-12 * upper));
        assertThat(row.figure().uncertainty().interval().orElseThrow().upper()).isCloseTo(upper, within(1e-12 * upper));
    }

    @Test
    void compare_personsInTwoRows_boundsWithoutTest() {
        Comparison.Row west = only(
                compare(
                        plan(PERSONS_PER_1000, new Indicator.Direction.HigherIsBetter()),
                        Row.of(WIJK_WEST).with(PERSONS, 25),
                        Row.of(WIJK_WEST).with(PERSONS, 20),
                        Row.of(WIJK_OOST).with(PERSONS, 20),
                        Row.of(WIJK_ZUID).with(PERSONS, 50)),
                WEST);

        assertThat(west.figure().numerator()).isEqualTo(between("25", "45"));
        assertBounds(west.figure().value(), "8.333333333333333333333333333333333", "15");
        assertInterval(west, 5.39142197388574, 20.0716538929706);
        assertThat(west.figure().uncertainty().method()).contains(RateMethod.BYAR_EXACT);
        assertBounds(west.contrast().cityValue(), "5", "11.5");
        assertThat(west.contrast().pValue()).isEmpty();
        assertThat(west.contrast().pAdjusted()).isEmpty();
        assertThat(west.assessment().funnel()).isEmpty();
        assertThat(west.assessment().judgement()).isEqualTo(Judgement.NOT_DECIDED);
    }

    @Test
    void compare_aboveAllThatTheCityCanBe_better() {
        // the city: 90 to 93 persons on 10,000
        Comparison comparison = compare(
                plan(PERSONS_PER_1000, new Indicator.Direction.HigherIsBetter()),
                Row.of(WIJK_OOST).with(PERSONS, 90),
                Row.of(WIJK_ZUID).with(PERSONS, 2),
                Row.of(WIJK_WEST).with(PERSONS, 1));

        Comparison.Row oost = only(comparison, OOST);
        assertBounds(oost.contrast().cityValue(), "9", "9.3");
        assertInterval(oost, 36.1843104210495, 55.3132316264295);
        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.BETTER);
        assertThat(oost.contrast().pValue()).isEmpty();
        Comparison.Row zuid = only(comparison, ZUID);
        assertInterval(zuid, 0.048441855708793, 1.44493753354479);
        assertThat(zuid.assessment().judgement()).isEqualTo(Judgement.WORSE);
    }

    @Test
    void compare_anAreaAlone_isNotComparedWithItself() {
        // the other stadsdelen did not report, so the city's figure is that of Oost
        Comparison.Row oost =
                only(compare(plan(PERSONS_PER_1000), Row.of(WIJK_OOST).with(PERSONS, 30)), OOST);

        assertThat(oost.figure().value().exact().orElseThrow()).isEqualByComparingTo("15");
        assertThat(oost.contrast().cityValue().exact().orElseThrow()).isEqualByComparingTo("15");
        assertInterval(oost, 10.1184695466332, 21.4141859709994);
        assertThat(oost.contrast().pValue()).isEmpty();
        assertThat(oost.assessment().funnel()).isEmpty();
        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.NONE);
        assertThat(oost.assessment().reason()).contains(Judgement.Reason.ALONE);
    }

    @Test
    void compare_ageGroups_partsAddInTheLowerBound() {
        Comparison.Row oost = only(
                compare(
                        plan(PERSONS_PER_1000),
                        Row.of(WIJK_OOST).ofAge("0-17").with(PERSONS, 10),
                        Row.of(OTHER_WIJK_OOST).ofAge("67+").with(PERSONS, 6),
                        Row.of(OTHER_WIJK_OOST).ofAge("0-17").with(PERSONS, 4)),
                OOST);

        assertThat(oost.figure().numerator()).isEqualTo(between("16", "20"));
        assertBounds(oost.figure().value(), "8", "10");
    }

    @Test
    void compare_shareOfPersons_boundsWithinNoughtAndAHundred() {
        Comparison.Row west = only(
                compare(
                        plan(NEW_OF_ALL),
                        Row.of(WIJK_WEST).with(PERSONS, 40).with(NEW_PERSONS, 10),
                        Row.of(WIJK_WEST).with(PERSONS, 20).with(NEW_PERSONS, 15)),
                WEST);

        assertThat(west.figure().numerator()).isEqualTo(between("15", "25"));
        assertThat(west.figure().denominator()).isEqualTo(between("40", "60"));
        assertBounds(west.figure().value(), "25", "62.5");
        // Wilson of 15 of 60 and of 25 of 40
        assertInterval(west, 15.7765225300567, 75.7770208327667);
        assertThat(west.figure().uncertainty().method()).contains(ProportionMethod.WILSON);
    }

    @Test
    void compare_shareThatBoundsCouldPutAboveTheWhole_atMostTheWhole() {
        Comparison.Row west = only(
                compare(
                        plan(NEW_OF_ALL),
                        Row.of(WIJK_WEST).with(PERSONS, 10).with(NEW_PERSONS, 8),
                        Row.of(WIJK_WEST).with(PERSONS, 10).with(NEW_PERSONS, 9)),
                WEST);

        assertBounds(west.figure().value(), "45", "100");
        assertThat(west.figure().uncertainty().interval().orElseThrow().upper()).isEqualTo(100);
    }

    @Test
    void compare_personsOverQuarters_largestQuarterAtLeast() {
        Comparison.Row oost = only(
                compare(
                        plan(PERSONS_PER_1000).withPeriod(Period.ofYear(2026)),
                        Row.of(WIJK_OOST).in("2026KW01").with(PERSONS, 12),
                        Row.of(WIJK_OOST).in("2026KW02").with(PERSONS, 8)),
                OOST);

        assertThat(oost.figure().numerator()).isEqualTo(between("12", "20"));
    }

    @Test
    void compare_boundsThatDoNotEnd_roundedOutwards() {
        Comparison.Row west = only(
                compare(
                        plan(PERSONS_PER_1000),
                        Row.of(WIJK_WEST).with(PERSONS, 2),
                        Row.of(WIJK_WEST).with(PERSONS, 5)),
                WEST);

        // 5 / 3 and 7 / 3
        assertBounds(
                west.figure().value(), "1.666666666666666666666666666666666", "2.333333333333333333333333333333334");
    }

    @Test
    void compare_boundsThatLeaveOneShare_judgedByTheBounds() {
        // 5 to 10 new persons of 5: all of them
        Comparison.Row oost = only(
                compare(
                        plan(NEW_OF_ALL),
                        Row.of(WIJK_OOST).with(PERSONS, 5).with(NEW_PERSONS, 5),
                        Row.of(WIJK_OOST).with(PERSONS, 0).with(NEW_PERSONS, 5),
                        Row.of(WIJK_WEST).with(PERSONS, 95).with(NEW_PERSONS, 0)),
                OOST);

        assertThat(oost.figure().value().exact().orElseThrow()).isEqualByComparingTo("100");
        assertThat(oost.contrast().pValue()).isEmpty();
        // 5 to 10 of 95 to 100 in the city; Wilson's lower limit of 5 of 5 is 56.6
        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.HIGHER);
    }

    /** As Zuid, but other numbers: one comparison of this size may be chance, one of many that are made is. */
    @Test
    void compare_boundsAmongManyComparisons_mustBeSurer() {
        Row[] rows = {
            Row.of(WIJK_OOST).with(PERSONS, 40),
            Row.of(WIJK_OOST).with(PERSONS, 1),
            Row.of(WIJK_WEST).with(PERSONS, 35),
            Row.of(WIJK_ZUID).with(PERSONS, 60)
        };
        ComparisonPlan plan = plan(PERSONS_PER_1000, new Indicator.Direction.HigherIsBetter());
        Comparison.Row alone = only(
                compare(
                        plan.withOptions(ComparisonOptions.withDefaults().withMultipleTesting(MultipleTesting.NONE)),
                        rows),
                OOST);
        Comparison.Row among = only(compare(plan, rows), OOST);

        assertThat(alone.figure().numerator()).isEqualTo(between("40", "41"));
        assertBounds(alone.contrast().cityValue(), "6", "13.6");
        // Byar at 95 %: 14.29; at 98.3 %, for three areas: 13.2
        assertThat(alone.figure().uncertainty().interval().orElseThrow().lower())
                .isGreaterThan(13.6);
        assertThat(among.figure().uncertainty().interval())
                .isEqualTo(alone.figure().uncertainty().interval());
        assertThat(alone.assessment().judgement()).isEqualTo(Judgement.BETTER);
        assertThat(among.assessment().judgement()).isEqualTo(Judgement.NOT_DECIDED);
    }

    /**
     * Oost has 40 to 41 persons on 2,000; Byar's lower limit per 1,000 is 13.587 at 97.5 % (two areas) and 13.218 at 98.33 %
     * (three areas), from scipy 1.17.1. The city's upper bound is a tenth of the sum, or a fifth where Zuid did not report.
     */
    @ParameterizedTest
    @CsvSource({"26, 65, BETTER", "26, 66, NOT_DECIDED", "26, -1, BETTER", "27, -1, NOT_DECIDED"})
    void compare_boundsAmongManyComparisons_mustBeSurerByHowManyAreMade(long west, long zuid, Judgement expected) {
        List<Row> rows = new ArrayList<>(List.of(
                Row.of(WIJK_OOST).with(PERSONS, 40),
                Row.of(WIJK_OOST).with(PERSONS, 1),
                Row.of(WIJK_WEST).with(PERSONS, west)));
        if (zuid >= 0) {
            rows.add(Row.of(WIJK_ZUID).with(PERSONS, zuid));
        }
        Comparison comparison =
                compare(plan(PERSONS_PER_1000, new Indicator.Direction.HigherIsBetter()), rows.toArray(Row[]::new));
        assertThat(only(comparison, OOST).assessment().judgement()).isEqualTo(expected);
    }
}
