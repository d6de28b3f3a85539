package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.Migration;
import nl.betekenisvolmeten.indicators.formats.definition.MigrationStep;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * The way from one version of a format to another, over the versions in between: forth along declared steps, or back
 * along their inverses. Immutable.
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
     * The way between two versions.
     *
     * @param definitions the formats at hand
     * @param from the version that rows are of
     * @param to the version that they become
     * @return the plan, without steps when both are the same; empty when a version is not known, no steps are declared,
     *     or the way back leaves a required column without a value
     */
    public static Optional<MigrationPlan> between(Definitions definitions, FormatId from, FormatId to) {
        Optional<FormatDefinition> source = definitions.find(from);
        Optional<FormatDefinition> target = definitions.find(to);
        if (source.isEmpty() || target.isEmpty()) {
            return Optional.empty();
        }
        return between(source.get(), target.get());
    }

    /**
     * The way between two versions at hand.
     *
     * @param from the version that rows are of
     * @param to the version that they become
     * @return the plan, or empty as for {@link #between(Definitions, FormatId, FormatId)}
     */
    public static Optional<MigrationPlan> between(FormatDefinition from, FormatDefinition to) {
        return chain(from, to)
                .or(() -> chain(to, from).map(MigrationPlan::back))
                .filter(stages -> stages.stream().allMatch(Stage::isPossible))
                .map(stages -> new MigrationPlan(from, to, stages));
    }

    /** The stages that lead forth to a version. A migration holds the version before, so there is an end to it. */
    private static Optional<List<Stage>> chain(FormatDefinition from, FormatDefinition to) {
        List<Stage> stages = new ArrayList<>();
        FormatDefinition at = to;
        while (!at.id().equals(from.id())) {
            Optional<Migration> migration = at.migration();
            if (migration.isEmpty()) {
                return Optional.empty();
            }
            stages.add(Stage.forth(at, migration.get()));
            at = migration.get().from();
        }
        Collections.reverse(stages);
        return Optional.of(stages);
    }

    private static List<Stage> back(List<Stage> stages) {
        List<Stage> reversed = new ArrayList<>();
        stages.forEach(stage -> reversed.add(stage.back()));
        Collections.reverse(reversed);
        return reversed;
    }

    /**
     * The version that rows are of.
     *
     * @return the format
     */
    public FormatDefinition source() {
        return source;
    }

    /**
     * The version that they become.
     *
     * @return the format
     */
    public FormatDefinition target() {
        return target;
    }

    /**
     * The steps, over all versions in between.
     *
     * @return the steps in the order in which they are taken
     */
    public List<MigrationStep> steps() {
        return stages.stream().flatMap(stage -> stage.steps().stream()).toList();
    }

    /**
     * Starts on a delivery whose rows become rows of another delivery. Rows that are one row in the other version are
     * combined, so they are held until the end.
     *
     * @param place the delivery; findings are named in it
     * @param persons what becomes of combined rows that may hold the same persons
     * @param found takes each finding
     * @param rows takes the rows of the other version
     * @return a run to feed rows to
     */
    public MigrationRun toRows(
            Location place, PersonsMerge persons, Consumer<Finding> found, Consumer<CheckedRow> rows) {
        TargetCheck check = TargetCheck.ofRows(target, place, found, rows);
        return new MigrationRun(this, place, found, new RowMerger(this, persons, place, found, check), check);
    }

    /**
     * Starts on a delivery whose rows are counted with those of the other version. Rows are not combined: whoever adds
     * them up knows what persons of two rows may have in common.
     *
     * @param place the delivery; findings are named in it
     * @param found takes each finding
     * @param observations takes the rows of the other version
     * @return a run to feed rows to
     */
    public MigrationRun toObservations(Location place, Consumer<Finding> found, RowTaker observations) {
        TargetCheck check = TargetCheck.ofObservations(target, place, found, observations);
        return new MigrationRun(this, place, found, RowSink.straight(check), check);
    }

    /** The stages, in the order in which they are taken. */
    List<Stage> stages() {
        return stages;
    }

    @Override
    public String toString() {
        return source.id() + " to " + target.id() + ": " + steps();
    }
}
