package nl.betekenisvolmeten.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
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
        private final int[][] ranges;
        private final List<Relation> relations;

        Sample(int[][] ranges, List<Relation> relations) {
            this.ranges = ranges;
            this.relations = relations;
            numbers = ranges.length;
            for (int[] range : ranges) {
                system.add(range[0], range[1]);
            }
            relations.forEach(one -> system.relate(one.numbers(), one.signs(), one.isEqual()));
            collect(ranges, relations, new int[numbers], 0);
        }

        static Sample of(long seed) {
            Random random = new Random(seed);
            int[][] ranges = new int[2 + random.nextInt(4)][];
            for (int i = 0; i < ranges.length; i++) {
                int lower = random.nextInt(LARGEST);
                ranges[i] = new int[] {lower, lower + random.nextInt(LARGEST - lower + 1)};
            }
            List<Relation> relations = new ArrayList<>();
            for (int r = 1 + random.nextInt(3); r > 0; r--) {
                relations.add(relation(random, ranges.length));
            }
            return new Sample(ranges, relations);
        }

        /**
         * Returns these numbers preceded by another number, some with other bounds, and possibly with other relations.
         */
        Sample similar(Random random) {
            int[][] others = new int[numbers + 1][];
            others[0] = new int[] {0, LARGEST};
            boolean wider = random.nextBoolean();
            for (int i = 0; i < numbers; i++) {
                int[] range = ranges[i].clone();
                if (random.nextInt(3) == 0) {
                    range[0] =
                            wider ? random.nextInt(range[0] + 1) : range[0] + random.nextInt(range[1] - range[0] + 1);
                }
                others[i + 1] = range;
            }
            boolean changed = random.nextInt(3) == 0;
            List<Relation> moved = new ArrayList<>();
            for (Relation one : relations) {
                int[] places = new int[one.numbers().length];
                for (int i = 0; i < places.length; i++) {
                    places[i] = one.numbers()[i] + 1;
                }
                moved.add(new Relation(places, one.signs(), one.isEqual() ^ (changed && random.nextBoolean())));
            }
            if (random.nextInt(4) == 0) {
                moved.add(random.nextInt(moved.size() + 1), relation(random, others.length));
            }
            return new Sample(others, moved);
        }

        private static Relation relation(Random random, int numbers) {
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
        Sample sample = Sample.of(seed);
        boolean possible = sample.system.propagate(true);
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
        Sample sample = Sample.of(seed);
        sample.system.propagate(true);
        assertFinds(sample);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void worldsOfASimilarSystem_leadToTheRightWorldsOnly(@ForAll long seed) {
        Sample first = Sample.of(seed);
        first.system.propagate(false);
        assertFinds(first);
        Sample second = first.similar(new Random(seed));
        second.system.propagate(false);
        second.system.beginFrom(
                first.system, IntStream.rangeClosed(1, first.numbers).toArray());
        assertFinds(second);
    }

    private static void assertFinds(Sample sample) {
        for (int i = 0; i < sample.numbers && !sample.worlds.isEmpty(); i++) {
            for (int value = 0; value <= LARGEST; value++) {
                assertThat(sample.system.canBe(i, value, BoundSystem.UNBOUNDED))
                        .isEqualTo(sample.isPossible(i, value, LARGEST));
                assertThat(sample.system.canBe(i, 0, value)).isEqualTo(sample.isPossible(i, 0, value));
            }
        }
    }
}
