package nl.betekenisvolmeten.indicators.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads periods in notations other than the CBS code. The text is cut into numbers, words and hyphens; the year comes
 * first or last, perhaps set off by a hyphen, and the rest must be one of a few shapes.
 */
final class PeriodReader {

    private static final int MAX_LENGTH = 64;
    private static final String HYPHEN = "-";
    private static final Set<String> ORDINAL_ENDINGS = Set.of("e", "de", "ste");

    private PeriodReader() {}

    static Optional<Period> read(String text) {
        String stripped = Texts.strip(text);
        if (stripped.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        List<String> tokens = tokens(stripped);
        int last = tokens.size() - 1;
        if (last < 0) {
            return Optional.empty();
        } else if (last == 0) {
            return oneNumber(tokens.get(0));
        } else if (isNumber(tokens.get(0), 4)) {
            return afterYear(Integer.parseInt(tokens.get(0)), tokens.subList(1, last + 1));
        } else if (isNumber(tokens.get(last), 4)) {
            return beforeYear(Integer.parseInt(tokens.get(last)), tokens.subList(0, last));
        }
        return Optional.empty();
    }

    /** Reads {@code 2026} or {@code 20261}, year and quarter. */
    private static Optional<Period> oneNumber(String token) {
        if (isNumber(token, 4)) {
            return Period.find(PeriodKind.YEAR, Integer.parseInt(token), 1);
        } else if (isNumber(token, 5)) {
            int number = Integer.parseInt(token);
            return Period.find(PeriodKind.QUARTER, number / 10, number % 10);
        }
        return Optional.empty();
    }

    private static Optional<Period> afterYear(int year, List<String> tokens) {
        boolean hyphen = tokens.get(0).equals(HYPHEN);
        List<String> rest = hyphen ? tokens.subList(1, tokens.size()) : tokens;
        if (hyphen && rest.size() == 1 && isNumber(rest.get(0), 2)) {
            return Period.find(PeriodKind.MONTH, year, Integer.parseInt(rest.get(0)));
        }
        return within(year, rest);
    }

    private static Optional<Period> beforeYear(int year, List<String> tokens) {
        int last = tokens.size() - 1;
        return within(year, tokens.get(last).equals(HYPHEN) ? tokens.subList(0, last) : tokens);
    }

    private static Optional<Period> within(int year, List<String> words) {
        return switch (words.size()) {
            case 1 -> PeriodNames.month(words.get(0)).flatMap(month -> Period.find(PeriodKind.MONTH, year, month));
            case 2 -> {
                Optional<Period> ordinal =
                        PeriodNames.ordinal(words.get(0)).flatMap(number -> counted(year, number, words.get(1)));
                yield ordinal.isPresent() ? ordinal : lettered(year, words.get(0), words.get(1));
            }
            case 3 ->
                isShortNumber(words.get(0)) && ORDINAL_ENDINGS.contains(words.get(1))
                        ? counted(year, Integer.parseInt(words.get(0)), words.get(2))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Reads {@code 1e kwartaal}; months and years aren't counted like this. */
    private static Optional<Period> counted(int year, int number, String word) {
        return PeriodNames.kind(word)
                .filter(kind -> kind == PeriodKind.QUARTER || kind == PeriodKind.HALF_YEAR)
                .flatMap(kind -> Period.find(kind, year, number));
    }

    /** Reads {@code Q1}, {@code KW01}, {@code kwartaal 1}, {@code JJ00}. */
    private static Optional<Period> lettered(int year, String word, String number) {
        if (!isShortNumber(number)) {
            return Optional.empty();
        }
        return PeriodNames.kind(word).flatMap(kind -> {
            if (kind == PeriodKind.YEAR) {
                return number.equals("00") ? Period.find(kind, year, 1) : Optional.empty();
            }
            return Period.find(kind, year, Integer.parseInt(number));
        });
    }

    private static boolean isNumber(String token, int digits) {
        return token.length() == digits && Texts.areDigits(token, 0, digits);
    }

    private static boolean isShortNumber(String token) {
        return isNumber(token, 1) || isNumber(token, 2);
    }

    /** Splits a text into runs of digits, letters (in lower case) and hyphens; empty if another character occurs. */
    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            CharKind kind = CharKind.of(text.charAt(from));
            int to = from + 1;
            while (to < text.length() && CharKind.of(text.charAt(to)) == kind) {
                to++;
            }
            switch (kind) {
                case OTHER -> {
                    return List.of();
                }
                case DASH -> tokens.add(to == from + 1 ? HYPHEN : HYPHEN.repeat(2));
                case DIGIT -> tokens.add(text.substring(from, to));
                case LETTER -> addWord(tokens, text.substring(from, to).toLowerCase(Locale.ROOT));
                case BLANK -> {}
            }
            from = to;
        }
        return tokens;
    }

    /** Adds a word; {@code half jaar} is also written as two. */
    private static void addWord(List<String> tokens, String word) {
        int last = tokens.size() - 1;
        if (word.equals("jaar") && last >= 0 && tokens.get(last).equals("half")) {
            tokens.set(last, "halfjaar");
        } else {
            tokens.add(word);
        }
    }

    private enum CharKind {
        DIGIT,
        LETTER,
        DASH,
        BLANK,
        OTHER;

        static CharKind of(char c) {
            if (Texts.isDigit(c)) {
                return DIGIT;
            } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
                return LETTER;
            } else if (Texts.isDash(c)) {
                return DASH;
            }
            return Texts.isBlank(c) ? BLANK : OTHER;
        }
    }
}
