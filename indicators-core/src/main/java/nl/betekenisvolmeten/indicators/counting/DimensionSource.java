package nl.betekenisvolmeten.indicators.counting;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What a dimension of the counting format is filled with. */
public sealed interface DimensionSource {

    /** What is taken as it is. */
    enum Plain implements DimensionSource {
        /** The organisation whose records they are. */
        REPORTER,
        /** The period in which the meeting was. */
        PERIOD,
        /** The area of the meeting. */
        AREA,
        /** The area of the dimension's level that the meeting's area lies in. */
        AREA_ABOVE,
        /** The name of the activity. */
        ACTIVITY,
        /** The kind of activity. */
        KIND,
        /** The group it is meant for. */
        TARGET_GROUP,
        /** The age group of the participant on the first day of the period. */
        AGE_GROUP
    }

    /**
     * A code that follows from the kind of activity.
     *
     * @param codes the code for each kind
     * @param otherwise the code for a kind that is not among them
     */
    record ByKind(Map<String, String> codes, String otherwise) implements DimensionSource {
        public ByKind {
            codes = Collections.unmodifiableMap(new TreeMap<>(codes));
        }

        String of(String kind) {
            return codes.getOrDefault(kind, otherwise);
        }
    }
}
