package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.MigrationPlan;
import nl.betekenisvolmeten.indicators.formats.internal.migration.MigrationRun;
import nl.betekenisvolmeten.indicators.formats.internal.migration.RejectedMigration;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import org.jspecify.annotations.Nullable;

/** Reads a file row by row on its way to another version, and hands on each row with what came of it. */
final class RowTracer {

    private final BiConsumer<CheckedRow, Observation> to;
    private @Nullable CheckedRow row;

    private RowTracer(BiConsumer<CheckedRow, Observation> to) {
        this.to = to;
    }

    /** Reads a file whose rows are read as they are, are carried over or lose columns. */
    static SetReport.FileRead read(
            OpenedDelivery file,
            FileMapping way,
            BiConsumer<CheckedRow, Observation> to,
            Consumer<RejectedRows> rejected) {
        RowTracer tracer = new RowTracer(to);
        Findings.Collector found = Findings.Collector.withDefaults();
        UnaryOperator<Observation> last =
                way instanceof FileMapping.Narrowed narrowed ? narrowed.projection() : UnaryOperator.identity();
        MigrationRun run = MigrationRun.toObservations(
                plan(way),
                Location.of(file.source().name()),
                found::add,
                counted -> tracer.handOn(last.apply(counted)));
        RejectedMigration migration = new RejectedMigration(plan(way));
        DeliveryReport report = file.readRowsAndRejected(
                row -> {
                    tracer.row = row;
                    run.accept(row);
                },
                rows -> {
                    RejectedRows migrated = migration.apply(rows);
                    rejected.accept(
                            way instanceof FileMapping.Narrowed narrowed
                                    ? narrowed.projection().apply(migrated)
                                    : migrated);
                });
        run.finish();
        Findings carried = found.toFindings();
        return new SetReport.FileRead(file.source(), way, report.with(carried, run.rowsHandedOn()), carried);
    }

    private static MigrationPlan plan(FileMapping way) {
        if (way instanceof FileMapping.CarriedOver carried) {
            return carried.plan();
        }
        FormatDefinition own = way.written().orElseThrow();
        return MigrationPlan.between(own, own).orElseThrow();
    }

    /**
     * Passes on a converted row with the row that it came from: the last one taken, since each row is converted at
     * once.
     */
    private void handOn(Observation counted) {
        CheckedRow own = row;
        if (own != null) {
            to.accept(own, counted);
        }
    }
}
