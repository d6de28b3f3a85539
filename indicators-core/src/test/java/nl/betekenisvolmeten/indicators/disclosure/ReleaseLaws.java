package nl.betekenisvolmeten.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import nl.betekenisvolmeten.indicators.disclosure.DisclosurePolicy.Level;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.linear.UnboundedSolutionException;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.jspecify.annotations.Nullable;

/** What holds of every release of a made-up city, seen by an attacker with another's solver. */
class ReleaseLaws {

    /** A build attacks some of the hidden counts, as the solver that shares no code is slow; profile laws attacks all. */
    private static final int ONE_IN = System.getProperty("jqwik.tries.default") == null ? 10 : 1;

    private static final double TOLERANCE = 1e-6;
    private static final List<String> AGES = List.of("jong", "midden", "oud");
    private static final List<String> PERIODS = List.of("2026JJ00", "2026KW01", "2026KW02", "2026KW03", "2026KW04");

    /** What a law is tried on: a plan and rows for it. */
    private record Case(PublicationPlan plan, CountTable rows) {

        static Case of(long seed) {
            Random random = new Random(seed);
            boolean quarters = random.nextInt(4) == 0;
            boolean ages = !quarters && random.nextInt(3) == 0;
            Level[] levels = Level.values();
            DisclosurePolicy policy = new DisclosurePolicy(
                    FormatId.of("beleid", "1"),
                    City.text(),
                    City.provenance(),
                    new DisclosurePolicy.Thresholds(
                            random.nextBoolean() ? 10 : 5, random.nextBoolean() ? City.classes(3, 12) : List.of()),
                    new DisclosurePolicy.RoundingRule(random.nextBoolean() ? 5 : 1, random.nextBoolean()),
                    new DisclosurePolicy.Requirement(levels[random.nextInt(levels.length)], 1));
            List<PublicationPlan.Part> parts = new ArrayList<>();
            parts.add(City.part(City.STADSDELEN, AreaLevel.STADSDEEL, PeriodKind.YEAR, ages && random.nextBoolean()));
            parts.add(City.part(City.WIJKEN, AreaLevel.WIJK, PeriodKind.YEAR, ages));
            if (quarters) {
                parts.add(City.part("stadsdeel-kwartaal", AreaLevel.STADSDEEL, PeriodKind.QUARTER, false));
            }
            return new Case(City.plan(policy, parts), rows(random, quarters ? 2 : 1, ages ? 3 : 1));
        }

        Case roundedEachByItself() {
            DisclosurePolicy policy = plan.policy();
            return new Case(
                    plan.withPolicy(new DisclosurePolicy(
                            policy.id(),
                            policy.title(),
                            policy.provenance(),
                            policy.thresholds(),
                            new DisclosurePolicy.RoundingRule(policy.rounding().base(), false),
                            policy.requirement())),
                    rows);
        }

        private static CountTable rows(Random random, int quarters, int ages) {
            CountTable.Builder rows = CountTable.builder(City.STRUCTURE);
            int size = random.nextInt(3) == 0 ? 400 : 40;
            for (int wijk = 1; wijk <= 8; wijk++) {
                boolean young = ages > 1 && random.nextInt(4) == 0;
                for (int quarter = 1; quarter <= quarters; quarter++) {
                    for (int age = 0; age < ages; age++) {
                        if (random.nextInt(8) > 0 && (age == 0 || !young)) {
                            long visits = random.nextInt(3) == 0 ? random.nextInt(12) : random.nextInt(size);
                            long persons = visits == 0 ? 0 : 1 + random.nextInt((int) visits);
                            City.row(rows, wijk, "2026KW0" + quarter, AGES.get(age), new long[] {
                                visits, persons, 20, 3000
                            });
                        }
                    }
                }
            }
            return rows.build();
        }
    }

    /** What a figure is about: an area, a period and an age, as in the files. */
    private record Spot(String area, String period, String age) {}

    /** All spots of a plan, those of totals first. */
    private static List<Spot> spots() {
        List<Spot> spots = new ArrayList<>();
        for (Area area : City.AREAS.areas(AreaLevel.STADSDEEL)) {
            add(spots, area);
        }
        for (Area area : City.AREAS.areas(AreaLevel.WIJK)) {
            add(spots, area);
        }
        return spots;
    }

    private static void add(List<Spot> spots, Area area) {
        for (String period : PERIODS) {
            spots.add(new Spot(area.code().value(), period, "totaal"));
            AGES.forEach(age -> spots.add(new Spot(area.code().value(), period, age)));
        }
    }

    /** What a spot is the sum of, in each way. */
    private static List<List<Spot>> sums(Spot spot) {
        List<List<Spot>> sums = new ArrayList<>();
        AreaCode code = AreaCode.of(spot.area());
        if (code.level() == AreaLevel.STADSDEEL) {
            sums.add(City.AREAS.areas(AreaLevel.WIJK).stream()
                    .filter(wijk -> City.AREAS.isWithin(wijk.code(), code))
                    .map(wijk -> new Spot(wijk.code().value(), spot.period(), spot.age()))
                    .toList());
        }
        if (spot.period().equals(PERIODS.get(0))) {
            sums.add(PERIODS.stream()
                    .skip(1)
                    .map(period -> new Spot(spot.area(), period, spot.age()))
                    .toList());
        }
        if (spot.age().equals("totaal")) {
            sums.add(AGES.stream()
                    .map(age -> new Spot(spot.area(), spot.period(), age))
                    .toList());
        }
        return sums;
    }

    private static Map<Spot, Long> truth(CountTable rows) {
        Map<Spot, Long> truth = new HashMap<>();
        rows.observations()
                .forEach(row -> truth.merge(
                        new Spot(row.code(0), row.code(1), row.code(2)),
                        row.value(1).orElseThrow(),
                        Long::sum));
        List<Spot> finestFirst = new ArrayList<>(spots());
        Collections.reverse(finestFirst);
        for (int round = 0; round < 3; round++) {
            for (Spot spot : finestFirst) {
                long sum = sums(spot).stream()
                        .mapToLong(parts -> parts.stream()
                                .mapToLong(part -> truth.getOrDefault(part, 0L))
                                .sum())
                        .max()
                        .orElse(0);
                truth.merge(spot, sum, Math::max);
            }
        }
        return truth;
    }

    private static Map<Spot, CellValue> published(Map<String, ResultTable> tables, String name) {
        Map<Spot, CellValue> values = new HashMap<>();
        for (ResultTable table : tables.values()) {
            int series = table.series().indexOf(name);
            for (ResultTable.Row row : table.rows()) {
                String age = row.key().size() > 3 ? row.key().get(3) : "totaal";
                CellValue before = values.put(
                        new Spot(row.key().get(0), row.key().get(2), age),
                        row.figures().get(series).value());
                assertThat(before).isIn(null, row.figures().get(series).value());
            }
        }
        return values;
    }

    private static List<LinearConstraint> constraints(
            List<Spot> spots, Map<String, ResultTable> tables, DisclosurePolicy policy) {
        Map<Spot, CellValue> published = published(tables, "bezoeken");
        Map<Spot, CellValue> persons = published(tables, "unieke_deelnemers");
        int slack = slack(policy.rounding());
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int cell = 0; cell < spots.size(); cell++) {
            double[] one = new double[spots.size()];
            one[cell] = 1;
            CellValue value = published.get(spots.get(cell));
            boolean mayBeZero = !policy.thresholds().classes().isEmpty()
                    && !spots.get(cell).age().equals("totaal");
            double lower = value == null || value instanceof CellValue.Missing || mayBeZero ? 0 : 1;
            if (value instanceof CellValue.Known known) {
                double number = known.value().doubleValue();
                lower = Math.max(0, number - slack);
                boolean nobody = CellValue.of(0).equals(persons.get(spots.get(cell)));
                double upper = nobody ? 0 : number + slack;
                constraints.add(new LinearConstraint(one, Relationship.LEQ, upper));
            } else if (value instanceof CellValue.Missing) {
                constraints.add(new LinearConstraint(one, Relationship.LEQ, 0));
            }
            constraints.add(new LinearConstraint(one, Relationship.GEQ, lower));
            for (List<Spot> parts : sums(spots.get(cell))) {
                if (!spots.containsAll(parts)) {
                    continue;
                }
                double[] sum = one.clone();
                parts.forEach(part -> sum[spots.indexOf(part)] = -1);
                constraints.add(new LinearConstraint(sum, Relationship.EQ, 0));
            }
        }
        return constraints;
    }

    private static double extreme(List<LinearConstraint> constraints, int cell, int count, GoalType goal) {
        try {
            return world(constraints, cell, count, goal)[cell];
        } catch (UnboundedSolutionException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** Counts that agree with all that is published, with one of them as large or small as it can be. */
    private static double[] world(List<LinearConstraint> constraints, int cell, int count, GoalType goal) {
        double[] objective = new double[count];
        objective[cell] = 1;
        return new SimplexSolver()
                .optimize(
                        new MaxIter(10_000),
                        new LinearObjectiveFunction(objective, 0),
                        new LinearConstraintSet(constraints),
                        goal)
                .getPoint();
    }

    /** The spots that a plan is about: periods and ages that it has nothing of are left out. */
    private static List<Spot> spots(PublicationPlan plan) {
        boolean quarters = plan.parts().size() > 2;
        boolean ages = plan.parts().stream().anyMatch(part -> !part.by().isEmpty());
        return spots().stream()
                .filter(spot -> quarters || spot.period().equals(PERIODS.get(0)))
                .filter(spot -> ages || spot.age().equals("totaal"))
                .toList();
    }

    /** Returns by how much a published number of visits may differ from the true one. */
    private static int slack(DisclosurePolicy.RoundingRule rounding) {
        return rounding.additive() ? rounding.base() - 1 : rounding.base() / 2;
    }

    /** Returns the minimum number of persons behind a figure: 3 if all are old, 12 if some may be young. */
    private static int threshold(DisclosurePolicy.Thresholds thresholds, Spot spot) {
        boolean ordinary = thresholds.classes().isEmpty() || spot.age().equals("midden");
        return ordinary ? thresholds.ordinary() : spot.age().equals("oud") ? 3 : 12;
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void noHiddenCount_canBeComputedOrProvenSmall(@ForAll long seed) {
        Case one = Case.of(seed);
        PublicationPlan plan = one.plan();
        Map<String, ResultTable> tables =
                City.published(DisclosureControl.of(List.of()).protect(plan, one.rows()));
        Map<Spot, CellValue> published = published(tables, "bezoeken");
        Map<Spot, Long> truth = truth(one.rows());
        List<Spot> spots = spots(plan);
        List<LinearConstraint> constraints = constraints(spots, tables, plan.policy());
        int hidden = 0;
        for (int cell = 0; cell < spots.size(); cell++) {
            CellValue value = published.get(spots.get(cell));
            int threshold = threshold(plan.policy().thresholds(), spots.get(cell));
            if (value instanceof CellValue.Suppressed) {
                hidden++;
                if (Math.floorMod(hidden + seed, ONE_IN) != 0) {
                    continue;
                }
                double most = extreme(constraints, cell, spots.size(), GoalType.MAXIMIZE);
                // the truth is one of the possible numbers
                double least = most - truth.getOrDefault(spots.get(cell), 0L) >= 1
                        ? 0
                        : extreme(constraints, cell, spots.size(), GoalType.MINIMIZE);
                assertThat(most - least).describedAs("%s", spots.get(cell)).isGreaterThan(1 - TOLERANCE);
                if (plan.policy().level() != Level.L0) {
                    assertThat(most).describedAs("%s", spots.get(cell)).isGreaterThan(threshold - TOLERANCE);
                }
            } else if (value instanceof CellValue.Known known) {
                long real = truth.getOrDefault(spots.get(cell), 0L);
                assertThat(known.value()
                                .subtract(BigDecimal.valueOf(real))
                                .abs()
                                .intValue())
                        .isLessThanOrEqualTo(slack(plan.policy().rounding()));
                assertThat(real == 0 || real >= threshold).isTrue();
            }
        }
        if (plan.policy().rounding().additive()) {
            assertThat(brokenSums(spots, published)).isEmpty();
        }
        assertThat(provenYoung(plan.policy(), spots, truth, constraints)).isEmpty();
        Statistics.label("anything hidden").collect(hidden > 0);
        Statistics.label("level").collect(plan.policy().level());
        Statistics.label("classes").collect(plan.policy().thresholds().classes().size());
        Statistics.label("quarters").collect(plan.parts().size() > 2);
        Statistics.label("cells").collect(spots.size());
    }

    /** Returns the spots that are published with all their parts but differ from their sum. */
    private static List<Spot> brokenSums(List<Spot> spots, Map<Spot, CellValue> published) {
        List<Spot> broken = new ArrayList<>();
        for (Spot spot : spots) {
            for (List<Spot> parts : sums(spot)) {
                List<Long> numbers = Stream.concat(Stream.of(spot), parts.stream())
                        .flatMap(one -> Optional.ofNullable(published.get(one)).stream())
                        .flatMap(value -> value instanceof CellValue.Missing
                                ? Stream.of(0L)
                                : value.exact().stream().map(BigDecimal::longValueExact))
                        .toList();
                boolean all = numbers.size() == 1 + parts.size();
                if (all
                        && numbers.get(0)
                                != numbers.stream()
                                        .skip(1)
                                        .mapToLong(one -> one)
                                        .sum()) {
                    broken.add(spot);
                }
                Statistics.label("published with all parts").collect(all);
            }
        }
        return broken;
    }

    /** Returns the spots where everyone is young according to the published figures. */
    private static List<Spot> provenYoung(
            DisclosurePolicy policy, List<Spot> spots, Map<Spot, Long> truth, List<LinearConstraint> constraints) {
        List<Spot> proven = new ArrayList<>();
        for (Spot spot : policy.thresholds().classes().isEmpty() ? List.<Spot>of() : spots) {
            List<Integer> ages = AGES.stream()
                    .map(age -> spots.indexOf(new Spot(spot.area(), spot.period(), age)))
                    .toList();
            boolean young = spot.age().equals("totaal")
                    && ages.get(0) >= 0
                    && truth.getOrDefault(spot, 0L) > 0
                    && Objects.equals(truth.get(spot), truth.get(spots.get(ages.get(0))));
            Statistics.label("all are young").collect(young);
            if (young && ages.stream().skip(1).allMatch(age -> mostIsZero(constraints, age, spots.size()))) {
                proven.add(spot);
            }
        }
        return proven;
    }

    private static boolean mostIsZero(List<LinearConstraint> constraints, int cell, int count) {
        return extreme(constraints, cell, count, GoalType.MAXIMIZE) < 1 - TOLERANCE;
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theOrderOfRows_makesNoDifference(@ForAll long seed) {
        Case one = Case.of(seed);
        CountTable.Builder reversed = CountTable.builder(City.STRUCTURE);
        for (int row = one.rows().size() - 1; row >= 0; row--) {
            reversed.accept(one.rows().observation(row));
        }
        Map<String, ResultTable> first =
                City.published(DisclosureControl.of(List.of()).protect(one.plan(), one.rows()));
        assertThat(City.published(DisclosureControl.of(List.of()).protect(one.plan(), reversed.build())))
                .isEqualTo(first);
    }

    /** The rows of another world: its visits, with all else as it was. */
    private static CountTable rows(Case one, List<Spot> spots, double[] world) {
        boolean quarters = one.plan().parts().size() > 2;
        boolean ages = one.plan().parts().stream().anyMatch(part -> !part.by().isEmpty());
        Map<Spot, Observation> old = new HashMap<>();
        one.rows().observations().forEach(row -> old.put(new Spot(row.code(0), row.code(1), row.code(2)), row));
        CountTable.Builder rows = CountTable.builder(City.STRUCTURE);
        for (int i = 0; i < spots.size(); i++) {
            Spot spot = spots.get(i);
            boolean finest = spot.area().startsWith("WK")
                    && quarters != spot.period().equals(PERIODS.get(0))
                    && ages != spot.age().equals("totaal");
            if (finest) {
                Spot row = new Spot(spot.area(), quarters ? spot.period() : "2026KW01", ages ? spot.age() : "jong");
                Observation before = old.get(row);
                long wijk = Long.parseLong(spot.area().substring(6));
                long visits = Math.round(world[i]);
                if (before != null || visits > 0) {
                    City.row(rows, wijk, row.period(), row.age(), new long[] {
                        visits, value(before, 2), value(before, 3), value(before, 4), value(before, 0)
                    });
                }
            }
        }
        return rows.build();
    }

    private static long value(@Nullable Observation row, int measure) {
        return row == null ? 0 : row.value(measure).orElseThrow();
    }

    /** With the same cells hidden, a world in which a hidden count is another gives the same tables. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anotherWorld_givesTheSameTables(@ForAll long seed) {
        // several roundings add up, and another world may lead to another of them
        Case one = Case.of(seed).roundedEachByItself();
        PublicationPlan plan = one.plan();
        CountedCells counted = CountedCells.of(plan, one.rows());
        Map<ColumnName, HiddenCells> hidden = new HashMap<>();
        Reporters reporters = Reporters.of(counted, one.rows());
        plan.counts()
                .forEach(count -> hidden.computeIfAbsent(
                        count.persons(), persons -> new HiddenCells(counted, reporters, persons)));
        Map<String, ResultTable> made = tables(counted, hidden);
        Map<Spot, CellValue> published = published(made, "bezoeken");
        List<Spot> spots = spots(plan);
        List<LinearConstraint> constraints = constraints(spots, made, plan.policy());
        constraints.add(bounded(spots.size()));
        int compared = 0;
        for (int cell = 0; cell < spots.size() && compared < 4; cell++) {
            if (!(published.get(spots.get(cell)) instanceof CellValue.Suppressed)) {
                continue;
            }
            for (GoalType goal : GoalType.values()) {
                double[] world = world(constraints, cell, spots.size(), goal);
                if (Arrays.stream(world).allMatch(value -> Math.abs(value - Math.round(value)) < TOLERANCE)) {
                    compared++;
                    CountedCells other = CountedCells.of(plan, rows(one, spots, world));
                    assertThat(tables(other, hidden)).isEqualTo(made);
                }
            }
        }
        Statistics.label("worlds compared").collect(compared);
    }

    private static Map<String, ResultTable> tables(CountedCells counted, Map<ColumnName, HiddenCells> hidden) {
        PublicTables tables = new PublicTables(
                counted, counted.plan().policy(), Optional.empty(), AbsentRows.of(counted, City.STRUCTURE, List.of()));
        return counted.plan().parts().stream()
                .collect(Collectors.toMap(PublicationPlan.Part::id, part -> tables.table(part, hidden, any -> true)));
    }

    /** No world has more than so many visits: some figures have no end. */
    private static LinearConstraint bounded(int cells) {
        double[] all = new double[cells];
        Arrays.fill(all, 1);
        return new LinearConstraint(all, Relationship.LEQ, 1_000_000);
    }
}
