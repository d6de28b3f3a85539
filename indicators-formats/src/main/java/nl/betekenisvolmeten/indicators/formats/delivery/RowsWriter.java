package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.finding.FindingCollector;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;

/** Writes the good rows of files as rows of one version. A row of a key that an earlier file has is left out. */
final class RowsWriter {

    private record Pair(DeliverySource earlier, DeliverySource later) {}

    private final DeliveryReader reader;
    private final FormatDefinition target;
    private final PersonsMerge persons;
    private final RowWriter out;
    private final List<Integer> key;
    private final Map<List<String>, DeliverySource> firstFile = new HashMap<>();
    private final Map<Pair, Long> excluded = new LinkedHashMap<>();
    private long written;

    /** One file alone has each key once, so no key is kept. */
    RowsWriter(DeliveryReader reader, FormatDefinition target, PersonsMerge persons, RowWriter out, boolean alone) {
        this.reader = reader;
        this.target = target;
        this.persons = persons;
        this.out = out;
        key = alone
                ? List.of()
                : target.key()
                        .map(rule -> rule.columns().stream()
                                .map(column -> target.ruleSet().index(column).orElseThrow())
                                .toList())
                        .orElse(List.of());
    }

    void header() throws IOException {
        out.header(
                target.columns().stream().map(column -> column.name().value()).toList());
    }

    FileRead write(DeliverySource source, FileMapping way) {
        MigrationPlan plan =
                MigrationPlan.between(way.written().orElseThrow(), target).orElseThrow();
        FindingCollector found = FindingCollector.withDefaults();
        MigrationRun run = plan.toRows(Location.of(source.name()), persons, found::add, row -> {
            if (isFirst(row, source)) {
                write(row);
            }
        });
        DeliveryReport report = reader.readRows(source, format -> run);
        run.finish();
        Findings carried = found.toFindings();
        return new FileRead(source, way, RowTracer.with(report, carried, report.rowsAccepted()), carried);
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
        excluded.merge(new Pair(earlier, file), 1L, Math::addExact);
        return false;
    }

    private void write(CheckedRow row) {
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

    SetConversion finish(List<FileRead> files) {
        List<SetConversion.Excluded> left = new ArrayList<>();
        excluded.forEach((pair, rows) -> left.add(new SetConversion.Excluded(pair.earlier(), pair.later(), rows)));
        return new SetConversion(files, written, left);
    }
}
