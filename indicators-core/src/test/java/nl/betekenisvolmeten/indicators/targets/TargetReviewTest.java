package nl.betekenisvolmeten.indicators.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.model.Residuals;
import nl.betekenisvolmeten.indicators.model.Residuals.Residual;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.targets.TargetReport.Evidence;
import nl.betekenisvolmeten.indicators.targets.TargetReport.UndecidedReason;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Achievement;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Outcome;
import org.junit.jupiter.api.Test;

/** A made-up city of two stadsdelen, what two organisations delivered, and targets on it. */
class TargetReviewTest {

    static final AreaCode CITY = AreaCode.of("GM9999");
    static final AreaCode OOST = AreaCode.of("SD9999-OOST");
    static final AreaCode WEST = AreaCode.of("SD9999-WEST");
    static final Period YEAR = Period.ofYear(2026);
    static final LocalizedText TEXT = LocalizedText.of("tekst", "text");
    static final ColumnName VISITS = ColumnName.of("bezoeken");
    static final ColumnName PERSONS = ColumnName.of("deelnemers");
    private static final ColumnName OPEN = ColumnName.of("lopend");

    static final AreaHierarchy AREAS = AreaHierarchy.of(
            "test", 2026, List.of(Area.of(CITY, "Stad"), Area.of(OOST, "Oost", CITY), Area.of(WEST, "West", CITY)));

    static final TableStructure STRUCTURE = new TableStructure(
            List.of(
                    new Dimension.Reporter(ColumnName.of("organisatie")),
                    new Dimension.Place(ColumnName.of("stadsdeel"), AREAS, AreaLevel.STADSDEEL, false),
                    new Dimension.Time(ColumnName.of("periode"))),
            List.of(new Measure.Flow(VISITS, 0), new Measure.Distinct(PERSONS), new Measure.Stock(OPEN, 0)));

    static final Population PEOPLE = new Population(
            "test",
            Map.of(
                    OOST, new Population.Figures("2026", OptionalLong.of(400), List.of()),
                    WEST, new Population.Figures("2026", OptionalLong.of(600), List.of())));

    static final List<Indicator> INDICATORS = List.of(
            indicator("bezoeken", new Formula.Total("test", part(VISITS)), new Indicator.Direction.HigherIsBetter()),
            indicator("deelnemers", new Formula.Total("test", part(PERSONS)), new Indicator.Direction.HigherIsBetter()),
            indicator("lopend", new Formula.Total("test", part(OPEN)), new Indicator.Direction.NoJudgement()),
            indicator(
                    "bereik",
                    new Formula.PopulationRate("test", Per.THOUSAND, part(PERSONS), Optional.empty()),
                    new Indicator.Direction.HigherIsBetter()),
            indicator(
                    "bezoeken-per-deelnemer",
                    new Formula.Rate("test", Per.ONE, part(VISITS), part(PERSONS)),
                    new Indicator.Direction.NoJudgement()),
            indicator(
                    "elders",
                    new Formula.Total("anders", part(ColumnName.of("elders"))),
                    new Indicator.Direction.NoJudgement()),
            indicator(
                    "mening",
                    new Formula.Answers("anders", "lijst", "YES_NO", List.of("ja")),
                    new Indicator.Direction.HigherIsBetter()));

    static Formula.Part part(ColumnName column) {
        return new Formula.Part(column, Map.of());
    }

    static Indicator indicator(String id, Formula formula, Indicator.Direction direction) {
        return new Indicator(
                IndicatorId.of(id),
                TEXT,
                TEXT,
                Optional.empty(),
                Indicator.Kind.KEY_FIGURE,
                Indicator.Aspect.OUTPUT,
                TEXT,
                formula,
                direction,
                Set.of(AreaLevel.GEMEENTE),
                PeriodKind.QUARTER,
                new Indicator.Counting(TEXT, List.of(), List.of()),
                List.of(new Indicator.Basis("S1", List.of(), TEXT)),
                Indicator.Use.withDefaults());
    }

    static Observation row(String organisation, AreaCode area, Period period, long... numbers) {
        boolean[] known = new boolean[numbers.length];
        Arrays.fill(known, true);
        return Observation.of(new String[] {organisation, area.value(), period.code()}, numbers, known);
    }

    /** Every quarter of both: 10 visits, 4 persons, 3 open at the end of each. */
    static List<Observation> wholeYear() {
        return Period.ofYear(2026).parts(PeriodKind.QUARTER).stream()
                .flatMap(quarter ->
                        List.of(row("a", OOST, quarter, 10, 4, 3), row("b", WEST, quarter, 10, 4, 3)).stream())
                .toList();
    }

    static Target target(String indicator, AreaCode area, Target.Aim aim) {
        return new Target(IndicatorId.of(indicator), area, YEAR, aim, Optional.empty(), "plan");
    }

    /** Returns the target that a figure of the city gets better than 10. */
    static Target betterThanTen(String indicator) {
        Target.Aim better = new Target.Towards(Target.Way.BETTER);
        return new Target(IndicatorId.of(indicator), CITY, YEAR, better, Optional.of(BigDecimal.TEN), "plan");
    }

    static Target.Aim atLeast(int value) {
        return new Target.Value(Target.Relation.AT_LEAST, BigDecimal.valueOf(value));
    }

    static CountTable table(List<Observation> rows) {
        CountTable.Builder builder = CountTable.builder(STRUCTURE);
        rows.forEach(builder);
        return builder.build();
    }

    static TargetReview review(List<Observation> rows, Target... targets) {
        TargetPlan plan = TargetPlan.of(STRUCTURE, INDICATORS, List.of(targets), PEOPLE);
        return TargetReview.of(AREAS, INDICATORS).withDelivered(plan.collect(table(rows)));
    }

    static TargetReport.Line judge(List<Observation> rows, Target target) {
        return review(rows, target)
                .review(List.of(target), TargetOptions.withDefaults())
                .lines()
                .get(0);
    }

    static TargetReview.StatedFigure stated(String indicator, int lower, int upper, TargetResult.Realised.State state) {
        CellValue value = CellValue.between(BigDecimal.valueOf(lower), BigDecimal.valueOf(upper));
        return new TargetReview.StatedFigure(
                IndicatorId.of(indicator), CITY, YEAR, new TargetResult.Realised(value, state), "jaarverslag");
    }

    @Test
    void review_eventsOfAWholeYear_areExactAndSettled() {
        TargetReport.Line line = judge(wholeYear(), target("bezoeken", CITY, atLeast(80)));
        assertThat(line.result().outcome()).isEqualTo(Outcome.MET);
        assertThat(line.lacks()).isEmpty();
        Evidence evidence = line.evidence().get(0);
        assertThat(evidence.origin()).isEqualTo(Evidence.Origin.DELIVERIES);
        assertThat(evidence.realised().value().exact()).contains(new BigDecimal("80"));
        assertThat(evidence.coverage().orElseThrow().expected()).isEqualTo(8);
        assertThat(judge(wholeYear(), target("bezoeken", CITY, atLeast(81)))
                        .result()
                        .outcome())
                .isEqualTo(Outcome.NOT_MET);
    }

    @Test
    void review_rowsOfAnUnknownArea_countForTheCity() {
        Residuals unknown = Residuals.of(
                AREAS,
                AreaLevel.STADSDEEL,
                List.of(new Residual(Codelist.Item.of("onbekend", TEXT), Residual.Kind.UNKNOWN, Optional.of(CITY))));
        List<Dimension> dimensions = new ArrayList<>(STRUCTURE.dimensions());
        dimensions.set(1, new Dimension.Place(ColumnName.of("stadsdeel"), AREAS, AreaLevel.STADSDEEL, false, unknown));
        Target target = target("bezoeken", CITY, atLeast(90));
        TargetPlan.Collector collector = TargetPlan.of(
                        new TableStructure(dimensions, STRUCTURE.measures()), INDICATORS, List.of(target), PEOPLE)
                .newCollector();
        wholeYear().forEach(collector);
        collector.accept(Observation.of(
                new String[] {"a", "onbekend", "2026KW01"}, new long[] {10, 4, 3}, new boolean[] {true, true, true}));
        Evidence evidence = collector.result().of(target.indicator(), CITY, YEAR);
        assertThat(evidence.realised().value().exact()).contains(new BigDecimal("90"));
    }

    @Test
    void review_personsOverQuarters_areBoundsThatMayLeaveItOpen() {
        // the same four people in every quarter and place, or other ones each time: 4 to 32
        TargetReport.Line open = judge(wholeYear(), target("deelnemers", CITY, atLeast(20)));
        assertThat(open.result().outcome()).isEqualTo(Outcome.NOT_DECIDED);
        assertThat(open.lacks()).containsExactly(UndecidedReason.BOUNDS);
        assertThat(open.evidence().get(0).realised().value())
                .isEqualTo(CellValue.between(new BigDecimal("4"), new BigDecimal("32")));
        assertThat(judge(wholeYear(), target("deelnemers", CITY, atLeast(4)))
                        .result()
                        .outcome())
                .isEqualTo(Outcome.MET);
        assertThat(judge(wholeYear(), target("deelnemers", CITY, atLeast(33)))
                        .result()
                        .outcome())
                .isEqualTo(Outcome.NOT_MET);
        // 4 to 32 of 1,000 inhabitants, who are only known by stadsdeel
        assertThat(judge(wholeYear(), target("bereik", CITY, atLeast(40)))
                        .evidence()
                        .get(0)
                        .realised()
                        .value()
                        .upperBound()
                        .orElseThrow())
                .isEqualByComparingTo("32");
    }

    @Test
    void review_quarterThatIsMissing_makesACountALeastAndAShareNothing() {
        List<Observation> rows = wholeYear().subList(0, 6);
        TargetReport.Line met = judge(rows, target("bezoeken", CITY, atLeast(60)));
        assertThat(met.result().outcome()).isEqualTo(Outcome.MET);
        assertThat(met.lacks()).isEmpty();
        TargetReport.Line open = judge(rows, target("bezoeken", CITY, atLeast(80)));
        assertThat(open.result().outcome()).isEqualTo(Outcome.NOT_ENOUGH_DATA);
        assertThat(open.lacks()).containsExactly(UndecidedReason.REPORTS_MISSING);
        TargetReport.Line ratio = judge(rows, target("bezoeken-per-deelnemer", CITY, atLeast(1)));
        assertThat(ratio.result().outcome()).isEqualTo(Outcome.NOT_ENOUGH_DATA);
        assertThat(ratio.evidence().get(0).realised().state()).isEqualTo(TargetResult.Realised.State.INCOMPLETE);
        // cases that are open at the end of the third quarter say nothing of the end of the year
        assertThat(judge(rows, target("lopend", CITY, new Target.Value(Target.Relation.AT_MOST, BigDecimal.TEN)))
                        .result()
                        .outcome())
                .isEqualTo(Outcome.NOT_ENOUGH_DATA);
    }

    @Test
    void review_stadsdeelThatDidNotDeliver_isMissingInTheCityOnly() {
        List<Observation> rows =
                wholeYear().stream().filter(row -> row.code(0).equals("a")).toList();
        assertThat(judge(rows, target("bezoeken", CITY, atLeast(50))).lacks())
                .containsExactly(UndecidedReason.AREAS_MISSING);
        assertThat(judge(rows, target("bezoeken", OOST, atLeast(50))).result().outcome())
                .isEqualTo(Outcome.NOT_MET);
        assertThat(judge(rows, target("bezoeken", WEST, atLeast(50))).lacks()).containsExactly(UndecidedReason.NO_ROWS);
    }

    @Test
    void review_emptyCell_isNotZero() {
        List<Observation> rows = List.of(
                Observation.of(new String[] {"a", OOST.value(), YEAR.code()}, new long[] {0, 4, 3}, new boolean[] {
                    false, true, true
                }),
                row("b", WEST, YEAR, 10, 4, 3));
        assertThat(judge(rows, target("bezoeken", CITY, atLeast(11))).lacks())
                .containsExactly(UndecidedReason.CELLS_EMPTY);
    }

    @Test
    void review_targetWithoutAFigure_staysInWithTheReason() {
        Target small = new Target(
                IndicatorId.of("bezoeken"), AreaCode.of("WK999901"), YEAR, atLeast(1), Optional.empty(), "plan");
        Target month = new Target(
                IndicatorId.of("bezoeken"),
                CITY,
                Period.of(PeriodKind.MONTH, 2026, 1),
                atLeast(1),
                Optional.empty(),
                "plan");
        Target nowhere = target("bezoeken", OOST, new Target.InEveryArea(AreaLevel.WIJK, BigDecimal.ONE));
        Target[] targets = {
            target("keurmerken", CITY, atLeast(1)),
            target("elders", CITY, atLeast(1)),
            target("mening", CITY, atLeast(1)),
            small,
            month,
            nowhere,
            target("bezoeken", CITY, new Target.Value(Target.Relation.MORE_THAN, BigDecimal.ONE))
        };
        TargetReport report = review(wholeYear(), targets).review(List.of(targets), TargetOptions.withDefaults());
        assertThat(report.lines().stream().map(TargetReport.Line::lacks))
                .containsExactly(
                        Set.of(UndecidedReason.UNKNOWN_INDICATOR),
                        Set.of(UndecidedReason.NOT_FED),
                        Set.of(UndecidedReason.ANSWERS),
                        Set.of(UndecidedReason.LEVEL),
                        Set.of(UndecidedReason.LENGTH),
                        Set.of(UndecidedReason.NO_AREAS),
                        Set.of());
        assertThat(report.count(Outcome.NOT_ENOUGH_DATA)).isEqualTo(5);
    }

    @Test
    void review_indicatorThatWasCountedInTwoWays_isNotComparable() {
        Target target = target("bezoeken", CITY, atLeast(80));
        TargetPlan plan = TargetPlan.of(STRUCTURE, INDICATORS, List.of(target), PEOPLE)
                .withNotComparable(Set.of(target.indicator()));
        TargetReport report = TargetReview.of(AREAS, INDICATORS)
                .withDelivered(plan.collect(table(wholeYear())))
                .review(List.of(target), TargetOptions.withDefaults());
        assertThat(report.lines().get(0).result().outcome()).isEqualTo(Outcome.NOT_COMPARABLE);
        assertThat(report.lines().get(0).lacks()).containsExactly(UndecidedReason.NOT_COMPARABLE);
    }

    @Test
    void review_statedFigure_countsAndAContradictionIsTold() {
        Target target = target("deelnemers", CITY, atLeast(20));
        TargetReport inside = review(wholeYear(), target)
                .withStated(List.of(stated("deelnemers", 21, 21, TargetResult.Realised.State.COMPLETE)))
                .review(List.of(target), TargetOptions.withDefaults());
        assertThat(inside.lines().get(0).result().outcome()).isEqualTo(Outcome.MET);
        assertThat(inside.lines().get(0).evidence().get(0).source()).isEqualTo("jaarverslag");
        assertThat(inside.findings().kept()).isEmpty();
        TargetReport beside = review(wholeYear(), target)
                .withStated(List.of(stated("deelnemers", 33, 40, TargetResult.Realised.State.COMPLETE)))
                .review(List.of(target), TargetOptions.withDefaults());
        Finding finding = beside.findings().kept().get(0);
        assertThat(finding.code().value()).isEqualTo("BM-G01");
        assertThat(finding.arguments()).containsEntry("value", "33 - 40").containsEntry("found", "4 - 32");
        TargetReport below = review(wholeYear(), target)
                .withStated(List.of(stated("deelnemers", 3, 3, TargetResult.Realised.State.COMPLETE)))
                .review(List.of(target), TargetOptions.withDefaults());
        assertThat(below.findings().kept()).hasSize(1);
    }

    @Test
    void review_statedFigureThatIsNotAll_saysSo() {
        Target target = target("keurmerken", CITY, atLeast(22));
        Map<TargetResult.Realised.State, Outcome> outcomes = Map.of(
                TargetResult.Realised.State.COMPLETE, Outcome.NOT_MET,
                TargetResult.Realised.State.AT_LEAST, Outcome.NOT_ENOUGH_DATA,
                TargetResult.Realised.State.INCOMPLETE, Outcome.NOT_ENOUGH_DATA,
                TargetResult.Realised.State.NOT_COMPARABLE, Outcome.NOT_COMPARABLE);
        outcomes.forEach((state, outcome) -> {
            TargetReport report = TargetReview.of(AREAS, INDICATORS)
                    .withStated(List.of(stated("keurmerken", 20, 20, state)))
                    .review(List.of(target), TargetOptions.withDefaults());
            assertThat(report.lines().get(0).result().outcome()).isEqualTo(outcome);
        });
        List<TargetReview.StatedFigure> twice = List.of(
                stated("keurmerken", 20, 20, TargetResult.Realised.State.COMPLETE),
                stated("keurmerken", 21, 21, TargetResult.Realised.State.COMPLETE));
        assertThatThrownBy(() -> TargetReview.of(AREAS, INDICATORS).withStated(twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keurmerken");
    }

    @Test
    void review_path_isAWholeLifeApartFromThePeriods() {
        Target path = new Target(
                IndicatorId.of("keurmerken"),
                CITY,
                Period.ofYear(2027),
                Target.Path.of(Map.of(YEAR, BigDecimal.valueOf(15), Period.ofYear(2027), BigDecimal.valueOf(22))),
                Optional.of(BigDecimal.valueOf(12)),
                "plan");
        Target year = target("keurmerken", CITY, atLeast(15));
        TargetReview review = TargetReview.of(AREAS, INDICATORS)
                .withStated(List.of(stated("keurmerken", 17, 17, TargetResult.Realised.State.COMPLETE)));
        assertThat(review.latest()).contains(LocalDate.of(2026, 12, 31));
        TargetReport report = review.review(
                List.of(path, year),
                TargetOptions.withDefaults().withAsOf(review.latest().orElseThrow()));
        assertThat(report.ofPeriods()).extracting(TargetReport.Line::target).containsExactly(year);
        TargetReport.Line life = report.ofWholeLives().get(0);
        assertThat(life.result().outcome()).isEqualTo(Outcome.MET);
        assertThat(life.result().achievement())
                .isEqualTo(new Achievement.Share(
                        CellValue.of(new BigDecimal("0.5")), Achievement.Basis.WAY_FROM_BASELINE));
        assertThat(life.result().steps().get(1).outcome()).isEqualTo(Outcome.NOT_YET_DUE);
    }

    @Test
    void review_betterOfWhatHasNoBetter_hasNoJudgement() {
        Target target = betterThanTen("lopend");
        TargetReport.Line line = judge(wholeYear(), target);
        assertThat(line.result().outcome()).isEqualTo(Outcome.NOT_DEFINED);
        assertThat(line.lacks()).containsExactly(UndecidedReason.NO_BETTER);
    }

    @Test
    void collector_combined_isTheSameAsOne() {
        Target target = target("deelnemers", CITY, atLeast(20));
        TargetPlan plan = TargetPlan.of(STRUCTURE, INDICATORS, List.of(target), PEOPLE);
        TargetPlan.Collector one = plan.newCollector();
        TargetPlan.Collector other = plan.newCollector();
        List<Observation> rows = wholeYear();
        rows.subList(0, 3).forEach(one);
        rows.subList(3, 8).forEach(other);
        one.combine(other);
        assertThat(one.result().of(target.indicator(), CITY, YEAR))
                .isEqualTo(plan.collect(table(rows)).of(target.indicator(), CITY, YEAR));
        assertThat(one.result().latest()).contains(LocalDate.of(2026, 12, 31));
        TargetPlan.Collector stranger =
                TargetPlan.of(STRUCTURE, INDICATORS, List.of(), PEOPLE).newCollector();
        assertThatThrownBy(() -> one.combine(stranger))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("collectors of different plans cannot be combined");
    }
}
