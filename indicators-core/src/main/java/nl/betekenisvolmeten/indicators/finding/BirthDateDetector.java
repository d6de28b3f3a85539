package nl.betekenisvolmeten.indicators.finding;

import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calendar dates from 1900 to 2099 after a word that speaks of birth. */
final class BirthDateDetector implements Detector {

    private static final List<String> STEMS = List.of("geb", "birth", "born", "dob", "d.o.b");
    private static final String KEY = "(?<![\\p{L}\\p{N}])(?:"
            + "(?:geboorte[ -]?datum|geboortedag|geboren|date of birth|birth ?date|born)(?!\\p{L})"
            + "|(?:geb\\.? ?dat(?:um)?|geb|dob|d\\.o\\.b)(?!\\p{L})\\.?)";

    /** Not over a full stop, so that a date in the next sentence is no date of birth. */
    private static final String GAP = "[^\\d\\[\\].;]{0,30}?";

    private static final String SEPARATOR = "[-/. ]{1,3}";
    private static final String YEAR = "'?(?<%s>\\d{4}|\\d{2})(?!\\d)";
    private static final String MONTH =
            "(?<%s>jan(?:uar[iy])?|feb(?:r(?:uar[iy])?)?|mrt|maart|mar(?:ch)?|apr(?:il)?|mei|may"
                    + "|jun[ie]?|jul[iy]?|aug(?:ustus|ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    private static final String DATE = "(?<date>"
            + "(?<d1>\\d{1,2})" + SEPARATOR + "(?<m1>\\d{1,2})" + SEPARATOR + YEAR.replace("%s", "y1")
            + "|(?<y2>\\d{4})" + SEPARATOR + "(?<m2>\\d{1,2})" + SEPARATOR + "(?<d2>\\d{1,2})(?!\\d)"
            + "|(?<d3>\\d{1,2})(?:e|ste|de|st|nd|rd|th)?[- ]{0,2}(?:of )?" + MONTH.replace("%s", "m3") + "[-., ]{0,3}"
            + YEAR.replace("%s", "y3")
            + "|" + MONTH.replace("%s", "m4") + "\\.? (?<d4>\\d{1,2})(?:st|nd|rd|th)?,? (?<y4>\\d{4})(?!\\d)"
            + "|(?<y5>\\d{4})(?<m5>\\d{2})(?<d5>\\d{2})(?!\\d))";

    private static final Pattern FIRST = Pattern.compile("(?i)" + KEY + GAP + DATE);
    private static final Pattern FURTHER = Pattern.compile("(?i)(?:[ ,/&+]|en|of|and){1,6}" + DATE);
    private static final int FORMS = 5;

    @Override
    public void detect(String text, Sink sink) {
        if (!Detector.mentions(text, STEMS)) {
            return;
        }
        Matcher first = FIRST.matcher(text);
        Matcher further = FURTHER.matcher(text);
        for (int from = 0; first.find(from); from = first.start() + 1) {
            if (isDate(first)) {
                sink.add(first.start("date"), first.end());
                further.region(first.end(), text.length());
                while (further.lookingAt() && isDate(further)) {
                    sink.add(further.start("date"), further.end());
                    further.region(further.end(), text.length());
                }
            }
        }
    }

    private static boolean isDate(Matcher date) {
        for (int form = 1; form <= FORMS; form++) {
            String year = date.group("y" + form);
            if (year != null) {
                int day = Integer.parseInt(date.group("d" + form));
                int month = month(date.group("m" + form));
                return isDay(year, month, day) || (form == FORMS && isReversed(date.group("date")));
            }
        }
        return false;
    }

    /** Returns whether eight digits are a date with the day first. */
    private static boolean isReversed(String digits) {
        return isDay(
                digits.substring(4),
                Integer.parseInt(digits.substring(2, 4)),
                Integer.parseInt(digits.substring(0, 2)));
    }

    private static boolean isDay(String yearText, int month, int day) {
        int year = Integer.parseInt(yearText);
        if (yearText.length() == 2) {
            // every day of 1900 + year is also one of 2000 + year
            return isDay(2000 + year, month, day);
        }
        return isDay(year, month, day);
    }

    private static boolean isDay(int year, int month, int day) {
        return year >= 1900
                && year <= 2099
                && month >= 1
                && month <= 12
                && YearMonth.of(year, month).isValidDay(day);
    }

    private static int month(String text) {
        if (Character.isDigit(text.charAt(0))) {
            return Integer.parseInt(text);
        }
        return switch (text.substring(0, 3).toLowerCase(Locale.ROOT)) {
            case "mrt", "maa" -> Month.MARCH.getValue();
            case "mei" -> Month.MAY.getValue();
            case "okt" -> Month.OCTOBER.getValue();
            default -> english(text.substring(0, 3).toUpperCase(Locale.ROOT));
        };
    }

    private static int english(String start) {
        for (Month month : Month.values()) {
            if (month.name().startsWith(start)) {
                return month.getValue();
            }
        }
        return 0;
    }
}
