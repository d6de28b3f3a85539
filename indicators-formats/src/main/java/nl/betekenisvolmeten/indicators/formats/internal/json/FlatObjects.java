package nl.betekenisvolmeten.indicators.formats.internal.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Objects without objects or arrays in them, one after another or in an array: found in the bytes, without making texts
 * of names and values. Strict: what is not certainly what any reader of JSON makes of it is refused, and so are names
 * that stand twice.
 */
final class FlatObjects {

    private static final int QUOTES_AND_COLON = 3;
    private static final int EMPTY = -2;

    private final int mostColumns;

    private final ByteWindow window;
    private final FlatValues values;
    private final List<byte[]> names = new ArrayList<>();

    /** Each name as it mostly stands there: in quotes, and a colon after it. */
    private final List<byte[]> quoted = new ArrayList<>();

    private final boolean learns;
    private int[] bounds = new int[64];
    private long[] givenIn = new long[32];
    private long attempts;
    private int expected;
    private int absent;
    private int from;
    private boolean started;
    private boolean inArray;
    private long count;

    /** Goes through the objects to see all their names. */
    FlatObjects(ByteWindow window, int mostColumns, int mostBytes) {
        this(window, mostColumns, mostBytes, true);
    }

    /** Reads objects of which all names are known. */
    FlatObjects(ByteWindow window, List<String> columns, int mostBytes) {
        this(window, columns.size(), mostBytes, false);
        columns.forEach(name -> add(name.getBytes(StandardCharsets.UTF_8)));
        bounds = Arrays.copyOf(bounds, 2 * columns.size());
    }

    private FlatObjects(ByteWindow window, int mostColumns, int mostBytes, boolean learns) {
        this.window = window;
        this.mostColumns = mostColumns;
        this.learns = learns;
        values = new FlatValues(window, mostBytes, learns);
    }

    /** All names so far, in the order in which they were first seen. */
    List<String> names() {
        return names.stream()
                .map(name -> new String(name, StandardCharsets.UTF_8))
                .toList();
    }

    /** The number of the row that was read last, from 2. */
    long number() {
        return count + 1;
    }

    /** For each name, where its value stands in the window; nothing at the object's end when it is absent. */
    int[] bounds() {
        return bounds;
    }

    /** Whether a value of the last object is another text than its bytes. */
    boolean isOdd() {
        return values.anyOdd();
    }

    /** Whether this value is another text than its bytes: its bounds are then around all of it, with its quotes. */
    boolean isOdd(int place) {
        return values.isOdd(place);
    }

    /**
     * Reads the next object.
     *
     * @return false when there are no more
     * @throws NotFlatException if something else stands there
     */
    boolean next() throws IOException, NotFlatException {
        int sign = window.next();
        if (!started) {
            started = true;
            inArray = sign == '[';
            sign = inArray ? afterSign() : sign;
        } else if (inArray && sign == ',') {
            sign = afterSign();
        } else if (inArray) {
            if (sign != ']' || afterSign() >= 0) {
                throw new NotFlatException();
            }
            return false;
        } else if (sign < 0) {
            return false;
        }
        if (sign != '{') {
            throw new NotFlatException();
        }
        while (!object()) {
            if (!window.more()) {
                throw new NotFlatException();
            }
        }
        values.finish();
        count++;
        return true;
    }

    /** Where the last object starts. */
    int from() {
        return from;
    }

    private int afterSign() throws IOException, NotFlatException {
        window.at++;
        return window.next();
    }

    /** Reads an object; false when its end is not in the window. */
    private boolean object() throws NotFlatException {
        attempts++;
        from = window.at;
        expected = 0;
        absent = bounds.length;
        values.start();
        int next = window.at + 1;
        boolean more = true;
        while (more) {
            int start = afterKnownName(next);
            start = start < 0 ? afterAnyName(next) : start;
            int end = start < 0 ? -1 : values.read(start, expected - 1, bounds);
            if (end < 0) {
                return start == EMPTY && endAt(window.afterBlanks(next));
            }
            absent -= 2;
            next = window.bytes[end] == ',' ? end : window.afterBlanks(end);
            more = window.bytes[next] == ',';
            next += more ? 1 : 0;
        }
        return !isNot('}', next) && endAt(next);
    }

    private boolean endAt(int end) {
        window.at = end + 1;
        if (absent > 0 && !learns) {
            for (int place = 0; place < names.size(); place++) {
                if (givenIn[place] != attempts) {
                    bounds[2 * place] = end;
                    bounds[2 * place + 1] = end;
                }
            }
        }
        return true;
    }

    /** Where a value starts when the name that is expected and a colon stand there, with no blanks; -1 if not. */
    private int afterKnownName(int start) throws NotFlatException {
        if (expected >= names.size()) {
            return -1;
        }
        byte[] name = quoted.get(expected);
        int length = names.get(expected).length + QUOTES_AND_COLON;
        int end = start + length;
        if (end >= window.limit) {
            return -1;
        }
        byte[] bytes = window.bytes;
        int at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            if (ByteWindow.word(bytes, start + at) != ByteWindow.word(name, at)) {
                return -1;
            }
        }
        long difference = ByteWindow.word(bytes, start + at) ^ ByteWindow.word(name, at);
        if (at < length && difference << ((Long.BYTES - length + at) << 3) != 0) {
            return -1;
        }
        give(expected);
        return window.bytes[end] <= ' ' ? window.afterBlanks(end) : end;
    }

    /** Where a value starts; {@link #EMPTY} at the end of an object of nothing, -1 when the window ends before it. */
    private int afterAnyName(int from) throws NotFlatException {
        int next = window.afterBlanks(from);
        if (expected == 0 && from == window.at + 1 && window.bytes[next] == '}') {
            return EMPTY;
        }
        if (isNot('"', next)) {
            return -1;
        }
        int afterName = afterName(next + 1);
        int colon = afterName < 0 ? -1 : window.afterBlanks(afterName);
        return colon < 0 || isNot(':', colon) ? -1 : window.afterBlanks(colon + 1);
    }

    /** Whether the window ends here; refuses any other sign than this one. */
    private boolean isNot(char sign, int at) throws NotFlatException {
        if (window.bytes[at] == sign) {
            return false;
        }
        if (at < window.limit) {
            throw new NotFlatException();
        }
        return true;
    }

    /** Finds which name stands there; where it ends, or -1 when the window does before. */
    private int afterName(int start) throws NotFlatException {
        byte[] bytes = window.bytes;
        int end = start;
        while (bytes[end] >= ' ' && bytes[end] != '"' && bytes[end] != '\\') {
            end++;
        }
        if (isNot('"', end)) {
            return -1;
        }
        give(place(start, end));
        return end + 1;
    }

    private int place(int start, int end) throws NotFlatException {
        for (int place = 0; place < names.size(); place++) {
            byte[] name = names.get(place);
            if (Arrays.equals(window.bytes, start, end, name, 0, name.length)) {
                return place;
            }
        }
        if (!learns || names.size() >= mostColumns || end - start > JsonSource.MAX_NAME) {
            throw new NotFlatException();
        }
        add(Arrays.copyOfRange(window.bytes, start, end));
        return names.size() - 1;
    }

    private void add(byte[] name) {
        names.add(name);
        byte[] all = Arrays.copyOf(new byte[] {'"'}, name.length + QUOTES_AND_COLON + Long.BYTES);
        System.arraycopy(name, 0, all, 1, name.length);
        all[name.length + 1] = '"';
        all[name.length + 2] = ':';
        quoted.add(all);
        if (2 * names.size() > bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        if (names.size() > givenIn.length) {
            givenIn = Arrays.copyOf(givenIn, 2 * givenIn.length);
        }
    }

    private void give(int place) throws NotFlatException {
        if (givenIn[place] == attempts) {
            throw new NotFlatException();
        }
        givenIn[place] = attempts;
        expected = place + 1;
    }
}
