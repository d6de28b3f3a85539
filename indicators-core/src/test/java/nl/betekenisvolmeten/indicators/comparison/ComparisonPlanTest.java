package nl.betekenisvolmeten.indicators.comparison;

import static nl.betekenisvolmeten.indicators.comparison.SmallCity.OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS_PER_1000;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.compare;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.indicator;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.only;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.part;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.comparison.SmallCity.Row;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;

class ComparisonPlanTest {

    private static final Indicator.Direction NO_JUDGEMENT = new Indicator.Direction.NoJudgement();

    private static final Row[] TWO_QUARTERS = {
        Row.of(WIJK_OOST).in("2026KW02").with(VISITS, 7),
        Row.of(WIJK_OOST).in("2026KW01").with(VISITS, 5),
        Row.of(WIJK_OOST).in("2025KW04").with(VISITS, 100)
    };

    private static List<ComparisonPlan.Excluded> excluded(Formula formula, AreaLevel... levels) {
        return plan(indicator("maat", formula, NO_JUDGEMENT, levels)).excluded();
    }

    private static List<ComparisonPlan.Excluded> because(ComparisonPlan.Excluded.Reason reason) {
        return List.of(new ComparisonPlan.Excluded(IndicatorId.of("maat"), reason));
    }

    @Test
    void compare_withoutPeriod_eachPeriodApartAndInOrder() {
        Comparison comparison = compare(plan(VISITS_PER_1000), TWO_QUARTERS);

        assertThat(comparison.rows().stream()
                        .map(row -> row.key().period() + " "
                                + row.key().area().name() + " "
                                + row.figure()
                                        .numerator()
                                        .exact()
                                        .map(Object::toString)
                                        .orElse("-")))
                .containsExactly(
                        "2025KW04 Oost 100",
                        "2025KW04 West -",
                        "2025KW04 Zuid -",
                        "2026KW01 Oost 5",
                        "2026KW01 West -",
                        "2026KW01 Zuid -",
                        "2026KW02 Oost 7",
                        "2026KW02 West -",
                        "2026KW02 Zuid -");
    }

    @Test
    void withPeriod_year_quartersAddUpAndOthersDoNotCount() {
        Comparison comparison = compare(plan(VISITS_PER_1000).withPeriod(Period.ofYear(2026)), TWO_QUARTERS);

        Comparison.Row oost = only(comparison, OOST);
        assertThat(oost.key().period().code()).isEqualTo("2026JJ00");
        assertThat(oost.figure().numerator().exact().orElseThrow()).isEqualByComparingTo("12");
        assertThat(oost.figure().value().exact().orElseThrow()).isEqualByComparingTo("6");
        // two of the four quarters of the year
        assertThat(oost.figure().coverage()).contains(new Coverage(2, 4));
    }

    @Test
    void withPeriod_quarter_onlyThatQuarter() {
        Comparison comparison = compare(plan(VISITS_PER_1000).withPeriod(Period.ofQuarter(2026, 1)), TWO_QUARTERS);

        assertThat(only(comparison, OOST).figure().numerator().exact().orElseThrow())
                .isEqualByComparingTo("5");
    }

    @Test
    void of_total_leftOut() {
        assertThat(excluded(new Formula.Total("test", part(VISITS)), AreaLevel.STADSDEEL))
                .isEqualTo(because(ComparisonPlan.Excluded.Reason.TOTAL));
    }

    @Test
    void of_otherLevel_leftOut() {
        assertThat(excluded(VISITS_PER_1000, AreaLevel.GEMEENTE))
                .isEqualTo(because(ComparisonPlan.Excluded.Reason.LEVEL));
    }

    @Test
    void of_unknownColumn_leftOut() {
        Formula formula = new Formula.Rate("test", Per.ONE, part(VISITS), part(ColumnName.of("gesprekken")));

        assertThat(excluded(formula, AreaLevel.STADSDEEL)).isEqualTo(because(ComparisonPlan.Excluded.Reason.COLUMNS));
    }

    @Test
    void of_meanAndAnswers_leftOut() {
        Formula mean = new Formula.Mean("test", ColumnName.of("cijfer"), VISITS);
        Formula answers = new Formula.Answers("test", "ervaring", "YES_NO", List.of("ja"));

        assertThat(excluded(mean, AreaLevel.STADSDEEL)).isEqualTo(because(ComparisonPlan.Excluded.Reason.KIND));
        assertThat(excluded(answers, AreaLevel.STADSDEEL)).isEqualTo(because(ComparisonPlan.Excluded.Reason.KIND));
    }

    @Test
    void of_someLeftOut_othersCompared() {
        ComparisonPlan plan = plan(
                indicator("totaal", new Formula.Total("test", part(VISITS)), NO_JUDGEMENT),
                indicator("tarief", VISITS_PER_1000, NO_JUDGEMENT));

        Comparison comparison = compare(plan, TWO_QUARTERS);

        assertThat(comparison.excluded())
                .extracting(ComparisonPlan.Excluded::reason)
                .containsExactly(ComparisonPlan.Excluded.Reason.TOTAL);
        assertThat(comparison.rows())
                .extracting(row -> row.key().indicator().id().value())
                .containsOnly("tarief");
        assertThat(plan.withPeriod(Period.ofYear(2026))
                        .withConfidence(Confidence.P998)
                        .excluded())
                .isEqualTo(plan.excluded());
    }

    @Test
    void of_noPeriodOrNoAreas_refused() {
        TableStructure structure = SmallCity.STRUCTURE;
        List<Dimension> noTime = structure.dimensions().stream()
                .filter(dimension -> !(dimension instanceof Dimension.Time))
                .toList();
        List<Dimension> noPlace = structure.dimensions().stream()
                .filter(dimension -> !(dimension instanceof Dimension.Place))
                .toList();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ComparisonPlan.of(
                        new TableStructure(noTime, structure.measures()),
                        List.of(),
                        AreaLevel.STADSDEEL,
                        SmallCity.POPULATION))
                .withMessageContaining("period");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ComparisonPlan.of(
                        new TableStructure(noPlace, structure.measures()),
                        List.of(),
                        AreaLevel.STADSDEEL,
                        SmallCity.POPULATION))
                .withMessageContaining("STADSDEEL");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ComparisonPlan.of(structure, List.of(), AreaLevel.BUURT, SmallCity.POPULATION))
                .withMessageContaining("BUURT");
    }

    @Test
    void compare_table_asRowByRow() {
        ComparisonPlan plan = plan(VISITS_PER_1000);
        CountTable.Builder builder = CountTable.builder(SmallCity.STRUCTURE);
        for (Row row : TWO_QUARTERS) {
            builder.accept(row.observation());
        }

        assertThat(plan.compare(builder.build())).isEqualTo(compare(plan, TWO_QUARTERS));
    }

    @Test
    void combine_otherPlan_refused() {
        Comparer one = plan(VISITS_PER_1000).newComparer();
        Comparer other = plan(new Formula.Rate("test", Per.ONE, part(VISITS), part(SmallCity.MEETINGS)))
                .newComparer();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.combine(other))
                .withMessageContaining("aggregators of different plans cannot be combined");
    }

    @Test
    void accept_noPeriodCode_refused() {
        Comparer comparer =
                plan(VISITS_PER_1000).withPeriod(Period.ofYear(2026)).newComparer();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> comparer.accept(Row.of(WIJK_OOST).in("2026-1").observation()))
                .withMessageContaining("2026-1");
    }

    @Test
    void compare_otherColumnsInTheSamePlaces_refused() {
        List<Measure> swapped = new ArrayList<>(SmallCity.STRUCTURE.measures());
        Collections.swap(swapped, 0, 1);
        CountTable other = CountTable.builder(new TableStructure(SmallCity.STRUCTURE.dimensions(), swapped))
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(VISITS_PER_1000).compare(other))
                .withMessageContaining("structure");
    }

    @Test
    void accept_rowOfOtherWidth_refused() {
        Observation narrow = Observation.of(new String[] {WIJK_OOST}, new long[0], new boolean[0]);
        ComparisonPlan plan = plan(VISITS_PER_1000);

        for (ComparisonPlan one : List.of(plan, plan.withPeriod(Period.ofYear(2026)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> one.newComparer().accept(narrow))
                    .withMessageContaining("structure");
        }
    }

    @Test
    void of_conditionOnUnknownColumn_leftOut() {
        Formula.Part some = new Formula.Part(VISITS, Map.of(ColumnName.of("doelgroep"), Set.of("OUDEREN")));

        assertThat(excluded(
                        new Formula.PopulationRate("test", Per.THOUSAND, some, Optional.empty()), AreaLevel.STADSDEEL))
                .isEqualTo(because(ComparisonPlan.Excluded.Reason.COLUMNS));
        assertThat(excluded(new Formula.Proportion("test", Per.HUNDRED, part(VISITS), some), AreaLevel.STADSDEEL))
                .isEqualTo(because(ComparisonPlan.Excluded.Reason.COLUMNS));
    }

    @Test
    void withPeriod_nobodyReported_allAreasMissing() {
        Comparison comparison = compare(plan(VISITS_PER_1000).withPeriod(Period.ofYear(2027)), TWO_QUARTERS);

        assertThat(comparison.rows()).hasSize(3).allSatisfy(row -> {
            assertThat(row.key().period().code()).isEqualTo("2027JJ00");
            assertThat(row.figure().value()).isEqualTo(new CellValue.Missing());
            assertThat(row.assessment().judgement()).isEqualTo(Judgement.NONE);
        });
    }

    @Test
    void of_areaWithoutGemeente_refused() {
        AreaHierarchy loose = AreaHierarchy.of("los", 2026, List.of(Area.of(OOST, "Oost")));
        TableStructure structure = new TableStructure(
                List.of(
                        new Dimension.Place(ColumnName.of("stadsdeel"), loose, AreaLevel.STADSDEEL, true),
                        new Dimension.Time(ColumnName.of("periode"))),
                List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ComparisonPlan.of(structure, List.of(), AreaLevel.STADSDEEL, SmallCity.POPULATION))
                .withMessageContaining("SD9999-OOST");
    }

    @Test
    void confidence_certain_isRefused() {
        ComparisonPlan plan = plan(SmallCity.VISITS_PER_1000);
        assertThatThrownBy(() -> plan.withConfidence(Confidence.CERTAIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("confidence of a comparison must be below 1");
        ComparisonOptions others = ComparisonOptions.withDefaults().withOtherConfidences(List.of(Confidence.CERTAIN));
        assertThatThrownBy(() -> plan.withOptions(others))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("confidence of a comparison must be below 1");
    }
}
