package nl.betekenisvolmeten.indicators.formats.form;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.counting.Registration;
import nl.betekenisvolmeten.indicators.counting.Registration.Answer;
import nl.betekenisvolmeten.indicators.counting.RegistrationCounter;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.ProtocolDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.ColumnName;
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

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern BLANKS = Pattern.compile("[\\h\\s]+");

    private final ProtocolDefinition.Registrations columns;
    private final DeliveryReader reader;
    private final RegistrationCounter counter;
    private final Map<String, Long> files = new HashMap<>();

    private RegistrationCount(
            ProtocolDefinition.Registrations columns, DeliveryReader reader, RegistrationCounter counter) {
        this.columns = columns;
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

    /**
     * Returns a count without records that also counts everyone once in each city district and period.
     *
     * @return the count
     */
    public RegistrationCount withTotals() {
        return new RegistrationCount(columns, reader, counter.withTotals());
    }

    /** Returns the periods for which the counting format is valid: it can have no rows of others. */
    private static Validity periods(FormatDefinition format) {
        return format.ruleSet().columns().stream()
                .map(ColumnRule::type)
                .filter(ColumnType.Time.class::isInstance)
                .map(type -> ((ColumnType.Time) type).validity())
                .findFirst()
                .orElse(Validity.always());
    }

    /**
     * Returns a count without records that takes it that all attendances from a day on are among the records. Unless a day
     * is given, records go back to 1 January when the oldest is of January or before.
     *
     * @param day the day
     * @return the count
     */
    public RegistrationCount withRecordsFrom(LocalDate day) {
        return new RegistrationCount(columns, reader, counter.withRecordsFrom(day));
    }

    /**
     * Counts the good rows of a delivery. A row that is equal to an earlier one in every cell counts once, also when
     * another file has it; rows without a person count each, but as often as in the file that has them most often.
     *
     * @param source the delivery
     * @return what was found in it
     * @throws IndicatorsException if the source cannot be read
     */
    public DeliveryReport read(DeliverySource source) {
        long read = files.merge(source.name(), 1L, Long::sum);
        Location file = Location.of(read == 1 ? source.name() : source.name() + " (" + read + ")");
        return reader.open(source).readRows(row -> counter.accept(registration(row, file.withRow(row.number()))));
    }

    private Registration registration(CheckedRow row, Location location) {
        Optional<String> person =
                Optional.of(spelled(text(row, columns.person()))).filter(name -> !name.isEmpty());
        boolean volunteer = text(row, columns.role()).equals(columns.volunteer());
        Optional<Long> birthYear = number(row, columns.birthYear());
        long visitors = person.isPresent()
                ? 1
                : columns.visitors().flatMap(column -> number(row, column)).orElse(1L);
        return new Registration(
                LocalDate.parse(text(row, columns.date())),
                new Registration.Meeting(
                        spelled(text(row, columns.activity())),
                        text(row, columns.kind()),
                        text(row, columns.area()),
                        text(row, columns.targetGroup())),
                person,
                birthYear.map(year -> OptionalInt.of(year.intValue())).orElse(OptionalInt.empty()),
                volunteer ? Registration.Role.VOLUNTEER : Registration.Role.PARTICIPANT,
                new Registration.Details(
                        visitors,
                        number(row, columns.hours()),
                        answer(text(row, columns.referred())),
                        columns.resident()
                                .map(column -> answer(text(row, column)))
                                .orElse(Answer.NOT_RECORDED),
                        location));
    }

    /**
     * Returns a text without invisible characters and repeated blanks, so that these do not make two persons of one.
     */
    private static String spelled(String text) {
        return BLANKS.matcher(INVISIBLE.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    private Answer answer(String code) {
        if (code.isEmpty() || code.equals(columns.unknown())) {
            return Answer.NOT_RECORDED;
        }
        return code.equals(columns.yes()) ? Answer.YES : Answer.NO;
    }

    private static String text(CheckedRow row, ColumnName column) {
        return row.text(column).orElse("");
    }

    /** Returns the number of a cell in units of its column's last decimal; empty if the cell is. */
    private static Optional<Long> number(CheckedRow row, ColumnName column) {
        OptionalLong units = row.units(column);
        return units.isPresent() ? Optional.of(units.getAsLong()) : Optional.empty();
    }

    /**
     * Returns what has been counted.
     *
     * @return the rows and what is to be known of them; no rows when there were too many records
     */
    public Checked<RegistrationCounter.Count> result() {
        return counter.result();
    }
}
