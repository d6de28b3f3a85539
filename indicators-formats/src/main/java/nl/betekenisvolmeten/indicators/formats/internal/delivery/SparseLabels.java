package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawTable;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import nl.betekenisvolmeten.indicators.validation.Verdict;
import nl.betekenisvolmeten.indicators.validation.internal.Blanks;

/**
 * Recognises labels that appear only in the first row of their group, as in a pivot table or where people write "idem".
 * The rows remain invalid: it is not certain that an empty cell means the cell above it. All such cells are one
 * finding.
 */
final class SparseLabels {

    private static final Pattern DITTO = Pattern.compile("(?iu)idem|id\\.|ditto|\"|''|\u3003|zie boven");

    private final Header header;
    private final Location place;
    private final Consumer<Finding> found;
    private final List<RawRow> rows;
    /** The label columns by position, from left to right. */
    private final TreeMap<Integer, ColumnName> labels = new TreeMap<>();

    private Set<String> unlabelled = Set.of();
    private final FoldedRows without = new FoldedRows("labels");
    private long number;

    SparseLabels(Header header, RawTable table, Location place, Consumer<Finding> found) {
        this.header = header;
        this.place = place;
        this.found = found;
        rows = new TotalRows(header, table.isGrid()).sample(table);
        List<ColumnRule> columns = header.rules().columns();
        IntStream.range(0, columns.size())
                .filter(i -> header.places().get(i) >= 0
                        && columns.get(i).required()
                        && columns.get(i).part() instanceof ColumnRule.Part.OfDimension)
                .filter(i -> rows.stream()
                        .anyMatch(row -> isMissing(row, header.places().get(i))))
                .forEach(i -> labels.put(header.places().get(i), columns.get(i).name()));
        List<RawRow> sparse = rows.stream()
                .filter(row -> labels.keySet().stream().anyMatch(cell -> isMissing(row, cell)))
                .toList();
        if (sparse.size() < 2
                || sparse.size() * 2 < rows.size()
                || !sparse.stream().allMatch(this::isSparse)) {
            labels.clear();
        }
    }

    private static boolean isMissing(RawRow row, int cell) {
        String text = cell < row.cells().size() ? row.cells().get(cell) : "";
        return Blanks.isBlank(text) || DITTO.matcher(Blanks.visible(text)).matches();
    }

    /**
     * Returns whether the missing labels of a row are its first ones, which name the groups that it shares with the row
     * above.
     */
    private boolean isSparse(RawRow row) {
        List<Boolean> missing =
                labels.keySet().stream().map(cell -> isMissing(row, cell)).toList();
        return missing.contains(true)
                && missing.lastIndexOf(true)
                        == missing.stream().filter(one -> one).count() - 1;
    }

    /** Accepts the next row, before it is checked. */
    void next(RawRow row) {
        if (labels.isEmpty()) {
            return;
        }
        unlabelled = isSparse(row)
                ? labels.entrySet().stream()
                        .filter(label -> isMissing(row, label.getKey()))
                        .map(label -> label.getValue().value())
                        .collect(Collectors.toSet())
                : Set.of();
        number = row.number();
    }

    /** Passes on a finding, unless it is about a label that the last row lacks. */
    void pass(Finding finding) {
        if (finding.location().column().filter(unlabelled::contains).isEmpty()) {
            found.accept(finding);
        } else {
            without.add(number);
        }
    }

    /** Returns the first rows of data. */
    List<RawRow> sample() {
        return rows;
    }

    /** Returns the receiver of findings that are not about cells. */
    Consumer<Finding> found() {
        return found;
    }

    /** Reports the rows without labels once there are no more rows. */
    void finish() {
        if (!without.isEmpty()) {
            Verdict verdict = header.rules().verdict(RuleSet.CellCheck.REQUIRED);
            String names = labels.values().stream().map(ColumnName::value).collect(Collectors.joining(", "));
            Location where = place.withRow(without.first());
            Map<String, String> arguments = new HashMap<>(without.arguments());
            arguments.put("column", names);
            found.accept(Finding.of(
                    verdict.code(),
                    verdict.severity(),
                    labels.size() == 1 ? where.withColumn(names) : where,
                    arguments));
        }
    }
}
