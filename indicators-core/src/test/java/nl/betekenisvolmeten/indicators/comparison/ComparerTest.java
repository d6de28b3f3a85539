package nl.betekenisvolmeten.indicators.comparison;

import static nl.betekenisvolmeten.indicators.comparison.SmallCity.KIND;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.NEW_PERSONS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.OTHER_WIJK_OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.PERSONS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS_PER_1000;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_WEST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.only;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.populationRate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import nl.betekenisvolmeten.indicators.aggregation.Agreed;
import nl.betekenisvolmeten.indicators.aggregation.OverlapLedger;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Residuals;
import nl.betekenisvolmeten.indicators.statistics.DesignEffect;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.RowsWithGaps;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;

/**
 * Input of a comparison other than valid rows: totals of organisations, rejected rows and rows that deliveries disagree
 * about.
 */
class ComparerTest {

    private static final ColumnName ORGANISATION = ColumnName.of("organisatie");
    private static final ColumnName WIJK = ColumnName.of("wijk");
    private static final ColumnName SQUARES = ColumnName.of("kwadraatsom");
    private static final String FIRST = "2026KW01";
    private static final String SECOND = "2026KW02";
    private static final CellValue CONTRADICTION = new CellValue.NotDefined(CellValue.Reason.CONTRADICTION);

    private static final Residuals RESIDUALS = Residuals.of(
            SmallCity.AREAS,
            AreaLevel.WIJK,
            List.of(new Residuals.Residual(
                    Codelist.Item.of("buiten", LocalizedText.of("elders", "elsewhere")),
                    Residuals.Residual.Kind.OUTSIDE,
                    Optional.empty())));

    /** Visits with their persons and squares; new persons come for the first time in the year. */
    private static final TableStructure STRUCTURE = new TableStructure(
            List.of(
                    new Dimension.Reporter(ORGANISATION),
                    new Dimension.Place(WIJK, SmallCity.AREAS, AreaLevel.WIJK, false, RESIDUALS),
                    new Dimension.Time(ColumnName.of("periode")),
                    Dimension.Category.of(KIND)),
            List.of(
                    new Measure.Flow(
                            VISITS, 0, Optional.of(new Measure.Repeats(Optional.of(PERSONS), Optional.of(SQUARES)))),
                    new Measure.Distinct(PERSONS, false),
                    new Measure.Distinct(
                            NEW_PERSONS,
                            false,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(new Measure.FirstIn(PeriodKind.YEAR, List.of(ORGANISATION), PERSONS))),
                    new Measure.Flow(SQUARES, 0)));

    private static final Formula PERSONS_PER_1000 = populationRate(PERSONS);

    private static ComparisonPlan plan(Formula formula) {
        return ComparisonPlan.of(
                STRUCTURE,
                List.of(SmallCity.indicator("maat", formula, new Indicator.Direction.HigherIsBetter())),
                AreaLevel.STADSDEEL,
                SmallCity.POPULATION);
    }

    private static ComparisonPlan ofQuarter(Formula formula, String quarter) {
        return plan(formula).withPeriod(Period.ofCode(quarter));
    }

    private static ComparisonPlan since(Change.Since since, Formula formula, String period) {
        return ofQuarter(formula, period)
                .withOptions(ComparisonOptions.withDefaults().withChange(since));
    }

    /** Visits, persons, new persons and squares; a negative number is an empty cell. */
    private static Observation row(String organisation, String wijk, String period, String kind, long... numbers) {
        return RowsWithGaps.row(4, numbers, organisation, wijk, period, kind);
    }

    private static List<OptionalLong> numbers(long... numbers) {
        return LongStream.range(0, 4)
                .mapToObj(i -> i < numbers.length && numbers[(int) i] >= 0
                        ? OptionalLong.of(numbers[(int) i])
                        : OptionalLong.empty())
                .toList();
    }

    private static OwnTotal total(OwnTotal.Scope scope, Set<String> periods, long squares, long... numbers) {
        return new OwnTotal(
                List.of(Set.of("A"), Set.of(WIJK_OOST, OTHER_WIJK_OOST), periods, Set.of("inloop", "taal")),
                numbers(numbers),
                squares < 0 ? Map.of() : Map.of(SQUARES, squares),
                scope);
    }

    private static OwnTotal total(OwnTotal.Scope scope, String period, long... numbers) {
        return total(scope, Set.of(period), -1, numbers);
    }

    private static RejectedRows rejected(Set<String> wijken, Set<String> periods) {
        return new RejectedRows(List.of(Set.of("A"), wijken, periods, Set.of()), numbers(), 1, OptionalLong.of(7));
    }

    private static CellValue between(long lower, long upper) {
        return CellValue.between(BigDecimal.valueOf(lower), BigDecimal.valueOf(upper));
    }

    private static CellValue numerator(Comparer comparer) {
        return only(comparer.result(), OOST).figure().numerator();
    }

    private static CellValue city(Comparer comparer) {
        return only(comparer.result(), OOST).contrast().cityValue();
    }

    private static Change change(Comparer comparer) {
        return only(comparer.result(), OOST).assessment().change().orElseThrow();
    }

    /** Two wijken have 20 to 30 persons together, and the organisation counted 25. */
    private static void acceptPersons(Comparer comparer, String period) {
        comparer.accept(row("A", WIJK_OOST, period, "inloop", -1, 20));
        comparer.accept(row("A", OTHER_WIJK_OOST, period, "inloop", -1, 10));
        comparer.accept(row("A", WIJK_WEST, period, "inloop", -1, 15));
    }

    @Test
    void acceptTotal_ofAStadsdeel_replacesItsRowsInAreaAndCity() {
        for (ComparisonPlan plan : List.of(plan(PERSONS_PER_1000), ofQuarter(PERSONS_PER_1000, FIRST))) {
            Comparer comparer = plan.newComparer();
            comparer.acceptTotal(total(OwnTotal.Scope.IN_PLACE_OF_ROWS, FIRST, -1, 25));
            acceptPersons(comparer, FIRST);

            assertThat(numerator(comparer)).isEqualTo(CellValue.of(25));
            // 25 to 40 persons on the 5,000 inhabitants of Oost and West
            assertThat(city(comparer)).isEqualTo(between(5, 8));
        }
    }

    @Test
    void acceptTotal_ofAnotherPeriod_replacesNothing() {
        Comparer comparer = ofQuarter(PERSONS_PER_1000, FIRST).newComparer();
        comparer.acceptTotal(total(OwnTotal.Scope.IN_PLACE_OF_ROWS, SECOND, -1, 5));
        acceptPersons(comparer, FIRST);

        assertThat(numerator(comparer)).isEqualTo(between(20, 30));
        assertThat(city(comparer)).isEqualTo(between(4, 9));
    }

    @Test
    void acceptTotal_ofBothPeriods_changeIsOfTheTotals() {
        Comparer comparer =
                since(Change.Since.PREVIOUS_PERIOD, PERSONS_PER_1000, SECOND).newComparer();
        comparer.acceptTotal(total(OwnTotal.Scope.IN_PLACE_OF_ROWS, FIRST, -1, 22));
        comparer.acceptTotal(total(OwnTotal.Scope.IN_PLACE_OF_ROWS, SECOND, -1, 26));
        acceptPersons(comparer, FIRST);
        acceptPersons(comparer, SECOND);

        assertThat(change(comparer).before().exact().orElseThrow()).isEqualByComparingTo("11");
        assertThat(change(comparer).now().exact().orElseThrow()).isEqualByComparingTo("13");
    }

    /**
     * The second quarter has 25 and 20 persons. With 30 new persons in the first quarter and 5 more in the second,
     * there are at most 35 persons in the year so far.
     */
    private static Comparer secondQuarter() {
        Comparer comparer = ofQuarter(PERSONS_PER_1000, SECOND).newComparer();
        comparer.accept(row("A", WIJK_OOST, SECOND, "inloop", -1, 25, 3));
        comparer.accept(row("A", WIJK_OOST, SECOND, "taal", -1, 20, 2));
        return comparer;
    }

    @Test
    void accept_earlierQuarter_boundsPersonsByThoseWhoCameBefore() {
        Comparer comparer = secondQuarter();
        comparer.accept(row("A", WIJK_OOST, FIRST, "inloop", -1, 30, 30));

        assertThat(numerator(comparer)).isEqualTo(between(25, 35));
        assertThat(city(comparer).upperBound().orElseThrow()).isEqualByComparingTo("17.5");
    }

    @Test
    void acceptTotal_ofAnEarlierQuarter_boundsPersonsByThoseWhoCameBefore() {
        Comparer comparer = secondQuarter();
        comparer.acceptTotal(total(OwnTotal.Scope.ALL, FIRST, -1, 30, 30));

        assertThat(numerator(comparer)).isEqualTo(between(25, 35));
    }

    @Test
    void acceptRejectedOrRefuse_earlierQuarter_noBoundByThoseWhoCameBefore() {
        Observation before = row("A", WIJK_OOST, FIRST, "inloop", -1, 30, 30);
        Comparer rejected = secondQuarter();
        rejected.accept(before);
        rejected.acceptRejected(rejected(Set.of(OTHER_WIJK_OOST), Set.of(FIRST)));
        assertThat(numerator(rejected)).isEqualTo(between(25, 45));

        Comparer refused = secondQuarter();
        refused.accept(before);
        refused.refuse(before);
        assertThat(numerator(refused)).isEqualTo(between(25, 45));
    }

    private static Comparer visits(ComparisonPlan plan) {
        Comparer comparer = plan.newComparer();
        comparer.accept(row("A", WIJK_OOST, FIRST, "inloop", 40, 20));
        comparer.accept(row("A", WIJK_WEST, FIRST, "inloop", 60, 20));
        comparer.accept(row("A", WIJK_OOST, SECOND, "inloop", 50, 20));
        comparer.accept(row("A", WIJK_WEST, SECOND, "inloop", 70, 20));
        return comparer;
    }

    @Test
    void refuse_rowOfThePeriod_refusesAreaAndCity() {
        for (ComparisonPlan plan : List.of(plan(VISITS_PER_1000), ofQuarter(VISITS_PER_1000, SECOND))) {
            Comparer comparer = visits(plan);
            comparer.refuse(row("A", WIJK_WEST, SECOND, "inloop", 71, 20));
            List<Comparison.Row> second = comparer.result().rows().stream()
                    .filter(row -> row.key().period().code().equals(SECOND))
                    .toList();

            assertThat(second.get(0).figure().value().exact().orElseThrow()).isEqualByComparingTo("25");
            assertThat(second.get(0).contrast().cityValue()).isEqualTo(CONTRADICTION);
            assertThat(second.get(1).figure().value()).isEqualTo(CONTRADICTION);
            assertThat(second.get(1).assessment().reason()).contains(Judgement.Reason.CONTRADICTION);
        }
    }

    @Test
    void refuse_rowOfAnotherPeriodOrOfNoArea_refusesNothing() {
        Comparer comparer = visits(ofQuarter(VISITS_PER_1000, SECOND));
        comparer.refuse(row("A", WIJK_OOST, FIRST, "inloop", 41, 20));
        comparer.refuse(row("A", "buiten", SECOND, "inloop", 41, 20));

        assertThat(numerator(comparer)).isEqualTo(CellValue.of(50));
        assertThat(city(comparer).exact().orElseThrow()).isEqualByComparingTo("24");
    }

    @Test
    void refuse_rowOfEitherPeriod_refusesThatSideOfTheChange() {
        ComparisonPlan plan = since(Change.Since.PREVIOUS_PERIOD, VISITS_PER_1000, SECOND);
        Comparer earlier = visits(plan);
        earlier.refuse(row("A", WIJK_OOST, FIRST, "inloop", 41, 20));
        assertThat(change(earlier).before()).isEqualTo(CONTRADICTION);
        assertThat(change(earlier).now().exact().orElseThrow()).isEqualByComparingTo("25");

        Comparer now = visits(plan);
        now.refuse(row("A", WIJK_OOST, SECOND, "inloop", 51, 20));
        assertThat(change(now).before().exact().orElseThrow()).isEqualByComparingTo("20");
        assertThat(change(now).now()).isEqualTo(CONTRADICTION);
    }

    /** Returns a comparer that has 50 visits in a quarter and 40 a year before. */
    private static Comparer sinceAYearBefore() {
        Comparer comparer = since(Change.Since.SAME_PERIOD_LAST_YEAR, VISITS_PER_1000, SECOND)
                .newComparer();
        comparer.accept(row("A", WIJK_OOST, "2025KW02", "inloop", 40, 20));
        comparer.accept(row("A", WIJK_OOST, SECOND, "inloop", 50, 20));
        return comparer;
    }

    @Test
    void refuse_rowOfAYearEarlier_refusesTheChangeSinceThen() {
        Comparer comparer = sinceAYearBefore();
        comparer.refuse(row("A", WIJK_OOST, "2025KW02", "inloop", 41, 20));

        assertThat(change(comparer).before()).isEqualTo(CONTRADICTION);
    }

    /** A contradicted row of the previous quarter, which a change since a year earlier does not use. */
    @Test
    void refuse_rowOfThePeriodBetween_leavesTheChangeSinceAYearBefore() {
        Comparer comparer = sinceAYearBefore();
        comparer.refuse(row("A", WIJK_OOST, FIRST, "inloop", 41, 20));

        assertThat(change(comparer).before().exact().orElseThrow()).isEqualByComparingTo("20");
        assertThat(change(comparer).now().exact().orElseThrow()).isEqualByComparingTo("25");
    }

    private static boolean isIncomplete(CellValue value) {
        return value instanceof CellValue.Incomplete;
    }

    @Test
    void acceptRejected_rowOfThePeriod_areaAndCityAreIncomplete() {
        for (ComparisonPlan plan : List.of(plan(VISITS_PER_1000), ofQuarter(VISITS_PER_1000, SECOND))) {
            Comparer comparer = visits(plan);
            comparer.acceptRejected(rejected(Set.of(WIJK_OOST), Set.of(FIRST, SECOND)));
            List<Comparison.Row> second = comparer.result().rows().stream()
                    .filter(row -> row.key().period().code().equals(SECOND))
                    .toList();

            assertThat(isIncomplete(second.get(0).figure().numerator())).isTrue();
            assertThat(isIncomplete(second.get(1).contrast().cityValue())).isTrue();
            assertThat(second.get(1).figure().numerator()).isEqualTo(CellValue.of(70));
        }
    }

    @Test
    void acceptRejected_periodNotKnown_mayBeOfThePeriod() {
        Comparer comparer = visits(ofQuarter(VISITS_PER_1000, SECOND));
        comparer.acceptRejected(rejected(Set.of(WIJK_OOST), Set.of()));

        assertThat(isIncomplete(numerator(comparer))).isTrue();
        assertThat(isIncomplete(city(comparer))).isTrue();
    }

    @Test
    void acceptRejected_ofAnotherPeriodOrOfNoArea_makesNothingIncomplete() {
        Comparer comparer = visits(ofQuarter(VISITS_PER_1000, SECOND));
        comparer.acceptRejected(rejected(Set.of(WIJK_OOST), Set.of(FIRST)));
        comparer.acceptRejected(rejected(Set.of("buiten"), Set.of(SECOND)));

        assertThat(numerator(comparer)).isEqualTo(CellValue.of(50));
        assertThat(city(comparer).exact().orElseThrow()).isEqualByComparingTo("24");
        // a row whose area cannot be read may be about any area
        comparer.acceptRejected(rejected(Set.of(), Set.of(SECOND)));
        assertThat(isIncomplete(numerator(comparer))).isTrue();
    }

    @Test
    void acceptRejected_rowOfEitherPeriod_thatSideOfTheChangeIsIncomplete() {
        ComparisonPlan plan = since(Change.Since.PREVIOUS_PERIOD, VISITS_PER_1000, SECOND);
        Comparer earlier = visits(plan);
        earlier.acceptRejected(rejected(Set.of(WIJK_OOST), Set.of(FIRST)));
        assertThat(isIncomplete(change(earlier).before())).isTrue();
        assertThat(change(earlier).now().exact().orElseThrow()).isEqualByComparingTo("25");

        Comparer now = visits(plan);
        now.acceptRejected(rejected(Set.of(WIJK_OOST), Set.of(SECOND, "2026KW03")));
        assertThat(change(now).before().exact().orElseThrow()).isEqualByComparingTo("20");
        assertThat(isIncomplete(change(now).now())).isTrue();

        Comparer neither = visits(plan);
        neither.acceptRejected(rejected(Set.of(WIJK_OOST), Set.of("2026KW03")));
        assertThat(change(neither).before().exact().orElseThrow()).isEqualByComparingTo("20");
        assertThat(change(neither).now().exact().orElseThrow()).isEqualByComparingTo("25");

        Comparer unknown = visits(plan);
        unknown.acceptRejected(rejected(Set.of(WIJK_OOST), Set.of()));
        assertThat(isIncomplete(change(unknown).before())).isTrue();
    }

    private static DesignEffect effect(Comparer comparer) {
        return only(comparer.result(), OOST).figure().uncertainty().effect().orElseThrow();
    }

    /** Rows of 30 and 40 visits with squares 90 and 160. */
    private static Comparer squares(ComparisonPlan plan, OwnTotal... totals) {
        Comparer comparer = plan.newComparer();
        List.of(totals).forEach(comparer::acceptTotal);
        comparer.accept(row("A", WIJK_OOST, FIRST, "inloop", 30, 15, -1, 90));
        comparer.accept(row("A", OTHER_WIJK_OOST, FIRST, "inloop", 40, 12, -1, 160));
        return comparer;
    }

    /**
     * Rows give only bounds of the squares; the organisation knows which persons came to both activities: D = 280 / 70.
     */
    @Test
    void acceptTotal_withSquares_replacesThoseOfItsRows() {
        assertThat(effect(squares(plan(VISITS_PER_1000))).widest()).isCloseTo(7, within(1e-12));
        assertThat(effect(squares(
                        plan(VISITS_PER_1000), total(OwnTotal.Scope.IN_PLACE_OF_ROWS, Set.of(FIRST), 280, 70, 20))))
                .isEqualTo(DesignEffect.between(4, 4));
    }

    @Test
    void acceptTotal_withoutSquares_leavesThoseOfItsRows() {
        DesignEffect effect =
                effect(squares(plan(VISITS_PER_1000), total(OwnTotal.Scope.IN_PLACE_OF_ROWS, FIRST, 70, 20)));
        assertThat(effect.widest()).isCloseTo(7, within(1e-12));
    }

    /** Two totals of a quarter, each with squares, and one of the half year, which is more precise. */
    @Test
    void acceptTotal_ofALongerPeriod_replacesThoseOfShorterOnes() {
        ComparisonPlan plan = plan(VISITS_PER_1000).withPeriod(Period.ofYear(2026));
        Comparer comparer = plan.newComparer();
        Set<String> year = Set.of(FIRST, SECOND, "2026KW03", "2026KW04");
        comparer.acceptTotal(total(OwnTotal.Scope.IN_PLACE_OF_ROWS, year, 500, 100, 25));
        comparer.acceptTotal(total(OwnTotal.Scope.IN_PLACE_OF_ROWS, Set.of(FIRST), 100, 50, 20));
        year.forEach(quarter -> comparer.accept(row("A", WIJK_OOST, quarter, "inloop", 25, 15, -1, 60)));

        assertThat(effect(comparer)).isEqualTo(DesignEffect.between(5, 5));
    }

    /** A total of one of several activities adds to the rows of others: squares 120 and 90. */
    @Test
    void acceptTotal_ofPartOfTheWork_isAPartOfItsOwn() {
        Comparer comparer = plan(VISITS_PER_1000).newComparer();
        comparer.acceptTotal(total(OwnTotal.Scope.ONE_OF_SEVERAL, Set.of(FIRST), 120, 40, 20));
        comparer.accept(row("A", WIJK_OOST, FIRST, "inloop", 30, 15, -1, 90));

        assertThat(effect(comparer).lower()).isCloseTo(210.0 / 70, within(1e-12));
        assertThat(effect(comparer).widest())
                .isCloseTo(Math.pow(Math.sqrt(120) + Math.sqrt(90), 2) / 70, within(1e-12));
    }

    /** A total without squares and without rows gives only the number of persons. */
    @Test
    void acceptTotal_aloneAndWithoutSquares_onlyALowerBound() {
        Comparer comparer = plan(VISITS_PER_1000).newComparer();
        comparer.acceptTotal(total(OwnTotal.Scope.ALL, FIRST, 60, 20));
        assertThat(effect(comparer)).isEqualTo(DesignEffect.atLeast(3));
    }

    @Test
    void combine_totals_theSameAsOne() {
        OwnTotal total = total(OwnTotal.Scope.IN_PLACE_OF_ROWS, Set.of(FIRST), 280, 70, 20);
        Comparer one = plan(VISITS_PER_1000).newComparer();
        one.combine(squares(plan(VISITS_PER_1000), total));
        assertThat(one.result()).isEqualTo(squares(plan(VISITS_PER_1000), total).result());
        assertThat(effect(one)).isEqualTo(DesignEffect.between(4, 4));
        // a total that was given to both replaces the rows of both and counts once
        Comparer given = plan(VISITS_PER_1000).newComparer();
        given.acceptTotal(total);
        given.combine(squares(plan(VISITS_PER_1000), total));
        assertThat(given.result()).isEqualTo(one.result());

        Comparer two = squares(plan(VISITS_PER_1000));
        Comparer unknown = plan(VISITS_PER_1000).newComparer();
        unknown.accept(row("A", WIJK_OOST, FIRST, "inloop", 30, 15));
        two.combine(unknown);
        assertThat(effect(two).isBounded()).isFalse();
    }

    /** An agreement about organisations within Oost is used for Oost and for the city, and reported once. */
    @Test
    void result_agreementsUsed_areReportedOnce() {
        OverlapLedger ledger = new OverlapLedger(List.of(overlap("A", "B"), overlap("A", "C")));
        ComparisonPlan plan = plan(PERSONS_PER_1000);
        Comparer comparer = plan.newComparer(Agreed.NOTHING.withOverlaps(ledger));
        comparer.accept(row("A", WIJK_OOST, FIRST, "inloop", -1, 20));
        comparer.accept(row("B", WIJK_OOST, FIRST, "inloop", -1, 10));
        comparer.accept(row("C", WIJK_WEST, FIRST, "inloop", -1, 5));
        Comparison comparison = comparer.result();

        assertThat(only(comparison, OOST).figure().numerator()).isEqualTo(CellValue.of(30));
        List<String> said = new ArrayList<>();
        for (String code : List.of("BM-K01", "BM-K02")) {
            SmallCity.findings(comparison, code)
                    .forEach(
                            finding -> said.add(code + " " + finding.arguments().get("parts")));
        }
        assertThat(said).containsExactly("BM-K02 A, B", "BM-K02 A, C");
    }

    private static OverlapLedger.Overlap overlap(String one, String other) {
        return new OverlapLedger.Overlap(
                "organisatie", "deelnemers", Map.of(), new OverlapLedger.Overlap.None(Set.of(one, other)), "overleg");
    }
}
