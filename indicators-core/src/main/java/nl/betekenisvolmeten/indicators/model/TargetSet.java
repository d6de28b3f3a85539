package nl.betekenisvolmeten.indicators.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The targets of a budget or a plan, with the passages that they rest on.
 *
 * @param id the set
 * @param version the version
 * @param title its name
 * @param provenance what it rests on, and how official it is
 * @param entries the targets, in order
 */
public record TargetSet(String id, String version, LocalizedText title, Provenance provenance, List<Entry> entries) {

    /**
     * @throws IllegalArgumentException if {@code entries} has two targets of an indicator for an area and period, or
     *     one that rests on an unknown source
     */
    public TargetSet {
        entries = List.copyOf(entries);
        Set<List<Object>> seen = new HashSet<>();
        for (Entry entry : entries) {
            Target target = entry.target();
            if (!seen.add(List.of(target.indicator(), target.area(), target.period()))) {
                throw new IllegalArgumentException("target appears twice: " + target.indicator() + " of "
                        + target.area() + " in " + target.period());
            }
            if (!provenance.has(entry.basis().source())) {
                throw new IllegalArgumentException("target " + target.indicator() + " rests on an unknown source: "
                        + entry.basis().source());
            }
        }
    }

    /**
     * Returns the targets alone.
     *
     * @return the targets, in order
     */
    public List<Target> targets() {
        return entries.stream().map(Entry::target).toList();
    }

    /**
     * A target with what a reader needs to understand it.
     *
     * @param target the target
     * @param name what is measured
     * @param unit in which unit
     * @param direction which way is better, for an indicator that no set of indicators has
     * @param basis the passage that it rests on
     */
    public record Entry(
            Target target,
            LocalizedText name,
            LocalizedText unit,
            Indicator.Direction direction,
            Indicator.Basis basis) {}
}
