package nl.betekenisvolmeten.indicators.finding;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Citizen service numbers. Without a word that announces one, three groups of three count only when they are not
 * part of a longer row of such groups, which is a row of counts; a row in which every three groups pass is a row of
 * such numbers.
 */
final class BsnDetector implements Detector {

    private static final int LENGTH = 9;
    private static final int GROUP = 3;

    private static final List<String> STEMS = List.of("bsn", "burger", "sofi");
    private static final String KEY = "(?<![\\p{L}\\p{N}])(?:bsn|burger ?service ?-?n(?:umme)?r|sofi ?-?n(?:umme)?r)";
    private static final String NEAR = "[\\s:.=#'\"()\\-]{0,5}(?:(?:nr|nummer|is|van)[\\s:.=]{0,3}){0,2}";
    private static final String FAR = "(?:(?!kvk)[^\\d\\[\\],;]){0,25}+";
    private static final Pattern ANNOUNCED = Pattern.compile("(?i)" + KEY + "(?:" + NEAR
            + "(?<grouped>\\d(?:[ .\\-]?\\d){7,8}(?!\\d))|" + FAR + "(?<plain>\\d{8,9}(?!\\d)))");
    private static final Pattern FURTHER = Pattern.compile("(?i)(?:[ ,/&+]|en|of|and){1,6}(\\d{8,9}(?!\\d))");

    private static final Pattern CASE_NUMBER = Pattern.compile("(?i)(?:RIS|DPZ|OCW)[ /:\\-]?$");
    private static final int CASE_WIDTH = 4;
    private static final Pattern CURRENCY = Pattern.compile("(?:[\u20ac$\u00a3]|(?i:eur|euro)) {0,2}$");
    private static final int CURRENCY_WIDTH = 6;
    private static final Pattern FOUR_TWO_THREE = Pattern.compile("\\d{4}([.\\- ])\\d{2}\\1\\d{3}(?!\\d)");

    /** Points between groups of three are those of an amount, unless the number is the whole text. */
    private static final Pattern ALONE = Pattern.compile("\\s*(\\d{3}\\.\\d{3}\\.\\d{3})\\s*");

    @Override
    public void detect(String text, Sink sink) {
        Matcher alone = ALONE.matcher(text);
        if (alone.matches()) {
            addIfValid(text, alone.start(1), alone.end(1), sink);
            return;
        }
        if (Detector.mentions(text, STEMS)) {
            announced(text, sink);
        }
        int at = 0;
        while (at < text.length()) {
            at = Detector.isDigit(text, at) ? number(text, at, sink) : at + 1;
        }
    }

    /** Checks the digits that start here, and returns where to continue. */
    private static int number(String text, int start, Sink sink) {
        int end = Detector.endOfDigits(text, start);
        switch (end - start) {
            case LENGTH -> addIfValid(text, start, end, sink);
            case 4 -> {
                Matcher grouped = FOUR_TWO_THREE.matcher(text).region(start, text.length());
                if (grouped.useTransparentBounds(true).lookingAt()) {
                    addIfValid(text, start, grouped.end(), sink);
                }
            }
            case GROUP -> {
                int endOfRow = endOfRow(text, end);
                row(text, start, endOfRow, sink);
                return endOfRow;
            }
            default -> {
                // no length of a citizen service number
            }
        }
        return end;
    }

    private static void addIfValid(String text, int start, int end, Sink sink) {
        if (passes(text.substring(start, end)) && !isCaseNumber(text, start) && !isAmount(text, start)) {
            sink.add(start, end);
        }
    }

    private static boolean isCaseNumber(String text, int start) {
        return CASE_NUMBER
                .matcher(text)
                .region(Math.max(0, start - CASE_WIDTH), start)
                .find();
    }

    private static boolean isAmount(String text, int start) {
        return CURRENCY.matcher(text)
                .region(Math.max(0, start - CURRENCY_WIDTH), start)
                .find();
    }

    private static void announced(String text, Sink sink) {
        Matcher announced = ANNOUNCED.matcher(text);
        Matcher further = FURTHER.matcher(text);
        while (announced.find()) {
            int group = announced.start("grouped") >= 0 ? announced.start("grouped") : announced.start("plain");
            sink.add(group, announced.end());
            int end = announced.end();
            while (further.region(end, text.length()).lookingAt()) {
                sink.add(further.start(1), further.end());
                end = further.end();
            }
        }
    }

    private static int endOfRow(String text, int firstEnd) {
        int end = firstEnd;
        while (isSeparator(text, end)
                && text.charAt(end) == text.charAt(firstEnd)
                && Detector.endOfDigits(text, end + 1) == end + 1 + GROUP) {
            end += 1 + GROUP;
        }
        return end;
    }

    private static boolean isSeparator(String text, int at) {
        return at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '-');
    }

    private static void row(String text, int start, int end, Sink sink) {
        int width = LENGTH + 2;
        if ((end - start + 1) % (width + 1) != 0 || isCaseNumber(text, start)) {
            return;
        }
        for (int at = start; at < end; at += width + 1) {
            if (!passes(text.substring(at, at + width))) {
                return;
            }
        }
        for (int at = start; at < end; at += width + 1) {
            sink.add(at, at + width);
        }
    }

    /**
     * Returns whether the number passes the test of eleven: weights 9 to 2, and -1 for the last digit. Nine zeros pass;
     * so do nine nines, which stand for unknown.
     */
    private static boolean passes(String grouped) {
        int sum = 0;
        int weight = LENGTH;
        boolean nines = true;
        for (int i = 0; i < grouped.length(); i++) {
            int digit = Character.digit(grouped.charAt(i), 10);
            if (digit >= 0) {
                sum += (weight == 1 ? -1 : weight) * digit;
                weight--;
                nines &= digit == 9;
            }
        }
        return nines || sum % 11 == 0;
    }
}
