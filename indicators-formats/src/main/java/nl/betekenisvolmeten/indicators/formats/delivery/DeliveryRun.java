package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.FindingCollector;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.internal.bulk.BulkEnd;
import nl.betekenisvolmeten.indicators.formats.internal.bulk.BulkReader;
import nl.betekenisvolmeten.indicators.formats.internal.carrier.Carriers;
import nl.betekenisvolmeten.indicators.formats.internal.csv.CsvDelivery;
import nl.betekenisvolmeten.indicators.formats.internal.json.FlatRows;
import nl.betekenisvolmeten.indicators.formats.internal.json.JsonDelivery;
import nl.betekenisvolmeten.indicators.formats.internal.rows.OpenedDelivery;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawTable;
import nl.betekenisvolmeten.indicators.formats.internal.rows.Remark;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RowReader;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.DeliveryRules;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Leniency;
import nl.betekenisvolmeten.indicators.validation.ValidationRun;
import nl.betekenisvolmeten.indicators.validation.Validator;
import nl.betekenisvolmeten.indicators.validation.internal.Blanks;

/** The check of one delivery, from bytes to report. */
final class DeliveryRun {

    private final DeliverySource source;
    private final Recognition recognition;
    private final Leniency leniency;
    private final ReadLimits limits;
    private final ReadPath path;
    private Location place;
    private final FindingCollector findings;
    private Optional<String> sha256 = Optional.empty();
    private Optional<FormatId> format = Optional.empty();
    private boolean wholeRead = true;
    private boolean compared;

    DeliveryRun(DeliverySource source, Recognition recognition, Leniency leniency, ReadLimits limits, ReadPath path) {
        this.path = path;
        this.source = source;
        this.recognition = recognition;
        this.leniency = leniency;
        this.limits = limits;
        place = Location.of(source.name());
        findings = FindingCollector.of(limits.findings());
    }

    /** The format, from the header and, where that does not tell, the periods. */
    Optional<FormatDefinition> recognise() throws IOException {
        try {
            Layout layout = Layout.of(open(false), recognition.formats());
            Optional<Header> header = recognition.recognise(layout);
            return header.isPresent()
                            && Recognition.outside(header.get(), layout).isEmpty()
                    ? header.map(Header::format)
                    : Optional.empty();
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }

    /**
     * The delivery. Objects in objects are columns of their own where that makes a form of texts of it, such as of
     * stories; a list where a number belongs is no row.
     */
    private OpenedDelivery open(boolean hashed) throws IOException, UnreadableException {
        OpenedDelivery delivery = Carriers.open(source, limits, hashed);
        Optional<OpenedDelivery> plain = Carriers.unnested(delivery, source, limits);
        return plain.isPresent() && isFormOfTexts(plain.get()) ? plain.get() : delivery;
    }

    private boolean isFormOfTexts(OpenedDelivery delivery) throws IOException {
        return recognition
                .recognise(Layout.of(delivery, recognition.formats()))
                .filter(header -> header.format().columns().stream()
                        .noneMatch(column -> column.rule().type().decimals().isPresent()))
                .isPresent();
    }

    DeliveryReport run(RowHandlers takers) throws IOException {
        OpenedDelivery delivery;
        try {
            delivery = open(path.hashed());
        } catch (UnreadableException e) {
            unreadable(e);
            return report(0, 0);
        }
        sha256 = delivery.sha256();
        Layout layout = Layout.of(delivery, recognition.formats());
        place = Location.of(layout.source(source.name()));
        remark(delivery.remarks());
        Optional<Header> header = header(layout);
        return header.isEmpty() ? report(0, 0) : readRows(delivery, layout, header.get(), takers);
    }

    private void remark(List<Remark> remarks) {
        remarks.forEach(remark -> findings.add(Remarks.finding(remark, place)));
    }

    private void noRows() {
        findings.add(Finding.of(DeliveryCodes.NO_ROWS, Severity.ERROR, place));
    }

    /** The header and the format it belongs to; empty when no format fits, with the finding that says so. */
    private Optional<Header> header(Layout layout) throws IOException {
        Optional<Header> recognised = recognition.recognise(layout);
        if (recognised.isEmpty()) {
            withoutHeader(layout);
            return recognised;
        }
        Header header = recognised.get();
        format = Optional.of(header.format().id());
        // what is wrong with the header of another version says nothing beside this
        Set<Period> outside = Recognition.outside(header, layout);
        if (!outside.isEmpty()) {
            String periods = outside.stream().map(Period::code).collect(Collectors.joining(", "));
            notRecognised("period", header.format().id() + ": " + periods, recognition.holdingFor(header, outside));
            return Optional.empty();
        }
        checkPlace(layout, header);
        header.findings(place, leniency).forEach(findings::add);
        return recognised;
    }

    /** Tells of rows that are not where they belong, of what is hidden, and of other sheets with rows. */
    private void checkPlace(Layout layout, Header header) throws IOException {
        long row = header.row().number();
        if (row > 1 || layout.table().position() > 1) {
            findings.add(Finding.of(
                    DeliveryCodes.HEADER_BELOW,
                    Severity.WARNING,
                    place.withRow(row),
                    Map.of("row", Long.toString(row), "sheet", layout.placeName(source.name()))));
        }
        remark(layout.table().remarks());
        for (Layout other : layout.others()) {
            if (recognition.recognise(other).isPresent()) {
                findings.add(Finding.of(
                        DeliveryCodes.OTHER_SHEET,
                        Severity.WARNING,
                        Location.of(other.sheetOf(source.name())),
                        Map.of("sheet", layout.placeName(source.name()), "other", other.placeName(source.name()))));
            }
        }
    }

    /** Says why there is no header: what stands there cannot be read, is nothing at all, or is something else. */
    private void withoutHeader(Layout layout) throws IOException {
        boolean blank = true;
        for (RawTable table : layout.tables()) {
            try (RowReader rows = table.rows()) {
                blank = isBlank(rows) && blank;
            } catch (UnreadableException e) {
                unreadable(e);
                return;
            }
        }
        if (blank) {
            noRows();
        } else {
            notRecognised("format", knownFormats(), List.of());
        }
    }

    private static boolean isBlank(RowReader rows) throws UnreadableException {
        boolean blank = true;
        Optional<RawRow> row = rows.next();
        while (row.isPresent() && (blank || row.get().number() < Layout.HEADER_ROWS)) {
            blank = blank && row.get().cells().stream().allMatch(DeliveryRun::isBlank);
            row = rows.next();
        }
        return blank;
    }

    /** Separators are blank too: with no header to tell, any of them may be the one. */
    private static boolean isBlank(String cell) {
        return Blanks.isBlank(cell.replaceAll("[;,\t]", ""));
    }

    private String knownFormats() {
        return recognition.formats().stream()
                .map(one -> one.id().toString())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private void notRecognised(String reason, String details, List<String> suggestions) {
        findings.add(new Finding(
                DeliveryCodes.NOT_RECOGNISED,
                Severity.ERROR,
                place,
                Map.of("reason", reason, "details", details),
                suggestions));
    }

    private DeliveryReport readRows(OpenedDelivery delivery, Layout layout, Header header, RowHandlers takers)
            throws IOException {
        Validator validator = Validator.of(header.format().ruleSet(), leniency);
        ValidationRun run = validator
                .start(place, findings::add, takers.observations().apply(header.format()), limits.keys())
                .withoutColumns(header.absent());
        if (layout.table().isGrid()) {
            run.withNumberCells();
        }
        Optional<DeliveryRules.Comparison> comparison = takers.history()
                .flatMap(history -> history.compareWith(header.format(), header.absent(), place, findings::add));
        compared = comparison.isPresent();
        boolean singly = handOnRows(run, header, takers, comparison);
        RowFeed feed = new RowFeed(header, layout.table().isGrid(), run, place, findings::add, leniency, limits);
        try {
            feedRows(delivery, layout, header, validator, feed, singly);
        } catch (UnreadableException e) {
            unreadable(e);
        }
        feed.finish();
        comparison.ifPresent(one -> finish(one, takers, wholeRead && feed.rows() == run.rowsAccepted()));
        if (feed.rows() == 0 && findings.count(Severity.ERROR) == 0) {
            noRows();
        }
        return report(feed.rows(), run.rowsAccepted());
    }

    /** Hands on rows with all their cells to who asks for them, one by one. Says whether anybody does. */
    private boolean handOnRows(
            ValidationRun run, Header header, RowHandlers takers, Optional<DeliveryRules.Comparison> comparison) {
        Optional<Consumer<CheckedRow>> taker = takers.rows().map(rows -> rows.apply(header.format()));
        if (comparison.isEmpty() && taker.isEmpty()) {
            return false;
        }
        takers.refused().ifPresent(run::withRefused);
        run.withRows(row -> {
            taker.ifPresent(one -> one.accept(row));
            comparison.ifPresent(one -> one.check(row, place, findings::add));
        });
        return true;
    }

    /** Many rows at a time as far as that goes, then row by row. */
    private void feedRows(
            OpenedDelivery delivery, Layout layout, Header header, Validator validator, RowFeed feed, boolean singly)
            throws IOException, UnreadableException {
        if (delivery instanceof CsvDelivery csv && !singly) {
            feedText(csv, csv.separator(layout.table()).orElseThrow(), header, validator, feed);
            return;
        }
        Optional<GridFeed> grid = singly || !layout.table().isGrid()
                ? Optional.empty()
                : path.gridReader(header, validator, limits)
                        .map(reader -> new GridFeed(reader.blocks(feed), path.progress()));
        if (grid.isPresent()) {
            feedGrid(delivery, layout, grid.get());
        } else {
            try (RowReader rows = layout.table().rows()) {
                // only text tells how many of its bytes were taken
                feedRowByRow(() -> 0, rows, feed);
            }
        }
    }

    private void feedGrid(OpenedDelivery delivery, Layout layout, GridFeed feed)
            throws IOException, UnreadableException {
        if (delivery instanceof JsonDelivery json) {
            Optional<FlatRows> flat = json.flatRows();
            if (flat.isPresent()) {
                try (FlatRows rows = flat.get()) {
                    feed.read(rows).ifPresent(this::stopped);
                }
                return;
            }
        }
        try (RowReader rows = layout.table().rows()) {
            feed.read(rows).ifPresent(this::stopped);
        }
    }

    private void feedText(CsvDelivery csv, char separator, Header header, Validator validator, RowFeed feed)
            throws IOException, UnreadableException {
        BulkEnd bulk = BulkEnd.atStart(csv.bomLength());
        Optional<BulkReader> reader = path.reader(csv, separator, header, validator, limits);
        if (reader.isPresent()) {
            bulk = reader.get().read(source, csv.bomLength(), csv.size(), feed, path.progress());
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
                    && !path.progress().goesOn(bytesTaken.getAsLong(), number)) {
                stopped(number);
                return;
            }
            row = rows.next();
        }
    }

    /** An error, as nobody knows what stands in the rows that were not read. */
    private void stopped(long row) {
        wholeRead = false;
        findings.add(Finding.of(DeliveryCodes.STOPPED, Severity.ERROR, place, Map.of("row", Long.toString(row))));
    }

    /** A row that is wrong or was not read may be the one that seems gone: only where all are good is one really gone. */
    private void finish(DeliveryRules.Comparison comparison, RowHandlers takers, boolean allGood) {
        if (allGood) {
            comparison.finish(place, findings::add);
        } else {
            takers.history().ifPresent(history -> findings.add(history.notCompared(History.ROWS_LEFT_OUT, place)));
        }
    }

    private void unreadable(UnreadableException e) {
        wholeRead = false;
        Location where = e.row().isPresent() ? place.withRow(e.row().getAsLong()) : place;
        String reason = e.reason().name().toLowerCase(Locale.ROOT);
        findings.add(Finding.of(DeliveryCodes.UNREADABLE, Severity.ERROR, where, Map.of("reason", reason)));
        if (e.row().orElse(1) > 1) {
            note(
                    DeliveryCodes.NOT_READ_FURTHER,
                    Map.of("row", Long.toString(e.row().getAsLong() - 1)));
        }
    }

    private void note(FindingCode code, Map<String, String> arguments) {
        findings.add(Finding.of(code, Severity.NOTE, place, arguments));
    }

    private DeliveryReport report(long rows, long accepted) {
        return new DeliveryReport(source.name(), sha256, format, rows, accepted, bounded(), compared);
    }

    /** The findings, and one that says so when not all were kept: that one is kept beyond the limit. */
    private Findings bounded() {
        Findings all = findings.toFindings();
        if (!all.truncated()) {
            return all;
        }
        FindingCollector withNote = FindingCollector.of(all.kept().size() + 1);
        withNote.combine(Findings.of(List.of(Finding.of(
                DeliveryCodes.FINDINGS_LIMIT,
                Severity.NOTE,
                place,
                Map.of("limit", Integer.toString(limits.findings()), "count", Long.toString(all.total()))))));
        withNote.combine(all);
        return withNote.toFindings();
    }
}
