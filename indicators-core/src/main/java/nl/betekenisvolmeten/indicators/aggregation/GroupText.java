package nl.betekenisvolmeten.indicators.aggregation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a finding calls a group of rows. */
final class GroupText {

    /** The group of all rows; the catalogue of messages has a text for it. */
    private static final String ALL = "all";

    private GroupText() {}

    /**
     * Returns the codes of a group with the names of their columns, such as {@code wijk WK051838, periode 2026KW02}.
     */
    static String of(List<String> names, List<String> key) {
        return key.isEmpty()
                ? ALL
                : IntStream.range(0, key.size())
                        .mapToObj(i -> names.get(i) + " " + key.get(i))
                        .collect(Collectors.joining(", "));
    }
}
