package nl.betekenisvolmeten.indicators.model;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A set of indicators, with its version.
 *
 * @param id the set
 * @param version the version
 * @param title its name
 * @param validity the periods for which it holds
 * @param provenance what it rests on, and how official it is
 * @param indicators the indicators, in order
 * @param retired indicators of earlier versions that are no longer made
 * @param crossTables the columns of categories by which reports show the indicators next to areas
 */
public record IndicatorSet(
        String id,
        String version,
        LocalizedText title,
        Validity validity,
        Provenance provenance,
        List<Indicator> indicators,
        List<Retired> retired,
        List<ColumnName> crossTables) {

    /**
     * @throws IllegalArgumentException if an indicator appears twice or rests on an unknown source, or a retired one is still
     *     there or has a successor that is not
     */
    public IndicatorSet {
        indicators = List.copyOf(indicators);
        retired = List.copyOf(retired);
        crossTables = List.copyOf(crossTables);
        Set<IndicatorId> seen = new HashSet<>();
        for (Indicator indicator : indicators) {
            if (!seen.add(indicator.id())) {
                throw new IllegalArgumentException("indicator appears twice: " + indicator.id());
            }
            for (Indicator.Basis basis : indicator.basis()) {
                if (!provenance.has(basis.source())) {
                    throw new IllegalArgumentException(
                            "indicator " + indicator.id() + " rests on an unknown source: " + basis.source());
                }
            }
        }
        for (Retired old : retired) {
            if (!seen.add(old.id())) {
                throw new IllegalArgumentException("a retired indicator is still there: " + old.id());
            }
            if (indicators.stream().noneMatch(one -> one.id().equals(old.successor()))) {
                throw new IllegalArgumentException("an unknown successor of " + old.id() + ": " + old.successor());
            }
        }
    }

    /**
     * An indicator that is no longer made.
     *
     * @param id its code
     * @param successor the indicator to use instead
     * @param where the rows of the successor that make the same figure; empty for all, or where it is another figure
     * @param reason why it is no longer made
     */
    public record Retired(
            IndicatorId id, IndicatorId successor, Map<ColumnName, Set<String>> where, LocalizedText reason) {
        public Retired {
            Map<ColumnName, Set<String>> copy = new TreeMap<>();
            where.forEach((dimension, codes) -> copy.put(dimension, Collections.unmodifiableSet(new TreeSet<>(codes))));
            where = Collections.unmodifiableMap(copy);
        }
    }

    /**
     * Returns the indicators that are shown unless others are asked for.
     *
     * @return those of level CORE, in order; all where no indicator has a level
     */
    public List<Indicator> core() {
        boolean levels = indicators.stream().anyMatch(one -> one.use().level().isPresent());
        return levels
                ? indicators.stream()
                        .filter(one -> one.use()
                                .level()
                                .filter(Indicator.Level.CORE::equals)
                                .isPresent())
                        .toList()
                : indicators;
    }

    /**
     * Returns an indicator.
     *
     * @param indicator its code
     * @return the indicator, or empty when the set does not have it
     */
    public Optional<Indicator> find(IndicatorId indicator) {
        return indicators.stream().filter(one -> one.id().equals(indicator)).findFirst();
    }

    /**
     * Returns the indicators that the columns of a format feed.
     *
     * @param format the format's name, without version
     * @param columns the measures that it has
     * @return the indicators, in the set's order
     */
    public List<Indicator> fedBy(String format, Set<ColumnName> columns) {
        return indicators.stream()
                .filter(one -> one.formula().format().equals(format)
                        && !one.formula().columns().isEmpty()
                        && columns.containsAll(one.formula().columns()))
                .toList();
    }
}
