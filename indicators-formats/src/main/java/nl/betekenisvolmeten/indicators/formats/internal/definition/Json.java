package nl.betekenisvolmeten.indicators.formats.internal.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value that knows where it stands. */
public sealed interface Json {

    /** Returns the position where the value starts. */
    DefinitionPosition spot();

    /** A string. */
    record Text(DefinitionPosition spot, String value) implements Json {}

    /** A number as written: a short text may stand for a number that does not fit in memory. */
    record Numeral(DefinitionPosition spot, String digits, boolean whole) implements Json {}

    /** True or false. */
    record Flag(DefinitionPosition spot, boolean value) implements Json {}

    /** The value {@code null}. */
    record Nothing(DefinitionPosition spot) implements Json {}

    /** An array. */
    record Items(DefinitionPosition spot, List<Json> items) implements Json {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** An object, with its properties in the order of the file. */
    record Members(DefinitionPosition spot, Map<String, Json> members) implements Json {
        public Members {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }
}
