package nl.betekenisvolmeten.indicators.formats.form;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.betekenisvolmeten.indicators.model.AgeBand;

/**
 * Ages as Statistics Netherlands and others publish them: a single age, {@code 0 tot 15 jaar} (up to but not including 15),
 * {@code 65 jaar of ouder}, {@code k_0Tot15Jaar_8}, {@code a_00_14}, {@code a_65_oo}.
 */
final class PublishedAges {

    private static final String BEFORE = "(?:.*[/ ])?(?:[ak]_)?";
    private static final String AFTER = "(?: ?jaar)?(?:_\\d+)?(?: ?\\(aantal\\))?";
    private static final Pattern SINGLE = Pattern.compile("(\\d{1,3})(?: jaar)?");
    private static final Pattern UP_TO = Pattern.compile(BEFORE + "(\\d{1,3}) ?tot ?(\\d{1,3})" + AFTER);
    private static final Pattern INCLUSIVE = Pattern.compile(BEFORE + "(\\d{1,3}) ?[-_] ?(\\d{1,3})" + AFTER);
    private static final Pattern OPEN = Pattern.compile(
            BEFORE + "(\\d{1,3})(?:\\+|_oo|_plus| ?(?:jaar)? ?(?:of|en) ?ouder)(?:_\\d+)?(?: ?\\(aantal\\))?");

    private PublishedAges() {}

    /** Returns the ages that a text stands for; empty for any other text. */
    static Optional<AgeBand> parse(String text) {
        Optional<AgeBand> own = AgeBand.parse(text);
        return own.isPresent() ? own : published(text.toLowerCase(Locale.ROOT).strip());
    }

    private static Optional<AgeBand> published(String text) {
        Matcher single = SINGLE.matcher(text);
        if (single.matches()) {
            return band(number(single, 1), OptionalInt.of(number(single, 1)));
        }
        Matcher open = OPEN.matcher(text);
        if (open.matches()) {
            return band(number(open, 1), OptionalInt.empty());
        }
        Matcher upTo = UP_TO.matcher(text);
        if (upTo.matches()) {
            return band(number(upTo, 1), OptionalInt.of(number(upTo, 2) - 1));
        }
        Matcher inclusive = INCLUSIVE.matcher(text);
        return inclusive.matches()
                ? band(number(inclusive, 1), OptionalInt.of(number(inclusive, 2)))
                : Optional.empty();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Optional<AgeBand> band(int from, OptionalInt to) {
        try {
            return Optional.of(new AgeBand(from, to));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
