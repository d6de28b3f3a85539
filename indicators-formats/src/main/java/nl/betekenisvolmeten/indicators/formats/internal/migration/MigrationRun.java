package nl.betekenisvolmeten.indicators.formats.internal.migration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.MigrationPlan;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import org.jspecify.annotations.Nullable;

/** The conversion of one delivery, row by row. Call {@link #finish} at the end. Not thread-safe. */
public final class MigrationRun implements Consumer<CheckedRow> {

    private final MigrationPlan plan;
    private final List<RowChange> changes = new ArrayList<>();
    private final LossLog log = new LossLog();
    private final Location place;
    private final Consumer<Finding> found;
    private final TargetCheck check;
    private final @Nullable RowMerger merger;

    private MigrationRun(
            MigrationPlan plan,
            Location place,
            Consumer<Finding> found,
            TargetCheck check,
            @Nullable RowMerger merger) {
        this.plan = plan;
        this.place = place;
        this.found = found;
        this.check = check;
        this.merger = merger;
        plan.stages().forEach(stage -> changes.addAll(RowChange.of(stage)));
    }

    /**
     * Starts on a delivery whose rows become rows of another delivery. Rows that are one row in the other version are
     * combined, so they are held until the end.
     *
     * @param place the delivery; findings are named in it
     * @param persons what becomes of combined rows that may hold the same persons
     * @param found takes each finding
     * @param rows takes the rows of the other version
     */
    public static MigrationRun toRows(
            MigrationPlan plan,
            Location place,
            MigrationPlan.Persons persons,
            Consumer<Finding> found,
            Consumer<CheckedRow> rows) {
        TargetCheck check = TargetCheck.ofRows(plan.target(), place, found, rows);
        return new MigrationRun(plan, place, found, check, new RowMerger(plan, persons, place, found, check));
    }

    /**
     * Starts on a delivery whose rows are counted with those of the other version. Rows are not combined: whoever adds
     * them up knows what persons of two rows may have in common.
     *
     * @param place the delivery; findings are named in it
     * @param found takes each finding
     * @param observations takes the rows of the other version
     */
    public static MigrationRun toObservations(
            MigrationPlan plan, Location place, Consumer<Finding> found, RowTaker observations) {
        TargetCheck check = TargetCheck.ofObservations(plan.target(), place, found, observations);
        return new MigrationRun(plan, place, found, check, null);
    }

    /**
     * Converts a row.
     *
     * @param row a row without errors of the version that the plan starts from
     * @throws IllegalArgumentException if it has another number of columns
     */
    @Override
    public void accept(CheckedRow row) {
        List<Column> columns = plan.source().columns();
        if (row.texts().size() != columns.size()) {
            throw new IllegalArgumentException(row.texts().size() + " cells for " + columns.size() + " columns");
        }
        Map<ColumnName, String> texts = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            texts.put(columns.get(i).name(), row.texts().get(i));
        }
        changes.forEach(change -> change.apply(texts, row.number(), log));
        List<String> converted = plan.target().columns().stream()
                .map(column -> texts.getOrDefault(column.name(), ""))
                .toList();
        if (merger == null) {
            check.row(row.number(), converted);
        } else {
            merger.take(row, converted);
        }
    }

    /**
     * Returns how many rows were handed on: fewer than were fed where rows were combined or refused.
     *
     * @return a count; complete after {@link #finish}
     */
    public long rowsHandedOn() {
        return check.accepted();
    }

    /** Hands on the rows that were held, and reports what was lost. */
    public void finish() {
        if (merger != null) {
            merger.finish();
        }
        log.tell(place, found);
    }
}
