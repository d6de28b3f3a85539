package nl.betekenisvolmeten.indicators.statistics;

/**
 * Sums that keep what rounding takes off (Neumaier's variant of Kahan's), so that the order of areas or strata doesn't
 * show.
 */
final class Sums {

    private Sums() {}

    /**
     * The sum.
     *
     * @param values finite numbers
     * @return their sum; 0 for none
     */
    static double of(double... values) {
        double sum = 0;
        double lost = 0;
        for (double value : values) {
            double next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }
        return sum + lost;
    }

    /**
     * The sum of products, term by term.
     *
     * @param one finite numbers
     * @param other as many
     * @return the sum; 0 for none
     */
    static double ofProducts(double[] one, double[] other) {
        double[] products = new double[one.length];
        for (int i = 0; i < one.length; i++) {
            products[i] = one[i] * other[i];
        }
        return of(products);
    }
}
