package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.FindingCollector;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.csv.CsvDelivery;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.RawRow;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.formats.source.RowReader;
import nl.betekenisvolmeten.indicators.formats.source.UnreadableException;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Leniency;
import nl.betekenisvolmeten.indicators.validation.ValidationRun;
import nl.betekenisvolmeten.indicators.validation.Validator;

/** The check of one delivery, from bytes to report. */
final class DeliveryRun {

    private final DeliverySource source;
    private final List<FormatDefinition> formats;
    private final Leniency leniency;
    private final ReadLimits limits;
    private final Location place;
    private final FindingCollector findings;
    private Optional<String> sha256 = Optional.empty();
    private Optional<FormatId> format = Optional.empty();
    private long ragged;

    DeliveryRun(DeliverySource source, List<FormatDefinition> formats, Leniency leniency, ReadLimits limits) {
        this.source = source;
        this.formats = formats;
        this.leniency = leniency;
        this.limits = limits;
        place = Location.of(source.name());
        findings = FindingCollector.of(limits.findings());
    }

    DeliveryReport run(Function<FormatDefinition, Consumer<Observation>> consumers) throws IOException {
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
        Layout layout = Layout.of(delivery, formats);
        Optional<Header> header = header(delivery, layout);
        return header.isEmpty() ? report(0, 0) : readRows(delivery, layout, header.get(), consumers);
    }

    private void noRows() {
        findings.add(Finding.of(DeliveryCodes.NO_ROWS, Severity.ERROR, place));
    }

    /** The header and the format it belongs to; empty when no format fits, with the finding that says so. */
    private Optional<Header> header(CsvDelivery delivery, Layout layout) throws IOException {
        Optional<Header> recognised =
                layout.header().flatMap(row -> Recognition.recognise(row, layout.following(), formats));
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
        return RawRow.isBlank(cell.replaceAll("[;,\t]", ""));
    }

    private String knownFormats() {
        return formats.stream().map(one -> one.id().toString()).sorted().collect(Collectors.joining(", "));
    }

    private void notRecognised(String reason, String details) {
        findings.add(Finding.of(
                DeliveryCodes.NOT_RECOGNISED, Severity.ERROR, place, Map.of("reason", reason, "details", details)));
    }

    private DeliveryReport readRows(
            CsvDelivery delivery,
            Layout layout,
            Header header,
            Function<FormatDefinition, Consumer<Observation>> consumers)
            throws IOException {
        Validator validator = Validator.of(header.format().ruleSet(), leniency);
        ValidationRun run = validator
                .start(place, findings::add, consumers.apply(header.format()), limits.keys())
                .withoutColumns(header.absent());
        RowCounter counter = new RowCounter(header, run);
        try (RowReader rows = delivery.rows(layout.separator())) {
            Optional<RawRow> row = rows.next();
            while (row.isPresent()) {
                counter.take(row.get());
                row = rows.next();
            }
        } catch (UnreadableException e) {
            unreadable(e);
        }
        counter.finish();
        return report(run.rows() + ragged, run.rowsAccepted());
    }

    /** Hands rows below the header to the validator, and counts those that cannot be handed on. */
    private final class RowCounter {
        private final Header header;
        private final ValidationRun run;
        private final int width;
        private final String[] texts;
        private long blank;
        private long firstBlank;
        private long pendingBlank;
        private long firstPending;
        private final List<Integer> nameless;

        RowCounter(Header header, ValidationRun run) {
            this.header = header;
            this.run = run;
            width = header.row().cells().size();
            texts = new String[header.places().size()];
            nameless = new ArrayList<>(header.nameless());
        }

        void take(RawRow row) throws UnreadableException {
            if (row.number() <= header.row().number()) {
                return;
            }
            if (row.isBlank()) {
                firstPending = pendingBlank == 0 ? row.number() : firstPending;
                pendingBlank++;
                return;
            }
            blankRowsWereBetween();
            if (run.rows() + ragged >= limits.rows()) {
                throw new UnreadableException(UnreadableException.Reason.TOO_MANY_ROWS, row.number());
            }
            if (fits(row)) {
                reportNameless(row);
                run.row(row.number(), cells(row));
            } else {
                ragged++;
                findings.add(Finding.of(
                        DeliveryCodes.RAGGED_ROW,
                        Severity.ERROR,
                        place.withRow(row.number()),
                        Map.of(
                                "expected", Integer.toString(width),
                                "found", Integer.toString(row.cells().size()))));
            }
        }

        private boolean fits(RawRow row) {
            int size = row.cells().size();
            return size == width
                    || (size > width
                            && leniency == Leniency.LENIENT
                            && row.cells().subList(width, size).stream().allMatch(RawRow::isBlank));
        }

        /** Once for each column without a name, when something stands in it. */
        private void reportNameless(RawRow row) {
            if (!nameless.isEmpty()) {
                nameless.removeIf(cell -> {
                    boolean filled = !RawRow.isBlank(row.cells().get(cell));
                    if (filled) {
                        findings.add(header.nameless(cell, place));
                    }
                    return filled;
                });
            }
        }

        private String[] cells(RawRow row) {
            Arrays.fill(texts, "");
            for (int i = 0; i < texts.length; i++) {
                if (header.places().get(i) >= 0) {
                    texts[i] = row.cells().get(header.places().get(i));
                }
            }
            return texts;
        }

        /** Blank rows at the end are how files end; those between rows are worth a note. */
        private void blankRowsWereBetween() {
            if (pendingBlank > 0) {
                firstBlank = blank == 0 ? firstPending : firstBlank;
                blank += pendingBlank;
                pendingBlank = 0;
            }
        }

        void finish() {
            if (blank > 0) {
                note(DeliveryCodes.BLANK_ROWS, Map.of("count", Long.toString(blank), "row", Long.toString(firstBlank)));
            }
            if (run.rows() + ragged == 0 && findings.count(Severity.ERROR) == 0) {
                noRows();
            }
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
