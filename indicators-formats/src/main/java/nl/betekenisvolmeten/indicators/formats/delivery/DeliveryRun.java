package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.FindingCollector;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.csv.CsvDelivery;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.RawRow;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.formats.source.RowReader;
import nl.betekenisvolmeten.indicators.formats.source.UnreadableException;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.Blanks;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.DeliveryComparison;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Leniency;
import nl.betekenisvolmeten.indicators.validation.ValidationRun;
import nl.betekenisvolmeten.indicators.validation.Validator;

/** The check of one delivery, from bytes to report. */
final class DeliveryRun {

    private final DeliverySource source;
    private final Recognition recognition;
    private final Leniency leniency;
    private final ReadLimits limits;
    private final Location place;
    private final FindingCollector findings;
    private Optional<String> sha256 = Optional.empty();
    private Optional<FormatId> format = Optional.empty();

    DeliveryRun(DeliverySource source, Recognition recognition, Leniency leniency, ReadLimits limits) {
        this.source = source;
        this.recognition = recognition;
        this.leniency = leniency;
        this.limits = limits;
        place = Location.of(source.name());
        findings = FindingCollector.of(limits.findings());
    }

    DeliveryReport run(Takers takers) throws IOException {
        CsvDelivery delivery;
        try {
            delivery = CsvDelivery.open(source, limits);
        } catch (UnreadableException e) {
            unreadable(e);
            return report(0, 0);
        }
        sha256 = Optional.of(delivery.sha256());
        if (!delivery.isUtf8()) {
            note(DeliveryCodes.ENCODING, Map.of("encoding", delivery.charset().name()));
        }
        Layout layout = Layout.of(delivery, recognition.formats());
        Optional<Header> header = header(delivery, layout);
        return header.isEmpty() ? report(0, 0) : readRows(delivery, layout, header.get(), takers);
    }

    private void noRows() {
        findings.add(Finding.of(DeliveryCodes.NO_ROWS, Severity.ERROR, place));
    }

    /** The header and the format it belongs to; empty when no format fits, with the finding that says so. */
    private Optional<Header> header(CsvDelivery delivery, Layout layout) throws IOException {
        Optional<Header> recognised = layout.header().flatMap(row -> recognition.recognise(row, layout.following()));
        if (recognised.isEmpty()) {
            withoutHeader(delivery, layout);
            return recognised;
        }
        Header header = recognised.get();
        format = Optional.of(header.format().id());
        // what is wrong with the header of another version says nothing beside this
        Set<Period> outside = Recognition.outside(header, layout.following());
        if (!outside.isEmpty()) {
            String periods = outside.stream().map(Period::code).collect(Collectors.joining(", "));
            notRecognised("period", header.format().id() + ": " + periods);
            return Optional.empty();
        }
        if (header.row().number() > 1) {
            findings.add(Finding.of(
                    DeliveryCodes.HEADER_BELOW,
                    Severity.WARNING,
                    place.withRow(header.row().number()),
                    Map.of("row", Long.toString(header.row().number()))));
        }
        header.findings(place, leniency).forEach(findings::add);
        return recognised;
    }

    /** Says why there is no header: what stands there cannot be read, is nothing at all, or is something else. */
    private void withoutHeader(CsvDelivery delivery, Layout layout) throws IOException {
        boolean blank = true;
        try (RowReader rows = delivery.rows(layout.separator())) {
            Optional<RawRow> row = rows.next();
            while (row.isPresent() && (blank || row.get().number() < Layout.HEADER_ROWS)) {
                blank = blank && row.get().cells().stream().allMatch(DeliveryRun::isBlank);
                row = rows.next();
            }
        } catch (UnreadableException e) {
            unreadable(e);
            return;
        }
        if (blank) {
            noRows();
        } else {
            notRecognised("format", knownFormats());
        }
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

    private void notRecognised(String reason, String details) {
        findings.add(Finding.of(
                DeliveryCodes.NOT_RECOGNISED, Severity.ERROR, place, Map.of("reason", reason, "details", details)));
    }

    private DeliveryReport readRows(CsvDelivery delivery, Layout layout, Header header, Takers takers)
            throws IOException {
        Validator validator = Validator.of(header.format().ruleSet(), leniency);
        ValidationRun run = validator
                .start(place, findings::add, takers.observations().apply(header.format()), limits.keys())
                .withoutColumns(header.absent());
        Optional<DeliveryComparison> comparison = takers.history()
                .flatMap(history -> history.compareWith(header.format(), header.absent(), place, findings::add));
        Optional<Consumer<CheckedRow>> rowTaker = takers.rows().map(rows -> rows.apply(header.format()));
        if (comparison.isPresent() || rowTaker.isPresent()) {
            run.handingRowsTo(row -> {
                rowTaker.ifPresent(taker -> taker.accept(row));
                comparison.ifPresent(one -> one.check(row, place, findings::add));
            });
        }
        RowFeed feed = new RowFeed(header, run, place, findings::add, leniency, limits);
        try (RowReader rows = delivery.rows(layout.separator())) {
            Optional<RawRow> row = rows.next();
            while (row.isPresent()) {
                feed.take(row.get());
                row = rows.next();
            }
        } catch (UnreadableException e) {
            unreadable(e);
        }
        feed.finish();
        comparison.ifPresent(one -> finish(one, takers, feed.rows() == run.rowsAccepted()));
        if (feed.rows() == 0 && findings.count(Severity.ERROR) == 0) {
            noRows();
        }
        return report(feed.rows(), run.rowsAccepted());
    }

    /** A row that is wrong may be the one that seems gone: only where all rows are good is one really gone. */
    private void finish(DeliveryComparison comparison, Takers takers, boolean allGood) {
        if (allGood) {
            comparison.finish(place, findings::add);
        } else {
            takers.history().ifPresent(history -> findings.add(history.notCompared(History.ROWS_LEFT_OUT, place)));
        }
    }

    private void unreadable(UnreadableException e) {
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
        return new DeliveryReport(source.name(), sha256, format, rows, accepted, bounded());
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
