package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** How near a reference value a result must be. */
final class Close {

    private Close() {}

    /** Relative 1e-10 (1e-9 where the confidence is next to 1), or 1e-12 of the unit near 0. */
    static void assertEstimate(Estimate actual, ReferenceTable.Row expected) {
        double relative = actual.confidence().level() > 0.99999 ? 1e-9 : 1e-10;
        double absolute = 1e-12 * actual.per().multiplier();
        assertNear(actual.value(), expected.number("value"), relative, absolute);
        assertNear(actual.interval().lower(), expected.number("lower"), relative, absolute);
        assertNear(actual.interval().upper(), expected.number("upper"), relative, absolute);
    }

    /** An effect with its limits, to a relative accuracy, or 1e-12 near 0. */
    static void assertEffect(Statistic actual, ReferenceTable.Row expected, double relative) {
        Effect effect = actual.effect().orElseThrow();
        assertNear(effect.value(), expected.number("value"), relative, 1e-12);
        assertNear(effect.interval().lower(), expected.number("lower"), relative, 1e-12);
        assertNear(effect.interval().upper(), expected.number("upper"), relative, 1e-12);
    }

    /** A test's statistic and p-value, to a relative accuracy, or 1e-12 near 0 for the statistic. */
    static void assertTest(Statistic actual, ReferenceTable.Row expected, double relative) {
        TestResult result = actual.testResult().orElseThrow();
        assertNear(result.statistic(), expected.number("statistic"), relative, 1e-12);
        assertNear(result.pValue().value(), expected.number("p"), relative, 1e-300);
    }

    static void assertNear(double actual, double expected, double relative, double absolute) {
        assertThat(actual).isCloseTo(expected, within(Math.max(absolute, relative * Math.abs(expected))));
    }
}
