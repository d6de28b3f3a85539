package nl.betekenisvolmeten.indicators.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of the reference cases: numbers become doubles, null stays null. Not for any other JSON. */
final class Json {

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Object read(String text) {
        Json json = new Json(text);
        Object value = Objects.requireNonNull(json.value());
        if (json.next() != '\0') {
            throw new IllegalArgumentException("more after the end, at " + json.at);
        }
        return value;
    }

    private char next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private @Nullable Object value() {
        return switch (next()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            default -> word();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        while (next() != '}') {
            String key = string();
            expect(':');
            members.put(key, value());
            skipComma();
        }
        at++;
        return members;
    }

    private List<Object> array() {
        List<Object> items = new ArrayList<>();
        at++;
        while (next() != ']') {
            items.add(value());
            skipComma();
        }
        at++;
        return items;
    }

    private void expect(char sign) {
        if (next() != sign) {
            throw new IllegalArgumentException(sign + " expected at " + at);
        }
        at++;
    }

    private void skipComma() {
        if (next() == ',') {
            at++;
        }
    }

    private String string() {
        expect('"');
        int end = text.indexOf('"', at);
        String string = text.substring(at, end);
        if (string.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("no escapes: " + string);
        }
        at = end + 1;
        return string;
    }

    private @Nullable Object word() {
        int start = at;
        while (at < text.length() && ",]} \n\r".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            default -> Double.valueOf(word);
        };
    }
}
