package nl.betekenisvolmeten.indicators.formats.internal.result;

import java.util.Collection;
import java.util.LinkedHashMap;

/** An object of a JSON document, with its properties in the order in which they are given. */
public final class JsonObject extends LinkedHashMap<String, Object> {

    private static final long serialVersionUID = 1L;

    /** Returns an object with one property. */
    public static JsonObject of(String name, Object value) {
        return new JsonObject().with(name, value);
    }

    /** Adds a property and returns this object. */
    public JsonObject with(String name, Object value) {
        put(name, value);
        return this;
    }

    /** Adds a property unless its list is empty; returns this object. */
    public JsonObject withAny(String name, Collection<?> values) {
        return values.isEmpty() ? this : with(name, values);
    }
}
