package nl.betekenisvolmeten.indicators.validation.constraints.internal;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of properties as names of columns. */
final class SnakeCase {

    /** Before a capital that starts a word: after a small letter or digit, or the last of several capitals. */
    private static final Pattern WORD = Pattern.compile("(?<=[\\p{Ll}0-9])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

    private SnakeCase() {}

    /** Returns a name in snake case, such as {@code unieke_deelnemers} for {@code uniekeDeelnemers}. */
    static String of(String property) {
        return WORD.matcher(property).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
