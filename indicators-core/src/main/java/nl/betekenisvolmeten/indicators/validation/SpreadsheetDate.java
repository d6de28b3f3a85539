package nl.betekenisvolmeten.indicators.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A date with parts that may be unknown, because a cell does not show them or a code does not say them.
 *
 * @param day 1 to 31, or 0 when it is unknown
 * @param month 1 to 12
 * @param year with its century, or 0 when it is unknown
 */
record SpreadsheetDate(int day, int month, int year) {

    private static final int UNKNOWN = 0;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;

    /** A spreadsheet counts days from here; later than 1 March 1900 there is no doubt about it. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    /** The days of 1970 to 2099 as a spreadsheet counts them: five digits each. */
    private static final int FIRST_SERIAL = 25_569;

    private static final int LAST_SERIAL = 73_050;

    private static final Pattern SERIAL = Pattern.compile("[0-9]{5}");
    private static final Pattern PAIR = Pattern.compile("([0-9]{1,4})[-/.]([0-9]{1,4})");
    private static final Pattern ISO = Pattern.compile("([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})");
    private static final Pattern FIGURES = Pattern.compile("([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4}|[0-9]{2})");
    private static final Pattern NAME_FIRST = Pattern.compile("(\\p{L}+)\\.?[-/ ]([0-9]{4}|[0-9]{1,2})");
    private static final Pattern NAME_LAST = Pattern.compile("([0-9]{1,2})[-/ ](\\p{L}+)\\.?");
    private static final Pattern NAME_WITHIN =
            Pattern.compile("([0-9]{1,2})[-/ ](\\p{L}+)\\.?[-/ ]([0-9]{4}|[0-9]{2})");

    private static final List<List<String>> MONTHS = List.of(
            List.of("januari", "january"),
            List.of("februari", "february"),
            List.of("maart", "march", "mrt"),
            List.of("april"),
            List.of("mei", "may"),
            List.of("juni", "june"),
            List.of("juli", "july"),
            List.of("augustus", "august"),
            List.of("september"),
            List.of("oktober", "october"),
            List.of("november"),
            List.of("december"));

    private static final int SHORTEST_NAME = 3;

    /** Returns the dates that a cell may show: several if it can be read as day and month in either order. */
    static List<SpreadsheetDate> read(String cell) {
        List<SpreadsheetDate> dates = new ArrayList<>();
        if (SERIAL.matcher(cell).matches()) {
            addSerial(Integer.parseInt(cell), dates);
        }
        Matcher iso = ISO.matcher(cell);
        if (iso.matches()) {
            year(iso.group(1)).ifPresent(year -> add(number(iso, 3), number(iso, 2), year, dates));
        }
        Matcher figures = FIGURES.matcher(cell);
        if (figures.matches()) {
            year(figures.group(3)).ifPresent(year -> {
                add(number(figures, 1), number(figures, 2), year, dates);
                add(number(figures, 2), number(figures, 1), year, dates);
            });
        }
        addNamed(cell, dates);
        return dates;
    }

    private static void addSerial(int serial, List<SpreadsheetDate> dates) {
        if (serial >= FIRST_SERIAL && serial <= LAST_SERIAL) {
            LocalDate date = DAY_ZERO.plusDays(serial);
            dates.add(new SpreadsheetDate(date.getDayOfMonth(), date.getMonthValue(), date.getYear()));
        }
    }

    private static void addNamed(String cell, List<SpreadsheetDate> dates) {
        Matcher first = NAME_FIRST.matcher(cell);
        if (first.matches()) {
            monthNamed(first.group(1)).ifPresent(month -> {
                year(first.group(2)).ifPresent(year -> dates.add(new SpreadsheetDate(UNKNOWN, month, year)));
                add(number(first, 2), month, UNKNOWN, dates);
            });
        }
        Matcher last = NAME_LAST.matcher(cell);
        if (last.matches()) {
            monthNamed(last.group(2)).ifPresent(month -> add(number(last, 1), month, UNKNOWN, dates));
        }
        Matcher within = NAME_WITHIN.matcher(cell);
        if (within.matches()) {
            monthNamed(within.group(2))
                    .ifPresent(month ->
                            year(within.group(3)).ifPresent(year -> add(number(within, 1), month, year, dates)));
        }
    }

    /**
     * Returns the dates that a spreadsheet may make of a code of two numbers: day and month in either order, or month
     * and year in either order. A month gets its first day, or the month's own number if a program repeats it.
     */
    static List<SpreadsheetDate> madeOf(String code) {
        Matcher pair = PAIR.matcher(code);
        if (!pair.matches()) {
            return List.of();
        }
        List<SpreadsheetDate> dates = new ArrayList<>();
        int first = number(pair, 1);
        int second = number(pair, 2);
        add(first, second, UNKNOWN, dates);
        add(second, first, UNKNOWN, dates);
        year(pair.group(2)).ifPresent(year -> addMonth(first, year, dates));
        year(pair.group(1)).ifPresent(year -> addMonth(second, year, dates));
        return dates;
    }

    private static void addMonth(int month, int year, List<SpreadsheetDate> dates) {
        add(1, month, year, dates);
        add(month, month, year, dates);
    }

    private static void add(int day, int month, int year, List<SpreadsheetDate> dates) {
        if (day >= 1 && day <= 31 && month >= 1 && month <= 12) {
            dates.add(new SpreadsheetDate(day, month, year));
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /**
     * Returns a year of four digits, or of two as spreadsheets read them: up to 29 in this century, from 30 on in the
     * last.
     */
    private static OptionalInt year(String figures) {
        int number = Integer.parseInt(figures);
        int year = figures.length() > 2 ? number : number + (number < 30 ? 2000 : FIRST_YEAR);
        return year >= FIRST_YEAR && year <= LAST_YEAR ? OptionalInt.of(year) : OptionalInt.empty();
    }

    /** Returns the month of a Dutch or English name, whole or cut off after at least three letters. */
    private static OptionalInt monthNamed(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return IntStream.range(0, MONTHS.size())
                .filter(i -> lower.length() >= SHORTEST_NAME
                        && MONTHS.get(i).stream().anyMatch(whole -> whole.startsWith(lower)))
                .map(i -> i + 1)
                .findFirst();
    }

    /** Returns whether two dates can be the same day: what one of them lacks makes no difference. */
    boolean canBe(SpreadsheetDate other) {
        return month == other.month && agree(day, other.day) && agree(year, other.year);
    }

    private static boolean agree(int own, int others) {
        return own == UNKNOWN || others == UNKNOWN || own == others;
    }
}
