package nl.betekenisvolmeten.indicators.model;

/**
 * What a number is, and so which arithmetic it allows. Numbers are whole or have a fixed number of decimals
 * ({@link #scale}); inside tables they are whole multiples of 10<sup>-scale</sup>, so sums are exact.
 */
public sealed interface Measure {

    /** The most decimals that a measure may have. */
    int MAX_SCALE = 6;

    /**
     * The column.
     *
     * @return its name
     */
    ColumnName name();

    /**
     * The number of decimals.
     *
     * @return 0 for whole numbers
     */
    int scale();

    /**
     * Events or quantities: visits, hours. Adds up over everything.
     *
     * @param name the column
     * @param scale the number of decimals, 0 to {@link Measure#MAX_SCALE}
     */
    record Flow(ColumnName name, int scale) implements Measure {
        /**
         * Checks the scale.
         *
         * @param name the column
         * @param scale the number of decimals
         * @throws IllegalArgumentException if the scale is out of range
         */
        public Flow {
            checkScale(scale);
        }
    }

    /**
     * A state at the end of a period: a caseload. Adds up over areas and organisations; over time the last one counts.
     *
     * @param name the column
     * @param scale the number of decimals, 0 to {@link Measure#MAX_SCALE}
     */
    record Stock(ColumnName name, int scale) implements Measure {
        /**
         * Checks the scale.
         *
         * @param name the column
         * @param scale the number of decimals
         * @throws IllegalArgumentException if the scale is out of range
         */
        public Stock {
            checkScale(scale);
        }
    }

    /**
     * Different persons. Never adds up: the same person may stand in two rows. A total is an interval from the largest
     * part to the sum of the parts, made narrower by dimensions whose codes share no persons.
     *
     * @param name the column
     * @param partitioned whether the dimensions that partition persons speak of these persons. Participants by age
     *     group, yes; the volunteers who receive them, no: one volunteer may help two age groups
     */
    record Distinct(ColumnName name, boolean partitioned) implements Measure {

        /**
         * Persons of whom the dimensions speak.
         *
         * @param name the column
         */
        public Distinct(ColumnName name) {
            this(name, true);
        }

        @Override
        public int scale() {
            return 0;
        }
    }

    /**
     * A mean over so many cases, which stand in another column. A total is recomputed: the sum of mean times cases,
     * divided by the cases.
     *
     * @param name the column of the mean
     * @param scale the number of decimals of the mean, 0 to {@link Measure#MAX_SCALE}
     * @param weight the column of the number of cases
     */
    record Mean(ColumnName name, int scale, ColumnName weight) implements Measure {
        /**
         * Checks the scale.
         *
         * @param name the column of the mean
         * @param scale the number of decimals
         * @param weight the column of the number of cases
         * @throws IllegalArgumentException if the scale is out of range
         */
        public Mean {
            checkScale(scale);
        }
    }

    private static void checkScale(int scale) {
        if (scale < 0 || scale > MAX_SCALE) {
            throw new IllegalArgumentException("a scale is 0 to " + MAX_SCALE + ": " + scale);
        }
    }
}
