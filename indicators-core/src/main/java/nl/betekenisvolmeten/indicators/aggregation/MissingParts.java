package nl.betekenisvolmeten.indicators.aggregation;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.MissingPolicy;

/** Applies the policy on parts that did not come in. */
final class MissingParts {

    private MissingParts() {}

    /**
     * The figure under a policy.
     *
     * @param policy what becomes of it
     * @param name the figure's name
     * @param figure the total of what came in
     * @param coverage which reports came in
     * @param cap the upper bound of the total, for persons; empty where that is not known
     */
    static Figure apply(
            MissingPolicy policy, String name, Figure figure, Optional<Coverage> coverage, OptionalLong cap) {
        long reports =
                coverage.map(known -> known.expected() - known.reported()).orElse(0L);
        long missing = reports + figure.cellsMissing();
        boolean whole = missing == 0 || figure.value().lowerBound().isEmpty();
        if (whole || policy instanceof MissingPolicy.AddUp) {
            return figure;
        }
        return policy instanceof MissingPolicy.Bound bound && figure.numerator().isEmpty()
                ? figure.withValue(bounded(bound, name, figure.value(), missing, cap))
                : figure.withValue(new CellValue.NotDefined(CellValue.Reason.INCOMPLETE));
    }

    private static CellValue bounded(
            MissingPolicy.Bound bound, String name, CellValue value, long missing, OptionalLong cap) {
        BigDecimal ceiling = bound.ceilings().get(name);
        BigDecimal lower = value.lowerBound().orElseThrow();
        if (ceiling != null) {
            BigDecimal more = ceiling.multiply(BigDecimal.valueOf(missing));
            return CellValue.between(lower, value.upperBound().orElseThrow().add(more));
        }
        return cap.isPresent() && lower.compareTo(BigDecimal.valueOf(cap.getAsLong())) <= 0
                ? CellValue.between(lower, BigDecimal.valueOf(cap.getAsLong()))
                : new CellValue.NotDefined(CellValue.Reason.INCOMPLETE);
    }
}
