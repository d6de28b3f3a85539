package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.internal.bulk.RowSink;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawTable;
import nl.betekenisvolmeten.indicators.formats.internal.rows.Remark;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.table.internal.Dictionary;
import nl.betekenisvolmeten.indicators.validation.Leniency;
import nl.betekenisvolmeten.indicators.validation.ValidationRun;
import nl.betekenisvolmeten.indicators.validation.Validator;
import nl.betekenisvolmeten.indicators.validation.internal.Blanks;
import nl.betekenisvolmeten.indicators.validation.internal.BulkAccess;
import nl.betekenisvolmeten.indicators.validation.internal.ColumnBatch;

/** Hands the rows below a header to the validator, and says what of them cannot be handed on. */
final class RowFeed implements RowSink {

    private final Header header;
    private final ValidationRun run;
    private final BulkAccess<Validator, ValidationRun> batches = BulkAccess.get();
    private final Location place;
    private final Consumer<Finding> found;
    private final ReadOptions options;
    private final boolean grid;
    private final String[] texts;
    private final List<Integer> unread;
    private final ConvertedRows conversion;
    private final List<Integer> nameless;
    private final TotalRows totals;
    private final RaggedRows ragged;
    private final WrappedCells wrapping;
    private final SparseLabels labels;
    private final MergedTexts merged;
    private long filled;
    private long firstFilled;
    private long notRead;
    private long blank;
    private long firstBlank;
    private long pendingBlank;
    private long firstPending;
    private int width;
    private long lastRow;
    private long hidden;
    private long firstHidden;

    RowFeed(
            Header header,
            RawTable table,
            ValidationRun run,
            Location place,
            SparseLabels labels,
            ReadOptions options) {
        this.header = header;
        grid = table.isGrid();
        totals = new TotalRows(header, grid);
        merged = new MergedTexts(header, table);
        this.run = run;
        this.place = place;
        this.labels = labels;
        found = labels.found();
        this.options = options;
        conversion = new ConvertedRows(header, place);
        wrapping = new WrappedCells(labels.sample(), options.leniency());
        ragged = new RaggedRows(header, grid ? List.of() : labels.sample(), place, found);
        width = ragged.width();
        lastRow = header.row().number();
        texts = new String[header.places().size()];
        nameless = new ArrayList<>(header.nameless());
        unread = new ArrayList<>(IntStream.range(0, width)
                .filter(cell -> !header.places().contains(cell))
                .boxed()
                .toList());
    }

    /** Returns the number of rows below the header that are not blank. */
    long rows() {
        return run.rows() + notRead;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the same row where nothing was filled in
    public void row(RawRow written) throws UnreadableException {
        if (written.number() <= header.row().number()) {
            return;
        }
        RawRow row = merged.filled(written);
        boolean blankRow = Blanks.isBlank(written.cells());
        countBlank(lastRow + 1, row.number() - lastRow - (blankRow ? 0 : 1));
        lastRow = row.number();
        if (blankRow) {
            return;
        }
        if (totals.isZeros(row)) {
            isCleanAt(IntStream.range(0, row.cells().size()).boxed().toList(), row);
            return;
        }
        if (totals.isTotal(row)) {
            leaveOut(row, DeliveryCodes.TOTAL_ROW);
            return;
        }
        if (totals.isNoData(row)) {
            leaveOut(row, DeliveryCodes.NO_DATA);
            return;
        }
        if (row != written && filled++ == 0) {
            firstFilled = row.number();
        }
        blankRowsWereBetween();
        if (rows() >= options.limits().rows()) {
            throw new UnreadableException(UnreadableException.Reason.TOO_MANY_ROWS, row.number());
        }
        if (grid && row.cells().size() > width) {
            widen(row.cells().size());
        }
        if (!passes(row)) {
            notRead(row);
        } else if (!conversion.allows(row, found)) {
            notRead(row);
        } else if (fits(row)) {
            reportNameless(row);
            labels.next(row);
            run.row(row.number(), cells(row), isCleanAt(unread, row));
        } else {
            notRead(row);
            ragged.add(row);
        }
    }

    /** Leaves out a row of totals or a remark, which is not data but is still sent with the file. */
    private void leaveOut(RawRow row, FindingCode code) {
        found.accept(Finding.of(code, Severity.WARNING, place.withRow(row.number())));
        isCleanAt(IntStream.range(0, row.cells().size()).boxed().toList(), row);
    }

    /** Counts blank rows; rows that a carrier leaves out are blank. */
    private void countBlank(long first, long count) {
        if (count > 0) {
            firstPending = pendingBlank == 0 ? first : firstPending;
            pendingBlank += count;
        }
    }

    /** Adds columns without a name where a sheet has more columns than its header; these are not read. */
    private void widen(int newWidth) {
        IntStream.range(width, newWidth).forEach(cell -> {
            nameless.add(cell);
            unread.add(cell);
        });
        width = newWidth;
    }

    /**
     * Reports the remarks on a row and returns whether none of them is an error. Hidden rows are counted, and reported
     * at the end.
     */
    private boolean passes(RawRow row) {
        boolean passes = true;
        for (Remark remark : row.remarks()) {
            if (remark.kind() == Remark.Kind.HIDDEN_ROW) {
                firstHidden = hidden == 0 ? row.number() : firstHidden;
                hidden++;
            } else {
                Finding finding = Remarks.finding(remark, place.withRow(row.number()));
                found.accept(finding);
                passes &= finding.severity() != Severity.ERROR;
            }
        }
        return passes;
    }

    @Override
    public void acceptClean(ColumnBatch rows, long firstRow, int from, int to) {
        if (from < to) {
            countBlank(lastRow + 1, firstRow + from - lastRow - 1);
            lastRow = firstRow + to - 1;
            blankRowsWereBetween();
        }
        batches.acceptClean(run, rows, firstRow, from, to);
    }

    @Override
    public boolean hasRoomFor(int more) {
        return rows() + more <= options.limits().rows();
    }

    @Override
    public long awaitsNameless() {
        long awaited = 0;
        for (int cell : nameless) {
            awaited |= 1L << Math.min(header.nameless().indexOf(cell), Long.SIZE - 1);
        }
        return awaited;
    }

    @Override
    public void expects(long rows) {
        batches.expectRows(run, rows);
    }

    @Override
    public Dictionary dictionary(int column) {
        return batches.dictionary(run, column);
    }

    private boolean fits(RawRow row) {
        int size = row.cells().size();
        return grid
                || size == width
                || (size > width
                        && options.leniency() == Leniency.LENIENT
                        && row.cells().subList(width, size).stream().allMatch(Blanks::isBlank));
    }

    /**
     * Counts a row whose cells cannot be matched to columns, and looks for personal data in it: the file is sent with
     * it all the same.
     */
    private void notRead(RawRow row) {
        notRead++;
        run.unreadRow(row.number());
        isCleanAt(IntStream.range(0, row.cells().size()).boxed().toList(), row);
    }

    /** Looks for personal data in cells that no column reads: the file goes out with them all the same. */
    private boolean isCleanAt(List<Integer> cells, RawRow row) {
        boolean clean = true;
        for (int cell : cells) {
            String text = cell(row, cell);
            Set<PersonalData.Kind> kinds = PersonalData.find(text);
            if (!kinds.isEmpty()) {
                clean = false;
                String column = header.nameOf(cell);
                found.accept(Header.personalData(place.withRow(row.number()).withColumn(column), column, kinds, text));
            }
        }
        return clean;
    }

    /** Reports each column without a name once, when it is not empty. */
    private void reportNameless(RawRow row) {
        if (!nameless.isEmpty()) {
            nameless.removeIf(cell -> {
                boolean filled = !Blanks.isBlank(cell(row, cell));
                if (filled) {
                    found.accept(header.nameless(cell, place));
                }
                return filled;
            });
        }
    }

    private String[] cells(RawRow row) {
        Arrays.fill(texts, "");
        for (int i = 0; i < texts.length; i++) {
            if (header.places().get(i) >= 0) {
                texts[i] = wrapping.plain(cell(row, header.places().get(i)), row);
            }
        }
        return texts;
    }

    /** Returns a cell of a row; empty if a row of a grid ends before it. */
    private static String cell(RawRow row, int cell) {
        return cell < row.cells().size() ? row.cells().get(cell) : "";
    }

    /** Counts the pending blank rows, since they lie between rows; those at the end of a file are ordinary. */
    private void blankRowsWereBetween() {
        if (pendingBlank > 0) {
            firstBlank = blank == 0 ? firstPending : firstBlank;
            blank += pendingBlank;
            pendingBlank = 0;
        }
    }

    /**
     * Reports blank and hidden rows, when there are no more rows.
     *
     * @param wholeRead false where reading stopped at something that is no row: blank rows before it are between rows
     */
    void finish(boolean wholeRead) {
        if (!wholeRead) {
            blankRowsWereBetween();
        }
        ragged.finish();
        totals.finish(found, place);
        wrapping.finish(found, place);
        conversion.finish(found);
        if (hidden > 0) {
            Remark all = Remark.of(Remark.Kind.HIDDEN_ROW, "count", Long.toString(hidden));
            found.accept(Remarks.finding(all, place.withRow(firstHidden)));
        }
        if (filled > 0) {
            found.accept(Finding.of(
                    DeliveryCodes.MERGED_CELLS,
                    Severity.WARNING,
                    place.withRow(firstFilled),
                    Map.of("count", Long.toString(filled), "row", Long.toString(firstFilled))));
        }
        if (blank > 0) {
            found.accept(Finding.of(
                    DeliveryCodes.BLANK_ROWS,
                    Severity.NOTE,
                    place,
                    Map.of("count", Long.toString(blank), "row", Long.toString(firstBlank))));
        }
    }
}
