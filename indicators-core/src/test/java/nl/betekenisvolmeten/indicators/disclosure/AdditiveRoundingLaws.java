package nl.betekenisvolmeten.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/** What holds of each rounding of a made-up table that adds up. */
class AdditiveRoundingLaws {

    private static long[] round(RandomTable table, long[] values, boolean[] free, long base, long[] wish) {
        FlowNetwork network = table.tables().network().orElseThrow();
        return Arrays.stream(AdditiveRounding.round(network, values, free, base, wish))
                .map(times -> times * base)
                .toArray();
    }

    static boolean[] free(RandomTable table, Random random) {
        boolean[] free = new boolean[table.values().length];
        for (int cell = 0; cell < free.length; cell++) {
            free[cell] = random.nextInt(4) == 0;
        }
        return free;
    }

    private static boolean addsUp(RandomTable table, long[] values) {
        for (int cell = 0; cell < values.length; cell++) {
            for (List<Integer> parts : table.parts(cell)) {
                if (parts.stream().mapToLong(part -> values[part]).sum() != values[cell]) {
                    return false;
                }
            }
        }
        return true;
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void everyRounding_addsUp_andIsLessThanTheBaseAway(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int base) {
        RandomTable table = RandomTable.of(seed, 9, 4);
        assertRounds(table, free(table, new Random(seed)), base);
        Statistics.label("multiples that do not add up by themselves")
                .collect(!addsUp(
                        table,
                        Arrays.stream(table.values())
                                .map(value -> (2 * value + base) / (2 * base) * base)
                                .toArray()));
    }

    static void assertRounds(RandomTable table, boolean[] free, int base) {
        long[] rounded = round(table, table.values(), free, base, table.values());
        assertThat(addsUp(table, rounded)).isTrue();
        for (int cell = 0; cell < rounded.length; cell++) {
            assertThat(rounded[cell] % base).isZero();
            if (!free[cell]) {
                long off = Math.abs(rounded[cell] - table.values()[cell]);
                assertThat(off).isLessThan(base);
                assertThat(off == 0 || table.values()[cell] % base != 0).isTrue();
            }
        }
    }

    /**
     * Another table that agrees with the published numbers is rounded to the same numbers if up and down are chosen
     * alike.
     */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anotherWorld_mayBeRoundedToTheSame(@ForAll long seed) {
        RandomTable table = RandomTable.of(seed, 5, 3);
        Random random = new Random(seed);
        boolean[] free = free(table, random);
        long[] rounded = round(table, table.values(), free, 5, table.values());
        int cells = rounded.length;
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int cell = 0; cell < cells; cell++) {
            double[] one = new double[cells];
            one[cell] = 1;
            constraints.add(
                    new LinearConstraint(one, Relationship.GEQ, free[cell] ? 0 : Math.max(0, rounded[cell] - 4)));
            constraints.add(new LinearConstraint(one, Relationship.LEQ, free[cell] ? 1000 : rounded[cell] + 4));
            for (List<Integer> parts : table.parts(cell)) {
                double[] sum = one.clone();
                parts.forEach(part -> sum[part] = -1);
                constraints.add(new LinearConstraint(sum, Relationship.EQ, 0));
            }
        }
        double[] weights = random.doubles(cells, -1, 1).toArray();
        double[] world = new SimplexSolver()
                .optimize(
                        new LinearObjectiveFunction(weights, 0),
                        new LinearConstraintSet(constraints),
                        GoalType.MAXIMIZE)
                .getPoint();
        long[] other = Arrays.stream(world)
                .map(Math::rint)
                .mapToLong(value -> (long) value)
                .toArray();
        assertThat(addsUp(table, other)).isTrue();
        assertThat(round(table, other, free, 5, rounded)).isEqualTo(rounded);
        Statistics.label("another world").collect(!Arrays.equals(other, table.values()));
    }
}
