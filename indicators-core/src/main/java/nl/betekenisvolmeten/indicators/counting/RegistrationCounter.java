package nl.betekenisvolmeten.indicators.counting;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * Counts an organisation's own records under a protocol. Records may come in any order and in any number of files, and
 * counters of parts of them can be combined; the result is the same. Files may overlap: records of a person that are
 * equal in every cell count once, and equal records without a person count as often as in the file that has most of
 * them. Each distinct record is held in memory, including those of periods without rows of their own, up to a limit;
 * beyond it there is no result, since a count of only some of the persons would be wrong. Not thread-safe.
 */
public final class RegistrationCounter implements Consumer<Registration> {

    /** How many different records are held unless told otherwise: about 700 MB of memory. */
    public static final int DEFAULT_LIMIT = 5_000_000;

    private static final FindingCode LIMIT = FindingCode.of("BM-C01");
    private static final FindingCode NOT_HELD = FindingCode.of("BM-C08");
    private static final FindingCode LOOKED_BACK = FindingCode.of("BM-C09");

    private final CountingProtocol protocol;
    private final TableStructure structure;
    private final CountedRows target;
    private final KvkNumber reporter;
    private final Options options;
    private final Map<MeetingSlot.Key, MeetingSlot> slots = new HashMap<>();
    private final Map<Facts, Facts> shared = new HashMap<>();
    private long registrations;
    private long held;

    /** What may be asked for. */
    private record Options(int limit, Validity periods, Optional<LocalDate> recordsFrom, boolean totals) {}

    private RegistrationCounter(
            CountingProtocol protocol, TableStructure structure, KvkNumber reporter, Options options) {
        this.protocol = protocol;
        this.structure = structure;
        this.reporter = reporter;
        this.options = options;
        target = new CountedRows(protocol, structure);
    }

    /**
     * Returns a counter with the default limit.
     *
     * @param protocol what is counted and how
     * @param structure the columns of the counting format
     * @param reporter the organisation
     * @return the counter
     * @throws IllegalArgumentException if the protocol does not fit the format
     */
    public static RegistrationCounter of(CountingProtocol protocol, TableStructure structure, KvkNumber reporter) {
        return of(protocol, structure, reporter, DEFAULT_LIMIT);
    }

    /**
     * Returns a counter.
     *
     * @param protocol what is counted and how
     * @param structure the columns of the counting format
     * @param reporter the organisation
     * @param limit how many different records are held at most
     * @return the counter
     * @throws IllegalArgumentException if the protocol does not fit the format, or the limit is not positive
     */
    public static RegistrationCounter of(
            CountingProtocol protocol, TableStructure structure, KvkNumber reporter, int limit) {
        if (limit <= 0) {
            throw new IllegalArgumentException("limit must be positive: " + limit);
        }
        return new RegistrationCounter(
                protocol, structure, reporter, new Options(limit, Validity.always(), Optional.empty(), false));
    }

    private RegistrationCounter with(Options newOptions) {
        return new RegistrationCounter(protocol, structure, reporter, newOptions);
    }

    /**
     * Returns a counter without records that makes rows of some periods only. Records of other periods tell who was
     * seen before, and nothing else.
     *
     * @param newPeriods the periods, such as those in which the counting format holds
     * @return the counter
     */
    public RegistrationCounter withPeriods(Validity newPeriods) {
        return with(new Options(options.limit(), newPeriods, options.recordsFrom(), options.totals()));
    }

    /**
     * Returns a counter without records that takes it that all attendances from a day on are among the records. Unless a
     * day is given, records go back to 1 January when the oldest is of January or before.
     *
     * @param day the day
     * @return the counter
     */
    public RegistrationCounter withRecordsFrom(LocalDate day) {
        return with(new Options(options.limit(), options.periods(), Optional.of(day), options.totals()));
    }

    /**
     * Returns a counter without records that also counts everyone once in each city district and period, over all
     * activities.
     *
     * @return the counter
     */
    public RegistrationCounter withTotals() {
        return with(new Options(options.limit(), options.periods(), options.recordsFrom(), true));
    }

    /**
     * Counts a record. One that is equal to an earlier one in every cell changes nothing, unless it names no person and
     * is of the same file.
     *
     * @param record the record
     */
    @Override
    public void accept(Registration record) {
        registrations++;
        if (held > options.limit()) {
            return;
        }
        Period period = Period.from(protocol.rules().period(), record.date());
        MeetingSlot.Key key = new MeetingSlot.Key(
                period, record.place().area(), record.place().activity());
        Facts facts = shared.computeIfAbsent(Facts.of(record), fresh -> fresh);
        held += slots.computeIfAbsent(key, any -> new MeetingSlot()).add(record, facts);
    }

    /**
     * Adds what another counter has counted.
     *
     * @param other a counter of the same protocol, format, organisation, periods and start of the records
     * @throws IllegalArgumentException if it is of others
     */
    public void combine(RegistrationCounter other) {
        if (!protocol.equals(other.protocol)
                || !structure.equals(other.structure)
                || !reporter.equals(other.reporter)
                || !options.periods().equals(other.options.periods())
                || !options.recordsFrom().equals(other.options.recordsFrom())) {
            throw new IllegalArgumentException(
                    "counters of different protocols, formats, organisations or periods cannot be combined: " + reporter
                            + ", " + other.reporter);
        }
        boolean cut = held > options.limit() || other.held > other.options.limit();
        other.slots.forEach((key, slot) ->
                slots.computeIfAbsent(key, any -> new MeetingSlot()).combine(slot));
        registrations += other.registrations;
        held = cut
                ? options.limit() + 1L
                : slots.values().stream().mapToLong(MeetingSlot::size).sum();
    }

    /**
     * Returns the rows, in the order of period, area, activity, target group and age group.
     *
     * @return the rows and what is to be known of them; no rows when the limit was reached
     */
    public Checked<Count> result() {
        Findings.Collector findings = Findings.Collector.withDefaults();
        if (held > options.limit()) {
            findings.add(Finding.of(
                    LIMIT,
                    Severity.ERROR,
                    Map.of("limit", Integer.toString(options.limit()), "count", Long.toString(registrations))));
            return new Checked<>(Optional.empty(), findings.toFindings());
        }
        SortedMap<MeetingSlot.Key, MeetingSlot> sorted = new TreeMap<>(slots);
        People people = new People(protocol.rules(), target);
        sorted.forEach(people::add);
        CountAssembler assembler = new CountAssembler(
                protocol,
                target,
                reporter,
                people,
                new RecordsReach(options.recordsFrom(), people.firstDay()),
                options.totals());
        Map<String, Long> notHeld = new TreeMap<>();
        long lookedBack = 0;
        for (Map.Entry<MeetingSlot.Key, MeetingSlot> slot : sorted.entrySet()) {
            if (!options.periods().contains(slot.getKey().period())) {
                lookedBack += slot.getValue().records();
            } else if (target.holds(slot.getKey().area())) {
                assembler.add(slot.getKey(), slot.getValue());
            } else {
                notHeld.merge(slot.getKey().area(), slot.getValue().records(), Long::sum);
            }
        }
        findings.combine(assembler.findings());
        notHeld.forEach((area, count) -> findings.add(
                Finding.of(NOT_HELD, Severity.WARNING, Map.of("value", area, "count", Long.toString(count)))));
        if (lookedBack > 0) {
            findings.add(Finding.of(LOOKED_BACK, Severity.NOTE, Map.of("count", Long.toString(lookedBack))));
        }
        return Checked.of(
                new Count(
                        assembler.table(),
                        protocol.id(),
                        protocol.version(),
                        reporter,
                        registrations,
                        assembler.totals()),
                findings.toFindings());
    }

    /**
     * The result of a count, and the protocol that it follows.
     *
     * @param table the rows of the counting format
     * @param protocol the protocol's id
     * @param version the protocol's version
     * @param reporter the organisation whose records they were
     * @param registrations how many records were counted
     * @param totals the totals of each city district and period; empty unless asked for
     */
    public record Count(
            CountTable table,
            String protocol,
            String version,
            KvkNumber reporter,
            long registrations,
            List<Total> totals) {

        public Count {
            totals = List.copyOf(totals);
        }
    }

    /**
     * The total of an organisation in a city district and a period, with everyone counted once.
     *
     * @param district the city district, as rows of the counting format write it
     * @param period a period of the rows, or a longer one whose records are all there
     * @param counts the counts; those that the records do not show are absent
     * @param squares the sum over participants of the square of their visits; empty if a visit has no name
     */
    public record Total(
            String district, Period period, Map<CountingProtocol.Counted, Long> counts, OptionalLong squares) {

        public Total {
            counts = Map.copyOf(counts);
        }
    }
}
