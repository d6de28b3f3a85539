package nl.betekenisvolmeten.indicators.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a number is, and so which arithmetic it allows. Numbers are whole or have a fixed number of decimals
 * ({@link #scale}); inside tables they are whole multiples of 10<sup>-scale</sup>, so sums are exact.
 */
public sealed interface Measure {

    /** The most decimals that a measure may have. */
    int MAX_SCALE = 6;

    /**
     * Returns the column.
     *
     * @return its name
     */
    ColumnName name();

    /**
     * Returns the number of decimals.
     *
     * @return 0 for whole numbers
     */
    int scale();

    /**
     * Returns whether it counts events or persons, so that random variation can be modelled.
     *
     * @return true for whole numbers that are no mean
     */
    default boolean isCount() {
        return scale() == 0 && !(this instanceof Mean);
    }

    /**
     * Returns whether a total is zero if there are only rows of other kinds: rows represent activities, and an activity
     * that did not take place has no rows.
     *
     * @return false for a mean and for answers: without rows nothing is known about them
     */
    default boolean isZeroWithoutRows() {
        return !(this instanceof Mean) && !(this instanceof Answers);
    }

    /**
     * Returns the persons behind events that are not independent of each other, as one person may have several.
     *
     * @return the persons; empty for independent events, and for what are no events
     */
    default Optional<Repeats> repeats() {
        return Optional.empty();
    }

    /**
     * Events or quantities: visits, hours. Adds up over everything.
     *
     * @param name the column
     * @param scale the number of decimals, 0 to {@link Measure#MAX_SCALE}
     * @param repeats the persons behind events of whom one may have several; empty for events that are independent of each
     *     other
     */
    record Flow(ColumnName name, int scale, Optional<Repeats> repeats) implements Measure {
        /** @throws IllegalArgumentException if {@code scale} is out of range */
        public Flow {
            checkScale(scale);
        }

        /**
         * Events that are independent of each other, or quantities.
         *
         * @param name the column
         * @param scale the number of decimals
         * @throws IllegalArgumentException if the scale is out of range
         */
        public Flow(ColumnName name, int scale) {
            this(name, scale, Optional.empty());
        }
    }

    /**
     * The persons behind events that are not independent of each other. They decide how much chance there is in a number of
     * events, not how it adds up.
     *
     * @param persons the column of the different persons; empty where no persons are behind the events, as with meetings
     * @param squares the column that holds the sum over the persons of the square of their events, in this format or in that
     *     of the organisations' own totals; empty where nobody counts those
     */
    record Repeats(Optional<ColumnName> persons, Optional<ColumnName> squares) {

        /** No persons are behind the events. */
        public static final Repeats BY_NOBODY = new Repeats(Optional.empty(), Optional.empty());

        /** @throws IllegalArgumentException if there are squares without persons */
        public Repeats {
            if (persons.isEmpty() && squares.isPresent()) {
                throw new IllegalArgumentException("squares must have persons: " + squares.get());
            }
        }
    }

    /**
     * Events that several rows may tell of, because they differ in a column that does not divide them: a meeting to which
     * two age groups come is in the row of each. Within one combination of the other columns of the table's key a total
     * lies between the largest row and the sum of the rows; totals over several combinations add these up.
     *
     * @param name the column
     * @param scale the number of decimals, 0 to {@link Measure#MAX_SCALE}
     * @param over the columns over which rows may tell of the same events, one or more
     */
    record Shared(ColumnName name, int scale, Set<ColumnName> over) implements Measure {
        /** @throws IllegalArgumentException if {@code scale} is out of range, or there is no column to share over */
        public Shared {
            checkScale(scale);
            over = Collections.unmodifiableSortedSet(new TreeSet<>(over));
            if (over.isEmpty()) {
                throw new IllegalArgumentException("columns to share over must not be empty: " + name);
            }
        }

        /**
         * Returns {@link Repeats#BY_NOBODY}: events that groups come to, such as meetings, have no persons of their own
         * behind them.
         */
        @Override
        public Optional<Repeats> repeats() {
            return Optional.of(Repeats.BY_NOBODY);
        }
    }

    /**
     * A state at one end of a period: a caseload. Adds up over areas and organisations; over time the first one counts
     * where the state is that at the beginning, and the last one where it is that at the end.
     *
     * @param name the column
     * @param scale the number of decimals, 0 to {@link Measure#MAX_SCALE}
     * @param moment at which end of the period
     */
    record Stock(ColumnName name, int scale, Moment moment) implements Measure {
        /** @throws IllegalArgumentException if {@code scale} is out of range */
        public Stock {
            checkScale(scale);
        }

        /**
         * Creates a measure of a state at the end of a period.
         *
         * @param name the column
         * @param scale the number of decimals
         * @throws IllegalArgumentException if the scale is out of range
         */
        public Stock(ColumnName name, int scale) {
            this(name, scale, Moment.END);
        }
    }

    /** The end of a period at which a state is measured. */
    enum Moment {
        /** Its first day: of a year, the state at the beginning of its first quarter. */
        START,
        /** Its last day: of a year, the state at the end of its last quarter. */
        END
    }

    /**
     * Distinct persons. Not additive: the same person may be in two rows. A total is an interval from the largest part
     * to the sum of the parts, narrowed by dimensions whose codes share no persons.
     *
     * @param name the column
     * @param partitioned whether the dimensions that partition persons apply to these persons: true for participants by
     *     age group, false for the volunteers who receive them, as one volunteer may help two age groups
     * @param newTo to whom they are new and for how long; empty when they may have been seen before
     * @param residentsOf the smallest area of their row in which all of them are known to live, so that its inhabitants
     *     are an upper bound; empty if they may come from elsewhere
     * @param unnamed the events at which some of them were not asked for their name and are therefore not in the
     *     number; empty if all of them are in the number
     * @param firstIn the period and place in which they are counted once, at their first event; empty if any row may
     *     count anyone
     */
    record Distinct(
            ColumnName name,
            boolean partitioned,
            Optional<NewTo> newTo,
            Optional<AreaLevel> residentsOf,
            Optional<Unnamed> unnamed,
            Optional<FirstIn> firstIn)
            implements Measure {

        /**
         * Creates a measure of persons who are all in the number and may be in any row.
         *
         * @param name the column
         * @param partitioned whether the dimensions that partition persons are about these persons
         * @param newTo to whom they are new
         * @param residentsOf the smallest area in which all of them are known to live
         */
        public Distinct(ColumnName name, boolean partitioned, Optional<NewTo> newTo, Optional<AreaLevel> residentsOf) {
            this(name, partitioned, newTo, residentsOf, Optional.empty(), Optional.empty());
        }

        /**
         * Persons whom the dimensions are about.
         *
         * @param name the column
         */
        public Distinct(ColumnName name) {
            this(name, true);
        }

        /**
         * Creates a measure of persons who may have been seen before.
         *
         * @param name the column
         * @param partitioned whether the dimensions that partition persons are about these persons
         */
        public Distinct(ColumnName name, boolean partitioned) {
            this(name, partitioned, Optional.empty(), Optional.empty());
        }

        @Override
        public int scale() {
            return 0;
        }
    }

    /**
     * Persons who were not seen for some time, among those of another measure.
     *
     * @param column the dimension of those to whom they are new, such as the organisation
     * @param periods in how many periods before they were not seen, one or more
     * @param among the measure of all persons, which includes these
     */
    record NewTo(ColumnName column, int periods, ColumnName among) {
        /** @throws IllegalArgumentException if {@code periods} is not positive */
        public NewTo {
            if (periods < 1) {
                throw new IllegalArgumentException("periods must be positive: " + periods);
            }
        }
    }

    /**
     * Events at which some persons were not asked for their name. The number of persons includes only those with a
     * name: there may be as many more as there are events without a name. If the number was left empty, there are at
     * most as many persons as events.
     *
     * @param events the column of all events, such as visits
     * @param without the column of the events without a name; an empty cell means none
     */
    record Unnamed(ColumnName events, ColumnName without) {}

    /**
     * Persons who are counted once per period and place, on the row of their first event there. Within one period and
     * place they add up, and the sum since the period began is the number of all persons seen there so far.
     *
     * @param length how long each period is
     * @param at the dimensions that make up a place, including the reporter
     * @param among the measure of all persons, which includes these
     */
    record FirstIn(PeriodKind length, List<ColumnName> at, ColumnName among) {
        /** @throws IllegalArgumentException if {@code at} is empty */
        public FirstIn {
            at = List.copyOf(at);
            if (at.isEmpty()) {
                throw new IllegalArgumentException("columns of a place must not be empty: among " + among);
            }
        }
    }

    /**
     * A mean over so many cases, which are in another column. A total is recomputed: the sum of mean times cases,
     * divided by the cases.
     *
     * @param name the column of the mean
     * @param scale the number of decimals of the mean, 0 to {@link Measure#MAX_SCALE}
     * @param weight the column of the number of cases
     */
    record Mean(ColumnName name, int scale, ColumnName weight) implements Measure {
        /** @throws IllegalArgumentException if {@code scale} is out of range */
        public Mean {
            checkScale(scale);
        }
    }

    /**
     * How many gave one of the answers to a question: part of a distribution, from which shares and means are made.
     * Answers add up over everything; as persons they don't, since who answers two questions is in both.
     *
     * @param name the column
     */
    record Answers(ColumnName name) implements Measure {
        @Override
        public int scale() {
            return 0;
        }
    }

    private static void checkScale(int scale) {
        if (scale < 0 || scale > MAX_SCALE) {
            throw new IllegalArgumentException("scale must be 0 to " + MAX_SCALE + ": " + scale);
        }
    }
}
