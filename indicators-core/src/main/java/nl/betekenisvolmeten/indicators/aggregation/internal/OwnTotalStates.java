package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/** Totals that organisations counted themselves, as a part of the state of an aggregator. */
public final class OwnTotalStates {

    private OwnTotalStates() {}

    /** Returns a total without the numbers that rows do not have; it is written and read in this form. */
    public static OwnTotal plain(OwnTotal total) {
        return new OwnTotal(total.codes(), total.values(), Map.of(), total.scope());
    }

    /** Returns totals in an order that does not depend on the given order. */
    public static List<OwnTotal> sorted(Collection<OwnTotal> totals) {
        return totals.stream()
                .map(total -> Map.entry(
                        total.codes().stream().map(TreeSet::new).toList() + "" + total.values() + total.scope(), total))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Writes totals, in the same bytes for any order. */
    public static void write(Collection<OwnTotal> totals, StateWriter out) {
        out.number(totals.size());
        for (OwnTotal total : sorted(totals)) {
            total.codes().forEach(codes -> out.texts(List.copyOf(new TreeSet<>(codes))));
            total.values().forEach(value -> out.text(value.isPresent() ? Long.toString(value.getAsLong()) : ""));
            out.text(total.scope().name());
        }
    }

    /** Reads totals, without sums of squares and the like. */
    public static List<OwnTotal> read(StateReader in, TableStructure structure) {
        List<OwnTotal> totals = new ArrayList<>();
        for (long left = in.number(); left > 0; left--) {
            List<Set<String>> codes = new ArrayList<>();
            structure.dimensions().forEach(any -> codes.add(Set.copyOf(in.texts())));
            List<OptionalLong> values = new ArrayList<>();
            structure.measures().forEach(any -> {
                String text = in.text();
                values.add(text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text)));
            });
            totals.add(new OwnTotal(codes, values, Map.of(), OwnTotal.Scope.valueOf(in.text())));
        }
        return totals;
    }
}
