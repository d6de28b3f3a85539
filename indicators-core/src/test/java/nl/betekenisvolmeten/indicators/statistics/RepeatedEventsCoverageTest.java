package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import nl.betekenisvolmeten.indicators.Per;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often a 95 percent interval of repeated events holds the true rate, and how often the test finds a difference where
 * there is none, in simulated areas: the figures in the package's documentation.
 */
class RepeatedEventsCoverageTest {

    private static final int RUNS = 4000;

    /** How often a visitor comes. */
    private enum Visits implements ToIntFunction<Random> {
        /** Once. */
        ONCE(1) {
            @Override
            public int applyAsInt(Random random) {
                return 1;
            }
        },
        /** Once and with each further visit two in three come again: geometric with mean 3. */
        GEOMETRIC(3) {
            @Override
            public int applyAsInt(Random random) {
                int visits = 1;
                while (random.nextDouble() < 2.0 / 3) {
                    visits++;
                }
                return visits;
            }
        },
        /** Nine in ten once, one in ten every week of a quarter: 13 times. */
        WEEKLY(0.9 + 1.3) {
            @Override
            public int applyAsInt(Random random) {
                return random.nextDouble() < 0.9 ? 1 : 13;
            }
        };

        private final double mean;

        Visits(double mean) {
            this.mean = mean;
        }
    }

    /** The visits of an area, the sum of their squares and the persons. */
    private record Sums(double events, double squares, double persons) {

        static Sums draw(int expectedPersons, Visits visits, Random random) {
            double events = 0;
            double squares = 0;
            int persons = poisson(expectedPersons, random);
            for (int i = 0; i < persons; i++) {
                int x = visits.applyAsInt(random);
                events += x;
                squares += (double) x * x;
            }
            return new Sums(events, squares, persons);
        }

        double effect() {
            return DesignEffect.ofSquares(events, List.of(squares)).lower();
        }

        double leastEffect() {
            return DesignEffect.ofPersons(events, persons, 1).lower();
        }
    }

    private static boolean holds(Sums sums, double effect, double truth) {
        return new DesignEffect.Events(sums.events(), 1, effect)
                .rate(RateMethod.BYAR_EXACT, Per.ONE, Confidence.P95)
                .estimate()
                .orElseThrow()
                .interval()
                .contains(truth);
    }

    private static boolean differs(Sums one, Sums two) {
        return new DesignEffect.Events(one.events(), 1, one.effect())
                .test(new DesignEffect.Events(two.events(), 1, two.effect()))
                .testResult()
                .filter(result -> result.pValue().value() < 0.05)
                .isPresent();
    }

    /**
     * In percent: intervals with the squares known, with N / P, and with D = 1 that hold the true rate; and pairs of equal
     * areas that the test with the squares known calls different.
     */
    @ParameterizedTest
    @CsvSource({
        "ONCE, 20, 95.7, 95.7, 95.7, 3.6",
        "ONCE, 100, 95.6, 95.6, 95.6, 5.0",
        "GEOMETRIC, 20, 95.5, 89.2, 64.5, 2.5",
        "GEOMETRIC, 100, 95.5, 87.5, 62.2, 5.6",
        "GEOMETRIC, 500, 95.2, 87.3, 61.7, 4.9",
        "WEEKLY, 20, 85.7, 74.0, 52.6, 0.2",
        "WEEKLY, 100, 94.5, 69.7, 51.5, 5.7",
        "WEEKLY, 500, 95.4, 70.5, 51.2, 4.9"
    })
    void intervals_ofSimulatedAreas_coverAsDocumented(
            Visits visits, int persons, double squares, double least, double poisson, double different) {
        Random random = new Random(13);
        int[] found = new int[4];
        for (int run = 0; run < RUNS; run++) {
            Sums one = Sums.draw(persons, visits, random);
            Sums two = Sums.draw(persons, visits, random);
            double truth = persons * visits.mean;
            found[0] += holds(one, one.effect(), truth) ? 1 : 0;
            found[1] += holds(one, one.leastEffect(), truth) ? 1 : 0;
            found[2] += holds(one, 1, truth) ? 1 : 0;
            found[3] += differs(one, two) ? 1 : 0;
        }
        double[] documented = {squares, least, poisson, different};
        for (int i = 0; i < found.length; i++) {
            assertThat(100.0 * found[i] / RUNS).isCloseTo(documented[i], within(0.1));
        }
    }

    /** As many exponential waiting times as fit in the mean. */
    private static int poisson(double mean, Random random) {
        int count = -1;
        for (double time = 0; time < mean; count++) {
            time -= Math.log(1 - random.nextDouble());
        }
        return count;
    }
}
