package nl.betekenisvolmeten.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.linear.UnboundedSolutionException;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/** Laws on what organisations learn about each other from any release. */
class ReportersLaws {

    private static final List<String> AREAS = Stream.concat(
                    Stream.of("SD0518-A", "SD0518-B", "SD0518-C"),
                    IntStream.rangeClosed(1, 8).mapToObj(City::wijk))
            .toList();

    private static int stadsdeel(long wijk) {
        return wijk <= 4 ? 0 : wijk <= 7 ? 1 : 2;
    }

    /** Returns sums of a column by area, of the rows of one organisation or of all others. */
    private static long[] sums(long[][] rows, long organisation, boolean others, int column) {
        long[] sums = new long[AREAS.size()];
        for (long[] row : rows) {
            if ((row[0] == organisation) != others) {
                sums[stadsdeel(row[1])] += row[column];
                sums[2 + (int) row[1]] += row[column];
            }
        }
        return sums;
    }

    /** Returns the largest value of a hidden count for someone who knows their own share of each. */
    private static double extreme(Map<String, ResultTable> tables, long[] own, int cell, GoalType goal, int slack) {
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int i = 0; i < AREAS.size(); i++) {
            double[] one = new double[AREAS.size()];
            one[i] = 1;
            CellValue value = ReportersTest.visits(tables, i < 3 ? City.STADSDELEN : City.WIJKEN, AREAS.get(i));
            double least = own[i];
            if (value instanceof CellValue.Known known) {
                double number = known.value().doubleValue();
                least = Math.max(least, number - slack);
                constraints.add(new LinearConstraint(one, Relationship.LEQ, number == 0 ? 0 : number + slack));
            } else if (value instanceof CellValue.Missing) {
                constraints.add(new LinearConstraint(one, Relationship.LEQ, 0));
            } else {
                least = Math.max(least, 1);
            }
            constraints.add(new LinearConstraint(one, Relationship.GEQ, least));
        }
        for (int stadsdeel = 0; stadsdeel < 3; stadsdeel++) {
            double[] sum = new double[AREAS.size()];
            sum[stadsdeel] = 1;
            for (int wijk = 1; wijk <= 8; wijk++) {
                sum[2 + wijk] = stadsdeel(wijk) == stadsdeel ? -1 : 0;
            }
            constraints.add(new LinearConstraint(sum, Relationship.EQ, 0));
        }
        double[] objective = new double[AREAS.size()];
        objective[cell] = 1;
        try {
            return new SimplexSolver()
                    .optimize(new LinearObjectiveFunction(objective, 0), new LinearConstraintSet(constraints), goal)
                    .getPoint()[cell];
        } catch (UnboundedSolutionException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** An independent solver confirms that the rest of a hidden count may be as large as the threshold. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void noOrganisation_provesThatTheOthersSawFew(@ForAll long seed) {
        Random random = new Random(seed);
        List<long[]> made = new ArrayList<>();
        for (long wijk = 1; wijk <= 8; wijk++) {
            for (long organisation = 1; organisation <= 3; organisation++) {
                if (random.nextInt(2) == 0) {
                    long persons = random.nextInt(3) == 0 ? 1 + random.nextInt(9) : 10 + random.nextInt(60);
                    made.add(new long[] {organisation, wijk, persons + random.nextInt(20), persons});
                }
            }
        }
        long[][] rows = made.toArray(long[][]::new);
        int rounding = random.nextBoolean() ? 5 : 1;
        Map<String, ResultTable> tables = City.published(
                DisclosureControl.of(List.of()).protect(ReportersTest.plan(1, rounding), ReportersTest.rows(rows)));
        int tried = 0;
        for (long organisation = 1; organisation <= 3; organisation++) {
            long[] own = sums(rows, organisation, false, 2);
            long[] others = sums(rows, organisation, true, 2);
            Map<Integer, Long> most = mostPersonsOfOthers(rows, organisation);
            for (int cell = 0; cell < AREAS.size(); cell++) {
                boolean few = own[cell] > 0 && others[cell] > 0 && most.getOrDefault(cell, 0L) < 10;
                if (few) {
                    tried++;
                    CellValue value =
                            ReportersTest.visits(tables, cell < 3 ? City.STADSDELEN : City.WIJKEN, AREAS.get(cell));
                    assertThat(value).isInstanceOf(CellValue.Suppressed.class);
                    double largest = extreme(tables, own, cell, GoalType.MAXIMIZE, rounding / 2);
                    assertThat(largest - own[cell])
                            .describedAs("%s to %d in %s", AREAS.get(cell), organisation, Arrays.deepToString(rows))
                            .isGreaterThan(10 - 1e-6);
                    assertThat(extreme(tables, own, cell, GoalType.MINIMIZE, rounding / 2))
                            .isLessThan(largest - 1 + 1e-6);
                }
            }
        }
        Statistics.label("cells with few persons at others").collect(Math.min(tried, 12));
    }

    /** Returns the persons of the largest other organisation in each area: the others may have the same persons. */
    private static Map<Integer, Long> mostPersonsOfOthers(long[][] rows, long organisation) {
        Map<Integer, Long> most = new HashMap<>();
        for (long other = 1; other <= 3; other++) {
            long[] persons = other == organisation ? new long[AREAS.size()] : largest(rows, other);
            for (int cell = 0; cell < persons.length; cell++) {
                most.merge(cell, persons[cell], Math::max);
            }
        }
        return most;
    }

    /** Returns the minimum number of persons of an organisation; for a stadsdeel, those of its largest wijk. */
    private static long[] largest(long[][] rows, long organisation) {
        long[] persons = new long[AREAS.size()];
        for (long[] row : rows) {
            if (row[0] == organisation) {
                int stadsdeel = stadsdeel(row[1]);
                persons[stadsdeel] = Math.max(persons[stadsdeel], row[3]);
                persons[2 + (int) row[1]] = row[3];
            }
        }
        return persons;
    }
}
