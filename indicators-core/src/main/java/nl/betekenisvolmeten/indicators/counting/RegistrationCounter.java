package nl.betekenisvolmeten.indicators.counting;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.FindingCollector;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * Counts an organisation's own records under a protocol. Records come in any order, and counters of parts of them can be
 * combined: the result is the same. What is held is a day for each person at each activity (a period for each person where
 * no rows are made), up to a limit; beyond it
 * there is no result, since a count of some of the persons would be wrong. Not thread-safe.
 */
public final class RegistrationCounter implements Consumer<Registration> {

    /** How many days of persons are held unless told otherwise: about 500 MB of memory when all are different. */
    public static final int DEFAULT_LIMIT = 5_000_000;

    private static final FindingCode LIMIT = FindingCode.of("BM-C01");
    private static final FindingCode NOT_HELD = FindingCode.of("BM-C08");
    private static final FindingCode LOOKED_BACK = FindingCode.of("BM-C09");

    private final CountingProtocol protocol;
    private final TableStructure structure;
    private final CountedRows target;
    private final KvkNumber reporter;
    private final int limit;
    private final Validity periods;
    private final Map<MeetingSlot.Key, MeetingSlot> slots = new HashMap<>();
    private final People people;
    private final Map<String, Long> notHeld = new TreeMap<>();
    private long registrations;
    private long lookedBack;
    private long held;

    private RegistrationCounter(
            CountingProtocol protocol, TableStructure structure, KvkNumber reporter, int limit, Validity periods) {
        this.protocol = protocol;
        this.structure = structure;
        this.reporter = reporter;
        this.limit = limit;
        this.periods = periods;
        target = new CountedRows(protocol, structure);
        people = new People(protocol.rules());
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
     * @param limit how many days of persons are held at most
     * @return the counter
     * @throws IllegalArgumentException if the protocol does not fit the format, or the limit is not positive
     */
    public static RegistrationCounter of(
            CountingProtocol protocol, TableStructure structure, KvkNumber reporter, int limit) {
        if (limit <= 0) {
            throw new IllegalArgumentException("limit must be positive: " + limit);
        }
        return new RegistrationCounter(protocol, structure, reporter, limit, Validity.always());
    }

    /**
     * Returns a counter without records that makes rows of some periods only. Records of other periods tell who was
     * seen before, and nothing else.
     *
     * @param newPeriods the periods, such as those in which the counting format holds
     * @return the counter
     */
    public RegistrationCounter withPeriods(Validity newPeriods) {
        return new RegistrationCounter(protocol, structure, reporter, limit, newPeriods);
    }

    /**
     * Counts a record.
     *
     * @param record the record
     */
    @Override
    public void accept(Registration record) {
        registrations++;
        if (held > limit) {
            return;
        }
        Period period = Period.from(protocol.rules().period(), record.date());
        int newlySeen = people.add(record, period);
        if (!periods.contains(period)) {
            lookedBack++;
            held += newlySeen;
        } else if (target.holds(record.place().area())) {
            Registration.Meeting place = record.place();
            MeetingSlot.Key key = new MeetingSlot.Key(period, place.area(), place.activity(), place.targetGroup());
            held += slots.computeIfAbsent(key, any -> new MeetingSlot()).add(record);
        } else {
            notHeld.merge(record.place().area(), 1L, Long::sum);
        }
    }

    /**
     * Adds what another counter has counted.
     *
     * @param other a counter of the same protocol, format, organisation and periods
     * @throws IllegalArgumentException if it is of others
     */
    public void combine(RegistrationCounter other) {
        if (!protocol.equals(other.protocol)
                || !structure.equals(other.structure)
                || !reporter.equals(other.reporter)
                || !periods.equals(other.periods)) {
            throw new IllegalArgumentException("counters of different protocols, formats, organisations or periods");
        }
        boolean cut = held > limit || other.held > other.limit;
        other.slots.forEach((key, slot) ->
                slots.computeIfAbsent(key, any -> new MeetingSlot()).combine(slot));
        people.combine(other.people);
        other.notHeld.forEach((area, count) -> notHeld.merge(area, count, Long::sum));
        registrations += other.registrations;
        lookedBack += other.lookedBack;
        held = cut
                ? limit + 1L
                : slots.values().stream().mapToLong(MeetingSlot::size).sum() + people.outside(periods);
    }

    /**
     * Returns the rows, in the order of period, area, activity, target group and age group.
     *
     * @return the rows and what is to be known of them; no rows when the limit was reached
     */
    public Checked<Count> result() {
        if (held > limit) {
            FindingCollector findings = FindingCollector.withDefaults();
            findings.add(Finding.of(
                    LIMIT,
                    Severity.ERROR,
                    Location.nowhere(),
                    Map.of("limit", Integer.toString(limit), "count", Long.toString(registrations))));
            return new Checked<>(Optional.empty(), findings.toFindings());
        }
        CountAssembler assembler = new CountAssembler(protocol, target, reporter, people);
        new TreeMap<>(slots).forEach(assembler::add);
        FindingCollector findings = FindingCollector.withDefaults();
        findings.combine(assembler.findings());
        notHeld.forEach((area, count) -> findings.add(Finding.of(
                NOT_HELD, Severity.WARNING, Location.nowhere(), Map.of("value", area, "count", Long.toString(count)))));
        if (lookedBack > 0) {
            findings.add(Finding.of(
                    LOOKED_BACK, Severity.NOTE, Location.nowhere(), Map.of("count", Long.toString(lookedBack))));
        }
        return Checked.of(
                new Count(assembler.table(), protocol.id(), protocol.version(), reporter, registrations),
                findings.toFindings());
    }

    /**
     * What was counted, and under which protocol.
     *
     * @param table the rows of the counting format
     * @param protocol the protocol's id
     * @param version the protocol's version
     * @param reporter the organisation whose records they were
     * @param registrations how many records were counted
     */
    public record Count(CountTable table, String protocol, String version, KvkNumber reporter, long registrations) {}
}
