package nl.betekenisvolmeten.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import nl.betekenisvolmeten.indicators.disclosure.DisclosurePolicy.Level;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.table.CountTable;
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

/** What holds of every release of a made-up city, seen by an attacker with another's solver. */
class ReleaseLaws {

    private static final double TOLERANCE = 1e-6;
    private static final int[][] PARTS = {{1, 2, 3, 4}, {5, 6, 7}, {8}};

    private static CountTable rows(Random random) {
        List<long[]> rows = new ArrayList<>();
        int size = random.nextInt(3) == 0 ? 400 : 40;
        for (int wijk = 1; wijk <= 8; wijk++) {
            if (random.nextInt(8) > 0) {
                long visits = random.nextInt(3) == 0 ? random.nextInt(12) : random.nextInt(size);
                rows.add(new long[] {wijk, visits, visits == 0 ? 0 : 1 + random.nextInt((int) visits)});
            }
        }
        return City.visits(rows.toArray(long[][]::new)).build();
    }

    private static PublicationPlan plan(Random random) {
        Level[] levels = Level.values();
        return City.plan(new DisclosurePolicy(
                FormatId.of("beleid", "1"),
                City.text(),
                City.provenance(),
                random.nextBoolean() ? 10 : 5,
                random.nextBoolean() ? 5 : 1,
                levels[random.nextInt(levels.length)]));
    }

    /** The true visits: of the three stadsdelen, then of the eight wijken. */
    private static long[] truth(CountTable rows) {
        long[] truth = new long[11];
        rows.observations().forEach(row -> {
            int wijk = Integer.parseInt(row.code(0).substring(6));
            truth[2 + wijk] = row.value(1).orElseThrow();
        });
        for (int part = 0; part < PARTS.length; part++) {
            for (int wijk : PARTS[part]) {
                truth[part] += truth[2 + wijk];
            }
        }
        return truth;
    }

    private static CellValue[] published(Release release) {
        List<CellValue> values = new ArrayList<>();
        for (String name : List.of(City.STADSDELEN, City.WIJKEN)) {
            ResultTable table = release.table(name).table();
            int series = table.series().indexOf("bezoeken");
            table.rows().forEach(row -> values.add(row.figures().get(series).value()));
        }
        return values.toArray(CellValue[]::new);
    }

    private static List<LinearConstraint> constraints(CellValue[] published, int rounding) {
        int slack = rounding / 2;
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int cell = 0; cell < published.length; cell++) {
            double[] one = new double[published.length];
            one[cell] = 1;
            double lower = 1;
            if (published[cell] instanceof CellValue.Known known) {
                double value = known.value().doubleValue();
                lower = Math.max(0, value - slack);
                double upper = value == 0 ? 0 : value + slack;
                constraints.add(new LinearConstraint(one, Relationship.LEQ, upper));
            } else if (published[cell] instanceof CellValue.Missing) {
                lower = 0;
                constraints.add(new LinearConstraint(one, Relationship.LEQ, 0));
            }
            constraints.add(new LinearConstraint(one, Relationship.GEQ, lower));
        }
        for (int part = 0; part < PARTS.length; part++) {
            double[] sum = new double[published.length];
            sum[part] = 1;
            for (int wijk : PARTS[part]) {
                sum[2 + wijk] = -1;
            }
            constraints.add(new LinearConstraint(sum, Relationship.EQ, 0));
        }
        return constraints;
    }

    private static double extreme(List<LinearConstraint> constraints, int cell, int count, GoalType goal) {
        double[] objective = new double[count];
        objective[cell] = 1;
        try {
            return new SimplexSolver()
                    .optimize(
                            new MaxIter(10_000),
                            new LinearObjectiveFunction(objective, 0),
                            new LinearConstraintSet(constraints),
                            goal)
                    .getValue();
        } catch (UnboundedSolutionException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void noHiddenCount_canBeComputedOrProvenSmall(@ForAll long seed) {
        Random random = new Random(seed);
        CountTable rows = rows(random);
        PublicationPlan plan = plan(random);
        CellValue[] published = published(DisclosureControl.of().protect(plan, rows));
        long[] truth = truth(rows);
        int threshold = plan.policy().threshold();
        List<LinearConstraint> constraints =
                constraints(published, plan.policy().rounding());
        int hidden = 0;
        for (int cell = 0; cell < published.length; cell++) {
            if (published[cell] instanceof CellValue.Suppressed) {
                hidden++;
                double most = extreme(constraints, cell, published.length, GoalType.MAXIMIZE);
                double least = extreme(constraints, cell, published.length, GoalType.MINIMIZE);
                assertThat(most - least).describedAs("cell %d", cell).isGreaterThan(1 - TOLERANCE);
                if (plan.policy().level() != Level.L0) {
                    assertThat(most).describedAs("cell %d", cell).isGreaterThan(threshold - TOLERANCE);
                }
            } else if (published[cell] instanceof CellValue.Known known) {
                assertThat(known.value()
                                .subtract(BigDecimal.valueOf(truth[cell]))
                                .abs()
                                .intValue())
                        .isLessThanOrEqualTo(plan.policy().rounding() / 2);
                assertThat(truth[cell])
                        .satisfiesAnyOf(
                                value -> assertThat(value).isZero(),
                                value -> assertThat(value).isGreaterThanOrEqualTo(threshold));
            }
        }
        Statistics.label("anything hidden").collect(hidden > 0);
        Statistics.label("level").collect(plan.policy().level());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theOrderOfRows_makesNoDifference(@ForAll long seed) {
        CountTable rows = rows(new Random(seed));
        CountTable.Builder reversed = CountTable.builder(City.STRUCTURE);
        for (int row = rows.size() - 1; row >= 0; row--) {
            reversed.accept(rows.observation(row));
        }
        Map<String, ResultTable> first = City.published(DisclosureControl.of().protect(City.plan(), rows));
        assertThat(City.published(DisclosureControl.of().protect(City.plan(), reversed.build())))
                .isEqualTo(first);
    }
}
