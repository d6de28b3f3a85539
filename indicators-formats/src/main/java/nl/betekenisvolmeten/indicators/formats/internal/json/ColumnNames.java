package nl.betekenisvolmeten.indicators.formats.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names of columns, each with its place. Most objects have their names in the order of the one before, so the name after
 * the last one is tried first: a parser compares its bytes, and makes no text of it.
 */
final class ColumnNames {

    /** Instead of a place: a name of no column. */
    static final int UNKNOWN = -1;

    /** Instead of a place: the object ends. */
    static final int END = -2;

    private SerializableString[] names = new SerializableString[32];
    private final Map<String, Integer> places = new HashMap<>();
    private int size;
    private int expected;

    void add(String name) {
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
        }
        places.put(name, size);
        names[size++] = new SerializedString(name);
    }

    int size() {
        return size;
    }

    List<String> all() {
        return Arrays.stream(names, 0, size).map(SerializableString::getValue).toList();
    }

    void startObject() {
        expected = 0;
    }

    /** Moves a parser on to the next name of an object; returns its place, {@link #UNKNOWN} or {@link #END}. */
    int next(JsonParser in) throws IOException {
        if (expected < size) {
            if (in.nextFieldName(names[expected])) {
                return expected++;
            }
        } else {
            in.nextToken();
        }
        return in.currentToken() == JsonToken.FIELD_NAME ? place(in.currentName()) : END;
    }

    private int place(String name) {
        int place = places.getOrDefault(name, UNKNOWN);
        expected = place == UNKNOWN ? expected : place + 1;
        return place;
    }
}
