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
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.PossibleCodes;
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
    private final Possible possible;

    private MigrationRun(
            MigrationPlan plan,
            Location place,
            Consumer<Finding> found,
            TargetCheck check,
            @Nullable RowMerger merger,
            Possible possible) {
        this.possible = possible;
        this.plan = plan;
        this.place = place;
        this.found = found;
        this.check = check;
        this.merger = merger;
        plan.stages().forEach(stage -> changes.addAll(RowChange.of(stage, merger == null)));
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
        TargetCheck check =
                TargetCheck.of(plan.target(), place, found, row -> {}).withRows(rows);
        return new MigrationRun(
                plan,
                place,
                found,
                check,
                new RowMerger(plan, persons, place, found, check),
                new Possible(plan.target().ruleSet().structure(), row -> {}));
    }

    /**
     * Starts on a delivery whose rows are counted with those of the other version. Rows are not combined: the code that
     * adds them up knows which persons two rows may have in common. Nor does a code that straddles several become one
     * of these: the row has them all, see {@link PossibleCodes}, and its totals are bounds.
     *
     * @param place the delivery; findings are named in it
     * @param found takes each finding
     * @param observations takes the rows of the other version
     */
    public static MigrationRun toObservations(
            MigrationPlan plan, Location place, Consumer<Finding> found, RowTaker observations) {
        Possible possible = new Possible(plan.target().ruleSet().structure(), observations);
        TargetCheck check = TargetCheck.of(plan.target(), place, found, possible);
        return new MigrationRun(plan, place, found, check, null, possible);
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
            check.row(row.number(), possible.checked(plan.target().columns(), converted));
        } else {
            merger.take(row, converted);
        }
    }

    /**
     * Returns the number of rows that were passed on: fewer than were read if rows were combined or refused.
     *
     * @return a count; complete after {@link #finish}
     */
    public long rowsHandedOn() {
        return check.accepted();
    }

    /** Passes on the rows that were held, and reports what was lost. */
    public void finish() {
        if (merger != null) {
            merger.finish();
        }
        log.tell(place, found);
    }

    /** Gives a row that was checked with one of its codes all that it may have. */
    private static final class Possible implements RowTaker {

        private final TableStructure structure;
        private final RowTaker to;
        private final Map<Integer, String> codes = new HashMap<>();

        Possible(TableStructure structure, RowTaker to) {
            this.structure = structure;
            this.to = to;
        }

        /** Returns the texts to check, in which each code is one. */
        List<String> checked(List<Column> columns, List<String> texts) {
            codes.clear();
            List<String> checked = new ArrayList<>(texts);
            for (int i = 0; i < checked.size(); i++) {
                String text = checked.get(i);
                if (!PossibleCodes.isOne(text)) {
                    checked.set(i, PossibleCodes.of(text).get(0));
                    structure.dimensionIndex(columns.get(i).name()).ifPresent(dimension -> codes.put(dimension, text));
                }
            }
            return checked;
        }

        @Override
        public void accept(Observation row) {
            if (codes.isEmpty()) {
                to.accept(row);
                return;
            }
            String[] all = new String[row.dimensions()];
            for (int d = 0; d < all.length; d++) {
                all[d] = codes.getOrDefault(d, row.code(d));
            }
            to.accept(row.withCodes(all));
        }
    }
}
