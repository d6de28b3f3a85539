package nl.betekenisvolmeten.indicators.statistics;

import java.util.Map;
import java.util.function.Consumer;

/** Checks the reference cases of the distributions that all methods rest on. */
final class DistributionCases {

    static final Map<String, Consumer<ReferenceCase>> CHECKERS =
            Map.of("distributions.json", DistributionCases::distribution);

    private DistributionCases() {}

    private static void distribution(ReferenceCase one) {
        ReferenceCase.Part in = one.in();
        double expected = one.out().number("value");
        switch (in.text("f")) {
            case "normal_quantile" -> near(signed(in, Quantiles.normalAbove(tail(in))), expected);
            case "t_quantile" -> near(signed(in, Quantiles.studentAbove(in.number("df"), tail(in))), expected);
            case "chisq_quantile" -> near(2 * Quantiles.gamma(in.number("df") / 2, in.number("p")), expected);
            case "beta_quantile" -> near(Quantiles.beta(in.number("a"), in.number("b"), in.number("p")), expected);
            case "normal_cdf" -> normal(in.number("x"), one.out());
            case "chisq_upper_tail" -> near(Tails.chiSquareAbove(in.number("x"), in.number("df")), expected);
            case "t_upper_tail" -> student(in, expected);
            case "poisson_cdf" -> tails(new CountDistribution.Poisson(in.number("mean")), one);
            case "binomial_cdf" -> tails(new CountDistribution.Binomial(in.whole("n"), in.number("p")), one);
            default -> throw new AssertionError("no such function: " + in.text("f"));
        }
    }

    private static double tail(ReferenceCase.Part in) {
        return Math.min(in.number("p"), 1 - in.number("p"));
    }

    private static double signed(ReferenceCase.Part in, double deviate) {
        return in.number("p") < 0.5 ? -deviate : deviate;
    }

    private static void normal(double deviate, ReferenceCase.Part out) {
        double beyond = Tails.normalBeyond(deviate) / 2;
        near(beyond, out.number(deviate <= 0 ? "value" : "upper_tail"));
        near(1 - beyond, out.number(deviate <= 0 ? "upper_tail" : "value"));
    }

    private static void student(ReferenceCase.Part in, double expected) {
        double beyond = Tails.studentBeyond(in.number("x"), in.number("df")) / 2;
        near(in.number("x") < 0 ? 1 - beyond : beyond, expected);
    }

    private static void tails(CountDistribution counts, ReferenceCase one) {
        near(counts.atMost(one.in().whole("k")), one.out().number("value"));
        near(counts.atLeast(one.in().whole("k") + 1), one.out().number("upper_tail"));
    }

    private static void near(double actual, double expected) {
        Close.assertNear(actual, expected, 1e-10, Math.abs(expected) < 1e-100 ? 0 : 1e-14);
    }
}
