package nl.betekenisvolmeten.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The attacker's bounds and other tables, next to what comes of trying all numbers. */
class BoundSystemLaws {

    private static final int LARGEST = 5;

    private record Relation(int[] numbers, int[] signs, boolean isEqual) {
        boolean holds(int[] world) {
            int sum = 0;
            for (int i = 0; i < numbers.length; i++) {
                sum += signs[i] * world[numbers[i]];
            }
            return isEqual ? sum == 0 : sum <= 0;
        }
    }

    /** A small system, and each assignment that fits it. */
    private static final class Sample {
        final BoundSystem system = new BoundSystem();
        final List<int[]> worlds = new ArrayList<>();
        final int numbers;

        Sample(long seed) {
            Random random = new Random(seed);
            numbers = 2 + random.nextInt(4);
            int[][] ranges = new int[numbers][];
            for (int i = 0; i < numbers; i++) {
                int lower = random.nextInt(LARGEST);
                ranges[i] = new int[] {lower, lower + random.nextInt(LARGEST - lower + 1)};
                system.add(ranges[i][0], ranges[i][1]);
            }
            List<Relation> relations = new ArrayList<>();
            for (int r = 1 + random.nextInt(3); r > 0; r--) {
                relations.add(relation(random));
            }
            relations.forEach(one -> system.relate(one.numbers(), one.signs(), one.isEqual()));
            collect(ranges, relations, new int[numbers], 0);
        }

        private Relation relation(Random random) {
            List<Integer> chosen = new ArrayList<>();
            for (int i = 0; i < numbers; i++) {
                if (random.nextInt(3) > 0) {
                    chosen.add(i);
                }
            }
            int[] signs = new int[chosen.size()];
            for (int i = 0; i < signs.length; i++) {
                signs[i] = random.nextBoolean() ? 1 : -1;
            }
            return new Relation(chosen.stream().mapToInt(Integer::intValue).toArray(), signs, random.nextInt(3) > 0);
        }

        private void collect(int[][] ranges, List<Relation> relations, int[] world, int next) {
            if (next == numbers) {
                if (relations.stream().allMatch(relation -> relation.holds(world))) {
                    worlds.add(world.clone());
                }
                return;
            }
            for (int value = ranges[next][0]; value <= ranges[next][1]; value++) {
                world[next] = value;
                collect(ranges, relations, world, next + 1);
            }
        }

        boolean isPossible(int number, long lower, long upper) {
            return worlds.stream().anyMatch(world -> world[number] >= lower && world[number] <= upper);
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void noWorld_liesOutsideTheBounds(@ForAll long seed) {
        Sample sample = new Sample(seed);
        boolean possible = sample.system.propagate();
        if (!sample.worlds.isEmpty()) {
            assertThat(possible).isTrue();
        }
        for (int[] world : sample.worlds) {
            for (int i = 0; i < sample.numbers; i++) {
                assertThat((long) world[i]).isBetween(sample.system.lower(i), sample.system.upper(i));
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void anotherWorld_isFound_whereThereIsOneAndOnlyThere(@ForAll long seed) {
        Sample sample = new Sample(seed);
        sample.system.propagate();
        for (int i = 0; i < sample.numbers && !sample.worlds.isEmpty(); i++) {
            for (int value = 0; value <= LARGEST; value++) {
                assertThat(sample.system.canBe(i, value, BoundSystem.UNBOUNDED))
                        .isEqualTo(sample.isPossible(i, value, LARGEST));
            }
        }
    }
}
