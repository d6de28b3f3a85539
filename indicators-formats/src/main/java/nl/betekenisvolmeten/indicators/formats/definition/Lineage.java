package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.ColumnName;

/** Which column and code of one version is which of another, along the declared steps. */
final class Lineage {

    private final boolean declared;
    private final List<Migration.Step> steps;

    private Lineage(boolean declared, List<Migration.Step> steps) {
        this.declared = declared;
        this.steps = List.copyOf(steps);
    }

    static Lineage between(FormatDefinition from, FormatDefinition to) {
        return MigrationPlan.path(from, to)
                .map(plan -> new Lineage(true, plan.steps()))
                .orElseGet(() -> new Lineage(false, List.of()));
    }

    /** Returns the lineage in the opposite direction. */
    Lineage reversed() {
        return new Lineage(declared, MigrationPlan.inverses(steps));
    }

    /** Returns whether steps from one version to the other are declared. */
    boolean isDeclared() {
        return declared;
    }

    /** Returns the later name of a column; empty if it was dropped. */
    Optional<ColumnName> later(ColumnName column) {
        ColumnName at = column;
        for (Migration.Step step : steps) {
            if (step.column().equals(at)) {
                if (step instanceof Migration.Step.Drop) {
                    return Optional.empty();
                } else if (step instanceof Migration.Step.Rename rename) {
                    at = rename.to();
                }
            }
        }
        return Optional.of(at);
    }

    /**
     * What a code became.
     *
     * @param code the code to which rows go
     * @param parts the codes that it straddles; empty when it does not
     * @param exact whether the code kept its meaning
     */
    record Trace(Optional<String> code, Set<String> parts, boolean exact) {}

    Trace trace(ColumnName column, String code) {
        ColumnName at = column;
        Trace trace = new Trace(Optional.of(code), Set.of(), true);
        for (Migration.Step step : steps) {
            if (step.column().equals(at)) {
                if (step instanceof Migration.Step.Rename rename) {
                    at = rename.to();
                } else if (step instanceof Migration.Step.MapCodes map) {
                    trace = next(trace, map);
                }
            }
        }
        return trace;
    }

    private static Trace next(Trace trace, Migration.Step.MapCodes map) {
        String code = trace.code().orElse("");
        return new Trace(
                map.image(code), map.split().getOrDefault(code, trace.parts()), trace.exact() && map.isExact(code));
    }

    /** Returns the later codes that rows with an earlier code may have. */
    Set<String> reached(ColumnName column, Codelist earlier) {
        Set<String> reached = new TreeSet<>();
        for (String code : earlier.codes()) {
            Trace trace = trace(column, code);
            trace.code().ifPresent(reached::add);
            reached.addAll(trace.parts());
        }
        return reached;
    }

    /** Returns the earlier codes whose meaning changed. */
    Set<String> changed(ColumnName column, Codelist codes) {
        return codes.codes().stream()
                .filter(code -> !trace(column, code).exact())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Returns whether a later code means exactly what one earlier code meant: all of that code becomes it, and no other
     * code does.
     */
    boolean isSame(ColumnName column, Codelist earlier, String later) {
        int exact = 0;
        for (String code : earlier.codes()) {
            Trace trace = trace(column, code);
            boolean goesThere =
                    trace.code().equals(Optional.of(later)) || trace.parts().contains(later);
            if (goesThere && !trace.exact()) {
                return false;
            }
            exact += goesThere ? 1 : 0;
        }
        return exact == 1;
    }
}
