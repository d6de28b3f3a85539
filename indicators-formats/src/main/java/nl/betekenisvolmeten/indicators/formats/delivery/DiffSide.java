package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.MigrationPlan;
import nl.betekenisvolmeten.indicators.formats.internal.migration.MigrationRun;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ValidationRun.RefusedRow;

/** One of two deliveries that are compared: its good rows by their key, and those with an error as far as they are known. */
final class DiffSide {

    /** A row with an error; its key is empty where that cannot be read. */
    record Refused(long number, List<String> key) {}

    final List<ColumnName> keyNames;
    final DeliveryReport report;
    final Optional<DeliveryDiff.Carried> carried;
    private final List<Integer> keyColumns;
    private final OptionalInt timeColumn;
    private final Map<List<String>, CheckedRow> rows = new LinkedHashMap<>();
    private final List<Refused> refused = new ArrayList<>();
    private final Map<List<String>, Refused> refusedByKey = new HashMap<>();
    private final Set<String> periods = new TreeSet<>();

    DiffSide(OpenedDelivery delivery, MigrationPlan plan) {
        FormatDefinition format = plan.target();
        keyColumns = key(format);
        keyNames = keyColumns.stream()
                .map(column -> format.columns().get(column).name())
                .toList();
        timeColumn = timeColumn(format);
        if (plan.source().id().equals(format.id())) {
            report = delivery.readRows(this::add, this::refuse);
            carried = Optional.empty();
            return;
        }
        List<Finding> losses = new ArrayList<>();
        String source = delivery.source().name();
        MigrationRun run =
                MigrationRun.toRows(plan, Location.of(source), MigrationPlan.Persons.AT_MOST, losses::add, this::add);
        // a row with an error is not carried over, so its key in the later version is not known
        report = delivery.readRows(run, row -> refused.add(new Refused(row.number(), List.of())));
        run.finish();
        carried = Optional.of(new DeliveryDiff.Carried(source, plan.source().id(), Findings.of(losses)));
    }

    /** Returns the columns of the format's key, or all dimensions if it has no key. */
    private static List<Integer> key(FormatDefinition format) {
        List<Integer> key = format.keyIndexes();
        return key.isEmpty()
                ? IntStream.range(0, format.columns().size())
                        .filter(column ->
                                format.columns().get(column).rule().part() instanceof ColumnRule.Part.OfDimension)
                        .boxed()
                        .toList()
                : key;
    }

    private static OptionalInt timeColumn(FormatDefinition format) {
        return IntStream.range(0, format.columns().size())
                .filter(column -> format.columns().get(column).rule().part() instanceof ColumnRule.Part.OfDimension of
                        && of.dimension() instanceof Dimension.Time)
                .findFirst();
    }

    /** Adds a row. Rows with the same key, where a format allows them, are distinguished by their order. */
    private void add(CheckedRow row) {
        List<String> texts = row.texts();
        List<String> key = keyColumns.stream().map(texts::get).toList();
        for (int time = 2; rows.containsKey(key); time++) {
            key = new ArrayList<>(base(key));
            key.add(Integer.toString(time));
        }
        rows.put(List.copyOf(key), row);
        timeColumn.ifPresent(column -> periods.add(texts.get(column)));
    }

    private void refuse(RefusedRow row) {
        List<String> key = keyColumns.stream()
                .flatMap(column -> row.texts().get(column).stream())
                .toList();
        boolean known = key.size() == keyColumns.size();
        Refused found = new Refused(row.number(), known ? key : List.of());
        refused.add(found);
        if (known) {
            refusedByKey.putIfAbsent(key, found);
        }
        timeColumn.ifPresent(column -> row.texts().get(column).ifPresent(periods::add));
    }

    private List<String> base(List<String> key) {
        return key.subList(0, keyColumns.size());
    }

    Set<List<String>> keys() {
        return rows.keySet();
    }

    long number(List<String> key) {
        return row(key).orElseThrow().number();
    }

    Optional<CheckedRow> row(List<String> key) {
        return Optional.ofNullable(rows.get(key));
    }

    /** Returns the rows with an error, in their order. */
    List<Refused> refused() {
        return refused;
    }

    /** Returns the first row with an error whose key is that of a row. */
    Optional<Refused> refused(List<String> key) {
        return Optional.ofNullable(refusedByKey.get(base(key)));
    }

    /** Returns the periods that could be read, also those of rows with an error. */
    List<String> periods() {
        return List.copyOf(periods);
    }

    /** Returns whether the key of every row is known, so that a key that is not found here is not in the delivery. */
    boolean isComplete() {
        return report.rows() == report.rowsAccepted() + refused.size()
                && refused.stream().noneMatch(row -> row.key().isEmpty())
                && !report.isPartial()
                && carried.map(all -> !all.losses().hasErrors()).orElse(true);
    }
}
