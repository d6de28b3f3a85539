package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.migration.MigrationPlan;
import nl.betekenisvolmeten.indicators.formats.migration.MigrationRun;
import nl.betekenisvolmeten.indicators.formats.migration.PersonsMerge;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Rule;

/**
 * What differs between two deliveries of one format, such as a first one and its correction. Rows are the same when their
 * key is, wherever they stand. Only rows without an error are set side by side. The rows of an earlier version are carried
 * over to the later one first. Both deliveries are held in memory.
 *
 * @param format the version that both are set side by side in
 * @param key the columns by which rows are known
 * @param gone rows of the first that the second does not have
 * @param added rows of the second that the first does not have
 * @param changed cells with another text, of rows that both have
 * @param same how many rows have no difference
 * @param findings for each code of which the number differs, how often it was found in both
 * @param carried the delivery that is of an earlier version; empty when both are of one version
 */
public record DeliveryDiff(
        FormatId format,
        List<ColumnName> key,
        List<Row> gone,
        List<Row> added,
        List<Cell> changed,
        long same,
        Map<FindingCode, Counts> findings,
        Optional<Carried> carried) {

    /**
     * Copies.
     *
     * @param format the version
     * @param key the columns by which rows are known
     * @param gone rows of the first only
     * @param added rows of the second only
     * @param changed cells that differ
     * @param same how many rows do not
     * @param findings numbers of findings that differ
     * @param carried the delivery of an earlier version
     */
    public DeliveryDiff {
        key = List.copyOf(key);
        gone = List.copyOf(gone);
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        findings = Collections.unmodifiableMap(new TreeMap<>(findings));
    }

    /**
     * A delivery whose rows were carried over to a later version.
     *
     * @param source its name
     * @param from the version that it is of
     * @param losses what was lost on the way
     */
    public record Carried(String source, FormatId from, Findings losses) {}

    /**
     * A row of one of the two.
     *
     * @param number the row as a spreadsheet shows it
     * @param key its codes
     */
    public record Row(long number, List<String> key) {}

    /**
     * A cell that differs.
     *
     * @param row the row in the second delivery
     * @param key its codes
     * @param column the column
     * @param before its text in the first; empty where the cell was
     * @param after its text in the second; empty where the cell is
     */
    public record Cell(long row, List<String> key, ColumnName column, String before, String after) {}

    /**
     * How often a code was found.
     *
     * @param before in the first delivery
     * @param after in the second
     */
    public record Counts(long before, long after) {}

    /**
     * Compares two deliveries.
     *
     * @param reader reads both
     * @param before the first
     * @param after the second
     * @return the differences
     * @throws IllegalArgumentException if they are not of one format, or no steps lead from the earlier version to the
     *     later one
     */
    public static DeliveryDiff between(DeliveryReader reader, DeliverySource before, DeliverySource after) {
        Optional<FormatDefinition> own = reader.recognise(before);
        Optional<FormatDefinition> others = reader.recognise(after);
        FormatDefinition format = Stream.of(own, others)
                .flatMap(Optional::stream)
                .max(Comparator.comparing(FormatDefinition::id))
                .orElseThrow(() -> notOfOneFormat(before, after));
        MigrationPlan first = plan(own, format).orElseThrow(() -> notOfOneFormat(before, after));
        MigrationPlan second = plan(others, format).orElseThrow(() -> notOfOneFormat(before, after));
        Side one = new Side(reader, before, first);
        Side other = new Side(reader, after, second);
        List<Row> gone = one.rowsWithout(other);
        List<Row> added = other.rowsWithout(one);
        List<Cell> changed = one.cellsChanged(other, format);
        long touched = changed.stream().map(Cell::key).distinct().count();
        return new DeliveryDiff(
                format.id(),
                one.keyNames,
                gone,
                added,
                changed,
                one.rows.size() - gone.size() - touched,
                counts(one.report, other.report),
                one.carried.or(() -> other.carried));
    }

    private static Optional<MigrationPlan> plan(Optional<FormatDefinition> from, FormatDefinition to) {
        return from.flatMap(known -> MigrationPlan.between(known, to));
    }

    private static IllegalArgumentException notOfOneFormat(DeliverySource before, DeliverySource after) {
        return new IllegalArgumentException(before.name() + " and " + after.name()
                + " are not of one version of a format, and no steps lead from the one to the other");
    }

    private static Map<FindingCode, Counts> counts(DeliveryReport one, DeliveryReport other) {
        Map<FindingCode, Counts> counts = new TreeMap<>();
        one.findings().countByCode().forEach((code, n) -> counts.put(code, new Counts(n, 0)));
        other.findings()
                .countByCode()
                .forEach((code, n) -> counts.merge(
                        code, new Counts(0, n), (first, second) -> new Counts(first.before(), second.after())));
        counts.values().removeIf(both -> both.before() == both.after());
        return counts;
    }

    /** One of the two deliveries. */
    private static final class Side {
        private final List<ColumnName> keyNames;
        private final int[] keyColumns;
        private final Map<List<String>, CheckedRow> rows = new LinkedHashMap<>();
        private final DeliveryReport report;
        private final Optional<Carried> carried;

        Side(DeliveryReader reader, DeliverySource source, MigrationPlan plan) {
            FormatDefinition format = plan.target();
            keyNames = key(format);
            keyColumns = keyNames.stream()
                    .mapToInt(name -> format.ruleSet().index(name).orElseThrow())
                    .toArray();
            if (plan.source().id().equals(format.id())) {
                report = reader.readRows(source, any -> this::add);
                carried = Optional.empty();
                return;
            }
            List<Finding> losses = new ArrayList<>();
            MigrationRun run = plan.toRows(Location.of(source.name()), PersonsMerge.AT_MOST, losses::add, this::add);
            report = reader.readRows(source, any -> run);
            run.finish();
            carried = Optional.of(new Carried(source.name(), plan.source().id(), Findings.of(losses)));
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

        /** Rows of one key, where a format allows them, are told apart by their order. */
        private void add(CheckedRow row) {
            List<String> key = new ArrayList<>();
            for (int column : keyColumns) {
                key.add(row.texts().get(column));
            }
            for (int time = 2; rows.containsKey(key); time++) {
                key = new ArrayList<>(key.subList(0, keyColumns.length));
                key.add(Integer.toString(time));
            }
            rows.put(List.copyOf(key), row);
        }

        List<Row> rowsWithout(Side other) {
            return rows.entrySet().stream()
                    .filter(entry -> !other.rows.containsKey(entry.getKey()))
                    .map(entry -> new Row(entry.getValue().number(), entry.getKey()))
                    .toList();
        }

        List<Cell> cellsChanged(Side other, FormatDefinition format) {
            List<Cell> cells = new ArrayList<>();
            rows.forEach((key, row) -> {
                CheckedRow that = other.rows.get(key);
                if (that != null) {
                    IntStream.range(0, row.texts().size())
                            .filter(i -> !row.texts().get(i).equals(that.texts().get(i)))
                            .forEach(i -> cells.add(new Cell(
                                    that.number(),
                                    key,
                                    format.columns().get(i).name(),
                                    row.texts().get(i),
                                    that.texts().get(i))));
                }
            });
            return cells;
        }
    }
}
