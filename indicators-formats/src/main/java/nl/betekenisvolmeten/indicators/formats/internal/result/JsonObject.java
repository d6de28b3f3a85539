package nl.betekenisvolmeten.indicators.formats.internal.result;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of a JSON document, with its properties in the order in which they are given, under names that are written as they
 * are. A value that is written in another shape than it has is made into one of these.
 */
public final class JsonObject extends LinkedHashMap<String, Object> {

    private static final long serialVersionUID = 1L;

    /** Returns an object with one property. */
    public static JsonObject of(String name, Object value) {
        return new JsonObject().with(name, value);
    }

    /** Adds a property and returns this object; an empty optional is null. */
    public JsonObject with(String name, Object value) {
        put(name, value);
        return this;
    }

    /** Adds a property unless its list is empty; returns this object. */
    public JsonObject withAny(String name, Collection<?> values) {
        return values.isEmpty() ? this : with(name, values);
    }

    /** Adds a property unless there is no value; returns this object. */
    public JsonObject withGiven(String name, @Nullable Object value) {
        return value == null ? this : with(name, value);
    }

    /** Adds the properties of another object and returns this object. */
    public JsonObject withAll(Map<String, ?> properties) {
        putAll(properties);
        return this;
    }
}
