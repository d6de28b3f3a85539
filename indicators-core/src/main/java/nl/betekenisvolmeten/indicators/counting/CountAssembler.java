package nl.betekenisvolmeten.indicators.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.counting.CountingProtocol.Counted;
import nl.betekenisvolmeten.indicators.counting.Registration.Role;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Observation;

/** Makes rows of what was written down. */
final class CountAssembler {

    private final CountingProtocol.Rules rules;
    private final CountedRows target;
    private final KvkNumber reporter;
    private final People people;
    private final RecordsReach reach;
    private final CountTable.Builder table;
    private final CountNotes notes;
    private final Optional<OwnCounts> own;
    private final List<Pending> pending = new ArrayList<>();
    private final Set<Period> newUnknown = new TreeSet<>();
    private boolean anyVolunteer;
    private boolean anyHours;
    private boolean anyReferral;
    private boolean anyResidence;

    private record Pending(CountedRows.RowPlace place, RowTotals totals) {}

    /** The rows of one target group of an activity, by age group. */
    private static final class Group {
        private final Map<String, RowTotals> rows = new TreeMap<>();
        private final Map<String, Long> kinds = new TreeMap<>();

        RowTotals row(String ageGroup) {
            return rows.computeIfAbsent(ageGroup, any -> new RowTotals());
        }

        /** Adds the kinds of one attendance. */
        void kinds(Set<Facts> facts) {
            if (facts.size() == 1) {
                kind(facts.iterator().next().kind(), 1);
            } else {
                facts.stream().map(Facts::kind).distinct().forEach(kind -> kind(kind, 1));
            }
        }

        void kind(String kind, long times) {
            kinds.merge(kind, times, Long::sum);
        }

        /** Returns the kind with the most attendances; of equal ones, the first in the alphabet. */
        String kind() {
            return kinds.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse("");
        }
    }

    CountAssembler(
            CountingProtocol protocol,
            CountedRows target,
            KvkNumber reporter,
            People people,
            RecordsReach reach,
            boolean withTotals) {
        own = withTotals ? Optional.of(new OwnCounts()) : Optional.empty();
        rules = protocol.rules();
        this.target = target;
        this.reporter = reporter;
        this.people = people;
        this.reach = reach;
        table = CountTable.builder(target.structure());
        notes = new CountNotes(protocol);
    }

    void add(MeetingSlot.Key key, MeetingSlot slot) {
        Map<String, Group> groups = new TreeMap<>();
        long attendances = 0;
        for (Role role : Role.values()) {
            for (Map.Entry<String, Map<LocalDate, Map<Facts, MeetingSlot.Place>>> person :
                    slot.of(role).entrySet()) {
                attendances += addPerson(groups, key, role, person);
            }
        }
        slot.nameless().forEach((record, files) -> addNameless(groups, key, record, files));
        notes.repeated(slot.named() - attendances);
        if (!people.canTellNew(key.period())) {
            newUnknown.add(key.period());
        }
        groups.forEach((targetGroup, group) -> finish(key, targetGroup, group));
        own.ifPresent(all -> all.addMeetings(
                target.district(key.area()),
                key.period(),
                groups.values().stream()
                        .flatMap(group -> group.rows.values().stream())
                        .flatMap(row -> row.days().stream())
                        .distinct()
                        .count()));
    }

    /** Adds the attendances of a person to the rows. Returns how many there were. */
    private long addPerson(
            Map<String, Group> groups,
            MeetingSlot.Key key,
            Role role,
            Map.Entry<String, Map<LocalDate, Map<Facts, MeetingSlot.Place>>> person) {
        long attendances = 0;
        Map<String, Presence> presences = new TreeMap<>();
        for (Map.Entry<LocalDate, Map<Facts, MeetingSlot.Place>> day :
                person.getValue().entrySet()) {
            boolean agrees = notes.agree(role, day.getValue());
            Map<String, Set<Facts>> byGroup = byTargetGroup(day.getValue().keySet());
            attendances += byGroup.size();
            byGroup.forEach((targetGroup, facts) -> {
                Presence presence = presences.computeIfAbsent(targetGroup, any -> new Presence());
                presence.add(day.getKey(), facts);
                if (!agrees) {
                    (role == Role.VOLUNTEER ? presence.hours() : presence.referrals()).contradict();
                }
                groups.computeIfAbsent(targetGroup, any -> new Group()).kinds(facts);
            });
        }
        presences.forEach((targetGroup, presence) -> {
            Group group = groups.computeIfAbsent(targetGroup, any -> new Group());
            if (role == Role.VOLUNTEER) {
                group.row(rules.unknownAge()).addVolunteer(presence);
            } else {
                boolean isFirst = people.isFirst(person.getKey(), key, targetGroup, presence.days());
                group.row(ageGroup(people.birthYear(person.getKey()), key.period()))
                        .addParticipant(
                                presence,
                                rules.visits(),
                                people.isNew(person.getKey(), key.activity(), key.period()),
                                isFirst);
                own.ifPresent(all -> all.add(
                        target.district(key.area()),
                        key.period(),
                        person.getKey(),
                        new OwnCounts.Visits(
                                RowTotals.visits(presence, rules.visits()), isFirst, presence.resident())));
                anyResidence |= presence.resident() != Registration.Answer.NOT_RECORDED;
            }
        });
        return attendances;
    }

    private static Map<String, Set<Facts>> byTargetGroup(Set<Facts> facts) {
        return facts.size() == 1
                ? Map.of(facts.iterator().next().targetGroup(), facts)
                : facts.stream().collect(Collectors.groupingBy(Facts::targetGroup, Collectors.toSet()));
    }

    /**
     * Adds a record without a person: each of them in a file is someone else, but two files may hold the same records.
     */
    private void addNameless(
            Map<String, Group> groups, MeetingSlot.Key key, MeetingSlot.Nameless record, Map<String, Long> files) {
        long times = files.values().stream().mapToLong(Long::longValue).max().orElse(0);
        Facts facts = record.facts();
        Group group = groups.computeIfAbsent(facts.targetGroup(), any -> new Group());
        group.kind(facts.kind(), times);
        if (record.role() == Role.VOLUNTEER) {
            group.row(rules.unknownAge()).addNamelessVolunteer(record.day(), facts, times);
        } else {
            OptionalInt year = facts.birthYear();
            group.row(ageGroup(year, key.period())).addNameless(record.day(), facts, times);
            own.ifPresent(all -> all.addNameless(
                    target.district(key.area()), key.period(), Math.multiplyExact(facts.visitors(), times)));
        }
        notes.nameless(times, files);
    }

    private String ageGroup(OptionalInt birthYear, Period period) {
        return birthYear.stream()
                .boxed()
                .flatMap(year -> rules.age(year, period.firstDay()).stream().boxed())
                .map(target::ageGroup)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(rules.unknownAge());
    }

    private void finish(MeetingSlot.Key key, String targetGroup, Group group) {
        if (rules.meetings() == CountingProtocol.Rules.Meetings.ALL) {
            Set<LocalDate> all = group.rows.values().stream()
                    .flatMap(row -> row.days().stream())
                    .collect(Collectors.toSet());
            group.rows.values().forEach(row -> row.addDays(all));
        }
        group.rows.forEach((age, totals) -> {
            pending.add(new Pending(
                    new CountedRows.RowPlace(key, targetGroup, group.kind(), age, reporter.value()), totals));
            anyVolunteer |= totals.hasVolunteers();
            anyHours |= totals.hours().isRecorded();
            anyReferral |= totals.referrals().isRecorded();
            notes.withoutHours(totals.hours().missing());
        });
        notes.kinds(group.kinds.size());
    }

    List<RegistrationCounter.Total> totals() {
        return own.map(all -> all.totals(reach)).orElse(List.of());
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
            known[i] = what.isPresent()
                    && row.totals().isKnown(what.get())
                    && isRecorded(what.get(), row.place().key().period());
            values[i] = known[i] ? Math.multiplyExact(row.totals().of(what.orElseThrow()), target.factor(i)) : 0;
        }
        return Observation.of(target.codes(row.place()), values, known);
    }

    /**
     * Returns whether the records hold what is counted: if no volunteer, hours or referral was ever recorded, there may
     * still have been some.
     */
    private boolean isRecorded(Counted what, Period period) {
        return switch (what) {
            case NEW_PERSONS -> !newUnknown.contains(period);
            case FIRST_THIS_YEAR -> reach.holdsYear(period.year());
            case VOLUNTEERS -> anyVolunteer;
            case VOLUNTEER_HOURS -> anyVolunteer && anyHours;
            case REFERRALS -> anyReferral;
            case RESIDENTS -> anyResidence;
            default -> true;
        };
    }

    Findings findings() {
        notes.birthYears(people.contradictions());
        return notes.findings(
                newUnknown,
                pending.stream()
                        .map(row -> row.place().key().period().year())
                        .collect(Collectors.toCollection(TreeSet::new)),
                reach);
    }
}
