package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nl.betekenisvolmeten.indicators.statistics.Statistic.Effect;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Summary;
import nl.betekenisvolmeten.indicators.statistics.Statistic.TestResult;

/** How near a reference value a result must be. */
final class Close {

    private Close() {}

    static void assertNear(double actual, double expected, double relative, double absolute) {
        assertThat(actual).isCloseTo(expected, within(Math.max(absolute, relative * Math.abs(expected))));
    }

    /** All of a list, in its order. */
    static void assertAllNear(double[] actual, double[] expected, double relative, double absolute) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertNear(actual[i], expected[i], relative, absolute);
        }
    }

    /** The value and the limits of a summary, an effect or an estimate, and of nothing else. */
    static void assertValue(Statistic actual, double expected, double relative) {
        double value = actual instanceof Summary summary
                ? summary.value()
                : actual instanceof Effect effect
                        ? effect.value()
                        : actual.estimate().orElseThrow().value();
        assertNear(value, expected, relative, 1e-12);
    }

    /** An effect with its limits, to a relative accuracy, or 1e-12 near 0. */
    static void assertEffect(Statistic actual, ReferenceCase.Part expected, String value, double relative) {
        Effect effect = actual.effect().orElseThrow();
        assertNear(effect.value(), expected.number(value), relative, 1e-12);
        assertNear(effect.interval().lower(), expected.number("lower"), relative, 1e-12);
        assertNear(effect.interval().upper(), expected.number("upper"), relative, 1e-12);
    }

    /** A lower limit without a value or an upper limit, to a relative accuracy. */
    static void assertAtLeast(Statistic actual, ReferenceCase.Part expected, double relative) {
        assertThat(actual)
                .isInstanceOfSatisfying(
                        Statistic.AtLeast.class,
                        made -> assertNear(made.lower(), expected.number("lower"), relative, 0));
    }

    /** A test's statistic and p-value, to a relative accuracy, or 1e-12 near 0 for the statistic. */
    static void assertTest(Statistic actual, ReferenceCase.Part expected, double relative) {
        TestResult result = actual.testResult().orElseThrow();
        assertNear(result.statistic(), expected.number("statistic"), relative, 1e-12);
        assertNear(result.pValue().value(), expected.number("p_value"), relative, 1e-300);
    }
}
