package nl.betekenisvolmeten.indicators.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for codes, from 0 in the order in which they were first seen. A number stays as it is. Not thread-safe.
 */
public final class Dictionary {

    private final List<String> codes = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();

    /** Knows no codes yet. */
    public Dictionary() {}

    /**
     * The number of a code; a new one where it has none yet.
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
     * Another dictionary with the same numbers.
     *
     * @return a copy, which goes its own way from here
     */
    public Dictionary copy() {
        Dictionary copy = new Dictionary();
        copy.codes.addAll(codes);
        copy.ids.putAll(ids);
        return copy;
    }

    /**
     * The code of a number.
     *
     * @param id a number that {@link #id} gave
     * @return the code
     * @throws IndexOutOfBoundsException if no code has the number
     */
    public String code(int id) {
        return codes.get(id);
    }

    /**
     * How many codes have a number: all numbers are below it.
     *
     * @return a count
     */
    public int size() {
        return codes.size();
    }
}
