package nl.betekenisvolmeten.indicators.validation;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** For a code, the codes of another column that have to do with it. */
final class CodePairs {

    private CodePairs() {}

    /** Returns an immutable copy, in the order of the codes. */
    static Map<String, Set<String>> sorted(Map<String, Set<String>> pairs) {
        Map<String, Set<String>> copy = new TreeMap<>();
        pairs.forEach((code, others) -> copy.put(code, Set.copyOf(others)));
        return Collections.unmodifiableMap(copy);
    }

    /** Returns the pairs as text, such as {@code a: x y, b: z}. */
    static String text(Map<String, Set<String>> pairs) {
        return pairs.entrySet().stream()
                .map(pair ->
                        pair.getKey() + ": " + pair.getValue().stream().sorted().collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
    }
}
