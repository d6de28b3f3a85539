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
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.counting.CountingProtocol.Counted;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.FindingCollector;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Observation;

/** Makes rows of what was written down. */
final class CountAssembler {

    private static final FindingCode BIRTH_YEARS = FindingCode.of("BM-C02");
    private static final FindingCode KINDS = FindingCode.of("BM-C03");
    private static final FindingCode NEW_UNKNOWN = FindingCode.of("BM-C04");
    private static final FindingCode TWICE_A_DAY = FindingCode.of("BM-C05");
    private static final FindingCode NO_HOURS = FindingCode.of("BM-C06");

    private final CountingProtocol protocol;
    private final CountingProtocol.Rules rules;
    private final CountedRows target;
    private final KvkNumber reporter;
    private final People people;
    private final CountTable.Builder table;
    private final List<Pending> pending = new ArrayList<>();
    private final Set<Period> newUnknown = new TreeSet<>();
    private long slotsOfKinds;
    private long twiceADay;
    private long withoutHours;
    private boolean anyVolunteer;

    private record Pending(CountedRows.RowPlace place, RowTotals totals) {}

    CountAssembler(CountingProtocol protocol, CountedRows target, KvkNumber reporter, People people) {
        this.protocol = protocol;
        rules = protocol.rules();
        this.target = target;
        this.reporter = reporter;
        this.people = people;
        table = CountTable.builder(target.structure());
    }

    void add(MeetingSlot.Key key, MeetingSlot slot) {
        Map<String, RowTotals> rows = new TreeMap<>();
        slot.participants().forEach((person, presence) -> {
            boolean isNew = people.isNew(person, key.activity(), key.period());
            row(rows, ageGroup(person, key.period())).addParticipant(presence, rules.visits(), isNew);
        });
        if (!slot.volunteers().isEmpty()) {
            RowTotals row = row(rows, rules.unknownAge());
            slot.volunteers().values().forEach(row::addVolunteer);
            row.addHours(slot.hours());
            anyVolunteer = true;
        }
        if (rules.meetings() == CountingProtocol.Rules.Meetings.ALL) {
            Set<LocalDate> all = Stream.of(slot.participants(), slot.volunteers())
                    .flatMap(presences -> presences.values().stream())
                    .flatMap(presence -> presence.days().stream())
                    .collect(Collectors.toSet());
            rows.values().forEach(row -> row.addDays(all));
        }
        rows.forEach((age, totals) ->
                pending.add(new Pending(new CountedRows.RowPlace(key, slot.kind(), age, reporter.value()), totals)));
        remember(key, slot);
    }

    private static RowTotals row(Map<String, RowTotals> rows, String ageGroup) {
        return rows.computeIfAbsent(ageGroup, any -> new RowTotals());
    }

    private String ageGroup(String person, Period period) {
        return people.birthYear(person).stream()
                .flatMap(year -> rules.age(year, period.firstDay()).stream().boxed())
                .map(target::ageGroup)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(rules.unknownAge());
    }

    private void remember(MeetingSlot.Key key, MeetingSlot slot) {
        if (!people.canTellNew(key.period())) {
            newUnknown.add(key.period());
        }
        slotsOfKinds += slot.kindCount() > 1 ? 1 : 0;
        withoutHours += slot.withoutHours();
        twiceADay += slot.participants().values().stream()
                .mapToLong(presence -> presence.records() - presence.days().size())
                .sum();
    }

    CountTable table() {
        for (Pending row : pending) {
            table.accept(observation(row));
        }
        return table.build();
    }

    private Observation observation(Pending row) {
        List<Optional<Counted>> counted = target.counted();
        long[] values = new long[counted.size()];
        boolean[] known = new boolean[counted.size()];
        for (int i = 0; i < values.length; i++) {
            Optional<Counted> what = counted.get(i);
            known[i] = what.isPresent() && isKnown(what.get(), row.place().key().period());
            values[i] = known[i] ? Math.multiplyExact(row.totals().of(what.orElseThrow()), target.factor(i)) : 0;
        }
        return Observation.of(target.codes(row.place()), values, known);
    }

    /** Who writes no volunteer down at all has not counted none. */
    private boolean isKnown(Counted what, Period period) {
        return switch (what) {
            case NEW_PERSONS -> !newUnknown.contains(period);
            case VOLUNTEERS, VOLUNTEER_HOURS -> anyVolunteer;
            default -> true;
        };
    }

    Findings findings() {
        FindingCollector findings = FindingCollector.withDefaults();
        note(findings, BIRTH_YEARS, people.contradictions());
        note(findings, KINDS, slotsOfKinds);
        if (rules.visits() == CountingProtocol.Rules.Visits.ONE_A_DAY) {
            note(findings, TWICE_A_DAY, twiceADay);
        }
        note(findings, NO_HOURS, withoutHours);
        if (!newUnknown.isEmpty() && protocol.measures().containsValue(Counted.NEW_PERSONS)) {
            String periods = newUnknown.stream().map(Period::code).collect(Collectors.joining(", "));
            findings.add(Finding.of(
                    NEW_UNKNOWN,
                    Severity.NOTE,
                    Location.nowhere(),
                    Map.of("period", periods, "count", Integer.toString(rules.newAfter()))));
        }
        return findings.toFindings();
    }

    private static void note(FindingCollector findings, FindingCode code, long count) {
        if (count > 0) {
            findings.add(Finding.of(code, Severity.NOTE, Location.nowhere(), Map.of("count", Long.toString(count))));
        }
    }
}
