package nl.betekenisvolmeten.indicators.finding;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds and hides what identifies a person in a text: rule {@code TF-P01}.
 *
 * <p>The text is read as a person reads it: digits of other scripts and full-width characters are read as plain ones,
 * and characters that cannot be seen are passed over. Names are not found; neither is a telephone number abroad.
 *
 * <p>What is found is the shape. One in eleven numbers of nine digits looks like a citizen service number, and a case
 * number of ten digits may look like a telephone number: what is in doubt counts as personal.
 */
public final class PersonalData {

    /** What can be found, with the text that replaces it. */
    public enum Kind {
        /** An e-mail address, also written as {@code jan (at) example.org}. */
        EMAIL("[E-MAIL]"),
        /** A bank account number of any country whose check digits are right. */
        IBAN("[IBAN]"),
        /** A calendar date from 1900 to 2099 after a word such as {@code geboren}. */
        BIRTH_DATE("[GEBOORTEDATUM]"),
        /** A Dutch telephone number; numbers such as 14070 are public. */
        PHONE("[TELEFOON]"),
        /**
         * A citizen service number: nine digits that pass the test of eleven, or the placeholders of nine zeros or
         * nines. After a word such as {@code bsn}, any eight or nine digits.
         */
        BSN("[BSN]"),
        /**
         * A full Dutch postcode, with the house number where there is one. Four digits alone are no address, a postcode
         * right after {@code postbus} is public, and a period such as {@code 2026KW01} is none.
         */
        POSTCODE_HOUSE_NUMBER("[ADRES]");

        private final String token;

        Kind(String token) {
            this.token = token;
        }

        /**
         * Returns the text that replaces what was found.
         *
         * @return such as {@code [BSN]}
         */
        public String token() {
            return token;
        }
    }

    private record Search(Kind kind, int leastDigits, Detector detector) {}

    private record Span(Kind kind, int start, int end) {}

    /** The first that finds something wins, so the most certain come first. */
    private static final List<Search> SEARCHES = List.of(
            new Search(Kind.EMAIL, 0, new EmailDetector()),
            new Search(Kind.IBAN, IbanDetector.LEAST_DIGITS, new IbanDetector()),
            new Search(Kind.BIRTH_DATE, 3, new BirthDateDetector()),
            new Search(Kind.PHONE, 9, new PhoneDetector()),
            new Search(Kind.BSN, 8, new BsnDetector()),
            new Search(Kind.POSTCODE_HOUSE_NUMBER, 4, new PostcodeDetector()));

    private static final String HIDDEN = "[AFGESCHERMD]";
    private static final int MOST_DIGITS_SHOWN = 9;
    private static final int MOST_SHOWN = 1_000;

    private PersonalData() {}

    /**
     * Returns kinds as an argument of a finding: the message catalogue has a word for each.
     *
     * @param kinds the kinds
     * @return their names in order, separated by a comma and a blank
     */
    public static String names(Set<Kind> kinds) {
        return kinds.stream().map(Kind::name).sorted().collect(Collectors.joining(", "));
    }

    /**
     * Returns what identifies a person in a text.
     *
     * @param text any text
     * @return the kinds that occur in it; empty when there are none
     */
    public static Set<Kind> find(String text) {
        Set<Kind> found = EnumSet.noneOf(Kind.class);
        hide(text, found);
        return Collections.unmodifiableSet(found);
    }

    /**
     * Returns the text with each personal value replaced by its {@linkplain Kind#token() token}. Nothing is found in
     * what this returns, and masking it once more changes nothing.
     *
     * @param text any text
     * @return the masked text; the same object when there was nothing to hide
     */
    public static String mask(String text) {
        return hide(text, EnumSet.noneOf(Kind.class));
    }

    /**
     * Returns a refused value in a form that may be shown. A value with nine or more digits or an at sign may be
     * personal, whatever its shape.
     *
     * @param value a code, number or header cell that is not valid
     * @return the masked value, truncated if very long; a placeholder if it may still be personal
     */
    public static String refused(String value) {
        String masked = mask(value.length() > MOST_SHOWN ? value.substring(0, MOST_SHOWN) : value);
        long digits = masked.chars().filter(Character::isDigit).count();
        return digits >= MOST_DIGITS_SHOWN || masked.indexOf('@') >= 0 ? HIDDEN : masked;
    }

    /**
     * Hides personal data, again and again until nothing is left, as hiding one value may free another that touched it.
     */
    private static String hide(String text, Set<Kind> found) {
        String current = text;
        while (ScannedText.mayHoldPersonalData(current)) {
            ScannedText scanned = ScannedText.of(current);
            NavigableMap<Integer, Span> spans = scan(scanned);
            if (spans.isEmpty()) {
                return current;
            }
            spans.values().forEach(span -> found.add(span.kind()));
            current = replace(current, scanned, spans);
        }
        return current;
    }

    private static NavigableMap<Integer, Span> scan(ScannedText scanned) {
        NavigableMap<Integer, Span> spans = new TreeMap<>();
        for (Search search : SEARCHES) {
            if (scanned.digits() >= search.leastDigits()) {
                search.detector().detect(scanned.text(), (start, end) -> {
                    Map.Entry<Integer, Span> before = spans.lowerEntry(end);
                    if (before == null || before.getValue().end() <= start) {
                        spans.put(start, new Span(search.kind(), start, end));
                    }
                });
            }
        }
        return spans;
    }

    private static String replace(String original, ScannedText scanned, NavigableMap<Integer, Span> spans) {
        StringBuilder masked = new StringBuilder(original.length());
        int done = 0;
        for (Span span : spans.values()) {
            masked.append(original, done, Math.max(done, scanned.originalStart(span.start())));
            masked.append(span.kind().token());
            done = scanned.originalEnd(span.end() - 1);
        }
        return masked.append(original, done, original.length()).toString();
    }
}
