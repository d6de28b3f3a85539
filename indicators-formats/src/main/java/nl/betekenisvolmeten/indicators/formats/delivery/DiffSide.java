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
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.Rule;
import nl.betekenisvolmeten.indicators.validation.ValidationRun.RefusedRow;

/** One of two deliveries that are compared: its good rows by their key, and those with an error as far as they are known. */
final class DiffSide {

    /** A row with an error; its key is empty where that cannot be read. */
    record Refused(long number, List<String> key) {}

    final List<ColumnName> keyNames;
    final DeliveryReport report;
    final Optional<DeliveryDiff.Carried> carried;
    private final int[] keyColumns;
    private final OptionalInt timeColumn;
    private final Map<List<String>, CheckedRow> rows = new LinkedHashMap<>();
    private final List<Refused> refused = new ArrayList<>();
    private final Map<List<String>, Refused> refusedByKey = new HashMap<>();
    private final Set<String> periods = new TreeSet<>();

    DiffSide(DeliveryReader reader, DeliverySource source, MigrationPlan plan) {
        FormatDefinition format = plan.target();
        keyNames = key(format);
        keyColumns = keyNames.stream()
                .mapToInt(name -> format.ruleSet().index(name).orElseThrow())
                .toArray();
        timeColumn = timeColumn(format);
        if (plan.source().id().equals(format.id())) {
            report = reader.readRows(source, any -> this::add, this::refuse);
            carried = Optional.empty();
            return;
        }
        List<Finding> losses = new ArrayList<>();
        MigrationRun run = plan.toRows(Location.of(source.name()), PersonsMerge.AT_MOST, losses::add, this::add);
        // a row with an error is not carried over, so its key in the later version is not known
        report = reader.readRows(source, any -> run, row -> refused.add(new Refused(row.number(), List.of())));
        run.finish();
        carried = Optional.of(
                new DeliveryDiff.Carried(source.name(), plan.source().id(), Findings.of(losses)));
    }

    /** The key that the format gives, or else all dimensions. */
    private static List<ColumnName> key(FormatDefinition format) {
        return format.key()
                .map(Rule::columns)
                .orElseGet(() -> format.columns().stream()
                        .filter(column -> column.rule().part() instanceof ColumnRule.Part.OfDimension)
                        .map(column -> column.name())
                        .toList());
    }

    private static OptionalInt timeColumn(FormatDefinition format) {
        return format.ruleSet().structure().timeIndex().stream()
                .map(index -> format.ruleSet()
                        .index(format.ruleSet()
                                .structure()
                                .dimensions()
                                .get(index)
                                .name())
                        .orElseThrow())
                .findFirst();
    }

    /** Rows of one key, where a format allows them, are told apart by their order. */
    private void add(CheckedRow row) {
        List<String> texts = row.texts();
        List<String> key = new ArrayList<>();
        for (int column : keyColumns) {
            key.add(texts.get(column));
        }
        for (int time = 2; rows.containsKey(key); time++) {
            key = new ArrayList<>(base(key));
            key.add(Integer.toString(time));
        }
        rows.put(List.copyOf(key), row);
        timeColumn.ifPresent(column -> periods.add(texts.get(column)));
    }

    private void refuse(RefusedRow row) {
        boolean known = IntStream.of(keyColumns)
                .allMatch(column -> row.texts().get(column).isPresent());
        List<String> key = known
                ? IntStream.of(keyColumns)
                        .mapToObj(column -> row.texts().get(column).orElseThrow())
                        .toList()
                : List.of();
        Refused found = new Refused(row.number(), key);
        refused.add(found);
        if (known) {
            refusedByKey.putIfAbsent(key, found);
        }
        timeColumn.ifPresent(column -> row.texts().get(column).ifPresent(periods::add));
    }

    private List<String> base(List<String> key) {
        return key.subList(0, keyColumns.length);
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

    /** The rows with an error, as they stand. */
    List<Refused> refused() {
        return refused;
    }

    /** The first row with an error of the key of a row. */
    Optional<Refused> refused(List<String> key) {
        return Optional.ofNullable(refusedByKey.get(base(key)));
    }

    /** The periods of the rows that could be read. */
    List<String> periods() {
        return List.copyOf(periods);
    }

    /** Whether the key of every row is known, so that a key that is not here is not in the delivery. */
    boolean isComplete() {
        Set<?> codes = report.findings().countByCode().keySet();
        return report.rows() == report.rowsAccepted() + refused.size()
                && refused.stream().noneMatch(row -> row.key().isEmpty())
                && !codes.contains(DeliveryCodes.UNREADABLE)
                && !codes.contains(DeliveryCodes.STOPPED)
                && carried.map(all -> !all.losses().hasErrors()).orElse(true);
    }
}
