package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;

/** The conversion of one delivery, row by row. Call {@link #finish} at the end. Not thread-safe. */
public final class MigrationRun implements Consumer<CheckedRow> {

    private final MigrationPlan plan;
    private final List<RowChange> changes = new ArrayList<>();
    private final LossLog log = new LossLog();
    private final Location place;
    private final Consumer<Finding> found;
    private final RowSink sink;
    private final TargetCheck check;

    MigrationRun(MigrationPlan plan, Location place, Consumer<Finding> found, RowSink sink, TargetCheck check) {
        this.plan = plan;
        this.place = place;
        this.found = found;
        this.sink = sink;
        this.check = check;
        plan.stages().forEach(stage -> changes.addAll(stage.changes()));
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
        sink.take(
                row,
                plan.target().columns().stream()
                        .map(column -> texts.getOrDefault(column.name(), ""))
                        .toList());
    }

    /**
     * How many rows were handed on: fewer than were fed where rows were combined or refused.
     *
     * @return a count; complete after {@link #finish}
     */
    public long rowsHandedOn() {
        return check.accepted();
    }

    /** Hands on the rows that were held, and tells what was lost. */
    public void finish() {
        sink.finish();
        log.tell(place, found);
    }
}
