package nl.betekenisvolmeten.indicators.table.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for codes, from 0 in the order in which the codes were first seen. A number never changes. Not thread-safe.
 */
public final class Dictionary {

    private final List<String> codes = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();

    /** Creates a dictionary without codes. */
    public Dictionary() {}

    /**
     * Returns the number of a code; a new one where it has none yet.
     *
     * @param code any text
     * @return a number from 0
     */
    public int id(String code) {
        Integer known = ids.get(code);
        if (known != null) {
            return known;
        }
        int id = codes.size();
        codes.add(code);
        ids.put(code, id);
        return id;
    }

    /**
     * Returns another dictionary with the same numbers.
     *
     * @return a copy; codes added to one do not appear in the other
     */
    public Dictionary copy() {
        Dictionary copy = new Dictionary();
        copy.codes.addAll(codes);
        copy.ids.putAll(ids);
        return copy;
    }

    /**
     * Returns the code of a number.
     *
     * @param id a number that {@link #id} returned
     * @return the code
     * @throws IndexOutOfBoundsException if no code has the number
     */
    public String code(int id) {
        return codes.get(id);
    }

    /**
     * Returns the codes that have a number so far.
     *
     * @return the codes, in the order of their numbers
     */
    public List<String> codes() {
        return List.copyOf(codes);
    }

    /**
     * Returns how many codes have a number: all numbers are below it.
     *
     * @return a count
     */
    public int size() {
        return codes.size();
    }
}
