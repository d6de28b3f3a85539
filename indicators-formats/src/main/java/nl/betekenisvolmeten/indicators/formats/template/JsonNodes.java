package nl.betekenisvolmeten.indicators.formats.template;

import java.util.LinkedHashMap;
import java.util.Map;

/** Small JSON documents as maps, collections, texts, numbers and truth values. */
final class JsonNodes {

    private JsonNodes() {}

    /** An object of pairs of a name and a value, in order. */
    static Map<String, Object> object(Object... pairs) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put((String) pairs[i], pairs[i + 1]);
        }
        return object;
    }
}
