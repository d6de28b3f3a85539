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

    /**
     * Returns a regular expression for periods of a length in this notation, for other programs. It has no anchors; where
     * a format begins or ends is not in it.
     *
     * @param kind the length
     * @return such as {@code [12][0-9]{3}KW0[1-4]}
     */
    public String pattern(PeriodKind kind) {
        boolean coded = this == CODE;
        return "[12][0-9]{3}"
                + switch (kind) {
                    case MONTH -> coded ? "MM(0[1-9]|1[0-2])" : "-(0[1-9]|1[0-2])";
                    case QUARTER -> coded ? "KW0[1-4]" : "-Q[1-4]";
                    case HALF_YEAR -> coded ? "HJ0[12]" : "-H[12]";
                    case YEAR -> coded ? "JJ00" : "";
                };
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
