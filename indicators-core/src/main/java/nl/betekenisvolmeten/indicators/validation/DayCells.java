package nl.betekenisvolmeten.indicators.validation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.validation.CellResult.Notation;
import nl.betekenisvolmeten.indicators.validation.internal.Blanks;

/** Reads cells that hold a day: as 2026-01-31, or as people write it, 31-1-2026. A year of two digits is not read. */
final class DayCells {

    /** A time of day added by a spreadsheet or database, which does not change the day. */
    private static final String TIME = "(?:[T ]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]+)?)?)?";

    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})" + TIME);
    private static final Pattern DUTCH = Pattern.compile("([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})" + TIME);

    /** A day as spreadsheets keep it: the number of days since {@link #ZEROTH}, from 1982 to 2036. */
    private static final Pattern SERIAL = Pattern.compile("[34][0-9]{4}");

    private static final LocalDate ZEROTH = LocalDate.of(1899, 12, 30);
    private static final String SHAPE = "2026-01-31";

    private DayCells() {}

    static CellResult day(String text, Validity validity) {
        String stripped = Blanks.visible(text);
        if (stripped.isEmpty()) {
            return CellResult.empty();
        }
        Optional<LocalDate> day = parse(stripped);
        if (day.isEmpty()) {
            return new CellResult.Failure(
                    RuleSet.CellCheck.PERIOD,
                    Map.of("expected", expected(validity), "reason", "unclear", "unit", "day", "example", SHAPE),
                    SERIAL.matcher(stripped).matches()
                            ? List.of(
                                    ZEROTH.plusDays(Integer.parseInt(stripped)).toString())
                            : List.of());
        }
        if (!isWithin(day.get(), validity)) {
            return CellResult.Failure.of(RuleSet.CellCheck.PERIOD, "expected", expected(validity));
        }
        String iso = day.get().toString();
        return new CellResult.Value(iso, 0, iso.equals(text) ? Notation.AGREED : Notation.OTHER);
    }

    /** Returns the day that a text denotes, in either notation. */
    static Optional<LocalDate> parse(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return day(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher dutch = DUTCH.matcher(text);
        return dutch.matches() ? day(dutch.group(3), dutch.group(2), dutch.group(1)) : Optional.empty();
    }

    /** Returns why a text is refused where some days are after their month and others before it; empty if it is clear. */
    static Optional<CellResult.Failure> twoReadings(String text) {
        Matcher dutch = DUTCH.matcher(Blanks.visible(text));
        if (!dutch.matches()) {
            return Optional.empty();
        }
        Optional<String> monthFirst =
                day(dutch.group(3), dutch.group(1), dutch.group(2)).map(LocalDate::toString);
        return day(dutch.group(3), dutch.group(2), dutch.group(1))
                .map(LocalDate::toString)
                .flatMap(dayFirst -> monthFirst
                        .filter(other -> !other.equals(dayFirst))
                        .map(other -> Map.of(
                                "expected",
                                SHAPE,
                                "reason",
                                "two_readings",
                                "day_first",
                                dayFirst,
                                "month_first",
                                other)))
                .map(arguments -> new CellResult.Failure(RuleSet.CellCheck.PERIOD, arguments, List.of()));
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isWithin(LocalDate day, Validity validity) {
        return validity.from().map(first -> !day.isBefore(first.firstDay())).orElse(true)
                && validity.to()
                        .map(last -> !day.isAfter(last.lastDayInclusive()))
                        .orElse(true);
    }

    /** Returns what is expected, in symbols that read in any language. */
    private static String expected(Validity validity) {
        return SHAPE
                + validity.from().map(Period::firstDay).map(day -> ", ≥ " + day).orElse("")
                + validity.to()
                        .map(Period::lastDayInclusive)
                        .map(day -> ", ≤ " + day)
                        .orElse("");
    }
}
