package nl.betekenisvolmeten.indicators.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.internal.BatchTaker;
import nl.betekenisvolmeten.indicators.table.internal.Dictionary;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;
import nl.betekenisvolmeten.indicators.validation.internal.BulkAccess;
import nl.betekenisvolmeten.indicators.validation.internal.ColumnBatch;
import nl.betekenisvolmeten.indicators.validation.internal.SeenKeys;

/** The check of one delivery, row by row. Memory grows with the number of different keys only. Not thread-safe. */
public final class ValidationRun {

    private static final FindingCode KEYS_FULL = FindingCode.of("TF-I04");

    private record Check(Rule rule, RuleCheck check) {}

    private final RuleSet rules;
    private final CellChecker cellChecker;
    private final List<Check> checks = new ArrayList<>();
    private final List<UniqueKeyState> keys = new ArrayList<>();
    private final RowCells cells;
    private final Location place;
    private final Consumer<Finding> found;
    private final RowTaker accepted;
    private final ObservationMaker observations;
    private final int keyLimit;
    private final boolean[] absent;
    private final Dictionary[] dictionaries;
    private final QuartersSeen quarters;
    private Optional<Consumer<CheckedRow>> acceptedRows = Optional.empty();
    private Optional<Consumer<RefusedRow>> refusedRows = Optional.empty();
    private Optional<RejectedRowFeed> rejected = Optional.empty();
    private boolean anyAbsent;
    private boolean keysFull;
    private long rowCount;
    private long acceptedCount;

    ValidationRun(Validator validator, int keyLimit, Location place, Consumer<Finding> found, RowTaker accepted) {
        this.rules = validator.rules();
        this.place = place;
        this.found = found;
        this.accepted = accepted;
        this.keyLimit = keyLimit;
        cellChecker = new CellChecker(validator);
        cells = new RowCells(rules.columns().size());
        absent = new boolean[rules.columns().size()];
        dictionaries =
                Stream.generate(Dictionary::new).limit(rules.columns().size()).toArray(Dictionary[]::new);
        observations = new ObservationMaker(rules);
        quarters = new QuartersSeen(rules, this::dictionary);
        if (!accepted.equals(RowTaker.ofNothing())) {
            withRejected(accepted::acceptRejected);
        }
        for (Rule rule : rules.rules()) {
            if (rule instanceof Rule.UniqueKey key) {
                keys.add(key(key));
            } else {
                checks.add(new Check(rule, rule.on(rules.columns())));
            }
        }
    }

    private UniqueKeyState key(Rule.UniqueKey rule) {
        int[] columns = rule.columns().stream()
                .mapToInt(name -> rules.index(name).orElseThrow())
                .toArray();
        Dictionary[] codes = IntStream.of(columns).mapToObj(this::dictionary).toArray(Dictionary[]::new);
        return new UniqueKeyState(rule.verdict(), columns, new SeenKeys(codes, keyLimit));
    }

    /**
     * Takes cells as those of a workbook or of JSON, which may hold numbers: one that lost a leading zero is read.
     *
     * @return this run
     */
    public ValidationRun withNumberCells() {
        cellChecker.cellsMayBeNumbers();
        return this;
    }

    /**
     * Takes columns whose cells show that they are written as in other countries. Points are decimal signs there, so that
     * {@code 1.250} is 1,25; elsewhere a point followed by three digits is ambiguous and refused. A day such as
     * {@code 04/05/2026} is ambiguous there and refused, as some months are before the days; elsewhere it is 4 May.
     *
     * @param columns tests a column by its index in the rules' columns; called at the first cell where it matters, and
     *     may look through all rows
     * @return this run
     */
    public ValidationRun withForeignNotation(IntPredicate columns) {
        cellChecker.foreignNotation(columns);
        return this;
    }

    /**
     * Ignores columns missing from the delivery (already reported): their cells are not checked, nor are
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
     * Passes on good rows with all their cells too, after their use as part of a table. Rows that come in batches are
     * not passed on this way.
     *
     * @param rows takes each row without an error
     * @return this run
     */
    public ValidationRun withRows(Consumer<CheckedRow> rows) {
        acceptedRows = Optional.of(rows);
        return this;
    }

    /**
     * Passes on what can be read of rows with an error, so that a search for a row finds it.
     *
     * @param rows takes each row with an error
     * @return this run
     */
    public ValidationRun withRefused(Consumer<RefusedRow> rows) {
        refusedRows = Optional.of(rows);
        return this;
    }

    /**
     * Passes on what rows with an error may belong to and count; unless this is called, the taker of the good rows gets
     * it.
     *
     * @param rows takes it; of rows whose organisation or period cannot be read only in {@link #finish}
     * @return this run
     */
    public final ValidationRun withRejected(Consumer<RejectedRows> rows) {
        rejected = Optional.of(new RejectedRowFeed(rules, rows));
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
     * Checks the next row, with what is wrong with the row itself apart from its columns.
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
        quarters.see(cells);
        for (UniqueKeyState key : keys) {
            good = checkKey(key, row, rowPlace) && good;
        }
        if (good && acceptable) {
            acceptedCount++;
            rejected.ifPresent(feed -> feed.see(cells));
            Observation observation = observations.from(cells);
            accepted.accept(observation);
            acceptedRows.ifPresent(rows -> rows.accept(CheckedRow.of(rules, row, observation, cells)));
        } else {
            refusedRows.ifPresent(rows -> rows.accept(RefusedRow.of(row, texts.length, cells)));
            rejected.ifPresent(feed -> feed.reject(row, cells));
        }
    }

    /**
     * Notes an unreadable row. It is not among the rows that were checked.
     *
     * @param row the row as a spreadsheet shows it
     */
    public void unreadRow(long row) {
        rejected.ifPresent(feed -> feed.rejectUnread(row));
    }

    /**
     * Passes on rows with an error whose organisation or period cannot be read: they may belong to those of any other row.
     * Reports rows about two quarters. To be called once, after the last row.
     *
     * @param whole whether all rows of the delivery were read; if not, what the others hold is not known
     */
    public void finish(boolean whole) {
        quarters.report(place, found);
        rejected.ifPresent(feed -> feed.finish(column -> new HashSet<>(dictionaries[column].codes()), whole));
    }

    /** Returns the numbers by which this run knows the codes of a dimension. */
    Dictionary dictionary(int column) {
        return dictionaries[column];
    }

    /** Accepts clean rows, see {@link BulkAccess#acceptClean}. */
    void acceptClean(ColumnBatch rows, long firstRow, int from, int to) {
        if (anyAbsent) {
            throw new IllegalStateException("cannot accept clean rows: columns are missing from the delivery");
        }
        if (from == to) {
            return;
        }
        rowCount += to - from;
        quarters.see(rows, from, to);
        ObservationBatch batch = rows.observations();
        int[][][] ids = new int[keys.size()][][];
        for (int k = 0; k < keys.size(); k++) {
            ids[k] = IntStream.of(keys.get(k).columns).mapToObj(rows::ids).toArray(int[][]::new);
            keys.get(k).rows.prepare(ids[k], from, to, firstRow + to - 1);
        }
        int start = from;
        for (int i = from; i < to; i++) {
            if (!keysAreFirst(ids, i, firstRow + i)) {
                accept(batch, start, i);
                reject(firstRow + i, batch, i);
                start = i + 1;
            }
        }
        accept(batch, start, to);
    }

    private void reject(long row, ObservationBatch batch, int index) {
        rejected.ifPresent(feed -> feed.reject(row, observations.from(batch, index)));
    }

    private boolean keysAreFirst(int[][][] ids, int index, long row) {
        boolean good = true;
        for (int k = 0; k < ids.length; k++) {
            UniqueKeyState key = keys.get(k);
            if (key.rows.isFull()) {
                reportFull(row);
            } else {
                long first = key.rows.firstRow(ids[k], index, row);
                good = (first == 0 || isFirst(key, first, row, place.withRow(row))) && good;
            }
        }
        return good;
    }

    private void accept(ObservationBatch batch, int from, int to) {
        acceptedCount += to - from;
        if (accepted instanceof BatchTaker many) {
            if (from < to) {
                many.accept(batch, from, to);
            }
        } else {
            for (int i = from; i < to; i++) {
                accepted.accept(observations.from(batch, i));
            }
        }
    }

    /** Sets the expected row count, a hint that affects speed only. */
    void expectRows(long rows) {
        keys.forEach(key -> key.rows.expect(rows));
    }

    /** Checks a row by itself: its key is not compared with other rows. */
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
            Optional<RuleCheck.Breach> broken = check.check().check(cells);
            if (broken.isPresent()) {
                good = report(check.rule().verdict(), rowPlace, broken.get()) && good;
                if (check.rule() instanceof Rule.Inside places) {
                    cells.mayBe(AreaContainment.possible(places, new RuleColumns(rules.columns()), cells));
                }
            }
        }
        return good;
    }

    private boolean report(Verdict verdict, Location rowPlace, RuleCheck.Breach broken) {
        Location where =
                broken.column().map(ColumnName::value).map(rowPlace::withColumn).orElse(rowPlace);
        found.accept(Finding.of(verdict.code(), verdict.severity(), where, broken.arguments()));
        return verdict.severity() != Severity.ERROR;
    }

    private boolean checkKey(UniqueKeyState key, long row, Location rowPlace) {
        for (int column : key.columns) {
            if (!cells.hasValue(column)) {
                return true;
            }
        }
        if (key.rows.isFull()) {
            reportFull(row);
            return true;
        }
        for (int i = 0; i < key.columns.length; i++) {
            key.ids[i] = dictionary(key.columns[i]).id(cells.text(key.columns[i]));
        }
        return isFirst(key, key.rows.firstRow(key.ids, row), row, rowPlace);
    }

    private boolean isFirst(UniqueKeyState key, long first, long row, Location rowPlace) {
        if (first == 0) {
            return true;
        }
        Map<String, String> arguments = Map.of("row", Long.toString(row), "first_row", Long.toString(first));
        return report(key.verdict, rowPlace, new RuleCheck.Breach(Optional.empty(), arguments));
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
     * Returns how many rows were checked.
     *
     * @return a count
     */
    public long rows() {
        return rowCount;
    }

    /**
     * Returns how many rows had no error.
     *
     * @return a count
     */
    public long rowsAccepted() {
        return acceptedCount;
    }

    /**
     * A row with an error, by what could still be read from it. It is no part of any figure.
     *
     * @param number the row as a spreadsheet shows it, from 1
     * @param texts for each column of the rules, in their order, the canonical text of its cell; empty where the cell is
     *     empty or has an error itself
     */
    public record RefusedRow(long number, List<Optional<String>> texts) {

        public RefusedRow {
            texts = List.copyOf(texts);
        }

        static RefusedRow of(long number, int columns, RowCells cells) {
            return new RefusedRow(
                    number,
                    IntStream.range(0, columns)
                            .mapToObj(i -> cells.hasValue(i) ? Optional.of(cells.text(i)) : Optional.<String>empty())
                            .toList());
        }
    }
}
