package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.coverage.BreakFinder;
import nl.betekenisvolmeten.indicators.coverage.DeliveryLedger.Subject;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * Takes the checked rows of files and hands on those that count, as was agreed: of each organisation, period and format
 * the delivery that the ledger gives, with its corrections laid over it; and rows of an organisation that was succeeded
 * under the name of its successor, so that their series go on. All that is kept out or renamed is told.
 *
 * <p>Rows of deliveries that are corrected are held until the end; others go straight on. The order of files does not
 * matter. Not thread-safe.
 */
final class AgreedRows {

    private final ReportingContext context;
    private final FormatDefinition format;
    private final RowTaker to;
    private final Optional<RowPlaces> places;
    private final DeliveryFilter gate;
    private final HeldRows held;
    private final Lineages lineages;
    private final BreakFinder breaks;
    private final Optional<Expected> expected;
    private final Map<String, Period> periods = new HashMap<>();
    private final Map<String, KvkNumber> reporters = new HashMap<>();

    /**
     * Creates a taker of rows under agreements.
     *
     * @param everything the agreements on any format
     * @param format the format of all rows, or the one that they are converted to
     * @param to the taker of the rows that count, with the organisation that delivered them
     */
    AgreedRows(ReportingContext everything, FormatDefinition format, RowTaker to) {
        context = everything.about(format.id().name());
        this.format = format;
        this.to = to;
        places = RowPlaces.of(format.ruleSet().structure(), context.areaColumn());
        gate = new DeliveryFilter(context, format.id().name());
        held = new HeldRows(format);
        lineages = new Lineages(context.successions());
        breaks = BreakFinder.of(context.successions());
        expected = places.filter(found -> found.area().isPresent()).map(found -> new Expected(context, format, found));
    }

    /** Returns whether a ledger says which files count. */
    boolean hasLedger() {
        return !context.deliveries().isEmpty();
    }

    /**
     * Returns a taker for the rows of a file; these must have the structure of the format, with valid codes.
     *
     * @param file the file
     * @param next takes those of its rows that count and need not wait
     */
    RowTaker of(File file, RowTaker next) {
        gate.open(file);
        return places.<RowTaker>map(found -> new OfFile(file, found, next)).orElse(next);
    }

    /** Takes the rows of a file. */
    private final class OfFile implements RowTaker {
        private final File file;
        private final RowPlaces at;
        private final RowTaker next;

        OfFile(File file, RowPlaces at, RowTaker next) {
            this.next = next;
            this.file = file;
            this.at = at;
        }

        @Override
        public void accept(Observation row) {
            AgreedRows.this.accept(file, at, row, next);
        }

        @Override
        public void acceptRejected(RejectedRows rows) {
            new RejectedSubjects(gate, lineages, format.id().name())
                    .of(file, at, rows)
                    .ifPresent(counting -> {
                        expected.ifPresent(grid -> grid.acceptRejected(rows));
                        next.acceptRejected(counting);
                    });
        }
    }

    private void accept(File file, RowPlaces at, Observation row, RowTaker next) {
        Period period = periods.computeIfAbsent(row.code(at.time()), any -> at.period(row));
        KvkNumber reporter = reporters.computeIfAbsent(row.code(at.reporter()), KvkNumber::of);
        Subject subject = new Subject(reporter, period, format.id().name());
        OptionalLong number = gate.pass(file, subject);
        if (number.isEmpty()) {
            return;
        }
        at.area(row)
                .ifPresent(
                        area -> breaks.add(area, period, reporter, file.format().toString()));
        expected.ifPresent(grid -> grid.accept(row, period));
        if (number.getAsLong() > 0) {
            held.add(subject, number.getAsLong(), row);
        } else {
            handOn(at, row, reporter, period, next);
        }
    }

    private void handOn(RowPlaces at, Observation row, KvkNumber reporter, Period period, RowTaker next) {
        KvkNumber heir = lineages.heirOfRow(reporter, at.area(row).stream().toList(), period);
        Observation linked = heir.equals(reporter) ? row : at.withReporter(row, heir);
        next.accept(linked, row);
    }

    /** Notes that an organisation reported, because it delivered a total. */
    void expect(OwnTotal total) {
        String[] codes =
                total.codes().stream().map(any -> any.iterator().next()).toArray(String[]::new);
        long[] values = new long[total.values().size()];
        places.ifPresent(at -> total.codes().get(at.time()).forEach(period -> {
            codes[at.time()] = period;
            Observation row = Observation.of(codes, values, new boolean[values.length]);
            expected.ifPresent(grid -> grid.accept(row, at.period(row)));
        }));
    }

    /** Passes on the rows that were held. To be called once, after all files have been read. */
    ContextReport finish() {
        List<Finding> findings = new ArrayList<>(gate.findings());
        places.ifPresent(
                at -> findings.addAll(held.handOn(row -> handOn(at, row, at.reporter(row), at.period(row), to))));
        places.ifPresent(at -> gate.absent()
                .forEach(subject -> to.acceptRejected(
                        new RejectedSubjects(gate, lineages, format.id().name()).absent(at, subject))));
        if (expected.isEmpty()
                && !(context.agreements().isEmpty() && context.successions().isEmpty())) {
            findings.add(ContextCodes.NO_COLUMN.finding(
                    Map.of("column", context.areaColumn().value())));
        }
        return new ContextReport(
                new ContextReport.Parts(
                        context,
                        places.flatMap(RowPlaces::place),
                        expected.map(Expected::completeness).orElse(List.of()),
                        breaks.breaks(),
                        lineages.links(),
                        gate.keptOut()),
                findings);
    }

    /**
     * A file with a delivery.
     *
     * @param name its name, without folder
     * @param sha256 the hash of its bytes, in lower-case hexadecimals
     * @param format the format and version that it is written in, also where its rows are carried over to another version
     */
    record File(String name, String sha256, FormatId format) {}
}
