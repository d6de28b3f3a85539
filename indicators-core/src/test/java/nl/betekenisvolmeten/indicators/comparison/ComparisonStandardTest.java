package nl.betekenisvolmeten.indicators.comparison;

import static nl.betekenisvolmeten.indicators.comparison.SmallCity.CITY;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.HOURS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.PERSONS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS_PER_1000;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WEST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_WEST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_ZUID;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.ZUID;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.compare;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.findings;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.indicator;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.only;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.part;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.populationRate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.comparison.SmallCity.Row;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.AgeBand;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.statistics.DesignEffect;
import nl.betekenisvolmeten.indicators.statistics.DirectMethod;
import nl.betekenisvolmeten.indicators.statistics.PValue;
import nl.betekenisvolmeten.indicators.statistics.StandardPopulation;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;

/** Figures with the ages of a standard. Oost has 1,000 inhabitants up to 66 and 1,000 of 67 and older. */
class ComparisonStandardTest {

    private static final Indicator.Direction NONE = new Indicator.Direction.NoJudgement();

    private static final Row[] ROWS = {
        Row.of(WIJK_OOST).ofAge("0-17").with(VISITS, 4),
        Row.of(WIJK_OOST).ofAge("18-66").with(VISITS, 6),
        Row.of(WIJK_OOST).ofAge("67+").with(VISITS, 30),
        Row.of(WIJK_WEST).ofAge("18-66").with(VISITS, 30),
        Row.of(WIJK_WEST).ofAge("67+").with(VISITS, 6),
        Row.of(WIJK_ZUID).ofAge("18-66").with(VISITS, 40),
        Row.of(WIJK_ZUID).ofAge("67+").with(VISITS, 10)
    };

    private static Population population() {
        Map<AreaCode, Population.Figures> figures = new TreeMap<>(SmallCity.POPULATION.figures());
        figures.put(
                OOST,
                new Population.Figures(
                        "2026",
                        OptionalLong.of(2_000),
                        List.of(
                                new Population.Band(AgeBand.of(0, 66), 1_000),
                                new Population.Band(AgeBand.atLeast(67), 1_000))));
        return new Population("test", figures);
    }

    private static ComparisonPlan plan(ComparisonOptions.Standard standard, Indicator... indicators) {
        return ComparisonPlan.of(SmallCity.STRUCTURE, List.of(indicators), AreaLevel.STADSDEEL, population())
                .withOptions(ComparisonOptions.withDefaults().withStandard(standard));
    }

    private static ComparisonPlan plan(ComparisonOptions.Standard standard) {
        return plan(standard, indicator("maat", VISITS_PER_1000, NONE));
    }

    private static final ComparisonOptions.Standard CITYS_AGES = new ComparisonOptions.Standard.OfArea(CITY);

    private static double exact(CellValue value) {
        return value.exact().orElseThrow().doubleValue();
    }

    @Test
    void compare_agesOfAnArea_dobsonsRate() {
        Comparison comparison = compare(plan(CITYS_AGES), ROWS);
        Comparison.Row oost = only(comparison, OOST);

        // numpy, Dobson et al. (1991): (8400 * 10 / 1000 + 2100 * 30 / 1000) / 10500, Byar's limits of 40
        assertThat(exact(oost.figure().value())).isCloseTo(14, within(1e-12));
        assertThat(oost.figure().uncertainty().interval().orElseThrow().lower())
                .isCloseTo(9.019216885965577, within(1e-9));
        assertThat(oost.figure().uncertainty().interval().orElseThrow().upper())
                .isCloseTo(20.30737006389824, within(1e-9));
        assertThat(oost.figure().uncertainty().method()).contains(DirectMethod.DOBSON_BYAR);
        assertThat(exact(oost.figure().crude())).isEqualTo(20);
        assertThat(oost.figure().standard().code()).isEqualTo("GM9999");
        assertThat(exact(oost.contrast().cityValue())).isCloseTo(12.187110187110187, within(1e-12));
        // 2 * norm.sf(1.8129 / 2.7568)
        assertThat(oost.contrast().pValue().map(PValue::value).orElseThrow())
                .isCloseTo(0.5107924618401506, within(1e-10));
        assertThat(oost.assessment().funnel()).isEmpty();
        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.SIMILAR);
        assertThat(oost.assessment().rank()).isPresent();
        // the city's own make-up is the standard's, so a stadsdeel with the same has its crude rate
        assertThat(exact(only(comparison, WEST).figure().value())).isCloseTo(12, within(1e-12));
        assertThat(findings(comparison, "BM-A05")).isEmpty();
        assertThat(findings(comparison, "BM-A06")).isEmpty();
    }

    @Test
    void compare_eventsWithoutAge_boundsFromLeastToMost() {
        Row[] rows = Arrays.copyOf(ROWS, ROWS.length + 1);
        rows[ROWS.length] = Row.of(WIJK_OOST).with(VISITS, 5);
        Comparison.Row oost = only(compare(plan(CITYS_AGES), rows), OOST);

        // an event counts for 8.4 / 10.5 in the young, and for 2.1 / 10.5 in the old: 14 + 5 * 0.2 to 14 + 5 * 0.8
        assertThat(oost.figure().value().lowerBound().orElseThrow().doubleValue())
                .isCloseTo(15, within(1e-12));
        assertThat(oost.figure().value().upperBound().orElseThrow().doubleValue())
                .isCloseTo(18, within(1e-12));
        assertThat(oost.contrast().pValue()).isEmpty();
        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.NOT_DECIDED);
    }

    /** By a standard of 30 young and 70 old persons an event counts most in the old, which are the second stratum. */
    @Test
    void compare_eventsWithoutAge_countMostWhereTheStandardWeighsMost() {
        StandardPopulation old = new StandardPopulation(
                "old", List.of(new StandardPopulation.Band(0, 30), new StandardPopulation.Band(67, 70)));
        Row[] rows = Arrays.copyOf(ROWS, ROWS.length + 1);
        rows[ROWS.length] = Row.of(WIJK_OOST).with(VISITS, 5);
        CellValue value = only(compare(plan(new ComparisonOptions.Standard.Of(old)), rows), OOST)
                .figure()
                .value();

        // (30 * 10 / 1000 + 70 * 30 / 1000) / 100 is 24 per 1000; 5 more count for 0.3 or for 0.7 each
        assertThat(value.lowerBound().orElseThrow().doubleValue()).isCloseTo(25.5, within(1e-12));
        assertThat(value.upperBound().orElseThrow().doubleValue()).isCloseTo(27.5, within(1e-12));
    }

    @Test
    void compare_persons_boundsByStratum() {
        Comparison.Row oost = only(
                compare(
                        plan(CITYS_AGES, indicator("maat", populationRate(PERSONS), NONE)),
                        Row.of(WIJK_OOST).ofAge("0-17").with(PERSONS, 20),
                        Row.of(WIJK_OOST).ofAge("67+").with(PERSONS, 30),
                        Row.of(WIJK_OOST).ofAge("67+").ofKind("taal").with(PERSONS, 10)),
                OOST);

        // 20 young and 30 to 40 old
        assertThat(oost.figure().value().lowerBound().orElseThrow().doubleValue())
                .isCloseTo(22, within(1e-12));
        assertThat(oost.figure().value().upperBound().orElseThrow().doubleValue())
                .isCloseTo(24, within(1e-12));
    }

    @Test
    void compare_fewerThanTenEvents_refused() {
        Comparison.Row oost =
                only(compare(plan(CITYS_AGES), Row.of(WIJK_OOST).ofAge("0-17").with(VISITS, 9)), OOST);

        assertThat(oost.figure().value()).isEqualTo(new CellValue.NotDefined(CellValue.Reason.TOO_FEW_EVENTS));
        assertThat(oost.figure().uncertainty().interval()).isEmpty();
        assertThat(exact(oost.figure().crude())).isEqualTo(4.5);
    }

    @Test
    void compare_standardWithoutCommonAges_refusedAndSaid() {
        // 18 and 67 are inside bands of five years
        Comparison comparison =
                compare(plan(new ComparisonOptions.Standard.Of(StandardPopulation.EUROPEAN_2013)), ROWS);

        assertThat(only(comparison, OOST).figure().value())
                .isEqualTo(new CellValue.NotDefined(CellValue.Reason.NO_AGE_CLASSES));
        assertThat(findings(comparison, "BM-A05"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.arguments()).containsEntry("standard", "european-2013"));
    }

    private static final StandardPopulation BY_CLASS = new StandardPopulation(
            "by-class",
            List.of(
                    new StandardPopulation.Band(0, 20),
                    new StandardPopulation.Band(18, 60),
                    new StandardPopulation.Band(67, 20)));

    @Test
    void compare_inhabitantsNotKnownInTheseAges_refusedAndSaid() {
        Comparison comparison = compare(plan(new ComparisonOptions.Standard.Of(BY_CLASS)), ROWS);

        assertThat(only(comparison, ZUID).figure().value())
                .isEqualTo(new CellValue.NotDefined(CellValue.Reason.NO_AGE_CLASSES));
        assertThat(findings(comparison, "BM-A06"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.arguments())
                        .containsEntry("found", "3")
                        .containsEntry("expected", "3")
                        .containsEntry("ages", "0-17, 18-66"));
    }

    @Test
    void compare_standardInFinerBands_putTogether() {
        StandardPopulation finer = new StandardPopulation(
                "finer",
                List.of(
                        new StandardPopulation.Band(0, 40),
                        new StandardPopulation.Band(40, 40),
                        new StandardPopulation.Band(67, 10),
                        new StandardPopulation.Band(80, 10)));

        assertThat(exact(only(compare(plan(new ComparisonOptions.Standard.Of(finer)), ROWS), OOST)
                        .figure()
                        .value()))
                .isCloseTo(14, within(1e-12));
    }

    @Test
    void compare_areaWithoutAges_refused() {
        ComparisonPlan plan = ComparisonPlan.of(
                        SmallCity.STRUCTURE,
                        List.of(indicator("maat", VISITS_PER_1000, NONE)),
                        AreaLevel.STADSDEEL,
                        SmallCity.without(CITY))
                .withOptions(ComparisonOptions.withDefaults().withStandard(CITYS_AGES));

        assertThat(findings(compare(plan, ROWS), "BM-A05")).hasSize(1);
    }

    @Test
    void compare_otherIndicators_stayAndAreNamed() {
        Comparison comparison = compare(
                plan(
                        CITYS_AGES,
                        indicator("tarief", VISITS_PER_1000, NONE),
                        indicator("verhouding", new Formula.Rate("test", Per.ONE, part(VISITS), part(VISITS)), NONE),
                        indicator("uren", populationRate(HOURS), NONE)),
                ROWS);

        assertThat(comparison.rows().stream()
                        .filter(row -> row.key().indicator().id().value().equals("verhouding"))
                        .map(row -> row.figure()
                                        .uncertainty()
                                        .method()
                                        .orElseThrow()
                                        .code() + " " + row.figure().standard().code())
                        .distinct())
                .containsExactly("byar-exact none");
        assertThat(findings(comparison, "BM-A07"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.arguments()).containsEntry("indicators", "verhouding"));
        assertThat(comparison.rows().stream()
                        .filter(row -> row.key().indicator().id().value().equals("uren"))
                        .map(row -> row.figure().uncertainty().interval()))
                .allMatch(Optional::isEmpty);
    }

    @Test
    void compare_ratePerInhabitants_saysTheDateOfTheInhabitants() {
        assertThat(findings(compare(SmallCity.plan(VISITS_PER_1000), ROWS), "BM-A04"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.arguments()).containsEntry("date", "2026"));
        assertThat(findings(
                        compare(SmallCity.plan(new Formula.Rate("test", Per.ONE, part(VISITS), part(VISITS))), ROWS),
                        "BM-A04"))
                .isEmpty();
    }

    @Test
    void dates_ofAreasAndCityThatDiffer_areBothNamed() {
        Map<AreaCode, Population.Figures> figures =
                new TreeMap<>(SmallCity.without(SmallCity.ZUID).figures());
        figures.put(SmallCity.CITY, new Population.Figures("2022", OptionalLong.of(10_500), List.of()));
        ComparisonPlan plan = ComparisonPlan.of(
                SmallCity.STRUCTURE,
                List.of(SmallCity.indicator("maat", VISITS_PER_1000, new Indicator.Direction.NoJudgement())),
                AreaLevel.STADSDEEL,
                new Population("test", figures));
        assertThat(findings(
                        compare(
                                plan,
                                SmallCity.Row.of(SmallCity.WIJK_OOST).with(SmallCity.VISITS, 10),
                                SmallCity.Row.of(SmallCity.WIJK_WEST).with(SmallCity.VISITS, 10),
                                SmallCity.Row.of(SmallCity.WIJK_ZUID).with(SmallCity.VISITS, 10)),
                        "BM-A04"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.arguments())
                            .containsEntry("date", "2022, 2026")
                            .containsEntry("reason", "several");
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                });
    }

    private static Population withOost(Population.Band... bands) {
        Map<AreaCode, Population.Figures> figures = new TreeMap<>(population().figures());
        figures.put(OOST, new Population.Figures("2026", OptionalLong.of(2_000), List.of(bands)));
        return new Population("test", figures);
    }

    private static ComparisonPlan plan(ComparisonOptions options, Population population) {
        return ComparisonPlan.of(
                        SmallCity.STRUCTURE,
                        List.of(indicator("maat", VISITS_PER_1000, NONE)),
                        AreaLevel.STADSDEEL,
                        population)
                .withOptions(options);
    }

    private static final ComparisonOptions BY_CITYS_AGES =
            ComparisonOptions.withDefaults().withStandard(CITYS_AGES);
    private static final ComparisonOptions AGAINST_WEST =
            BY_CITYS_AGES.withReference(new ComparisonOptions.Reference.OtherArea(WEST));

    /** Standard errors of 14 and 12: √(8.4² x 10 + 2.1² x 30) / 10.5 and √(3.5² x 36) / 10.5. */
    @Test
    void compare_againstAnotherArea_hasTheErrorOfBoth() {
        Comparison.Row oost = only(compare(plan(AGAINST_WEST, population()), ROWS), OOST);

        assertThat(exact(oost.contrast().referenceValue())).isCloseTo(12, within(1e-12));
        // scipy 1.17.1: 2 * norm.sf(2 / hypot(sqrt(837.9) / 10.5, 2))
        assertThat(oost.contrast().pValue().map(PValue::value).orElseThrow())
                .isCloseTo(0.5570558144094061, within(1e-12));
    }

    /** Bounds of Oost against an exact figure: 15 to 18 against 12. */
    @Test
    void compare_eventsWithoutAgeAgainstAnExactFigure_judgedByBounds() {
        Row[] rows = Arrays.copyOf(ROWS, ROWS.length + 1);
        rows[ROWS.length] = Row.of(WIJK_OOST).with(VISITS, 5);
        Comparison.Row oost = only(compare(plan(AGAINST_WEST, population()), rows), OOST);

        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.NOT_DECIDED);
        assertThat(oost.assessment().reason()).contains(Judgement.Reason.BOUNDS);
    }

    /** Standardised rates have no funnel that could be widened. */
    @Test
    void compare_withOverdispersionAsked_testOfItsOwn() {
        ComparisonOptions options = BY_CITYS_AGES.withDispersion(ComparisonOptions.Dispersion.SPIEGELHALTER);
        Comparison.Row oost = only(compare(plan(options, population()), ROWS), OOST);

        assertThat(oost.assessment().overdispersion()).isEmpty();
        assertThat(oost.contrast().pValue().map(PValue::value).orElseThrow())
                .isCloseTo(0.5107924618401506, within(1e-10));
    }

    @Test
    void compare_tenEvents_areEnough() {
        Comparison.Row oost = only(
                compare(
                        plan(BY_CITYS_AGES, population()),
                        Row.of(WIJK_OOST).ofAge("0-17").with(VISITS, 10)),
                OOST);

        // 8.4 x 10 / 10.5
        assertThat(exact(oost.figure().value())).isCloseTo(8, within(1e-12));
    }

    @Test
    void compare_correctionBelowZeroInOneClass_refused() {
        Row young = Row.of(WIJK_OOST).ofAge("0-17").with(VISITS, 20);
        Row old = Row.of(WIJK_OOST).ofAge("67+");
        Comparison zero = compare(plan(BY_CITYS_AGES, population()), young, old.with(VISITS, 0));
        assertThat(exact(only(zero, OOST).figure().value())).isCloseTo(16, within(1e-12));
        Comparison below = compare(plan(BY_CITYS_AGES, population()), young, old.with(VISITS, -1));
        assertThat(only(below, OOST).figure().value())
                .isEqualTo(new CellValue.NotDefined(CellValue.Reason.TOO_FEW_EVENTS));
        assertThat(only(below, OOST).assessment().reason()).contains(Judgement.Reason.TOO_FEW_EVENTS);
    }

    @Test
    void compare_nobodyOfAnAge_noDenominator() {
        Population population =
                withOost(new Population.Band(AgeBand.of(0, 66), 2_000), new Population.Band(AgeBand.atLeast(67), 0));
        Comparison.Row oost = only(compare(plan(BY_CITYS_AGES, population), ROWS), OOST);

        assertThat(oost.figure().value()).isEqualTo(new CellValue.NotDefined(CellValue.Reason.ZERO_DENOMINATOR));
        assertThat(oost.assessment().reason()).contains(Judgement.Reason.ZERO_DENOMINATOR);
    }

    /** Oost cannot be the standard if nobody there is old, or if older people were left out. */
    @Test
    void compare_standardWithoutAnAge_isRefusedAndReported() {
        ComparisonOptions options =
                ComparisonOptions.withDefaults().withStandard(new ComparisonOptions.Standard.OfArea(OOST));
        Population.Band young = new Population.Band(AgeBand.of(0, 66), 2_000);
        for (Population population : List.of(
                withOost(young, new Population.Band(AgeBand.atLeast(67), 0)),
                withOost(young),
                withOost(new Population.Band(AgeBand.of(18, 66), 2_000), new Population.Band(AgeBand.atLeast(67), 1)),
                withOost())) {
            Comparison comparison = compare(plan(options, population), ROWS);
            assertThat(findings(comparison, "BM-A05")).hasSize(1);
            assertThat(only(comparison, WEST).figure().value())
                    .isEqualTo(new CellValue.NotDefined(CellValue.Reason.NO_AGE_CLASSES));
            assertThat(only(comparison, WEST).assessment().reason()).contains(Judgement.Reason.NO_AGE_CLASSES);
        }
    }

    @Test
    void compare_emptyCell_incomplete() {
        Row[] rows = Arrays.copyOf(ROWS, ROWS.length + 1);
        rows[ROWS.length] = Row.of(WIJK_OOST).ofAge("67+").with(HOURS, 1);
        Comparison comparison = compare(plan(BY_CITYS_AGES, population()), rows);

        assertThat(only(comparison, OOST).figure().complete()).isFalse();
        assertThat(only(comparison, OOST).assessment().reason()).contains(Judgement.Reason.INCOMPLETE);
    }

    /**
     * There are 30 older persons; the 20 and 15 of unknown age may be among them, or may be 35 other persons, who are
     * young.
     */
    @Test
    void compare_personsWithoutAge_boundsOfTotalAndOfAge() {
        Comparison.Row oost = only(
                compare(
                        plan(CITYS_AGES, indicator("maat", populationRate(PERSONS), NONE)),
                        Row.of(WIJK_OOST).ofAge("67+").with(PERSONS, 30),
                        Row.of(WIJK_OOST).with(PERSONS, 20),
                        Row.of(WIJK_OOST).ofKind("taal").with(PERSONS, 15)),
                OOST);

        assertThat(oost.figure().value().lowerBound().orElseThrow().doubleValue())
                .isCloseTo(6, within(1e-12));
        assertThat(oost.figure().value().upperBound().orElseThrow().doubleValue())
                .isCloseTo(34, within(1e-12));
    }

    /**
     * 10 older persons came four times each: 40 visits. The young persons in West came twice: 36 visits. D is 4 and 2.
     */
    @Test
    void compare_repeatedVisits_errorWithTheDesignEffect() {
        ColumnName squares = ColumnName.of("kwadraatsom");
        TableStructure structure = new TableStructure(
                SmallCity.STRUCTURE.dimensions(),
                List.of(
                        new Measure.Flow(
                                VISITS,
                                0,
                                Optional.of(new Measure.Repeats(Optional.of(PERSONS), Optional.of(squares)))),
                        new Measure.Distinct(PERSONS),
                        new Measure.Flow(squares, 0)));
        for (boolean other : List.of(true, false)) {
            Comparer comparer = ComparisonPlan.of(
                            structure,
                            List.of(indicator("maat", VISITS_PER_1000, NONE)),
                            AreaLevel.STADSDEEL,
                            population())
                    .withOptions(other ? AGAINST_WEST : BY_CITYS_AGES)
                    .newComparer();
            comparer.accept(visits(WIJK_OOST, "67+", 40, 10, 160));
            comparer.accept(visits(WIJK_WEST, "0-17", 36, 18, 72));
            Comparison.Row oost = only(comparer.result(), OOST);

            assertThat(exact(oost.figure().value())).isCloseTo(8, within(1e-12));
            assertThat(oost.figure().uncertainty().effect()).contains(DesignEffect.between(4, 4));
            // scipy 1.17.1; 36 visits count 8400 / 3400 in the city and 8400 / 2400 in West, 40 count 2100 / 1600 and
            // 2.1
            assertThat(oost.contrast().pValue().map(PValue::value).orElseThrow())
                    .isCloseTo(other ? 0.29184054514378865 : 0.030584287152737262, within(1e-12));
        }
    }

    private static Observation visits(String wijk, String age, long... numbers) {
        return Observation.of(
                new String[] {"A", wijk, SmallCity.QUARTER, "inloop", age}, numbers, new boolean[] {true, true, true});
    }
}
