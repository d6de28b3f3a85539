package nl.betekenisvolmeten.indicators.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.finding.Language;

/**
 * A calendar year, half-year, quarter or month. Its code is that of Statistics Netherlands (CBS): {@code 2026JJ00},
 * {@code 2026HJ01}, {@code 2026KW01}, {@code 2026MM01}.
 *
 * <p>The order is by first day; of two periods that start on the same day the shorter comes first.
 *
 * @param kind how long it lasts
 * @param year the calendar year, 1900 to 2999
 * @param index which one within its year, from 1 to {@link PeriodKind#perYear()}; 1 for a year
 */
public record Period(PeriodKind kind, int year, int index) implements Comparable<Period> {

    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2999;

    private static final int CODE_LENGTH = 8;
    private static final Comparator<Period> ORDER =
            Comparator.comparingInt(Period::startMonth).thenComparing(Period::kind);

    /**
     * A period as it was read.
     *
     * @param period the period
     * @param canonical true when the text was the exact CBS code, false for any other notation
     */
    public record Read(Period period, boolean canonical) {}

    /** @throws IllegalArgumentException if {@code year} or {@code index} is out of range */
    public Period {
        if (!exists(kind, year, index)) {
            throw new IllegalArgumentException("no such period: " + kind + " " + index + " of " + year);
        }
    }

    private static boolean exists(PeriodKind kind, int year, int index) {
        return year >= FIRST_YEAR && year <= LAST_YEAR && index >= 1 && index <= kind.perYear();
    }

    /** Returns the period with these parts, or empty if there is none; for readers, which meet bad data. */
    static Optional<Period> find(PeriodKind kind, int year, int index) {
        return exists(kind, year, index) ? Optional.of(new Period(kind, year, index)) : Optional.empty();
    }

    /**
     * Returns a period.
     *
     * @param kind how long it lasts
     * @param year the calendar year, 1900 to 2999
     * @param index which one within its year, from 1
     * @return the period
     * @throws IllegalArgumentException if the year or the index is out of range
     */
    public static Period of(PeriodKind kind, int year, int index) {
        return new Period(kind, year, index);
    }

    /**
     * Returns the period of a length that a day lies in.
     *
     * @param kind the length
     * @param day the day
     * @return the period
     * @throws IllegalArgumentException if the year is out of range
     */
    public static Period from(PeriodKind kind, LocalDate day) {
        return of(kind, day.getYear(), (day.getMonthValue() - 1) / kind.months() + 1);
    }

    /**
     * Returns a quarter.
     *
     * @param year the calendar year, 1900 to 2999
     * @param quarter 1 to 4
     * @return the period
     * @throws IllegalArgumentException if the year or the quarter is out of range
     */
    public static Period ofQuarter(int year, int quarter) {
        return new Period(PeriodKind.QUARTER, year, quarter);
    }

    /**
     * Returns a year.
     *
     * @param year the calendar year, 1900 to 2999
     * @return the period
     * @throws IllegalArgumentException if the year is out of range
     */
    public static Period ofYear(int year) {
        return new Period(PeriodKind.YEAR, year, 1);
    }

    /**
     * Returns the period with exactly this CBS code.
     *
     * @param code such as {@code 2026KW01}; no blanks, capitals only
     * @return the period, or empty for any other text
     */
    public static Optional<Period> parseCode(String code) {
        if (code.length() != CODE_LENGTH || !Texts.areDigits(code, 0, 4) || !Texts.areDigits(code, 6, 8)) {
            return Optional.empty();
        }
        int number = 10 * (code.charAt(6) - '0') + code.charAt(7) - '0';
        int year = 100 * (10 * (code.charAt(0) - '0') + code.charAt(1) - '0')
                + 10 * (code.charAt(2) - '0')
                + (code.charAt(3) - '0');
        char first = code.charAt(4);
        char second = code.charAt(5);
        if (first == 'K' && second == 'W') {
            return find(PeriodKind.QUARTER, year, number);
        } else if (first == 'M' && second == 'M') {
            return find(PeriodKind.MONTH, year, number);
        } else if (first == 'H' && second == 'J') {
            return find(PeriodKind.HALF_YEAR, year, number);
        } else if (first == 'J' && second == 'J' && number == 0) {
            return find(PeriodKind.YEAR, year, 1);
        }
        return Optional.empty();
    }

    /**
     * Returns the period with exactly this CBS code.
     *
     * @param code such as {@code 2026KW01}
     * @return the period
     * @throws IllegalArgumentException if the code is no such code
     */
    public static Period ofCode(String code) {
        return parseCode(code).orElseThrow(() -> new IllegalArgumentException("not a CBS period code: '" + code + "'"));
    }

    /**
     * Reads a period in any notation that occurs in files. Case and blanks don't matter. What could be read in two
     * ways, such as {@code 2026-1}, is not read.
     *
     * <ul>
     *   <li>year: {@code 2026JJ00}, {@code 2026}
     *   <li>half-year: {@code 2026HJ01}, {@code 2026-H1}, {@code H1 2026}, {@code 1e halfjaar 2026}
     *   <li>quarter: {@code 2026KW01}, {@code 2026-Q1}, {@code 2026K1}, {@code Q1 2026}, {@code 20261}, {@code 1e kwartaal
     *       2026}, {@code 2026 1e kwartaal}, {@code eerste kwartaal 2026}, {@code kwartaal 1 2026}
     *   <li>month: {@code 2026MM01}, {@code 2026-01}, {@code januari 2026}, {@code jan 2026}, {@code January 2026}
     * </ul>
     *
     * @param text any text
     * @return the period and whether the text was its exact code, or empty when the text is no period
     */
    public static Optional<Read> read(String text) {
        Optional<Period> exact = parseCode(text);
        return exact.isPresent()
                ? exact.map(period -> new Read(period, true))
                : PeriodReader.read(text).map(period -> new Read(period, false));
    }

    /**
     * Returns the CBS code.
     *
     * @return such as {@code 2026KW01}
     */
    public String code() {
        int number = kind == PeriodKind.YEAR ? 0 : index;
        return year + kind.code() + (char) ('0' + number / 10) + (char) ('0' + number % 10);
    }

    /**
     * Returns the name for people.
     *
     * @param language the language
     * @return such as {@code 1e kwartaal 2026} or {@code Q1 2026}
     */
    public String label(Language language) {
        return PeriodNames.label(this, language);
    }

    /**
     * Returns the first day.
     *
     * @return the day on which it starts
     */
    public LocalDate firstDay() {
        return LocalDate.of(year, (index - 1) * kind.months() + 1, 1);
    }

    /**
     * Returns the last day.
     *
     * @return the last day that still belongs to it
     */
    public LocalDate lastDayInclusive() {
        return firstDay().plusMonths(kind.months()).minusDays(1);
    }

    /**
     * Returns whether another period lies in this one.
     *
     * @param other the other period
     * @return true when every day of the other is a day of this one; a period contains itself
     */
    public boolean contains(Period other) {
        return startMonth() <= other.startMonth() && other.endMonth() <= endMonth();
    }

    /**
     * Returns the longer period in which this one lies.
     *
     * @param longer its kind
     * @return the enclosing period; this period itself for its own kind
     * @throws IllegalArgumentException if the kind is shorter than this period
     */
    public Period rollUp(PeriodKind longer) {
        if (longer.months() < kind.months()) {
            throw new IllegalArgumentException("a " + longer + " cannot enclose " + code());
        }
        return starting(longer, startMonth());
    }

    /**
     * Returns the period of another length in which this one starts.
     *
     * @param kind its kind
     * @return the enclosing period for a longer kind, the first part for a shorter one, this period for its own
     */
    public Period firstOf(PeriodKind kind) {
        return starting(kind, startMonth());
    }

    /**
     * Returns the shorter periods that make up this one.
     *
     * @param shorter their kind
     * @return the parts in order; this period alone for its own kind
     * @throws IllegalArgumentException if the kind is longer than this period
     */
    public List<Period> parts(PeriodKind shorter) {
        if (shorter.months() > kind.months()) {
            throw new IllegalArgumentException(code() + " has no parts of the kind " + shorter);
        }
        return IntStream.range(0, kind.months() / shorter.months())
                .mapToObj(part -> starting(shorter, startMonth() + part * shorter.months()))
                .toList();
    }

    /**
     * Returns the period after this one.
     *
     * @return the next of the same kind
     * @throws ArithmeticException if that would be beyond the year 2999
     */
    public Period next() {
        if (year == LAST_YEAR && index == kind.perYear()) {
            throw new ArithmeticException("no period after " + code());
        }
        return starting(kind, endMonth());
    }

    /**
     * Returns the period before this one.
     *
     * @return the previous of the same kind
     * @throws ArithmeticException if that would be before the year 1900
     */
    public Period previous() {
        if (year == FIRST_YEAR && index == 1) {
            throw new ArithmeticException("no period before " + code());
        }
        return starting(kind, startMonth() - kind.months());
    }

    /** Returns the period of a kind that contains a month, counted in months since the year 0. */
    private static Period starting(PeriodKind kind, int month) {
        return new Period(kind, month / 12, month % 12 / kind.months() + 1);
    }

    private int startMonth() {
        return 12 * year + (index - 1) * kind.months();
    }

    private int endMonth() {
        return startMonth() + kind.months();
    }

    @Override
    public int compareTo(Period other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return code();
    }

    /** A way in which a period is written, as agreed in a format. Any notation is read; this says which one is agreed. */
    public enum Notation {
        /** The code of Statistics Netherlands: {@code 2026JJ00}, {@code 2026HJ01}, {@code 2026KW01}, {@code 2026MM01}. */
        CODE,
        /** The year and a part of it: {@code 2026}, {@code 2026-H1}, {@code 2026-Q1}, {@code 2026-01}. */
        DASHED,
        /** A day of the period: {@code 2026-01-31}. */
        DAY;

        /**
         * Writes a period.
         *
         * @param period the period
         * @return its text in this notation: the first day of it, or a text that {@link Period#read} reads back as the same
         *     period
         */
        public String write(Period period) {
            return switch (this) {
                case CODE -> period.code();
                case DASHED -> dashed(period);
                case DAY -> period.firstDay().toString();
            };
        }

        /**
         * Returns a regular expression for periods of a length in this notation, for other programs. It has no anchors;
         * where a format begins or ends is not in it.
         *
         * @param kind the length
         * @return such as {@code [12][0-9]{3}KW0[1-4]}
         */
        public String pattern(PeriodKind kind) {
            if (this == DAY) {
                return "[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
            }
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
}
