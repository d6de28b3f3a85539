package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.MigrationPlan;
import nl.betekenisvolmeten.indicators.formats.internal.migration.MigrationRun;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** Writes the good rows of files as rows of one version. A row of a key that an earlier file has is excluded. */
final class RowsWriter {

    /** Rows cannot be written; not to be taken for a source that cannot be read. */
    static final class WriteException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WriteException(IOException cause) {
            super(cause);
        }

        IOException cause() {
            return (IOException) Objects.requireNonNull(getCause());
        }
    }

    private record Pair(DeliverySource earlier, DeliverySource later) {}

    private final FormatDefinition target;
    private final MigrationPlan.Persons persons;
    private final RowWriter out;
    private final List<Integer> key;
    private final Map<List<String>, DeliverySource> firstFile = new HashMap<>();
    private final Map<Pair, Long> excluded = new LinkedHashMap<>();
    private boolean marked;
    private long written;

    /** One file alone has each key once, so no key is kept. */
    RowsWriter(FormatDefinition target, MigrationPlan.Persons persons, RowWriter out, boolean alone) {
        this.target = target;
        this.persons = persons;
        this.out = out;
        key = alone ? List.of() : target.keyIndexes();
    }

    /** Writes the header; rows that may come from an earlier version say from which. */
    void header(boolean mayBeConverted) throws IOException {
        marked = mayBeConverted && target.readableFrom().isPresent();
        List<String> names = new ArrayList<>(target.header());
        if (marked) {
            names.add(FormatDefinition.CONVERTED_FROM.value());
        }
        out.header(names);
    }

    SetReport.FileRead write(OpenedDelivery file, FileMapping way) {
        DeliverySource source = file.source();
        MigrationPlan plan =
                MigrationPlan.between(way.written().orElseThrow(), target).orElseThrow();
        Findings.Collector found = Findings.Collector.withDefaults();
        MigrationRun run = MigrationRun.toRows(plan, Location.of(source.name()), persons, found::add, row -> {
            if (isFirst(row, source)) {
                write(row, plan);
            }
        });
        DeliveryReport report = file.readRows(run);
        run.finish();
        Findings carried = found.toFindings();
        return new SetReport.FileRead(source, way, report.with(carried, report.rowsAccepted()), carried);
    }

    private boolean isFirst(CheckedRow row, DeliverySource file) {
        if (key.isEmpty()) {
            return true;
        }
        DeliverySource earlier =
                firstFile.putIfAbsent(key.stream().map(row.texts()::get).toList(), file);
        if (earlier == null || earlier.equals(file)) {
            return true;
        }
        excluded.merge(new Pair(earlier, file), 1L, Math::addExact);
        return false;
    }

    private void write(CheckedRow row, MigrationPlan plan) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.texts().size(); i++) {
            cells.add(target.columns().get(i).rule().type().agreed(row.texts().get(i)));
        }
        if (marked) {
            cells.add(
                    plan.stages().isEmpty()
                            ? versionOf(row)
                            : plan.source().id().toString());
        }
        try {
            out.row(cells);
        } catch (IOException e) {
            throw new WriteException(e);
        }
        written++;
    }

    /**
     * Returns the earlier version that a row was once converted from, which is the one valid for its period; an empty
     * text if it was not.
     */
    private String versionOf(CheckedRow row) {
        return target.columns().stream()
                .filter(column -> column.rule().type() instanceof ColumnType.Time)
                .flatMap(column -> row.text(column.name()).flatMap(Period::parseCode).stream())
                .filter(period -> !target.validity().contains(period))
                .flatMap(period -> target.earlierVersions().stream()
                        .filter(version -> version.validity().contains(period)))
                .map(version -> version.id().toString())
                .findFirst()
                .orElse("");
    }

    DeliverySet.Conversion finish(List<SetReport.FileRead> files) {
        List<DeliverySet.Excluded> all = new ArrayList<>();
        excluded.forEach((pair, rows) -> all.add(new DeliverySet.Excluded(pair.earlier(), pair.later(), rows)));
        return new DeliverySet.Conversion(files, written, all);
    }
}
