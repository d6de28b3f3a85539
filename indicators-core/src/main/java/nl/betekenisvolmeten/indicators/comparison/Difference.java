package nl.betekenisvolmeten.indicators.comparison;

import java.math.BigDecimal;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.statistics.Interval;

/**
 * The difference of two values, in the unit of both.
 *
 * @param value exact, between bounds, or why there is none
 * @param interval what chance and bounds leave open; empty where a value has none
 */
public record Difference(CellValue value, Optional<Interval> interval) {

    /** The difference of two values that may be bounded; where either has no number, that is the answer. */
    static CellValue between(CellValue own, CellValue reference) {
        if (own.lowerBound().isEmpty() || reference.lowerBound().isEmpty()) {
            CellValue without = own.lowerBound().isEmpty() ? own : reference;
            return without instanceof CellValue.Incomplete ? CellValue.Incomplete.unknown() : without;
        }
        BigDecimal lower =
                own.lowerBound().orElseThrow().subtract(reference.upperBound().orElseThrow());
        BigDecimal upper =
                own.upperBound().orElseThrow().subtract(reference.lowerBound().orElseThrow());
        return CellValue.between(lower, upper);
    }
}
