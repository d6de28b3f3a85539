package nl.betekenisvolmeten.indicators.aggregation;

import java.util.List;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.model.Period;

/** Which periods count together in a figure up to and including a period. */
public sealed interface TimeWindow {

    /**
     * Returns the periods of a window.
     *
     * @param last the period that it ends with
     * @return the periods, from the first to the last
     */
    List<Period> endingAt(Period last);

    /** From the start of the calendar year. */
    record YearToDate() implements TimeWindow {
        @Override
        public List<Period> endingAt(Period last) {
            return Stream.iterate(last, period -> period.year() == last.year(), Period::previous)
                    .sorted()
                    .toList();
        }
    }

    /**
     * A number of periods in a row, such as four quarters.
     *
     * @param periods how many, 1 or more
     */
    record Rolling(int periods) implements TimeWindow {
        /** @throws IllegalArgumentException if it is not positive */
        public Rolling {
            if (periods < 1) {
                throw new IllegalArgumentException("periods must be positive: " + periods);
            }
        }

        @Override
        public List<Period> endingAt(Period last) {
            return Stream.iterate(last, Period::previous)
                    .limit(periods)
                    .sorted()
                    .toList();
        }
    }

    /**
     * One period some time before, to compare the last one with.
     *
     * @param periods how many periods before; 0 is the period itself
     */
    record Earlier(int periods) implements TimeWindow {
        /** @throws IllegalArgumentException if it is negative */
        public Earlier {
            if (periods < 0) {
                throw new IllegalArgumentException("periods must not be negative: " + periods);
            }
        }

        @Override
        public List<Period> endingAt(Period last) {
            return Stream.iterate(last, Period::previous).skip(periods).limit(1).toList();
        }
    }
}
