package nl.betekenisvolmeten.indicators.comparison;

import static nl.betekenisvolmeten.indicators.comparison.SmallCity.CITY;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.KIND;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.MEETINGS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.OOST;
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
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.comparison.SmallCity.Row;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.statistics.PValue;
import nl.betekenisvolmeten.indicators.table.Coverage;
import org.junit.jupiter.api.Test;

/** Missing, zero, not defined and not known are different. */
class ComparisonGapsTest {

    private static final CellValue UNKNOWN_DENOMINATOR = new CellValue.NotDefined(CellValue.Reason.UNKNOWN_DENOMINATOR);

    private static void assertNoStatement(Comparison.Row row) {
        assertThat(row.figure().uncertainty().interval()).isEmpty();
        assertThat(row.contrast().pValue()).isEmpty();
        assertThat(row.contrast().pAdjusted()).isEmpty();
        assertThat(row.assessment().funnel()).isEmpty();
        assertThat(row.assessment().judgement()).isEqualTo(Judgement.NONE);
    }

    @Test
    void compare_areaWithoutRows_listedAndMissing() {
        Comparison comparison = compare(plan(VISITS_PER_1000), Row.of(WIJK_OOST).with(VISITS, 7));

        Comparison.Row zuid = only(comparison, ZUID);
        assertThat(zuid.figure().numerator()).isEqualTo(new CellValue.Missing());
        assertThat(zuid.figure().value()).isEqualTo(new CellValue.Missing());
        assertThat(zuid.figure().denominator()).isEqualTo(CellValue.of(BigDecimal.valueOf(5000)));
        assertThat(zuid.figure().coverage()).isEmpty();
        assertNoStatement(zuid);
    }

    @Test
    void compare_emptyCell_missing() {
        Comparison comparison = compare(
                plan(VISITS_PER_1000),
                Row.of(WIJK_OOST).with(MEETINGS, 1),
                Row.of(WIJK_WEST).with(VISITS, 5));

        assertThat(only(comparison, OOST).figure().value()).isEqualTo(new CellValue.Missing());
        assertThat(only(comparison, OOST).figure().coverage()).contains(new Coverage(1, 1));
        assertNoStatement(only(comparison, OOST));
    }

    @Test
    void compare_reportedButNotOfTheKind_zero() {
        Formula taal = new Formula.PopulationRate(
                "test", Per.THOUSAND, new Formula.Part(VISITS, Map.of(KIND, Set.of("taal"))), Optional.empty());
        Comparison comparison = compare(
                plan(taal, new Indicator.Direction.HigherIsBetter()),
                Row.of(WIJK_ZUID).with(VISITS, 12),
                Row.of(WIJK_WEST).ofKind("taal").with(VISITS, 84));

        Comparison.Row zuid = only(comparison, ZUID);
        assertThat(zuid.figure().numerator()).isEqualTo(CellValue.of(BigDecimal.ZERO));
        assertThat(zuid.figure().value().exact().orElseThrow()).isEqualByComparingTo("0");
        assertThat(zuid.figure().uncertainty().interval().orElseThrow().lower()).isZero();
        // mpmath 1.3.0: -log(0.025) / 5000 * 1000
        assertThat(zuid.figure().uncertainty().interval().orElseThrow().upper())
                .isCloseTo(0.737775890822787, within(1e-12));
        assertThat(zuid.assessment().judgement()).isEqualTo(Judgement.WORSE);
        assertThat(only(comparison, OOST).figure().value()).isEqualTo(new CellValue.Missing());
    }

    @Test
    void compare_inhabitantsNotKnown_refusedAndCityByItsOwnNumber() {
        ComparisonPlan plan = ComparisonPlan.of(
                SmallCity.STRUCTURE,
                List.of(indicator("maat", VISITS_PER_1000, new Indicator.Direction.NoJudgement())),
                AreaLevel.STADSDEEL,
                SmallCity.without(OOST));
        Comparison comparison = compare(
                plan,
                Row.of(WIJK_OOST).with(VISITS, 7).with(MEETINGS, 0),
                Row.of(WIJK_WEST).with(VISITS, 36),
                Row.of(WIJK_ZUID).with(VISITS, 41));

        Comparison.Row oost = only(comparison, OOST);
        assertThat(oost.figure().numerator()).isEqualTo(CellValue.of(BigDecimal.valueOf(7)));
        assertThat(oost.figure().denominator()).isEqualTo(UNKNOWN_DENOMINATOR);
        assertThat(oost.figure().value()).isEqualTo(UNKNOWN_DENOMINATOR);
        assertNoStatement(oost);
        assertThat(oost.assessment().reason()).contains(Judgement.Reason.NO_INHABITANTS);
        Comparison.Row west = only(comparison, WEST);
        // 84 on the 10,500 of the city's own number
        assertThat(west.contrast().cityValue().exact().orElseThrow()).isEqualByComparingTo("8");
        // mpmath 1.3.0: sums of exp(-24) 24^k / k! that are no more likely than k = 36; two tests
        assertThat(west.contrast().pValue().map(PValue::value).orElseThrow())
                .isCloseTo(0.018557429535073, within(1e-12));
        assertThat(west.contrast().pAdjusted().map(PValue::value).orElseThrow())
                .isCloseTo(0.037114859070146, within(1e-12));
        assertThat(west.assessment().judgement()).isEqualTo(Judgement.HIGHER);
    }

    @Test
    void compare_stadsdeelThatDidNotReport_isNotInTheCitysFigureEither() {
        ComparisonPlan plan = plan(VISITS_PER_1000);
        Comparison comparison = compare(
                plan, Row.of(WIJK_OOST).with(VISITS, 20), Row.of(WIJK_WEST).with(VISITS, 30));

        // 50 on the 2,000 of Oost and the 3,000 of West; Zuid is missing, not zero
        assertThat(only(comparison, OOST).contrast().cityValue().exact().orElseThrow())
                .isEqualByComparingTo("10");
        assertThat(only(comparison, OOST).assessment().judgement()).isEqualTo(Judgement.SIMILAR);
        assertThat(SmallCity.findings(comparison, "BM-A03")).singleElement().satisfies(finding -> {
            assertThat(finding.arguments()).containsEntry("found", "2").containsEntry("expected", "3");
        });
    }

    @Test
    void compare_aCellLeftEmpty_incompleteAndNothingJudged() {
        ComparisonPlan plan = plan(VISITS_PER_1000);
        Comparison comparison = compare(
                plan,
                Row.of(WIJK_OOST).with(VISITS, 2),
                Row.of(WIJK_WEST).with(VISITS, 300),
                Row.of(WIJK_WEST).with(MEETINGS, 1),
                Row.of(WIJK_ZUID).with(VISITS, 50));

        Comparison.Row west = only(comparison, WEST);
        assertThat(west.figure().numerator()).isEqualTo(CellValue.Incomplete.of(CellValue.of(300)));
        assertThat(west.figure().value()).isEqualTo(CellValue.Incomplete.unknown());
        assertThat(west.figure().complete()).isFalse();
        assertThat(west.contrast().pValue()).isEmpty();
        assertThat(west.assessment().judgement()).isEqualTo(Judgement.NONE);
        // the city's figure lacks the same cell, so nobody can be set against it
        assertThat(only(comparison, OOST).assessment().judgement()).isEqualTo(Judgement.NONE);
    }

    @Test
    void compare_neitherAreaNorCityKnown_cityRefused() {
        ComparisonPlan plan = ComparisonPlan.of(
                SmallCity.STRUCTURE,
                List.of(indicator("maat", VISITS_PER_1000, new Indicator.Direction.NoJudgement())),
                AreaLevel.STADSDEEL,
                new Population("test", Map.of(WEST, SmallCity.figures(3000))));
        Comparison.Row west = only(
                compare(
                        plan,
                        Row.of(WIJK_WEST).with(VISITS, 36),
                        Row.of(WIJK_ZUID).with(VISITS, 1)),
                WEST);

        assertThat(west.figure().value().exact().orElseThrow()).isEqualByComparingTo("12");
        assertThat(west.figure().uncertainty().interval()).isPresent();
        assertThat(west.contrast().cityValue()).isEqualTo(UNKNOWN_DENOMINATOR);
        assertThat(west.contrast().pValue()).isEmpty();
        assertThat(west.assessment().judgement()).isEqualTo(Judgement.NONE);
    }

    @Test
    void compare_nothingBelowTheLine_notDefined() {
        Comparison comparison = compare(
                plan(new Formula.Rate("test", Per.ONE, part(VISITS), part(MEETINGS))),
                Row.of(WIJK_OOST).with(VISITS, 5).with(MEETINGS, 0),
                Row.of(WIJK_WEST).with(VISITS, 5).with(MEETINGS, 2));

        Comparison.Row oost = only(comparison, OOST);
        assertThat(oost.figure().value()).isEqualTo(new CellValue.NotDefined(CellValue.Reason.ZERO_DENOMINATOR));
        assertNoStatement(oost);
        assertThat(only(comparison, WEST).contrast().cityValue().exact().orElseThrow())
                .isEqualByComparingTo("5");
    }

    @Test
    void compare_wijken_besideTheirCity() {
        ComparisonPlan plan = ComparisonPlan.of(
                SmallCity.STRUCTURE,
                List.of(indicator(
                        "maat",
                        new Formula.Rate("test", Per.ONE, part(VISITS), part(MEETINGS)),
                        new Indicator.Direction.NoJudgement())),
                AreaLevel.WIJK,
                SmallCity.POPULATION);
        Comparison comparison = compare(
                plan,
                Row.of(WIJK_OOST).with(VISITS, 5).with(MEETINGS, 1),
                Row.of(WIJK_ZUID).with(VISITS, 3).with(MEETINGS, 3));

        assertThat(comparison.rows().stream().map(row -> row.key().area().code().value()))
                .containsExactlyElementsOf(SmallCity.WIJKEN);
        assertThat(comparison.rows().get(0).contrast().cityValue().exact().orElseThrow())
                .isEqualByComparingTo("2");
    }

    @Test
    void compare_theCityItself_noVerdict() {
        ComparisonPlan plan = ComparisonPlan.of(
                SmallCity.STRUCTURE,
                List.of(indicator("maat", VISITS_PER_1000, new Indicator.Direction.NoJudgement())),
                AreaLevel.GEMEENTE,
                SmallCity.POPULATION);
        Comparison.Row city = only(compare(plan, Row.of(WIJK_OOST).with(VISITS, 7)), CITY);

        assertThat(city.figure().value()).isEqualTo(city.contrast().cityValue());
        assertThat(city.figure().denominator()).isEqualTo(CellValue.of(BigDecimal.valueOf(10_500)));
        assertThat(city.assessment().judgement()).isEqualTo(Judgement.NONE);
        assertThat(city.assessment().reason()).contains(Judgement.Reason.ALONE);
    }

    @Test
    void compare_partAboveItsWhole_refused() {
        Comparison comparison = compare(
                plan(new Formula.Proportion("test", Per.HUNDRED, part(VISITS), part(MEETINGS))),
                Row.of(WIJK_OOST).with(VISITS, 7).with(MEETINGS, 0),
                Row.of(WIJK_OOST).with(VISITS, 3).with(MEETINGS, 8),
                Row.of(WIJK_WEST).with(VISITS, 1).with(MEETINGS, 2));

        Comparison.Row oost = only(comparison, OOST);
        assertThat(oost.figure().numerator().exact().orElseThrow()).isEqualByComparingTo("10");
        assertThat(oost.figure().denominator().exact().orElseThrow()).isEqualByComparingTo("8");
        assertThat(oost.figure().value()).isEqualTo(UNKNOWN_DENOMINATOR);
        assertNoStatement(oost);
        // 11 of 10 in the city
        Comparison.Row west = only(comparison, WEST);
        assertThat(west.figure().value().exact().orElseThrow()).isEqualByComparingTo("50");
        assertThat(west.contrast().cityValue()).isEqualTo(UNKNOWN_DENOMINATOR);
        assertThat(west.assessment().judgement()).isEqualTo(Judgement.NONE);
    }

    @Test
    void compare_negativeAfterCorrections_valueOnly() {
        Comparison comparison = compare(
                plan(VISITS_PER_1000),
                Row.of(WIJK_OOST).with(VISITS, -40),
                Row.of(WIJK_WEST).with(VISITS, 6),
                Row.of(WIJK_ZUID).with(VISITS, 0));

        assertThat(only(comparison, OOST).figure().value().exact().orElseThrow())
                .isEqualByComparingTo("-20");
        assertNoStatement(only(comparison, OOST));
        Comparison.Row west = only(comparison, WEST);
        assertThat(west.contrast().cityValue().exact().orElseThrow()).isEqualByComparingTo("-3.4");
        assertThat(west.figure().uncertainty().interval()).isPresent();
        assertThat(west.contrast().pValue()).isEmpty();
        assertThat(west.assessment().judgement()).isEqualTo(Judgement.NONE);
    }

    @Test
    void compare_beyondTheExactTests_noTest() {
        Comparison comparison = compare(
                plan(VISITS_PER_1000),
                Row.of(WIJK_OOST).with(VISITS, 4_000_000_000L),
                Row.of(WIJK_WEST).with(VISITS, 6),
                Row.of(WIJK_ZUID).with(VISITS, 1_000_000_000L));

        Comparison.Row oost = only(comparison, OOST);
        assertThat(oost.figure().value().exact().orElseThrow()).isEqualByComparingTo("2000000000");
        assertThat(oost.figure().uncertainty().interval()).isPresent();
        assertThat(oost.contrast().pValue()).isEmpty();
        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.NONE);
        // few visits here, but 1,500,000,001.8 expected
        assertThat(only(comparison, WEST).contrast().pValue()).isEmpty();
        assertThat(only(comparison, WEST).assessment().funnel()).isEmpty();
    }

    /** A denominator that overflows has a different reason from an unknown number of inhabitants. */
    @Test
    void compare_denominatorTooLarge_reasonOfItsOwn() {
        Comparison.Row oost = only(
                compare(
                        plan(new Formula.Rate("test", Per.ONE, part(VISITS), part(MEETINGS))),
                        Row.of(WIJK_OOST).with(VISITS, 5).with(MEETINGS, Long.MAX_VALUE),
                        Row.of(WIJK_OOST).with(VISITS, 5).with(MEETINGS, Long.MAX_VALUE)),
                OOST);

        assertThat(oost.figure().denominator()).isEqualTo(new CellValue.NotDefined(CellValue.Reason.OVERFLOW));
        assertThat(oost.assessment().reason()).contains(Judgement.Reason.OVERFLOW);
    }

    @Test
    void compare_nothingAnywhere_noMoreThanChance() {
        Comparison.Row oost = only(
                compare(
                        plan(VISITS_PER_1000),
                        Row.of(WIJK_OOST).with(VISITS, 0),
                        Row.of(WIJK_WEST).with(VISITS, 0)),
                OOST);

        assertThat(oost.contrast().pValue().map(PValue::value)).contains(1.0);
        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.SIMILAR);
        assertThat(oost.assessment().funnel()).isEmpty();
    }

    /** With 2,000 inhabitants, a count of 2,000 is possible; one more contradicts them. */
    @Test
    void compare_moreThanInhabitants_hasNoVerdictAndIsReported() {
        Row[] rows = {Row.of(WIJK_OOST).with(VISITS, 2_001), Row.of(WIJK_WEST).with(VISITS, 3_000)};
        Comparison comparison = compare(plan(VISITS_PER_1000), rows);
        Comparison.Row oost = only(comparison, OOST);

        assertThat(oost.figure().value().exact().orElseThrow()).isEqualByComparingTo("1000.5");
        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.NONE);
        assertThat(oost.assessment().reason()).contains(Judgement.Reason.ABOVE_INHABITANTS);
        assertThat(oost.contrast().difference()).isEmpty();
        assertThat(oost.contrast().pValue()).isEmpty();
        assertThat(oost.assessment().funnel()).isEmpty();
        assertThat(only(comparison, WEST).assessment().reason()).isEmpty();
        assertThat(SmallCity.findings(comparison, "BM-A20"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.arguments())
                        .containsEntry("column", "maat")
                        .containsEntry("group", "Oost, 2026KW01")
                        .containsEntry("found", "2001")
                        .containsEntry("expected", "2000"));
    }

    @Test
    void compare_inhabitantsWithoutADate_sayNone() {
        Map<AreaCode, Population.Figures> figures = new TreeMap<>();
        SmallCity.POPULATION
                .figures()
                .forEach((code, known) -> figures.put(
                        code, new Population.Figures(code.equals(WEST) ? "2026" : "", known.total(), known.bands())));
        ComparisonPlan plan = ComparisonPlan.of(
                SmallCity.STRUCTURE,
                List.of(indicator("maat", VISITS_PER_1000, new Indicator.Direction.NoJudgement())),
                AreaLevel.STADSDEEL,
                new Population("test", figures));
        Comparison comparison = compare(
                plan, Row.of(WIJK_OOST).with(VISITS, 7), Row.of(WIJK_WEST).with(VISITS, 36));

        assertThat(only(comparison, OOST).figure().inhabitantsDate()).isEmpty();
        assertThat(only(comparison, WEST).figure().inhabitantsDate()).contains("2026");
        assertThat(SmallCity.findings(comparison, "BM-A04")).singleElement().satisfies(finding -> {
            assertThat(finding.arguments()).containsEntry("date", "2026").doesNotContainKey("reason");
            assertThat(finding.severity()).isEqualTo(Severity.NOTE);
        });
    }

    /** A total of the city that overflows is reported once, even if several indicators show it. */
    @Test
    void compare_totalTooLarge_isReported() {
        Comparison comparison = compare(
                plan(VISITS_PER_1000),
                Row.of(WIJK_OOST).with(VISITS, Long.MAX_VALUE),
                Row.of(WIJK_WEST).with(VISITS, Long.MAX_VALUE));

        assertThat(only(comparison, OOST).contrast().cityValue())
                .isEqualTo(new CellValue.NotDefined(CellValue.Reason.OVERFLOW));
        assertThat(SmallCity.findings(comparison, "BM-A01")).hasSize(1);
    }

    /** Two shares are compared by the chi-square test, or by Fisher's exact test if fewer than five are expected. */
    @Test
    void compare_sharesOfTwoAreas_exactWhereFewerThanFiveAreExpected() {
        // scipy 1.17.1: chi2_contingency(..., correction=False), and fisher_exact where fewer than 5 are expected
        assertThat(ofTwoAreas(12, 8)).isCloseTo(0.20590321073206466, within(1e-12));
        assertThat(ofTwoAreas(8, 2)).isCloseTo(0.028459736916310638, within(1e-12));
        assertThat(ofTwoAreas(18, 17)).isCloseTo(1, within(1e-12));
    }

    private static double ofTwoAreas(long oost, long west) {
        Formula share = new Formula.Proportion(
                "test", Per.HUNDRED, new Formula.Part(VISITS, Map.of(KIND, Set.of("taal"))), part(VISITS));
        Comparison comparison = compare(
                plan(share)
                        .withOptions(ComparisonOptions.withDefaults()
                                .withReference(new ComparisonOptions.Reference.OtherArea(WEST))),
                Row.of(WIJK_OOST).ofKind("taal").with(VISITS, oost),
                Row.of(WIJK_OOST).with(VISITS, 20 - oost),
                Row.of(WIJK_WEST).ofKind("taal").with(VISITS, west),
                Row.of(WIJK_WEST).with(VISITS, 20 - west));
        return only(comparison, OOST).contrast().pValue().orElseThrow().value();
    }

    /** Checks the codes that files contain. */
    @Test
    void codes_ofFiles() {
        assertThat(Stream.of(Judgement.values()).map(Judgement::code))
                .containsExactly(
                        "better", "worse", "no_judgement", "no_judgement", "similar", "not_decided", "not_decided");
        assertThat(Judgement.Reason.LOWER_BOUND.code()).isEqualTo("lower_bound");
        assertThat(Change.Since.SAME_PERIOD_LAST_YEAR.code()).isEqualTo("same-period-last-year");
        assertThat(ComparisonOptions.Dispersion.SPIEGELHALTER.code()).isEqualTo("spiegelhalter");
        assertThat(Comparison.DifferenceClass.ABOUT_EQUAL.code()).isEqualTo("about_equal");
    }
}
