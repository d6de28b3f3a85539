package nl.betekenisvolmeten.indicators.formats.internal.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.internal.rows.NumberText;
import nl.betekenisvolmeten.indicators.formats.internal.xlsx.CellKinds.Kind;

/**
 * The numbers of cells as texts. Of decimals, a spreadsheet keeps fifteen digits; what comes after is an artefact of binary
 * numbers. Whole numbers keep all digits that are stored: a long one is somebody's number, and another digit is someone else.
 */
final class CellText {

    private static final MathContext KEPT = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final LocalDate FIRST_1904 = LocalDate.of(1904, 1, 1);
    private static final LocalDate FIRST_1900 = LocalDate.of(1899, 12, 30);

    /** Spreadsheets take 1900 for a leap year: until then their days are one too many. */
    private static final int LEAP_DAY_1900 = 60;

    private static final int LAST_DAY = 2_958_465;
    private static final int SECONDS_OF_DAY = 86_400;
    private static final int SECONDS_OF_HOUR = 3_600;
    private static final int SECONDS_OF_MINUTE = 60;

    private CellText() {}

    static String of(String value, Kind kind, boolean from1904) {
        if (value.isEmpty() || (kind == Kind.NUMBER && isShortWhole(value))) {
            return value;
        }
        Optional<BigDecimal> number = NumberText.parse(value.strip()).map(CellText::kept);
        if (number.isEmpty()) {
            return value;
        }
        Optional<String> text = switch (kind) {
            case NUMBER -> NumberText.dutch(number.get());
            case DATE -> date(number.get(), from1904);
            case TIME -> time(number.get());
        };
        return text.or(() -> NumberText.dutch(number.get())).orElse(value);
    }

    private static BigDecimal kept(BigDecimal number) {
        boolean whole = number.signum() != 0 && number.stripTrailingZeros().scale() <= 0;
        return whole ? number : number.round(KEPT);
    }

    private static boolean isShortWhole(String value) {
        int length = value.length();
        if (length == 0 || length > KEPT.getPrecision() || (value.charAt(0) == '0' && length > 1)) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Returns a day as {@code 2026-03-31}, followed by the time, as in {@code T14:30}, unless that is midnight. */
    private static Optional<String> date(BigDecimal number, boolean from1904) {
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0) {
            return Optional.empty();
        }
        long seconds = seconds(number);
        long day = seconds / SECONDS_OF_DAY;
        LocalDate first = from1904 ? FIRST_1904 : day < LEAP_DAY_1900 ? FIRST_1900.plusDays(1) : FIRST_1900;
        LocalDate date = first.plusDays(day);
        long time = seconds % SECONDS_OF_DAY;
        return Optional.of(
                time == 0
                        ? date.toString()
                        : LocalDateTime.of(date, java.time.LocalTime.ofSecondOfDay(time))
                                .toString());
    }

    /** Returns hours and minutes as {@code 48:30}. */
    private static Optional<String> time(BigDecimal number) {
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0) {
            return Optional.empty();
        }
        long seconds = seconds(number);
        return Optional.of(String.format(
                Locale.ROOT, "%d:%02d", seconds / SECONDS_OF_HOUR, seconds % SECONDS_OF_HOUR / SECONDS_OF_MINUTE));
    }

    private static long seconds(BigDecimal days) {
        return days.multiply(BigDecimal.valueOf(SECONDS_OF_DAY))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
