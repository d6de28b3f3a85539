package nl.betekenisvolmeten.indicators.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NoFeasibleSolutionException;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.linear.UnboundedSolutionException;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/** An attacker with another's solver, who writes down every relation of a table, also those that follow from others. */
final class SimplexAttacker {

    private final RandomTable table;
    private final int[] variables;
    private final int count;
    private final List<LinearConstraint> constraints = new ArrayList<>();

    SimplexAttacker(RandomTable table, boolean[] hidden, long least, Collection<Integer> known) {
        this.table = table;
        variables = new int[hidden.length];
        int next = 0;
        for (int cell = 0; cell < hidden.length; cell++) {
            variables[cell] = hidden[cell] && !known.contains(cell) ? next++ : -1;
        }
        count = next;
        for (int cell = 0; cell < hidden.length; cell++) {
            if (variables[cell] >= 0) {
                double[] one = new double[count];
                one[variables[cell]] = 1;
                long lower = table.unpublished()[cell] ? 0 : least;
                constraints.add(new LinearConstraint(one, Relationship.GEQ, lower));
            }
        }
        for (int cell = 0; cell < hidden.length; cell++) {
            for (List<Integer> parts : table.parts(cell)) {
                relation(cell, parts);
            }
        }
    }

    private void relation(int total, List<Integer> parts) {
        double[] row = new double[count];
        double known = add(row, total, 1);
        boolean any = variables[total] >= 0;
        for (int part : parts) {
            known += add(row, part, -1);
            any |= variables[part] >= 0;
        }
        if (any) {
            constraints.add(new LinearConstraint(row, Relationship.EQ, -known));
        }
    }

    private double add(double[] row, int cell, int sign) {
        if (variables[cell] >= 0) {
            row[variables[cell]] += sign;
            return 0;
        }
        return sign * table.values()[cell];
    }

    /** The most that a cell can be; infinite where there is no end to it. */
    double most(int cell) {
        return extreme(cell, GoalType.MAXIMIZE);
    }

    double least(int cell) {
        return extreme(cell, GoalType.MINIMIZE);
    }

    private double extreme(int cell, GoalType goal) {
        double[] objective = new double[count];
        objective[variables[cell]] = 1;
        try {
            return new SimplexSolver()
                    .optimize(
                            new MaxIter(100_000),
                            new LinearObjectiveFunction(objective, 0),
                            new LinearConstraintSet(constraints),
                            goal)
                    .getValue();
        } catch (UnboundedSolutionException e) {
            return Double.POSITIVE_INFINITY;
        } catch (NoFeasibleSolutionException e) {
            throw new AssertionError("the true table is no answer", e);
        }
    }
}
