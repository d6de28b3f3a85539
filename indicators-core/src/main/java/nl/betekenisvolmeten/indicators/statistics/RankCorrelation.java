package nl.betekenisvolmeten.indicators.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether two lists of numbers rise together, by their ranks, so that single far-off areas don't decide. From -1 to 1.
 * That they go together says nothing about why.
 */
public enum RankCorrelation implements Coded {
    /**
     * Spearman's rho: the correlation of the ranks, equal numbers sharing the middle one. The p-value is exact (twice the
     * tail of Σ d² over all orders) up to 9 pairs without ties, and else that of t = ρ √((n - 2) / (1 - ρ²)) with n - 2
     * degrees of freedom.
     *
     * <p>Spearman C. The proof and measurement of association between two things. American Journal of Psychology
     * 1904;15:72-101.
     */
    SPEARMAN {
        @Override
        double of(Pairs pairs) {
            return pairs.rankCorrelation();
        }

        @Override
        boolean hasExact(Pairs pairs) {
            return pairs.size() <= RankDistributions.MOST_FOR_SPEARMAN && !pairs.hasTies();
        }

        @Override
        double exact(Pairs pairs) {
            return RankDistributions.spearman(pairs.size(), Math.round(pairs.squaredRankDistance()));
        }

        @Override
        double approximate(Pairs pairs) {
            return Tails.correlationBeyond(of(pairs), pairs.size() - 2.0);
        }

        @Override
        double corrected(Pairs pairs) {
            return approximate(pairs);
        }
    },
    /**
     * Kendall's tau-b: pairs in the same order less pairs in the other, over √((pairs - ties in x)(pairs - ties in y)).
     * The p-value is exact (twice the tail over all orders) up to 100 pairs without ties, and else normal with the
     * variance corrected for ties.
     *
     * <p>Kendall MG. A new measure of rank correlation. Biometrika 1938;30:81-93. Kendall
     * MG. Rank Correlation Methods. 4th ed. London: Griffin; 1970.
     */
    KENDALL {
        @Override
        double of(Pairs pairs) {
            return pairs.tau();
        }

        @Override
        boolean hasExact(Pairs pairs) {
            return pairs.size() <= RankDistributions.MOST_FOR_KENDALL && !pairs.hasTies();
        }

        @Override
        double exact(Pairs pairs) {
            long all = pairs.size() * (pairs.size() - 1L) / 2;
            return RankDistributions.kendall(pairs.size(), (int) ((all + pairs.score()) / 2));
        }

        @Override
        double approximate(Pairs pairs) {
            return Tails.normalBeyond(pairs.score() / Math.sqrt(pairs.scoreVariance()));
        }

        @Override
        double corrected(Pairs pairs) {
            double score = Math.max(0, Math.abs((double) pairs.score()) - 1);
            return Tails.normalBeyond(score / Math.sqrt(pairs.scoreVariance()));
        }
    };

    private static final int FEWEST = 3;

    /**
     * Returns the correlation.
     *
     * @param x finite numbers
     * @param y as many finite numbers
     * @return the summary; not defined for fewer than 3 pairs, or when all of x or all of y are equal
     * @throws IllegalArgumentException if there are not as many of each, or a number is not finite
     */
    public Statistic estimate(double[] x, double[] y) {
        Pairs pairs = Pairs.of(x, y);
        Optional<Statistic> none = reasonAgainst(x, y, FEWEST);
        return none.orElseGet(() -> new Statistic.Summary(of(pairs), pairs.size(), code()));
    }

    /**
     * Tests whether the correlation is other than 0. The statistic is the correlation.
     *
     * @param x finite numbers
     * @param y as many finite numbers
     * @return the test, its method {@code spearman-exact}, {@code spearman-t}, {@code kendall-exact} or
     *     {@code kendall-normal}; not defined for fewer than 3 pairs, or when all of x or all of y are equal
     * @throws IllegalArgumentException if there are not as many of each, or a number is not finite
     */
    public Statistic test(double[] x, double[] y) {
        Pairs pairs = Pairs.of(x, y);
        return reasonAgainst(x, y, FEWEST).orElseGet(() -> test(pairs));
    }

    /**
     * Returns the same by approximation, whatever the number of pairs: t for {@link #SPEARMAN} and normal for
     * {@link #KENDALL}.
     *
     * @param x finite numbers
     * @param y as many finite numbers
     * @param continuity for {@link #KENDALL}: with {@link ChiSquareTest.Continuity#YATES} the score counts one less from 0; the other
     *     has none, whatever is asked
     * @return the test, its method {@code spearman-t}, {@code kendall-normal} or {@code kendall-normal-yates}; not defined
     *     for fewer than 3 pairs, or when all of x or all of y are equal
     * @throws IllegalArgumentException if there are not as many of each, or a number is not finite
     */
    public Statistic approximateTest(double[] x, double[] y, ChiSquareTest.Continuity continuity) {
        Pairs pairs = Pairs.of(x, y);
        return reasonAgainst(x, y, FEWEST).orElseGet(() -> approximateTest(pairs, continuity));
    }

    private Statistic approximateTest(Pairs pairs, ChiSquareTest.Continuity continuity) {
        boolean t = this == SPEARMAN;
        OptionalDouble df = t ? OptionalDouble.of(pairs.size() - 2.0) : OptionalDouble.empty();
        String method = code() + (t ? "-t" : "-normal");
        return continuity == ChiSquareTest.Continuity.NONE || t
                ? new Statistic.TestResult(of(pairs), df, PValue.of(approximate(pairs)), method)
                : new Statistic.TestResult(
                        of(pairs), df, PValue.of(corrected(pairs)), method + "-" + continuity.code());
    }

    private Statistic test(Pairs pairs) {
        if (hasExact(pairs)) {
            return Statistic.TestResult.exact(of(pairs), PValue.of(Math.min(1, exact(pairs))), code() + "-exact");
        }
        return approximateTest(pairs, ChiSquareTest.Continuity.NONE);
    }

    /** Returns why there is no correlation; empty if there is one. */
    static Optional<Statistic> reasonAgainst(double[] x, double[] y, int fewest) {
        if (x.length < fewest) {
            return Optional.of(Statistic.NotDefined.TOO_FEW_VALUES);
        }
        boolean flat = Sums.areEqual(x) || Sums.areEqual(y);
        return flat ? Optional.of(Statistic.NotDefined.NO_VARIATION) : Optional.empty();
    }

    abstract double of(Pairs pairs);

    abstract boolean hasExact(Pairs pairs);

    abstract double exact(Pairs pairs);

    abstract double approximate(Pairs pairs);

    abstract double corrected(Pairs pairs);
}
