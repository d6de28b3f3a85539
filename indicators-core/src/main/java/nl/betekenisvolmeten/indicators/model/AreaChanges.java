package nl.betekenisvolmeten.indicators.model;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How areas of one division lie in those of another: after a split, a merger or a shift of a boundary. An area that is
 * not named is the same in both. An area that others join, and that goes on itself, is named too: all of it lies in
 * itself.
 *
 * @param from the division that figures are in, such as {@code denhaag-2025}
 * @param to the division that they go to
 * @param basis what the shares are shares of, such as inhabitants on 1 January 2026
 * @param shares for each old area that changed, the share of it that lies in each new area; shares of one old area add
 *     up to 1
 */
public record AreaChanges(
        String from, String to, LocalizedText basis, Map<AreaCode, Map<AreaCode, BigDecimal>> shares) {

    /**
     * @throws IllegalArgumentException if a share in {@code shares} is not above 0, or those of an area do not add up
     *     to 1
     */
    public AreaChanges {
        Map<AreaCode, Map<AreaCode, BigDecimal>> copy = new TreeMap<>();
        shares.forEach((area, parts) -> copy.put(area, checked(area, parts)));
        shares = Collections.unmodifiableMap(copy);
    }

    private static Map<AreaCode, BigDecimal> checked(AreaCode area, Map<AreaCode, BigDecimal> parts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal share : parts.values()) {
            if (share.signum() <= 0) {
                throw new IllegalArgumentException("share of " + area + " must be above 0: " + share);
            }
            sum = sum.add(share);
        }
        if (sum.compareTo(BigDecimal.ONE) != 0) {
            throw new IllegalArgumentException("shares of " + area + " must add up to 1: " + sum.toPlainString());
        }
        return Collections.unmodifiableMap(new TreeMap<>(parts));
    }

    /**
     * Returns where an old area lies.
     *
     * @param area an area of the old division
     * @return the share of it in each new area; all of it in the area of the same code when it did not change
     */
    public Map<AreaCode, BigDecimal> partsOf(AreaCode area) {
        return shares.getOrDefault(area, Map.of(area, BigDecimal.ONE));
    }

    /**
     * Returns the old areas that lie in a new one, in part or as a whole.
     *
     * @param area an area of the new division
     * @return areas of the old division, by code; none for an area that is no longer there
     */
    public Set<AreaCode> sourcesOf(AreaCode area) {
        Set<AreaCode> sources = new TreeSet<>();
        shares.forEach((old, parts) -> {
            if (parts.containsKey(area)) {
                sources.add(old);
            }
        });
        if (sources.isEmpty() && !shares.containsKey(area)) {
            sources.add(area);
        }
        return sources;
    }
}
