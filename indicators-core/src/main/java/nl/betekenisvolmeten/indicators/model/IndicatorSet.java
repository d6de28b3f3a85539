package nl.betekenisvolmeten.indicators.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A set of indicators, with its version.
 *
 * @param id the set
 * @param version the version
 * @param title its name
 * @param validity the periods for which it holds
 * @param provenance what it rests on, and how official it is
 * @param indicators the indicators, in order
 */
public record IndicatorSet(
        String id,
        String version,
        LocalizedText title,
        Validity validity,
        Provenance provenance,
        List<Indicator> indicators) {

    /** @throws IllegalArgumentException if an indicator appears twice or rests on an unknown source */
    public IndicatorSet {
        indicators = List.copyOf(indicators);
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
