package nl.betekenisvolmeten.indicators.formats.internal.xlsx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.betekenisvolmeten.indicators.formats.internal.rows.HalfCharacter;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException.Reason;

/**
 * Characters that XML cannot hold, as workbooks write them: {@code _x000D_} is a carriage return. What looks like that
 * and is not starts with {@code _x005F_}, an underscore.
 */
final class EscapedText {

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern NOT_IN_XML =
            Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)|[\\x00-\\x08\\x0B\\x0C\\x0D\\x0E-\\x1F\\uFFFE\\uFFFF]");

    private EscapedText() {}

    static String unescaped(String text) throws UnreadableException {
        if (!text.contains("_x")) {
            return text;
        }
        Matcher escaped = ESCAPED.matcher(text);
        String unescaped = escaped.replaceAll(
                match -> Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(match.group(1), 16))));
        if (HalfCharacter.isIn(unescaped)) {
            throw new UnreadableException(Reason.DAMAGED);
        }
        return unescaped;
    }

    static String escaped(String text) {
        Matcher wrong = NOT_IN_XML.matcher(text);
        return wrong.find() ? wrong.replaceAll(match -> "_x" + hex(match.group().charAt(0)) + "_") : text;
    }

    private static String hex(char c) {
        String digits = Integer.toHexString(0x10000 | c).substring(1);
        return digits.toUpperCase(java.util.Locale.ROOT);
    }
}
