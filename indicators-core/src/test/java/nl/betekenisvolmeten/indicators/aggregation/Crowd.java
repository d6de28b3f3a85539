package nl.betekenisvolmeten.indicators.aggregation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Few persons, places and quarters, so that they meet often.
 *
 * @param since the quarter in which the second organisation took over from the first; empty where none did
 */
record Crowd(
        Random random,
        int persons,
        int organisations,
        int wijken,
        int quarters,
        int[] ages,
        Optional<Integer> since,
        boolean nameless) {

    private static final int MOST = 8;

    Crowd(Random random, boolean sameAgeRule, Optional<Integer> since) {
        this(
                random,
                1 + random.nextInt(MOST),
                1 + random.nextInt(World.ORGANISATIONS.size()),
                1 + random.nextInt(World.WIJKEN.size()),
                1 + random.nextInt(World.QUARTERS.size()),
                random.ints(MOST * World.QUARTERS.size() * World.ORGANISATIONS.size(), 0, World.AGES.size())
                        .toArray(),
                since,
                random.nextInt(3) == 0);
        for (int i = 0; sameAgeRule && i < ages.length; i++) {
            ages[i] = ages[i - i % World.ORGANISATIONS.size()];
        }
    }

    List<DeliveredWorld.Visit> visits(int count) {
        return IntStream.range(0, count).mapToObj(i -> visit()).toList();
    }

    /** Rows that say that nobody came, where an organisation has no other of a stadsdeel and quarter. */
    List<DeliveredWorld.Visit> withoutActivity(List<DeliveredWorld.Visit> visits) {
        List<DeliveredWorld.Visit> more = new ArrayList<>();
        Set<List<Object>> there = new HashSet<>();
        visits.forEach(one -> there.add(report(one, one.attendance().quarter())));
        for (DeliveredWorld.Visit one : visits) {
            for (int quarter = 0; quarter < quarters; quarter++) {
                if (there.add(report(one, quarter))) {
                    more.add(one.in(quarter));
                }
            }
        }
        return more;
    }

    private static List<Object> report(DeliveredWorld.Visit one, int quarter) {
        return List.of(
                one.attendance().organisation(),
                World.STADSDELEN.get(one.attendance().wijk()),
                quarter);
    }

    private DeliveredWorld.Visit visit() {
        int person = random.nextInt(persons);
        int quarter = random.nextInt(quarters);
        int organisation = successor(random.nextInt(organisations), quarter);
        int age = ages[(person * World.QUARTERS.size() + quarter) * World.ORGANISATIONS.size() + organisation];
        World.Attendance attendance = new World.Attendance(
                person,
                organisation,
                random.nextInt(wijken),
                quarter,
                random.nextInt(4) / 3,
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(World.AGES.get(age)),
                1,
                random.nextInt(3));
        return new DeliveredWorld.Visit(
                attendance,
                DeliveredWorld.TARGET_GROUPS.get(random.nextInt(6) / 3),
                random.nextInt(3),
                !nameless || random.nextInt(3) > 0);
    }

    /** The first organisation works until the second takes over, and the second from then on. */
    private int successor(int organisation, int quarter) {
        return since.isEmpty() || organisation > 1 ? organisation : quarter < since.get() ? 0 : 1;
    }
}
