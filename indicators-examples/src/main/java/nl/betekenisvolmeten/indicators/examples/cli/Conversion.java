package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.migration.MigrationPlan;
import nl.betekenisvolmeten.indicators.formats.migration.MigrationRun;
import nl.betekenisvolmeten.indicators.formats.migration.PersonsMerge;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.Rule;

/** Writes the good rows of deliveries as one delivery of a format. A row of a key that an earlier file has is left out. */
final class Conversion {

    /** Two files of which the later has rows that the earlier has too. */
    record Pair(DeliverySource earlier, DeliverySource later) {}

    private final DeliveryReader reader;
    private final Map<DeliverySource, FormatDefinition> formats;
    private final FormatDefinition target;
    private final PersonsMerge persons;
    private final List<Integer> key;
    private final Map<List<String>, DeliverySource> firstFile = new HashMap<>();
    private final Map<Pair, Long> twice = new LinkedHashMap<>();
    private long written;

    Conversion(
            DeliveryReader reader,
            Map<DeliverySource, FormatDefinition> formats,
            FormatDefinition target,
            PersonsMerge persons) {
        this.reader = reader;
        this.formats = formats;
        this.target = target;
        this.persons = persons;
        key = target.ruleSet().rules().stream()
                .filter(Rule.UniqueKey.class::isInstance)
                .findFirst()
                .map(rule -> rule.columns().stream().map(this::index).toList())
                .orElse(List.of());
    }

    private int index(ColumnName column) {
        return target.ruleSet().index(column).orElseThrow();
    }

    /** How many rows were written. */
    long written() {
        return written;
    }

    /** How many rows of a file were left out, as another file has them. */
    Map<Pair, Long> twice() {
        return twice;
    }

    List<DeliveryReport> write(List<DeliverySource> sources, RowWriter out) throws IOException {
        out.header(
                target.columns().stream().map(column -> column.name().value()).toList());
        try {
            return Deliveries.each(sources, source -> write(source, sources.size() > 1, out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private DeliveryReport write(DeliverySource source, boolean many, RowWriter out) {
        Optional<MigrationPlan> plan =
                Optional.ofNullable(formats.get(source)).flatMap(format -> MigrationPlan.between(format, target));
        if (plan.isEmpty()) {
            return reader.validate(source);
        }
        List<Finding> found = new ArrayList<>();
        MigrationRun run = plan.get().toRows(Location.of(source.name()), persons, found::add, row -> {
            if (!many || isFirst(row, source)) {
                write(row, out);
            }
        });
        DeliveryReport report = reader.readRows(source, format -> run);
        run.finish();
        return Versions.with(report, Findings.of(found), report.rowsAccepted());
    }

    private boolean isFirst(CheckedRow row, DeliverySource file) {
        if (key.isEmpty()) {
            return true;
        }
        DeliverySource earlier = firstFile.putIfAbsent(
                key.stream().map(column -> row.texts().get(column)).toList(), file);
        if (earlier == null || earlier.equals(file)) {
            return true;
        }
        twice.merge(new Pair(earlier, file), 1L, Math::addExact);
        return false;
    }

    private void write(CheckedRow row, RowWriter out) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.texts().size(); i++) {
            cells.add(target.columns().get(i).rule().type().agreed(row.texts().get(i)));
        }
        try {
            out.row(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        written++;
    }
}
