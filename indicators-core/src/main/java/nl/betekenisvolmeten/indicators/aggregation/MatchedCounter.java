package nl.betekenisvolmeten.indicators.aggregation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts different persons over organisations, exactly, from their pseudonyms of one period. It lives in one process and
 * only counts leave it: no pseudonym can be asked for. Parts come in any order. Not thread-safe.
 */
public final class MatchedCounter {

    private final Map<PseudonymKey.Pseudonym, BitSet> persons = new HashMap<>();
    private final Map<String, Integer> parts = new TreeMap<>();

    /** A counter without persons. */
    public MatchedCounter() {}

    /**
     * Records that a person was with an organisation. A second time changes nothing.
     *
     * @param part the organisation, activity or whatever the total is over
     * @param person the pseudonym
     */
    public void add(String part, PseudonymKey.Pseudonym person) {
        int index = parts.computeIfAbsent(part, any -> parts.size());
        persons.computeIfAbsent(person, any -> new BitSet()).set(index);
    }

    /**
     * Returns the different persons of all parts.
     *
     * @return a count
     */
    public long persons() {
        return persons.size();
    }

    /**
     * Returns the different persons of a part.
     *
     * @param part the part
     * @return a count; 0 for a part without persons
     */
    public long persons(String part) {
        Integer index = parts.get(part);
        return index == null
                ? 0
                : persons.values().stream().filter(in -> in.get(index)).count();
    }

    /**
     * Returns the persons that two parts have in common.
     *
     * @param one the one part
     * @param other the other part
     * @return a count
     */
    public long shared(String one, String other) {
        Integer first = parts.get(one);
        Integer second = parts.get(other);
        return first == null || second == null
                ? 0
                : persons.values().stream()
                        .filter(in -> in.get(first) && in.get(second))
                        .count();
    }

    /**
     * Returns what was counted, for a ledger: how many all parts have together, and how many each two share.
     *
     * @param dimension the key whose codes the parts are
     * @param series the count of persons
     * @param where for which codes of other keys it holds, such as the period
     * @param basis who matched, and when
     * @return the overlaps; none with fewer than two parts
     */
    public List<Overlap> overlaps(String dimension, String series, Map<String, String> where, String basis) {
        List<String> names = List.copyOf(parts.keySet());
        List<Overlap> overlaps = new ArrayList<>();
        if (names.size() < 2) {
            return overlaps;
        }
        overlaps.add(
                new Overlap(dimension, series, where, new Overlap.Together(new TreeSet<>(names), persons()), basis));
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                Overlap.Shared shared =
                        new Overlap.Shared(names.get(i), names.get(j), shared(names.get(i), names.get(j)));
                overlaps.add(new Overlap(dimension, series, where, shared, basis));
            }
        }
        return overlaps;
    }
}
