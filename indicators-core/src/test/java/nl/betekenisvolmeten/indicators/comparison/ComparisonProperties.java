package nl.betekenisvolmeten.indicators.comparison;

import static nl.betekenisvolmeten.indicators.comparison.SmallCity.HOURS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.KIND;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.MEETINGS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.NEW_PERSONS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.PERSONS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.VISITS_PER_1000;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.indicator;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.part;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.plan;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.populationRate;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.comparison.SmallCity.Row;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.statistics.Confidence;

@PropertyDefaults(tries = 500)
class ComparisonProperties {

    private static final Indicator.Direction NONE = new Indicator.Direction.NoJudgement();
    private static final List<String> QUARTERS = List.of("2025KW04", "2026KW01", "2026KW02");
    private static final Formula TAAL = new Formula.Proportion(
            "test", Per.HUNDRED, new Formula.Part(VISITS, Map.of(KIND, Set.of("taal"))), part(VISITS));
    private static final Formula NEW_OF_ALL =
            new Formula.Proportion("test", Per.HUNDRED, part(NEW_PERSONS), part(PERSONS));

    /** Rates, shares, persons and hours. */
    private static ComparisonPlan everything() {
        return plan(
                indicator("bezoeken", VISITS_PER_1000, NONE),
                indicator("per-bijeenkomst", new Formula.Rate("test", Per.ONE, part(VISITS), part(MEETINGS)), NONE),
                indicator("taal", TAAL, NONE),
                indicator("deelnemers", populationRate(PERSONS), NONE),
                indicator("nieuw", NEW_OF_ALL, NONE),
                indicator("uren", populationRate(HOURS), NONE));
    }

    /** A person at a kind of activity in a wijk and quarter; new there or not. */
    record Attendance(int person, int wijk, int quarter, String kind, String age, boolean isNew) {

        Row row() {
            return Row.of(SmallCity.WIJKEN.get(wijk))
                    .in(QUARTERS.get(quarter))
                    .ofKind(kind)
                    .ofAge(age);
        }

        AreaCode stadsdeel() {
            return List.of(SmallCity.OOST, SmallCity.OOST, SmallCity.WEST, SmallCity.ZUID)
                    .get(wijk);
        }
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<Row> keys = Combinators.combine(
                        Arbitraries.of(SmallCity.WIJKEN),
                        Arbitraries.of(QUARTERS),
                        Arbitraries.of("taal", "inloop"),
                        Arbitraries.of("0-17", "67+", "onbekend"))
                .as((wijk, quarter, kind, age) ->
                        Row.of(wijk).in(quarter).ofKind(kind).ofAge(age));
        Arbitrary<Long> numbers = Arbitraries.longs().between(0, 200).injectNull(0.1);
        return Combinators.combine(
                        keys,
                        numbers.list().ofSize(SmallCity.STRUCTURE.measures().size()))
                .as(ComparisonProperties::filled)
                .list()
                .ofMaxSize(25);
    }

    private static Row filled(Row key, List<Long> numbers) {
        Row row = key;
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) != null) {
                row = row.with(SmallCity.STRUCTURE.measures().get(i).name(), numbers.get(i));
            }
        }
        return row;
    }

    @Provide
    Arbitrary<List<Attendance>> attendances() {
        // an age belongs to a person in a quarter; here it follows from the person
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, SmallCity.WIJKEN.size() - 1),
                        Arbitraries.integers().between(0, QUARTERS.size() - 1),
                        Arbitraries.of("taal", "inloop"),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(true, false))
                .as((person, wijk, quarter, kind, asked, isNew) -> new Attendance(
                        person, wijk, quarter, kind, asked == 0 ? "onbekend" : person < 5 ? "0-17" : "67+", isNew))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static Comparison compare(ComparisonPlan plan, List<Row> rows) {
        return SmallCity.compare(plan, rows.toArray(Row[]::new));
    }

    @Property
    void orderOfRowsAndSplit_doNotMatter(@ForAll("rows") List<Row> rows, @ForAll Random random, @ForAll boolean year) {
        ComparisonPlan plan = year ? everything().withPeriod(Period.ofYear(2026)) : everything();
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        Comparer one = plan.newComparer();
        Comparer other = plan.newComparer();
        shuffled.forEach(row -> (random.nextBoolean() ? one : other).accept(row.observation()));
        one.combine(other);

        assertThat(one.result()).isEqualTo(compare(plan, rows));
    }

    @Property
    void otherDirection_mirrorsBetterAndWorse(@ForAll("rows") List<Row> rows) {
        Map<Judgement, Judgement> mirror = Map.of(
                Judgement.BETTER, Judgement.WORSE,
                Judgement.WORSE, Judgement.BETTER);
        Map<Judgement, Judgement> plain = Map.of(
                Judgement.BETTER, Judgement.HIGHER,
                Judgement.WORSE, Judgement.LOWER);
        for (Formula formula : List.of(VISITS_PER_1000, TAAL, populationRate(PERSONS))) {
            List<Judgement> higher = judgements(formula, new Indicator.Direction.HigherIsBetter(), rows);
            List<Judgement> lower = judgements(formula, new Indicator.Direction.LowerIsBetter(), rows);
            List<Judgement> none = judgements(formula, NONE, rows);

            assertThat(lower)
                    .isEqualTo(higher.stream()
                            .map(one -> mirror.getOrDefault(one, one))
                            .toList());
            assertThat(none)
                    .isEqualTo(higher.stream()
                            .map(one -> plain.getOrDefault(one, one))
                            .toList());
        }
    }

    private static List<Judgement> judgements(Formula formula, Indicator.Direction direction, List<Row> rows) {
        return compare(plan(formula, direction), rows).rows().stream()
                .map(row -> row.assessment().judgement())
                .toList();
    }

    @Property
    void interval_holdsAllThatTheValueCanBe(@ForAll("rows") List<Row> rows, @ForAll("confidences") double confidence) {
        ComparisonPlan plan = everything().withConfidence(Confidence.of(confidence));
        for (Comparison.Row row : compare(plan, rows).rows()) {
            row.figure().uncertainty().interval().ifPresent(interval -> {
                assertThat(interval.contains(
                                row.figure().value().lowerBound().orElseThrow().doubleValue()))
                        .isTrue();
                assertThat(interval.contains(
                                row.figure().value().upperBound().orElseThrow().doubleValue()))
                        .isTrue();
            });
        }
    }

    @Provide
    Arbitrary<Double> confidences() {
        return Arbitraries.of(0.5, 0.8, 0.95, 0.998, 0.999999);
    }

    @Property
    void statements_onlyWhereThereIsSomethingToState(@ForAll("rows") List<Row> rows) {
        for (Comparison.Row row : compare(everything(), rows).rows()) {
            boolean exact = row.figure().complete()
                    && row.figure().numerator().exact().isPresent()
                    && row.figure().denominator().exact().isPresent()
                    && row.contrast().cityValue().exact().isPresent();
            if (!row.figure().complete()) {
                assertThat(row.assessment().judgement()).isIn(Judgement.NONE, Judgement.NOT_DECIDED);
            }
            // an area alone, or above its inhabitants, is compared with nothing
            boolean comparable = row.assessment()
                    .reason()
                    .filter(reason -> reason == Judgement.Reason.ALONE || reason == Judgement.Reason.ABOVE_INHABITANTS)
                    .isEmpty();
            assertThat(row.contrast().pAdjusted().isPresent())
                    .isEqualTo(row.contrast().pValue().isPresent());
            assertThat(row.contrast().pValue().isPresent())
                    .isEqualTo(comparable
                            && exact
                            && row.figure().uncertainty().interval().isPresent());
            assertThat(row.assessment().judgement() == Judgement.NONE)
                    .isEqualTo(!comparable
                            || row.figure().uncertainty().interval().isEmpty()
                            || row.contrast().cityValue().lowerBound().isEmpty());
            assertThat(row.assessment().judgement() == Judgement.NOT_DECIDED && exact)
                    .isFalse();
            row.contrast()
                    .pValue()
                    .ifPresent(p ->
                            assertThat(row.contrast().pAdjusted().orElseThrow()).isGreaterThanOrEqualTo(p));
        }
    }

    @Property
    void persons_trueRateLiesWithinTheBounds(@ForAll("attendances") List<Attendance> attendances) {
        Comparison comparison =
                compare(plan(populationRate(PERSONS)).withPeriod(Period.ofYear(2026)), rowsOf(attendances));
        for (Comparison.Row row : comparison.rows()) {
            List<Attendance> here = attendances.stream()
                    .filter(one -> one.quarter() > 0
                            && one.stadsdeel().equals(row.key().area().code()))
                    .toList();
            assertThat(row.figure().value().lowerBound().isPresent()).isEqualTo(!here.isEmpty());
            if (!here.isEmpty()) {
                assertWithin(
                        row.figure().value(),
                        1000L * persons(here),
                        SmallCity.POPULATION.total(row.key().area().code()).orElseThrow());
            }
        }
    }

    @Property
    void sharesOfPersons_trueShareLiesWithinTheBounds(@ForAll("attendances") List<Attendance> attendances) {
        for (Comparison.Row row : compare(plan(NEW_OF_ALL), rowsOf(attendances)).rows()) {
            List<Attendance> here = attendances.stream()
                    .filter(one -> QUARTERS.get(one.quarter())
                                    .equals(row.key().period().code())
                            && one.stadsdeel().equals(row.key().area().code()))
                    .toList();
            List<Attendance> fresh = here.stream().filter(Attendance::isNew).toList();
            if (!here.isEmpty()) {
                assertWithin(row.figure().value(), 100L * persons(fresh), persons(here));
            }
        }
    }

    @Property
    void shares_neverLeaveNoughtToAHundred(@ForAll("rows") List<Row> rows) {
        ComparisonPlan plan = plan(indicator("taal", TAAL, NONE), indicator("nieuw", NEW_OF_ALL, NONE));
        BigDecimal whole = BigDecimal.valueOf(100);
        for (Comparison.Row row : compare(plan, rows).rows()) {
            for (CellValue value : List.of(row.figure().value(), row.contrast().cityValue())) {
                value.lowerBound().ifPresent(lower -> assertThat(lower).isBetween(BigDecimal.ZERO, whole));
                value.upperBound().ifPresent(upper -> assertThat(upper).isBetween(BigDecimal.ZERO, whole));
            }
            row.figure().uncertainty().interval().ifPresent(interval -> {
                assertThat(interval.lower()).isBetween(0.0, 100.0);
                assertThat(interval.upper()).isBetween(0.0, 100.0);
            });
        }
    }

    /** The rows as delivered: different persons of each cell, and those of them who are new. */
    private static List<Row> rowsOf(List<Attendance> attendances) {
        Map<Row, List<Attendance>> cells = new HashMap<>();
        attendances.forEach(one ->
                cells.computeIfAbsent(one.row(), any -> new ArrayList<>()).add(one));
        return cells.entrySet().stream()
                .map(cell -> cell.getKey()
                        .with(PERSONS, persons(cell.getValue()))
                        .with(
                                NEW_PERSONS,
                                persons(cell.getValue().stream()
                                        .filter(Attendance::isNew)
                                        .toList())))
                .toList();
    }

    private static long persons(List<Attendance> attendances) {
        return attendances.stream()
                .map(Attendance::person)
                .collect(Collectors.toCollection(HashSet::new))
                .size();
    }

    /** Whether a fraction lies within bounds, without dividing. */
    private static void assertWithin(CellValue bounds, long above, long below) {
        BigDecimal denominator = BigDecimal.valueOf(below);
        BigDecimal numerator = BigDecimal.valueOf(above);
        assertThat(bounds.lowerBound().orElseThrow().multiply(denominator))
                .isLessThanOrEqualTo(slack(numerator, bounds, 1));
        assertThat(bounds.upperBound().orElseThrow().multiply(denominator))
                .isGreaterThanOrEqualTo(slack(numerator, bounds, -1));
    }

    /** An exact value is rounded to 34 digits, bounds are rounded outwards. */
    private static BigDecimal slack(BigDecimal number, CellValue bounds, int side) {
        return bounds.exact().isPresent()
                ? number.add(new BigDecimal("1e-28").multiply(BigDecimal.valueOf(side)))
                : number;
    }
}
