package nl.betekenisvolmeten.indicators.aggregation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NoFeasibleSolutionException;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * The smallest and the largest union of a few sets as an integer program: a number of persons for each choice of sets that
 * a person can be in, such that sizes and facts hold (Hailperin T, Amer Math Monthly 1965;72:343-359). Solved by the
 * simplex method and branch and bound.
 */
final class UnionProgram {

    private static final double NEAR = 1e-6;
    private static final int MOST_STEPS = 20_000;
    private static final int MOST_BRANCHES = 200;

    /** A sum of numbers of persons that has bounds; above {@link #FREE} there is none. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Bound(double[] sum, long lower, long upper) {
        static final long FREE = 1L << 40;

        void addTo(Collection<LinearConstraint> constraints) {
            if (lower == upper) {
                constraints.add(new LinearConstraint(sum, Relationship.EQ, lower));
                return;
            }
            if (lower > 0) {
                constraints.add(new LinearConstraint(sum, Relationship.GEQ, lower));
            }
            if (upper < FREE) {
                constraints.add(new LinearConstraint(sum, Relationship.LEQ, upper));
            }
        }

        boolean holds(long[] persons) {
            long total = 0;
            for (int i = 0; i < persons.length; i++) {
                total += Math.round(sum[i]) * persons[i];
            }
            return total >= lower && total <= upper;
        }
    }

    /** The choices of sets that a person can be in, one bit for each set. */
    private final int[] choices;

    private final List<Bound> bounds = new ArrayList<>();
    private int branches;

    private UnionProgram(List<String> names, List<UnionBounds.Range> sizes, List<OverlapFact> facts) {
        choices = choices(names, facts);
        for (int i = 0; i < sizes.size(); i++) {
            int set = 1 << i;
            bounds.add(new Bound(
                    count(choice -> (choice & set) != 0),
                    sizes.get(i).lower(),
                    sizes.get(i).upper()));
        }
        for (OverlapFact fact : facts) {
            int sets = sets(names, fact.parts());
            if (fact instanceof OverlapFact.Shared shared) {
                bounds.add(new Bound(count(choice -> (choice & sets) == sets), shared.lower(), shared.upper()));
            } else if (fact instanceof OverlapFact.Union union) {
                bounds.add(new Bound(count(choice -> (choice & sets) != 0), union.lower(), union.upper()));
            } else if (fact instanceof OverlapFact.Repeated repeated) {
                bounds.add(new Bound(tooOften(sets), repeated.lower(), Long.MAX_VALUE));
            }
        }
    }

    /** Returns the choices except those that nobody can be in. */
    private static int[] choices(List<String> names, List<OverlapFact> facts) {
        List<Integer> possible = new ArrayList<>();
        for (int choice = 1; choice < 1 << names.size(); choice++) {
            int sets = choice;
            if (facts.stream().noneMatch(fact -> isAgainst(fact, names, sets))) {
                possible.add(choice);
            }
        }
        return possible.stream().mapToInt(Integer::intValue).toArray();
    }

    private static boolean isAgainst(OverlapFact fact, List<String> names, int choice) {
        int sets = sets(names, fact.parts());
        if (fact instanceof OverlapFact.Within within) {
            int smaller = 1 << names.indexOf(within.smaller());
            return (choice & sets) == smaller;
        }
        return fact instanceof OverlapFact.Shared shared && shared.upper() == 0 && (choice & sets) == sets;
    }

    private static int sets(List<String> names, Set<String> parts) {
        return parts.stream().mapToInt(part -> 1 << names.indexOf(part)).sum();
    }

    private double[] count(IntPredicate counts) {
        double[] sum = new double[choices.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = counts.test(choices[i]) ? 1 : 0;
        }
        return sum;
    }

    /** Returns how many times the sizes of the sets count each person after the first. */
    private double[] tooOften(int sets) {
        double[] sum = new double[choices.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = Math.max(0, Integer.bitCount(choices[i] & sets) - 1);
        }
        return sum;
    }

    /**
     * Returns the bounds of the union; empty when there are no such sets.
     *
     * @param wide bounds that are known to hold
     */
    static Optional<UnionBounds.Union> solve(
            List<String> names, List<UnionBounds.Range> sizes, List<OverlapFact> facts, UnionBounds.Range wide) {
        if (wide.upper() >= Bound.FREE) {
            // beyond this a double cannot represent every whole number
            return Optional.of(new UnionBounds.Union(wide, false));
        }
        UnionProgram program = new UnionProgram(names, sizes, facts);
        Optimum least = program.optimum(GoalType.MINIMIZE);
        Optimum most = program.optimum(GoalType.MAXIMIZE);
        if (least.impossible || most.impossible) {
            return Optional.empty();
        }
        UnionBounds.Range range = wide.and(new UnionBounds.Range(least.bound(wide.lower()), most.bound(wide.upper())));
        return range.isPossible()
                ? Optional.of(new UnionBounds.Union(range, least.proven && most.proven))
                : Optional.empty();
    }

    /** The best whole solution so far. */
    private static final class Optimum {
        private boolean found;
        private boolean proven = true;
        private boolean impossible;
        private long best;
        /** The bound of the program without whole numbers, for when the search is given up. */
        private long relaxed;

        long bound(long known) {
            return proven ? best : relaxed == Long.MIN_VALUE ? known : relaxed;
        }
    }

    private Optimum optimum(GoalType goal) {
        Optimum optimum = new Optimum();
        optimum.relaxed = Long.MIN_VALUE;
        branches = 0;
        search(goal, new ArrayList<>(), optimum);
        optimum.impossible = optimum.proven && !optimum.found;
        return optimum;
    }

    private void search(GoalType goal, List<LinearConstraint> extra, Optimum optimum) {
        if (branches++ > MOST_BRANCHES) {
            optimum.proven = false;
            return;
        }
        Optional<double[]> solution;
        try {
            solution = solve(goal, extra);
        } catch (MathIllegalStateException e) {
            // too many steps, or no end in sight: what is known without it holds
            optimum.proven = false;
            return;
        }
        if (solution.isEmpty()) {
            return;
        }
        double value = 0;
        for (double persons : solution.get()) {
            value += persons;
        }
        long whole = (long) (goal == GoalType.MINIMIZE ? Math.ceil(value - NEAR) : Math.floor(value + NEAR));
        if (extra.isEmpty()) {
            optimum.relaxed = whole;
        }
        if (optimum.found && (goal == GoalType.MINIMIZE ? whole >= optimum.best : whole <= optimum.best)) {
            return;
        }
        branch(goal, extra, optimum, solution.get());
    }

    private void branch(GoalType goal, List<LinearConstraint> extra, Optimum optimum, double[] solution) {
        int broken = -1;
        long[] persons = new long[solution.length];
        long sum = 0;
        for (int i = 0; i < solution.length; i++) {
            persons[i] = Math.round(solution[i]);
            sum += persons[i];
            broken = Math.abs(solution[i] - persons[i]) > NEAR && broken < 0 ? i : broken;
        }
        if (broken < 0) {
            if (bounds.stream().allMatch(bound -> bound.holds(persons))) {
                optimum.found = true;
                optimum.best = sum;
            } else {
                optimum.proven = false;
            }
            return;
        }
        double[] one = new double[solution.length];
        one[broken] = 1;
        for (Relationship side : List.of(Relationship.LEQ, Relationship.GEQ)) {
            double limit = side == Relationship.LEQ ? Math.floor(solution[broken]) : Math.ceil(solution[broken]);
            extra.add(new LinearConstraint(one, side, limit));
            search(goal, extra, optimum);
            extra.remove(extra.size() - 1);
        }
    }

    private Optional<double[]> solve(GoalType goal, List<LinearConstraint> extra) {
        List<LinearConstraint> constraints = new ArrayList<>(extra);
        bounds.forEach(bound -> bound.addTo(constraints));
        try {
            PointValuePair solution = new SimplexSolver()
                    .optimize(
                            new LinearObjectiveFunction(count(choice -> true), 0),
                            new LinearConstraintSet(constraints),
                            goal,
                            new NonNegativeConstraint(true),
                            new MaxIter(MOST_STEPS));
            return Optional.of(solution.getPoint());
        } catch (NoFeasibleSolutionException e) {
            return Optional.empty();
        }
    }
}
