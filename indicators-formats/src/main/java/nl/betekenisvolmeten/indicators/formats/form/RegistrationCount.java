package nl.betekenisvolmeten.indicators.formats.form;

import java.time.LocalDate;
import java.util.Map;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.counting.Registration;
import nl.betekenisvolmeten.indicators.counting.RegistrationCounter;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.FindingCollector;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.ProtocolDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.ProtocolDefinition.Registrations;
import nl.betekenisvolmeten.indicators.formats.definition.ProtocolDefinition.Registrations.Part;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/**
 * Counts the records of an organisation, from one file or several: neither the order of rows nor which file they come
 * from makes a difference. Only good rows count. Not thread-safe.
 */
public final class RegistrationCount {

    private static final FindingCode NO_PERSON = FindingCode.of("BM-C07");

    private final Registrations records;
    private final DeliveryReader reader;
    private final RegistrationCounter counter;
    private long withoutPerson;

    private RegistrationCount(Registrations records, DeliveryReader reader, RegistrationCounter counter) {
        this.records = records;
        this.reader = reader;
        this.counter = counter;
    }

    /**
     * Returns a count without records yet.
     *
     * @param protocol how to count
     * @param reporter the organisation whose records they are
     * @param reader reads the deliveries; it must know the protocol's format of records
     * @return the count
     * @throws IllegalArgumentException if the reader does not know the format
     */
    public static RegistrationCount of(ProtocolDefinition protocol, KvkNumber reporter, DeliveryReader reader) {
        return new RegistrationCount(
                protocol.registrations(),
                reader.withFormat(protocol.registrations().format().id()),
                RegistrationCounter.of(
                                protocol.protocol(), protocol.format().ruleSet().structure(), reporter)
                        .withPeriods(periods(protocol.format())));
    }

    /** The periods in which the counting format holds: of others there can be no rows in it. */
    private static Validity periods(FormatDefinition format) {
        return format.ruleSet().columns().stream()
                .map(ColumnRule::type)
                .filter(ColumnType.Time.class::isInstance)
                .map(type -> ((ColumnType.Time) type).validity())
                .findFirst()
                .orElse(Validity.always());
    }

    /**
     * Counts the good rows of a delivery.
     *
     * @param source the delivery
     * @return what was found in it
     * @throws IndicatorsException if the source cannot be read
     */
    public DeliveryReport read(DeliverySource source) {
        return reader.open(source).readRows(this::count);
    }

    private void count(CheckedRow row) {
        String person = text(row, Part.PERSON);
        if (person.isEmpty()) {
            withoutPerson++;
            return;
        }
        boolean volunteer = text(row, Part.ROLE).equals(records.volunteer());
        counter.accept(new Registration(
                LocalDate.parse(text(row, Part.DATE)),
                new Registration.Meeting(
                        text(row, Part.ACTIVITY),
                        text(row, Part.KIND),
                        text(row, Part.AREA),
                        text(row, Part.TARGET_GROUP)),
                person,
                row.units(records.column(Part.BIRTH_YEAR)).stream()
                        .mapToInt(year -> (int) year)
                        .findFirst(),
                volunteer ? Registration.Role.VOLUNTEER : Registration.Role.PARTICIPANT,
                row.units(records.column(Part.HOURS)).stream().boxed().findFirst(),
                text(row, Part.REFERRED).equals(records.yes())));
    }

    private String text(CheckedRow row, Part part) {
        return row.text(records.column(part)).orElse("");
    }

    /**
     * Returns what has been counted.
     *
     * @return the rows and what is to be known of them; no rows when there were too many records
     */
    public Checked<RegistrationCounter.Count> result() {
        Checked<RegistrationCounter.Count> counted = counter.result();
        if (withoutPerson == 0) {
            return counted;
        }
        FindingCollector findings = FindingCollector.withDefaults();
        findings.add(Finding.of(
                NO_PERSON, Severity.WARNING, Location.nowhere(), Map.of("count", Long.toString(withoutPerson))));
        findings.combine(counted.findings());
        return new Checked<>(counted.value(), findings.toFindings());
    }
}
