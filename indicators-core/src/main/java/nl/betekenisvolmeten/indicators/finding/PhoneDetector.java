package nl.betekenisvolmeten.indicators.finding;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dutch telephone numbers. A national number starts as people group one: 06, or a net number of three or four digits.
 * Dates and times that happen to have ten digits in a row are passed over.
 */
final class PhoneDetector implements Detector {

    private static final String GAP = "[ .\\-()/]{0,4}";

    /** What keeps a zero from being the start of a telephone number: an account number or a case number before it. */
    private static final String NOT_AFTER_CODE =
            "(?<![A-Za-z]{2}\\d{2}[ .\\-]?[A-Za-z]{4}[ .\\-]?)(?<!(?:RIS|DPZ|OCW)[/:]?)";

    private static final Pattern SHAPE = Pattern.compile("(?:(?:\\+|00) ?31" + GAP + "(?:0" + GAP + ")?|"
            + NOT_AFTER_CODE + "(?<national>0)" + GAP + ")[1-9](?:" + GAP + "\\d){8}(?!\\d)");

    private static final String MONTH = "(?:0[1-9]|1[0-2])";
    private static final String TIME = "(?:[01]\\d|2[0-3])\\.[0-5]\\d";
    private static final Pattern DATE_OR_TIME = Pattern.compile("(?:"
            + "(?<=(?<!\\d)\\d{1,2}[-/. ])" + MONTH + "[-/. ](?:19|20)\\d{2}"
            + "|\\d{2}([-/.])" + MONTH + "\\1(?:19|20)\\d{2}"
            + "|(?<=(?:19|20)\\d{2}[-/.])" + MONTH + "[-/.]\\d{2}"
            + "|" + TIME + "[ \\-/]{1,3}" + TIME
            + ")(?!\\d)");

    /**
     * Numbers as spreadsheets leave them, without plus sign or leading zero; the latter only after a word that
     * announces a telephone number.
     */
    private static final Pattern BARE = Pattern.compile("(?i)(?<!\\d)(?<mobile>316\\d{8})(?!\\d)"
            + "|(?<![\\p{L}\\p{N}])(?:bel(?:len|t|de|nummer)?|tel(?:efoon)?(?:nr|nummer)?|mob(?:iel|iele)?(?:nr|nummer)?"
            + "|gsm|whats ?app|wa\\.me|app|sms)(?!\\p{L})"
            + "[\\s:.=#'\"()/\\-]{0,5}(?:(?:nr|nummer|is|op|naar|via|met)[\\s:.=]{1,3}){0,2}"
            + "(?<announced>(?:31)?[1-9]\\d{8})(?!\\d)");

    private static final List<String> BARE_HINTS = List.of("316", "bel", "tel", "mob", "gsm", "app", "wa.me", "sms");

    @Override
    public void detect(String text, Sink sink) {
        Matcher shape = SHAPE.matcher(text).useTransparentBounds(true);
        int at = 0;
        while (at < text.length()) {
            if (mayStart(text, at) && shape.region(at, text.length()).lookingAt() && isNumber(shape, text)) {
                boolean bracket = at > 0 && text.charAt(at - 1) == '(';
                sink.add(bracket ? at - 1 : at, shape.end());
                at = shape.end();
            } else {
                at++;
            }
        }
        bare(text, sink);
    }

    private static void bare(String text, Sink sink) {
        if (Detector.mentions(text, BARE_HINTS)) {
            Matcher bare = BARE.matcher(text);
            while (bare.find()) {
                String group = bare.start("mobile") >= 0 ? "mobile" : "announced";
                sink.add(bare.start(group), bare.end(group));
            }
        }
    }

    private static boolean mayStart(String text, int at) {
        return text.charAt(at) == '+' || (text.charAt(at) == '0' && !Detector.isDigit(text, at - 1));
    }

    private static boolean isNumber(Matcher shape, String text) {
        return shape.start("national") < 0 || isNational(text, shape.start());
    }

    private static boolean isNational(String text, int start) {
        int end = Detector.endOfDigits(text, start);
        boolean grouped = switch (end - start) {
            case 1 -> text.charAt(end) == '(';
            case 2 -> text.charAt(start + 1) == '6';
            default -> true;
        };
        return grouped && !isDateOrTime(text, start);
    }

    private static boolean isDateOrTime(String text, int start) {
        return DATE_OR_TIME
                .matcher(text)
                .region(start, text.length())
                .useTransparentBounds(true)
                .lookingAt();
    }
}
