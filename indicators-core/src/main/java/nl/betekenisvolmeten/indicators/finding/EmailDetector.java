package nl.betekenisvolmeten.indicators.finding;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** E-mail addresses, also with the at sign or the dots written out. */
final class EmailDetector implements Detector {

    /** Every address contains one of these. */
    private static final String SIGNS = "@([{<";

    private static final String LOCAL = "[\\p{L}\\p{N}._%+\\-]";
    private static final String AT = "(?:@| @ | ?[(\\[{<] ?(?:at|apenstaartje|@) ?[)\\]}>] ?)";
    private static final String LABEL = "[\\p{L}\\p{N}\\-]{1,63}+";
    private static final String DOT = "(?:\\.| ?[(\\[{<] ?(?:dot|punt) ?[)\\]}>] ?| (?:dot|punt) )";
    private static final String TOP = "\\p{L}{2}[\\p{L}\\p{N}\\-]{0,61}+";
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)(?<!" + LOCAL + ")" + LOCAL + "++" + AT + LABEL + "(?:" + DOT + LABEL + "){0,8}" + DOT + TOP);

    @Override
    public void detect(String text, Sink sink) {
        if (text.chars().noneMatch(c -> SIGNS.indexOf(c) >= 0)) {
            return;
        }
        Matcher address = ADDRESS.matcher(text);
        while (address.find()) {
            sink.add(address.start(), address.end());
        }
    }
}
