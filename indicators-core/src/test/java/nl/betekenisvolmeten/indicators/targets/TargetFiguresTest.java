package nl.betekenisvolmeten.indicators.targets;

import static nl.betekenisvolmeten.indicators.targets.TargetReviewTest.AREAS;
import static nl.betekenisvolmeten.indicators.targets.TargetReviewTest.CITY;
import static nl.betekenisvolmeten.indicators.targets.TargetReviewTest.INDICATORS;
import static nl.betekenisvolmeten.indicators.targets.TargetReviewTest.OOST;
import static nl.betekenisvolmeten.indicators.targets.TargetReviewTest.PEOPLE;
import static nl.betekenisvolmeten.indicators.targets.TargetReviewTest.PERSONS;
import static nl.betekenisvolmeten.indicators.targets.TargetReviewTest.STRUCTURE;
import static nl.betekenisvolmeten.indicators.targets.TargetReviewTest.TEXT;
import static nl.betekenisvolmeten.indicators.targets.TargetReviewTest.VISITS;
import static nl.betekenisvolmeten.indicators.targets.TargetReviewTest.WEST;
import static nl.betekenisvolmeten.indicators.targets.TargetReviewTest.YEAR;
import static nl.betekenisvolmeten.indicators.targets.TargetReviewTest.atLeast;
import static nl.betekenisvolmeten.indicators.targets.TargetReviewTest.betterThanTen;
import static nl.betekenisvolmeten.indicators.targets.TargetReviewTest.indicator;
import static nl.betekenisvolmeten.indicators.targets.TargetReviewTest.judge;
import static nl.betekenisvolmeten.indicators.targets.TargetReviewTest.part;
import static nl.betekenisvolmeten.indicators.targets.TargetReviewTest.review;
import static nl.betekenisvolmeten.indicators.targets.TargetReviewTest.row;
import static nl.betekenisvolmeten.indicators.targets.TargetReviewTest.stated;
import static nl.betekenisvolmeten.indicators.targets.TargetReviewTest.table;
import static nl.betekenisvolmeten.indicators.targets.TargetReviewTest.target;
import static nl.betekenisvolmeten.indicators.targets.TargetReviewTest.wholeYear;
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
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.model.TargetSet;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.targets.TargetReport.UndecidedReason;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Outcome;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Realised;
import org.junit.jupiter.api.Test;

/** What figures targets are judged by: rejected and refused rows, own totals, answers, inhabitants and stated figures. */
class TargetFiguresTest {

    private static final Set<String> QUARTERS = Set.of("2026KW01", "2026KW02", "2026KW03", "2026KW04");
    private static final Indicator VISITS_PER_1000 = indicator(
            "bezoeken-per-1000",
            new Formula.PopulationRate("test", Per.THOUSAND, part(VISITS), Optional.empty()),
            new Indicator.Direction.HigherIsBetter());

    private static TargetReport.Line judged(Target target, Consumer<TargetPlan.Collector> deliveries) {
        List<Indicator> indicators = new ArrayList<>(INDICATORS);
        indicators.add(VISITS_PER_1000);
        return judged(STRUCTURE, indicators, target, deliveries);
    }

    private static TargetReport.Line judged(
            TableStructure structure,
            List<Indicator> indicators,
            Target target,
            Consumer<TargetPlan.Collector> deliveries) {
        TargetPlan.Collector collector =
                TargetPlan.of(structure, indicators, List.of(target), PEOPLE).newCollector();
        deliveries.accept(collector);
        return TargetReview.of(AREAS, indicators)
                .withDelivered(collector.result())
                .review(List.of(target), TargetOptions.withDefaults())
                .lines()
                .get(0);
    }

    private static void assertLine(TargetReport.Line line, Outcome outcome, UndecidedReason... reasons) {
        assertThat(line.result().outcome()).isEqualTo(outcome);
        assertThat(line.lacks()).containsExactlyInAnyOrder(reasons);
    }

    private static RejectedRows rejected(String organisation) {
        return new RejectedRows(
                List.of(Set.of(organisation), Set.of(OOST.value()), Set.of("2026KW01")),
                List.of(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty()),
                1,
                OptionalLong.of(2));
    }

    @Test
    void rejectedRow_mayAddToACount_andLeavesTheRestOpen() {
        Consumer<TargetPlan.Collector> deliveries = to -> {
            wholeYear().forEach(to);
            to.acceptRejected(rejected("a"));
        };
        assertLine(judged(target("bezoeken", CITY, atLeast(80)), deliveries), Outcome.MET);
        assertLine(
                judged(target("bezoeken", CITY, atLeast(81)), deliveries),
                Outcome.NOT_ENOUGH_DATA,
                UndecidedReason.ROWS_REJECTED);
        assertLine(judged(target("bezoeken-per-1000", CITY, atLeast(80)), deliveries), Outcome.MET);
        assertLine(
                judged(target("bezoeken-per-1000", CITY, atLeast(81)), deliveries),
                Outcome.NOT_ENOUGH_DATA,
                UndecidedReason.ROWS_REJECTED);
        assertLine(judged(target("bereik", CITY, atLeast(4)), deliveries), Outcome.MET);
        assertLine(
                judged(target("bereik", CITY, atLeast(5)), deliveries),
                Outcome.NOT_ENOUGH_DATA,
                UndecidedReason.ROWS_REJECTED);
        assertLine(
                judged(target("lopend", CITY, atLeast(1)), deliveries),
                Outcome.NOT_ENOUGH_DATA,
                UndecidedReason.ROWS_REJECTED);
    }

    @Test
    void refusedRow_leavesNoFigure_inPeriodsOfItsLengthOrLonger() {
        Consumer<TargetPlan.Collector> refused = to -> {
            wholeYear().forEach(to);
            to.refuse(row("a", OOST, Period.of(PeriodKind.QUARTER, 2026, 1), 10, 4, 3));
        };
        assertLine(
                judged(target("bezoeken", CITY, atLeast(1)), refused),
                Outcome.NOT_DEFINED,
                UndecidedReason.CONTRADICTION);
        Target quarter = new Target(
                IndicatorId.of("bezoeken"),
                CITY,
                Period.of(PeriodKind.QUARTER, 2026, 1),
                atLeast(20),
                Optional.empty(),
                "plan");
        assertLine(judged(quarter, refused), Outcome.NOT_DEFINED, UndecidedReason.CONTRADICTION);
        assertLine(
                judged(quarter, to -> {
                    wholeYear().forEach(to);
                    to.refuse(row("a", OOST, YEAR, 10, 4, 3));
                }),
                Outcome.MET);
    }

    @Test
    void ownTotal_inPlaceOfRows_isTheFigureAndADelivery() {
        Target target = target("bezoeken", OOST, atLeast(50));
        TargetPlan.Collector collector =
                TargetPlan.of(STRUCTURE, INDICATORS, List.of(target), PEOPLE).newCollector();
        collector.acceptTotal(new OwnTotal(
                List.of(Set.of("a"), Set.of(OOST.value()), QUARTERS),
                List.of(OptionalLong.of(50), OptionalLong.of(20), OptionalLong.empty()),
                Map.of(),
                OwnTotal.Scope.IN_PLACE_OF_ROWS));
        DeliveredFigures figures = collector.result();
        assertThat(figures.of(target.indicator(), OOST, YEAR).realised().value().exact())
                .contains(new BigDecimal("50"));
        assertThat(figures.latest()).contains(LocalDate.of(2026, 12, 31));
        assertThat(figures.missing(CITY, YEAR)).extracting(Area::code).containsExactly(WEST);
    }

    @Test
    void missing_isWhatDidNotDeliverForThatPeriod_andNothingBelowAStadsdeel() {
        Target target = target("bezoeken", CITY, atLeast(10));
        List<Observation> rows = List.of(
                row("a", OOST, Period.of(PeriodKind.QUARTER, 2026, 1), 10, 4, 3),
                row("b", WEST, Period.of(PeriodKind.QUARTER, 2025, 4), 10, 4, 3));
        DeliveredFigures figures =
                TargetPlan.of(STRUCTURE, INDICATORS, List.of(target), PEOPLE).collect(table(rows));
        assertThat(figures.missing(CITY, YEAR)).extracting(Area::code).containsExactly(WEST);
        assertThat(figures.missing(CITY, Period.ofYear(2025)))
                .extracting(Area::code)
                .containsExactly(OOST);
        assertThat(figures.missing(WEST, YEAR)).isEmpty();
    }

    private static final AreaCode OTHER = AreaCode.of("GM8888");
    private static final AreaCode NORTH = AreaCode.of("SD8888-NOORD");
    private static final AreaHierarchy TWO_CITIES = AreaHierarchy.of(
            "test",
            2026,
            List.of(
                    Area.of(CITY, "Stad"),
                    Area.of(OOST, "Oost", CITY),
                    Area.of(WEST, "West", CITY),
                    Area.of(OTHER, "Elders"),
                    Area.of(NORTH, "Noord", OTHER)));

    private static TableStructure ofTwoCities() {
        List<Dimension> dimensions = new ArrayList<>(STRUCTURE.dimensions());
        dimensions.set(1, new Dimension.Place(ColumnName.of("stadsdeel"), TWO_CITIES, AreaLevel.STADSDEEL, false));
        return new TableStructure(dimensions, STRUCTURE.measures());
    }

    @Test
    void otherCity_isNoPartOfThisOne() {
        Target target = target("bezoeken-per-1000", CITY, atLeast(80));
        TargetReport.Line line = judged(
                ofTwoCities(),
                List.of(VISITS_PER_1000),
                target,
                to -> wholeYear().forEach(to));
        assertLine(line, Outcome.MET);
        assertThat(line.evidence().get(0).realised().value().exact()).contains(new BigDecimal("80"));
    }

    /** One city has 40 visits in each of its stadsdelen; the other has 28 in its only stadsdeel. */
    @Test
    void areasOfTwoCities_inOneList_areJudgedByTheirOwnCity() {
        List<Target> targets = List.of(
                target("bezoeken", CITY, atLeast(80)),
                target("bezoeken", OTHER, atLeast(28)),
                target("bezoeken", OTHER, atLeast(29)),
                target("bezoeken", CITY, new Target.InEveryArea(AreaLevel.STADSDEEL, BigDecimal.valueOf(40))),
                target("bezoeken", OTHER, new Target.InEveryArea(AreaLevel.STADSDEEL, BigDecimal.valueOf(29))));
        TargetPlan.Collector collector =
                TargetPlan.of(ofTwoCities(), INDICATORS, targets, PEOPLE).newCollector();
        wholeYear().forEach(collector);
        DeliveredFigures before = collector.result();
        assertThat(before.missing(CITY, YEAR)).isEmpty();
        assertThat(before.missing(OTHER, YEAR)).extracting(Area::code).containsExactly(NORTH);

        YEAR.parts(PeriodKind.QUARTER).forEach(quarter -> collector.accept(row("c", NORTH, quarter, 7, 2, 1)));
        List<TargetReport.Line> lines = TargetReview.of(TWO_CITIES, INDICATORS)
                .withDelivered(collector.result())
                .review(targets, TargetOptions.withDefaults())
                .lines();
        assertThat(lines)
                .extracting(line -> line.result().outcome())
                .containsExactly(Outcome.MET, Outcome.MET, Outcome.NOT_MET, Outcome.MET, Outcome.NOT_MET);
        assertThat(lines.get(3).result().steps())
                .extracting(TargetResult.Step::area)
                .containsExactly(OOST, WEST);
        assertThat(lines.get(4).result().steps())
                .extracting(TargetResult.Step::area)
                .containsExactly(NORTH);
    }

    @Test
    void quotient_ofNothing_isNoFigure() {
        assertLine(
                judged(target("bezoeken-per-deelnemer", CITY, atLeast(1)), to -> {
                    to.accept(row("a", OOST, YEAR, 0, 0, 0));
                    to.accept(row("b", WEST, YEAR, 0, 0, 0));
                }),
                Outcome.NOT_DEFINED,
                UndecidedReason.NO_FIGURE);
    }

    @Test
    void shared_canOnlyGrow() {
        TableStructure structure = new TableStructure(
                STRUCTURE.dimensions(),
                List.of(
                        new Measure.Shared(VISITS, 0, Set.of(ColumnName.of("organisatie"))),
                        new Measure.Distinct(PERSONS)));
        assertLine(
                judged(
                        structure,
                        List.of(INDICATORS.get(0)),
                        target("bezoeken", CITY, atLeast(10)),
                        to -> to.accept(row("a", OOST, YEAR, 10, 4))),
                Outcome.MET);
        assertLine(
                judged(
                        structure,
                        List.of(INDICATORS.get(1)),
                        target("deelnemers", CITY, atLeast(4)),
                        to -> to.accept(row("a", OOST, YEAR, 10, 4))),
                Outcome.MET);
    }

    /** Wilson's limits of 20 of 30, since two questions asked the same 30 people: 48.8 to 80.8 %. */
    @Test
    void answers_areJudgedByTheirInterval() {
        ColumnName yes = ColumnName.of("ja");
        ColumnName all = ColumnName.of("alle");
        TableStructure structure =
                new TableStructure(STRUCTURE.dimensions(), List.of(new Measure.Flow(yes, 0), new Measure.Flow(all, 0)));
        Map<ColumnName, Set<String>> one = Map.of(ColumnName.of("organisatie"), Set.of("a"));
        Map<ColumnName, Set<String>> two = Map.of(ColumnName.of("organisatie"), Set.of("b"));
        Indicator opinion = indicator(
                "mening",
                new Formula.Answers(
                        "test",
                        "lijst",
                        "YES_NO",
                        List.of("ja"),
                        List.of(new Formula.Part(yes, one), new Formula.Part(yes, two)),
                        List.of(new Formula.Part(all, one), new Formula.Part(all, two)),
                        Map.of(),
                        Optional.empty()),
                new Indicator.Direction.HigherIsBetter());
        Consumer<TargetPlan.Collector> answers = to -> {
            to.accept(row("a", OOST, YEAR, 30, 40));
            to.accept(row("b", WEST, YEAR, 10, 20));
        };
        Map<Integer, Outcome> outcomes =
                Map.of(48, Outcome.MET, 50, Outcome.NOT_DECIDED, 80, Outcome.NOT_DECIDED, 81, Outcome.NOT_MET);
        outcomes.forEach((aim, outcome) -> {
            TargetReport.Line line = judged(structure, List.of(opinion), target("mening", CITY, atLeast(aim)), answers);
            assertThat(line.result().outcome()).as("at least %s", aim).isEqualTo(outcome);
            assertThat(line.lacks())
                    .isEqualTo(outcome == Outcome.NOT_DECIDED ? Set.of(UndecidedReason.CHANCE) : Set.of());
            assertThat(line.evidence().get(0).realised().value().exact().orElseThrow())
                    .isBetween(new BigDecimal("66.66"), new BigDecimal("66.67"));
        });
    }

    @Test
    void severalIndicators_eachHaveTheirOwnFigure() {
        Target[] targets = {
            target("bezoeken", CITY, atLeast(80)),
            target("lopend", CITY, atLeast(6)),
            target("bereik", CITY, atLeast(4)),
            target("bezoeken-per-deelnemer", CITY, atLeast(3))
        };
        TargetReport report = review(wholeYear(), targets).review(List.of(targets), TargetOptions.withDefaults());
        assertThat(report.lines())
                .extracting(line -> line.evidence()
                        .get(0)
                        .realised()
                        .value()
                        .lowerBound()
                        .orElseThrow()
                        .stripTrailingZeros())
                .containsExactly(
                        new BigDecimal("8E+1"), new BigDecimal("6"), new BigDecimal("4"), new BigDecimal("2.5"));
    }

    @Test
    void plan_hasOnlyIndicatorsWithATargetThatRowsFeed() {
        TargetPlan plan = TargetPlan.of(
                STRUCTURE,
                INDICATORS,
                List.of(
                        target("bezoeken", CITY, atLeast(80)),
                        target("elders", OOST, atLeast(1)),
                        target("mening", OOST, atLeast(1))),
                PEOPLE);
        assertThat(plan.indicators()).extracting(one -> one.id().value()).containsExactly("bezoeken");
        assertThat(plan.slices()).containsExactly(new LevelAndLength(AreaLevel.GEMEENTE, PeriodKind.YEAR));
        CountTable other = CountTable.builder(
                        new TableStructure(STRUCTURE.dimensions(), List.of(new Measure.Flow(VISITS, 0))))
                .build();
        assertThatThrownBy(() -> plan.collect(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a table of another structure: ");
        assertThatThrownBy(() -> plan.newCollector()
                        .accept(Observation.of(new String[] {"a"}, new long[] {1}, new boolean[] {true})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a row of another structure: ");
    }

    @Test
    void path_withPointsOfSeveralLengths_hasAFigureForEach() {
        Period quarter = Period.of(PeriodKind.QUARTER, 2026, 1);
        Period before = Period.ofYear(2025);
        Target path = new Target(
                IndicatorId.of("bezoeken"),
                CITY,
                quarter,
                Target.Path.of(Map.of(before, BigDecimal.valueOf(18), quarter, BigDecimal.valueOf(20))),
                Optional.empty(),
                "plan");
        List<Observation> rows = List.of(
                row("a", OOST, before, 9, 4, 3),
                row("b", WEST, before, 9, 4, 3),
                row("a", OOST, quarter, 10, 4, 3),
                row("b", WEST, quarter, 10, 4, 3));
        TargetReport.Line line = judge(rows, path);
        assertThat(line.result().outcome()).isEqualTo(Outcome.MET);
        assertThat(line.evidence())
                .extracting(one -> one.realised().value().exact().orElseThrow())
                .containsExactly(new BigDecimal("18"), new BigDecimal("20"));
    }

    @Test
    void totalTooLargeToCount_isReported() {
        long[] most = {Long.MAX_VALUE, 1, 1};
        Target target = target("bezoeken", CITY, atLeast(80));
        TargetReport report = review(List.of(row("a", OOST, YEAR, most), row("b", WEST, YEAR, most)), target)
                .review(List.of(target), TargetOptions.withDefaults());
        assertThat(report.findings().kept())
                .extracting(finding -> finding.code().value())
                .contains("BM-A01");
    }

    @Test
    void unknownIndicator_getsItsDirectionFromTheSetOfTargets() {
        Target fewer = betterThanTen("uitzettingen");
        TargetReview review = TargetReview.of(AREAS, INDICATORS)
                .withStated(List.of(stated("uitzettingen", 9, 9, Realised.State.COMPLETE)));
        assertThat(outcome(review, fewer)).isEqualTo(Outcome.NOT_DEFINED);
        TargetReview known = review.withTargetSets(List.of(set(fewer, new Indicator.Direction.LowerIsBetter())));
        assertThat(outcome(known, fewer)).isEqualTo(Outcome.MET);
        assertThat(outcome(known.withTargetSets(List.of(set(fewer, new Indicator.Direction.NoJudgement()))), fewer))
                .isEqualTo(Outcome.MET);
    }

    private static TargetSet set(Target target, Indicator.Direction direction) {
        return new TargetSet(
                "doelen",
                "2026.1",
                TEXT,
                new Provenance(
                        Provenance.Status.AGREED,
                        TEXT,
                        List.of(new Provenance.Source("S1", "Plan", "p. 1", Optional.empty(), Optional.empty()))),
                List.of(new TargetSet.Entry(
                        target, TEXT, TEXT, direction, new Indicator.Basis("S1", List.of(), TEXT))));
    }

    private static Outcome outcome(TargetReview review, Target target) {
        return review.review(List.of(target), TargetOptions.withDefaults())
                .lines()
                .get(0)
                .result()
                .outcome();
    }

    @Test
    void direction_ofAnIndicatorThatIsKnown_isItsOwn() {
        Target more = betterThanTen("bezoeken");
        assertThat(judge(wholeYear(), more).result().outcome()).isEqualTo(Outcome.MET);
    }

    @Test
    void aboutZero_withoutATolerance_isTheReason() {
        Target none = target("bezoeken", CITY, new Target.Value(Target.Relation.ABOUT, BigDecimal.ZERO));
        TargetReview review = TargetReview.of(AREAS, List.of())
                .withStated(List.of(stated("bezoeken", 3, 3, Realised.State.COMPLETE)));
        assertLine(
                review.review(List.of(none), TargetOptions.withDefaults())
                        .lines()
                        .get(0),
                Outcome.NOT_DECIDED,
                UndecidedReason.NO_TOLERANCE);
    }

    @Test
    void notDue_ofWhatNeverComes_saysBoth() {
        Target target = target("elders", CITY, atLeast(1));
        TargetReport report = review(wholeYear(), target)
                .review(List.of(target), TargetOptions.withDefaults().withAsOf(LocalDate.of(2026, 6, 30)));
        assertLine(report.lines().get(0), Outcome.NOT_YET_DUE, UndecidedReason.NOT_DUE, UndecidedReason.NOT_FED);
    }

    @Test
    void latest_isTheLastDayOfDeliveriesAndStatedFigures() {
        Target target = target("bezoeken", CITY, atLeast(80));
        assertThat(review(wholeYear().subList(0, 4), target).latest()).contains(LocalDate.of(2026, 6, 30));
        assertThat(TargetReview.of(AREAS, INDICATORS).latest()).isEmpty();
    }

    @Test
    void statedWithoutTarget_isWhatNoTargetAsksFor_inOrder() {
        Target target = target("bezoeken", CITY, atLeast(80));
        List<TargetReview.StatedFigure> stated = List.of(
                stated("keurmerken", 20, 20, Realised.State.COMPLETE),
                stated("bezoeken", 80, 80, Realised.State.COMPLETE),
                stated("bedden", 22, 22, Realised.State.COMPLETE));
        assertThat(TargetReview.of(AREAS, INDICATORS).withStated(stated).statedWithoutTarget(List.of(target)))
                .containsExactly(stated.get(2), stated.get(0));
        assertThatThrownBy(() ->
                        new TargetReview.StatedFigure(IndicatorId.of("bedden"), CITY, YEAR, Realised.missing(), " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("source must not be blank: bedden");
    }

    @Test
    void statedFigure_atTheEdgeOfWhatWasDelivered_contradictsNothing() {
        // delivered: 4 to 32 persons, 80 visits; the share of visits for each person needs every quarter
        assertThat(contradictions(wholeYear(), stated("deelnemers", 32, 32, Realised.State.COMPLETE)))
                .isZero();
        assertThat(contradictions(wholeYear(), stated("deelnemers", 4, 4, Realised.State.COMPLETE)))
                .isZero();
        assertThat(contradictions(wholeYear(), stated("bezoeken", 79, 79, Realised.State.AT_LEAST)))
                .isZero();
        assertThat(contradictions(wholeYear(), stated("bezoeken", 81, 81, Realised.State.AT_LEAST)))
                .isOne();
        List<Observation> half = wholeYear().subList(0, 4);
        assertThat(contradictions(half, stated("bezoeken", 90, 90, Realised.State.COMPLETE)))
                .isZero();
        assertThat(contradictions(half, stated("bezoeken", 39, 39, Realised.State.COMPLETE)))
                .isOne();
        assertThat(contradictions(half, stated("bezoeken-per-deelnemer", 90, 90, Realised.State.COMPLETE)))
                .isZero();
    }

    private static int contradictions(List<Observation> rows, TargetReview.StatedFigure stated) {
        Target target = target(stated.indicator().value(), CITY, atLeast(1));
        return review(rows, target)
                .withStated(List.of(stated))
                .review(List.of(target), TargetOptions.withDefaults())
                .findings()
                .kept()
                .size();
    }

    @Test
    void line_needsAFigureForEachStep() {
        TargetReport.Line line = judge(wholeYear(), target("bezoeken", CITY, atLeast(80)));
        assertThatThrownBy(() -> new TargetReport.Line(line.result(), List.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("each step must have a figure: 0 for 1");
    }

    @Test
    void plan_withoutPeriodOrArea_isRefused() {
        for (int left : Arrays.asList(1, 2)) {
            TableStructure structure = new TableStructure(
                    List.of(
                            STRUCTURE.dimensions().get(0),
                            STRUCTURE.dimensions().get(left)),
                    STRUCTURE.measures());
            assertThatThrownBy(() -> TargetPlan.of(structure, INDICATORS, List.of(), new Population("x", Map.of())))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("rows must have a period and an area: ");
        }
    }
}
