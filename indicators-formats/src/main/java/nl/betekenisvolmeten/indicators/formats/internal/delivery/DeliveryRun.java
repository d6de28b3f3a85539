package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.internal.bulk.BulkEnd;
import nl.betekenisvolmeten.indicators.formats.internal.bulk.BulkReader;
import nl.betekenisvolmeten.indicators.formats.internal.csv.CsvDelivery;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawTable;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RowReader;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.DeliveryRules;
import nl.betekenisvolmeten.indicators.validation.ValidationRun;
import nl.betekenisvolmeten.indicators.validation.Validator;

/** Reads the rows of an opened delivery and applies the rules of its format. */
public final class DeliveryRun {

    private final Opening opening;
    private final ReadOptions options;
    private final Location place;
    private final Findings.Collector findings;
    /** Why reading ended, if that no longer fitted among the findings. */
    private final List<Finding> ends = new ArrayList<>();

    private boolean wholeRead = true;

    private DeliveryRun(Opening opening) {
        this.opening = opening;
        options = opening.options();
        place = opening.place();
        findings = Findings.Collector.of(options.limits().findings());
        opening.findings().forEach(findings::add);
    }

    /**
     * What came of it.
     *
     * @param rows the number of rows below the header that are not blank
     * @param rowsAccepted the number of rows without an error
     * @param findings all that was found, also when the delivery was opened
     * @param compared whether it was compared with the delivery before, if only in part
     */
    public record Result(long rows, long rowsAccepted, Findings findings, boolean compared) {}

    /**
     * Reads the rows; none when the format was not recognised.
     *
     * @throws IOException if the source cannot be read
     */
    public static Result of(Opening opening, RowHandlers handlers) throws IOException {
        DeliveryRun run = new DeliveryRun(opening);
        Optional<Header> header = opening.header();
        return header.isPresent() ? run.read(header.get(), handlers) : new Result(0, 0, run.bounded(), false);
    }

    private Result read(Header header, RowHandlers handlers) throws IOException {
        Map<ColumnName, Function<String, List<Finding>>> texts = StoryTexts.of(header.rules(), options);
        Validator plain = Validator.of(header.rules(), options.leniency()).withTexts(texts);
        Validator validator = options.day().map(plain::withDay).orElse(plain);
        SparseLabels labels = new SparseLabels(header, opening.table(), place, findings::add);
        ValidationRun run = validator
                .start(
                        place,
                        labels::pass,
                        handlers.observations(),
                        options.limits().keys())
                .withoutColumns(header.absent())
                .withForeignNotation(new ForeignNotation(
                        header, opening.table(), options.limits().rows()));
        handlers.rejected().ifPresent(run::withRejected);
        if (opening.table().isGrid()) {
            run.withNumberCells();
        }
        Optional<History> history = options.previous().map(before -> new History(before, options.ofPrevious()));
        Optional<DeliveryRules.Comparison> comparison = history.flatMap(
                before -> before.compareWith(header, options.limits().keys(), place, findings::add));
        List<Consumer<CheckedRow>> takers =
                new ArrayList<>(handlers.rows().stream().toList());
        comparison.ifPresent(known -> takers.add(row -> known.check(row, place, findings::add)));
        boolean singly = !takers.isEmpty() || header.mayBeConverted() || !texts.isEmpty();
        if (!takers.isEmpty()) {
            handlers.refused().ifPresent(run::withRefused);
            run.withRows(row -> takers.forEach(taker -> taker.accept(row)));
        }
        RowFeed feed = new RowFeed(header, opening.table(), run, place, labels, options);
        try {
            feedRows(header, validator, feed, singly);
        } catch (UnreadableException e) {
            ended(Opening.unreadable(e, opening.source(), options.limits(), place));
        }
        feed.finish(wholeRead);
        labels.finish();
        run.finish(wholeRead);
        if (comparison.isPresent()) {
            finish(comparison.get(), history.orElseThrow(), wholeRead && feed.rows() == run.rowsAccepted());
        }
        if (feed.rows() == 0 && findings.count(Severity.ERROR) == 0) {
            findings.add(Opening.noRows(place));
        }
        return new Result(feed.rows(), run.rowsAccepted(), bounded(), comparison.isPresent());
    }

    /** Passes rows on in blocks as far as possible, and otherwise row by row. */
    private void feedRows(Header header, Validator validator, RowFeed feed, boolean singly)
            throws IOException, UnreadableException {
        RawTable table = opening.table();
        if (opening.delivery() instanceof CsvDelivery csv && !singly) {
            feedText(csv, csv.separator(table).orElseThrow(), header, validator, feed);
            return;
        }
        Optional<GridFeed> grid = singly || !table.isGrid()
                ? Optional.empty()
                : options.path()
                        .gridReader(header, validator, options.limits())
                        .map(reader ->
                                new GridFeed(reader.blocks(feed), options.path().progress()));
        try (RowReader rows = table.rows()) {
            if (grid.isPresent()) {
                grid.get().read(rows).ifPresent(this::stopped);
            } else {
                // only text reports how many of its bytes were taken
                feedRowByRow(() -> 0, rows, feed);
            }
        }
    }

    private void feedText(CsvDelivery csv, char separator, Header header, Validator validator, RowFeed feed)
            throws IOException, UnreadableException {
        BulkEnd bulk = BulkEnd.atStart(csv.bomLength());
        Optional<BulkReader> reader = options.path().reader(csv, separator, header, validator, options.limits());
        if (reader.isPresent()) {
            bulk = reader.get()
                    .read(
                            opening.source(),
                            csv.bomLength(),
                            csv.size(),
                            feed,
                            options.path().progress());
        }
        if (bulk.kind() == BulkEnd.Kind.TO_BE_CONTINUED) {
            try (RowReader rows = csv.rows(separator, bulk.offset(), bulk.records())) {
                feedRowByRow(csv::bytesTaken, rows, feed);
            }
        } else if (bulk.kind() == BulkEnd.Kind.STOPPED) {
            stopped(bulk.records());
        }
    }

    private void feedRowByRow(LongSupplier bytesTaken, RowReader rows, RowFeed feed) throws UnreadableException {
        Optional<RawRow> row = rows.next();
        while (row.isPresent()) {
            long number = row.get().number();
            feed.row(row.get());
            if (number % ReadPath.ROWS_BETWEEN_PROGRESS == 0
                    && !options.path().progress().goesOn(bytesTaken.getAsLong(), number)) {
                stopped(number);
                return;
            }
            row = rows.next();
        }
    }

    /** Reports that reading stopped: an error, since the contents of the rows that were not read are unknown. */
    private void stopped(long row) {
        ended(List.of(Finding.of(DeliveryCodes.STOPPED, Severity.ERROR, place, Map.of("row", Long.toString(row)))));
    }

    /** Reports why reading ended. That is kept whatever else was found, since all that follows is unknown. */
    private void ended(List<Finding> why) {
        wholeRead = false;
        boolean full = findings.toFindings().kept().size() == options.limits().findings();
        why.forEach(full ? ends::add : findings::add);
    }

    /**
     * Ends the comparison with the previous delivery if all rows are good. Otherwise a row that seems to be gone may be
     * one that has an error or was not read.
     */
    private void finish(DeliveryRules.Comparison comparison, History history, boolean allGood) {
        if (allGood) {
            comparison.finish(place, findings::add);
        } else {
            findings.add(history.notCompared(History.ROWS_LEFT_OUT, place));
        }
    }

    /** Returns the findings. If some were not kept, a note says so, in addition to the maximum number. */
    private Findings bounded() {
        Findings all = findings.toFindings();
        if (!all.truncated() && ends.isEmpty()) {
            return all;
        }
        List<Finding> first = new ArrayList<>(ends);
        first.add(
                0,
                Finding.of(
                        DeliveryCodes.FINDINGS_LIMIT,
                        Severity.NOTE,
                        place,
                        Map.of(
                                "limit",
                                Integer.toString(options.limits().findings()),
                                "count",
                                Long.toString(all.total() + ends.size()))));
        Findings.Collector withNote = Findings.Collector.of(all.kept().size() + first.size());
        withNote.combine(Findings.of(first));
        withNote.combine(all);
        return withNote.toFindings();
    }
}
