package nl.betekenisvolmeten.indicators.finding;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dutch postcodes of four digits and two capitals, with the house number after or before. Small letters count when a
 * house number follows, as in {@code 2511bt 70} and {@code 2511 bt 70}, except words such as {@code en}, and after a
 * blank when the digits are no year.
 *
 * <p>Three look-alikes are ignored. A CBS period or a week: a year from 1900 to 2099 with KW, HJ, MM, JJ or WK, in one
 * piece or followed by a number of a period or by none; of any year when its number begins with a zero, as no house's
 * does. An amount: after a euro sign, or a round hundred with a unit
 * such as {@code 1200 EU}, as round hundreds are post-office boxes and no street has them. A year with an abbreviation
 * and no number after it: {@code 2024 EK}.
 */
final class PostcodeDetector implements Detector {

    private static final String HOUSE = "[ ,]{0,3}(?:(?i:nr|no|nummer|huisnr|huisnummer|#)[.:]? ?)?"
            + "(?<number>\\d{1,5})(?!\\d|[-/.]\\d{1,2}[-/.]\\d)(?:-\\d{1,4}(?!\\d))?(?:[ \\-]?[A-Za-z](?![A-Za-z0-9]))?";
    private static final Pattern SHAPE =
            Pattern.compile("(?<digits>[1-9]\\d{3})(?<blank> ?)(?<letters>[A-Za-z]{2})(?![A-Za-z])(?:" + HOUSE + ")?");

    private static final Pattern HOUSE_BEFORE = Pattern.compile("(?<=\\p{L}[ .])\\d{1,5}[A-Za-z]?[, ]{1,2}$");
    private static final int HOUSE_WIDTH = 8;

    private static final Pattern BOX =
            Pattern.compile("(?i)(?:postbus|antwoordnummer|p\\.? ?o\\.? ?box)[ .:]{0,2}(?:\\d{1,6}[ ,]{1,3})?$");
    private static final int BOX_WIDTH = 30;

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
    private static final Set<String> PERIODS = Set.of("KW", "HJ", "MM", "JJ", "WK");
    private static final Set<String> NEVER_USED = Set.of("SA", "SD", "SS");
    private static final Set<String> ABBREVIATIONS = Set.of(
            "EU", "EK", "WK", "OS", "KM", "KG", "GR", "CM", "MM", "ML", "GB", "MB", "PK", "CV", "PC", "TV", "OV", "UK",
            "US", "VN", "BV", "NV", "NL");
    private static final Set<String> SMALL_WORDS = Set.of(
            "kw", "en", "in", "op", "te", "of", "st", "pt", "px", "hj", "mm", "jj", "wk", "is", "na", "om", "nu", "we",
            "ze", "er", "al", "af", "zo", "uw", "ik", "je", "ga", "ex", "ca", "ha", "pp", "uu", "bv", "nr", "no");

    @Override
    public void detect(String text, Sink sink) {
        Matcher shape = SHAPE.matcher(text).useTransparentBounds(true);
        int at = 0;
        int done = 0;
        while (at < text.length()) {
            boolean found = mayStart(text, at)
                    && shape.region(at, text.length()).lookingAt()
                    && isPostcode(shape)
                    && !isAfterBoxOrEuro(text, at);
            if (found) {
                sink.add(Math.max(done, startOfHouse(text, at)), shape.end());
                done = shape.end();
            }
            at = found ? done : at + 1;
        }
    }

    private static boolean mayStart(String text, int at) {
        return Detector.isDigit(text, at)
                && (at == 0 || Character.digit(text.charAt(at - 1), Character.MAX_RADIX) < 0)
                && Detector.endOfDigits(text, at) == at + 4;
    }

    private static int startOfHouse(String text, int postcode) {
        Matcher before = HOUSE_BEFORE.matcher(text).useTransparentBounds(true);
        return before.region(Math.max(0, postcode - HOUSE_WIDTH), postcode).find() ? before.start() : postcode;
    }

    private static boolean isPostcode(Matcher shape) {
        String letters = shape.group("letters");
        String capitals = letters.toUpperCase(Locale.ROOT);
        if (NEVER_USED.contains(capitals) || isPeriod(shape, capitals) || isAmountOrYear(shape, capitals)) {
            return false;
        }
        return letters.equals(capitals)
                || ((shape.group("blank").isEmpty()
                                || !YEAR.matcher(shape.group("digits")).matches())
                        && shape.start("number") > shape.end("letters")
                        && !SMALL_WORDS.contains(letters)
                        && !ABBREVIATIONS.contains(capitals));
    }

    private static boolean isPeriod(Matcher shape, String capitals) {
        String number = shape.group("number");
        if (!PERIODS.contains(capitals)) {
            return false;
        }
        if (!YEAR.matcher(shape.group("digits")).matches()) {
            return number != null && number.startsWith("0") && shape.end("letters") == shape.start("number");
        }
        if (number == null) {
            return true;
        }
        return number.length() <= 2 && (shape.group("blank").isEmpty() || Integer.parseInt(number) <= 12);
    }

    private static boolean isAmountOrYear(Matcher shape, String capitals) {
        String digits = shape.group("digits");
        return ABBREVIATIONS.contains(capitals)
                && (digits.endsWith("00")
                        || (shape.start("number") < 0 && YEAR.matcher(digits).matches()));
    }

    private static boolean isAfterBoxOrEuro(String text, int digits) {
        int start = Math.max(0, digits - BOX_WIDTH);
        String before = text.substring(start, digits).stripTrailing();
        return before.endsWith("€") || BOX.matcher(text).region(start, digits).find();
    }
}
