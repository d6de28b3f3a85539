package nl.betekenisvolmeten.indicators.statistics;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/** Tails of distributions, computed directly: one minus the other tail has no digits left where it is small. */
final class Tails {

    private Tails() {}

    /**
     * Returns the probability of a chi-square as large as this, or larger.
     *
     * @param statistic 0 or more
     * @param degreesOfFreedom above 0
     * @return a probability
     */
    static double chiSquareAbove(double statistic, double degreesOfFreedom) {
        return Math.min(1, Gamma.regularizedGammaQ(degreesOfFreedom / 2, statistic / 2));
    }

    /**
     * Returns the probability of a standard normal deviate as far from 0 as this, on either side.
     *
     * @param deviate any
     * @return a probability
     */
    static double normalBeyond(double deviate) {
        return chiSquareAbove(deviate * deviate, 1);
    }

    /**
     * Returns the probability of a correlation as far from 0 as this, on either side: t = r √(df / (1 - r²)).
     *
     * @param correlation from -1 to 1
     * @param degreesOfFreedom above 0
     * @return a probability
     */
    static double correlationBeyond(double correlation, double degreesOfFreedom) {
        double rest = 1 - correlation * correlation;
        return rest <= 0 ? 0 : studentBeyond(correlation * Math.sqrt(degreesOfFreedom / rest), degreesOfFreedom);
    }

    /**
     * Returns the probability of Student's t as far from 0 as this, on either side.
     *
     * @param statistic any
     * @param degreesOfFreedom above 0
     * @return a probability
     */
    static double studentBeyond(double statistic, double degreesOfFreedom) {
        double share = degreesOfFreedom / (degreesOfFreedom + statistic * statistic);
        return Math.min(1, Beta.regularizedBeta(share, degreesOfFreedom / 2, 0.5));
    }
}
