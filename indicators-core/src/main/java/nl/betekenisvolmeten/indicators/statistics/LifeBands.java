package nl.betekenisvolmeten.indicators.statistics;

/** The columns of a life table, band by band. */
final class LifeBands {

    private static final double BORN = 100_000;
    private static final double LIVED_BY_NEWBORN = 0.1;
    private static final double LIVED = 0.5;

    /** n, in years; of the last band 2 / M. */
    private final double[] width;
    /** The part of the band that those who die in it live. */
    private final double[] lived;
    /** M. */
    private final double[] rate;
    /** The chance to die in the band. */
    private final double[] dying;
    /** Those of 100,000 born who live at the start of the band. */
    private final double[] alive;

    private final double[] deaths;

    private LifeBands(double[] deaths) {
        this.deaths = deaths;
        width = new double[deaths.length];
        lived = new double[deaths.length];
        rate = new double[deaths.length];
        dying = new double[deaths.length];
        alive = new double[deaths.length];
    }

    static LifeBands of(int[] ages, double[] deaths, double[] populations) {
        int last = ages.length - 1;
        LifeBands bands = new LifeBands(deaths.clone());
        for (int i = 0; i <= last; i++) {
            bands.rate[i] = deaths[i] / populations[i];
            bands.width[i] = i == last ? 2 / bands.rate[i] : width(ages[i], ages[i + 1]);
            bands.lived[i] = ages[i] == 0 ? LIVED_BY_NEWBORN : LIVED;
            bands.dying[i] = i == last ? 1 : bands.dyingIn(i, populations[i]);
            bands.alive[i] = i == 0 ? BORN : bands.alive[i - 1] * (1 - bands.dying[i - 1]);
        }
        return bands;
    }

    private static double width(int age, int next) {
        if (age < 0 || next <= age) {
            throw new IllegalArgumentException("ages must rise from 0: " + age + ", " + next);
        }
        return (double) next - age;
    }

    private double dyingIn(int i, double population) {
        if (deaths[i] > population / width[i] / lived[i]) {
            return 1;
        }
        double years = width[i] * rate[i];
        return years / (1 + years * (1 - lived[i]));
    }

    double[] yearsAhead() {
        int last = width.length - 1;
        double[] ahead = new double[last + 1];
        double total = 0;
        for (int i = last; i >= 0; i--) {
            double next = i == last ? 0 : alive[i + 1];
            total += i == last ? alive[i] / rate[i] : width[i] * (next + lived[i] * (alive[i] - next));
            ahead[i] = total / alive[i];
        }
        return ahead;
    }

    double[] errors(double[] ahead) {
        int last = width.length - 1;
        double[] errors = new double[last + 1];
        double total = 0;
        for (int i = last; i >= 0; i--) {
            total += i == last ? alive[i] * alive[i] / (deaths[i] * rate[i] * rate[i]) : variance(i, ahead[i + 1]);
            errors[i] = Math.sqrt(total) / alive[i];
        }
        return errors;
    }

    /**
     * Returns what a band adds to the variance: nothing if nobody or everybody died in it, as the formula then has no
     * variation left there.
     */
    private double variance(int i, double next) {
        if (deaths[i] == 0 || dying[i] == 1) {
            return 0;
        }
        double moves = (1 - lived[i]) * width[i] + next;
        return alive[i] * alive[i] * moves * moves * dying[i] * dying[i] * (1 - dying[i]) / deaths[i];
    }
}
