package nl.betekenisvolmeten.indicators.model;

import java.util.Locale;

/** A way in which a period is written, as agreed in a format. Any notation is read; this says which one is agreed. */
public enum PeriodNotation {
    /** The code of Statistics Netherlands: {@code 2026JJ00}, {@code 2026HJ01}, {@code 2026KW01}, {@code 2026MM01}. */
    CODE,
    /** The year and a part of it: {@code 2026}, {@code 2026-H1}, {@code 2026-Q1}, {@code 2026-01}. */
    DASHED;

    /**
     * Writes a period.
     *
     * @param period the period
     * @return its text in this notation, which {@link Period#read} reads back as the same period
     */
    public String write(Period period) {
        return this == CODE ? period.code() : dashed(period);
    }

    private static String dashed(Period period) {
        return switch (period.kind()) {
            case YEAR -> Integer.toString(period.year());
            case HALF_YEAR -> period.year() + "-H" + period.index();
            case QUARTER -> period.year() + "-Q" + period.index();
            case MONTH -> String.format(Locale.ROOT, "%d-%02d", period.year(), period.index());
        };
    }
}
