package nl.betekenisvolmeten.indicators.model;

import java.util.Optional;

/**
 * From which period up to and including which one something holds.
 *
 * @param from the first period; empty when there is no beginning
 * @param to the last period, which still counts; empty when there is no end
 */
public record Validity(Optional<Period> from, Optional<Period> to) {

    private static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());

    /** @throws IllegalArgumentException if {@code to} ends before {@code from} starts */
    public Validity {
        if (from.isPresent()
                && to.isPresent()
                && to.get().lastDayInclusive().isBefore(from.get().firstDay())) {
            throw new IllegalArgumentException(
                    "valid from " + from.get() + " until " + to.get() + ", which is earlier");
        }
    }

    /**
     * Returns a validity without beginning or end.
     *
     * @return a validity that contains every period
     */
    public static Validity always() {
        return ALWAYS;
    }

    /**
     * Returns the validity from a period on.
     *
     * @param from the first period
     * @return the validity
     */
    public static Validity since(Period from) {
        return new Validity(Optional.of(from), Optional.empty());
    }

    /**
     * Returns the validity up to and including a period.
     *
     * @param toInclusive the last period
     * @return the validity
     */
    public static Validity until(Period toInclusive) {
        return new Validity(Optional.empty(), Optional.of(toInclusive));
    }

    /**
     * Returns the validity from one period up to and including another.
     *
     * @param from the first period
     * @param toInclusive the last period
     * @return the validity
     * @throws IllegalArgumentException if the last period ends before the first one starts
     */
    public static Validity between(Period from, Period toInclusive) {
        return new Validity(Optional.of(from), Optional.of(toInclusive));
    }

    /**
     * Returns whether a whole period is covered. The year 2026 isn't, when the validity starts with the second quarter.
     *
     * @param period the period
     * @return true when every day of the period is covered
     */
    public boolean contains(Period period) {
        return from.map(first -> !period.firstDay().isBefore(first.firstDay())).orElse(true)
                && to.map(last -> !period.lastDayInclusive().isAfter(last.lastDayInclusive()))
                        .orElse(true);
    }

    /**
     * Returns whether any day of a period is covered.
     *
     * @param period the period
     * @return true when they have a day in common
     */
    public boolean overlaps(Period period) {
        return from.map(first -> !period.lastDayInclusive().isBefore(first.firstDay()))
                        .orElse(true)
                && to.map(last -> !period.firstDay().isAfter(last.lastDayInclusive()))
                        .orElse(true);
    }
}
