package nl.betekenisvolmeten.indicators.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.counting.CountingProtocol.Counted;
import nl.betekenisvolmeten.indicators.counting.MeetingSlot.Place;
import nl.betekenisvolmeten.indicators.counting.Registration.Role;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;

/** What a reader of a count must know of the records that it was made of. */
final class CountNotes {

    private static final FindingCode BIRTH_YEARS = FindingCode.of("BM-C02");
    private static final FindingCode KINDS = FindingCode.of("BM-C03");
    private static final FindingCode NEW_UNKNOWN = FindingCode.of("BM-C04");
    private static final FindingCode TWICE_A_DAY = FindingCode.of("BM-C05");
    private static final FindingCode NO_HOURS = FindingCode.of("BM-C06");
    private static final FindingCode NO_PERSON = FindingCode.of("BM-C07");
    private static final FindingCode FULL_YEAR = FindingCode.of("BM-C10");
    private static final FindingCode PART_OF_YEAR = FindingCode.of("BM-C11");
    private static final FindingCode CONTRADICTION = FindingCode.of("RG-R06");
    private static final FindingCode NAMELESS_TWICE = FindingCode.of("RG-R07");
    private static final String COUNT = "count";

    private final CountingProtocol protocol;
    private final Map<Place, Finding> contradictions = new TreeMap<>();
    private final Set<String> filesWithTheSame = new TreeSet<>();
    private long namelessTwice;
    private long withoutPerson;
    private long birthYears;
    private long kinds;
    private long repeated;
    private long withoutHours;

    CountNotes(CountingProtocol protocol) {
        this.protocol = protocol;
    }

    /**
     * Returns whether the records of one attendance say the same of what counts for a role: hours of a volunteer, a
     * referral of a participant.
     */
    boolean agree(Role role, Map<Facts, Place> records) {
        if (records.size() == 1 || stated(role, records.keySet()).size() < 2) {
            return true;
        }
        List<Map.Entry<Facts, Place>> filled = new ArrayList<>(records.entrySet());
        filled.removeIf(record -> stated(role, Set.of(record.getKey())).isEmpty());
        filled.sort(Map.Entry.comparingByValue());
        Map.Entry<Facts, Place> first = filled.get(0);
        Place other = filled.stream()
                .filter(record -> !stated(role, Set.of(record.getKey())).equals(stated(role, Set.of(first.getKey()))))
                .findFirst()
                .orElseThrow()
                .getValue();
        measure(role).ifPresent(name -> contradictions.put(other, contradiction(name, first.getValue(), other)));
        return false;
    }

    private static Set<Long> stated(Role role, Set<Facts> facts) {
        return role == Role.VOLUNTEER ? Presence.hours(facts) : Presence.referrals(facts);
    }

    private Optional<ColumnName> measure(Role role) {
        Counted counted = role == Role.VOLUNTEER ? Counted.VOLUNTEER_HOURS : Counted.REFERRALS;
        return protocol.measures().entrySet().stream()
                .filter(measure -> measure.getValue() == counted)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Finding contradiction(ColumnName measure, Place first, Place other) {
        Location location = Location.of(other.file());
        return Finding.of(
                CONTRADICTION,
                Severity.ERROR,
                other.row() > 0 ? location.withRow(other.row()) : location,
                Map.of(
                        "measure", measure.value(),
                        "file", other.file(),
                        "row", Long.toString(other.row()),
                        "first_file", first.file(),
                        "first_row", Long.toString(first.row())));
    }

    void nameless(long times, Map<String, Long> files) {
        withoutPerson += times;
        if (files.size() > 1) {
            namelessTwice += files.values().stream().mapToLong(Long::longValue).sum() - times;
            filesWithTheSame.addAll(files.keySet());
        }
    }

    void birthYears(long persons) {
        birthYears = persons;
    }

    void kinds(int found) {
        kinds += found > 1 ? 1 : 0;
    }

    void repeated(long records) {
        repeated += records;
    }

    void withoutHours(long records) {
        withoutHours += records;
    }

    Findings findings(Set<Period> newUnknown, Set<Integer> years, RecordsReach reach) {
        Findings.Collector findings = Findings.Collector.withDefaults();
        note(findings, BIRTH_YEARS, birthYears);
        note(findings, KINDS, kinds);
        if (protocol.rules().visits() == CountingProtocol.Rules.Visits.ONE_A_DAY) {
            note(findings, TWICE_A_DAY, repeated);
        }
        note(findings, NO_HOURS, withoutHours);
        note(findings, NO_PERSON, withoutPerson);
        contradictions.values().forEach(findings::add);
        if (namelessTwice > 0) {
            findings.add(Finding.of(
                    NAMELESS_TWICE,
                    Severity.WARNING,
                    Map.of(COUNT, Long.toString(namelessTwice), "files", String.join(", ", filesWithTheSame))));
        }
        if (!newUnknown.isEmpty() && protocol.measures().containsValue(Counted.NEW_PERSONS)) {
            String periods = newUnknown.stream().map(Period::code).collect(Collectors.joining(", "));
            findings.add(Finding.of(
                    NEW_UNKNOWN,
                    Severity.NOTE,
                    Map.of(
                            "period",
                            periods,
                            COUNT,
                            Integer.toString(protocol.rules().newAfter()))));
        }
        if (protocol.measures().containsValue(Counted.FIRST_THIS_YEAR)) {
            years.forEach(year -> reach(findings, year, reach));
        }
        return findings.toFindings();
    }

    private static void reach(Findings.Collector findings, int year, RecordsReach reach) {
        boolean whole = reach.holdsYear(year);
        Optional<LocalDate> from = whole ? reach.oldest() : reach.stated().or(reach::oldest);
        from.ifPresent(day -> findings.add(Finding.of(
                whole ? FULL_YEAR : PART_OF_YEAR,
                Severity.NOTE,
                Map.of("year", Integer.toString(year), "date", day.toString()))));
    }

    private static void note(Findings.Collector findings, FindingCode code, long count) {
        if (count > 0) {
            findings.add(Finding.of(code, Severity.NOTE, Map.of(COUNT, Long.toString(count))));
        }
    }
}
