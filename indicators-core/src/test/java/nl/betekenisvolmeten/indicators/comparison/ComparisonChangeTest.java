package nl.betekenisvolmeten.indicators.comparison;

import static nl.betekenisvolmeten.indicators.comparison.SmallCity.OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS_PER_1000;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WEST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_WEST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.compare;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.comparison.SmallCity.Row;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.statistics.PValue;
import nl.betekenisvolmeten.indicators.statistics.RateRatio;
import org.junit.jupiter.api.Test;

/** The same organisations a period earlier. */
class ComparisonChangeTest {

    private static final ComparisonPlan PLAN = plan(VISITS_PER_1000, new Indicator.Direction.HigherIsBetter())
            .withOptions(ComparisonOptions.withDefaults().withChange(Change.Since.PREVIOUS_PERIOD));

    private static Row by(String organisation, String wijk, String period, long visits) {
        return new Row(
                organisation,
                wijk,
                period,
                "inloop",
                "onbekend",
                Row.of(wijk).with(VISITS, visits).numbers());
    }

    private static final Row[] ROWS = {
        by("A", WIJK_OOST, "2026KW01", 7),
        by("A", WIJK_OOST, "2026KW02", 20),
        // new in Oost, so no change in the work of those who were there
        by("B", WIJK_OOST, "2026KW02", 500),
        by("A", WIJK_WEST, "2026KW02", 30),
        by("B", WIJK_WEST, "2026KW01", 30),
    };

    private static Optional<Change> change(Comparison comparison, AreaCode area, String period) {
        return comparison.rows().stream()
                .filter(row -> row.key().area().code().equals(area)
                        && row.key().period().code().equals(period))
                .findFirst()
                .orElseThrow()
                .assessment()
                .change();
    }

    @Test
    void change_onlyThoseWhoReportedInBoth() {
        Change change = change(compare(PLAN, ROWS), OOST, "2026KW02").orElseThrow();

        assertThat(change.period().code()).isEqualTo("2026KW01");
        assertThat(change.reporters()).isEqualTo(1);
        assertThat(change.before().exact().orElseThrow()).isEqualByComparingTo("3.5");
        assertThat(change.now().exact().orElseThrow()).isEqualByComparingTo("10");
        assertThat(change.difference().value().exact().orElseThrow()).isEqualByComparingTo("6.5");
        // scipy 1.17.1: binomtest(20, 27, 0.5); limits of both as in Zou and Donner (2008)
        assertThat(change.pValue().map(PValue::value).orElseThrow()).isCloseTo(0.0191572904586792, within(1e-12));
        assertThat(change.pAdjusted()).isEqualTo(change.pValue());
        // exact Poisson limits of 7, as in ComparisonRatesTest
        assertThat(change.beforeInterval().orElseThrow().lower()).isCloseTo(1.40718152575993, within(1e-9));
        assertThat(change.beforeInterval().orElseThrow().upper()).isCloseTo(7.21133768085119, within(1e-9));
        assertThat(change.difference().interval().orElseThrow().lower()).isCloseTo(1.1204565639957522, within(1e-9));
        assertThat(change.difference().interval().orElseThrow().upper()).isCloseTo(12.33328919049762, within(1e-9));
        assertThat(change.judgement()).isEqualTo(Judgement.BETTER);
    }

    @Test
    void change_nobodyInBothOrNoPeriodBefore_saysSo() {
        Comparison comparison = compare(PLAN, ROWS);

        assertThat(change(comparison, WEST, "2026KW02").orElseThrow().reason()).contains(Judgement.Reason.NOT_MATCHED);
        Change first = change(comparison, OOST, "2026KW01").orElseThrow();
        assertThat(first.reason()).contains(Judgement.Reason.NO_EARLIER_PERIOD);
        assertThat(first.judgement()).isEqualTo(Judgement.NOT_DECIDED);
        assertThat(first.before()).isEqualTo(new CellValue.Missing());
        assertThat(first.reporters()).isZero();
    }

    /** Another meaning goes before what did not come in, and before what came in. */
    @Test
    void change_whereTheEarlierPeriodMeantSomethingElse_isNotComparable() {
        CellValue none = new CellValue.NotDefined(CellValue.Reason.NOT_COMPARABLE);
        ComparisonPlan plan = PLAN.withNotComparable(
                Map.of(PLAN.indicators().get(0).id(), Validity.until(Period.ofCode("2026KW01"))));
        Comparison comparison = compare(plan, ROWS);

        Change change = change(comparison, OOST, "2026KW02").orElseThrow();
        assertThat(change.before()).isEqualTo(none);
        assertThat(change.now().exact().orElseThrow()).isEqualByComparingTo("10");
        assertThat(change.reason()).contains(Judgement.Reason.NOT_COMPARABLE);
        for (Comparison.Row row : comparison.rows()) {
            boolean earlier = row.key().period().code().equals("2026KW01");
            assertThat(row.contrast().cityValue().equals(none)).isEqualTo(earlier);
            if (row.key().area().code().equals(OOST)) {
                assertThat(row.figure().value().equals(none)).isEqualTo(earlier);
                assertThat(row.figure().value().status() == CellValue.Status.NOT_COMPARABLE)
                        .isEqualTo(earlier);
                assertThat(row.assessment().reason().equals(Optional.of(Judgement.Reason.NOT_COMPARABLE)))
                        .isEqualTo(earlier);
            }
        }
    }

    private static void assertFromFiveToSix(Change change) {
        assertThat(change.before().exact().orElseThrow()).isEqualByComparingTo("5");
        assertThat(change.now().exact().orElseThrow()).isEqualByComparingTo("6");
    }

    @Test
    void change_ofAYear_matchesQuarterWithQuarter() {
        Comparison comparison = compare(
                PLAN.withPeriod(Period.ofYear(2026)),
                by("A", WIJK_OOST, "2025KW01", 10),
                by("A", WIJK_OOST, "2025KW02", 100),
                by("A", WIJK_OOST, "2026KW01", 12),
                by("A", WIJK_OOST, "2026KW03", 200));

        Change change = change(comparison, OOST, "2026JJ00").orElseThrow();
        assertThat(change.period().code()).isEqualTo("2025JJ00");
        assertFromFiveToSix(change);
        // the row itself is of the whole year, and of that year only
        assertThat(comparison.rows().get(0).figure().numerator().exact().orElseThrow())
                .isEqualByComparingTo("212");
    }

    /** First quarters of 2024 to 2027 each have a match a year earlier or later, but only two of them are compared. */
    @Test
    void change_ofAYear_leavesOtherYearsOut() {
        Comparison comparison = compare(
                PLAN.withPeriod(Period.ofYear(2026)),
                by("A", WIJK_OOST, "2024KW01", 7),
                by("A", WIJK_OOST, "2025KW01", 10),
                by("A", WIJK_OOST, "2026KW01", 12),
                by("A", WIJK_OOST, "2027KW01", 9));

        assertFromFiveToSix(change(comparison, OOST, "2026JJ00").orElseThrow());
    }

    @Test
    void change_totalBeforeTooLargeToHold_isTold() {
        Comparison comparison = compare(
                PLAN.withPeriod(Period.ofQuarter(2026, 2)),
                by("A", WIJK_OOST, "2026KW01", Long.MAX_VALUE),
                by("A", WIJK_OOST, "2026KW01", Long.MAX_VALUE),
                by("A", WIJK_OOST, "2026KW02", 20));

        assertThat(comparison.findings().count(FindingCode.of("BM-A01"))).isEqualTo(1);
    }

    @Test
    void change_register_differenceOnly() {
        ComparisonPlan register = PLAN.withOptions(PLAN.options().withInference(Inference.REGISTER));
        Change change = change(compare(register, ROWS), OOST, "2026KW02").orElseThrow();

        assertThat(change.difference().value().exact().orElseThrow()).isEqualByComparingTo("6.5");
        assertThat(change.difference().interval()).isEmpty();
        assertThat(change.beforeInterval()).isEmpty();
        assertThat(change.ratio().value().exact().orElseThrow().doubleValue()).isCloseTo(20.0 / 7, within(1e-12));
        assertThat(change.ratio().interval()).isEmpty();
        assertThat(change.pValue()).isEmpty();
        assertThat(change.judgement()).isEqualTo(Judgement.NONE);
    }

    @Test
    void change_splitOverTwoComparers_theSame() {
        Comparer one = PLAN.newComparer();
        Comparer other = PLAN.newComparer();
        for (int i = 0; i < ROWS.length; i++) {
            (i % 2 == 0 ? one : other).accept(ROWS[i].observation());
        }
        one.combine(other);

        assertThat(one.result()).isEqualTo(compare(PLAN, ROWS));
    }

    /** Two made-up years: 2025 whole, 2026 to half of it. Winter has more visitors than summer, each year the same. */
    private static final Row[] TWO_YEARS = {
        by("A", WIJK_OOST, "2025KW01", 400),
        by("A", WIJK_OOST, "2025KW02", 200),
        by("A", WIJK_OOST, "2025KW03", 100),
        by("A", WIJK_OOST, "2025KW04", 400),
        by("A", WIJK_OOST, "2026KW01", 440),
        by("A", WIJK_OOST, "2026KW02", 220),
        by("B", WIJK_OOST, "2026KW02", 90),
    };

    private static ComparisonPlan since(Change.Since since, Period period) {
        return PLAN.withOptions(ComparisonOptions.withDefaults().withChange(since))
                .withPeriod(period);
    }

    /** 220 against 200 a year before: a tenth more; binomtest(220, 420) of scipy 1.17.1 is 0.3541. */
    @Test
    void change_sinceTheYearBefore_isNotOfTheSeason() {
        Comparison comparison =
                compare(since(Change.Since.SAME_PERIOD_LAST_YEAR, Period.ofQuarter(2026, 2)), TWO_YEARS);
        Change change = change(comparison, OOST, "2026KW02").orElseThrow();
        assertThat(change.period().code()).isEqualTo("2025KW02");
        assertThat(change.ratio().value().exact().orElseThrow()).isEqualByComparingTo("1.1");
        assertThat(change.judgement()).isEqualTo(Judgement.SIMILAR);
        assertThat(change.reporters()).isEqualTo(1);
        assertThat(comparison.findings().count(FindingCode.of("BM-A21"))).isZero();
        Interval ratio = change.ratio().interval().orElseThrow();
        Interval exact = RateRatio.EXACT
                .estimate(220, 2000, 200, 2000, Confidence.P95)
                .effect()
                .orElseThrow()
                .interval();
        assertThat(ratio).isEqualTo(exact);
        assertThat(ratio.lower()).isLessThan(1);
    }

    /** The quarter before is winter: half of it, called worse although each spring is. A warning says so. */
    @Test
    void change_sinceThePreviousQuarter_warnsAboutSeasons() {
        Comparison comparison = compare(since(Change.Since.PREVIOUS_PERIOD, Period.ofQuarter(2026, 2)), TWO_YEARS);
        Change change = change(comparison, OOST, "2026KW02").orElseThrow();
        assertThat(change.ratio().value().exact().orElseThrow()).isEqualByComparingTo("0.5");
        assertThat(change.judgement()).isEqualTo(Judgement.WORSE);
        assertThat(comparison.findings().count(FindingCode.of("BM-A21"))).isEqualTo(1);
    }

    /** Half of 2026 against half of 2025: 660 against 600, not against 1,100. */
    @Test
    void change_ofAYearThatIsNotOver_isToDate() {
        Comparison comparison = compare(since(Change.Since.SAME_PERIOD_LAST_YEAR, Period.ofYear(2026)), TWO_YEARS);
        Change change = change(comparison, OOST, "2026JJ00").orElseThrow();
        assertThat(change.before().exact().orElseThrow()).isEqualByComparingTo("300");
        assertThat(change.now().exact().orElseThrow()).isEqualByComparingTo("330");
        assertThat(change.ratio().value().exact().orElseThrow()).isEqualByComparingTo("1.1");
    }

    @Test
    void change_firstYear_saysThatThereIsNone() {
        Comparison comparison = compare(since(Change.Since.SAME_PERIOD_LAST_YEAR, Period.ofYear(2025)), TWO_YEARS);
        Change change = change(comparison, OOST, "2025JJ00").orElseThrow();
        assertThat(change.reason()).contains(Judgement.Reason.NO_EARLIER_PERIOD);
        assertThat(comparison.findings().count(FindingCode.of("BM-A22"))).isEqualTo(1);
    }

    private static Row persons(String wijk, String period, long persons) {
        return new Row(
                "A",
                wijk,
                period,
                "inloop",
                "onbekend",
                Row.of(wijk).with(SmallCity.PERSONS, persons).numbers());
    }

    private static Change ofPersons(long... numbers) {
        return change(
                        compare(
                                plan(
                                                SmallCity.populationRate(SmallCity.PERSONS),
                                                new Indicator.Direction.HigherIsBetter())
                                        .withOptions(PLAN.options()),
                                persons(WIJK_OOST, "2026KW01", numbers[0]),
                                persons(SmallCity.OTHER_WIJK_OOST, "2026KW01", numbers[1]),
                                persons(WIJK_OOST, "2026KW02", numbers[2]),
                                persons(SmallCity.OTHER_WIJK_OOST, "2026KW02", numbers[3])),
                        OOST,
                        "2026KW02")
                .orElseThrow();
    }

    /** 30 to 50 persons, then 60 to 100: the ratio is 1.2 to 3.33, and 0.69 to 6.01 by Byar's limits. */
    @Test
    void change_ofPersons_ratioOfTheWidestLimits() {
        Change change = ofPersons(30, 20, 60, 40);

        assertThat(change.ratio().value().lowerBound().orElseThrow()).isEqualByComparingTo("1.2");
        assertThat(change.ratio().value().upperBound().orElseThrow().doubleValue())
                .isCloseTo(10.0 / 3, within(1e-12));
        // Byar by hand: 60 and 51, 101 and 30
        assertThat(change.ratio().interval().orElseThrow().lower()).isCloseTo(0.6945335358965706, within(1e-9));
        assertThat(change.ratio().interval().orElseThrow().upper()).isCloseTo(6.010194378638853, within(1e-9));
        assertThat(change.judgement()).isEqualTo(Judgement.NOT_DECIDED);
        assertThat(change.reason()).contains(Judgement.Reason.BOUNDS);
    }

    @Test
    void change_ofPersons_settledByItsBounds() {
        assertThat(ofPersons(10, 10, 200, 100).judgement()).isEqualTo(Judgement.BETTER);
        assertThat(ofPersons(200, 100, 10, 10).judgement()).isEqualTo(Judgement.WORSE);
    }

    @Test
    void change_nothingBefore_noRatio() {
        Change change = ofPersons(0, 0, 60, 40);
        assertThat(change.ratio().value()).isEqualTo(new CellValue.NotDefined(CellValue.Reason.ZERO_DENOMINATOR));
        assertThat(change.ratio().interval()).isEmpty();
    }

    /** Years have no seasons, and 2026 can be compared with 2025. */
    @Test
    void change_ofYears_noWarning() {
        Comparison comparison = compare(PLAN, by("A", WIJK_OOST, "2025JJ00", 10), by("A", WIJK_OOST, "2026JJ00", 12));

        assertFromFiveToSix(change(comparison, OOST, "2026JJ00").orElseThrow());
        assertThat(comparison.findings().count(FindingCode.of("BM-A21"))).isZero();
        // there is nothing before 2025
        assertThat(SmallCity.findings(comparison, "BM-A22"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.arguments())
                        .containsEntry("period", "2025JJ00")
                        .containsEntry("expected", "2024JJ00"));
    }

    /** From 1910 on there is a year to compare with. */
    @Test
    void change_yearsThatNobodyDelivers_haveNone() {
        assertThat(change(compare(PLAN, by("A", WIJK_OOST, "1909JJ00", 12)), OOST, "1909JJ00"))
                .isEmpty();
        assertThat(change(compare(PLAN, by("A", WIJK_OOST, "1910JJ00", 12)), OOST, "1910JJ00"))
                .isPresent();
        assertThat(change(compare(PLAN, by("A", WIJK_OOST, "2900JJ00", 12)), OOST, "2900JJ00"))
                .isPresent();
        assertThat(change(compare(PLAN, by("A", WIJK_OOST, "2901JJ00", 12)), OOST, "2901JJ00"))
                .isEmpty();
    }
}
