package nl.betekenisvolmeten.indicators.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.Observation;

/** The check of one delivery, row by row. Memory grows with the number of different keys only. Not thread-safe. */
public final class ValidationRun {

    private static final FindingCode KEYS_FULL = FindingCode.of("TF-I04");

    private record Check(Verdict verdict, RowCheck check) {}

    /** A key and the rows seen so far; {@code codes} is used again for each row. */
    private static final class Key {
        private final Verdict verdict;
        private final int[] columns;
        private final String[] codes;
        private final KeyTrie rows;

        Key(Verdict verdict, int[] columns, int limit) {
            this.verdict = verdict;
            this.columns = columns;
            codes = new String[columns.length];
            rows = new KeyTrie(columns.length, limit);
        }
    }

    private final RuleSet rules;
    private final CellChecker cellChecker;
    private final List<Check> checks = new ArrayList<>();
    private final List<Key> keys = new ArrayList<>();
    private final RowCells cells;
    private final Location place;
    private final Consumer<Finding> found;
    private final Consumer<Observation> accepted;
    private final ObservationMaker observations;
    private final int keyLimit;
    private final boolean[] absent;
    private Optional<Consumer<CheckedRow>> acceptedRows = Optional.empty();
    private boolean anyAbsent;
    private boolean keysFull;
    private long rowCount;
    private long acceptedCount;

    ValidationRun(
            Validator validator,
            int keyLimit,
            Location place,
            Consumer<Finding> found,
            Consumer<Observation> accepted) {
        this.rules = validator.rules();
        this.place = place;
        this.found = found;
        this.accepted = accepted;
        this.keyLimit = keyLimit;
        cellChecker = new CellChecker(rules, validator.leniency());
        cells = new RowCells(rules.columns().size());
        absent = new boolean[rules.columns().size()];
        observations = new ObservationMaker(rules);
        for (Rule rule : rules.rules()) {
            if (rule instanceof Rule.UniqueKey key) {
                keys.add(key(key));
            } else {
                checks.add(new Check(rule.verdict(), RowCheck.of(rule, rules.columns())));
            }
        }
    }

    private Key key(Rule.UniqueKey rule) {
        int[] columns = rule.columns().stream()
                .mapToInt(name -> rules.index(name).orElseThrow())
                .toArray();
        return new Key(rule.verdict(), columns, keyLimit);
    }

    /**
     * Leaves columns out that the delivery lacks, of which another finding speaks: their cells are not checked, nor are
     * rules that need them, and no row is accepted.
     *
     * @param columns the columns; those that the rules do not have are ignored
     * @return this run
     */
    public ValidationRun withoutColumns(Set<ColumnName> columns) {
        for (int i = 0; i < absent.length; i++) {
            absent[i] = columns.contains(rules.columns().get(i).name());
            anyAbsent |= absent[i];
        }
        return this;
    }

    /**
     * Hands on good rows with all their cells too, after what takes them as part of a table.
     *
     * @param rows takes each row without an error
     * @return this run
     */
    public ValidationRun handingRowsTo(Consumer<CheckedRow> rows) {
        acceptedRows = Optional.of(rows);
        return this;
    }

    /**
     * Checks the next row.
     *
     * @param row the row as a spreadsheet shows it
     * @param texts a cell for each column of the rules, in their order; an optional column that the file does not have
     *     is an empty text
     * @throws IllegalArgumentException if the number of cells is not the number of columns
     */
    public void row(long row, String[] texts) {
        row(row, texts, true);
    }

    /**
     * Checks the next row, of which something may be wrong beside its columns.
     *
     * @param row the row as a spreadsheet shows it
     * @param texts a cell for each column of the rules, in their order
     * @param acceptable false when another finding already keeps the row from being accepted
     * @throws IllegalArgumentException if the number of cells is not the number of columns
     */
    public void row(long row, String[] texts, boolean acceptable) {
        if (texts.length != rules.columns().size()) {
            throw new IllegalArgumentException(
                    texts.length + " cells for " + rules.columns().size() + " columns");
        }
        rowCount++;
        Location rowPlace = place.withRow(row);
        boolean good = checkRow(texts, rowPlace);
        for (Key key : keys) {
            good = checkKey(key, row, rowPlace) && good;
        }
        if (good && acceptable) {
            acceptedCount++;
            Observation observation = observations.from(cells);
            accepted.accept(observation);
            acceptedRows.ifPresent(rows -> rows.accept(CheckedRow.of(rules, row, observation, cells)));
        }
    }

    /** Checks a row that stands alone: a key says nothing about it. */
    void single(String[] texts) {
        checkRow(texts, place);
    }

    private boolean checkRow(String[] texts, Location rowPlace) {
        cells.clear();
        boolean good = !anyAbsent;
        for (int i = 0; i < texts.length; i++) {
            good = (absent[i] || cellChecker.check(i, texts[i], rowPlace, cells, found)) && good;
        }
        for (Check check : checks) {
            Optional<RowCheck.Broken> broken = check.check().check(cells);
            if (broken.isPresent()) {
                good = report(check.verdict(), rowPlace, broken.get()) && good;
            }
        }
        return good;
    }

    private boolean report(Verdict verdict, Location rowPlace, RowCheck.Broken broken) {
        Location where =
                broken.column().map(ColumnName::value).map(rowPlace::withColumn).orElse(rowPlace);
        found.accept(Finding.of(verdict.code(), verdict.severity(), where, broken.arguments()));
        return verdict.severity() != Severity.ERROR;
    }

    private boolean checkKey(Key key, long row, Location rowPlace) {
        for (int i = 0; i < key.columns.length; i++) {
            if (!cells.hasValue(key.columns[i])) {
                return true;
            }
            key.codes[i] = cells.text(key.columns[i]);
        }
        if (key.rows.isFull()) {
            reportFull(row);
            return true;
        }
        long first = key.rows.firstRow(key.codes, row);
        if (first == 0) {
            return true;
        }
        Map<String, String> arguments = Map.of("row", Long.toString(row), "first_row", Long.toString(first));
        return report(key.verdict, rowPlace, new RowCheck.Broken(Optional.empty(), arguments));
    }

    private void reportFull(long row) {
        if (!keysFull) {
            keysFull = true;
            found.accept(Finding.of(
                    KEYS_FULL,
                    Severity.WARNING,
                    place,
                    Map.of("limit", Integer.toString(keyLimit), "row", Long.toString(row - 1))));
        }
    }

    /**
     * How many rows were checked.
     *
     * @return a count
     */
    public long rows() {
        return rowCount;
    }

    /**
     * How many rows had no error.
     *
     * @return a count
     */
    public long rowsAccepted() {
        return acceptedCount;
    }
}
