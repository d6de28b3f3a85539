package nl.betekenisvolmeten.indicators.formats.jsonrows;

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

    /** The most columns, and the most bytes of a text. */
    private final int mostColumns;

    private final ByteWindow window;
    private final FlatValues values;
    private final List<byte[]> names = new ArrayList<>();
    private final boolean learns;
    private int[] bounds = new int[64];
    private long[] givenIn = new long[32];
    private long attempts;
    private int expected;
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

    /** For each name, where its value stands in the window; nowhere when it is absent. */
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

    private int afterSign() throws IOException, NotFlatException {
        window.at++;
        return window.next();
    }

    /** Reads an object; false when its end is not in the window. */
    private boolean object() throws NotFlatException {
        attempts++;
        expected = 0;
        values.start();
        Arrays.fill(bounds, 0);
        int next = window.afterBlanks(window.at + 1);
        boolean more = window.bytes[next] != '}';
        while (more) {
            if (isNot('"', next)) {
                return false;
            }
            int afterName = afterName(next + 1);
            next = afterName < 0 ? -1 : window.afterBlanks(afterName);
            if (next < 0 || isNot(':', next)) {
                return false;
            }
            int afterValue = values.read(window.afterBlanks(next + 1), expected - 1, bounds);
            if (afterValue < 0) {
                return false;
            }
            next = window.afterBlanks(afterValue);
            more = window.bytes[next] == ',';
            if (more) {
                next = window.afterBlanks(next + 1);
            } else if (isNot('}', next)) {
                return false;
            }
        }
        window.at = next + 1;
        return true;
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

    /** Finds which name stands there, most often the one after the last; where it ends, or -1 when the window does before. */
    private int afterName(int start) throws NotFlatException {
        byte[] bytes = window.bytes;
        if (expected < names.size()) {
            byte[] name = names.get(expected);
            int end = start + name.length;
            if (end < window.limit && bytes[end] == '"' && Arrays.equals(bytes, start, end, name, 0, name.length)) {
                give(expected);
                return end + 1;
            }
        }
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
