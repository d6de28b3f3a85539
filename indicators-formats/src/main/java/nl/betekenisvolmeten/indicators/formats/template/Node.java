package nl.betekenisvolmeten.indicators.formats.template;

import java.util.Collection;
import java.util.LinkedHashMap;

/** An object of a JSON document, with its properties in the order in which they are given. */
final class Node extends LinkedHashMap<String, Object> {

    private static final long serialVersionUID = 1L;

    static Node of(String name, Object value) {
        return new Node().with(name, value);
    }

    Node with(String name, Object value) {
        put(name, value);
        return this;
    }

    /** A property that is left out where its list is empty. */
    Node withAny(String name, Collection<?> values) {
        return values.isEmpty() ? this : with(name, values);
    }
}
