package nl.betekenisvolmeten.indicators.comparison;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.model.Residuals.Residual;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RejectedRows;

/** The rows of a comparison that lie in no area of its level: how many there were of each residual code. */
final class ResidualRows {

    private final int column;
    private final Set<String> codes;
    private final Map<String, Long> rows = new TreeMap<>();

    ResidualRows(ComparisonPlan plan) {
        Dimension.Place place = plan.structure().requiredPlace(plan.level());
        column = plan.structure().dimensionIndex(place.name()).orElseThrow();
        codes = place.residuals().items().stream()
                .map(Residual::code)
                .filter(code -> place.area(code, plan.level()).isEmpty())
                .collect(Collectors.toSet());
    }

    boolean isResidual(Observation row) {
        return !codes.isEmpty() && codes.contains(row.code(column));
    }

    /** Returns whether rows with an error can only be residual. */
    boolean isResidual(RejectedRows rows) {
        Set<String> known = rows.codes().get(column);
        return !known.isEmpty() && codes.containsAll(known);
    }

    /** Counts a row if it is residual. */
    boolean take(Observation row) {
        boolean residual = isResidual(row);
        if (residual) {
            rows.merge(row.code(column), 1L, Long::sum);
        }
        return residual;
    }

    void combine(ResidualRows other) {
        other.rows.forEach((code, count) -> rows.merge(code, count, Long::sum));
    }

    /** Returns the number of rows, by code. */
    Map<String, Long> rows() {
        return rows;
    }
}
