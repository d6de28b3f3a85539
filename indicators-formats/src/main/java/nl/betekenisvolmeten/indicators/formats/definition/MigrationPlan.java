package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way from one version of a format to another, over the versions in between: forth along declared steps, or back along
 * their inverses. Immutable.
 */
public final class MigrationPlan {

    private final FormatDefinition source;
    private final FormatDefinition target;
    private final List<Stage> stages;

    private MigrationPlan(FormatDefinition source, FormatDefinition target, List<Stage> stages) {
        this.source = source;
        this.target = target;
        this.stages = List.copyOf(stages);
    }

    /**
     * From one version to its neighbour, forth or back.
     *
     * @param from the version that rows are of
     * @param to the version that they become
     * @param steps the steps, in the order in which they are taken
     */
    public record Stage(FormatDefinition from, FormatDefinition to, List<Migration.Step> steps) {

        public Stage {
            steps = List.copyOf(steps);
        }

        private Stage inverse() {
            return new Stage(to, from, inverses(steps));
        }

        /** Returns whether every added column that may not be empty gets a value. */
        private boolean isPossible() {
            return steps.stream()
                    .filter(Migration.Step.Add.class::isInstance)
                    .map(Migration.Step.Add.class::cast)
                    .allMatch(add -> add.value().isPresent()
                            || to.column(add.column())
                                    .filter(column -> !column.rule().mayBeEmpty())
                                    .isEmpty());
        }
    }

    /**
     * What becomes of rows that are one row in the other version, where the same person may be in more than one of them. A
     * cell holds one number, and neither the sum nor the largest is known to be right.
     */
    public enum Persons {
        /** The number is left empty, with a finding of severity warning. */
        EMPTY,
        /** The rows are left out, with a finding of severity error. */
        REFUSE,
        /** The sum is taken, which is an upper bound, with a finding of severity warning. */
        AT_MOST
    }

    /**
     * Returns the way between two versions.
     *
     * @param from the version that rows are of
     * @param to the version that they become
     * @return the plan, without steps when both are the same; empty when no steps are declared, or the way back leaves a
     *     required column without a value
     */
    public static Optional<MigrationPlan> between(FormatDefinition from, FormatDefinition to) {
        return path(from, to).filter(plan -> plan.stages.stream().allMatch(Stage::isPossible));
    }

    /** Returns the same as {@link #between}, but also a path along which rows cannot be converted. */
    static Optional<MigrationPlan> path(FormatDefinition from, FormatDefinition to) {
        return forth(from, to)
                .or(() -> forth(to, from).map(MigrationPlan::back))
                .map(stages -> new MigrationPlan(from, to, stages));
    }

    /**
     * Returns the stages that lead forward to a version. Each migration holds the version before it, so the recursion
     * ends.
     */
    private static Optional<List<Stage>> forth(FormatDefinition from, FormatDefinition to) {
        if (to.id().equals(from.id())) {
            return Optional.of(List.of());
        }
        for (Migration migration : to.migrations()) {
            Optional<List<Stage>> before = forth(from, migration.from());
            if (before.isPresent()) {
                List<Stage> stages = new ArrayList<>(before.get());
                stages.add(new Stage(migration.from(), to, migration.steps()));
                return Optional.of(stages);
            }
        }
        return Optional.empty();
    }

    private static List<Stage> back(List<Stage> stages) {
        List<Stage> back = new ArrayList<>();
        stages.forEach(stage -> back.add(0, stage.inverse()));
        return back;
    }

    /** Returns the steps that undo the given steps, in the order in which they are taken. */
    static List<Migration.Step> inverses(List<Migration.Step> steps) {
        List<Migration.Step> back = new ArrayList<>();
        steps.forEach(step -> back.add(0, step.inverse()));
        return back;
    }

    /**
     * Returns the version that rows are of.
     *
     * @return the format
     */
    public FormatDefinition source() {
        return source;
    }

    /**
     * Returns the version that they become.
     *
     * @return the format
     */
    public FormatDefinition target() {
        return target;
    }

    /**
     * Returns the stages, one for each version on the way.
     *
     * @return the stages in the order in which they are taken
     */
    public List<Stage> stages() {
        return stages;
    }

    /**
     * Returns the steps of all stages.
     *
     * @return the steps in the order in which they are taken
     */
    public List<Migration.Step> steps() {
        return stages.stream().flatMap(stage -> stage.steps().stream()).toList();
    }

    @Override
    public String toString() {
        return source.id() + " to " + target.id() + ": " + steps();
    }
}
