package nl.betekenisvolmeten.indicators.formats.internal.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/** Finds where values end, and what of their bytes is the text of a cell. */
final class FlatValues {

    private static final int SHORT_NUMBER = 18;
    private static final int HEX_DIGITS = 4;

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final long BLANKS = ' ' * ONES;

    private final ByteWindow window;
    private final int mostBytes;
    private final boolean checksLetters;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private final BitSet odd = new BitSet();
    private int[] points = new int[16];
    private int pointCount;
    private boolean anyOdd;

    /**
     * For one window.
     *
     * @param mostBytes longer texts are refused
     * @param checksLetters whether letters beyond ASCII are looked at
     */
    FlatValues(ByteWindow window, int mostBytes, boolean checksLetters) {
        this.window = window;
        this.mostBytes = mostBytes;
        this.checksLetters = checksLetters;
    }

    /** Where the first byte stands that is not itself within a text. */
    private int afterPlain(int from) {
        byte[] bytes = window.bytes;
        int at = from;
        while (true) {
            long word = ByteWindow.word(bytes, at);
            long quotes = word ^ QUOTES;
            long backslashes = word ^ BACKSLASHES;
            long odd = (((quotes - ONES) & ~quotes) | ((backslashes - ONES) & ~backslashes) | (word - BLANKS) | word)
                    & HIGHS;
            if (odd != 0) {
                return at + (Long.numberOfTrailingZeros(odd) >>> 3);
            }
            at += Long.BYTES;
        }
    }

    /** Another object starts. */
    void start() {
        pointCount = 0;
        if (anyOdd) {
            odd.clear();
            anyOdd = false;
        }
    }

    /** The object was read: decimals get a comma. Not before, as an object may be read once more. */
    void finish() {
        for (int i = 0; i < pointCount; i++) {
            window.bytes[points[i]] = ',';
        }
    }

    boolean anyOdd() {
        return anyOdd;
    }

    boolean isOdd(int place) {
        return odd.get(place);
    }

    /**
     * Reads a value.
     *
     * @return where it ends; -1 when the window ends before it does
     * @throws NotFlatException if it is no text, number, true, false or null
     */
    int read(int start, int place, int[] bounds) throws NotFlatException {
        bounds[2 * place] = start;
        bounds[2 * place + 1] = start;
        byte sign = window.bytes[start];
        if (sign == '"') {
            return text(start, place, bounds);
        } else if (sign == '-' || isDigit(sign)) {
            return number(start, place, bounds);
        }
        if (sign == 'n') {
            return word("null", start);
        } else if (sign != 't' && sign != 'f') {
            return stopped(start);
        }
        int end = word(sign == 't' ? "true" : "false", start);
        if (end >= 0) {
            // written otherwise as the text of a cell
            odd(place, start, end, bounds);
        }
        return end;
    }

    private int stopped(int at) throws NotFlatException {
        if (at < window.limit) {
            throw new NotFlatException();
        }
        return -1;
    }

    private int word(String word, int start) throws NotFlatException {
        for (int i = 0; i < word.length(); i++) {
            if (window.bytes[start + i] != word.charAt(i)) {
                return stopped(start + i);
            }
        }
        return start + word.length();
    }

    private int text(int open, int place, int[] bounds) throws NotFlatException {
        byte[] bytes = window.bytes;
        boolean escaped = false;
        boolean letters = false;
        int at = afterPlain(open + 1);
        while (bytes[at] != '"') {
            if (bytes[at] < 0) {
                letters = true;
                at = afterPlain(at + 1);
            } else if (bytes[at] == '\\') {
                escaped = true;
                int next = afterEscape(at + 1);
                if (next < 0) {
                    return -1;
                }
                at = afterPlain(next);
            } else {
                return stopped(at);
            }
        }
        if (at - open > mostBytes || (letters && checksLetters && !isUtf8(open + 1, at))) {
            throw new NotFlatException();
        }
        bounds[2 * place] = open + 1;
        bounds[2 * place + 1] = at;
        if (escaped) {
            odd(place, open, at + 1, bounds);
        }
        return at + 1;
    }

    /** The bounds are then those of all the value. */
    private void odd(int place, int start, int end, int[] bounds) {
        odd.set(place);
        anyOdd = true;
        bounds[2 * place] = start;
        bounds[2 * place + 1] = end;
    }

    private int afterEscape(int at) throws NotFlatException {
        byte[] bytes = window.bytes;
        if (bytes[at] != 'u') {
            return bytes[at] > 0 && "\"\\/bfnrt".indexOf(bytes[at]) >= 0 ? at + 1 : stopped(at);
        }
        for (int i = 1; i <= HEX_DIGITS; i++) {
            if (Character.digit(bytes[at + i], 16) < 0) {
                return stopped(at + i);
            }
        }
        boolean mayBeHalf = Character.digit(bytes[at + 1], 16) == 0xD && Character.digit(bytes[at + 2], 16) >= 8;
        return mayBeHalf ? stopped(at) : at + HEX_DIGITS + 1;
    }

    private boolean isUtf8(int start, int end) {
        try {
            utf8.decode(ByteBuffer.wrap(window.bytes, start, end - start));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean isDigit(byte sign) {
        return sign >= '0' && sign <= '9';
    }

    private int afterDigits(int from) {
        int at = from;
        while (isDigit(window.bytes[at])) {
            at++;
        }
        return at;
    }

    private int number(int start, int place, int[] bounds) throws NotFlatException {
        byte[] bytes = window.bytes;
        boolean negative = bytes[start] == '-';
        int digits = negative ? start + 1 : start;
        int at = afterDigits(digits);
        int end = at;
        if (at == digits || (bytes[digits] == '0' && at > digits + 1)) {
            return stopped(at);
        }
        int point = -1;
        if (bytes[at] == '.') {
            point = at;
            at = afterDigits(point + 1);
            if (at == point + 1) {
                return stopped(at);
            }
            end = withoutNoughts(at, point);
        }
        boolean exponent = bytes[at] == 'e' || bytes[at] == 'E';
        if (exponent) {
            int sign = bytes[at + 1] == '-' || bytes[at + 1] == '+' ? at + 2 : at + 1;
            at = afterDigits(sign);
            if (at == sign) {
                return stopped(at);
            }
        }
        bounds[2 * place + 1] = end;
        if (negative || exponent || at - start > SHORT_NUMBER) {
            odd(place, start, at, bounds);
        } else if (end > point && point >= 0) {
            rememberPoint(point);
        }
        return at;
    }

    /** Where a decimal number ends that has no noughts at its end, nor a point. */
    private int withoutNoughts(int end, int point) {
        int at = end;
        while (window.bytes[at - 1] == '0') {
            at--;
        }
        return at - 1 == point ? point : at;
    }

    private void rememberPoint(int point) {
        if (pointCount == points.length) {
            points = Arrays.copyOf(points, 2 * pointCount);
        }
        points[pointCount++] = point;
    }
}
